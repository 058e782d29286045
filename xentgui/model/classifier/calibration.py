"""Calibration: whether points whose largest p is 0.8 are right in 80 of 100 cases.

Source: Guo, Pleiss, Sun & Weinberger 2017, On Calibration of Modern Neural Networks (the bins, and
the expected calibration error).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from xentgui.model.rows import Array

BINS = 10


class Reliability(NamedTuple):
    """The points by their largest p, in bins of equal width from 0 to 1; shape (BINS,) each.

    Attributes
    ----------
    counts
        How many points with a target are in the bin.
    right
        The share of them that is right; NaN where there is none.
    promised
        The mean of their largest p; NaN where there is none.
    """

    counts: npt.NDArray[np.intp]
    right: Array
    promised: Array

    @property
    def error(self) -> float:
        """The expected calibration error: the mean of |right - promised| over the points."""
        has = self.counts > 0
        if not has.any():
            return float("nan")
        apart = np.abs(self.right[has] - self.promised[has])
        return float((apart * self.counts[has]).sum() / self.counts.sum())


def bins_of(largest: Array) -> npt.NDArray[np.intp]:
    """Return the bin of each point, shape (N,), by its `largest` p, (N,); 1 is in the last one.

    >>> bins_of(np.array([0.5, 1.0, 0.95])).tolist()
    [5, 9, 9]
    """
    found: npt.NDArray[np.intp] = (largest * BINS).astype(np.intp)
    return np.minimum(found, BINS - 1, out=found)


def reliability(
    largest: Array, classes: npt.NDArray[np.intp], predictions: npt.NDArray[np.intp]
) -> Reliability:
    """Return the bins of points with a `largest` p, a class, -1 for none, and a prediction.

    Each has the shape (N,).

    >>> found = reliability(np.array([0.9, 0.9]), np.array([0, 1]), np.array([0, 0]))
    >>> found.counts[9].item(), found.right[9].item(), round(found.error, 3)
    (2, 0.5, 0.4)
    """
    right, has = classes == predictions, classes >= 0
    if not has.all():
        largest, right = largest[has], right[has]
    places = bins_of(largest)
    counts = np.bincount(places, minlength=BINS)
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = np.bincount(places, weights=right, minlength=BINS) / counts
        promised = np.bincount(places, weights=largest, minlength=BINS) / counts
    return Reliability(counts, shares, promised)
