"""Whether confidence is right as often as it says, and the temperature that makes it so.

Source: Guo, Pleiss, Sun & Weinberger 2017, :arxiv:`1706.04599`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from xentgui.model.rows import Array
from xentgui.model.softmax import softmax_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

BINS: Final = (5, 10, 15, 20, 30)
"""The numbers of bins that can be chosen; 15 is that of the source."""

_HALVINGS: Final = 48  # of a logarithm
_WIDEST: Final = 1e6  # of temperatures that are looked for, and one over it


@dataclass(frozen=True, slots=True, eq=False)
class Reliability:
    """The rows in bins of equal width by confidence; arrays are (B,), NaN where a bin is empty.

    Attributes
    ----------
    edges
        Shape (B + 1,); a bin holds its upper edge, not its lower one.
    counts
        How many rows are in each bin.
    confidence, accuracy
        The means in each bin.
    """

    edges: Array
    counts: NDArray[np.intp]
    confidence: Array
    accuracy: Array

    @property
    def error(self) -> float:
        """The expected calibration error: the mean distance of accuracy and confidence."""
        some = self.counts > 0
        if not some.any():
            return math.nan
        away = np.abs(self.accuracy[some] - self.confidence[some])
        return float((self.counts[some] * away).sum() / self.counts.sum())


def reliability(confidence: Array, correct: Array, bins: int) -> Reliability:
    """Return the rows in `bins` of equal width; a row with NaN is left out.

    >>> confidence = np.array([0.95, 0.92, 0.85, 0.75, 0.6, 0.55, 0.4, 0.35])
    >>> right = np.array([1.0, 1, 0, 1, 1, 0, 0, 1])
    >>> [round(reliability(confidence, right, bins).error, 5) for bins in (5, 10, 15)]
    [0.17125, 0.20375, 0.20375]
    """
    known = ~(np.isnan(confidence) | np.isnan(correct))
    sure, right = confidence[known], correct[known]
    edges = np.linspace(0.0, 1.0, bins + 1)
    which = np.clip(np.searchsorted(edges, sure, side="left") - 1, 0, bins - 1)
    counts = np.bincount(which, minlength=bins)
    with np.errstate(invalid="ignore"):
        means = np.bincount(which, sure, bins) / counts
        rights = np.bincount(which, right, bins) / counts
    return Reliability(edges, counts, means, rights)


def mean_nll(logits: Array, classes: NDArray[np.intp], temperature: float) -> float:
    """Return the mean of -log p of the right class at a temperature, in nats; inf is possible."""
    soft = softmax_rows(np.ascontiguousarray(logits), temperature)
    return float(soft.information[np.arange(len(classes)), classes].mean())


@np.errstate(all="ignore")
def fitted_temperature(logits: Array, classes: NDArray[np.intp]) -> float:
    """Return the T at which the mean -log p of the right `classes` is least.

    `logits` are (N, K).  The mean is convex in 1/T, and its slope there is the mean of the expected
    logit minus the right one.  0 if every row is right, so that any smaller T is better; inf if the
    uniform distribution is best.

    >>> logits = np.array([[4.0, 1, 0], [3, 2, 0], [0, 3, 1], [1, 0, 2], [2, 2.5, 0], [0, 1, 4]])
    >>> round(fitted_temperature(logits, np.array([0, 1, 1, 2, 0, 2])), 6)
    0.884925
    """
    rows = np.arange(len(classes))
    gaps = logits - logits[rows, classes].reshape(-1, 1)

    def slope(temperature: float) -> float:
        p = softmax_rows(np.ascontiguousarray(logits), temperature).probabilities
        terms = np.where(p > 0.0, p * gaps, 0.0)
        return float(terms.sum(axis=1).mean())

    low, high = 1.0 / _WIDEST, _WIDEST
    if not slope(low) > 0.0:
        return 0.0
    if not slope(high) < 0.0:
        return math.inf
    for _ in range(_HALVINGS):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if slope(middle) > 0.0 else (low, middle)
    return math.sqrt(low * high)
