"""The cards in their docks: their look, their keys, how they are dragged, and one that is enlarged."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QWidget

from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.window.card import Card
from xentgui.window.card_docks import TabStops, style_tabs, whole_heights
from xentgui.window.card_fit import CardFit
from xentgui.window.card_room import INSET_PX, least_of

if TYPE_CHECKING:
    from xentgui.window.card_drag import CardDrag

VERSION = 0x2D6E8375
"""The version of saved arrangements.  Cards may be added without another one."""


@guarded
class DockedCards(QMainWindow):
    """All cards, each in a dock that a person can drag; where they begin is for `Cards` to say.

    Attributes
    ----------
    by_key
        The cards, in their order; until `complete`, those that were needed.
    enlarged
        The key of the card that fills the window, or None.
    give_way
        Lets the cards do with so much less room than there is, for a moment.

    Signals
    -------
    arranged()
        Cards were shown, hidden, enlarged or reset.
    stood_aside()
        Other cards than before have no room.
    enlarging()
        Another card, or none, is about to fill the window.
    made()
        There are more cards than before, still without texts.
    """

    arranged = Signal()
    enlarging = Signal()
    made = Signal()
    stood_aside = Signal()

    def __init__(self, formulas: Mapping[str, str], panels: Collection[str]) -> None:
        """Have a card for each of `formulas`, which are to stand in its title, or are "".

        `panels` are the cards that documents name; the others stand in the column.
        """
        super().__init__(None, Qt.WindowType.Widget)
        self._formulas = formulas
        self.by_key: dict[str, Card] = {}
        self._tables = tuple(key for key in formulas if key not in panels)
        self._before_enlarging: QByteArray | None = None
        self._shown_before: tuple[str, ...] = ()
        self._used_before: str | None = None
        self.enlarged: str | None = None
        self._style: Style | None = None
        self._tab_stops = TabStops(self)
        self._fit = CardFit(self, self.by_key, self._tables, lambda: whole_heights(self.by_key))
        self._fit.stood_aside.connect(self.stood_aside)
        self.give_way = self._fit.give_way
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks
        )

    @cached_property
    def _drag(self) -> CardDrag:
        from xentgui.window.card_drag import CardDrag  # noqa: PLC0415 - no picture waits for a drag

        drag = CardDrag(self)
        drag.ended.connect(self._fit.let_go)
        return drag

    def _make(self, keys: Collection[str]) -> tuple[Card, ...]:
        """Make those of these cards that are not there yet, and return them."""
        added = {
            key: Card(key, self._formulas[key], self) for key in keys if key not in self.by_key
        }
        if added:
            there = self.by_key | added
            self.by_key.clear()  # and filled again, as others have the same mapping
            self.by_key.update((key, there[key]) for key in self._formulas if key in there)
            for card in added.values():
                card.when_made(self._join_title)
                if self._style is not None:
                    self._show_style_on(card, self._style)
            self.made.emit()
        return tuple(added.values())

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        for bar in self._tab_bars():
            style_tabs(bar, style)
            self._tab_stops.follow(bar)
        edge = max(0, round(style.px(14)) - INSET_PX)
        self.setContentsMargins(edge, edge, edge, edge)
        for card in self.by_key.values():
            self._show_style_on(card, style)
        self._fit.show_scale(style.px(1.0))

    def _show_style_on(self, card: Card, style: Style) -> None:
        card.show_style(style)
        card.set_least_size(*least_of(card.key, style.px(1.0)))

    def _tab_bars(self) -> list[QTabBar]:
        return self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    @property
    def aside(self) -> tuple[str, ...]:
        """The keys of the cards that are shown as soon as there is room."""
        aside = self._fit.aside
        return tuple(key for key in self.by_key if key in aside)

    def is_shown(self, key: str) -> bool:
        """Return whether a card is shown in the window, at least as soon as there is room."""
        is_hidden = key not in self.by_key or self.by_key[key].isHidden()
        return not is_hidden or key in self._fit.aside

    def panels_shown(self) -> tuple[str, ...]:
        """Return the keys of the panels that are shown, or were shown before enlarging."""
        if self.enlarged is not None:
            return self._shown_before
        return tuple(key for key in self.by_key if key not in self._tables and self.is_shown(key))

    def pass_keys(self, way: int) -> None:
        """Give the keys to the next card (1) or to the one before (-1)."""
        from xentgui.window.card_moves import pass_keys  # noqa: PLC0415 - no start passes them

        pass_keys(self.by_key.values(), way)

    @property
    def used(self) -> str | None:
        """The key of the card that has the keys, or None."""
        return self._key_of(QApplication.focusWidget())

    def _key_of(self, widget: QWidget | None) -> str | None:
        for key, card in self.by_key.items():
            if widget is not None and card.isAncestorOf(widget):
                return key
        return None

    def move_used(self, way: tuple[int, int]) -> None:
        """Move the card with the keys beyond its neighbour to the right (1, 0), below (0, 1) …."""
        from xentgui.window.card_moves import move  # noqa: PLC0415 - no start moves a card

        self._change_used(partial(move, self, self.by_key, way=way))

    def resize_used(self, way: tuple[int, int]) -> None:
        """Make the card with the keys wider (1, 0), narrower (-1, 0), taller (0, 1) or lower."""
        from xentgui.window.card_moves import resize  # noqa: PLC0415 - as above

        self._change_used(partial(resize, self, self.by_key, way=way, scale=self._fit.scale))

    def _change_used(self, change: Callable[[str], None]) -> None:
        """Change places as a drag does, which keeps what follows; the keys stay where they are."""
        key, holder = self.used, QApplication.focusWidget()
        if key is None or holder is None or self.enlarged is not None:
            return
        self._fit.hold()
        change(key)
        self._fit.let_go()
        holder.setFocus(Qt.FocusReason.OtherFocusReason)

    def enlarge(self, key: str) -> None:
        """Let one card fill the window."""
        self.restore()
        self._fit.suspend(suspended=True)
        self._before_enlarging = self.saveState(VERSION)
        self._shown_before = self.panels_shown()
        self._used_before = self._key_of(QApplication.focusWidget())
        self.enlarged = key
        self.enlarging.emit()
        self.by_key[key].take_keys()  # otherwise Qt focuses the first part that is not hidden
        for other, card in self.by_key.items():
            card.setVisible(other == key)
        self.arranged.emit()

    def restore(self) -> None:
        """Go back from one card to all."""
        if self._before_enlarging is None:
            return
        before, self._before_enlarging, self.enlarged = self._before_enlarging, None, None
        self.enlarging.emit()
        self.restoreState(before, VERSION)
        self._fit.suspend(suspended=False)
        if self._used_before is not None:
            self.by_key[self._used_before].take_keys()
        self.arranged.emit()

    def _join_title(self, card: Card) -> None:
        card.title_bar.pressed.connect(lambda: self._on_title_pressed(card))
        card.title_bar.enlarge_requested.connect(lambda: self._on_title(card.key))

    def _on_title(self, key: str) -> None:
        if self.enlarged is None:
            self.enlarge(key)
        else:
            self.restore()

    def _on_title_pressed(self, card: Card) -> None:
        self._fit.hold()
        self._drag.begin(card)

    def minimumSizeHint(self) -> QSize:
        """Return the room for one card: what does not fit stands aside."""
        return QSize(*least_of(self._tables[0], self._fit.scale))

    def childEvent(self, event: QChildEvent) -> None:
        """Apply the theme to the tabs that Qt makes when one card lies on another."""
        super().childEvent(event)
        if not event.polished() or self._style is None:
            return
        # With `event.child()`, PySide would create every class that the child could have.
        for bar in self._tab_bars():
            if not bar.styleSheet():
                style_tabs(bar, self._style)
                self._tab_stops.follow(bar)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the background."""
        # Painted over the dots of Qt's style between the cards; the cursor's shape is enough there.
        QPainter(self).fillRect(event.rect(), self.palette().window())

    def event(self, event: QEvent) -> bool:
        """Notice when a person moves the line between two cards."""
        # A press on a card is handled by the card and does not come here.
        if event.type() == QEvent.Type.MouseButtonPress:
            self._fit.hold()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._fit.let_go()
        return super().event(event)
