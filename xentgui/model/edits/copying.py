"""Copies of a state with a part replaced, and the checks that every edit shares."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from typing import Any

import numpy as np

from xentgui.model.checks import InvalidStateError, as_tuple, require_finite_sum
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.model.rows import Array, locked
from xentgui.model.state import State

_NO_CLASS = QT_TRANSLATE_NOOP(
    "errors", "There is no class {number}. Choose one of the {count} classes."
)
_NO_LIST = QT_TRANSLATE_NOOP("errors", "The classes are {value}. Give a list of class numbers.")
_NO_ROOM = QT_TRANSLATE_NOOP(
    "errors",
    "{values} values from class {number} on do not fit {count} classes. "
    "Paste fewer values, or add classes first.",
)


def copied(state: State, **parts: Any) -> State:
    """Return `state` with the given parts, which are known to be valid; the others are kept.

    `logits` and `target` are arrays; the caller must not use them afterwards, nor `color_array`,
    which may stand in place of `colors`.  The sum of a new target is worked out later, unless
    `target_sum` gives it.
    """
    changes = parts
    if "logits" in parts:
        changes["logit_array"] = locked(parts.pop("logits"))
    if "target" in parts:
        changes["target_array"] = locked(parts.pop("target"))
        changes["_target_sum"] = parts.pop("target_sum", None)
    if "color_array" in parts:
        numbers = locked(parts.pop("color_array"))
        if np.array_equal(numbers, np.arange(len(numbers))):
            changes["colors"] = ()
        else:
            changes["_color_array"] = numbers
    return state.unchecked(changes)


def with_target_array(state: State, array: Array) -> State:
    """Return `state` with another target; the caller must not use the array afterwards."""
    edited = copied(state, target=array)
    require_finite_sum(edited.labels, edited.target_array, edited.target_sum)
    return edited


def require_class(state: State, k: int, *, end: bool = False) -> int:
    """Return `k` as an int if it is a class, or one past the last if `end` is true."""
    count = len(state.labels)
    try:
        index = operator.index(k)
    except TypeError as error:
        raise InvalidStateError(_NO_CLASS, number=shown(k), count=count) from error
    if not 0 <= index < count + end:
        raise InvalidStateError(_NO_CLASS, number=shown(index + 1), count=count)
    return index


def require_list(classes: Iterable[int]) -> tuple[int, ...]:
    """Return `classes` as a tuple; raises InvalidStateError if it is not iterable."""
    each = as_tuple(classes)
    if each is None:
        raise InvalidStateError(_NO_LIST, value=shown(classes))
    return each


def require_room(state: State, start: int, size: int) -> int:
    """Return the end of a block of `size` values from class `start` on, or refuse it."""
    count = len(state.labels)
    if start + size > count:
        raise InvalidStateError(_NO_ROOM, values=size, number=start + 1, count=count)
    return start + size
