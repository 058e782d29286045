"""Which points and weights a classifier may have, and why it refuses the others."""

from __future__ import annotations

import operator
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from xentgui.model.checks import (
    InvalidStateError,
    checked_labels,
    checked_target,
    require_finite_sum,
)
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.model.naming import name_of
from xentgui.model.rows import Array, row_sums

_NO_TABLE = QT_TRANSLATE_NOOP(
    "errors", "The points are {value}. Give a row for each point, with a number for each input."
)
_NO_POINTS = QT_TRANSLATE_NOOP("errors", "A classifier needs at least one point. Add a point.")
_POINT = QT_TRANSLATE_NOOP("errors", "Point {number} has {value} for {name}. Type a finite number.")
_TARGETS = QT_TRANSLATE_NOOP(
    "errors",
    "{points} points and {classes} classes do not fit the targets, {value}. "
    "Give a row for each point, with a number for each class.",
)
_WEIGHTS = QT_TRANSLATE_NOOP(
    "errors",
    "{classes} classes and {inputs} inputs do not fit the weights, {value}. "
    "Give a row for each class, with a number for each input.",
)
_WEIGHT = QT_TRANSLATE_NOOP(
    "errors", "The weight of {label} for {name} is {value}. Type a finite number."
)
_BIASES = QT_TRANSLATE_NOOP(
    "errors", "{classes} classes do not fit the biases, {value}. Give a number for each class."
)
_BIAS = QT_TRANSLATE_NOOP(
    "errors",
    "The bias of {label} is {value}. Type a finite number, or −inf to switch the class off.",
)
_NAMES = QT_TRANSLATE_NOOP(
    "errors", "The inputs are called {value}. Give a name for each of the {count} inputs."
)
_NO_POINT = QT_TRANSLATE_NOOP(
    "errors", "There is no point {number}. Choose one of the {count} points."
)
_NO_INPUT = QT_TRANSLATE_NOOP(
    "errors", "There is no input {number}. Choose one of the {count} inputs."
)
_UNBOUNDED = QT_TRANSLATE_NOOP(
    "errors",
    "The logits of some point would overflow. Use smaller weights, biases or inputs.",
)


def default_inputs(count: int) -> tuple[str, ...]:
    """Return the names of `count` nameless inputs.

    >>> default_inputs(2)
    ('x1', 'x2')
    """
    return tuple(f"x{number}" for number in range(1, count + 1))


def checked_input_names(names: Sequence[str], count: int) -> tuple[str, ...]:
    """Return a name for each of `count` inputs; none are the default ones."""
    if len(names) == 0:
        return default_inputs(count)
    found = checked_labels(names)
    if len(found) != count:
        raise InvalidStateError(_NAMES, value=shown(", ".join(found)), count=count)
    return found


def checked_points(values: npt.ArrayLike, names: Sequence[str] = (), first: int = 0) -> Array:
    """Return the inputs of one point or more as a new array, shape (N, D); all are finite.

    `first` is the number of the first point; it is only used to name it.
    """
    array = _table(values, _NO_TABLE)
    if not array.shape[0]:
        raise InvalidStateError(_NO_POINTS)
    if array.ndim != 2 or not array.shape[1]:
        raise InvalidStateError(_NO_TABLE, value=shown(f"{array.shape}"))
    bad = _first(~np.isfinite(array))
    if bad is not None:
        row, d = bad
        name = name_of(names or default_inputs(array.shape[1]), d)
        number, value = first + row + 1, shown(float(array[row, d]))
        raise InvalidStateError(_POINT, number=number, name=name, value=value)
    return array


def checked_targets(labels: tuple[str, ...], values: npt.ArrayLike, points: int) -> Array:
    """Return the targets of points as a new array, shape (N, K); all are finite and 0 or more."""
    array = _table(values, _TARGETS, points=points, classes=len(labels))
    if array.shape != (points, len(labels)):
        size = shown(" × ".join(map(str, array.shape)))
        raise InvalidStateError(_TARGETS, points=points, classes=len(labels), value=size)
    with np.errstate(over="ignore", invalid="ignore"):
        good = (array >= 0.0).all(axis=1) & np.isfinite(row_sums(array))
    if not good.all():
        row = int(good.argmin())
        checked_target(labels, array[row])
        require_finite_sum(labels, array[row], np.inf)
    return array


def checked_weights(labels: tuple[str, ...], values: npt.ArrayLike, names: Sequence[str]) -> Array:
    """Return W as a new array, shape (K, D); all are finite."""
    wanted = {"classes": len(labels), "inputs": len(names)}
    array = _table(values, _WEIGHTS, **wanted)
    if array.shape != (len(labels), len(names)):
        size = shown(" × ".join(map(str, array.shape)))
        raise InvalidStateError(_WEIGHTS, value=size, **wanted)
    bad = _first(~np.isfinite(array))
    if bad is not None:
        k, d = bad
        value = shown(float(array[k, d]))
        label, name = name_of(labels, k), name_of(names, d)
        raise InvalidStateError(_WEIGHT, label=label, name=name, value=value)
    return array


def checked_bias(labels: tuple[str, ...], values: npt.ArrayLike) -> Array:
    """Return b as a new array, shape (K,); each is finite or -inf."""
    array = _table(values, _BIASES, classes=len(labels))
    if array.shape != (len(labels),):
        size = shown(" × ".join(map(str, array.shape)))
        raise InvalidStateError(_BIASES, value=size, classes=len(labels))
    bad = _first(~(array < np.inf))
    if bad is not None:
        value = shown(float(array[bad]))
        raise InvalidStateError(_BIAS, label=name_of(labels, bad[0]), value=value)
    return array


def require_bounded(weights: Array, bias: Array, farthest: Array) -> None:
    """Raise InvalidStateError if a logit of some point could overflow."""
    with np.errstate(all="ignore"):
        sizes = np.abs(weights) @ farthest + np.abs(np.where(bias > -np.inf, bias, 0.0))
    if not np.isfinite(sizes).all():
        raise InvalidStateError(_UNBOUNDED)


def require_point(count: int, number: int) -> int:
    """Return `number` as an int if it is that of one of `count` points, from 0."""
    return _place(number, count, _NO_POINT)


def require_input(count: int, number: int) -> int:
    """Return `number` as an int if it is that of one of `count` inputs, from 0."""
    return _place(number, count, _NO_INPUT)


def _place(number: int, count: int, sentence: str) -> int:
    try:
        found = operator.index(number)
    except TypeError as error:
        raise InvalidStateError(sentence, number=shown(number), count=count) from error
    if not 0 <= found < count:
        raise InvalidStateError(sentence, number=shown(found + 1), count=count)
    return found


def _table(values: npt.ArrayLike, sentence: str, **words: object) -> Array:
    try:
        array = np.array(values)
        if array.dtype.kind not in "fiub" and array.size:
            raise TypeError
        return array.astype(np.float64) + 0.0  # + 0 turns -0 into 0
    except (TypeError, ValueError) as error:
        raise InvalidStateError(sentence, value=shown(str(values)), **words) from error


def _first(wrong: npt.NDArray[np.bool_]) -> tuple[int, ...] | None:
    """Return the place of the first that is wrong."""
    if not wrong.any():
        return None
    return tuple(int(one) for one in np.unravel_index(int(wrong.argmax()), wrong.shape))
