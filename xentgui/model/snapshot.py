"""All that follows from a state, computed once, and what is remembered of its loss."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from xentgui.model.effective_target import effective_target_of
from xentgui.model.information import cross_terms, divergence_terms
from xentgui.model.losses import chosen_loss
from xentgui.model.losses.loss import LossInput, at_logits, bound_at_logits
from xentgui.model.rows import Array, locked, row_sums
from xentgui.model.softmax import entropy_rows, softmax_rows
from xentgui.model.state import State

if TYPE_CHECKING:
    import numpy.typing as npt

    from xentgui.model.subjects.subject import Subject


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
    support : the classes with y above 0, from 0, in order; shape (n,).
    softmax : softmax(logits / T).
    probabilities, complements : p and 1 - p, each to full precision; p is the same object as
        `softmax` unless the loss predicts with something else (see `Loss.predictor`).
    log_probabilities, information : log p and -log p; infinite where the class is off.
    hardmax : 1 for the largest logit; tied classes share.
    contributions : y * -log p, the terms of the cross-entropy; 0 * inf counts 0.
    gradient : of the chosen loss at the logits; its limit at T = 0 (infinite, or 0) and inf (0).
    gradient_bound : what no component of `gradient` exceeds in size, whatever the logits are;
        for the cross-entropy sum(y)/T.
    entropy : H(p).
    target_entropy : H(y) = -sum(y log y); below 0 is possible while sum(y) exceeds 1.
    cross_entropy : H(y, p), the sum of `contributions`; inf if y asks for what is off.
    kl_divergence : sum(y log(y/p) - y + p), 0 or more; H(y, p) - H(y) if sum(y) is 1.
    perplexity : exp(H(y, p)): how many equally probable classes are as uncertain; source:
        Jelinek, Mercer, Bahl & Baker 1977, :doi:`10.1121/1.2016299`.
    probability_sum, target_sum : sum(p) and sum(target).
    prediction : the classes with the largest logit, from 0; more than one if tied.
    loss : the value of the chosen loss of `LOSSES`; in nats if it is an amount of information.
    loss_terms : the contribution of each class to the loss.
    subject : whose state this is, for what shows more of it, as of a classifier its points; None
        where only the state is known.
    """

    state: State
    logits: Array
    target: Array
    effective_target: Array
    support: npt.NDArray[np.intp]
    softmax: Array
    probabilities: Array
    complements: Array
    log_probabilities: Array
    information: Array
    hardmax: Array
    contributions: Array
    gradient: Array
    gradient_bound: float
    entropy: float
    target_entropy: float
    cross_entropy: float
    kl_divergence: float
    perplexity: float
    probability_sum: float
    target_sum: float
    prediction: tuple[int, ...]
    loss: float
    loss_terms: Array
    subject: Subject | None = None

    @property
    def gaps(self) -> Array:
        """(z - max)/T, shape (K,); -inf where the class is off."""
        from xentgui.model.losses.hinge import gaps_of  # noqa: PLC0415 - few ask for them

        with np.errstate(all="ignore"):
            row: Array = gaps_of(softmax_rows(self.logits.reshape(1, -1), self.state.temperature))[
                0
            ]
        return row

    @property
    def largest_target(self) -> int:
        """The class with the largest target; the first one if all targets are 0."""
        support = self.support
        return int(support[self.effective_target[support].argmax()]) if support.size else 0


@np.errstate(all="ignore")
def derive(state: State, subject: Subject | None = None) -> Snapshot:
    """Compute everything that follows from `state`.  Pure: the same input gives the same output.

    `subject` is kept beside it; `state` is that of the subject.

    >>> snapshot = derive(State(["cat", "dog", "owl"], [2.33, -1.46, 0.56], [1, 0, 0]))
    >>> snapshot.probabilities.round(3).tolist(), round(snapshot.cross_entropy, 4)
    ([0.838, 0.019, 0.143], 0.1764)
    """
    logits, target = state.logit_array, state.target_array
    loss = chosen_loss(state)
    parameters = loss.parameters_in(state)
    plain = softmax_rows(logits.reshape(1, -1), state.temperature)
    soft = loss.predicted(plain, parameters)
    p, complements = locked(soft.probabilities[0]), locked(soft.complements[0])
    information = locked(soft.information[0])
    effective = effective_target_of(target, state.target_sum, state.label_smoothing)
    y, support = effective.target, effective.support
    contributions = locked(cross_terms(y, information, support))
    winners = (logits == np.maximum.reduce(logits)).nonzero()[0]
    hardmax = np.zeros_like(p)
    hardmax[winners] = 1.0 / winners.size
    cross_entropy = float(row_sums(contributions))
    divergence = divergence_terms(y, p, contributions, effective.entropy_terms, support)
    at_limit = state.temperature == 0.0
    given = LossInput(
        effective, soft, p, complements, information, contributions, at_limit, parameters
    )
    terms = loss.terms(given)
    return Snapshot(
        state=state,
        logits=logits,
        target=target,
        effective_target=y,
        support=support,
        softmax=p if soft is plain else locked(plain.probabilities[0]),
        probabilities=p,
        complements=complements,
        log_probabilities=locked(np.subtract(0.0, information)),
        information=information,
        hardmax=locked(hardmax),
        contributions=contributions,
        gradient=locked(at_logits(loss.gradient(given), state.temperature)),
        gradient_bound=bound_at_logits(
            loss.gradient_bound(effective, parameters), state.temperature
        ),
        entropy=float(entropy_rows(soft)[0]),
        target_entropy=effective.entropy,
        cross_entropy=cross_entropy,
        kl_divergence=float(row_sums(divergence)),
        perplexity=float(np.exp(cross_entropy)),
        probability_sum=float(np.add.reduce(p)),
        target_sum=state.target_sum,
        prediction=tuple(winners.tolist()),
        loss=cross_entropy if terms is contributions else loss.value(given, terms),
        loss_terms=terms if terms is contributions else locked(terms),
        subject=subject,
    )


class KnownLoss(NamedTuple):
    """The key of a loss and its value, in nats or without unit: all that is remembered."""

    key: str
    value: float

    @classmethod
    def of(cls, snapshot: Snapshot) -> KnownLoss:
        """Return the loss of `snapshot`."""
        return cls(snapshot.state.loss, snapshot.loss)

    def change_since(self, before: KnownLoss | None) -> float | None:
        """Return the change since `before`.

        None if nothing is known, if that was another loss, or if both are infinite.
        """
        if before is None or before.key != self.key:
            return None
        change = self.value - before.value
        return None if math.isnan(change) else change  # from ∞ to ∞
