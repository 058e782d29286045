"""Reads points and their classes from a table in CSV: a line for each point."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.model.rows import Array
from xentgui.reading.read_error import ReadError

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
    names, rows = _rows(text)
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
    """

    names: tuple[str, ...]
    numeric: tuple[bool, ...]
    target: int

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

    >>> columns_of("kind,x,note\ncat,1,old\ndog,2,new")
    PointColumns(names=('kind', 'x', 'note'), numeric=(False, True, False), target=2)
    """
    names, rows = _rows(text)
    columns = zip(*(cells for _, cells in rows), strict=True)
    numeric = tuple(
        all(_is_number(cell) and math.isfinite(float(cell)) for cell in column)
        for column in columns
    )
    return PointColumns(tuple(names), numeric, _usual_class(names))


def _rows(text: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the names of the columns, and each point's line and cells."""
    reader = csv.reader(
        io.StringIO(text), delimiter=_delimiter(text), strict=True, skipinitialspace=True
    )
    rows = []
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
    names = [f"x{number}" for number in range(1, width)] + [_CLASS]
    if not any(map(_is_number, rows[0][1])):
        names = rows.pop(0)[1]
    if not rows:
        raise ReadError(_NOTHING)
    return names, rows


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
