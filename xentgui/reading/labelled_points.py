"""Reads points and their classes from a table: CSV, or any other layout that logits can have."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.model.rows import Array
from xentgui.reading.layouts.names import SEPARATED, TABS
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
_NO_COLUMN = QT_TRANSLATE_NOOP(
    "errors", "There is no column {name}. Choose among these: {columns}."
)
_NO_NUMBER = QT_TRANSLATE_NOOP(
    "errors", "In line {line}, {name} is {value}. Write a finite number."
)
_NO_CLASS = QT_TRANSLATE_NOOP("errors", "In line {line}, the class is missing. Write its name.")
_ONE_CLASS = QT_TRANSLATE_NOOP(
    "errors", "All points have the class {label}. Give points of two classes or more."
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "errors", "Line {line} cannot be read as CSV. Is a quotation mark missing?"
)

_CLASS: Final = "class"
_OTHER_SIGNS: Final = ("[", "{", "|", "+", "#", "%")  # of which no line of CSV has one first
_DECIMAL_COMMA: Final = re.compile(r"[+\-]?[0-9]+,[0-9]+(?:[eE][+\-]?[0-9]+)?")


class LabelledPoints(NamedTuple):
    """Points and their classes.

    Attributes
    ----------
    inputs
        The names of the D inputs.
    labels
        The names of the K classes: in order of size if all are numbers, else of their letters.
    points
        Shape (N, D).
    classes
        The class of each point, from 0, shape (N,).
    """

    inputs: tuple[str, ...]
    labels: tuple[str, ...]
    points: Array
    classes: npt.NDArray[np.intp]


def read_points(text: str, inputs: Sequence[str] = (), target: str = "") -> LabelledPoints:
    r"""Return the points in `text`; raises ReadError.

    The first line can name the columns; otherwise they are x1, x2 … and class.  `inputs` and
    `target` name the columns to take; else the class is in the column called class, or in the last
    one, and all others are inputs.

    >>> found = read_points("x1,x2,class\n1,2,cat\n3,4,dog\n5,6,cat")
    >>> found.inputs, found.labels, found.classes.tolist()
    (('x1', 'x2'), ('cat', 'dog'), [0, 1, 0])
    """
    names, rows = _table(text)[1:]
    place = _place(names, target) if target else _usual_class(names)
    columns = [_place(names, name) for name in inputs] or [
        at for at in range(len(names)) if at != place
    ]
    points = np.empty((len(rows), len(columns)))
    for row, (line, cells) in enumerate(rows):
        for d, at in enumerate(columns):
            points[row, d] = _number(cells[at], line, names[at])
    own = [_class(cells[place], line) for line, cells in rows]
    labels = _in_order(set(own))
    if len(labels) < 2:
        raise ReadError(_ONE_CLASS, label=shown(labels[0]))
    number_of = {label: k for k, label in enumerate(labels)}
    classes = np.array([number_of[label] for label in own])
    return LabelledPoints(tuple(names[at] for at in columns), labels, points, classes)


class PointColumns(NamedTuple):
    """The columns of a table of points.

    Attributes
    ----------
    names
        Of all columns.
    numeric
        Whether each has finite numbers only.
    target
        The one that is taken for the class, from 0.
    layout
        What the text is taken for, marked for translation in the context "errors".
    """

    names: tuple[str, ...]
    numeric: tuple[bool, ...]
    target: int
    layout: str

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of the columns that can be inputs: all with numbers, but for the class."""
        return tuple(
            name
            for at, (name, fits) in enumerate(zip(self.names, self.numeric, strict=True))
            if fits and at != self.target
        )

    @property
    def is_certain(self) -> bool:
        """Whether nothing has to be chosen: the class is named so, and all others have numbers."""
        others = [fits for at, fits in enumerate(self.numeric) if at != self.target]
        return all(others) and self.names[self.target].casefold() == _CLASS


