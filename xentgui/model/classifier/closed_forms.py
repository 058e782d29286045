r"""W and b in closed form: linear discriminant analysis, and least squares on the targets.

The first is from a Gaussian for each class.  All classes share one covariance, with divisor N (maximum likelihood, as in scikit-learn):
:math:`\Sigma = \frac1N\sum_i\sum_k y_{ik}(x_i-\mu_k)(x_i-\mu_k)^T`.  Then
:math:`w_k = \Sigma^{-1}\mu_k` and :math:`b_k = -\frac12\mu_k^T\Sigma^{-1}\mu_k + \log\pi_k`, and the
probability of a class is softmax(W x + b).

Source: Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, 4.3.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.standard import scale_of
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError
from xentgui.model.naming import name_of
from xentgui.model.rows import Array

_NO_POINT = QT_TRANSLATE_NOOP(
    "errors", "The class {label} has no point, and so no mean. Add one, or remove the class."
)
SINGULAR = QT_TRANSLATE_NOOP(
    "errors",
    "The points lie too nearly on one line, or in too few places, to be told apart by straight "
    "lines. Add points, or move one.",
)


class Gaussians(NamedTuple):
    """A Gaussian for each class.

    Attributes
    ----------
    shares
        pi, the share of each class, shape (K,), above 0; they sum to 1.
    means
        mu, shape (K, D).
    covariance
        Sigma, the same for all classes, shape (D, D).
    """

    shares: Array
    means: Array
    covariance: Array

    def linear(self) -> Linear:
        """Return W and b; raises RefusedError for a singular covariance."""
        covariance = self.covariance
        # On the scale of its own diagonal, so that units have no say in what is singular.
        spread = np.sqrt(np.diagonal(covariance))
        if not (np.isfinite(spread).all() and (spread > 0.0).all()):
            raise RefusedError(SINGULAR)
        correlation = covariance / np.multiply.outer(spread, spread)
        if np.linalg.eigvalsh(correlation)[0] <= _SINGULAR:
            raise RefusedError(SINGULAR)
        weights = np.linalg.solve(correlation, (self.means / spread).T).T / spread
        bias = np.log(self.shares) - 0.5 * np.add.reduce(self.means * weights, axis=1)
        return Linear(weights, bias)


_SINGULAR = 1e-12
"""The least eigenvalue of a correlation that is told from rounding."""


def gaussians_of(points: Array, targets: Array, labels: Sequence[str]) -> Gaussians:
    """Return the Gaussians of points, shape (N, D), which belong to classes as `targets`, (N, K).

    A soft target divides its point among classes.  Raises RefusedError for a class without any
    point; `labels` are the names of the classes.
    """
    counts = np.add.reduce(targets, axis=0)
    if not counts.all():
        raise RefusedError(_NO_POINT, label=name_of(labels, int(counts.argmin())))
    middle = points.mean(axis=0)  # a far origin would cost digits
    near = points - middle
    means = targets.T @ near / counts[:, None]
    count = float(np.add.reduce(counts))
    covariance = np.zeros((points.shape[1],) * 2)
    for mean, share in zip(means, targets.T, strict=True):
        apart = near - mean
        covariance += (apart * share[:, None]).T @ apart
    return Gaussians(counts / count, means + middle, covariance / count)


def least_squares(points: Array, targets: Array) -> Linear:
    r"""Return W and b with the least squared error; shapes (N, D) and (N, K).

    It is linear regression, without the activation: :math:`B = (A^T A)^{-1} A^T Y`.  The outputs
    W x + b sum to 1 where the targets do, but they leave [0, 1]; and a class that lies between two
    others can be masked: no point is predicted to belong to it.

    Source: Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, 4.2.

    Raises RefusedError where more than one W has it.
    """
    scale = scale_of(points)
    inputs = np.column_stack((scale.points(points), np.ones(len(points))))
    found, _, rank, _ = np.linalg.lstsq(inputs, targets, rcond=1e-12)
    if rank < inputs.shape[1]:
        raise RefusedError(SINGULAR)
    return scale.outside(Linear(np.ascontiguousarray(found[:-1].T), found[-1].copy()))
