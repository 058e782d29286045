"""A table of classes as Qt wants it: nothing is converted before it is looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from xentgui.language.text import QT_TRANSLATE_NOOP, explain, tip, translate
from xentgui.model import RefusedError, Snapshot, State, derive
from xentgui.model.edits import Field
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.tables.cells.refused_text import RefusedTexts
from xentgui.tables.column import TableColumn
from xentgui.tables.row_change import row_change
from xentgui.tables.table_view import TableView
from xentgui.tables.typed_cell import stored, written

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RENAME = QT_TRANSLATE_NOOP("tables", "Rename {label}")


class ClassModel(QAbstractTableModel):
    """One row a class, one column a `TableColumn`; typing becomes a request, or a reason.

    Strings are made when a cell is looked at and kept until the numbers change, so that
    50 000 classes are as quick as 3.

    Attributes
    ----------
    field, value_key
        The numbers that are typed: their name in `State`, and the key of their column.
    all_columns
        Every column there may be.
    drafts
        The texts that were refused.
    step, clear_step
        The names of the undo steps that type a number, and set numbers to 0.

    Signals
    -------
    edit_requested(State, str)
        What was typed makes sense; the state it asks for, and the name of the step.
    edit_refused(QModelIndex, str)
        What was typed makes none, for this reason; everything is as it was.
    """

    edit_requested = Signal(object, str)
    edit_refused = Signal(object, str)

    field: Field = "logits"
    value_key = ""
    all_columns: tuple[TableColumn, ...] = ()
    step = ""
    clear_step = ""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sight: TableView | None = None
        self._view = View()
        self._columns = tuple(c for c in self.all_columns if c.editable)
        self._texts: dict[tuple[int, int], str] = {}
        self.drafts = RefusedTexts()

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """The columns that are there now."""
        return self._columns

    @property
    def sight(self) -> TableView | None:
        """What is looked at; None before the first snapshot."""
        return self._sight

    @property
    def state(self) -> State | None:
        """The state of the moment; None before the first snapshot."""
        return None if self._sight is None else self._sight.snapshot.state

    def has_classes_of(self, snapshot: Snapshot) -> bool:
        """Return whether the rows are the classes of `snapshot`, as they are after most edits."""
        state = self.state
        return state is not None and state.labels is snapshot.state.labels

    def column_of(self, key: str) -> int:
        """Return where the column `key` is, or -1."""
        return next((at for at, column in enumerate(self._columns) if column.key == key), -1)

    @property
    def value_column(self) -> int:
        """Where numbers are typed."""
        return self.column_of(self.value_key)

    def text_of(self, row: int, column: int) -> str:
        """Return what the cell shows, made once a snapshot."""
        text = self._texts.get((row, column))
        if text is None:
            if self._sight is None:
                return ""
            text = self._columns[column].cell_text(self._sight, row)
            self._texts[row, column] = text
        return text

    def cell_name(self, index: _Index) -> str:
        """Return what a cell is called: its class and its column."""
        state = self.state
        label = name_of(state.labels, index.row()) if state is not None else ""
        return f"{label}, {self._columns[index.column()].heading_text(self._view)}"

    # -- showing ------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers: one signal for all that changed, whatever the row count."""
        before = self._sight
        self._look(TableView(snapshot, self._view, before.pinned if before else self._pin(None)))

    def show_view(self, view: View) -> None:
        """Show the same numbers in another unit, with other decimals, or compared."""
        before, self._view = self._view, view
        if self._sight is None:
            return
        same = (view.unit, view.decimals) == (before.unit, before.decimals)
        if same and view.pinned is before.pinned:
            return
        self._look(TableView(self._sight.snapshot, view, self._pin(before)))
        if view.unit != before.unit:
            self.retranslate()

    def retranslate(self) -> None:
        """Say the headings in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def _pin(self, before: View | None) -> Snapshot | None:
        pinned = self._view.pinned
        if pinned is None:
            return None
        if before is not None and before.pinned is pinned and self._sight is not None:
            return self._sight.pinned
        return derive(pinned)

    def _look(self, sight: TableView) -> None:
        wanted = tuple([c for c in self.all_columns if c.shown is None or c.shown(sight)])
        others = wanted != self._columns
        if others:
            self._remove_columns(wanted)
        if self.drafts.all:
            self._forget_drafts(sight.snapshot.state)
        self._replace_rows(sight)
        if others:
            self._insert_columns(wanted)
        # For `index`, Qt would first ask how many rows and columns there are.
        last = self.createIndex(len(sight.snapshot.state.labels) - 1, len(wanted) - 1)
        self.dataChanged.emit(self.createIndex(0, 0), last)

    def _replace_rows(self, sight: TableView) -> None:
        old = self._sight.snapshot.state.labels if self._sight is not None else ()
        change = row_change(old, sight.snapshot.state.labels)
        if change is None:
            self.beginResetModel()
            self._set_sight(sight)
            self.drafts.all.clear()
            self.endResetModel()
            return
        first, removed, inserted = change
        if removed:
            self.beginRemoveRows(_NOWHERE, first, first + removed - 1)
        elif inserted:
            self.beginInsertRows(_NOWHERE, first, first + inserted - 1)
        self._set_sight(sight)
        if removed:
            self.endRemoveRows()
            self.drafts.keep_only(lambda _row, _at: True)
        elif inserted:
            self.endInsertRows()

    def _set_sight(self, sight: TableView) -> None:
        self._sight = sight
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

    # -- what was refused ---------------------------------------------------------------

    def keep_draft(self, index: _Index, text: str, reason: str) -> None:
        """Let a cell hold text that was refused, until it is mended or dropped."""
        self.drafts.keep(index, text, reason)
        self._tell(index)

    def drop_draft(self, index: _Index) -> None:
        """Show the number of a cell again instead of the text that was refused."""
        if self.drafts.drop(index.row(), index.column()):
            self._tell(index)

    def _tell(self, index: _Index) -> None:
        cell = self.index(index.row(), index.column())
        self.dataChanged.emit(cell, cell)

    def _forget_drafts(self, state: State) -> None:
        # Where another part has written to the cell, the text is about a number that is gone.
        before = self.state
        if before is None:
            return
        old, new = stored(before, self.field), stored(state, self.field)
        if len(old) == len(new):
            names = self.column_of("label")
            self.drafts.keep_only(lambda row, at: at == names or old[row] == new[row])

    # -- Qt -----------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of classes."""
        if parent.isValid() or self._sight is None:
            return 0
        return len(self._sight.snapshot.state.labels)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns that are there now."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """Return the text of a cell, in the role's wording."""
        if self._sight is None or not index.isValid():
            return None
        row, at = index.row(), index.column()
        draft = self.drafts.at(row, at)
        if role == _Role.DisplayRole:
            return draft.text if draft else self.text_of(row, at)
        column = self._columns[at]
        if role == _Role.EditRole:
            return draft.text if draft else column.edit_text(self._sight, row)
        if role in (_Role.ToolTipRole, _Role.AccessibleDescriptionRole):
            full = draft.reason if draft else column.full_text(self._sight, row)
            return tip(full) if role == _Role.ToolTipRole else full
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column.is_name else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == _Role.UserRole and column.value is not None:
            return column.value(self._sight, row)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Return the heading of a column, or the number of a class from 1."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _Role.DisplayRole else None
        if not 0 <= section < len(self._columns):
            return None
        if role == _Role.DisplayRole:
            return self._columns[section].heading_text(self._view)
        if role == _Role.ToolTipRole:
            return self._columns[section].tip_text(self._view)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that every cell can be selected, and some edited."""
        if not index.isValid():
            return super().flags(index)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        if self._columns[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Turn what was typed into a request; a refused one leaves the cell alone."""
        if self._sight is None or role != _Role.EditRole or not index.isValid():
            return False
        state, column = self._sight.snapshot.state, self._columns[index.column()]
        if not column.editable:
            return False
        try:
            after = written(state, self.field, index.row(), column, value)
        except RefusedError as error:
            self.edit_refused.emit(index, explain(error))
            return False
        self.drop_draft(index)
        if after != state:
            step = translate("tables", _RENAME if column.is_name else self.step)
            self.edit_requested.emit(after, step.format(label=name_of(state.labels, index.row())))
        return True