def columns_of(text: str) -> PointColumns:
    r"""Return the columns of a table; raises ReadError for what is no table.

    >>> columns_of("kind,x,note\ncat,1,old\ndog,2,new")[:3]
    (('kind', 'x', 'note'), (False, True, False), 2)
    """
    layout, names, rows = _table(text)
    columns = zip(*(cells for _, cells in rows), strict=True)
    numeric = tuple(
        all(_is_number(cell) and math.isfinite(float(cell)) for cell in column)
        for column in columns
    )
    return PointColumns(tuple(names), numeric, _usual_class(names), layout)


Row: TypeAlias = tuple[int, list[str]]
"""The line of a point, from 1, and its cells."""


def _table(text: str) -> tuple[str, list[str], list[Row]]:
    """Return what the text is taken for, the names of the columns, and the points."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    sign = _delimiter(text)
    if (sign in first and not first.startswith(_OTHER_SIGNS)) or not first:
        names, rows = _named(_rows(text))
        layout = TABS if sign == "\t" else SEPARATED
    else:
        # Points that come with the program need no other layout, nor does the start.
        from xentgui.reading.layouts.registry import laid_out  # noqa: PLC0415

        layout, grid = laid_out(text, ".")
        names, rows = _of_grid(grid)
    if any(_DECIMAL_COMMA.fullmatch(cell) for _, cells in rows for cell in cells):
        rows = [(line, [_with_point(cell) for cell in cells]) for line, cells in rows]
    return layout, names, rows


def _of_grid(grid: Grid) -> tuple[list[str], list[Row]]:
    """Return the names and the points in a layout other than CSV; a column that counts is none."""
    first = 1 if grid.indexed else 0
    rows = [
        (grid.lines[i], [str(grid.cell(i, j)).strip() for j in range(first, grid.width)])
        for i in range(grid.height)
    ]
    if not rows:
        raise ReadError(_NOTHING)
    if len(rows[0][1]) < 2:
        raise ReadError(_TOO_NARROW)
    if grid.header is not None:
        return list(grid.header[first:]), rows
    return _named(rows)


def _with_point(cell: str) -> str:
    return cell.replace(",", ".") if _DECIMAL_COMMA.fullmatch(cell) else cell


def _named(rows: list[Row]) -> tuple[list[str], list[Row]]:
    """Return the names of the columns, from the first row if it has no number, and the points."""
    width = len(rows[0][1])
    names = [f"x{number}" for number in range(1, width)] + [_CLASS]
    if not any(_is_number(_with_point(cell)) for cell in rows[0][1]):
        names, rows = rows[0][1], rows[1:]
    if not rows:
        raise ReadError(_NOTHING)
    return names, rows


def _rows(text: str) -> list[Row]:
    """Return the line and the cells of each line of CSV."""
    reader = csv.reader(
        io.StringIO(text), delimiter=_delimiter(text), strict=True, skipinitialspace=True
    )
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
    """Return what stands between cells: what is most frequent in the first line that has any."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)


def _place(names: Sequence[str], name: str) -> int:
    if name not in names:
        raise ReadError(_NO_COLUMN, name=shown(name), columns=", ".join(names))
    return names.index(name)


def _usual_class(names: Sequence[str]) -> int:
    plain = [name.casefold() for name in names]
    return plain.index(_CLASS) if _CLASS in plain else len(names) - 1


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _number(cell: str, line: int, name: str) -> float:
    number = float(cell) if _is_number(cell) else math.nan
    if not math.isfinite(number):
        raise ReadError(_NO_NUMBER, line=line, name=name, value=shown(cell))
    return number


def _class(cell: str, line: int) -> str:
    if not cell:
        raise ReadError(_NO_CLASS, line=line)
    return cell


def _in_order(labels: set[str]) -> tuple[str, ...]:
    if all(map(_is_number, labels)):
        return tuple(sorted(labels, key=lambda label: (float(label), label)))
    return tuple(sorted(labels))
