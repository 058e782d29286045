r"""The Fenchel-Young losses of Tsallis's entropies: the family of softmax, sparsemax and entmax.

With :math:`\alpha \ge 1`, :math:`\hat p` from `entmax_rows` and
:math:`H_\alpha(p) = \sum_k (p_k - p_k^\alpha)/(\alpha(\alpha - 1))` the loss is
:math:`s\,(\langle \hat p, u\rangle + H_\alpha(\hat p)) - \langle y, u\rangle - s\,H_\alpha(y/s)`,
and its derivative is :math:`s \hat p - y`.  It is 0 only where :math:`\hat p = y`, and for a one-hot
target a margin of :math:`1/(\alpha - 1)` reaches that; :math:`\alpha = 1` is the KL divergence.

It is computed as a sum of numbers that are 0 or more: for each class Bregman's divergence of
:math:`\hat p` from y, and y times what u lacks to get any share at all.

Source: Blondel, Martins & Niculae 2020, JMLR 21(35), arXiv:1901.02324.
"""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np

from xentgui.model.effective_target import EffectiveTarget
from xentgui.model.entmax import entmax_rows, score_for, threshold_of
from xentgui.model.losses.cross_entropy import CROSS_ENTROPY
from xentgui.model.losses.kl_forward import KL_FORWARD
from xentgui.model.losses.loss import Loss, LossInput, Parameters
from xentgui.model.losses.loss_text import LossFormulas, LossNumbers, LossScript, LossStage
from xentgui.model.losses.tsallis_divergence import divergences
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array, row_sums
from xentgui.model.softmax import Softmax


def _above(numbers: LossNumbers) -> Array:
    """Return v = (alpha - 1) u - tau, whose positive part is a power of the probability."""
    alpha = _alpha(numbers)
    t = threshold_of(numbers.complements.min(), alpha)
    above: Array = 1.0 + (alpha - 1.0) * (numbers.gaps - t)
    return above


def _tau(numbers: LossNumbers) -> float | None:
    """Return tau; None where u is infinite."""
    alpha, temperature = _alpha(numbers), numbers.state.temperature
    largest = float(numbers.logits.max())
    if not 0.0 < temperature < math.inf or not math.isfinite(largest / temperature):
        return None
    t = float(threshold_of(numbers.complements.min(), alpha))
    return (alpha - 1.0) * (largest / temperature + t) - 1.0


def _alpha(numbers: LossNumbers) -> float:
    return FENCHEL_YOUNG.parameters_in(numbers.state)["alpha"]


def _rest_of_softmax(numbers: LossNumbers) -> float | None:
    s = numbers.target_sum
    return -s * math.log(s) if s > 0.0 and abs(s - 1.0) > 1e-9 else None


