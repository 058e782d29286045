r"""How the targets pull at the logits, where each class has a loss of its own.

If the loss is :math:`\sum_t y_t L_t` and :math:`\partial L_t/\partial u_k = c_t (p_k - \delta_{kt})`,
then with the pulls w = y c the derivative by :math:`u_k` is
:math:`p_k \sum_{t \ne k} w_t - w_k (1 - p_k)`.  Written so, nothing cancels near p = 1.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from xentgui.model.rows import Array


def pulled(probabilities: Array, complements: Array, pulls: Array) -> Array:
    """Return the derivative by u for `pulls` w; every array has shape (K,)."""
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


def settle_ties(slopes: Array, pulls: Array, tied: NDArray[np.bool_]) -> None:
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
