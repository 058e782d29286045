"""The values of a printed or decoded tree, and what they are, whichever way it was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, cast

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError
from xentgui.reading.cell import looks_like_number, read_cell
from xentgui.reading.grid import Column, Floats, Grid
from xentgui.reading.read_error import MOST_PLACES, ReadError, together


class Leaf(NamedTuple):
    """A single value: a number as it was written, or a text between quotation marks.

    `line` counts lines from 1; `column` counts the values of that line from 1.
    """

    text: str
    line: int
    column: int
    quoted: bool = False
    is_tensor: bool = False  # a tensor of one number, printed with its name


@dataclass(frozen=True, slots=True)
class Pairs:
    """A dictionary, in order, with its line; `is_output` for the result of a model."""

    items: list[tuple[Leaf | str, Value]]
    line: int
    is_output: bool = False


Value = Leaf | Pairs | list["Value"] | str | float | None
"""A value; those of Python stand only in JSON that was decoded at once."""


SINGLE: Final = (Leaf, float, int, str)

NOTHING = QT_TRANSLATE_NOOP(
    "errors", "There is no number in these brackets. Copy an array with its numbers."
)

SHAPE = QT_TRANSLATE_NOOP(
    "errors",
    "This array has the shape {shape}. Give a vector, one number for each class, "
    "or a matrix, one row for each sample.",
)

UNEVEN = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line} begins a row of {found} values where the others have {expected}. "
    "Give every row the same number of values.",
)

NESTED = QT_TRANSLATE_NOOP(
    "errors",
    "The record in line {line} holds more than single values. "
    "Give each of its names one text or number.",
)

KEY = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}: {name} is not understood. "
    "Name the values “label”, “logit” and “target”, or give one number for each class.",
)


def line_of(value: Value) -> int:
    """Return the line where `value` begins; 1 if it is not known."""
    while isinstance(value, list):
        if not value:
            return 1
        value = value[0]
    return getattr(value, "line", 1)


def text_of(leaf: Value) -> str:
    """Return the text of a single value."""
    if isinstance(leaf, Leaf):
        return leaf.text
    return leaf if isinstance(leaf, str) else repr(leaf)


def cell_of(leaf: Value) -> str:
    """Return the text of `leaf`; raises ReadError for a text without quotation marks."""
    if leaf is None or isinstance(leaf, bool):
        raise ReadError(NOTHING)  # decoded JSON; the careful way says what is wrong, and where
    if not isinstance(leaf, Leaf):
        return text_of(leaf)
    if not leaf.quoted and not looks_like_number(leaf.text):
        read_cell(leaf.text, (leaf.line, leaf.column), ".")
    return leaf.text


def column_of(leaves: Sequence[Value]) -> Column:
    """Return the cells of a column; numbers that are decoded already stay numbers."""
    if leaves and isinstance(leaves[0], (float, int)):
        found = floats_of(leaves)
        if found is not None:
            return found
    if set(map(type, leaves)) == {str}:
        return list(cast("Sequence[str]", leaves))
    try:
        return [cell_of(leaf) for leaf in leaves]
    except ReadError:
        numbers = any(_is_plain_number(leaf) for leaf in leaves)
        raise _refusal(leaves, _number_of if numbers else cell_of) from None


def _is_plain_number(leaf: Value) -> bool:
    return isinstance(leaf, Leaf) and not leaf.quoted and looks_like_number(leaf.text)


def _number_of(leaf: Value) -> str:
    """Return the text of a leaf beside numbers; raises ReadError also for a quoted word."""
    text = cell_of(leaf)
    if isinstance(leaf, Leaf) and leaf.quoted:
        read_cell(text, (leaf.line, leaf.column), ".")
    return text


def _refusal(leaves: Iterable[Value], read: Callable[[Value], str] = cell_of) -> RefusedError:
    """Return one refusal for all of `leaves` that `read` refuses."""
    wrong: list[ReadError] = []
    for leaf in leaves:
        try:
            read(leaf)
        except ReadError as error:
            wrong.append(error)
            if len(wrong) > MOST_PLACES or "line" not in error.message.values:
                break
    return together(wrong)


def floats_of(values: Sequence[Value]) -> Floats | None:
    """Return decoded numbers as an array; None if there are others."""
    if set(map(type, values)) <= {float, int}:
        try:
            found = np.array(values, dtype=np.float64)
        except OverflowError:
            return None
        return found if bool(np.isfinite(found).all()) else None
    return None


def shape_of(value: Value) -> tuple[int, ...]:
    """Return the shape of nested lists, by their first items."""
    if isinstance(value, list):
        return (len(value), *(shape_of(value[0]) if value else ()))
    return ()


def is_null(value: Value) -> bool:
    """Whether `value` stands for nothing."""
    return value is None or (
        isinstance(value, Leaf) and not value.quoted and value.text in {"null", "None"}
    )


def table_of(rows: list[list[Value]], header: tuple[str, ...], *, indexed: bool = False) -> Grid:
    """Return the grid of `rows`; raises ReadError if they differ in length."""
    width = len(rows[0])
    if width == 0:
        raise ReadError(NOTHING)
    for number, row in enumerate(rows):
        if len(row) != width:
            line = line_of(row) if row else line_of(rows[number - 1])
            raise ReadError(UNEVEN, line=line, found=len(row), expected=width)
    try:
        columns = [column_of(column) for column in zip(*rows, strict=True)]
    except ReadError:
        raise _refusal(leaf for row in rows for leaf in row) from None
    return Grid(
        columns,
        [line_of(row) for row in rows],
        header=header,
        indexed=indexed,
    )
