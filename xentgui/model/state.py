"""What a person can set, and nothing that follows from it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError, shown
from xentgui.model.rows import Array, locked, total


class InvalidStateError(RefusedError):
    """A state that has no meaning; says which class is wrong and how to mend it."""


_TOO_FEW = QT_TRANSLATE_NOOP(
    "errors", "Softmax compares at least two classes, and there would be {count}. Add a class."
)
_UNEQUAL = QT_TRANSLATE_NOOP(
    "errors",
    "There are {labels} class names, {logits} logits and {target} targets. "
    "Give every class one of each.",
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
    "The targets add up to more than the largest number. "
    "Type a smaller target than {value} for {label}.",
)
_TEMPERATURE = QT_TRANSLATE_NOOP(
    "errors", "The temperature is {value}. Type 0, a positive number or inf."
)
_SMOOTHING = QT_TRANSLATE_NOOP(
    "errors", "The label smoothing is {value}. Type a number from 0 to 1."
)


def default_labels(count: int) -> tuple[str, ...]:
    """Return the English names of `count` nameless classes.

    >>> default_labels(2)
    ('class 1', 'class 2')
    """
    return tuple(f"class {number}" for number in range(1, count + 1))


@dataclass(frozen=True, slots=True)
class State:
    """What a person can set.  Any sequences are taken; tuples of plain floats are kept.

    Attributes
    ----------
    labels : one name for each of the K classes, K being 2 or more; need not differ.
    logits : z; finite, or -inf to switch a class off, but not all of them.
    target : y, 0 or more and finite, as typed: the sum may differ from 1.
    temperature : T, from 0 to inf; both ends are the exact limits.
    label_smoothing : the share of the target that is spread evenly, from 0 to 1.

    Raises
    ------
    InvalidStateError
        A ValueError that names the class, the value and the remedy.

    >>> State(["cat", "dog"], [1, float("nan")], [1, 0])
    Traceback (most recent call last):
    ...
    xentgui.model.state.InvalidStateError: The logit of dog is NaN. Type a finite number, or −inf to switch the class off.
    """

    labels: tuple[str, ...]
    logits: tuple[float, ...]
    target: tuple[float, ...]
    temperature: float = 1.0
    label_smoothing: float = 0.0
    # The same numbers as arrays, and the target's sum: kept, because making an array of
    # a long tuple costs more than all that is computed from it.
    _logit_array: Array | None = field(default=None, init=False, repr=False, compare=False)
    _target_array: Array | None = field(default=None, init=False, repr=False, compare=False)
    _target_sum: float | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        labels = checked_labels(self.labels)
        logits = checked_logits(labels, self.logits)
        target = checked_target(labels, self.target)
        if not len(labels) == len(logits) == len(target):
            raise InvalidStateError(
                _UNEQUAL, labels=len(labels), logits=len(logits), target=len(target)
            )
        require_classes(len(labels))
        require_one_on(logits)
        _set(self, "temperature", checked_temperature(self.temperature))
        _set(self, "label_smoothing", checked_smoothing(self.label_smoothing))
        _set(self, "labels", labels)
        _set(self, "logits", tuple(logits.tolist()))
        _set(self, "target", tuple(target.tolist()))
        _set(self, "_logit_array", locked(logits))
        _set(self, "_target_array", locked(target))
        require_finite_sum(self)

    @classmethod
    def unchecked(
        cls,
        labels: tuple[str, ...],
        logits: tuple[float, ...],
        target: tuple[float, ...],
        temperature: float,
        label_smoothing: float,
        logit_array: Array | None = None,
        target_array: Array | None = None,
        target_sum: float | None = None,
    ) -> Self:
        """Return a state from parts that are known to be valid; for `model.edits` only.

        The arrays, if given, are locked and hold the same numbers as the tuples.
        """
        state = object.__new__(cls)
        _set(state, "labels", labels)
        _set(state, "logits", logits)
        _set(state, "target", target)
        _set(state, "temperature", temperature)
        _set(state, "label_smoothing", label_smoothing)
        _set(state, "_logit_array", logit_array)
        _set(state, "_target_array", target_array)
        _set(state, "_target_sum", target_sum)
        return state

    def __reduce__(self) -> tuple[object, ...]:
        # Copies and pickles are made from what was set; unpickled arrays would be writable.
        parts = (self.labels, self.logits, self.target, self.temperature, self.label_smoothing)
        return State, parts

    @property
    def logit_array(self) -> Array:
        """`logits` as a read-only array, shape (K,)."""
        known = self._logit_array
        if known is None:
            known = locked(np.array(self.logits))
            _set(self, "_logit_array", known)
        return known

    @property
    def target_array(self) -> Array:
        """`target` as a read-only array, shape (K,)."""
        known = self._target_array
        if known is None:
            known = locked(np.array(self.target))
            _set(self, "_target_array", known)
        return known

    @property
    def target_sum(self) -> float:
        """The sum of `target`, rounded once: ten times 0.1 is 1."""
        known = self._target_sum
        if known is None:
            known = total(self.target_array)
            _set(self, "_target_sum", known)
        return known

    @property
    def target_is_normalised(self) -> bool:
        """Whether `target` sums to 1 but for the rounding of its numbers.

        49 times the float64 nearest to 1/49 is an ulp less than 1: nobody's mistake.  The
        8 ulp are what we hold probabilities to.
        """
        return abs(self.target_sum - 1.0) <= 8 * math.ulp(1.0)


def checked_labels(labels: Iterable[str], first: int = 0) -> tuple[str, ...]:
    """Return `labels`, of the classes from `first` on, as plain strings, or refuse them."""
    if isinstance(labels, str) or not isinstance(labels, Iterable):
        raise InvalidStateError(_LABELS, value=shown(labels))
    names = tuple(labels)
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


def checked_temperature(value: float) -> float:
    """Return `value` as a float from 0 to inf; raises InvalidStateError."""
    temperature = to_number(value)
    if not temperature >= 0.0:
        raise InvalidStateError(_TEMPERATURE, value=shown(value))
    return temperature + 0.0


def checked_smoothing(value: float) -> float:
    """Return `value` as a float from 0 to 1; raises InvalidStateError."""
    smoothing = to_number(value)
    if not 0.0 <= smoothing <= 1.0:
        raise InvalidStateError(_SMOOTHING, value=shown(value))
    return smoothing + 0.0


def require_classes(count: int) -> None:
    """Raise InvalidStateError unless there are two classes or more."""
    if count < 2:
        raise InvalidStateError(_TOO_FEW, count=count)


def require_one_on(logits: Array) -> None:
    """Raise InvalidStateError unless a logit is finite."""
    if not (logits > -np.inf).any():
        raise InvalidStateError(_ALL_OFF)


def require_finite_sum(state: State) -> None:
    """Raise InvalidStateError if the target's sum overflows."""
    if not math.isfinite(state.target_sum):
        largest = int(state.target_array.argmax())
        _refuse_value(_TARGET_SUM, state.labels, state.target_array, largest, 0)


