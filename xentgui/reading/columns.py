"""The columns of a grid as arrays of numbers, or as labels."""

from __future__ import annotations

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from xentgui.reading.cell import is_number, looks_like_number, no_number, read_cell
from xentgui.reading.column import Role, role_of
from xentgui.reading.grid import Grid
from xentgui.reading.read_error import MOST_PLACES, ReadError, together

# A number with other characters attached to it is a damaged number, not a label.
_NUMBER: Final = r"[+\-−]?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE][+\-−]?[0-9]+)?"
_DAMAGED: Final = re.compile(
    rf"[\[({{<:=\s]+{_NUMBER}|{_NUMBER}[\])}}>:;,\s]+|.*[:：=]\s*{_NUMBER}|[+\-−*.…]+"
    r"|[+\-−]?(?:np|numpy|math|torch)\.\w+"
)


def roles(grid: Grid) -> list[Role]:
    """Return the role of each column; OTHER for every column if there is no header.

    Only the first column can be an index.
    """
    if not grid.header:
        return [Role.OTHER] * grid.width
    found = [role_of(name) for name in grid.header]
    return [Role.OTHER if role is Role.INDEX and j > 0 else role for j, role in enumerate(found)]


def numbers(grid: Grid, kinds: list[Role]) -> list[NDArray[np.float64] | None]:
    """Return each column of `grid` as a read-only array (rows,), or None for a column of words.

    Raises ReadError for a column with numbers and other cells; it names the bad cells.
    """
    found: list[NDArray[np.float64] | None] = []
    wrong: list[ReadError] = []
    for j, kind in enumerate(kinds):
        try:
            found.append(_numbers(grid, j, kind))
        except ReadError:
            wrong += _wrong_cells(grid, j)
    if wrong:
        raise together(sorted(wrong, key=_place))
    return found


def column_numbers(grid: Grid, j: int) -> NDArray[np.float64]:
    """Return column `j`, a read-only array (rows,); raises ReadError for its bad cells."""
    point = grid.decimal_point
    try:
        cells = [read_cell(row[j], grid.place(i, j), point) for i, row in enumerate(grid.rows)]
    except ReadError:
        raise together(_wrong_cells(grid, j)) from None
    values = np.array(cells)
    values.setflags(write=False)
    return values


def _wrong_cells(grid: Grid, j: int) -> list[ReadError]:
    """Return the refusals of cells of column `j`, and no more than can be said."""
    wrong: list[ReadError] = []
    for i, row in enumerate(grid.rows):
        try:
            read_cell(row[j], grid.place(i, j), grid.decimal_point)
        except ReadError as error:
            wrong.append(error)
            if len(wrong) > MOST_PLACES:
                break
    return wrong


def _place(error: ReadError) -> tuple[int, int]:
    values = error.message.values
    line, column = values["line"], values["column"]
    assert isinstance(line, int)
    assert isinstance(column, int)
    return line, column


def refused(grid: Grid, j: int) -> ReadError:
    """Return the refusal of a column of words that should be numbers."""
    try:
        column_numbers(grid, j)
    except ReadError as error:
        return error
    return no_number(grid.rows[0][j], grid.place(0, j))  # "e" in a column of nothing else


def labels(grid: Grid, j: int) -> tuple[str, ...]:
    """Return column `j` as labels; raises ReadError at a damaged number if it has no name."""
    texts = tuple(row[j] for row in grid.rows)
    if not grid.header:
        for i, text in enumerate(texts):
            if _DAMAGED.fullmatch(text) and not is_number(text, grid.decimal_point):
                raise no_number(text, grid.place(i, j))
    return texts


def _numbers(grid: Grid, j: int, kind: Role) -> NDArray[np.float64] | None:
    try:
        values = column_numbers(grid, j)
    except ReadError as error:
        # A column in which half of the cells are numbers is damaged; one with few numbers is a
        # column of words.  A column with the name of labels may hold anything, and a target may
        # hold the names of classes.
        texts = [row[j] for row in grid.rows]
        found = sum(map(looks_like_number, texts))
        first = j == 0 and grid.width > 1
        words = kind in {Role.LABEL, Role.INDEX, Role.TARGET} or not any(texts)
        if words or found == 0 or (found * 2 < len(texts) and (first or grid.header)):
            return None
        raise error from None
    # "e" and "pi" are numbers, but a column of nothing else is a column of words.
    written = any(any(map(str.isdigit, row[j])) or looks_like_number(row[j]) for row in grid.rows)
    return values if written else None
