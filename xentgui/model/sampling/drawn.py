"""The draws of a snapshot, from p and from the target, and what they paid."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from xentgui.model.rows import Array, locked
from xentgui.model.sampling.draws import OF_TARGET, Draws, draw, running_mean, spread
from xentgui.model.sampling.sampler import Sampled, sampled
from xentgui.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True, eq=False)
class Paid:
    """What draws from one distribution pay with a code for another.

    Attributes
    ----------
    means
        The mean of -log q over the first 1, 2, … n draws, in nats, shape (n,).
    mean, deviation
        What is expected of one draw, and its standard deviation, in nats; inf and NaN if some draw
        costs infinitely much.
    """

    means: Array
    mean: float
    deviation: float

    def funnel(self, counts: Array) -> Array:
        """Return how far the mean of so many draws deviates, in nats, shape of `counts`."""
        return np.asarray(self.deviation / np.sqrt(counts))


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """Draws.

    Attributes
    ----------
    snapshot, sampled
        What they are of.
    draws
        From what the sampler leaves.
    own
        What they pay with a code for what they are drawn from.
    of_target
        What draws from the target pay with a code for p; None if all targets are 0.
    """

    snapshot: Snapshot
    sampled: Sampled
    draws: Draws
    own: Paid
    of_target: Paid | None

    def frequencies(self, classes: np.ndarray) -> Array:
        """Return the shares of `classes`, which are indices, shape (n,)."""
        return np.asarray(self.draws.counts[classes] / len(self.draws))


@lru_cache(maxsize=3)
@np.errstate(all="ignore")
def drawn(snapshot: Snapshot, most: float = math.inf) -> Drawn:
    """Return the draws of `snapshot`, but not more than `most`: the first ones are the same."""
    state, found = snapshot.state, sampled(snapshot)
    count, seed = int(min(state.draws, most)), int(state.seed)
    draws = draw(found.probabilities, count, seed)
    own = _paid(found.probabilities, found.information, draws)
    target, of_target = snapshot.effective_target, None
    on = np.flatnonzero(target)  # a target is often 0 for all classes but a few
    if on.size:
        share = target[on] / target[on].max()  # a sum of large targets would overflow
        of_target = _paid(share, snapshot.information[on], draw(share, count, seed, OF_TARGET))
    return Drawn(snapshot, found, draws, own, of_target)


def _paid(probabilities: Array, information: Array, draws: Draws) -> Paid:
    mean, deviation = spread(probabilities, information)
    return Paid(locked(running_mean(information, draws)), mean, deviation)
