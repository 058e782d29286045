"""The docks of the cards: first places, where they are, those without room, and tabs on some."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style, font_rule
from xentgui.window.card import Card
from xentgui.window.card_splits import Rect
from xentgui.window.workspaces import Workspace

_GAP = 6.0  # of Qt, on a screen of the usual density
_LEFT_AREA = Qt.DockWidgetArea.LeftDockWidgetArea


def place(window: QMainWindow, cards: Mapping[str, Card], workspace: Workspace) -> None:
    """Place the cards as in `workspace`; other `cards` are hidden, in tabs with the first panel."""
    # All cards are in one dock area; the first card of each row splits the rest of it.
    tables, rows = [key for key, _ in workspace.tables], workspace.panels
    corner = cards[rows[0][0]]
    first = cards[tables[0]] if tables else corner
    window.addDockWidget(_LEFT_AREA, first)
    if tables:
        window.splitDockWidget(first, corner, Qt.Orientation.Horizontal)
    for above, below in pairwise(tables):
        window.splitDockWidget(cards[above], cards[below], Qt.Orientation.Vertical)
    starts = [cards[row[0]] for row in rows]
    for above_card, below_card in pairwise(starts):
        window.splitDockWidget(above_card, below_card, Qt.Orientation.Vertical)
    for row in rows:
        for before, after in pairwise(row):
            window.splitDockWidget(cards[before], cards[after], Qt.Orientation.Horizontal)
    shown = workspace.shown
    for key, card in cards.items():
        if key not in shown:
            window.tabifyDockWidget(corner, card)
        card.setVisible(key in shown)
    corner.raise_()


def gap_of() -> int:
    """Return the distance between two docks, in pixels.

    It is `PM_DockWidgetSeparatorExtent` of Qt's style, whose seven hundred enumerators no picture
    waits for.
    """
    dense = QGuiApplication.primaryScreen().logicalDotsPerInchX()
    return int(_GAP * dense / (72 if sys.platform == "darwin" else 96))


def is_docked(card: QDockWidget) -> bool:
    """Return whether `card` is shown in the window and not beside it."""
    return not card.isHidden() and not card.isFloating()


def places_of(window: QMainWindow, cards: Mapping[str, QDockWidget]) -> dict[str, Rect]:
    """Return the places of the visible cards, without those under other cards."""
    room, gap = window.contentsRect(), gap_of()
    options = Qt.FindChildOption.FindDirectChildrenOnly
    bars = [
        bar.geometry()
        for bar in window.findChildren(QTabBar, options=options)
        if not bar.isHidden()
    ]
    places: dict[str, Rect] = {}
    for key, card in cards.items():
        place = card.geometry()
        if not is_docked(card) or not room.intersects(place):
            continue
        for bar in bars:
            if bar.left() == place.left() and 0 <= bar.top() - place.bottom() <= 2:
                place = place.united(bar)
        left, top = place.left() - room.left(), place.top() - room.top()
        right, bottom = left + place.width() + gap, top + place.height() + gap
        places[key] = (float(left), float(top), float(right), float(bottom))
    return places


def whole_heights(cards: Mapping[str, Card]) -> dict[str, float]:
    """Return the heights at which cards show all that they have, of those that have one."""
    heights = {key: card.whole_height for key, card in cards.items()}
    return {key: float(height) for key, height in heights.items() if height is not None}


class CardsAside:
    """Hides cards, each with those that lie in tabs with it, and shows them again.

    Attributes
    ----------
    keys
        The cards that stand aside.
    all
        The same, and those in tabs with them.
    """

    def __init__(self, window: QMainWindow, cards: Mapping[str, QDockWidget]) -> None:
        self._window, self._cards = window, cards
        self._hidden: dict[str, tuple[QDockWidget, ...]] = {}
        # Kept as names, because every command asks for them after every edit.
        self.keys: frozenset[str] = frozenset()
        self.all: frozenset[str] = frozenset()

    def put(self, keys: frozenset[str]) -> None:
        """Let these cards stand aside, and show all others that did."""
        for key in self._hidden.keys() - keys:
            cards = self._hidden.pop(key)
            self._list()
            for card in cards:
                card.show()
            if len(cards) > 1:
                self._cards[key].raise_()
        for key in keys - self._hidden.keys():
            card = self._cards[key]
            tabs = [one for one in self._window.tabifiedDockWidgets(card) if not one.isHidden()]
            self._hidden[key] = (card, *tabs)
            self._list()
            for one in self._hidden[key]:
                one.hide()

    def _list(self) -> None:
        hidden = {card for cards in self._hidden.values() for card in cards}
        self.keys = frozenset(self._hidden)
        self.all = frozenset(key for key, card in self._cards.items() if card in hidden)


@guarded
class TabStops(QObject):
    """Takes the bars of tabs that are not used out of the way of the Tab key.

    Qt keeps them for later, shown, outside of the window.
    """

    def follow(self, bar: QTabBar) -> None:
        """Follow where `bar` lies."""
        bar.removeEventFilter(self)
        bar.installEventFilter(self)
        self._look_at(bar)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look where a bar is now."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and isinstance(watched, QTabBar):
            self._look_at(watched)
        return super().eventFilter(watched, event)

    def _look_at(self, bar: QTabBar) -> None:
        window = bar.parentWidget()
        is_seen = window is not None and window.rect().intersects(bar.geometry())
        bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_seen else Qt.FocusPolicy.NoFocus)


def style_tabs(bar: QTabBar, style: Style) -> None:
    """Style `bar` like everything else: with an underline and without boxes."""
    theme, pad, line = style.theme, round(style.px(5)), max(1, round(style.px(2)))
    bar.setDrawBase(False)
    bar.setStyleSheet(
        f"QTabBar {{ {font_rule(style)} }}"
        f"QTabBar::tab {{ background: transparent; color: {theme.mute}; border: none;"
        f" padding: {pad}px {2 * pad}px; border-bottom: {line}px solid transparent; }}"
        f"QTabBar::tab:selected {{ color: {theme.ink}; border-bottom-color: {theme.accent}; }}"
        f"QTabBar::tab:hover {{ color: {theme.ink}; }}"
        f"QTabBar::tab:focus {{ color: {theme.accent}; }}"
    )
