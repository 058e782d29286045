"""Turns lists, arrays, records and dictionaries, printed or in JSON, into a grid.

A tree is made of lists, `Pairs` and single values: a `Leaf` with its place, or, where a long JSON
text was decoded at once, a number or a text of Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, Message, shown
from xentgui.reading.cell import looks_like_number
from xentgui.reading.column import SCALES, Role, role_of
from xentgui.reading.grid import Grid
from xentgui.reading.layouts.fields import fields_grid
from xentgui.reading.layouts.node import (
    KEY,
    NOTHING,
    SHAPE,
    SINGLE,
    UNEVEN,
    Leaf,
    Pairs,
    Value,
    column_of,
    line_of,
    shape_of,
    table_of,
    text_of,
)
from xentgui.reading.layouts.positions import positions
from xentgui.reading.layouts.records import records_grid, scored_grid
from xentgui.reading.read_error import ReadError

_MOST_PARTS: Final = 10  # statements that may belong together

_PART = QT_TRANSLATE_NOOP(
    "errors", "The last array is taken for the class of each row, counted from 0."
)

_FIRST_OF = QT_TRANSLATE_NOOP(
    "errors",
    "These are the likeliest tokens at {count} places of a text; only the first place is read.",
)


def tree_grid(statements: Sequence[tuple[str, Value]]) -> Grid:
    """Return the rows that `statements` (from `read_printed`) hold.

    A vector becomes one column; a matrix its rows; ``{"cat": 2.3}`` a column of names and one of
    numbers; ``{"label": […], "logit": […]}``, the same as records, as lines of records or as
    assignments, its columns.  Raises ReadError for every other shape.
    """
    if not statements:
        raise ReadError(NOTHING)
    if 1 < len(statements) < _MOST_PARTS and all(name for name, _ in statements):
        line = line_of(statements[0][1])
        named: list[tuple[Leaf | str, Value]] = [
            (Leaf(name, line, 1, quoted=True), value) for name, value in statements
        ]
        return _from_pairs(Pairs(named, line))
    name, value = statements[0]
    if len(statements) > 1:
        value = [value for _, value in statements]
    if _is_flat(value) and isinstance(value, Pairs):
        return _from_names(value)
    value = _inner(value)
    places = positions(value)
    notes: tuple[Message, ...] = ()
    if places:
        value = places[0]
        if len(places) > 1:
            notes = (Message(_FIRST_OF, {"count": len(places)}),)
    grid = _grid(value, name)
    return grid if not notes else _noted(grid, notes)


def _is_flat(value: Value) -> bool:
    """Whether `value` is a decoded dictionary of single values."""
    if not isinstance(value, Pairs) or value.is_output or not value.items:
        return False
    return set(map(type, map(itemgetter(1), value.items))) <= {float, int, str}


def _grid(value: Value, name: str) -> Grid:
    if isinstance(value, Pairs):
        return _from_pairs(value)
    parts: list[Value] = value if isinstance(value, list) else [value]
    if isinstance(value, Leaf) and value.is_tensor and value.text.lstrip("-").isdecimal():
        return Grid([[value.text]], [value.line], [value.column], header=("target id",))
    if _is_with_classes(parts):
        line = line_of(parts[0])
        keys: list[Leaf | str] = [Leaf(text, line, 1, quoted=True) for text in ("logits", "target")]
        pairs = Pairs(list(zip(keys, parts, strict=True)), line)
        return _noted(_from_pairs(pairs), (Message(_PART),))
    grid = _from_list(parts)
    named = role_of(name) in {Role.LABEL, Role.TARGET, *SCALES} and grid.width == 1
    if named and not grid.header:
        return Grid(grid.columns, grid.lines, grid.first_columns, header=(name,))
    return grid


def _noted(grid: Grid, notes: tuple[Message, ...]) -> Grid:
    return Grid(
        grid.columns, grid.lines, grid.first_columns, header=grid.header,
        notes=(*grid.notes, *notes), indexed=grid.indexed,
    )  # fmt: skip


def _inner(value: Value) -> Value:
    """Return the table of names in a model's configuration, and the records of one text."""
    if isinstance(value, Pairs):
        for key, inner in value.items:
            if text_of(key) == "id2label":
                return inner
    alone = isinstance(value, list) and len(value) == 1 and isinstance(value[0], list)
    if alone and isinstance(value, list):
        records = value[0]
        if isinstance(records, list) and records and isinstance(records[0], Pairs):
            return records
    return value


