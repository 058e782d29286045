"""Keys that move the card that has the keys, and the gaps beside it, as a drag would."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from xentgui.window.cards import Cards

_K = Qt.Key
_WAYS = {
    _K.Key_Left: (-1, 0),
    _K.Key_Right: (1, 0),
    _K.Key_Up: (0, -1),
    _K.Key_Down: (0, 1),
}
MOVES = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
"""Held with an arrow key, these move a card."""

SIZES = MOVES | Qt.KeyboardModifier.ControlModifier
"""Held with an arrow key, these make it wider (→), narrower (←), taller (↓) or lower (↑)."""


class CardShortcuts:
    """The shortcuts of one window's cards, which Qt keeps."""

    def __init__(self, cards: Cards) -> None:
        for key, way in _WAYS.items():
            _add(cards, MOVES, key, partial(cards.move_used, way))
            _add(cards, SIZES, key, partial(cards.resize_used, way))


def _add(
    cards: Cards, modifiers: Qt.KeyboardModifier, key: Qt.Key, then: Callable[[], None]
) -> None:
    shortcut = QShortcut(QKeySequence(QKeyCombination(modifiers, key)), cards)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(then)
