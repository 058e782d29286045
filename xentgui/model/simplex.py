r"""The simplex of three classes: all that three probabilities can be, as a triangle.

The first corner is at the top, the second at the bottom left and the third at the bottom right.  The
side is 1, so :math:`x = p_3 + p_1/2` and :math:`y = p_1\sqrt 3/2`.

Of more than three classes, three are chosen, and the point is where they stand among each other:
:math:`p_i/(p_i + p_j + p_k)`.  What the others have is the missing mass.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from xentgui.model.rows import Array
from xentgui.model.snapshot import Snapshot
from xentgui.model.softmax import softmax_rows

HEIGHT = math.sqrt(3.0) / 2.0
"""The height of the triangle; its side is 1."""


class Corners(NamedTuple):
    """The classes at the corners, counted from 0."""

    top: int
    left: int
    right: int


class Standing(NamedTuple):
    """Where three classes stand among each other, and how much they have together.

    Attributes
    ----------
    shares
        Shape (3,), with the sum 1; None if they have nothing to share.
    mass
        The sum of what the three have.
    missing
        The sum of what all others have; 0 if there are none.
    """

    shares: Array | None
    mass: float
    missing: float


def to_plane(shares: Array) -> Array:
    """Return x and y, shape (..., 2), of `shares`, shape (..., 3), in the order of the corners.

    >>> to_plane(np.array([0.34, 0.46, 0.20])).round(6).tolist()
    [0.37, 0.294449]
    """
    top, _, right = np.moveaxis(shares, -1, 0)
    return np.stack([right + 0.5 * top, HEIGHT * top], axis=-1)


def from_plane(points: Array) -> Array:
    """Return the shares, shape (..., 3), at `points`, shape (..., 2); outside, some are below 0."""
    x, y = np.moveaxis(points, -1, 0)
    top = y / HEIGHT
    right = x - 0.5 * top
    return np.stack([top, 1.0 - top - right, right], axis=-1)


def nearest_inside(shares: Array, least: Array | float = 0.0) -> Array:
    """Return the nearest shares, shape (3,), that are `least` or more each and add up to 1.

    `shares` add up to 1, too; `least` is one number or one for each.  Near is meant in the picture:
    the triangle is a true picture of the plane in which the shares add up to 1.

    Source: Held, Wolfe & Crowder 1974, doi:10.1007/BF01580223 (projection onto the simplex).
    """
    lows = np.broadcast_to(least, 3)
    room = 1.0 - lows.sum()
    scaled = (shares - lows) / room
    descending = np.sort(scaled)[::-1]
    excess = (np.cumsum(descending) - 1.0) / np.arange(1.0, 4.0)
    above = excess[int(np.count_nonzero(descending > excess)) - 1]
    inside = np.maximum(scaled - above, 0.0)
    found: Array = lows + room * (inside / inside.sum())
    return found


def standing_of_p(snapshot: Snapshot, corners: Corners) -> Standing:
    """Return where p of the three classes stands; p is what the loss predicts with.

    For softmax it follows from the three logits alone, and is there even if p of all three is too
    small for a float.
    """
    p, chosen = snapshot.probabilities, list(corners)
    mass = float(p[chosen].sum())
    missing = _others(p, corners)
    if p is snapshot.softmax:
        logits = snapshot.logits[chosen]
        if not (logits > -np.inf).any():
            return Standing(None, 0.0, missing)
        shares = softmax_rows(logits.reshape(1, -1), snapshot.state.temperature).probabilities[0]
        return Standing(shares, mass, missing)
    return Standing(p[chosen] / mass if mass > 0.0 else None, mass, missing)


def standing_of_softmax(snapshot: Snapshot, corners: Corners) -> Array | None:
    """Return the shares of softmax, shape (3,), whatever the loss predicts with."""
    logits = snapshot.logits[list(corners)]
    if not (logits > -np.inf).any():
        return None
    shares: Array = softmax_rows(logits.reshape(1, -1), snapshot.state.temperature).probabilities[0]
    return shares


def standing_of_target(target: Array, corners: Corners) -> Standing:
    """Return where a target, shape (K,), stands."""
    chosen = target[list(corners)]
    largest = float(chosen.max())
    if largest == 0.0:
        return Standing(None, 0.0, _others(target, corners))
    scaled = chosen / largest  # the sum of the largest floats is infinite
    with np.errstate(over="ignore"):
        mass = float(chosen.sum())
    return Standing(scaled / scaled.sum(), mass, _others(target, corners))


def _others(values: Array, corners: Corners) -> float:
    if len(values) == len(corners):
        return 0.0
    with np.errstate(over="ignore"):
        return float(np.delete(values, list(corners)).sum())
