"""The limits of axes: which numbers they have to show, and how far they can be zoomed in."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

FARTHEST = 1e100
"""The limit of all axes; a value beyond it is shown at the edge, with its number."""


def span(values: np.ndarray) -> tuple[float, float]:
    """Return the least and the greatest of `values`, shape (n,), that an axis has to show.

    Infinities and NaN are left out, and others are limited to `FARTHEST`; 0 and 0 if none is left.
    """
    if not values.size:
        return 0.0, 0.0
    low, high = float(np.minimum.reduce(values)), float(np.maximum.reduce(values))
    if not (math.isfinite(low) and math.isfinite(high)):
        finite = np.isfinite(values)
        return span(values[finite])
    return within(low, -FARTHEST, FARTHEST), within(high, -FARTHEST, FARTHEST)


def highest(values: np.ndarray) -> float:
    """Return the greatest of `values`, shape (n,), that an axis has to show."""
    high = float(np.maximum.reduce(values))
    return min(high, FARTHEST) if 0.0 <= high < math.inf else span(values)[1]


def within(value: float, low: float, high: float) -> float:
    """Return `value` limited to `low` … `high`; infinities go to the ends."""
    return min(max(value, low), high)


class Zoom(NamedTuple):
    """The least length of each axis when zoomed in, in data units; None if it cannot be zoomed."""

    across: float | None = None
    up: float | None = None
