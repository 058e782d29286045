"""The effective target, what follows from it alone, and how targets pull at the logits."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from xentgui.model.information import entropy_terms, support_of
from xentgui.model.rows import Array, locked, row_sums

if TYPE_CHECKING:
    import numpy.typing as npt


class EffectiveTarget(NamedTuple):
    """The effective target y; arrays are read-only.

    Attributes
    ----------
    target : y = (1 - e) * target + e * sum(target)/K under label smoothing e; shape (K,).
    total : s = sum(target), which smoothing does not change.
    support : where y is not 0, in order; shape (n,).
    entropy_terms : -y log y; shape (K,).
    entropy : the sum of `entropy_terms`, in nats.

    Source: Szegedy et al. 2016, :doi:`10.1109/CVPR.2016.308` (label smoothing).
    """

    target: Array
    total: float
    support: npt.NDArray[np.intp]
    entropy_terms: Array
    entropy: float


_latest: tuple[Array, float, EffectiveTarget] | None = None


def effective_target_of(target: Array, total: float, smoothing: float) -> EffectiveTarget:
    """Return the effective target of a `target`, whose sum is `total`, under label smoothing.

    `target` is read-only, shape (K,).  The same `target` and `smoothing` give the same object as
    the call before: it is kept while only logits are edited.
    """
    global _latest  # noqa: PLW0603 (one is enough: edits follow each other)
    if _latest is not None and _latest[0] is target and _latest[1] == smoothing:
        return _latest[2]
    if smoothing == 0.0:
        y = target
    else:
        y = locked((1.0 - smoothing) * target + smoothing * (total / len(target)))
    support = support_of(y)
    terms = entropy_terms(y, support)
    effective = EffectiveTarget(y, total, locked(support), locked(terms), float(row_sums(terms)))
    _latest = target, smoothing, effective
    return effective


def pulled(probabilities: Array, complements: Array, pulls: Array) -> Array:
    r"""Return the derivative by u for `pulls` w; every array has shape (K,).

    If the loss is :math:`\sum_t y_t L_t` and
    :math:`\partial L_t/\partial u_k = c_t (p_k - \delta_{kt})`, then with the pulls w = y c the
    derivative by :math:`u_k` is :math:`p_k \sum_{t \ne k} w_t - w_k (1 - p_k)`.  Written so,
    nothing cancels near p = 1.
    """
    slopes: Array = probabilities * sums_of_others(pulls) - pulls * complements
    return slopes


def pulled_at_limit(probabilities: Array, complements: Array, pulls: Array) -> Array:
    """Return the same at T = 0, where a slope of 0 has to be exactly 0."""
    slopes = pulled(probabilities, complements, pulls)
    tied = probabilities > 0.0
    if not pulls[~tied].any():
        settle_ties(slopes, pulls, tied)
        slopes[tied] /= np.count_nonzero(tied)
    return slopes


def sums_of_others(numbers: Array) -> Array:
    """Return, for each class, the sum of `numbers`, shape (K,), without its own.

    The sum minus the own number loses digits only for the largest one, which is left out instead.
    """
    rest: Array = np.add.reduce(numbers) - numbers
    top = int(np.abs(numbers).argmax())
    rest[top] = np.add.reduce(numbers[:top]) + np.add.reduce(numbers[top + 1 :])
    return rest


def settle_ties(slopes: Array, pulls: Array, tied: npt.NDArray[np.bool_]) -> None:
    """Set `slopes` of n tied classes to sum(w) - n w, which is 0 only where it is exactly 0.

    At temperature 0 an error of one ulp would become infinity.  So the sum is computed with twice
    the digits, and w is split into halves whose products with n are exact.
    """
    numbers = pulls.tolist()
    high = math.fsum(numbers)
    low = math.fsum([*numbers, -high])
    count, own = np.count_nonzero(tied), pulls[tied]
    mantissa, exponent = np.frexp(own)
    head = np.ldexp(np.round(np.ldexp(mantissa, 26)), exponent - 26)
    slopes[tied] = ((high - count * head) - count * (own - head)) + low
