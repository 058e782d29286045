"""Where two classes tie: straight pieces in a rectangle of two inputs, computed, not traced.

The classes j and k tie along a line.  Only that part of it is a boundary where no third class has
more; each other class cuts the line at one point, so that the part is an interval.  The regions of
the classes are convex, and the temperature moves no boundary.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

import numpy as np

from xentgui.model.classifier.linear import Linear
from xentgui.model.rows import Array


class Rectangle(NamedTuple):
    """A part of the plane of two inputs."""

    left: float
    bottom: float
    right: float
    top: float


class Boundary(NamedTuple):
    """A piece of the line along which the classes `first` < `second` tie; ends have shape (2,)."""

    first: int
    second: int
    start: Array
    end: Array


@np.errstate(all="ignore")
def boundaries(
    linear: Linear, within: Rectangle, pairs: Iterable[tuple[int, int]] | None = None
) -> list[Boundary]:
    """Return the boundaries between the K classes of two inputs; W has shape (K, 2).

    A class with a bias of -inf has none.  Only `pairs` of classes are tried, the lesser first, if
    it is known which have a boundary.
    """
    on = np.flatnonzero(linear.bias > -np.inf)
    weights, bias = linear.weights[on], linear.bias[on]
    place = {int(k): at for at, k in enumerate(on)}
    found = []
    for one, other in combinations(place, 2) if pairs is None else pairs:
        j, k = place[one], place[other]
        across, offset = weights[j] - weights[k], float(bias[j] - bias[k])
        piece = line_in(across, offset, within)
        if piece is None:
            continue
        start, end = piece
        # How far the two are ahead of each class, at both ends of the piece.
        ahead = [_ahead(weights, bias, j, k, at) for at in piece]
        first, last = _where_ahead(*ahead)
        if first < last:
            along = end - start
            found.append(Boundary(one, other, start + first * along, start + last * along))
    return found


@np.errstate(all="ignore")
def line_in(across: Array, offset: float, within: Rectangle) -> tuple[Array, Array] | None:
    """Return the ends of the part of ``across @ x + offset = 0`` in a rectangle, or None.

    >>> line_in(np.array([1.0, 0.0]), -2.0, Rectangle(0.0, 0.0, 4.0, 1.0))
    (array([2., 0.]), array([2., 1.]))
    """
    size = float(np.abs(across).max())
    if not 0.0 < size < np.inf or not np.isfinite(offset / size):
        return None
    across, offset = across / size, offset / size
    low, high = np.array(within[:2]), np.array(within[2:])
    steep = int(np.abs(across).argmax())  # the line is a function of the other input
    flat = 1 - steep
    slope, middle = -across[flat] / across[steep], -offset / across[steep]
    first, last = low[flat], high[flat]
    if slope == 0.0:
        if not low[steep] <= middle <= high[steep]:
            return None
    else:
        cuts = sorted(((low[steep] - middle) / slope, (high[steep] - middle) / slope))
        first, last = max(first, cuts[0]), min(last, cuts[1])
    if not first < last:
        return None
    ends = np.empty((2, 2))
    ends[:, flat] = first, last
    ends[:, steep] = np.clip(slope * ends[:, flat] + middle, low[steep], high[steep])
    return ends[0], ends[1]


def _ahead(weights: Array, bias: Array, j: int, k: int, at: Array) -> Array:
    """Return how far the better of two classes is ahead of each; not below 0 for these two."""
    scores = weights @ at + bias
    ahead: Array = np.maximum(scores[j], scores[k]) - scores
    return ahead


def _where_ahead(start: Array, end: Array) -> tuple[float, float]:
    """Return between which shares of a piece no number is below 0, given those at its ends."""
    if ((start < 0.0) & (end < 0.0)).any():
        return 0.0, 0.0
    cut = start / (start - end)
    first = float(np.where(start < 0.0, cut, 0.0).max())
    last = float(np.where(end < 0.0, cut, 1.0).min())
    return first, last
