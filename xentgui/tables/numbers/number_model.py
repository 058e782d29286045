"""The Qt model of a table of a classifier's numbers; a text is made when its cell is shown."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from xentgui.language.text import explain, number, tip, translate, typed
from xentgui.model import RefusedError, Snapshot
from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit, classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.handlers import guarded
from xentgui.tables.cells.typed_text import RefusedTexts, typed_here
from xentgui.tables.numbers.number_cells import CellLook, Column

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()


@guarded
class NumberModel(QAbstractTableModel):
    """Rows of numbers of a classifier; subclasses say which.

    Attributes
    ----------
    snapshot, subject
        What is shown, and the classifier that its numbers follow from, or None.
    takes_tables
        Whether a pasted text can be all of the rows, and not only cells of some of them.

    Signals
    -------
    edit_requested(Edit, str)
        The edit for a typed text, and the name of the undo step.
    edit_refused(QModelIndex, str)
        A typed text was refused for this reason; nothing has changed.
    shape_changed()
        Other columns, or another number of rows.
    """

    edit_requested = Signal(object, str)
    edit_refused = Signal(object, str)
    shape_changed = Signal()

    takes_tables: ClassVar[bool] = False

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drafts = RefusedTexts()
        self.snapshot: Snapshot | None = None
        self.subject: Classifier | None = None
        self.view = View()
        self.columns: tuple[Column, ...] = ()
        self._rows = 0

    # -- what subclasses say --------------------------------------------------------------

    def columns_of(self, subject: Classifier) -> tuple[Column, ...]:
        """Return the columns for a classifier."""
        raise NotImplementedError

    def rows_of(self, subject: Classifier) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def value(self, row: int, at: int) -> float | str:
        """Return what a cell holds; "" if it is empty."""
        raise NotImplementedError

    def look(self, row: int, at: int) -> CellLook:
        """Return how a cell is drawn."""
        raise NotImplementedError

    def written(self, row: int, at: int, text: str) -> tuple[Edit, str]:
        """Return the edit for a typed text, and the name of the step; raises RefusedError."""
        raise NotImplementedError

    def pasted(self, row: int, at: int, cells: list[list[str]]) -> tuple[Edit, str]:
        """Return the edit for a block of texts from a cell on; raises RefusedError."""
        raise NotImplementedError

    def cleared(self, cells: list[tuple[int, int]]) -> tuple[Edit, str] | None:
        """Return the edit that sets cells to 0, if any of them can be."""
        return None

    def removed(self, rows: list[int]) -> tuple[Edit, str] | None:
        """Return the edit that removes rows, if they can be."""
        return None

    def pressed(self, row: int) -> tuple[Edit, str] | None:
        """Return what a click on a row asks for, or None."""
        return None

    def mark_of(self, row: int) -> Mark | None:
        """Return what to highlight while a row is pointed at."""
        return None

    def is_lit(self, row: int) -> bool:
        """Return whether a row is the highlighted one."""
        mark = self.view.highlight
        return mark is not None and mark == self.mark_of(row)

    def heading_row(self, row: int) -> str:
        """Return the text of a row that is one heading from side to side, or ""."""
        return ""

    def is_editable(self, row: int, at: int) -> bool:
        """Return whether a person can type in a cell."""
        return self.columns[at].editable

    # -- texts ----------------------------------------------------------------------------

    def text(self, row: int, at: int) -> str:
        """Return the text of a cell as it is drawn."""
        value = self.value(row, at)
        if isinstance(value, str):
            return value
        return self.short(row, at, value)

    def short(self, row: int, at: int, value: float) -> str:
        """Return a number as it is drawn: what is typed is shown as it was typed."""
        whole = typed(value)
        if self.is_editable(row, at) and len(whole) <= 7:
            return whole
        return self.rounded(row, at, value, self.view.decimals)

    def rounded(self, row: int, at: int, value: float, decimals: int) -> str:
        """Return a number with so many decimals."""
        return number(value, decimals)

    def exact_text(self, row: int, at: int) -> str:
        """Return the text for other programs: a number reads back bit for bit."""
        value = self.value(row, at)
        return value if isinstance(value, str) else repr(value)

    # -- showing --------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers."""
        before, self.snapshot = self.snapshot, snapshot
        self.subject = subject = classifier_of(snapshot)
        columns = () if subject is None else self.columns_of(subject)
        rows = 0 if subject is None else self.rows_of(subject)
        self.arrange()
        if columns != self.columns or rows != self._rows:
            self.beginResetModel()
            self.columns, self._rows = columns, rows
            self.drafts.all.clear()
            self.endResetModel()
            self.shape_changed.emit()
        elif rows:
            first = 0 if before is None else self.first_changed(before)
            self.dataChanged.emit(self.index(0, first), self.index(rows - 1, len(columns) - 1))

    def first_changed(self, before: Snapshot) -> int:
        """Return the first column that can differ from that of the snapshot `before`."""
        return 0

    def arrange(self) -> None:
        """Follow the numbers before they are shown, as by sorting."""

    def show_view(self, view: View) -> None:
        """Show the same numbers in another way."""
        before, self.view = self.view, view
        if (view.unit, view.decimals) != (before.unit, before.decimals):
            self.retranslate()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.snapshot is not None:
            self.columns = ()
            self.show_snapshot(self.snapshot)

    # -- what was refused -----------------------------------------------------------------

    def keep_draft(self, index: _Index, text: str, reason: str) -> None:
        """Keep a refused text in a cell, until it is corrected or dropped."""
        self.drafts.keep(index, text, reason)
        self.dataChanged.emit(index, index)

    def drop_draft(self, index: _Index) -> None:
        """Show the number of a cell again instead of its refused text."""
        if self.drafts.drop(index.row(), index.column()):
            self.dataChanged.emit(index, index)

    def cell_name(self, index: _Index) -> str:
        """Return the name of a cell for accessibility: its row and its column."""
        return f"{self.text(index.row(), 0)}, {self.columns[index.column()].heading}"

    # -- Qt -------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """Return the data of a cell for a role."""
        if self.subject is None or not index.isValid():
            return None
        row, at = index.row(), index.column()
        draft = self.drafts.at(row, at)
        if role == _Role.DisplayRole:
            return draft.text if draft else self.heading_row(row) or self.text(row, at)
        if role == _Role.EditRole:
            value = self.value(row, at)
            plain = value if isinstance(value, str) else typed_here(value)
            return draft.text if draft else plain
        if role in (_Role.ToolTipRole, _Role.AccessibleDescriptionRole):
            value = self.value(row, at)
            full = draft.reason if draft else value if isinstance(value, str) else typed(value)
            return tip(full) if role == _Role.ToolTipRole else full
        if role == _Role.AccessibleTextRole:
            shown = draft.text if draft else self.text(row, at)
            words = translate("panels", "{label}: {value}")
            told = words.format(label=self.cell_name(index), value=shown)
            return self.heading_row(row) or told
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Return the heading of a column, or the number of a row from 1."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _Role.DisplayRole else None
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _Role.ToolTipRole:
            return tip(column.tip)
        return column.heading if role == _Role.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return the flags: every cell can be selected, and some can be edited."""
        if not index.isValid():
            return super().flags(index)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        if self.is_editable(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Turn the typed text into a request; if it is refused, the cell stays."""
        subject = self.subject
        if subject is None or role != _Role.EditRole or not index.isValid():
            return False
        try:
            edit, step = self.written(index.row(), index.column(), str(value))
            edit(subject)
        except RefusedError as error:
            self.edit_refused.emit(index, explain(error))
            return False
        self.drop_draft(index)
        self.edit_requested.emit(edit, step)
        return True
