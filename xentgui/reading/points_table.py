"""The cells of a table of points: what stands between them, what is a header, which decimal sign."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.reading.layouts.lines import SEPARATED, TABS
from xentgui.reading.read_error import ReadError

if TYPE_CHECKING:
    from xentgui.reading.grid import Grid

_NOTHING = QT_TRANSLATE_NOOP(
    "errors", "There are no points here. Write a line for each: its inputs, and its class."
)
_NOT_AS_WIDE = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line} has {given} cells, and the first one has {wanted}. Write as many in each line.",
)
_TOO_NARROW = QT_TRANSLATE_NOOP(
    "errors", "Each line has one cell only. Write the inputs and the class of a point in each."
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "errors", "Line {line} cannot be read as CSV. Is a quotation mark missing?"
)

CLASS: Final = "class"
"""What the column of the classes is called where the text does not name its columns."""

SEPARATORS: Final = (",", ";", "\t")
_OTHER_SIGNS: Final = ("[", "{", "|", "+", "#", "%")  # of which no line of CSV has one first
_LOOKED_AT: Final = 50  # lines
_COMMA: Final = re.compile(r"[+\-]?[0-9]+,[0-9]+(?:[eE][+\-]?[0-9]+)?")
_GROUPS: Final = re.compile(r"[+\-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+")

Row: TypeAlias = tuple[int, list[str]]
"""The line of a point, from 1, and its cells."""


class Form(NamedTuple):
    """How a text is taken apart; None where the text tells.

    Attributes
    ----------
    separator
        What stands between cells, one of `SEPARATORS`.
    header
        Whether the first line names the columns.
    decimal
        The decimal sign, "." or ",".
    """

    separator: str | None = None
    header: bool | None = None
    decimal: str | None = None


class PointsTable(NamedTuple):
    """The cells of a table.

    Attributes
    ----------
    layout
        What the text is taken for, marked for translation in the context "errors".
    form
        How it was taken apart; its separator is None in another layout than CSV.
    names
        Of all columns.
    rows
        The points, with "." as the decimal sign.
    is_ambiguous
        Whether each comma could group thousands as well.
    """

    layout: str
    form: Form
    names: tuple[str, ...]
    rows: list[Row]
    is_ambiguous: bool


def table_of(text: str, form: Form = Form()) -> PointsTable:  # noqa: B008 (never changed)
    r"""Return the cells of `text`; raises ReadError for what is no table.

    A first line without a number names the columns; otherwise they are x1, x2 … and class.

    >>> table_of("w;class\n1,5;cat\n2;dog").rows
    [(2, ['1.5', 'cat']), (3, ['2', 'dog'])]
    """
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    sign = form.separator or _delimiter(text)
    header: tuple[str, ...] | None = None
    if form.separator or (sign in first and not first.startswith(_OTHER_SIGNS)) or not first:
        rows = _rows(text, sign)
        layout, separator = TABS if sign == "\t" else SEPARATED, sign
    else:
        # Points that come with the program need no other layout, nor does the start.
        from xentgui.reading.layouts.registry import laid_out  # noqa: PLC0415

        layout, grid = laid_out(text, ".")
        header, rows = _of_grid(grid)
        separator = None
    commas = [cell for _, cells in rows for cell in cells if _COMMA.fullmatch(cell)]
    decimal = form.decimal or ("," if commas else ".")
    if not header:
        is_header = form.header
        if is_header is None:
            is_header = header is None and not any(
                is_number(_with_point(cell)) for cell in rows[0][1]
            )
        header = (*(f"x{number}" for number in range(1, len(rows[0][1]))), CLASS)
        if is_header:
            header, rows = tuple(rows[0][1]), rows[1:]
    else:
        is_header = True
    if not rows:
        raise ReadError(_NOTHING)
    if decimal == "," and commas:
        rows = [(line, [_with_point(cell) for cell in cells]) for line, cells in rows]
    elif commas:
        rows = [(line, [_without_groups(cell) for cell in cells]) for line, cells in rows]
    is_ambiguous = bool(commas) and all(map(_GROUPS.fullmatch, commas))
    found = Form(separator, is_header, decimal)
    return PointsTable(layout, found, header, rows, is_ambiguous)


def is_number(cell: str) -> bool:
    """Return whether a cell is a number, finite or not."""
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _of_grid(grid: Grid) -> tuple[tuple[str, ...] | None, list[Row]]:
    """Return the names and the points in a layout other than CSV; a column that counts is none.

    The names are () where there can be none, and None where the first row may have them.
    """
    first = 1 if grid.indexed else 0
    rows = [
        (grid.lines[i], [str(grid.cell(i, j)).strip() for j in range(first, grid.width)])
        for i in range(grid.height)
    ]
    if not rows:
        raise ReadError(_NOTHING)
    if len(rows[0][1]) < 2:
        raise ReadError(_TOO_NARROW)
    return None if grid.header is None else tuple(grid.header[first:]), rows


def _with_point(cell: str) -> str:
    return cell.replace(",", ".") if _COMMA.fullmatch(cell) else cell


def _without_groups(cell: str) -> str:
    return cell.replace(",", "") if _GROUPS.fullmatch(cell) else cell


def _rows(text: str, sign: str) -> list[Row]:
    """Return the line and the cells of each line of CSV."""
    reader = csv.reader(io.StringIO(text), delimiter=sign, strict=True, skipinitialspace=True)
    rows: list[Row] = []
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                rows.append((reader.line_num, stripped))
    except csv.Error as error:
        raise ReadError(_DAMAGED, line=reader.line_num) from error
    if not rows:
        raise ReadError(_NOTHING)
    width = len(rows[0][1])
    if width < 2:
        raise ReadError(_TOO_NARROW)
    for line, cells in rows:
        if len(cells) != width:
            raise ReadError(_NOT_AS_WIDE, line=line, given=len(cells), wanted=width)
    return rows


def _delimiter(text: str) -> str:
    r"""Return what stands between cells: tabs or semicolons as often in each line, or else commas.

    Where there are both, a comma is a decimal sign, or part of a name.

    >>> _delimiter("1,5;2,5;cat\n3;4;dog"), _delimiter("a;b,c,class\n1,2,dog")
    (';', ',')
    """
    lines = [line for line in islice(text.splitlines(), _LOOKED_AT) if line.strip()]
    for sign in ("\t", ";"):
        counts = {line.count(sign) for line in lines}
        if len(counts) == 1 and 0 not in counts:
            return sign
    return max(SEPARATORS, key=lines[0].count) if lines else ","
