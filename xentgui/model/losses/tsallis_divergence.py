r"""Bregman's divergence of Tsallis's entropy, class by class, with no digit lost.

For :math:`\alpha > 1` it is :math:`(y^\alpha - p^\alpha - \alpha p^{\alpha-1}(y - p))/(\alpha(\alpha - 1))`.

Source: Blondel, Martins & Niculae 2020, JMLR 21(35), arXiv:1901.02324.
"""

from __future__ import annotations

import numpy as np

from xentgui.model.rows import Array

_CLOSE = 0.5
"""Up to this relative distance of y from p, a series keeps the digits of their divergence."""

_TERMS = 54


def divergences(y: Array, p: Array, complements: Array, alpha: float) -> Array:
    """Return (y**a - p**a - a p**(a-1) (y - p))/(a (a-1)), 0 or more, which cancels nowhere."""
    # y - p is exact where both are near each other; near 1 their distances from 1 are compared.
    apart = np.where(y == 1.0, complements, y - p)
    if alpha == 2.0:
        return 0.5 * apart * apart
    if alpha == 1.5:
        root_y, root_p = np.sqrt(y), np.sqrt(p)
        both = root_y + root_p
        step = np.divide(apart, both, out=np.zeros_like(p), where=both > 0.0)
        found: Array = step * step * (root_y + 0.5 * root_p) / 0.75
        return found
    with np.errstate(all="ignore"):
        relative, step = apart / p, alpha - 1.0
        powers = np.exp(step * np.log(p))
        close = powers * p * relative * relative * _series(relative, alpha)
        # The difference of the powers of y and p, by the larger of the two, so that none overflows.
        below = (1.0 + relative) * powers * p * np.expm1(step * np.log1p(relative))
        below = np.where(y > 0.0, below, 0.0)
        beyond = -np.exp(alpha * np.log(y)) * np.expm1(step * np.log(p / y))
        far = (np.where(y > p, beyond, below) / step - powers * apart) / alpha
        found = np.where(np.abs(relative) < _CLOSE, close, far)
        alone = np.where(y > 0.0, np.exp(alpha * np.log(y)) / (alpha * step), 0.0)
        return np.where(p > 0.0, found, alone)


def _series(d: Array, alpha: float) -> Array:
    """Return ((1 + d)**a - 1 - a d)/(a (a-1) d**2) by its power series, for small d."""
    coefficients = [0.5]
    for n in range(2, _TERMS):
        coefficients.append(coefficients[-1] * (alpha - n) / (n + 1))
    total = np.full_like(d, coefficients[-1])
    for coefficient in reversed(coefficients[:-1]):
        total = total * d + coefficient
    return total
