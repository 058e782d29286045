r"""Entmax: like softmax, but with classes that get exactly nothing.

For :math:`\alpha \ge 1` and u = z/T it is

.. math:: \hat p_k = [1 + (\alpha - 1)(u_k - t)]_+^{1/(\alpha - 1)},

with the t for which the sum is 1.  :math:`\alpha = 1` is softmax, :math:`\alpha = 2` is sparsemax.
A class that trails the largest by :math:`1/(\alpha - 1)` or more has :math:`\hat p = 0`.

Everything is computed with the maximum of u subtracted.  For 1.5 and 2, t follows from a sort; for
others it is between 0 and the t of K equal classes, and is found by steps of Newton, or by halving
that interval where such a step would leave it.

Sources: Martins & Astudillo 2016, arXiv:1602.02068 (sparsemax); Peters, Niculae & Martins 2019,
arXiv:1905.05702 (entmax).
"""

from __future__ import annotations

import numpy as np

from xentgui.model.rows import Array, row_sums
from xentgui.model.softmax import Softmax

_STEPS = 100
_FEW_NUMBERS = 20_000
"""Up to so many, all rows together take less time than one after the other, each with its own steps."""


def entmax_rows(soft: Softmax, alpha: float | Array) -> Softmax:
    """Return `soft` with the probabilities of entmax; `alpha` is 1 (softmax) or more.

    It can also be one for each row, shape (N, 1), of which each is above 1.  The other fields that depend on p follow; `others` is 1, because nothing is as small as in
    softmax.  Each row has the same bits as if it were computed alone.
    """
    if _is(alpha, 1.0):
        return soft
    with np.errstate(all="ignore"):
        gaps = soft.high + soft.low
        p = _powers(gaps, _threshold(gaps, alpha), alpha)
        top = p.argmax(axis=1)
        rows = np.arange(len(p))
        # The largest is what the others leave, so that neither it nor what it lacks loses digits.
        largest = p[rows, top]
        p[rows, top] = 0.0
        others = row_sums(p)
        total = others + largest
        p /= total.reshape(-1, 1)
        others /= total
        p[rows, top] = 1.0 - others
        complements = 1.0 - p
        complements[rows, top] = others
        information = np.where(p > 0.5, -np.log1p(-complements), -np.log(p))
    return Softmax(p, complements, information, soft.high, soft.low, np.ones_like(soft.others))


def entmax_each(soft: Softmax, alphas: Array) -> Softmax:
    """Return entmax of the one row of `soft` for each of `alphas`, shape (n,), which are 1 or more.

    Each row differs from that of `entmax_rows` by no more than rounding.
    """
    if len(alphas) * soft.probabilities.shape[1] > _FEW_NUMBERS:
        rows = [entmax_rows(soft, alpha) for alpha in alphas.tolist()]
        return Softmax(*(np.concatenate(parts) for parts in zip(*rows, strict=True)))
    found = Softmax(*(np.repeat(part, len(alphas), axis=0) for part in soft))
    above = alphas > 1.0
    beyond = Softmax(*(part[above] for part in found))
    for whole, part in zip(found, entmax_rows(beyond, alphas[above].reshape(-1, 1)), strict=True):
        whole[above] = part
    return found


def threshold_of(largest_complement: Array, alpha: float) -> Array:
    """Return t, given 1 - p of the largest class, of any shape."""
    t: Array = -np.expm1((alpha - 1.0) * np.log1p(-largest_complement)) / (alpha - 1.0)
    return t


def score_for(share: float, others: Array, alpha: float) -> float:
    """Return the u with which a class gets `share`, 0 … 1; `others`, shape (n,), have maximum 0.

    Unlike in softmax, there is one for 0 and 1, too: the nearest that gives it.
    """
    rest, beside = 1.0 - share, others.reshape(1, -1)
    low, high = (_unlogged(np.log(rest / n), alpha) for n in (1.0, float(others.size)))
    t = float(_root(beside, np.full((1, 1), low), np.full((1, 1), high), rest, alpha)[0, 0])
    return t - _unlogged(np.log(share), alpha)


def _unlogged(log_share: float, alpha: float) -> float:
    """Return (1 - p**(alpha - 1))/(alpha - 1), given log p."""
    return float(-np.expm1((alpha - 1.0) * log_share) / (alpha - 1.0))


def _is(alpha: float | Array, value: float) -> bool:
    return not isinstance(alpha, np.ndarray) and alpha == value


def _powers(gaps: Array, t: Array, alpha: float | Array) -> Array:
    """Return [1 + (alpha - 1)(gaps - t)]_+ to the power of 1/(alpha - 1)."""
    inner = np.maximum((alpha - 1.0) * (gaps - t), -1.0)
    if _is(alpha, 2.0):
        return np.asarray(1.0 + inner)
    if _is(alpha, 1.5):
        root = 1.0 + inner
        return np.asarray(root * root)
    powers: Array = np.exp(np.log1p(inner) / (alpha - 1.0))
    return powers


def _threshold(gaps: Array, alpha: float | Array) -> Array:
    """Return t for each row of `gaps`, u minus its maximum, shape (N, 1)."""
    if not isinstance(alpha, np.ndarray) and alpha in {1.5, 2.0}:
        return _sorted_threshold(gaps, alpha)
    classes = gaps.shape[1]
    low = np.zeros((len(gaps), 1))
    high = low + (-np.expm1(-(alpha - 1.0) * np.log(classes)) / (alpha - 1.0))
    return _root(gaps, low, high, 1.0, alpha)


def _root(gaps: Array, low: Array, high: Array, wanted: float, alpha: float | Array) -> Array:
    """Return the t between `low` and `high`, (N, 1), for which the powers of each row sum to `wanted`.

    A step of Newton is taken where it stays between them; else their distance is halved.
    """
    t = low
    for _ in range(_STEPS):
        powers = _powers(gaps, t, alpha)
        excess = row_sums(powers).reshape(-1, 1) - wanted
        low, high = np.where(excess >= 0.0, t, low), np.where(excess >= 0.0, high, t)
        slopes = np.where(powers > 0.0, powers ** (2.0 - alpha), 0.0)
        moved = t + excess / row_sums(slopes).reshape(-1, 1)
        moved = np.where((moved > low) & (moved < high), moved, 0.5 * (low + high))
        # A row that has arrived does not move, however many steps other rows need.
        near = 2.0**-53 * (1.0 + np.abs(t))
        still = (np.abs(moved - t) <= near) | (excess == 0.0)
        t = np.where(still, t, moved)
        if still.all():
            break
    return t


def _sorted_threshold(gaps: Array, alpha: float) -> Array:
    """Return t where it is the root of an equation of first (2) or second degree (1.5)."""
    # What trails by 1/(alpha - 1) has no share, however far it trails; -inf could not be added up.
    scores = (alpha - 1.0) * gaps
    if len(scores) == 1:  # of many classes, few can have a share
        scores = scores[scores > -1.0].reshape(1, -1)
    descending = -np.sort(-np.maximum(scores, -2.0), axis=1)
    count = np.arange(1.0, scores.shape[1] + 1.0)
    mean = np.add.accumulate(descending, axis=1) / count
    if alpha == 2.0:
        tau = mean - 1.0 / count
    else:
        squares = np.add.accumulate(descending * descending, axis=1) / count - mean * mean
        tau = mean - np.sqrt(np.maximum(1.0 / count - squares, 0.0))
    last = np.count_nonzero(tau < descending, axis=1) - 1
    found = tau[np.arange(len(gaps)), last].reshape(-1, 1)
    t: Array = (found + 1.0) / (alpha - 1.0)
    return t
