"""The rows and columns of a table of classes, and their updates."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from xentgui.model import Snapshot, State, derive
from xentgui.model.view import View
from xentgui.painting.handlers import guarded
from xentgui.tables.column import TableColumn, TableView

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@guarded
class ClassRows(QAbstractTableModel):
    """One row for each class, one column for each `TableColumn`; updates keep those that stay.

    Texts are made when a cell is shown and kept until the numbers change, so that 50 000 classes
    are as fast as 3.

    Attributes
    ----------
    all_columns
        All possible columns.
    """

    all_columns: tuple[TableColumn, ...] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table_view: TableView | None = None
        self._view = View()
        self._columns = tuple(c for c in self.all_columns if c.editable)
        self._texts: dict[tuple[int, int], str] = {}

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """The columns that are shown now."""
        return self._columns

    @property
    def table_view(self) -> TableView | None:
        """The snapshot and the view that are shown; None before the first snapshot."""
        return self._table_view

    @property
    def state(self) -> State | None:
        """The present state; None before the first snapshot."""
        return None if self._table_view is None else self._table_view.snapshot.state

    def has_classes_of(self, snapshot: Snapshot) -> bool:
        """Return whether the rows are the classes of `snapshot`, which is so after most edits."""
        state = self.state
        return state is not None and state.names is snapshot.state.names

    def column_of(self, key: str) -> int:
        """Return the index of the column `key`, or -1."""
        return next((at for at, column in enumerate(self._columns) if column.key == key), -1)

    def text_of(self, row: int, column: int) -> str:
        """Return the text of the cell, which is made once for each snapshot."""
        text = self._texts.get((row, column))
        if text is None:
            if self._table_view is None:
                return ""
            text = self._columns[column].cell_text(self._table_view, row)
            self._texts[row, column] = text
        return text

    # -- showing ------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers: one signal, however many classes there are."""
        before = self._table_view
        self._look(TableView(snapshot, self._view, before.pinned if before else self._pin(None)))

    def show_view(self, view: View) -> None:
        """Show the same numbers in another unit, with other decimals, or compared."""
        before, self._view = self._view, view
        if self._table_view is None:
            return
        same = (view.unit, view.decimals) == (before.unit, before.decimals)
        if same and view.pinned is before.pinned:
            return
        self._look(TableView(self._table_view.snapshot, view, self._pin(before)))
        if view.unit != before.unit:
            self.retranslate()

    def retranslate(self) -> None:
        """Show the headings in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def _pin(self, before: View | None) -> Snapshot | None:
        pinned = self._view.pinned
        if pinned is None:
            return None
        if before is not None and before.pinned is pinned and self._table_view is not None:
            return self._table_view.pinned
        return derive(pinned)

    def _look(self, table_view: TableView) -> None:
        wanted = tuple([c for c in self.all_columns if c.shown is None or c.shown(table_view)])
        others = wanted != self._columns
        if others:
            self._remove_columns(wanted)
        self._about_to_show(table_view.snapshot.state)
        self._replace_rows(table_view)
        if others:
            self._insert_columns(wanted)
        # `createIndex`, because `index` would first call `rowCount` and `columnCount`.
        last = self.createIndex(len(table_view.snapshot.state.names) - 1, len(wanted) - 1)
        self.dataChanged.emit(self.createIndex(0, 0), last)

    def _replace_rows(self, table_view: TableView) -> None:
        old = self._table_view.snapshot.state.names if self._table_view is not None else ()
        change = row_change(old, table_view.snapshot.state.names)
        if change is None:
            self.beginResetModel()
            self._set_table_view(table_view)
            self._forget_places()
            self.endResetModel()
            return
        first, removed, inserted = change
        if removed:
            self.beginRemoveRows(_NOWHERE, first, first + removed - 1)
        elif inserted:
            self.beginInsertRows(_NOWHERE, first, first + inserted - 1)
        self._set_table_view(table_view)
        if removed:
            self.endRemoveRows()
            self._rows_are_gone()
        elif inserted:
            self.endInsertRows()

    def _set_table_view(self, table_view: TableView) -> None:
        self._table_view = table_view
        self._texts = {}

    def _remove_columns(self, wanted: tuple[TableColumn, ...]) -> None:
        for at in reversed(range(len(self._columns))):
            if self._columns[at] not in wanted:
                self.beginRemoveColumns(_NOWHERE, at, at)
                self._columns = self._columns[:at] + self._columns[at + 1 :]
                self._texts = {}
                self.endRemoveColumns()

    def _insert_columns(self, wanted: tuple[TableColumn, ...]) -> None:
        for at, column in enumerate(wanted):
            if column not in self._columns:
                self.beginInsertColumns(_NOWHERE, at, at)
                self._columns = (*self._columns[:at], column, *self._columns[at:])
                self._texts = {}
                self.endInsertColumns()

    # -- for what a subclass keeps by cell ------------------------------------------------

    def _about_to_show(self, state: State) -> None:
        """Forget what does not apply to `state`; `self.state` is still the old one."""

    def _forget_places(self) -> None:
        """Forget everything that is kept by cell, because the rows become other classes."""

    def _rows_are_gone(self) -> None:
        """Forget what was kept for rows that were removed."""

    # -- Qt -----------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of classes."""
        if parent.isValid() or self._table_view is None:
            return 0
        return len(self._table_view.snapshot.state.names)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns that are shown now."""
        return 0 if parent.isValid() else len(self._columns)


def row_change(before: Sequence[str], after: Sequence[str]) -> tuple[int, int, int] | None:
    """Return (first row, rows removed, rows inserted) for a change of labels.

    At least one of the two counts is 0.  None if other names changed as well: then the rows are
    other classes, and none of them stays.

    >>> row_change("abcd", "acd"), row_change("abcd", "abxcd"), row_change("ab", "cd")
    ((1, 1, 0), (2, 0, 1), (0, 0, 0))
    >>> row_change("abc", "xy") is None
    True
    """
    growth = len(after) - len(before)
    if growth == 0:
        return 0, 0, 0
    shorter = min(len(before), len(after))
    tail = 0
    while tail < shorter and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    first = shorter - tail
    if before[:first] != after[:first]:
        return None
    return first, max(-growth, 0), max(growth, 0)
