"""The Qt model of a table of classes; a text is made when its cell is shown."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from xentgui.language.text import QT_TRANSLATE_NOOP, explain, tip, translate
from xentgui.model import RefusedError, State, edits
from xentgui.model.naming import name_of
from xentgui.model.rows import Array
from xentgui.model.subjects import OnState
from xentgui.painting.handlers import guarded
from xentgui.tables.cells.typed_text import RefusedTexts, read_here
from xentgui.tables.class_rows import ClassRows
from xentgui.tables.column import TableColumn

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_RENAME = QT_TRANSLATE_NOOP("tables", "Rename {label}")


@guarded
class ClassModel(ClassRows):
    """Gives the text of each cell; typing gives an edit request or a refusal.

    Attributes
    ----------
    field, value_key
        The editable numbers: their field of `State`, and the key of their column.
    drafts
        The texts that were refused.
    step, clear_step
        The names of the undo steps for a typed number, and for numbers set to 0.

    Signals
    -------
    edit_requested(Edit, str)
        The edit for a typed text, and the name of the undo step.
    edit_refused(QModelIndex, str)
        A typed text was refused for this reason; nothing has changed.
    """

    edit_requested = Signal(object, str)
    edit_refused = Signal(object, str)

    field: edits.Field = "logits"
    value_key = ""
    step = ""
    clear_step = ""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drafts = RefusedTexts()

    @property
    def value_column(self) -> int:
        """The index of the column in which numbers are typed."""
        return self.column_of(self.value_key)

    def cell_name(self, index: _Index) -> str:
        """Return the name of a cell for accessibility: its class and its column."""
        state = self.state
        label = name_of(state.names, index.row()) if state is not None else ""
        return f"{label}, {self._columns[index.column()].heading_text(self._view)}"

    # -- what was refused ---------------------------------------------------------------

    def keep_draft(self, index: _Index, text: str, reason: str) -> None:
        """Keep a refused text in a cell, until it is corrected or dropped."""
        self.drafts.keep(index, text, reason)
        self._tell(index)

    def drop_draft(self, index: _Index) -> None:
        """Show the number of a cell again instead of its refused text."""
        if self.drafts.drop(index.row(), index.column()):
            self._tell(index)

    def _tell(self, index: _Index) -> None:
        cell = self.index(index.row(), index.column())
        self.dataChanged.emit(cell, cell)

    def _about_to_show(self, state: State) -> None:
        # If another part has changed the number, the refused text has become obsolete.
        before = self.state
        if before is None or not self.drafts.all:
            return
        old, new = _stored(before, self.field), _stored(state, self.field)
        if len(old) == len(new):
            names = self.column_of("label")
            self.drafts.keep_only(lambda row, at: at == names or old[row] == new[row])

    def _forget_places(self) -> None:
        self.drafts.all.clear()

    def _rows_are_gone(self) -> None:
        self.drafts.keep_only(lambda _row, _at: True)

    # -- Qt -----------------------------------------------------------------------------

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """Return the data of a cell for a role."""
        if self._table_view is None or not index.isValid():
            return None
        row, at = index.row(), index.column()
        draft = self.drafts.at(row, at)
        if role == _Role.DisplayRole:
            return draft.text if draft else self.text_of(row, at)
        column = self._columns[at]
        if role == _Role.EditRole:
            return draft.text if draft else column.edit_text(self._table_view, row)
        if role in (_Role.ToolTipRole, _Role.AccessibleDescriptionRole):
            full = draft.reason if draft else column.full_text(self._table_view, row)
            return tip(full) if role == _Role.ToolTipRole else full
        if role == _Role.AccessibleTextRole:
            shown = draft.text if draft else self.text_of(row, at)
            words = translate("panels", "{label}: {value}")
            name = self.cell_name(index)
            return shown if column.is_name else words.format(label=name, value=shown)
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column.is_name else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == _Role.UserRole and column.value is not None:
            return column.value(self._table_view, row)
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
        """Return the flags: every cell can be selected, and some can be edited."""
        if not index.isValid():
            return super().flags(index)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        if self._columns[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Turn the typed text into a request; if it is refused, the cell stays."""
        if self._table_view is None or role != _Role.EditRole or not index.isValid():
            return False
        state, column = self._table_view.snapshot.state, self._columns[index.column()]
        if not column.editable:
            return False
        field, row = self.field, index.row()
        edit = OnState(lambda state: _written(state, field, row, column, value))
        try:
            after = edit.on(state)
        except RefusedError as error:
            self.edit_refused.emit(index, explain(error))
            return False
        self.drop_draft(index)
        if after != state:
            step = translate("tables", _RENAME if column.is_name else self.step)
            self.edit_requested.emit(edit, step.format(label=name_of(state.names, row)))
        return True


def _stored(state: State, field: edits.Field) -> Array:
    """Return the numbers that are typed in the column of `field`, shape (K,)."""
    return state.logit_array if field == "logits" else state.target_array


def _written(
    state: State, field: edits.Field, row: int, column: TableColumn, value: object
) -> State:
    """Return `state` with the typed text in a row; raises RefusedError."""
    if column.is_name:
        return edits.with_label(state, row, str(value))
    number = float(value) if isinstance(value, int | float) else read_here(str(value))
    return edits.with_values(state, field, row, [number])
