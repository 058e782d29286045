"""What a person can set, and nothing that follows from it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Self

import numpy as np

from xentgui.model.checks import (
    InvalidStateError,
    checked_labels,
    checked_logits,
    checked_target,
    require_classes,
    require_finite_sum,
    require_one_on,
)
from xentgui.model.class_colors import checked_colors
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.naming import most_bytes_of
from xentgui.model.rows import Array, locked, total
from xentgui.model.settings_of_state import ScalarSettings

if TYPE_CHECKING:
    from xentgui.model.shared_names import PickedNames


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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class State(ScalarSettings):
    """What a person can set.  It takes any sequences and stores tuples of strings and floats.

    Attributes
    ----------
    labels : one name for each of the K classes, K being 2 or more; need not differ.
    logits : z; finite, or -inf to switch a class off, but not all of them.
    target : y as typed, 0 or more and finite; the sum may differ from 1.
    colors : the number of each class's colour, from 0, which goes with the class wherever it goes;
        () while each class has the number of its place. The other attributes, given by keyword like
        this one, are those of `ScalarSettings`.

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
    colors: tuple[int, ...] = field(default=(), kw_only=True)
    # The same numbers as arrays, and the target's sum.  An edit makes new arrays only.  The tuples
    # are made when they are read, because 50 000 entries cost more than the edit.
    logit_array: Array = field(init=False)
    target_array: Array = field(init=False)
    _target_sum: float | None = field(default=None, init=False)
    _color_array: np.ndarray | None = field(default=None, init=False)
    _names: PickedNames | None = field(default=None, init=False)  # what `labels` is made from
    _picked_names: PickedNames | None = field(default=None, init=False)  # what is made from it
    _label_bytes: int | None = field(default=None, init=False)

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
        ScalarSettings.__post_init__(self)
        _put(self, "labels", labels)
        _put(self, "colors", checked_colors(self.colors, len(labels)))
        _put(self, "logits", tuple(logits.tolist()))
        _put(self, "target", tuple(target.tolist()))
        _put(self, "logit_array", locked(logits))
        _put(self, "target_array", locked(target))
        require_finite_sum(self.labels, self.target_array, self.target_sum)

    def unchecked(self, changes: Mapping[str, Any]) -> Self:
        """Return a state with the given slots, which are known to be valid; for `model.edits` only.

        Arrays are locked.  The tuples of numbers are made when they are first read, and so are those
        of labels and colours where `_names` and `_color_array` stand in their place.
        """
        state = object.__new__(type(self))
        for name in _COPIED:
            _put(state, name, changes[name] if name in changes else getattr(self, name))
        for name, other in (("labels", "_names"), ("colors", "_color_array")):
            if name in changes:
                _put(state, name, changes[name])
                _put(state, other, None)
            elif other not in changes:
                _put(state, name, getattr(self, name))
        if "labels" in changes:
            _put(state, "_picked_names", None)
            _put(state, "_label_bytes", None)
        return state

    def __getattr__(self, name: str) -> tuple[Any, ...]:
        # Python calls this for a slot that has not been set yet.
        if name == "labels":
            entries: tuple[Any, ...] = self.picked_names[:]
        elif name in _ARRAYS:
            entries = tuple(getattr(self, _ARRAYS[name]).tolist())
        else:
            raise AttributeError(name)
        _put(self, name, entries)
        return entries

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, State):
            return NotImplemented
        return (
            _same(self.logit_array, other.logit_array)
            and _same(self.target_array, other.target_array)
            and _plain_parts(self) == _plain_parts(other)
        )

    def __repr__(self) -> str:
        return f"State({', '.join(f'{name}={part!r}' for name, part in parts_of(self).items())})"

    def __hash__(self) -> int:
        return hash((self.logits, self.target, _plain_parts(self)))

    def __reduce__(self) -> tuple[object, ...]:
        # Copies and pickles are made from what a person set: unpickled arrays would be writable.
        return _from_parts, (parts_of(self),)

    @property
    def target_sum(self) -> float:
        """The sum of `target`, rounded once, so that ten targets of 0.1 sum to 1."""
        known = self._target_sum
        if known is None:
            known = total(self.target_array)
            _put(self, "_target_sum", known)
        return known

    @property
    def picked_names(self) -> PickedNames:
        """`labels`, as a pick from names that states with other orders of the classes share."""
        known = self._known_names
        if known is None:
            from xentgui.model.shared_names import PickedNames  # noqa: PLC0415 - few sort classes

            known = PickedNames.of(self.labels)
            _put(self, "_picked_names", known)
        return known

    @property
    def _known_names(self) -> PickedNames | None:
        return self._picked_names if self._names is None else self._names

    def shares_names_with(self, other: State) -> bool:
        """Whether both are known to pick from the same names, without looking at any."""
        one, another = self._known_names, other._known_names
        return one is not None and another is not None and one.shared is another.shared

    @property
    def names(self) -> Sequence[str]:
        """`labels`, for who reads a few of them or their number: of many, no tuple is made.

        The same object as long as the names stay the same, as `labels` is.
        """
        known = self._names
        return self.labels if known is None or len(known) < _MANY else known

    @property
    def label_bytes(self) -> int:
        """How many bytes `labels` take in JSON at the most, beside quotes and commas."""
        known = self._label_bytes
        if known is None:
            known = most_bytes_of(self.labels)
            _put(self, "_label_bytes", known)
        return known

    def color_of(self, k: int) -> int:
        """Return the number of the colour of class `k`."""
        known = self._color_array  # then the tuple may not have been made yet
        if known is not None:
            return int(known[k])
        return self.colors[k] if self.colors else k

    def colors_of(self, classes: np.ndarray) -> np.ndarray:
        """Return the numbers of the colours of `classes`, shape (n,), which are indices."""
        is_plain = self._color_array is None and not self.colors
        return classes if is_plain else np.asarray(self.color_array[classes])

    @property
    def color_array(self) -> np.ndarray:
        """The number of the colour of each class, shape (K,)."""
        known = self._color_array
        if known is None:
            known = np.array(self.colors) if self.colors else np.arange(len(self.logit_array))
            if self.colors:
                _put(self, "_color_array", known)
        return known

    @property
    def target_is_normalised(self) -> bool:
        """Whether `target` sums to 1, apart from the rounding of its numbers.

        49 times the float64 nearest to 1/49 is an ulp less than 1, which is no mistake of the
        person.  The tolerance of 8 ulp is the accuracy of our probabilities.
        """
        return abs(self.target_sum - 1.0) <= 8 * math.ulp(1.0)


def parts_of(state: State) -> dict[str, Any]:
    """Return everything that was set, by name, in the order of construction: ``State(**parts)``."""
    return {name: getattr(state, name) for name in PARTS}


def _from_parts(parts: dict[str, Any]) -> State:
    return State(**parts)


def _same(one: Array, other: Array) -> bool:
    return one is other or np.array_equal(one, other)


_put = object.__setattr__

PARTS: Final = tuple(
    one.name for one in sorted(fields(State), key=lambda one: one.kw_only is True) if one.init
)
"""The names of everything that a person sets, in the order of construction."""

# They are compared and hashed as tuples, which do not look into two parts that are one object.
_plain_parts = attrgetter(*(name for name in PARTS if name not in {"logits", "target"}))

_MANY: Final = 1000
"""So many names cost more in a tuple than to be picked one by one where they are read."""

_ARRAYS: Final = {"logits": "logit_array", "target": "target_array", "colors": "_color_array"}

_COPIED: Final = tuple(one.name for one in fields(State) if one.name not in {"labels", *_ARRAYS})
