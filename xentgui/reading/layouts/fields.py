"""Turns named arrays, ``{"logits": […], "target": […]}``, into the columns of a grid."""

from __future__ import annotations

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.column import FIELDS, SCALES, Role, role_of
from xentgui.reading.grid import Column, Grid
from xentgui.reading.layouts.node import (
    KEY,
    NOTHING,
    SHAPE,
    SINGLE,
    Leaf,
    Pairs,
    Value,
    column_of,
    is_null,
    line_of,
    shape_of,
    table_of,
    text_of,
)
from xentgui.reading.read_error import ReadError

_LENGTHS = QT_TRANSLATE_NOOP(
    "errors",
    "{name} has {found} values where {other} has {expected}. Give the same number of each.",
)

_CLASS = QT_TRANSLATE_NOOP(
    "errors",
    "The target {target} is not one of the {count} classes. "
    "Give the number of a class, counted from 0, or its label.",
)

_NO_FIELD = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}: this result of a model has no logits. Print result.logits and copy that.",
)


class _Field:
    """A named array: its name as written, and its values."""

    def __init__(self, key: Leaf | str, value: Value) -> None:
        alone = isinstance(value, list) and len(value) == 1 and isinstance(value[0], list)
        inner = value[0] if alone and isinstance(value, list) else value
        self.key, self.name = key, text_of(key)
        self.values: list[Value] = inner if isinstance(inner, list) else [inner]
        self.is_single = not isinstance(value, list)
        self.line = getattr(key, "line", 1)

    @property
    def is_matrix(self) -> bool:
        return list in set(map(type, self.values))

    def leaves(self) -> list[Value]:
        """Return the values, none of them a list; raises ReadError."""
        if not set(map(type, self.values)) <= set(SINGLE):
            raise ReadError(KEY, line=self.line, name=shown(self.name))
        return self.values


def fields_grid(pairs: Pairs) -> Grid:
    """Return named arrays as columns.

    A target may also be one class, by its number from 0 or its label.  If the numbers are a matrix,
    each of its rows is a row, followed by its target; the labels are then the header, or the
    numbers of the classes from 0.  Raises ReadError for all other names and shapes.
    """
    fields = _known_fields(pairs)
    scale = next((role for role in SCALES if role in fields), None)
    if scale is None and pairs.is_output:
        raise ReadError(_NO_FIELD, line=pairs.line)
    _labels_as_target(fields, scale)
    if scale is not None and fields[scale].is_matrix:
        return _batch(fields, scale)
    columns = {role: list(field.leaves()) for role, field in fields.items()}
    if scale is not None:
        _spread_target(columns, fields, scale)
    first = next(iter(fields.values()))
    count = len(next(iter(columns.values())))
    for role, leaves in columns.items():
        _same_length(fields[role], len(leaves), first.name, count)
    header = tuple(fields[role].name for role in columns)
    if not count:
        raise ReadError(NOTHING)
    leaves = next(iter(columns.values()))
    known = isinstance(leaves[0], Leaf)  # JSON that was decoded at once has no places
    lines = list(map(line_of, leaves)) if known else [1] * count
    return Grid([column_of(values) for values in columns.values()], lines, header=header)


def _known_fields(pairs: Pairs) -> dict[Role, _Field]:
    fields: dict[Role, _Field] = {}
    for key, value in pairs.items:
        role, name = role_of(text_of(key)), text_of(key)
        aside = role in {Role.OUT, Role.INDEX} or is_null(value)
        aside |= pairs.is_output and (role not in FIELDS or role in fields)
        if (aside and role is not Role.OTHER) or is_null(value) or (aside and pairs.is_output):
            continue
        if role not in FIELDS or role in fields:
            raise ReadError(KEY, line=getattr(key, "line", 1), name=shown(name))
        fields[role] = _Field(key, value)
    if not fields:
        key = pairs.items[0][0]
        raise ReadError(KEY, line=getattr(key, "line", 1), name=shown(text_of(key)))
    return fields


def _labels_as_target(fields: dict[Role, _Field], scale: Role | None) -> None:
    """Take numbers called labels for the classes of the rows, where they cannot be names."""
    if scale is None or Role.LABEL not in fields or Role.TARGET in fields:
        return
    field, numbers = fields[Role.LABEL], fields[scale]
    if not all(isinstance(value, SINGLE) and _is_class(value) for value in field.values):
        return
    rows = len(numbers.values) if numbers.is_matrix else 1
    if len(field.values) == rows and (numbers.is_matrix or field.is_single):
        del fields[Role.LABEL]
        fields[Role.TARGET] = field


def _is_class(value: Value) -> bool:
    quoted = isinstance(value, str) or getattr(value, "quoted", False)
    return not quoted and text_of(value).lstrip("-").removesuffix(".0").isdecimal()


def _same_length(field: _Field, found: int, other: str, expected: int) -> None:
    if found != expected:
        raise ReadError(
            _LENGTHS,
            name=shown(field.name), found=found, other=shown(other), expected=expected,
        )  # fmt: skip


def _spread_target(
    columns: dict[Role, list[Value]], fields: dict[Role, _Field], scale: Role
) -> None:
    """Turn a target that is one class into a column of 0 and 1; raises ReadError."""
    count = len(columns[scale])
    if Role.TARGET not in fields or count == 1:
        return
    leaves = columns[Role.TARGET]
    if len(leaves) != 1 and not fields[Role.TARGET].is_single:
        return
    labels = [text_of(leaf) for leaf in columns.get(Role.LABEL, ())]
    target = leaves[0]
    text = text_of(target)
    if text in labels:
        chosen = labels.index(text)
    elif text.isdecimal() and int(text[:9]) < count:
        chosen = int(text)
    else:
        raise ReadError(_CLASS, target=shown(text), count=count)
    line, column = line_of(target), getattr(target, "column", 1)
    columns[Role.TARGET] = [Leaf("1" if k == chosen else "0", line, column) for k in range(count)]


def _batch(fields: dict[Role, _Field], scale: Role) -> Grid:
    numbers = fields.pop(scale)
    rows = _as_rows(numbers.values)
    if not all(isinstance(item, SINGLE) for row in rows for item in row):
        shape = "×".join(map(str, shape_of(numbers.values)))
        raise ReadError(SHAPE, shape=shape)
    width = len(rows[0])
    names: tuple[str, ...] = tuple(map(str, range(width)))
    if Role.LABEL in fields:
        labels = fields.pop(Role.LABEL)
        names = tuple(map(text_of, labels.leaves()))
        _same_length(labels, len(names), numbers.name, width)
    if scale is not Role.LOGIT:
        names = tuple(f"{scale.replace('-', '_')}_{name}" for name in names)
    grid = table_of(rows, names)
    target = fields.pop(Role.TARGET, None)
    if fields:
        other = next(iter(fields.values()))
        raise ReadError(KEY, line=other.line, name=shown(other.name))
    if target is None:
        return grid
    if target.is_matrix:
        soft = table_of(_as_rows(target.values), ())
        _same_length(target, soft.height, numbers.name, len(rows))
        return _beside(grid, soft.columns, tuple("target" for _ in soft.columns))
    leaves = target.leaves()
    _same_length(target, len(leaves), numbers.name, len(rows))
    return _beside(grid, [column_of(leaves)], ("target",))


def _as_rows(values: list[Value]) -> list[list[Value]]:
    return [row if isinstance(row, list) else [row] for row in values]


def _beside(grid: Grid, columns: list[Column], header: tuple[str, ...]) -> Grid:
    return Grid([*grid.columns, *columns], grid.lines, header=(*(grid.header or ()), *header))
