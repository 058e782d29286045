r"""The hinge loss of Crammer and Singer: only the strongest rival of the true class costs.

For one true class t it is :math:`\max(0, 1 + \max_{j \ne t} u_j - u_t)`.  Rivals that are tied share
the blame.

Source: Crammer & Singer 2001, Journal of Machine Learning Research 2.
"""

from __future__ import annotations

import numpy as np

from xentgui.model.effective_target import EffectiveTarget
from xentgui.model.losses.hinge import HINGE_GRADIENT, Hinge, hinge_stages
from xentgui.model.losses.loss import Parameters
from xentgui.model.losses.loss_text import LossFormulas, LossScript
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array


class HingeCS(Hinge):
    """sum over t of y_t max(0, 1 + m - u_t), with m the largest u of the others."""

    key = "hinge_cs"
    name = QT_TRANSLATE_NOOP("losses", "hinge (Crammer–Singer)")
    tip = QT_TRANSLATE_NOOP(
        "losses", "Costs for the strongest rival if it does not trail the true class by 1"
    )
    formulas = LossFormulas(
        value="C(y, u)",
        value_latex="C(y, u)",
        term="y·max(0, 1 + max uⱼ − u)",
        term_latex=r"y\max(0, 1+\max_j u_j-u)",
        gradient="(v − y·c)",
        gradient_stages=HINGE_GRADIENT,
    )
    stages = hinge_stages(
        r"(1 + \max_j\,u_j - u)_+",
        QT_TRANSLATE_NOOP("panels", "hinge loss"),
        lambda: HINGE_CS,
    )
    script = LossScript(
        numpy_value="""\
# Row t, column j: class j as a rival of t.
on = np.isfinite(log_probabilities)
rivals = np.tile(log_probabilities, (len(y), 1))
np.fill_diagonal(rivals, -np.inf)
strongest = rivals.max(axis=1)
costs = np.maximum(0, 1 + strongest - np.where(on, log_probabilities, 0))
costs[~on] = np.inf
hinge_cs = np.multiply(y, costs, out=np.zeros_like(y), where=y > 0).sum()""",
        numpy_gradient="""\
blame = (rivals == strongest[:, np.newaxis]) * (costs > 0)[:, np.newaxis]
blame = blame / np.maximum(blame.sum(axis=1), 1)[:, np.newaxis]
error = (blame * y[:, np.newaxis]).sum(axis=0) - y * (costs > 0)""",
        torch_value="""\
# Row t, column j: class j as a rival of t.
others = torch.eye(len(y)) > 0
rivals = log_probabilities.tile(len(y), 1).masked_fill(others, -torch.inf)
costs = torch.clamp(1 + rivals.amax(dim=1) - log_probabilities, min=0)
hinge_cs = torch.where(y > 0, y * costs, torch.zeros_like(y)).sum()""",
        torch_gradient="""\
blame = ((rivals == rivals.amax(dim=1)[:, None]) & (costs > 0)[:, None]).double()
blame = blame / torch.clamp(blame.sum(dim=1), min=1)[:, None]
error = (blame * y[:, None]).sum(dim=0) - y * (costs > 0)""",
    )
    source = "Crammer & Singer 2001, Journal of Machine Learning Research 2"

    def costs(self, gaps: Array, wanted: Array) -> Array:
        """Return by how much the strongest rival of each class is inside its margin."""
        top, largest, second = _two_largest(gaps)
        rivals = np.where(top, second, largest)
        costs = 1.0 + (rivals - gaps)
        # A class that is off loses by an infinite amount, and one without rivals costs nothing.
        np.copyto(costs, 0.0, where=rivals == -np.inf)
        return np.maximum(costs, 0.0, out=costs)

    def blames(self, gaps: Array, target: Array) -> tuple[Array, Array]:
        """Return by how much of the target a class is blamed, and whether each class blames."""
        row = gaps.reshape(1, -1)
        violated = self.costs(row, row)[0] > 0.0
        top, largest, second = (part[0] for part in _two_largest(row))
        winners = gaps == largest
        blamed = np.zeros_like(gaps)
        pushing = np.where(violated, target, 0.0)
        if top.any():  # one class has the largest u alone: it blames the second ones
            runners = gaps == second
            blamed[runners] += np.add.reduce(pushing[top]) / np.count_nonzero(runners)
            blamed[winners] += np.add.reduce(pushing[~top])
        else:
            tied = np.count_nonzero(winners)
            blamed[winners] += np.add.reduce(pushing[~winners]) / tied
            blamed[winners] += (np.add.reduce(pushing[winners]) - pushing[winners]) / (tied - 1)
        return blamed, violated.astype(np.float64)

    def pushes_of_tied(self, tied: int) -> int:
        """Return n - 1: each of n tied classes blames the others in equal parts."""
        return max(tied - 1, 1)

    def gradient_bound(self, target: EffectiveTarget, parameters: Parameters) -> float:
        """Return s."""
        return target.total


def _two_largest(gaps: Array) -> tuple[Array, Array, Array]:
    """Return where the only largest gap of each row is, the largest, and the second largest.

    Shapes (N, K), (N, 1) and (N, 1).  Where the largest are tied, no class is the only one.
    """
    largest = gaps.max(axis=1, keepdims=True)
    winners = gaps == largest
    alone = np.count_nonzero(winners, axis=1, keepdims=True) == 1
    second = np.where(winners, -np.inf, gaps).max(axis=1, keepdims=True)
    return winners & alone, largest, second


HINGE_CS: Hinge = HingeCS()
