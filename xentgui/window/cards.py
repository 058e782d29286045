"""The cards of each workspace: shows, hides, saves and resets them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from xentgui.window.arrangements import Arrangement
from xentgui.window.card_docks import place
from xentgui.window.docked_cards import VERSION, DockedCards
from xentgui.window.workspaces import Workspace


class Cards(DockedCards):
    """All cards of a workspace: a column of tables to the left, panels to the right.

    It is the central widget of the main window, so that it has its own margins.

    Attributes
    ----------
    workspace
        The key of the workspace that is shown.  Each keeps a person's own arrangement.
    """

    def __init__(
        self,
        formulas: Mapping[str, str],
        workspaces: Mapping[str, Workspace],
        panels: Collection[str],
    ) -> None:
        """Show the first of `workspaces`; for `formulas` and `panels` see `DockedCards`."""
        super().__init__(formulas, panels)
        self._workspaces = workspaces
        self.workspace = next(iter(workspaces))
        self._kept: dict[str, Arrangement] = {}  # of the workspaces that are not shown
        self._own: Arrangement | None = None  # set only while a document shows other panels
        self._own_panels: tuple[str, ...] = ()
        self._withheld: frozenset[str] = frozenset()  # cards that a document does not show
        self._brought: tuple[str, ...] = ()
        self.reset()

    @property
    def _workspace(self) -> Workspace:
        return self._workspaces[self.workspace]

    def show_workspace(self, key: str) -> None:
        """Go to another workspace, as a person left it."""
        if key == self.workspace or key not in self._workspaces:
            return
        self.complete()
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
        self._make(workspace.shown)
        place(self, self.by_key, workspace)
        self._fit.suspend(suspended=False)
        sizes = workspace.sizes
        self._fit.take(sizes if column is None else sizes._replace(column=column))

    def complete(self) -> None:
        """Make the cards that are not shown, each where it would be shown."""
        added = self._make(self._formulas)
        unknown = [card for card in added if not self.restoreDockWidget(card)]
        corner = self.by_key[self._workspace.panels[0][0]]
        for card in unknown:
            self.tabifyDockWidget(corner, card)
            card.setVisible(False)

    # Showing and hiding

    def show_panels(self, keys: Collection[str], withheld: Collection[str] = ()) -> None:
        """Show the panels that a document names, at their places in the workspace.

        If it names none, or those that are shown anyway, the person's own arrangement stays, unless
        cards beside the panels are `withheld`.
        `save` always returns the person's own, so that a document does not change later starts.
        """
        self.complete()
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
        self.complete()
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
        self.complete()
        sizes = self._fit.sizes
        with self._fit.whole():
            docks = self._before_enlarging or self.saveState(VERSION)
        return Arrangement(bytes(docks.data()), sizes)

    def load(self, arrangements: Mapping[str, Arrangement], workspace: str = "") -> None:
        """Show `workspace` as it was saved, or the first one; invalid data are ignored."""
        self._kept = dict(arrangements)
        if workspace in self._workspaces:
            self.workspace = workspace
        kept = self._kept.pop(self.workspace, None)
        if kept is not None:
            self._make(kept.shown(self._formulas))
            self._apply(kept)
        elif self.workspace == next(iter(self._workspaces)):
            return
        else:
            self._arrange(self._workspace)
        self.arranged.emit()

    def _apply(self, arrangement: Arrangement) -> None:
        self._fit.suspend(suspended=True)
        known = self.restoreState(QByteArray(arrangement.docks), VERSION)
        self._fit.suspend(suspended=False)
        if known:
            self._fit.take(arrangement.sizes)
        else:
            self._arrange(self._workspace)
