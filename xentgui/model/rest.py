r"""Where each loss comes to rest: the probabilities at which it is least, for a target.

For the shares :math:`y_k/s` of the target:

- the cross-entropy, both divergences and the losses of Fenchel and Young are least where p is the
  shares, and the Brier score where p is nearest to y, which is the same for a sum of 1;
- the generalised cross-entropy where p is proportional to the shares to the power of 1/(1 - q),
  which is too sharp;
- the focal loss where :math:`y_k\,g(p_k)` is the same for every class, with
  :math:`g(p) = (1-p)^\gamma (1 + \gamma p r)/p` and :math:`r = -\log p/(1-p)`, which is too flat;
- the hinges where no class is within the margin of another one that counts more, whatever p is.

Most losses reach a probability of 0 or 1 only with infinite logits.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from xentgui.model.entmax import entmax_rows
from xentgui.model.losses import LOSSES
from xentgui.model.losses.hinge import Hinge
from xentgui.model.rows import Array, locked
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.softmax import softmax_rows

_STEPS = 200
_ROUNDING = 2e-14


class Reach(Enum):
    """Whether a loss gets to where it rests."""

    FINITE = auto()  # at finite logits
    INFINITE = auto()  # the logits grow for ever
    NO_PROBABILITY = auto()  # at finite logits, but any of many
    NOWHERE = auto()  # the loss is infinite at all finite logits, or it does not depend on them


class Rest(NamedTuple):
    """Where a loss rests: p, shape (K,), or None if there is no such p; and how it is reached."""

    reach: Reach
    probabilities: Array | None


def rest_of(key: str, target: Array, settings: ScalarSettings) -> Rest:
    """Return where the loss `key` rests, for an effective target of shape (K,), which is read-only.

    >>> rest_of("gce", np.array([0.7, 0.2, 0.1]), ScalarSettings(q=0.5)).probabilities.round(4).tolist()
    [0.9074, 0.0741, 0.0185]
    """
    if key == "brier":  # the nearest p
        nearest = _nearest(target)
        return Rest(Reach.INFINITE if (nearest == 0.0).any() else Reach.FINITE, nearest)
    total = float(target.sum())
    if total == 0.0:
        return Rest(Reach.NOWHERE, None)
    loss = LOSSES[key].chosen_with(settings)
    if isinstance(loss, Hinge):
        return Rest(Reach.NO_PROBABILITY, None)
    has_zeros = bool((target == 0.0).any())
    if key == "kl_reverse" and has_zeros:
        return Rest(Reach.NOWHERE, None)
    parameters = loss.parameters_in(settings)
    shares = target / total
    if key == "gce":
        shares = _sharpened(shares, parameters["q"])
    elif key == "focal" and parameters["gamma"] > 0.0:
        shares = _flattened(shares.tobytes(), parameters["gamma"])
    is_finite = loss.has_minimum(target, parameters)
    return Rest(Reach.FINITE if is_finite else Reach.INFINITE, locked(shares.copy()))


def _nearest(target: Array) -> Array:
    """Return the probabilities nearest to `target`: what sparsemax makes of it."""
    return locked(entmax_rows(softmax_rows(target.reshape(1, -1), 1.0), 2.0).probabilities[0])


@np.errstate(all="ignore")
def _sharpened(shares: Array, q: float) -> Array:
    """Return what is proportional to `shares` to the power of 1/(1 - q); the largest for q = 1."""
    if q == 1.0:
        largest = (shares == shares.max()).astype(np.float64)
        return np.asarray(largest / largest.sum())
    powers = np.exp(np.log(shares / shares.max()) / (1.0 - q))
    return np.asarray(powers / powers.sum())


@lru_cache(maxsize=16)
@np.errstate(all="ignore")
def _flattened(shares: bytes, gamma: float) -> Array:
    """Return where the focal loss rests: the root of the sum of p less 1, which falls with g.

    A step of Newton is taken only where it stays within the bracket, which is halved otherwise.
    """
    y = np.frombuffer(shares)
    found, wanted = np.zeros_like(y), y > 0.0
    values, counts = np.unique(y[wanted], return_counts=True)
    if values.size == 1:  # all classes that count are alike
        found[wanted] = 1.0 / counts[0]
        return found
    logs = np.log(values)
    odds = logs - np.log1p(-values)
    low, high = -800.0, 800.0 + 800.0 * gamma  # of log(y g)
    level = 0.0
    for _ in range(_STEPS):
        odds = _odds_at(level - logs, gamma, odds)
        p, slope = _probabilities(odds), _slope(odds, gamma)
        excess = float(counts @ p) - 1.0
        low, high = (level, high) if excess > 0.0 else (low, level)
        fall = -float(counts @ (p * _probabilities(-odds) / slope))
        before, level = level, level + excess / fall if fall else low
        if not low < level < high:
            level = 0.5 * (low + high)
        if abs(level - before) <= _ROUNDING * (1.0 + abs(level)):
            break
    p = _probabilities(odds)
    found[wanted] = (p / float(counts @ p))[np.searchsorted(values, y[wanted])]
    return found


def _odds_at(wanted: Array, gamma: float, odds: Array) -> Array:
    """Return the log odds of p where log g is `wanted`; the search begins at `odds`."""
    low, high = np.full_like(odds, -2000.0), np.full_like(odds, 2000.0)
    for _ in range(_STEPS):
        excess = _log_pull(odds, gamma) - wanted
        low, high = np.where(excess > 0.0, odds, low), np.where(excess > 0.0, high, odds)
        moved = odds - excess / _slope(odds, gamma)
        moved = np.where((moved > low) & (moved < high), moved, 0.5 * (low + high))
        is_still = bool((np.abs(moved - odds) <= _ROUNDING * (1.0 + np.abs(odds))).all())
        odds = moved
        if is_still:
            break
    return odds


def _probabilities(odds: Array) -> Array:
    return np.asarray(np.exp(-np.logaddexp(0.0, -odds)))


def _log_pull(odds: Array, gamma: float) -> Array:
    """Return log g, which falls everywhere."""
    information, missing = np.logaddexp(0.0, -odds), -np.logaddexp(0.0, odds)
    weight = gamma * _weighed(odds, information, missing)
    return np.asarray(gamma * missing + information + np.log1p(weight))


def _slope(odds: Array, gamma: float) -> Array:
    """Return the derivative of log g by the log odds."""
    information, missing = np.logaddexp(0.0, -odds), -np.logaddexp(0.0, odds)
    p, q = np.exp(-information), np.exp(missing)
    weighed = _weighed(odds, information, missing)
    change = weighed - p  # e^x (-log p - q), where it is not lost
    return np.asarray(-gamma * p - q + gamma * change / (1.0 + gamma * weighed))


def _weighed(odds: Array, information: Array, missing: Array) -> Array:
    """Return p r = p (-log p)/(1 - p)."""
    return np.where(odds < 30.0, np.exp(odds) * information, 1.0 - 0.5 * np.exp(missing))
