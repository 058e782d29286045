"""Turns records into rows: one for each class, for each sample, or lists of names with scores."""

from __future__ import annotations

from xentgui.reading.cell import looks_like_number
from xentgui.reading.column import FIELDS, SCALES, Role, role_of
from xentgui.reading.grid import Grid
from xentgui.reading.layouts.fields import fields_grid
from xentgui.reading.layouts.node import (
    NESTED,
    SINGLE,
    UNEVEN,
    Leaf,
    Pairs,
    Value,
    is_null,
    table_of,
    text_of,
)
from xentgui.reading.read_error import ReadError


def records_grid(records: list[Pairs]) -> Grid:
    """Return the values of records in rows, those of the same name below each other."""
    aside = _aside(records)
    header = tuple(text for key, _ in records[0].items if (text := text_of(key)) not in aside)
    nested = any(
        isinstance(value, list) for key, value in records[0].items if text_of(key) in header
    )
    if nested:
        return _from_lines(records, header)
    rows: list[list[Value]] = []
    for record in records:
        values = {text: value for key, value in record.items if (text := text_of(key)) not in aside}
        if set(values) != set(header) or len(record.items) - len(values) > len(aside):
            raise ReadError(UNEVEN, line=record.line, found=len(values), expected=len(header))
        leaves: list[Value] = [value for key in header if isinstance(value := values[key], SINGLE)]
        if len(leaves) != len(header):
            raise ReadError(NESTED, line=record.line)
        rows.append(leaves)
    return table_of(rows, header)


def _aside(records: list[Pairs]) -> set[str]:
    """Return the names whose values are left out, and need not be alike.

    They are those that are left out anyway, as the bytes of a token, and those that hold nothing.
    A null among numbers, or in a column that means something, is a damaged cell instead.
    """
    out, nulls, filled = set(), set(), set()
    for record in records:
        for key, value in record.items:
            name = text_of(key)
            role = role_of(name)
            if role is Role.OUT:
                out.add(name)
            elif is_null(value):
                nulls.add(name)
            elif role in FIELDS or isinstance(value, list) or _is_number(value):
                filled.add(name)
    return out | (nulls - filled)


def _is_number(value: Value) -> bool:
    if isinstance(value, Leaf):
        return not value.quoted and looks_like_number(value.text)
    return isinstance(value, (float, int))


def _from_lines(records: list[Pairs], header: tuple[str, ...]) -> Grid:
    """Return records with a vector each, as a line of JSON for each sample holds them."""
    fields: dict[str, list[Value]] = {key: [] for key in header}
    for record in records:
        values = {text_of(key): value for key, value in record.items}
        if not set(header) <= set(values):
            raise ReadError(UNEVEN, line=record.line, found=len(values), expected=len(header))
        for key in header:
            fields[key].append(values[key])
    items: list[tuple[Leaf | str, Value]] = []
    for key, column in fields.items():
        single = all(isinstance(one, SINGLE) for one in column)
        role = role_of(key)
        if single and role not in FIELDS:
            continue  # the text that was classified, its number
        if single and role is Role.LABEL:
            role = Role.TARGET
        same = not single and all(_plain(one) == _plain(column[0]) for one in column)
        value: Value = column[0] if role is Role.LABEL and same else list(column)
        name = "target" if role is Role.TARGET else key
        items.append((Leaf(name, records[0].line, 1, quoted=True), value))
    return fields_grid(Pairs(items, records[0].line, is_output=True))


def _plain(value: Value) -> object:
    return [_plain(one) for one in value] if isinstance(value, list) else text_of(value)


def scored_grid(samples: list[list[Pairs]]) -> Grid:
    """Return lists of names with scores, one list for each text, as pipelines give them."""
    rows: list[dict[str, Value]] = []
    for sample in samples:
        grid_rows: dict[str, Value] = {}
        for record in sample:
            values = {role_of(text_of(key)): value for key, value in record.items}
            score = next((values[role] for role in SCALES if role in values), None)
            name = values.get(Role.LABEL)
            if not isinstance(score, SINGLE) or not isinstance(name, SINGLE):
                raise ReadError(NESTED, line=record.line)
            grid_rows[text_of(name)] = score
        rows.append(grid_rows)
    header = tuple(rows[0])
    for sample, row in zip(samples, rows, strict=True):
        if set(row) != set(header):
            raise ReadError(UNEVEN, line=sample[0].line, found=len(row), expected=len(header))
    return table_of([[row[name] for name in header] for row in rows], header)
