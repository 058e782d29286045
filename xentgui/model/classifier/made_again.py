"""Points that were made, recognised by where they are, and made again with another overlap.

Every cloud is where it would be without any overlap, plus the overlap times the same random numbers;
so the numbers of the seed tell which set it is, and the overlap is the factor.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from xentgui.model.classifier.made_data import MADE
from xentgui.model.rows import Array

SEED: Final = 0
"""Of the points among the examples, and of the command line."""

_MOST: Final = 20_000
"""Of more points, none are recognised: that would take longer than a frame."""

_FEWEST: Final = 4
_SHARE: Final = 0.5  # of the points that must be where they were made; the others a hand has moved


class MadePoints(NamedTuple):
    """How points were made: a key of `MADE`, how many, and with which overlap."""

    key: str
    number: int
    overlap: float


def recognised(points: Array, classes: np.ndarray) -> MadePoints | None:
    """Return how `points`, shape (N, 2), of `classes`, shape (N,), were made; None if they were not.

    >>> made = MADE["ring"](60, SEED, 0.35)
    >>> recognised(*made)
    MadePoints(key='ring', number=60, overlap=0.35)
    """
    count = len(points)
    if points.shape[1] != 2 or not _FEWEST <= count <= _MOST:
        return None
    for key, make in MADE.items():
        middles, own = make(count, SEED, 0.0)
        if len(middles) != count or not np.array_equal(own, classes):
            continue
        noise = make(count, SEED, 1.0).points - middles
        moved = noise != 0.0
        with np.errstate(all="ignore"):
            overlap = float(np.median((points - middles)[moved] / noise[moved]))
        if not 0.0 <= overlap < 1e6:
            continue
        overlap = float(f"{overlap:.9g}")
        if _as_made(points, MadePoints(key, count, overlap)).mean() >= _SHARE:
            return MadePoints(key, count, overlap)
    return None


def made_again(points: Array, made: MadePoints, overlap: float) -> Array:
    """Return the points with another overlap; those that a hand has moved stay there."""
    found: Array = MADE[made.key](made.number, SEED, overlap).points
    by_hand = ~_as_made(points, made)
    found[by_hand] = points[by_hand]
    return found


def _as_made(points: Array, made: MadePoints) -> np.ndarray:
    """Return whether each point is where it was made, shape (N,)."""
    there = MADE[made.key](made.number, SEED, made.overlap).points
    return np.asarray(np.isclose(points, there, rtol=1e-7, atol=1e-7).all(axis=1))
