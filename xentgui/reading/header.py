"""Whether the first row of a table names its columns."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from xentgui.reading.cell import is_number, looks_like_number
from xentgui.reading.column import SCALES, Role, prefixed, role_of
from xentgui.reading.grid import Column, Grid

_MISSING: Final = {"nan", "inf", "none", "null", "na", "n/a", "undefined", "true", "false"}
_NEEDED: Final = set(SCALES)
_FIELDS: Final = {Role.LABEL, Role.TARGET} | _NEEDED
_DECIMALS: Final = re.compile(r"[.,][0-9]")


def with_header(grid: Grid) -> Grid:
    """Return `grid` with its first row as header if that is one, else with header ().

    A header holds no number.  It holds a known name, or a name that begins with a letter over a
    column of numbers.  0, 1, 2, … K − 1 over numbers with decimals are names as well, because
    pandas writes a matrix so.  A table whose rows begin with such names is transposed.
    """
    if grid.header is not None:
        return grid
    if not all(isinstance(column, list) for column in grid.columns):
        return replace(grid, header=())
    if _lies_on_its_side(grid):
        rows = [grid.row(i) for i in range(grid.height)]
        columns: list[Column] = [row[1:] for row in rows]
        return replace(grid, columns=columns, header=tuple(row[0] for row in rows), turned=True)
    if grid.height > 1 and _is_header(grid.row(0), grid):
        return replace(
            grid,
            columns=[column[1:] for column in grid.columns],
            lines=grid.lines[1:],
            first_columns=None if grid.first_columns is None else grid.first_columns[1:],
            header=tuple(grid.row(0)),
        )
    return replace(grid, header=())


def _lies_on_its_side(grid: Grid) -> bool:
    """Whether every row begins with a different known name, and one of them names scores."""
    if grid.width < 3 or grid.height > len(_FIELDS):
        return False
    names = {role_of(grid.cell(i, 0)) for i in range(grid.height)}
    return len(names) == grid.height and bool(_NEEDED & names) and names <= _FIELDS


def _is_header(first: list[str], grid: Grid) -> bool:
    second = grid.row(1)
    if _counts(first, grid):
        return True
    if any(looks_like_number(cell) for cell in first):
        return False
    named = [
        name for j, name in enumerate(first) if looks_like_number(second[j]) and _is_name(name)
    ]
    if named and any(not is_number(name, ".") for name in named):
        return all(_is_name(name) or not name for name in first)
    known = [role_of(name) not in {Role.OTHER, Role.INDEX} for name in first]
    return any(known) and all(
        role_of(name) is not Role.OTHER or not looks_like_number(second[j])
        for j, name in enumerate(first)
    )


def _is_name(text: str) -> bool:
    """Whether `text` can be a name and is no misspelt number."""
    if role_of(text) is not Role.OTHER or prefixed(text)[0] is not Role.OTHER:
        return True
    return (
        bool(text)
        and (text[0].isalpha() or text[0] in "_$\"'[<")
        and any(map(str.isalpha, text))  # a number after a single quotation mark is no name
        and text.casefold() not in _MISSING
        and not _DECIMALS.search(text)
    )


def _counts(first: list[str], grid: Grid) -> bool:
    """Whether `first` is 0, 1, 2, …, perhaps among other names, over numbers with decimals."""
    places = [j for j, name in enumerate(first) if name.isdecimal()]
    if len(places) < 2 or [first[j] for j in places] != [str(k) for k in range(len(places))]:
        return False
    others = [name for name in first if not name.isdecimal()]
    if any(role_of(name) is Role.OTHER for name in others):
        return False
    cells = [cell for j in places for cell in grid.texts(j)[1:]]
    return all("." in cell or "e" in cell or "inf" in cell for cell in cells)
