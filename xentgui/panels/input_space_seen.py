"""When the shades and contours of an input space that moves by itself would look different."""

from __future__ import annotations

import math

import numpy as np

from xentgui.model.classifier.linear import Linear, scores
from xentgui.model.rows import Array
from xentgui.painting.frame import Frame

UNSEEN = 0.5
"""By so many device pixels two numbers of a line can change before anybody sees it move."""

_MOST = 12  # classes; of more, there are more lines than it would save time to look at
_AHEAD = 3.0
"""So far a class is ahead beyond its outermost contour, in units of T: p = .95 of two classes."""


@np.errstate(all="ignore")
def lines_of(linear: Linear, temperature: float, frame: Frame) -> Array | None:
    """Return where the lines between classes are in `frame`, and how far contours are from them.

    For each pair of classes these are the distances of the plot's corners from its line, and that
    of its outermost contour, in device pixels, shape (5 pairs,).  They tell all that can be seen:
    p follows from the differences of logits.  None where there are too many, or where two classes
    differ by so little that they have no line.
    """
    if not 2 <= len(linear.bias) <= _MOST or not 0.0 < temperature < math.inf:
        return None
    r = frame.ranges
    corners = [(x, y) for x in (r.left, r.right) for y in (r.bottom, r.top)]
    z = scores(linear, np.array(corners))
    one, other = np.triu_indices(len(linear.bias), 1)
    tilts = (linear.weights[one] - linear.weights[other]) / (frame.slot, frame.lift)
    steep = np.hypot(tilts[:, 0], tilts[:, 1]) / frame.resolution  # of a device pixel
    away = (z[:, one] - z[:, other]) / steep
    side = math.hypot(frame.rect.width(), frame.rect.height()) * frame.resolution
    if not (steep * side > temperature).all() or not np.isfinite(away).all():
        return None
    return np.append(away.ravel(), _AHEAD * temperature / steep)
