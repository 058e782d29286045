"""The arrangement of the cards: moves, hides, enlarges, saves and resets them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QWidget

from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.window.arrangements import Arrangement
from xentgui.window.card import Card
from xentgui.window.card_docks import TabStops, place, style_tabs, whole_heights
from xentgui.window.card_drag import CardDrag
from xentgui.window.card_fit import CardFit
from xentgui.window.card_keys import pass_keys
from xentgui.window.card_moves import move, resize
from xentgui.window.card_room import INSET_PX, least_of
from xentgui.window.workspaces import Workspace

_VERSION = 0x2D6E8375
"""The version of saved arrangements.  Cards may be added without another one."""


@guarded
class Cards(QMainWindow):
    """All cards, each in its dock: a column of tables to the left, panels to the right.

    It is the central widget of the main window, so that it has its own margins.

    Attributes
    ----------
    workspace
        The key of the workspace that is shown.  Each keeps a person's own arrangement.
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
    """

    arranged = Signal()
    enlarging = Signal()
    stood_aside = Signal()

    def __init__(
        self,
        cards: Mapping[str, Card],
        workspaces: Mapping[str, Workspace],
        panels: Collection[str],
    ) -> None:
        """Show the first of `workspaces`; `panels` are the cards that documents name."""
        super().__init__(None, Qt.WindowType.Widget)
        self.by_key = dict(cards)
        self._workspaces = workspaces
        self.workspace = next(iter(workspaces))
        self._kept: dict[str, Arrangement] = {}  # of the workspaces that are not shown
        self._tables = tuple(key for key in self.by_key if key not in panels)
        self._version = _VERSION
        self._before_enlarging: QByteArray | None = None
        self._shown_before: tuple[str, ...] = ()
        self._used_before: str | None = None
        self.enlarged: str | None = None
        self._own: Arrangement | None = None  # set only while a document shows other panels
        self._own_panels: tuple[str, ...] = ()
        self._withheld: frozenset[str] = frozenset()  # cards that a document does not show
        self._style: Style | None = None
        self._tab_stops = TabStops(self)
        self._fit = CardFit(self, self.by_key, self._tables, lambda: whole_heights(self.by_key))
        self._fit.stood_aside.connect(self.stood_aside)
        self.give_way = self._fit.give_way
        self._brought: tuple[str, ...] = ()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks
        )
        self._drag = CardDrag(self)
        self._drag.ended.connect(self._fit.let_go)
        for card in self.by_key.values():
            card.setParent(self)
            card.when_made(self._join_title)
        self.reset()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        for bar in self._tab_bars():
            style_tabs(bar, style)
            self._tab_stops.follow(bar)
        edge = max(0, round(style.px(14)) - INSET_PX)
        self.setContentsMargins(edge, edge, edge, edge)
        for key, card in self.by_key.items():
            card.show_style(style)
            card.set_least_size(*least_of(key, style.px(1.0)))
        self._fit.show_scale(style.px(1.0))

    def _tab_bars(self) -> list[QTabBar]:
        return self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    @property
    def _workspace(self) -> Workspace:
        return self._workspaces[self.workspace]

    def show_workspace(self, key: str) -> None:
        """Go to another workspace, as a person left it."""
        if key == self.workspace or key not in self._workspaces:
            return
        self.restore()
        used = self._key_of(QApplication.focusWidget())
        self._kept[self.workspace] = self.save()
        self.workspace, self._own, self._brought = key, None, ()
        kept = self._kept.pop(key, None)
        if kept is None:
            self._arrange(self._workspace)
        else:
            self._apply(kept)
        if self._withheld:
            self.show_panels((), self._withheld)
        if used is not None:  # Qt has taken the focus from the cards that were moved
            first = next((one for one in self._tables if self.is_shown(one)), self._tables[0])
            self.by_key[used if self.is_shown(used) else first].take_keys()
        self.arranged.emit()

    def reset(self) -> None:
        """Move every card to its first place in this workspace."""
        self._own = None
        self._brought = ()
        self._arrange(self._workspace)
        self.arranged.emit()

    def _arrange(self, workspace: Workspace, column: float | None = None) -> None:
        """Place all cards again; the tables are `column` design pixels wide."""
        self._before_enlarging, self.enlarged = None, None
        self.enlarging.emit()
        self._fit.order = (*self._brought, *workspace.order)
        self._fit.suspend(suspended=True)
        for card in self.by_key.values():
            self.removeDockWidget(card)
        place(self, self.by_key, workspace)
        self._fit.suspend(suspended=False)
        sizes = workspace.sizes
        self._fit.take(sizes if column is None else sizes._replace(column=column))

    # Showing and hiding

    @property
    def aside(self) -> tuple[str, ...]:
        """The keys of the cards that are shown as soon as there is room."""
        aside = self._fit.aside
        return tuple(key for key in self.by_key if key in aside)

    def is_shown(self, key: str) -> bool:
        """Return whether a card is shown in the window, at least as soon as there is room."""
        return not self.by_key[key].isHidden() or key in self._fit.aside

    def pass_keys(self, way: int) -> None:
        """Give the keys to the next card (1) or to the one before (-1)."""
        pass_keys(self.by_key.values(), way)

    def move_used(self, way: tuple[int, int]) -> None:
        """Move the card with the keys beyond its neighbour to the right (1, 0), below (0, 1) …."""
        self._change_used(partial(move, self, self.by_key, way=way))

    def resize_used(self, way: tuple[int, int]) -> None:
        """Make the card with the keys wider (1, 0), narrower (-1, 0), taller (0, 1) or lower."""
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

    @property
    def used(self) -> str | None:
        """The key of the card that has the keys, or None."""
        return self._key_of(QApplication.focusWidget())

    def panels_shown(self) -> tuple[str, ...]:
        """Return the keys of the panels that are shown, or were shown before enlarging."""
        if self.enlarged is not None:
            return self._shown_before
        return tuple(key for key in self.by_key if key not in self._tables and self.is_shown(key))

    def show_panels(self, keys: Collection[str], withheld: Collection[str] = ()) -> None:
        """Show the panels that a document names, at their places in the workspace.

        If it names none, or those that are shown anyway, the person's own arrangement stays, unless
        cards beside the panels are `withheld`.
        `save` always returns the person's own, so that a document does not change later starts.
        """
        wanted = [key for key in self.by_key if key in keys and key not in self._tables]
        self.restore()
        own_panels = self.panels_shown() if self._own is None else self._own_panels
        self._withheld = frozenset(withheld)
        if withheld or (wanted and set(wanted) != set(own_panels)):
            if self._own is None:
                self._own, self._own_panels = self._arrangement(), own_panels
            sizes = self._fit.sizes
            shown = self._workspace.without(withheld).showing(wanted or own_panels)
            self._arrange(shown, sizes.column if sizes else None)
        elif (own := self._own_now()) is not None:
            self._own = None
            self._apply(own)
        else:
            return
        self.arranged.emit()

    def toggle(self, key: str) -> None:
        """Show a card that is hidden, or hide one that is shown."""
        self.restore()
        if key in self._fit.aside:
            self.bring(key)
            return
        card = self.by_key[key]
        card.setVisible(card.isHidden())
        if not card.isHidden():
            card.raise_()
            self._take_first(key)
        self._fit.measure_soon()
        self.arranged.emit()

    def bring(self, key: str) -> None:
        """Show a card that stands aside; if need be, others do so instead."""
        self.restore()
        self._take_first(key)
        self._fit.fit()
        self.by_key[key].raise_()
        self.by_key[key].take_keys()
        self.arranged.emit()

    def _take_first(self, key: str) -> None:
        """Let `key` be the most important card, as the last one that a person asked for."""
        self._brought = (key, *(other for other in self._brought if other != key))
        self._fit.order = (*self._brought, *self._workspace.order)

    def toggle_enlarged(self) -> None:
        """Enlarge the card with the focus, or go back to all cards."""
        if self.enlarged is not None:
            self.restore()
            return
        key = self._key_of(QApplication.focusWidget()) or self._workspace.panels[0][0]
        self.enlarge(key)

    def enlarge(self, key: str) -> None:
        """Let one card fill the window."""
        self.restore()
        self._fit.suspend(suspended=True)
        self._before_enlarging = self.saveState(self._version)
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
        self.restoreState(before, self._version)
        self._fit.suspend(suspended=False)
        if self._used_before is not None:
            self.by_key[self._used_before].take_keys()
        self.arranged.emit()

    def _on_title(self, key: str) -> None:
        if self.enlarged is None:
            self.enlarge(key)
        else:
            self.restore()

    def _join_title(self, card: Card) -> None:
        card.title_bar.pressed.connect(lambda: self._on_title_pressed(card))
        card.title_bar.enlarge_requested.connect(lambda: self._on_title(card.key))

    def _on_title_pressed(self, card: Card) -> None:
        self._fit.hold()
        self._drag.begin(card)

    def _key_of(self, widget: QWidget | None) -> str | None:
        for key, card in self.by_key.items():
            if widget is not None and card.isAncestorOf(widget):
                return key
        return None

    # Remembering

    def save(self) -> Arrangement:
        """Return the person's own arrangement of this workspace."""
        return self._own_now() or self._arrangement()

    def save_all(self) -> dict[str, Arrangement]:
        """Return the person's own arrangements of all workspaces that were shown, for `load`."""
        return {**self._kept, self.workspace: self.save()}

    def _own_now(self) -> Arrangement | None:
        """Return the person's arrangement, while a document has another, with the tables' width."""
        own, sizes = self._own, self._fit.sizes
        if own is None or own.sizes is None or sizes is None:
            return own
        return own._replace(sizes=own.sizes._replace(column=sizes.column))

    def _arrangement(self) -> Arrangement:
        sizes = self._fit.sizes
        with self._fit.whole():
            docks = self._before_enlarging or self.saveState(self._version)
        return Arrangement(bytes(docks.data()), sizes)

    def load(self, arrangements: Mapping[str, Arrangement], workspace: str = "") -> None:
        """Show `workspace` as it was saved, or the first one; invalid data are ignored."""
        self._kept = dict(arrangements)
        if workspace in self._workspaces:
            self.workspace = workspace
        kept = self._kept.pop(self.workspace, None)
        if kept is not None:
            self._apply(kept)
        elif self.workspace == next(iter(self._workspaces)):
            return
        else:
            self._arrange(self._workspace)
        self.arranged.emit()

    def _apply(self, arrangement: Arrangement) -> None:
        self._fit.suspend(suspended=True)
        known = self.restoreState(QByteArray(arrangement.docks), self._version)
        self._fit.suspend(suspended=False)
        if known:
            self._fit.take(arrangement.sizes)
        else:
            self._arrange(self._workspace)

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
