"""What a person can set, and nothing that follows from it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Self

import numpy as np

from xentgui.model.checks import (
    InvalidStateError,
    checked_labels,
    checked_logits,
    checked_smoothing,
    checked_target,
    checked_temperature,
    require_classes,
    require_finite_sum,
    require_one_on,
)
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array, locked, total

_UNEQUAL = QT_TRANSLATE_NOOP(
    "errors",
    "There are {labels} class names, {logits} logits and {target} targets. "
    "Give every class one of each.",
)


def default_labels(count: int) -> tuple[str, ...]:
    """Return the English names of `count` nameless classes.

    >>> default_labels(2)
    ('class 1', 'class 2')
    """
    return tuple(f"class {number}" for number in range(1, count + 1))


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """What a person can set.  Any sequences are taken; they become tuples of plain floats.

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
    xentgui.model.checks.InvalidStateError: The logit of dog is NaN. Type a finite number, or −inf to switch the class off.
    """

    labels: tuple[str, ...]
    logits: tuple[float, ...]
    target: tuple[float, ...]
    temperature: float = 1.0
    label_smoothing: float = 0.0
    # The same numbers as arrays, and the target's sum.  An edit of a state makes new arrays and
    # leaves the tuples to who asks for them: of 50 000 numbers, they cost more than the edit.
    logit_array: Array = field(init=False, repr=False)
    target_array: Array = field(init=False, repr=False)
    _target_sum: float | None = field(default=None, init=False, repr=False)

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
        _set(self, "logit_array", locked(logits))
        _set(self, "target_array", locked(target))
        require_finite_sum(self.labels, self.target_array, self.target_sum)

    @classmethod
    def unchecked(
        cls,
        labels: tuple[str, ...],
        logits: Array,
        target: Array,
        temperature: float,
        label_smoothing: float,
        target_sum: float | None = None,
    ) -> Self:
        """Return a state from parts that are known to be valid; for `model.edits` only.

        The arrays are locked.
        """
        state = object.__new__(cls)
        _set(state, "labels", labels)
        _set(state, "temperature", temperature)
        _set(state, "label_smoothing", label_smoothing)
        _set(state, "logit_array", logits)
        _set(state, "target_array", target)
        _set(state, "_target_sum", target_sum)
        return state

    def __getattr__(self, name: str) -> tuple[float, ...]:
        # Python asks here for what has not been set yet.
        if name not in {"logits", "target"}:
            raise AttributeError(name)
        numbers = tuple((self.logit_array if name == "logits" else self.target_array).tolist())
        _set(self, name, numbers)
        return numbers

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, State):
            return NotImplemented
        return (
            self.temperature == other.temperature
            and self.label_smoothing == other.label_smoothing
            and _same(self.logit_array, other.logit_array)
            and _same(self.target_array, other.target_array)
            and self.labels == other.labels
        )

    def __hash__(self) -> int:
        return hash((self.labels, self.logits, self.target, self.temperature, self.label_smoothing))

    def __reduce__(self) -> tuple[object, ...]:
        # Copies and pickles are made from what was set; unpickled arrays would be writable.
        parts = (self.labels, self.logits, self.target, self.temperature, self.label_smoothing)
        return State, parts

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


def _same(one: Array, other: Array) -> bool:
    return one is other or np.array_equal(one, other)


def _set(state: State, name: str, value: object) -> None:
    object.__setattr__(state, name, value)
