"""Every layout that is read, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

from xentgui.reading.decimal_mark import decimal_mark
from xentgui.reading.grid import Grid
from xentgui.reading.layouts.boxes import boxed_grid
from xentgui.reading.layouts.console import marked_grid, without_headings
from xentgui.reading.layouts.delimited import (
    delimited_grid,
    delimiter,
    has_decimal_commas,
    without_comments,
)
from xentgui.reading.layouts.fasttext import fasttext_grid
from xentgui.reading.layouts.json_text import json_grid
from xentgui.reading.layouts.latex import latex_grid
from xentgui.reading.layouts.lines import (
    BLANKS,
    BOXED,
    FASTTEXT,
    JSON,
    LATEX,
    MARKED,
    PAIRS,
    PRINTED,
    SEPARATED,
    TABS,
    WIDE,
    Lines,
)
from xentgui.reading.layouts.pairs import pairs_grid
from xentgui.reading.layouts.printed import is_printed, read_printed
from xentgui.reading.layouts.quick import quick_grid
from xentgui.reading.layouts.tree import tree_grid
from xentgui.reading.layouts.words import words_grid
from xentgui.reading.numbers import fast_numbers

_LONG: Final = 20_000  # characters; only for longer texts, a quick way is worth its rules


class Layout(NamedTuple):
    """One form of text.

    Attributes
    ----------
    name
        What a text of this form is taken for, marked for translation.
    find
        Returns the cells of such lines; None if they have another form.  Raises ReadError for lines
        of this form with a fault.
    """

    name: str
    find: Callable[[Lines], Grid | None]


def _tabs(lines: Lines) -> Grid | None:
    return _separated(lines, {"\t"})


def _signs(lines: Lines) -> Grid | None:
    if lines.locale == "," and has_decimal_commas(lines):
        return None
    return _separated(lines, set(";,|，；、"))


def _separated(lines: Lines, signs: set[str]) -> Grid | None:
    rest, forced = without_comments(lines)
    if not rest.kept:
        return Grid([], [])
    sign = forced or delimiter(rest)
    if sign not in signs:
        return None
    grid = delimited_grid(rest, sign)
    return replace(grid, decimal_point=decimal_mark(grid, delimiter=sign, locale=lines.locale))


def _blanks(lines: Lines) -> Grid | None:
    rest, _ = without_comments(lines)
    grid = words_grid(rest)
    return replace(grid, decimal_point=decimal_mark(grid, delimiter=" ", locale=lines.locale))


LAYOUTS: Final = (
    Layout(LATEX, latex_grid),
    Layout(BOXED, boxed_grid),
    Layout(MARKED, marked_grid),
    Layout(FASTTEXT, fasttext_grid),
    Layout(PAIRS, pairs_grid),
    Layout(TABS, _tabs),
    Layout(SEPARATED, _signs),
    Layout(BLANKS, _blanks),
)
"""The layouts of lines.  Texts in brackets come before them; the last takes everything."""


def laid_out(text: str, locale: str, *, long: int = _LONG) -> tuple[str, Grid]:
    """Return what `text` is taken for, and its cells; raises ReadError.

    `locale` is the decimal point of the locale, for numbers that do not prove one.  Texts of more
    than `long` characters are tried the quick ways first, which find the same.
    """
    if len(text) > long and (grid := json_grid(text)) is not None:
        return JSON, grid
    if len(text) > long and (quick := quick_grid(text, locale)) is not None:
        return quick
    lines = without_headings(Lines.of(text, locale))
    bracketed = _bracketed(text, lines)
    if bracketed is not None:
        return PRINTED, tree_grid(read_printed(bracketed))
    for layout in LAYOUTS:
        grid = layout.find(lines)
        if grid is not None:
            return layout.name, _standing(grid)
    return BLANKS, Grid([], [])


def _standing(grid: Grid) -> Grid:
    """Return a long row of numbers as a column, which costs less."""
    if grid.height != 1 or grid.width < WIDE or grid.header is not None:
        return grid
    cells, (line, first) = grid.row(0), grid.place(0, 0)
    numbers = fast_numbers(cells, grid.decimal_point)
    if numbers is None:
        return grid
    places = list(range(first, first + len(cells)))
    return Grid([numbers], [line] * len(cells), places, header=(), notes=grid.notes)


def _bracketed(text: str, lines: Lines) -> str | None:
    """Return `text` in brackets, without headings around it; None if it has no brackets."""
    if is_printed(text):
        return text
    if not lines.kept or lines.kept[0][1].strip()[:1] not in {"[", "{", "("}:
        return None
    body: list[str] = []
    for number, line in lines.kept:
        body += [""] * (number - 1 - len(body))
        body.append(line)
    inner = "\n".join(body)
    return inner if is_printed(inner) else None