class FenchelYoung(Loss):
    """The loss for alpha above 1, where classes that are far behind have p = 0."""

    key = "fenchel_young"
    name = QT_TRANSLATE_NOOP("losses", "Fenchel–Young loss")
    tip = QT_TRANSLATE_NOOP(
        "losses",
        "From softmax at α = 1 to sparsemax at α = 2: classes far behind get exactly 0, "
        "and a clear lead costs nothing",
    )
    unit: ClassVar[str | None] = None
    parameters = ("alpha",)
    predictor = "entmax"
    formulas = LossFormulas(
        value="F(y, u)",
        value_latex=r"F(y, u)",
        term="B(y, p̂)",
        term_latex=r"B(y, \hat p)",
        gradient="(p̂ − y)",
        gradient_stages=(r"\hat p - @y", r"s\,\hat p - @y"),
        general_gradient="(Σy·p̂ − y)",
    )
    stages: ClassVar[tuple[LossStage, ...]] = (
        LossStage(
            key="threshold",
            caption=QT_TRANSLATE_NOOP("panels", "above the threshold"),
            head=r"v = (\alpha - 1)\,u - \tau",
            column=r"(\alpha - 1)\,u - \tau",
            values=_above,
            total=_tau,
            tail=r"\tau = @6",
            is_sum=False,
            of_prediction=True,
        ),
        LossStage(
            key="entmax",
            caption=QT_TRANSLATE_NOOP("panels", "entmax"),
            head=r"\hat p = v_+^{1/(\alpha - 1)}",
            column=r"v_+^{1/(\alpha - 1)}",
            values=lambda numbers: numbers.probabilities,
            of_prediction=True,
        ),
        CROSS_ENTROPY.stages[1],
        LossStage(
            key="divergence",
            caption=QT_TRANSLATE_NOOP("panels", "divergence of p̂ from y"),
            head="L =",
            column=r"\frac{@y^{\alpha} - \hat p^{\alpha}}{\alpha(\alpha - 1)}"
            r" - \frac{v(@y - \hat p)}{\alpha - 1}",
            general_column=r"\frac{s^{1-\alpha}@y^{\alpha} - s\,\hat p^{\alpha}}{\alpha(\alpha - 1)}"
            r" - \frac{v(@y - s\,\hat p)}{\alpha - 1}",
            values=lambda numbers: numbers.loss_terms,
            total=lambda numbers: numbers.loss,
            tail="= @5",
            is_result=True,
        ),
    )
    script = LossScript(
        numpy_prediction="""\
# Entmax: what lies above the threshold tau, to a power, adds up to 1; halving finds it.
scores = (alpha - 1) * (log_probabilities - log_probabilities.max())
low, high = -1.0, 0.0
for _ in range(80):
    tau = (low + high) / 2
    enough = (np.maximum(scores - tau, 0) ** (1 / (alpha - 1))).sum() >= 1
    low, high = (tau, high) if enough else (low, tau)
above = scores - low
probabilities = np.maximum(above, 0) ** (1 / (alpha - 1))
probabilities /= probabilities.sum()
log_probabilities = np.log(
    probabilities, out=np.full_like(y, -np.inf), where=probabilities > 0
)
information = 0 - log_probabilities""",
        numpy_value="""\
# The gap of Fenchel and Young; y may have another sum than 1.
shares = y / y.sum() if y.sum() > 0 else y
powers = (shares**alpha - probabilities**alpha) / (alpha * (alpha - 1))
missed = shares - probabilities
weighed = np.multiply(above, missed, out=np.zeros_like(y), where=missed != 0)
fenchel_young = y.sum() * (powers - weighed / (alpha - 1)).sum()""",
        numpy_gradient="error = y.sum() * probabilities - y",
        torch_prediction="""\
# Entmax: what lies above the threshold tau, to a power, adds up to 1; halving finds it.
scores = (alpha - 1) * (log_probabilities - log_probabilities.max())
low, high = -1.0, 0.0
for _ in range(80):
    tau = (low + high) / 2
    enough = (torch.clamp(scores.detach() - tau, min=0) ** (1 / (alpha - 1))).sum() >= 1
    low, high = (tau, high) if enough else (low, tau)
# The slope of the loss is that for probabilities which stay as they are.
probabilities = torch.clamp(scores.detach() - low, min=0) ** (1 / (alpha - 1))
probabilities = probabilities / probabilities.sum()
above = scores - low""",
        torch_value="""\
# The gap of Fenchel and Young; y may have another sum than 1.
shares = y / y.sum() if y.sum() > 0 else y
powers = (shares**alpha - probabilities**alpha) / (alpha * (alpha - 1))
missed = shares - probabilities
weighed = torch.where(missed != 0, above * missed, torch.zeros_like(y))
fenchel_young = y.sum() * (powers - weighed / (alpha - 1)).sum()""",
        torch_gradient="error = y.sum() * probabilities - y",
    )
    source = "Blondel, Martins & Niculae 2020, arXiv:1901.02324"

    def chosen_with(self, settings: object) -> Loss:
        """Return the loss of softmax for alpha = 1."""
        return FENCHEL_YOUNG_OF_SOFTMAX if self.parameters_in(settings)["alpha"] == 1.0 else self

    def predicted(self, soft: Softmax, parameters: Parameters) -> Softmax:
        """Return `soft` with the probabilities of entmax."""
        return entmax_rows(soft, parameters["alpha"])

    def score_for(self, share: float, others: Array, parameters: Parameters) -> float:
        """Return the u that entmax needs."""
        return score_for(share, others, parameters["alpha"])

    def has_minimum(self, target: Array, parameters: Parameters) -> bool:
        """Return True: every target is reached, also one with zeros."""
        return True

    def row_terms(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return the divergence of each class, and y times what u lacks to get a share."""
        alpha = parameters["alpha"]
        total = row_sums(targets).reshape(-1, 1)
        shares = np.divide(targets, total, out=np.zeros_like(targets), where=total > 0.0)
        terms: Array = total * divergences(shares, soft.probabilities, soft.complements, alpha)
        missing = (soft.probabilities == 0.0) & (targets > 0.0)
        if missing.any():
            top = soft.complements.min(axis=1, keepdims=True)
            least = threshold_of(top, alpha) - 1.0 / (alpha - 1.0)
            lacking = np.broadcast_to(least, terms.shape)[missing] - soft.high[missing]
            terms[missing] += targets[missing] * np.maximum(lacking - soft.low[missing], 0.0)
        return terms

    def gradient(self, given: LossInput) -> Array:
        """Return s p - y, as for the cross-entropy."""
        return CROSS_ENTROPY.gradient(given)

    def gradient_bound(self, target: EffectiveTarget, parameters: Parameters) -> float:
        """Return s."""
        return target.total


class FenchelYoungOfSoftmax(FenchelYoung):
    """The loss for alpha = 1: s times the KL divergence of softmax from y/s."""

    unit = "nats"
    predictor = "softmax"
    formulas = FenchelYoung.formulas._replace(
        term=KL_FORWARD.formulas.term,
        term_latex=KL_FORWARD.formulas.term_latex,
        gradient=KL_FORWARD.formulas.gradient,
        gradient_stages=KL_FORWARD.formulas.gradient_stages,
        general_gradient=KL_FORWARD.formulas.general_gradient,
        by_probabilities=KL_FORWARD.formulas.by_probabilities,
    )
    stages = (*KL_FORWARD.stages[:-1], KL_FORWARD.stages[-1]._replace(rest=_rest_of_softmax))
    script = KL_FORWARD.script._replace(
        numpy_value="""\
ratios = np.log(np.where(y > 0, y / y.sum(), 1)) - np.where(y > 0, log_probabilities, 0)
fenchel_young = (y * ratios).sum()""",
        torch_value="""\
# What is not asked for costs nothing, even if it is impossible.
nothing = torch.zeros_like(y)
costs = (y / y.sum()).log() - log_probabilities
fenchel_young = torch.where(y > 0, y * costs, nothing).sum()""",
    )

    def chosen_with(self, settings: object) -> Loss:
        """Return the loss for any other alpha."""
        return FENCHEL_YOUNG.chosen_with(settings)

    def predicted(self, soft: Softmax, parameters: Parameters) -> Softmax:
        """Return `soft`."""
        return soft

    def has_minimum(self, target: Array, parameters: Parameters) -> bool:
        """Return whether every class is asked for."""
        return KL_FORWARD.has_minimum(target, parameters)

    def by_probabilities(self, numbers: LossNumbers) -> Array | None:
        """Return -y/p."""
        return KL_FORWARD.by_probabilities(numbers)

    def row_terms(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return y log(y/p)."""
        return KL_FORWARD.row_terms(soft, targets, parameters)

    def value(self, given: LossInput, terms: Array) -> float:
        """Return s times a sum of numbers that are 0 or more."""
        targets = given.target.target.reshape(1, -1)
        return float(self.of_rows(given.soft, targets, given.parameters)[0])

    def of_rows(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return s times the divergences of p from y/s."""
        total = row_sums(targets)
        every = total.reshape(-1, 1)
        shares = np.divide(targets, every, out=np.zeros_like(targets), where=every > 0.0)
        found = KL_FORWARD.of_rows(soft, shares, parameters)
        return np.where(total > 0.0, total * found, 0.0)


FENCHEL_YOUNG: Loss = FenchelYoung()
FENCHEL_YOUNG_OF_SOFTMAX: Loss = FenchelYoungOfSoftmax()
