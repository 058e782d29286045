r"""The focal loss: cross-entropy that cares less, the surer p already is of the true class.

For one true class t it is :math:`(1 - p_t)^\gamma (-\log p_t)`; for a soft target it is the mean
over the target.  With :math:`r = -\log p_t / (1 - p_t)` the derivative is
:math:`(1 - p_t)^\gamma (1 + \gamma p_t r)(p_k - \delta_{kt})`.  In this form no power has a negative
exponent, which is where focal losses are known to give NaN near p = 1.

Source: Lin et al. 2017, :doi:`10.1109/ICCV.2017.324`.
"""

from __future__ import annotations

from functools import lru_cache

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


def _pulls(numbers: LossNumbers) -> Array:
    return numbers.effective_target * of_numbers(FOCAL.pulls, FOCAL, numbers)


class Focal(MeanOverTarget):
    """sum(y (1 - p)**gamma * -log p); with gamma = 0 it is the cross-entropy."""

    key = "focal"
    name = QT_TRANSLATE_NOOP("losses", "focal loss")
    tip = QT_TRANSLATE_NOOP(
        "losses", "Cross-entropy that cares less about what is almost right; γ says how much less"
    )
    parameters = ("gamma",)
    formulas = LossFormulas(
        value="F(y, p)",
        value_latex="F(y, p)",
        term="−y·(1 − p)^γ·ln p",
        term_latex=r"-y\,(1-p)^{\gamma}\ln p",
        gradient="(p·Σw − w)",
        gradient_stages=PULL_GRADIENT,
    )
    stages = (
        LossStage(
            key="information",
            caption=QT_TRANSLATE_NOOP("panels", "information"),
            head=r"{-}\ln p",
            column=r"{-}\ln p",
            values=lambda numbers: numbers.information,
        ),
        LossStage(
            key="focus",
            caption=QT_TRANSLATE_NOOP("panels", "× what is missing"),
            head=r"\times\, (1 - p)^{\gamma}",
            column=r"(1 - p)^{\gamma}",
            values=lambda numbers: of_numbers(focus, FOCAL, numbers),
        ),
        CROSS_ENTROPY.stages[1],
        LossStage(
            key="sum",
            caption=QT_TRANSLATE_NOOP("panels", "focal loss"),
            head="L =",
            column=r"{-}@y\,(1 - p)^{\gamma}\ln p",
            values=lambda numbers: numbers.loss_terms,
            total=lambda numbers: numbers.loss,
            tail="= @5",
            is_result=True,
        ),
        pull_stage(r"@y\,((1 - p)^{\gamma} - \gamma\,p\,(1 - p)^{\gamma - 1}\ln p)", _pulls),
    )
    script = LossScript(
        numpy_value="""\
missing = -np.expm1(log_probabilities)  # 1 - p
costs = missing**gamma * information
focal = np.multiply(y, costs, out=np.zeros_like(y), where=y > 0).sum()""",
        numpy_gradient="""\
ratio = np.divide(information, missing, out=np.ones_like(y), where=missing > 0)
share = np.multiply(probabilities, ratio, out=np.zeros_like(y), where=probabilities > 0)
pulls = y * missing**gamma * (1 + gamma * share)
error = probabilities * pulls.sum() - pulls""",
        torch_value="""\
missing = -torch.expm1(log_probabilities)  # 1 - p
nothing = torch.zeros_like(y)
focal = torch.where(y > 0, -y * missing**gamma * log_probabilities, nothing).sum()""",
        torch_gradient="""\
ratio = torch.where(missing > 0, -log_probabilities / missing, torch.ones_like(y))
share = torch.where(probabilities > 0, probabilities * ratio, torch.zeros_like(y))
pulls = y * missing**gamma * (1 + gamma * share)
error = probabilities * pulls.sum() - pulls""",
    )
    source = "Lin et al. 2017, doi:10.1109/ICCV.2017.324"

    def costs(
        self, probabilities: Array, complements: Array, information: Array, parameters: Parameters
    ) -> Array:
        """Return (1 - p)**gamma * -log p."""
        return focus(probabilities, complements, information, parameters) * information

    def pulls(
        self, probabilities: Array, complements: Array, information: Array, parameters: Parameters
    ) -> Array:
        """Return (1 - p)**gamma * (1 + gamma p r) with r = -log p/(1 - p)."""
        # r is 1 at p = 1, and p r is 0 at p = 0.
        ratios = np.where(complements > 0.0, information / complements, 1.0)
        shares = np.where(probabilities > 0.0, probabilities * ratios, 0.0)
        pulls: Array = complements ** parameters["gamma"] * (1.0 + parameters["gamma"] * shares)
        return pulls

    def gradient_bound(self, target: EffectiveTarget, parameters: Parameters) -> float:
        """Return s times the largest slope for one true class, which only gamma decides."""
        return target.total * _steepest(parameters["gamma"])


def focus(
    probabilities: Array, complements: Array, information: Array, parameters: Parameters
) -> Array:
    """Return (1 - p)**gamma; 0**0 is 1."""
    powers: Array = complements ** parameters["gamma"]
    return powers


@lru_cache(maxsize=64)
def _steepest(gamma: float) -> float:
    """Return the largest c (1 - p) over p, from a fine grid, and a thousandth more."""
    p = np.concatenate((np.geomspace(1e-9, 1e-2, 2000), np.linspace(0.01, 1.0, 4000)))
    slopes = (1.0 - p) ** gamma * ((1.0 - p) - gamma * p * np.log(p))
    return max(1.0, 1.001 * float(slopes.max()))


FOCAL: MeanOverTarget = Focal()
