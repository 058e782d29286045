"""All that follows from a state, worked out once."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from xentgui.model.effective_target import EffectiveTarget, effective_target_of
from xentgui.model.information import cross_terms, divergence_terms
from xentgui.model.rows import Array, locked, row_sums
from xentgui.model.softmax import Softmax, entropy_rows, softmax_rows
from xentgui.model.state import State


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """All that follows from `state`: read-only float64 arrays (K,) and floats, in nats.

    Write y for the effective target: (1 - e) * target + e * sum(target)/K under label
    smoothing e.  Everything that depends on a target depends on that one.

    Attributes
    ----------
    state : what was set.
    logits, target : as set.
    effective_target : y; the same numbers as `target` without smoothing.
    asked : the classes with y above 0, from 0, in order; shape (n,).
    probabilities, complements : p = softmax(logits / T), and 1 - p, each to full precision.
    log_probabilities, information : log p and -log p; infinite where the class is off.
    hardmax : 1 for the largest logit; tied classes share.
    contributions : y * -log p, the terms of the cross-entropy; 0 * inf is 0.
    gradient : of the cross-entropy at the logits, (sum(y) p - y)/T; its limit at T = 0
        (infinite with the sign of the difference, 0 where there is none) and inf (0).
    entropy : H(p).
    target_entropy : H(y) = -sum(y log y); below 0 is possible while sum(y) exceeds 1.
    cross_entropy : H(y, p), the sum of `contributions`; inf if y asks for what is off.
    kl_divergence : sum(y log(y/p) - y + p), 0 or more; H(y, p) - H(y) if sum(y) is 1.
    perplexity : exp(H(y, p)): as uncertain as a fair choice among so many classes.
    probability_sum, target_sum : sum(p) and sum(target).
    prediction : the classes with the largest logit, from 0; more than one if tied.
    """

    state: State
    logits: Array
    target: Array
    effective_target: Array
    asked: npt.NDArray[np.intp]
    probabilities: Array
    complements: Array
    log_probabilities: Array
    information: Array
    hardmax: Array
    contributions: Array
    gradient: Array
    entropy: float
    target_entropy: float
    cross_entropy: float
    kl_divergence: float
    perplexity: float
    probability_sum: float
    target_sum: float
    prediction: tuple[int, ...]

    @property
    def most_asked(self) -> int:
        """The class that the target asks for most; the first if it asks for none."""
        asked = self.asked
        return int(asked[self.effective_target[asked].argmax()]) if asked.size else 0


@np.errstate(all="ignore")
def derive(state: State) -> Snapshot:
    """Work out everything that follows from `state`.  Pure: same in, same out.

    >>> snapshot = derive(State(["cat", "dog", "owl"], [2.33, -1.46, 0.56], [1, 0, 0]))
    >>> snapshot.probabilities.round(3).tolist(), round(snapshot.cross_entropy, 4)
    ([0.838, 0.019, 0.143], 0.1764)
    """
    logits, target = state.logit_array, state.target_array
    soft = softmax_rows(logits.reshape(1, -1), state.temperature)
    p, complements, information = soft.probabilities[0], soft.complements[0], soft.information[0]
    aim = effective_target_of(state)
    y, asked = aim.target, aim.asked
    contributions = cross_terms(y, information, asked)
    winners = (logits == np.maximum.reduce(logits)).nonzero()[0]
    hardmax = np.zeros_like(p)
    hardmax[winners] = 1.0 / winners.size
    cross_entropy = float(row_sums(contributions))
    divergence = divergence_terms(y, p, contributions, aim.own, asked)
    return Snapshot(
        state=state,
        logits=logits,
        target=target,
        effective_target=y,
        asked=asked,
        probabilities=locked(p),
        complements=locked(complements),
        log_probabilities=locked(np.subtract(0.0, information)),
        information=locked(information),
        hardmax=locked(hardmax),
        contributions=locked(contributions),
        gradient=locked(gradient(state, aim, soft)),
        entropy=float(entropy_rows(soft)[0]),
        target_entropy=aim.entropy,
        cross_entropy=cross_entropy,
        kl_divergence=float(row_sums(divergence)),
        perplexity=float(np.exp(cross_entropy)),
        probability_sum=float(np.add.reduce(p)),
        target_sum=state.target_sum,
        prediction=tuple(winners.tolist()),
    )


def gradient(state: State, aim: EffectiveTarget, soft: Softmax) -> Array:
    """Return (sum(y) p - y)/T, shape (K,), for the effective target y and one row `soft`.

    Where p exceeds 1/2 it is sum of the other y - sum(y) (1 - p): nothing near 1 is
    taken from anything near 1, so that a gradient of -8.5e-18 is not 0.
    """
    temperature, s, y = state.temperature, state.target_sum, aim.target
    if temperature == math.inf:
        return np.zeros_like(y)
    p = soft.probabilities[0]
    difference: Array = s * p - y
    top = int(p.argmax())
    if p[top] > 0.5:
        rest = y[aim.asked[aim.asked != top]]
        difference[top] = np.add.reduce(rest) - s * soft.complements[0, top]
    elif temperature == 0.0:
        _settle_ties(difference, y, p == p[top])
    if temperature == 0.0:
        return np.where(difference == 0.0, 0.0, difference * np.inf)
    if temperature != 1.0:
        difference /= temperature
    return difference


def _settle_ties(difference: Array, y: Array, tied: Array) -> None:
    """Make `difference` of n tied classes sum(y) - n y, and 0 just where it is 0 in truth.

    At temperature 0 an ulp would become infinity.  The sum is taken to twice the digits,
    and y in halves, whose products with n are exact.
    """
    numbers = y.tolist()
    high = math.fsum(numbers)
    low = math.fsum([*numbers, -high])
    count, y = np.count_nonzero(tied), y[tied]
    mantissa, exponent = np.frexp(y)
    head = np.ldexp(np.round(np.ldexp(mantissa, 26)), exponent - 26)
    difference[tied] = ((high - count * head) - count * (y - head)) + low
