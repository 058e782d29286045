"""Inputs on a common scale: each minus its mean, over its standard deviation with divisor N.

Descent is fast only where the inputs have like scales.  Weights are always shown for the inputs as
they are: w = w' / sd and b = b' - sum(w' mean / sd), where w' and b' are those of the scaled ones.

Source: Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, 11.5.3.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from xentgui.model.classifier.linear import Linear
from xentgui.model.rows import Array


class Scale(NamedTuple):
    """What each input is shifted and divided by; shape (D,) both.

    Attributes
    ----------
    mean
        Its mean.
    deviation
        Its standard deviation with divisor N; 1 for an input that is everywhere the same.
    """

    mean: Array
    deviation: Array

    def inside(self, linear: Linear) -> Linear:
        """Return the weights of the scaled inputs that give the same logits as `linear`."""
        weights, bias = linear
        return Linear(weights * self.deviation, bias + weights @ self.mean)

    def outside(self, linear: Linear) -> Linear:
        """Return the weights of the inputs as they are; `linear` has those of the scaled ones."""
        weights = linear.weights / self.deviation
        return Linear(weights, linear.bias - weights @ self.mean)

    def points(self, points: Array) -> Array:
        """Return the scaled `points`, shape (N, D)."""
        return (points - self.mean) / self.deviation


def as_they_are(inputs: int) -> Scale:
    """Return the scale that leaves D `inputs` as they are."""
    return Scale(np.zeros(inputs), np.ones(inputs))


@np.errstate(over="ignore", invalid="ignore")
def scale_of(points: Array) -> Scale:
    """Return means and deviations of `points`, shape (N, D).

    >>> scale_of(np.array([[1.0, 5.0], [3.0, 5.0]]))
    Scale(mean=array([2., 5.]), deviation=array([1., 1.]))
    """
    deviation = points.std(axis=0)
    return Scale(
        points.mean(axis=0), np.where((deviation > 0.0) & (deviation < np.inf), deviation, 1.0)
    )
