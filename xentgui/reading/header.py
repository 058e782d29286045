"""Whether the first row of a table names its columns."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from xentgui.reading.cell import is_number, looks_like_number
from xentgui.reading.column import Role, role_of
from xentgui.reading.grid import Grid

_MISSING: Final = {"nan", "inf", "none", "null", "na", "n/a", "undefined", "true", "false"}
_NEEDED: Final = {Role.LOGIT, Role.PROBABILITY}
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
    if _lies_on_its_side(grid):
        rows = [list(row) for row in zip(*grid.rows, strict=True)]
        return replace(grid, rows=rows[1:], header=tuple(rows[0]), turned=True)
    if grid.rows and _is_header(grid.rows[0], grid.rows[1:]):
        return replace(grid, rows=grid.rows[1:], lines=grid.lines[1:], header=tuple(grid.rows[0]))
    return replace(grid, header=())


def _lies_on_its_side(grid: Grid) -> bool:
    """Whether every row begins with a different known name, and one of them names scores."""
    if grid.width < 3 or len(grid.rows) > len(_FIELDS):
        return False
    names = {role_of(row[0]) for row in grid.rows}
    return len(names) == len(grid.rows) and bool(_NEEDED & names) and names <= _FIELDS


def _is_header(first: list[str], body: list[list[str]]) -> bool:
    if not body:
        return False
    if _counts(first, body):
        return True
    if any(looks_like_number(cell) for cell in first):
        return False
    named = [
        name for j, name in enumerate(first) if looks_like_number(body[0][j]) and _is_name(name)
    ]
    if named and any(not is_number(name, ".") for name in named):
        return all(_is_name(name) or not name for name in first)
    return any(role_of(name) not in {Role.OTHER, Role.INDEX} for name in first) and all(
        role_of(name) is not Role.OTHER or not looks_like_number(body[0][j])
        for j, name in enumerate(first)
    )


def _is_name(text: str) -> bool:
    """Whether `text` can be a name and is no misspelt number."""
    if role_of(text) is not Role.OTHER:
        return True
    return (
        bool(text)
        and (text[0].isalpha() or text[0] in "_$\"'[<")
        and any(map(str.isalpha, text))  # a number after a single quotation mark is no name
        and text.casefold() not in _MISSING
        and not _DECIMALS.search(text)
    )


def _counts(first: list[str], body: list[list[str]]) -> bool:
    """Whether `first` is 0, 1, 2, …, perhaps among other names, over numbers with decimals."""
    places = [j for j, name in enumerate(first) if name.isdecimal()]
    if len(places) < 2 or [first[j] for j in places] != [str(k) for k in range(len(places))]:
        return False
    others = [name for name in first if not name.isdecimal()]
    if any(role_of(name) is Role.OTHER for name in others):
        return False
    return all("." in row[j] or "e" in row[j] or "inf" in row[j] for row in body for j in places)
