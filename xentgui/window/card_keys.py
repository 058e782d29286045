"""The keys go from card to card, so that nobody has to walk through a table of 50 257 rows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from xentgui.window.card import Card

_ACROSS = 40  # pixels: cards whose left edges are nearer stand below each other


def pass_keys(cards: Iterable[Card], way: int) -> None:
    """Give the keys to the next card (1) or to the one before (-1): column by column, from the left.

    After the last one comes the first; a card behind another one is left out.
    """
    seen = [card for card in cards if not card.visibleRegion().isEmpty()]
    order = [
        (card, keys)
        for card in sorted(seen, key=lambda card: (card.x() // _ACROSS, card.y()))
        if (keys := _taker(card)) is not None
    ]
    if not order:
        return
    holder = QApplication.focusWidget()
    at = next((n for n, (card, _) in enumerate(order) if _has(card, holder)), None)
    if at is None:
        at = -1 if way > 0 else 0
    order[(at + way) % len(order)][1].setFocus(Qt.FocusReason.TabFocusReason)


def _has(card: Card, widget: QWidget | None) -> bool:
    return widget is not None and card.isAncestorOf(widget)


def _taker(card: Card) -> QWidget | None:
    """Return the first widget of a card to which Tab leads, None if there is none."""
    widget: QWidget | None = card.nextInFocusChain()
    while widget is not None and widget is not card:
        tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tab and card.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            return widget
        widget = widget.nextInFocusChain()
    return None