def name_of(labels: tuple[str, ...], k: int) -> str:
    """Return what a message calls class `k`: its name, or its number if it has none."""
    return labels[k] if k < len(labels) and labels[k].strip() else f"#{k + 1}"


def _numbers(labels: tuple[str, ...], values: Iterable[float], first: int, template: str) -> Array:
    """Return `values` as a new float64 (n,); text and bytes are not numbers here."""
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise InvalidStateError(_NUMBERS, value=shown(values))
    if not isinstance(values, np.ndarray | list | tuple):
        values = list(values)
    try:
        array = np.array(values)
    except ValueError:  # ragged
        array = np.array(None)
    if array.ndim != 1 or array.dtype.kind not in "fiub":
        if isinstance(values, np.ndarray) and values.ndim != 1:
            raise InvalidStateError(_NUMBERS, value=shown(str(values)))
        array = np.empty(len(values))
        for k, value in enumerate(values):
            array[k] = number = to_number(value)
            if math.isnan(number):
                _refuse_value(template, labels, value, k, first)
    with np.errstate(over="ignore"):  # a long double that does not fit: refused as inf
        return array.astype(np.float64, copy=False) + 0.0  # + 0 turns -0 into 0


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


def _set(state: State, name: str, value: object) -> None:
    object.__setattr__(state, name, value)
