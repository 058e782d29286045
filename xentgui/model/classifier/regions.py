"""The probabilities of all classes over a plane of two inputs, for pictures.

A logit is a sum of a part that depends on one input and a part that depends on the other, so that
a plane of n x m points costs n + m products for each class, not n m.  What follows is in float32,
which is enough for colours; no number that is shown comes from here.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from xentgui.model.classifier.bent import Bent, Plane, parts_of
from xentgui.model.rows import Array

_MOST_NUMBERS = 1_500_000
"""So many probabilities are computed for a picture; with more classes, it is coarser."""

_FINEST, _COARSEST = 256, 8
_LEAST = -1e30  # what is further behind is nowhere to be seen


def side_for(classes: int) -> int:
    """Return how many points a picture of so many classes has along each side.

    >>> side_for(3), side_for(10), side_for(1000)
    (256, 256, 38)
    """
    return max(_COARSEST, min(_FINEST, math.isqrt(_MOST_NUMBERS // max(classes, 1))))


@np.errstate(all="ignore")
def gaps_over(plane: Plane, x: Array, y: Array) -> Array:
    """Return how far each logit is behind the largest, shape (K, len(y), len(x)), float32.

    The result is kept until the next call, and must not be kept for longer.
    """
    across, up = parts_of(plane, x, y)
    # Between floats of any size, only the differences between classes count.
    across -= across.max(axis=0)
    up -= up.max(axis=0)
    for part in (across, up):
        # A NaN is where classes are infinitely far apart; the one beside it is as far ahead.
        part[np.isnan(part)] = 0.0
        np.maximum(part, _LEAST, out=part)
    shape = (len(plane.bias), len(y), len(x))
    found = np.add(
        across.astype(np.float32)[:, None, :], up.astype(np.float32)[:, :, None], out=_room(shape)
    )
    if isinstance(plane, Bent) and plane.product.any():
        product = (plane.product - plane.product.max()).astype(np.float32)
        found += product[:, None, None] * np.multiply.outer(y, x).astype(np.float32)
    found -= found.max(axis=0)
    return found


@np.errstate(all="ignore")
def softmax_over(plane: Plane, temperature: float, x: Array, y: Array) -> Array:
    """Return p of each class, shape (K, len(y), len(x)), float32; the limits at T = 0 and inf.

    >>> from xentgui.model.classifier.linear import Linear
    >>> two = Linear(np.array([[1.0, 0.0], [-1.0, 0.0]]), np.zeros(2))
    >>> softmax_over(two, 1.0, np.array([0.0, 500.0]), np.array([0.0]))[:, 0].tolist()
    [[0.5, 1.0], [0.5, 0.0]]
    """
    gaps = gaps_over(plane, x, y)
    if temperature == 0.0:
        np.equal(gaps, 0.0, out=gaps, casting="unsafe")
    elif temperature == math.inf:
        np.greater(gaps, 0.5 * _LEAST, out=gaps, casting="unsafe")
    else:
        gaps /= max(temperature, 1e-30)
        np.exp(gaps, out=gaps)
    gaps /= np.add.reduce(gaps, axis=0)
    return gaps


@lru_cache(maxsize=2)
def _room(shape: tuple[int, int, int]) -> Array:
    """Return an array to write into: to be given new memory takes longer than the arithmetic."""
    return np.empty(shape, dtype=np.float32)