def _is_with_classes(parts: list[Value]) -> bool:
    """Whether `parts` is a matrix and the class of each row, or a vector and its class."""
    if len(parts) != 2 or not isinstance(parts[0], list) or not parts[0]:
        return False
    first, second = parts
    if not isinstance(first, list):
        return False
    if isinstance(first[0], list):
        return (
            isinstance(second, list) and len(second) == len(first) and all(map(_is_whole, second))
        )
    return len(first) > 1 and _is_whole(second) and all(isinstance(one, SINGLE) for one in first)


def _is_whole(value: Value) -> bool:
    return isinstance(value, SINGLE) and text_of(value).isdecimal() and not isinstance(value, str)


def _from_list(values: list[Value]) -> Grid:
    kinds = {type(value) for value in values}
    if kinds <= {Leaf, float, int, str}:
        if not values:
            raise ReadError(NOTHING)
        lines = [line_of(value) for value in values]
        firsts = [getattr(value, "column", 1) for value in values]
        return Grid([column_of(values)], lines, firsts, header=())
    if kinds == {Pairs}:
        return records_grid([value for value in values if isinstance(value, Pairs)])
    rows = [value for value in values if isinstance(value, list)]
    if len(rows) != len(values):
        stranger = next(value for value in values if not isinstance(value, list))
        found = len(stranger.items) if isinstance(stranger, Pairs) else 1
        expected = len(rows[0]) if rows else 1
        raise ReadError(UNEVEN, line=line_of(stranger), found=found, expected=expected)
    if all(row and all(isinstance(one, Pairs) for one in row) for row in rows):
        return scored_grid([[one for one in row if isinstance(one, Pairs)] for row in rows])
    if not all(isinstance(item, SINGLE) for row in rows for item in row):
        shape = "×".join(map(str, shape_of(values)))
        raise ReadError(SHAPE, shape=shape)
    return table_of(rows, ())


def _from_pairs(pairs: Pairs) -> Grid:
    if not pairs.items:
        raise ReadError(NOTHING)
    if not pairs.is_output and all(isinstance(value, SINGLE) for _, value in pairs.items):
        return _from_names(pairs)
    inner = [value for _, value in pairs.items if isinstance(value, Pairs)]
    if len(inner) == len(pairs.items):
        return _from_columns(pairs, inner)
    return fields_grid(pairs)


def _from_names(pairs: Pairs) -> Grid:
    """Return a dictionary of names and numbers, or of numbers and names, as two columns."""
    values = list(map(itemgetter(1), pairs.items))
    leaves = list(map(itemgetter(0), pairs.items))
    keys = list(map(text_of, leaves))
    lines = [getattr(key, "line", 1) for key in leaves]
    firsts = [getattr(key, "column", 1) for key in leaves]
    numbers = all(map(str.isdecimal, keys))
    words = all(isinstance(value, str) or getattr(value, "quoted", False) for value in values)
    if numbers and words and not all(looks_like_number(text_of(value)) for value in values):
        return Grid(
            [keys, [text_of(value) for value in values]], lines, firsts, header=("id", "label")
        )
    return Grid([keys, column_of(values)], lines, firsts, header=("label", "value"))


def _from_columns(pairs: Pairs, inner: list[Pairs]) -> Grid:
    """Return the columns of a data frame, each a dictionary with the same keys."""
    keys = [text_of(key) for key, _ in inner[0].items]
    columns: list[list[Value]] = []
    for (key, _), column in zip(pairs.items, inner, strict=True):
        values: list[Value] = [value for _, value in column.items if isinstance(value, SINGLE)]
        if [text_of(name) for name, _ in column.items] != keys or len(values) != len(keys):
            raise ReadError(KEY, line=getattr(key, "line", 1), name=shown(text_of(key)))
        columns.append(values)
    if not keys:
        raise ReadError(NOTHING)
    header = ("", *(text_of(key) for key, _ in pairs.items))
    return Grid(
        [keys, *map(column_of, columns)],
        [line_of(value) for value in columns[0]],
        header=header,
        indexed=True,
    )
