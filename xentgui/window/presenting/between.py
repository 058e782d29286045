"""Subjects on the way from one to another: the logits move, so that p is a softmax at every frame."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from xentgui.documents.subject_formats import format_of
from xentgui.model.rows import Array
from xentgui.model.setting import NumberSetting
from xentgui.model.settings_of_state import SETTINGS
from xentgui.model.subjects import Subject

Way = Callable[[float], Subject]

_GEOMETRIC = "temperature"  # its logarithm moves


def eased(share: float) -> float:
    """Return how much of the way is done after `share` of the time: slow in and slow out.

    >>> [eased(share) for share in (0.0, 0.25, 0.5, 1.0)]
    [0.0, 0.15625, 0.5, 1.0]
    """
    return share * share * (3.0 - 2.0 * share)


def way(one: Subject, other: Subject) -> Way | None:
    """Return the subject at each share, 0 … 1, of the way between two; None if there is no way.

    There is none between other classes, points or losses, and none through an infinity.  At 0 and 1
    it is exactly `one` and `other`.
    """
    kind = format_of(one)
    if type(one) is not type(other) or kind.parts is None or kind.with_parts is None:
        return None
    start, end = kind.parts(one), kind.parts(other)
    moving: dict[str, Callable[[float], Any]] = {}
    for name, a in start.items():
        b = end[name]
        if a is b:
            continue
        part = _part(name, a, b)
        if part is None:
            return None
        if part is not _same:
            moving[name] = part
    make = kind.with_parts

    def at(share: float) -> Subject:
        if share <= 0.0 or share >= 1.0:
            return one if share <= 0.0 else other
        return make(one, {name: part(share) for name, part in moving.items()})

    return at


def _same(_share: float) -> None:
    """Stand for a part that is the same on both sides."""


def _part(name: str, a: Any, b: Any) -> Callable[[float], Any] | None:
    if isinstance(a, np.ndarray):
        return _array(a, b)
    if a == b:
        return _same
    if not isinstance(SETTINGS.get(name), NumberSetting):
        return None  # another class, point or loss
    if not (math.isfinite(a) and math.isfinite(b)):
        return None
    if name == _GEOMETRIC:
        if a <= 0.0 or b <= 0.0:
            return None
        low, high = math.log(a), math.log(b)
        return lambda share: math.exp(low + (high - low) * share)
    return lambda share: a + (b - a) * share


def _array(a: Array, b: Array) -> Callable[[float], Any] | None:
    if a.shape != b.shape:
        return None
    if np.array_equal(a, b):
        return _same
    stays = a == b  # infinities, too, which have no difference
    if not bool(np.isfinite(a[~stays]).all() and np.isfinite(b[~stays]).all()):
        return None
    # Halves first: the difference of two large numbers can be infinite.
    return lambda share: np.where(stays, a, _between(a, b, share))


def _between(a: Array, b: Array, share: float) -> Array:
    with np.errstate(invalid="ignore"):  # where both are -inf, which is left out
        return a * (1.0 - share) + b * share
