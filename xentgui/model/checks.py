"""Which values a state may hold and how many, and why it refuses the others.

Whatever can be made can be saved, and whatever is saved can be opened.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final, TypeVar

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError, shown
from xentgui.model.naming import name_of
from xentgui.model.rows import Array

T = TypeVar("T")

MOST_CLASSES: Final = 1_000_000
"""The most classes of a state, wherever it comes from."""

MOST_SCENES: Final = 10_000
"""The most scenes of a document."""

LONGEST_DOCUMENT: Final = 512 * 2**20
"""Bytes of a document as text; a longer text is refused before it is decoded."""

MOST_VALUES: Final = 10_000_000
"""Values that are decoded at once: those of a scene, or of a whole document in an unusual order."""

MOST_VALUES_OF_DOCUMENT: Final = 40_000_000
"""Values of a document: more than as many classes have as fit into `LONGEST_DOCUMENT`."""

MOST_CHARACTERS: Final = 20_000_000
"""Characters of a text with numbers, pasted or in a file."""

MOST_CELLS: Final = 2_000_000
"""Cells of such a text."""


class InvalidStateError(RefusedError):
    """A state that is not allowed; the message names the class and the remedy."""


_TOO_FEW = QT_TRANSLATE_NOOP(
    "errors", "Softmax needs at least two classes; there would be {count}. Add a class."
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "errors", "{count} classes are too many: at most {most} are possible. Use fewer."
)
_LABELS = QT_TRANSLATE_NOOP("errors", "The class names are {value}. Give a list of names.")
_LABEL = QT_TRANSLATE_NOOP("errors", "The name of class {number} is {value}. Type some text.")
_NUMBERS = QT_TRANSLATE_NOOP(
    "errors", "The numbers of the classes are {value}. Give one list with a number for each class."
)
_LOGIT = QT_TRANSLATE_NOOP(
    "errors",
    "The logit of {label} is {value}. Type a finite number, or −inf to switch the class off.",
)
_ALL_OFF = QT_TRANSLATE_NOOP(
    "errors", "Every class would be switched off. Give at least one class a finite logit."
)
_TARGET = QT_TRANSLATE_NOOP(
    "errors", "The target of {label} is {value}. Type 0 or a positive finite number."
)
_TARGET_SUM = QT_TRANSLATE_NOOP(
    "errors",
    "The sum of the targets overflows. Type a smaller target than {value} for {label}.",
)


def checked_labels(labels: Iterable[str], first: int = 0) -> tuple[str, ...]:
    """Return labels, from class `first` on, as plain strings; raises InvalidStateError."""
    names = None if isinstance(labels, str | bytes) else as_tuple(labels)
    if names is None:
        raise InvalidStateError(_LABELS, value=shown(labels))
    if set(map(type, names)) <= {str}:
        return names
    for number, name in enumerate(names, start=first + 1):
        if not isinstance(name, str):
            raise InvalidStateError(_LABEL, number=number, value=shown(name))
    return tuple(map(str, names))  # numpy's strings and the like


def checked_logits(labels: tuple[str, ...], values: Iterable[float], first: int = 0) -> Array:
    """Return `values` as a new array; raises InvalidStateError unless finite or -inf.

    `first` is the class that the first value belongs to; it is only used to name it.
    """
    array = _numbers(labels, values, first, _LOGIT)
    good = array < np.inf
    if not good.all():
        _refuse_value(_LOGIT, labels, array, int(good.argmin()), first)
    return array


def checked_target(labels: tuple[str, ...], values: Iterable[float], first: int = 0) -> Array:
    """Return `values` as a new array; raises InvalidStateError unless finite and 0 or more."""
    array = _numbers(labels, values, first, _TARGET)
    good = (array >= 0.0) & (array < np.inf)
    if not good.all():
        _refuse_value(_TARGET, labels, array, int(good.argmin()), first)
    return array


def require_classes(count: int) -> None:
    """Raise InvalidStateError unless there are two classes or more, but not too many."""
    if count < 2:
        raise InvalidStateError(_TOO_FEW, count=count)
    if count > MOST_CLASSES:
        raise InvalidStateError(_TOO_MANY, count=count, most=MOST_CLASSES)


def require_one_on(logits: Array) -> None:
    """Raise InvalidStateError unless a logit is finite."""
    if not (logits > -np.inf).any():
        raise InvalidStateError(_ALL_OFF)


def require_finite_sum(labels: tuple[str, ...], target: Array, target_sum: float) -> None:
    """Raise InvalidStateError, naming the largest of `target`, if its sum overflows."""
    if not math.isfinite(target_sum):
        _refuse_value(_TARGET_SUM, labels, target, int(target.argmax()), 0)


def _numbers(labels: tuple[str, ...], values: Iterable[float], first: int, template: str) -> Array:
    """Return `values` as a new float64 array, shape (n,); text and bytes are not numbers here."""
    if not isinstance(values, np.ndarray | list | tuple):
        parts = None if isinstance(values, str | bytes) else as_tuple(values)
        if parts is None:
            raise InvalidStateError(_NUMBERS, value=shown(values))
        values = parts
    try:
        array = np.array(values)
    except ValueError:  # ragged
        array = np.array(None)
    if array.ndim != 1 or array.dtype.kind not in "fiub":
        if isinstance(values, np.ndarray) and values.ndim != 1:
            raise InvalidStateError(_NUMBERS, value=shown(str(values.tolist())))
        array = np.empty(len(values))
        for k, value in enumerate(values):
            array[k] = number = to_number(value)
            if math.isnan(number):
                _refuse_value(template, labels, value, k, first)
    with np.errstate(over="ignore"):  # a long double that does not fit: refused as inf
        return array.astype(np.float64, copy=False) + 0.0  # + 0 turns -0 into 0


def as_tuple(values: Iterable[T]) -> tuple[T, ...] | None:
    """Return `values` as a tuple, or None if they are not iterable."""
    try:
        return tuple(values)
    except TypeError:
        return None


def to_number(value: object) -> float:
    """Return `value` as a float; NaN for what is not a real number."""
    if isinstance(value, str | bytes | bytearray):  # float() would read these
        return math.nan
    try:
        return float(value)  # type: ignore[arg-type]
    except OverflowError:
        return math.inf
    except (TypeError, ValueError):
        return math.nan


def _refuse_value(
    template: str, labels: tuple[str, ...], values: object, k: int, first: int
) -> None:
    value = values[k].item() if isinstance(values, np.ndarray) else values
    raise InvalidStateError(template, label=name_of(labels, first + k), value=shown(value))
