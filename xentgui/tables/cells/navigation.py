"""The cells to which keys lead: pure functions of rows and columns."""

from __future__ import annotations

from typing import NamedTuple


class CellPlace(NamedTuple):
    """A cell of a table, by row and column."""

    row: int
    column: int


def next_number(cell: CellPlace, values: int, rows: int, *, forward: bool) -> CellPlace | None:
    """Return the number to which Tab leads, or None if it leaves the table.

    Numbers are typed in column `values`, and the names of classes are in the one before it.

    >>> next_number(CellPlace(0, 0), 1, 3, forward=True), next_number(CellPlace(0, 1), 1, 3, forward=True)
    (CellPlace(row=0, column=1), CellPlace(row=1, column=1))
    >>> next_number(CellPlace(2, 1), 1, 3, forward=True) is None
    True
    """
    if forward and cell.column < values:
        return CellPlace(cell.row, values)
    row = cell.row + (1 if forward else -1)
    return CellPlace(row, values) if 0 <= row < rows else None


def edge(cell: CellPlace, way: tuple[int, int], rows: int, columns: int) -> CellPlace:
    """Return the cell at the edge in the direction `way`, given as steps down and right.

    >>> edge(CellPlace(3, 1), (-1, 0), 9, 4), edge(CellPlace(3, 1), (0, 1), 9, 4)
    (CellPlace(row=0, column=1), CellPlace(row=3, column=3))
    """
    down, right = way
    row = (rows - 1 if down > 0 else 0) if down else cell.row
    column = (columns - 1 if right > 0 else 0) if right else cell.column
    return CellPlace(row, column)
