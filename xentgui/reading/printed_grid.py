"""Turns printed arrays, lists and dictionaries into rows of cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.reading.cell import looks_like_number, read_cell
from xentgui.reading.column import Role, role_of
from xentgui.reading.grid import Grid
from xentgui.reading.printed import Leaf, Pairs, Value
from xentgui.reading.printed_fields import fields_table
from xentgui.reading.read_error import ReadError

_NO_HEADER: Final[tuple[str, ...]] = ()

_NOTHING = QT_TRANSLATE_NOOP(
    "errors", "There is no number in these brackets. Copy an array with its numbers."
)
_SHAPE = QT_TRANSLATE_NOOP(
    "errors",
    "This array has the shape {shape}. Give a vector, one number for each class, "
    "or a matrix, one row for each sample.",
)
_UNEVEN = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line} begins a row of {found} values where the others have {expected}. "
    "Give every row the same number of values.",
)
_NESTED = QT_TRANSLATE_NOOP(
    "errors",
    "The record in line {line} holds more than single values. "
    "Give each of its names one text or number.",
)


def printed_grid(statements: Sequence[tuple[str, Value]]) -> Grid:
    """Return the rows that `statements` (from `read_printed`) hold.

    A vector becomes one column; a matrix its rows; ``{"cat": 2.3}`` a column of labels
    and one of logits; ``{"label": […], "logit": […]}``, the same as records or as
    assignments, its columns.  Raises ReadError for every other shape.
    """
    if not statements:
        raise ReadError(_NOTHING)
    if len(statements) > 1 and all(name for name, _ in statements):
        line = _line(statements[0][1])
        return _from_pairs(
            Pairs([(Leaf(name, line, 1, quoted=True), value) for name, value in statements], line)
        )
    name, value = statements[0]
    if len(statements) > 1:
        value = [value for _, value in statements]
    if isinstance(value, Pairs):
        return _from_pairs(value)
    grid = _from_list(value if isinstance(value, list) else [value])
    named = role_of(name) in {Role.LABEL, Role.TARGET, Role.PROBABILITY} and grid.width == 1
    return Grid(grid.rows, grid.lines, grid.first_columns, (name,)) if named else grid


def _line(value: Value) -> int:
    while isinstance(value, list):
        if not value:
            return 1
        value = value[0]
    return value.line


def _cell(leaf: Leaf) -> str:
    """Return the text of `leaf`; raises ReadError for a text without quotation marks."""
    if not leaf.quoted and not looks_like_number(leaf.text):
        read_cell(leaf.text, (leaf.line, leaf.column), ".")
    return leaf.text.strip()


def _column(leaves: Sequence[Leaf]) -> Grid:
    return Grid(
        rows=[[_cell(leaf)] for leaf in leaves],
        lines=[leaf.line for leaf in leaves],
        first_columns=[leaf.column for leaf in leaves],
        header=_NO_HEADER,
    )


def _shape(value: Value) -> tuple[int, ...]:
    if isinstance(value, list):
        return (len(value), *(_shape(value[0]) if value else ()))
    return ()


def _from_list(values: list[Value]) -> Grid:
    leaves = [value for value in values if isinstance(value, Leaf)]
    records = [value for value in values if isinstance(value, Pairs)]
    rows = [value for value in values if isinstance(value, list)]
    if len(leaves) == len(values):
        if not leaves:
            raise ReadError(_NOTHING)
        return _column(leaves)
    if len(records) == len(values):
        return _from_records(records)
    if len(rows) != len(values):
        stranger = leaves[0] if leaves else records[0]
        found = 1 if leaves else len(records[0].items)
        expected = len(rows[0]) if rows else 1
        raise ReadError(_UNEVEN, line=stranger.line, found=found, expected=expected)
    cells = [[item for item in row if isinstance(item, Leaf)] for row in rows]
    if any(len(kept) != len(row) for kept, row in zip(cells, rows, strict=True)):
        shape = "×".join(map(str, _shape(values)))
        raise ReadError(_SHAPE, shape=shape)
    return _table(cells, _NO_HEADER)


def _table(rows: list[list[Leaf]], header: tuple[str, ...]) -> Grid:
    width = len(rows[0])
    if width == 0:
        raise ReadError(_NOTHING)
    for number, row in enumerate(rows):
        if len(row) != width:
            line = row[0].line if row else rows[number - 1][0].line
            raise ReadError(_UNEVEN, line=line, found=len(row), expected=width)
    return Grid(
        rows=[[_cell(leaf) for leaf in row] for row in rows],
        lines=[row[0].line for row in rows],
        header=header,
    )


def _from_records(records: list[Pairs]) -> Grid:
    header = tuple(key.text for key, _ in records[0].items)
    rows: list[list[Leaf]] = []
    for record in records:
        values = {key.text: value for key, value in record.items}
        if set(values) != set(header) or len(record.items) != len(header):
            raise ReadError(
                _UNEVEN, line=record.line, found=len(record.items), expected=len(header)
            )
        leaves = [value for key in header if isinstance(value := values[key], Leaf)]
        if len(leaves) != len(header):
            raise ReadError(_NESTED, line=record.line)
        rows.append(leaves)
    return _table(rows, header)


def _from_pairs(pairs: Pairs) -> Grid:
    if not pairs.items:
        raise ReadError(_NOTHING)
    scalars = [[key, value] for key, value in pairs.items if isinstance(value, Leaf)]
    if len(scalars) == len(pairs.items):
        named = [Leaf(key.text, key.line, key.column, quoted=True) for key, _ in scalars]
        rows = [[key, value] for key, (_, value) in zip(named, scalars, strict=True)]
        return _table(rows, ("label", "logit"))
    return _table(*fields_table(pairs))
