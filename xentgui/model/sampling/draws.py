"""Draws from a distribution, and what they cost.

A number u, uniform in 0 … 1, draws the class in whose stretch of the cumulative sum of p it falls.
The numbers are those of ``numpy.random.default_rng(seed).random(n)``, so that anybody can repeat the
draws; the first ones are the same however many follow.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from xentgui.model.rows import Array, locked, refuse

if TYPE_CHECKING:
    from numpy.typing import NDArray

PLAIN: Final = 0
OF_TARGET: Final = 1


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """n draws.

    Attributes
    ----------
    classes
        The class of each draw, from 0, shape (n,).
    counts
        How often each class was drawn, shape (K,).
    """

    classes: NDArray[np.intp]
    counts: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.classes)


def draw(probabilities: Array, count: int, seed: int, stream: int = PLAIN) -> Draws:
    """Return `count` draws from `probabilities`, shape (K,), which need not sum to 1.

    `stream` is `PLAIN`, or `OF_TARGET` for draws that have nothing to do with these.  Raises
    ValueError if no probability is above 0.

    >>> draw(np.array([0.5, 0.25, 0.25]), 8, seed=0).counts.tolist()
    [3, 3, 2]
    """
    sums = np.add.accumulate(probabilities)
    if not sums[-1] > 0.0:
        raise refuse("nothing can be drawn where every probability is 0")
    source = np.random.default_rng(seed if stream == PLAIN else [seed, stream])
    places = source.random(count)
    places *= sums[-1]
    # From the right: a class with p = 0 has no stretch, and is never drawn.
    classes = np.searchsorted(sums, places, side="right")
    if classes.max(initial=0) >= len(sums) or not probabilities[-1] > 0.0:
        np.minimum(classes, int(np.flatnonzero(probabilities)[-1]), out=classes)
    counts = np.bincount(classes, minlength=len(probabilities))
    return Draws(locked(classes), locked(counts))


def running_mean(information: Array, draws: Draws) -> Array:
    """Return the mean of the first 1, 2, … n of -log p, shape (n,); infinite from an infinite one on."""
    costs = np.add.accumulate(information[draws.classes])
    costs /= np.arange(1.0, len(costs) + 1.0)
    return costs


@np.errstate(all="ignore")
def spread(probabilities: Array, information: Array) -> tuple[float, float]:
    """Return the mean and the standard deviation of -log q of one draw from p, in nats.

    `information` is -log q, shape (K,), of p itself or of another distribution.  The mean of n
    draws deviates by the standard deviation over the root of n.
    """
    on = probabilities > 0.0
    p, cost = probabilities, information
    if not on.all():
        p, cost = p[on], cost[on]
    p = p / p.sum()
    mean = float((p * cost).sum())
    if not math.isfinite(mean):
        return mean, math.nan
    return mean, math.sqrt(max(float((p * np.square(cost - mean)).sum()), 0.0))
