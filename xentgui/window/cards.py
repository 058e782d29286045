"""The arrangement of the cards: moved, hidden, enlarged, remembered, and put back."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QWidget

from xentgui.painting.style import Style, font_rule
from xentgui.window.card import INSET_PX, Card
from xentgui.window.card_drag import CardDrag

TABLES_WIDTH_PX = 384

_LEFT_AREA = Qt.DockWidgetArea.LeftDockWidgetArea


class Workspace(NamedTuple):
    """An arrangement of cards that has a name.

    Attributes
    ----------
    tables
        The cards at the left, from top to bottom, each with its share of the height.
    panels
        The panels that are shown, row by row; all others are hidden.
    """

    tables: tuple[tuple[str, float], ...]
    panels: tuple[tuple[str, ...], ...]


WORKSPACES = {
    "explore": Workspace(
        tables=(("logit_table", 0.285), ("target_table", 0.285), ("glance", 0.43)),
        panels=(("distribution", "information"), ("gradient", "derivation")),
    ),
}
"""Every workspace, by its key."""


class Cards(QMainWindow):
    """All cards, in docks of their own: a column of tables at the left, panels at the right.

    It is the central widget of the real window, so that it has margins of its own.

    Signals
    -------
    arranged()
        Cards were shown, hidden, enlarged or put back.
    """

    arranged = Signal()

    def __init__(self, cards: Mapping[str, Card], workspace: Workspace) -> None:
        """`workspace` is what `reset` goes back to."""
        super().__init__(None, Qt.WindowType.Widget)
        self.by_key = dict(cards)
        self._tables = tuple(key for key, _ in workspace.tables)
        self._heights = tuple(height for _, height in workspace.tables)
        self._rows = workspace.panels
        self._version = zlib.crc32(" ".join(self.by_key).encode()) & 0x7FFFFFFF
        self._before_enlarging: QByteArray | None = None
        self._shown_before: tuple[str, ...] = ()
        self._used_before: str | None = None
        self.enlarged: str | None = None
        self._style: Style | None = None
        self._width, self._column = 0, TABLES_WIDTH_PX
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks
        )
        drag = CardDrag(self)
        for card in self.by_key.values():
            card.setParent(self)
            card.title_bar.pressed.connect(lambda card=card: drag.begin(card))
            card.title_bar.enlarge_requested.connect(lambda key=card.key: self._on_title(key))
        self.by_key[self._tables[0]].installEventFilter(self)
        self.reset()

    def show_style(self, style: Style) -> None:
        """Take on colours and sizes."""
        self._style = style
        for bar in self._tab_bars():
            _style_tabs(bar, style)
        edge = max(0, round(style.px(14)) - INSET_PX)
        self.setContentsMargins(edge, edge, edge, edge)
        for card in self.by_key.values():
            card.show_style(style)

    def _tab_bars(self) -> list[QTabBar]:
        return self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def reset(self) -> None:
        """Put every card where it was at first."""
        self._before_enlarging, self.enlarged = None, None
        for card in self.by_key.values():
            self.removeDockWidget(card)
        self._place()
        self._unshared = not self.isVisible()
        self.arranged.emit()

    def _place(self) -> None:
        # All cards lie in one area; the first of each row splits what is left of it.
        corner = self.by_key[self._rows[0][0]]
        first = self.by_key[self._tables[0]]
        self.addDockWidget(_LEFT_AREA, first)
        self.splitDockWidget(first, corner, Qt.Orientation.Horizontal)
        for above, below in pairwise(self._tables):
            self.splitDockWidget(self.by_key[above], self.by_key[below], Qt.Orientation.Vertical)
        starts = [self.by_key[row[0]] for row in self._rows]
        for above_card, below_card in pairwise(starts):
            self.splitDockWidget(above_card, below_card, Qt.Orientation.Vertical)
        for row in self._rows:
            for before, after in pairwise(row):
                self.splitDockWidget(
                    self.by_key[before], self.by_key[after], Qt.Orientation.Horizontal
                )
        shown = {*self._tables, *(key for row in self._rows for key in row)}
        for key, card in self.by_key.items():
            if key not in shown:
                self.addDockWidget(_LEFT_AREA, card)
                self.tabifyDockWidget(corner, card)
            card.setVisible(key in shown)
        corner.raise_()
        self._share()

    def _share(self) -> None:
        """Give the tables their width, and share what is left evenly."""
        rest = max(self.width() - TABLES_WIDTH_PX, 100)
        for row in self._rows:
            widths = [TABLES_WIDTH_PX, *(rest // len(row) for _ in row)]
            self._resize((self._tables[0], *row), widths, Qt.Orientation.Horizontal)
        height = max(self.height(), 100)
        starts = tuple(row[0] for row in self._rows)
        even = [height // len(starts)] * len(starts)
        self._resize(starts, even, Qt.Orientation.Vertical)
        self._resize(
            self._tables, [round(height * part) for part in self._heights], Qt.Orientation.Vertical
        )

    def _resize(self, keys: tuple[str, ...], sizes: list[int], along: Qt.Orientation) -> None:
        self.resizeDocks([self.by_key[key] for key in keys], sizes, along)

    # Showing and hiding

    def is_shown(self, key: str) -> bool:
        """Say whether a card is among those in the window."""
        return not self.by_key[key].isHidden()

    def panels_shown(self) -> tuple[str, ...]:
        """Return the keys of the panels, not the tables, that are shown or were before enlarging."""
        if self.enlarged is not None:
            return self._shown_before
        return tuple(key for key in self.by_key if key not in self._tables and self.is_shown(key))

    def show_panels(self, keys: tuple[str, ...]) -> None:
        """Show these panels and hide the others; if there are none of them, leave all as it is."""
        panels = {key: card for key, card in self.by_key.items() if key not in self._tables}
        if not panels.keys() & set(keys):
            return
        self.restore()
        for key, card in panels.items():
            card.setVisible(key in keys)
        self.arranged.emit()

    def toggle(self, key: str) -> None:
        """Show a card that is hidden, or hide one that is shown."""
        self.restore()
        card = self.by_key[key]
        card.setVisible(card.isHidden())
        if not card.isHidden():
            card.raise_()
        self.arranged.emit()

    def toggle_enlarged(self) -> None:
        """Enlarge the card with the focus, or go back to all cards."""
        if self.enlarged is not None:
            self.restore()
            return
        key = self._key_of(QApplication.focusWidget()) or self._rows[0][0]
        self.enlarge(key)

    def enlarge(self, key: str) -> None:
        """Let one card fill the window."""
        self.restore()
        self._before_enlarging = self.saveState(self._version)
        self._shown_before = self.panels_shown()
        self._used_before = self._key_of(QApplication.focusWidget())
        self.enlarged = key
        self.by_key[key].take_keys()  # else Qt gives them to the first part that is not hidden
        for other, card in self.by_key.items():
            card.setVisible(other == key)
        self.arranged.emit()

    def restore(self) -> None:
        """Go back from one card to all."""
        if self._before_enlarging is None:
            return
        before, self._before_enlarging, self.enlarged = self._before_enlarging, None, None
        self.restoreState(before, self._version)
        if self._used_before is not None:
            self.by_key[self._used_before].take_keys()
        self.arranged.emit()

    def _on_title(self, key: str) -> None:
        if self.enlarged is None:
            self.enlarge(key)
        else:
            self.restore()

    def _key_of(self, widget: QWidget | None) -> str | None:
        for key, card in self.by_key.items():
            if widget is not None and card.isAncestorOf(widget):
                return key
        return None

    # Remembering

    def save(self) -> bytes:
        """Return the arrangement, as `load` takes it."""
        state = self._before_enlarging or self.saveState(self._version)
        return bytes(state.data())

    def load(self, arrangement: bytes) -> None:
        """Arrange the cards as they were saved; what is of no use is passed over."""
        if not arrangement:
            return
        if self.restoreState(QByteArray(arrangement), self._version):
            self._unshared = False
        else:
            self.reset()
        self.arranged.emit()

    def childEvent(self, event: QChildEvent) -> None:
        """Apply the theme to the tabs that Qt makes when one card lies on another."""
        super().childEvent(event)
        if not event.polished() or self._style is None:
            return
        # `event.child()` would make PySide build every class that the child could have.
        for bar in self._tab_bars():
            if not bar.styleSheet():
                _style_tabs(bar, self._style)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        # Qt's style has put dots between the cards; the shape of the cursor is enough there.
        QPainter(self).fillRect(event.rect(), self.palette().window())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a person has made the tables wider or narrower."""
        # Only the tables' column was resized, not the window: a person has done that.
        if event.type() == QEvent.Type.Resize and self.width() == self._width:
            self._column = self.by_key[self._tables[0]].width()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give new width to the panels."""
        super().resizeEvent(event)
        tables = self.by_key[self._tables[0]]
        if self._unshared:
            self._unshared = False
            self._share()
        elif tables.isVisible() and self.enlarged is None and not self.tabifiedDockWidgets(tables):
            # Qt would widen all columns alike; the tables have no use for more width.
            self.resizeDocks([tables], [self._column], Qt.Orientation.Horizontal)
        self._width = self.width()


def _style_tabs(bar: QTabBar, style: Style) -> None:
    """Give `bar` the colours and sizes of everything else: an underline, no boxes."""
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
