"""The selection of a table as blocks of cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView

from xentgui.tables.cells.row_painter import Cells


def selected_cells(selection: QItemSelectionModel) -> list[Cells]:
    """Return the blocks of selected cells; if there are none, the current cell."""
    ranges = selection.selection()
    blocks = [
        Cells(block.top(), block.left(), block.bottom(), block.right())
        for block in (ranges.at(nth) for nth in range(ranges.size()))
    ]
    index = selection.currentIndex()
    if not blocks and index.isValid():
        blocks.append(Cells(index.row(), index.column(), index.row(), index.column()))
    return blocks


class MarkedCells:
    """The selected blocks of a table, if more than one cell is selected; cached."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._blocks: list[Cells] | None = None

    def watch(self) -> None:
        """Follow the selection of the table's model."""
        model = self._table.model()
        for changed in (
            self._table.selectionModel().selectionChanged,
            model.rowsInserted,
            model.rowsRemoved,
            model.columnsInserted,
            model.columnsRemoved,
            model.modelReset,
        ):
            changed.connect(self._forget)

    def blocks(self) -> list[Cells]:
        """Return the blocks, or none if a single cell is selected."""
        if self._blocks is None:
            blocks = selected_cells(self._table.selectionModel())
            alone = len(blocks) == 1 and blocks[0][:2] == blocks[0][2:]
            self._blocks = [] if alone else blocks
        return self._blocks

    def _forget(self) -> None:
        self._blocks = None


def rows_of(blocks: Iterable[Cells], column: int | None = None) -> list[int]:
    """Return the rows of the blocks in order, or only of blocks with a given column."""
    rows: set[int] = set()
    for block in blocks:
        if column is None or block.left <= column <= block.right:
            rows.update(range(block.top, block.bottom + 1))
    return sorted(rows)


def selection_of(model: QAbstractItemModel, rows: Sequence[int], column: int) -> QItemSelection:
    """Return a selection of cells in a column; consecutive rows become one range."""
    chosen = QItemSelection()
    first = None
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        first = row if first is None else first
        if following != row + 1:
            chosen.select(model.index(first, column), model.index(row, column))
            first = None
    return chosen
