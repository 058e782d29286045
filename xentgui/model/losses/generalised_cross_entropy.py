r"""The generalised cross-entropy: between the cross-entropy (q = 0) and the missing mass (q = 1).

For one true class t it is :math:`(1 - p_t^q)/q`; for a soft target it is the mean over the
target.  The derivative is :math:`p_t^q (p_k - \delta_{kt})`: a class that p has given up hardly
pulls any more, which helps against wrong labels and hinders learning.

Source: Zhang & Sabuncu 2018, arXiv:1805.07836.
"""

from __future__ import annotations

import math

import numpy as np

from xentgui.model.effective_target import EffectiveTarget
from xentgui.model.losses.cross_entropy import CROSS_ENTROPY
from xentgui.model.losses.loss import Parameters
from xentgui.model.losses.loss_text import LossFormulas, LossNumbers, LossScript, LossStage
from xentgui.model.losses.mean_over_target import (
    PULL_GRADIENT,
    MeanOverTarget,
    of_numbers,
    pull_stage,
)
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array

_UNDERFLOW = 1e-290
"""Below it p loses digits that -log p still has."""


def _costs(numbers: LossNumbers) -> Array:
    return of_numbers(GCE.costs, GCE, numbers)


def _pulls(numbers: LossNumbers) -> Array:
    return numbers.effective_target * of_numbers(GCE.pulls, GCE, numbers)


class GeneralisedCrossEntropy(MeanOverTarget):
    """sum(y (1 - p**q)/q); q = 0 is the cross-entropy, q = 1 is sum(y (1 - p))."""

    key = "gce"
    name = QT_TRANSLATE_NOOP("losses", "generalised cross-entropy")
    tip = QT_TRANSLATE_NOOP(
        "losses", "From cross-entropy at q = 0 to 1 − p at q = 1: it forgives wrong labels"
    )
    parameters = ("q",)
    formulas = LossFormulas(
        value="G(y, p)",
        value_latex="G(y, p)",
        term="y·(1 − p^q)/q",
        term_latex="y\\,(1-p^q)/q",
        gradient="(p·Σw − w)",
        gradient_stages=PULL_GRADIENT,
        by_probabilities="−y·p^(q − 1)",
    )
    stages = (
        LossStage(
            key="cost",
            caption=QT_TRANSLATE_NOOP("panels", "cost of each class"),
            head=r"\frac{1 - p^{q}}{q}",
            column=r"\frac{1 - p^{q}}{q}",
            values=_costs,
        ),
        CROSS_ENTROPY.stages[1],
        LossStage(
            key="sum",
            caption=QT_TRANSLATE_NOOP("panels", "generalised cross-entropy"),
            head="L =",
            column=r"@y\,(1 - p^{q})/q",
            values=lambda numbers: numbers.loss_terms,
            total=lambda numbers: numbers.loss,
            tail="= @5",
            is_result=True,
        ),
        pull_stage(r"@y\,p^{q}", _pulls),
    )
    script = LossScript(
        numpy_value="""\
costs = -np.expm1(q * log_probabilities) / q if q > 0 else information
gce = np.multiply(y, costs, out=np.zeros_like(y), where=y > 0).sum()""",
        numpy_gradient="""\
pulls = y * probabilities**q
error = probabilities * pulls.sum() - pulls""",
        torch_value="""\
costs = -torch.expm1(q * log_probabilities) / q if q > 0 else -log_probabilities
gce = torch.where(y > 0, y * costs, torch.zeros_like(y)).sum()""",
        torch_gradient="""\
pulls = y * probabilities**q
error = probabilities * pulls.sum() - pulls""",
    )
    source = "Zhang & Sabuncu 2018, arXiv:1805.07836"

    def has_minimum(self, target: Array, parameters: Parameters) -> bool:
        """Return whether every class is asked for, and q is below 1, where p goes to a corner."""
        return parameters["q"] < 1.0 and super().has_minimum(target, parameters)

    def costs(
        self, probabilities: Array, complements: Array, information: Array, parameters: Parameters
    ) -> Array:
        """Return (1 - p**q)/q, which keeps its digits for small q and near p = 1."""
        q = parameters["q"]
        if q == 0.0:
            return information
        costs: Array = -np.expm1(-q * information) / q
        return costs

    def pulls(
        self, probabilities: Array, complements: Array, information: Array, parameters: Parameters
    ) -> Array:
        """Return p**q; for q = 0 also where p is 0."""
        q = parameters["q"]
        if q == 0.0:
            return np.ones_like(probabilities)
        return np.where(probabilities > _UNDERFLOW, probabilities**q, np.exp(-q * information))

    def by_probabilities(self, numbers: LossNumbers) -> Array:
        """Return -y p**(q - 1), which is -y for q = 1, also where p is 0."""
        y, q = numbers.effective_target, self.parameters_in(numbers.state)["q"]
        if q == 1.0:
            return np.subtract(0.0, y)
        slopes: Array = np.where(y > 0.0, -y * np.exp((1.0 - q) * numbers.information), 0.0)
        return slopes

    def gradient_bound(self, target: EffectiveTarget, parameters: Parameters) -> float:
        """Return s times the largest p**q (1 - p), which is at p = q/(1 + q)."""
        q = parameters["q"]
        return target.total * math.pow(q / (1.0 + q), q) / (1.0 + q)


GCE: MeanOverTarget = GeneralisedCrossEntropy()
