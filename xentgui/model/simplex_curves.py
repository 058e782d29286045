r"""Curves in the triangle of three classes: temperature, and a walk down the loss.

The curve of temperature is :math:`p \propto e^{z/T}`: from the middle at :math:`T = \infty` to a
corner at T = 0.  In logits it is straight.
"""

from __future__ import annotations

import numpy as np

from xentgui.model.losses import chosen_loss
from xentgui.model.path import Path
from xentgui.model.rows import Array
from xentgui.model.simplex import Corners, to_plane
from xentgui.model.snapshot import Snapshot
from xentgui.model.softmax import softmax_rows

_POINTS = 160
_COLDEST = 40.0
"""At the end, the second largest is behind by so much; e^-40 is less than a pixel."""

_FARTHEST = 1e300
"""Logits that are closer together than this part of the largest distance count as equal."""

_MOST = 1 << 18  # numbers; more take longer than a frame


@np.errstate(all="ignore")
def temperature_curve(snapshot: Snapshot, corners: Corners) -> Array:
    """Return the points of the curve, shape (n, 2), the hottest first.

    It is empty if there is none: if the three are equal, or if there are too many classes.
    """
    logits, loss = snapshot.logits, chosen_loss(snapshot.state)
    chosen = list(corners)
    largest = float(logits[chosen].max())
    behind = 0.5 * largest - 0.5 * logits[chosen]  # halves, so that none is infinite
    apart = behind[(behind > 0.0) & np.isfinite(behind)]
    if not apart.size:
        return np.empty((0, 2))
    farthest, nearest = float(apart.max()), float(apart.min())
    cold = np.geomspace(1e-3, _COLDEST * min(farthest / nearest, _FARTHEST), _POINTS)
    inverse = np.concatenate(([0.0], cold))
    if loss.predictor == "softmax":
        shares = _heated(-behind / farthest, inverse)
        return to_plane(softmax_rows(shares, 1.0).probabilities)
    if len(logits) * len(inverse) > _MOST:
        return np.empty((0, 2))
    scores = (0.5 * logits - 0.5 * largest) / farthest
    soft = softmax_rows(_heated(np.minimum(scores, 1e300), inverse), 1.0)
    p = loss.predicted(soft, loss.parameters_in(snapshot.state)).probabilities[:, chosen]
    return to_plane(_shared(p))


def _heated(scores: Array, inverse: Array) -> Array:
    """Return `scores`, shape (K,), times each of `inverse`, (n,); what is off stays off."""
    rows = inverse[:, np.newaxis] * scores
    rows[:, scores == -np.inf] = -np.inf
    return np.asarray(rows)


def _shared(p: Array) -> Array:
    """Return the rows of `p`, shape (n, 3), over their sums, without those whose sum is 0."""
    mass = p.sum(axis=1, keepdims=True)
    some = mass[:, 0] > 0.0
    return np.asarray(p[some] / mass[some])


@np.errstate(all="ignore")
def points_of_path(path: Path, corners: Corners) -> Array:
    """Return the points of a walk's steps, shape (m + 1, 2); NaN where the three share nothing."""
    p = path.probabilities_of(corners)
    return to_plane(p / p.sum(axis=1, keepdims=True))
