"""Reads points and their classes from a table: CSV, or any other layout that logits can have."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.model.rows import Array
from xentgui.reading.points_table import CLASS, PointsTable, is_number, table_of
from xentgui.reading.read_error import ReadError

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
    table = table_of(text)
    place = _place(table.names, target) if target else usual_class(table.names)
    columns = [_place(table.names, name) for name in inputs] or [
        at for at in range(len(table.names)) if at != place
    ]
    return points_in(table, columns, place)


def points_in(table: PointsTable, columns: Sequence[int], place: int) -> LabelledPoints:
    """Return the points with the inputs in `columns` and the class in `place`; raises ReadError."""
    names, rows = table.names, table.rows
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


def _place(names: Sequence[str], name: str) -> int:
    if name not in names:
        raise ReadError(_NO_COLUMN, name=shown(name), columns=", ".join(names))
    return names.index(name)


def usual_class(names: Sequence[str]) -> int:
    """Return the column called class, or the last one."""
    plain = [name.casefold() for name in names]
    return plain.index(CLASS) if CLASS in plain else len(names) - 1


def _number(cell: str, line: int, name: str) -> float:
    number = float(cell) if is_number(cell) else math.nan
    if not math.isfinite(number):
        raise ReadError(_NO_NUMBER, line=line, name=name, value=shown(cell))
    return number


def _class(cell: str, line: int) -> str:
    if not cell:
        raise ReadError(_NO_CLASS, line=line)
    return cell


def _in_order(labels: set[str]) -> tuple[str, ...]:
    if all(map(is_number, labels)):
        return tuple(sorted(labels, key=lambda label: (float(label), label)))
    return tuple(sorted(labels))
