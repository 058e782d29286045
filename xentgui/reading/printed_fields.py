"""Turns named arrays, ``{"logits": […], "target": […]}``, into the columns of a table."""

from __future__ import annotations

from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.column import Role, role_of
from xentgui.reading.printed import Leaf, Pairs, Value
from xentgui.reading.read_error import ReadError

Table = tuple[list[list[Leaf]], tuple[str, ...]]

_FIELDS: Final = {Role.LABEL, Role.LOGIT, Role.TARGET, Role.PROBABILITY}

_KEY = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}: {name} is not understood. "
    "Name the values “label”, “logit” and “target”, or give one number for each class.",
)
_LENGTHS = QT_TRANSLATE_NOOP(
    "errors",
    "{name} has {found} values where {other} has {expected}. Give the same number of each.",
)
_CLASS = QT_TRANSLATE_NOOP(
    "errors",
    "The target {target} is not one of the {count} classes. "
    "Give the number of a class, counted from 0, or its label.",
)


def fields_table(pairs: Pairs) -> Table:
    """Return the rows of a table and its header.

    Vectors are columns; a target may also be one class, by its number from 0 or its label.
    If the logits are a matrix, each of its rows is a row, followed by its target; the labels
    are then the header, or the numbers of the classes from 0.
    Raises ReadError for all other names and shapes.
    """
    fields: dict[Role, tuple[Leaf, list[Value]]] = {}
    for key, value in pairs.items:
        role = role_of(key.text)
        if role not in _FIELDS or role in fields:
            raise ReadError(_KEY, line=key.line, name=shown(key.text))
        alone = isinstance(value, list) and len(value) == 1 and isinstance(value[0], list)
        fields[role] = key, _values(value[0] if alone and isinstance(value, list) else value)
    if Role.LOGIT in fields and any(isinstance(row, list) for row in fields[Role.LOGIT][1]):
        return _batch(fields)
    columns = {role: (key, _leaves(key, values)) for role, (key, values) in fields.items()}
    _spread_target(columns, dict(fields), pairs)
    first_key, first = next(iter(columns.values()))
    for key, leaves in columns.values():
        _same_length(key, len(leaves), first_key, len(first))
    rows = [list(row) for row in zip(*(leaves for _, leaves in columns.values()), strict=True)]
    return rows, tuple(key.text for key, _ in columns.values())


def _values(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]


def _leaves(key: Leaf, values: list[Value]) -> list[Leaf]:
    leaves = [value for value in values if isinstance(value, Leaf)]
    if len(leaves) != len(values):
        raise ReadError(_KEY, line=key.line, name=shown(key.text))
    return leaves


def _same_length(key: Leaf, found: int, other: Leaf, expected: int) -> None:
    if found != expected:
        raise ReadError(
            _LENGTHS,
            name=shown(key.text), found=found, other=shown(other.text), expected=expected,
        )  # fmt: skip


def _spread_target(
    columns: dict[Role, tuple[Leaf, list[Leaf]]],
    fields: dict[Role, tuple[Leaf, list[Value]]],
    pairs: Pairs,
) -> None:
    """Turn a target that is one class into a column of 0 and 1; raises ReadError."""
    scores = columns.get(Role.LOGIT) or columns.get(Role.PROBABILITY)
    single = [key.text for key, value in pairs.items if isinstance(value, Leaf)]
    if Role.TARGET not in fields or scores is None or len(scores[1]) == 1:
        return
    key, leaves = columns[Role.TARGET]
    if len(leaves) != 1 and key.text not in single:
        return
    count = len(scores[1])
    labels = [leaf.text for leaf in columns[Role.LABEL][1]] if Role.LABEL in columns else []
    target = leaves[0]
    if target.text in labels:
        chosen = labels.index(target.text)
    elif target.text.isdecimal() and int(target.text[:9]) < count:
        chosen = int(target.text)
    else:
        raise ReadError(_CLASS, target=shown(target.text), count=count)
    column = [Leaf("1" if k == chosen else "0", target.line, target.column) for k in range(count)]
    columns[Role.TARGET] = key, column


def _batch(fields: dict[Role, tuple[Leaf, list[Value]]]) -> Table:
    key, values = fields.pop(Role.LOGIT)
    rows = [_leaves(key, _values(row)) for row in values]
    width = len(rows[0])
    header: tuple[str, ...] = tuple(map(str, range(width)))
    if Role.LABEL in fields:
        label_key, labels = fields.pop(Role.LABEL)
        header = tuple(leaf.text for leaf in _leaves(label_key, labels))
        _same_length(label_key, len(header), key, width)
    if Role.TARGET in fields:
        target_key, targets = fields.pop(Role.TARGET)
        leaves = _leaves(target_key, targets)
        _same_length(target_key, len(leaves), key, len(rows))
        rows = [[*row, target] for row, target in zip(rows, leaves, strict=True)]
        header = (*header, "target")
    if fields:
        other, _ = next(iter(fields.values()))
        raise ReadError(_KEY, line=other.line, name=shown(other.text))
    return rows, header
