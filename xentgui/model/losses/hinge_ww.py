r"""The hinge loss of Weston and Watkins: every class within the margin of the true one costs.

For one true class t it is :math:`\sum_{j \ne t} \max(0, 1 + u_j - u_t)`.  Some packages divide it by
the number of classes; this one does not.

Source: Weston & Watkins 1999, Support vector machines for multi-class pattern recognition, ESANN.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from xentgui.model.effective_target import EffectiveTarget
from xentgui.model.losses.hinge import HINGE_GRADIENT, Hinge, gaps_of, hinge_stages
from xentgui.model.losses.loss import Parameters
from xentgui.model.losses.loss_text import LossFormulas, LossScript
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array
from xentgui.model.softmax import Softmax

_MANY = 64
"""With more classes, or more true ones, the costs are read off the sorted gaps."""


class HingeWW(Hinge):
    """sum over t of y_t sum(max(0, 1 + u - u_t)), over the classes other than t."""

    key = "hinge_ww"
    name = QT_TRANSLATE_NOOP("losses", "hinge (Weston–Watkins)")
    tip = QT_TRANSLATE_NOOP("losses", "Costs for every class that does not trail the true one by 1")
    formulas = LossFormulas(
        value="W(y, u)",
        value_latex="W(y, u)",
        term="y·Σ max(0, 1 + uⱼ − u)",
        term_latex=r"y\sum_j\max(0, 1+u_j-u)",
        gradient="(v − y·c)",
        gradient_stages=HINGE_GRADIENT,
    )
    stages = hinge_stages(
        r"\Sigma_j\,(1 + u_j - u)_+",
        QT_TRANSLATE_NOOP("panels", "hinge loss"),
        lambda: HINGE_WW,
    )
    script = LossScript(
        numpy_value="""\
# Row t, column j: how far class j is inside the margin if t is the true class.
on = np.isfinite(log_probabilities)
gaps = np.where(on, log_probabilities, -np.inf)
inside = np.maximum(0, 1 + gaps - np.where(on, gaps, 0)[:, np.newaxis])
inside[~on] = np.where(on, np.inf, 0)
np.fill_diagonal(inside, 0)
hinge_ww = np.multiply(y, inside.sum(axis=1), out=np.zeros_like(y), where=y > 0).sum()""",
        numpy_gradient="""\
violations = (inside > 0) * y[:, np.newaxis]
error = violations.sum(axis=0) - violations.sum(axis=1)""",
        torch_value="""\
# Row t, column j: how far class j is inside the margin if t is the true class.
inside = torch.clamp(1 + log_probabilities - log_probabilities[:, None], min=0)
inside = torch.nan_to_num(inside, nan=0.0, posinf=torch.inf) * (1 - torch.eye(len(y)))
hinge_ww = torch.where(y > 0, y * inside.sum(dim=1), torch.zeros_like(y)).sum()""",
        torch_gradient="""\
violations = (inside > 0) * y[:, None]
error = violations.sum(dim=0) - violations.sum(dim=1)""",
    )
    source = "Weston & Watkins 1999, ESANN"

    def costs(self, gaps: Array, wanted: Array) -> Array:
        """Return the sums of what lies inside the margin of each class."""
        costs = np.zeros_like(gaps)
        if gaps.shape[1] > _MANY:
            for row, one, found in zip(gaps, wanted, costs, strict=True):
                found[:] = _costs_of_many(row, one.nonzero()[0])
            return costs
        for k in np.logical_or.reduce(wanted != 0.0, axis=0).nonzero()[0]:
            costs[:, k] = np.add.reduce(_inside(gaps, k), axis=1)
        return costs

    def blames(self, gaps: Array, target: Array) -> tuple[Array, Array]:
        """Return by how much of the target a class is blamed, and how many each class blames."""
        if gaps.size > _MANY:
            return _blames_of_many(gaps, target)
        blamed, counts = np.zeros_like(gaps), np.zeros_like(gaps)
        for k in range(gaps.size):
            violating = _inside(gaps.reshape(1, -1), k)[0] > 0.0
            counts[k] = np.count_nonzero(violating)
            blamed[violating] += target[k]
        return blamed, counts

    def pushes_of_tied(self, tied: int) -> int:
        """Return 1: each tied class pushes each of the others."""
        return 1

    def gradient_bound(self, target: EffectiveTarget, parameters: Parameters) -> float:
        """Return s for each other class: that many can be within the margin."""
        return target.total * (target.target.size - 1)

    def of_classes(
        self, soft: Softmax, classes: NDArray[np.int64], parameters: Parameters
    ) -> Array:
        """Return the cost of the true class of each row."""
        inside = _inside(gaps_of(soft), classes)
        return np.asarray(np.add.reduce(inside, axis=1))


def _inside(gaps: Array, true: int | np.intp | NDArray[np.int64]) -> Array:
    """Return max(0, 1 + u_j - u_t), shape (N, K), and 0 for t itself; `true` is t, or one a row."""
    rows = np.arange(len(gaps))
    inside = 1.0 + (gaps - gaps[rows, true].reshape(-1, 1))
    np.copyto(inside, 0.0, where=gaps == -np.inf)  # a class that is off is outside of any margin
    inside[rows, true] = 0.0
    positive: Array = np.maximum(inside, 0.0, out=inside)
    return positive


def _costs_of_many(gaps: Array, wanted: NDArray[np.intp]) -> Array:
    """Return the costs of the classes `wanted`, shape (K,); 0 for the others."""
    costs = np.zeros_like(gaps)
    if wanted.size <= _MANY:
        for k in wanted:
            costs[k] = np.add.reduce(_inside(gaps.reshape(1, -1), k), axis=1)[0]
        return costs
    falling, sums = _sorted_sums(gaps)
    own = gaps[wanted]
    inside = np.searchsorted(-falling, -(own - 1.0), side="left")  # those with u > u_t - 1
    costs[wanted] = sums[inside] + inside * (1.0 - own) - 1.0
    costs[wanted[own == -np.inf]] = np.inf
    return costs


def _blames_of_many(gaps: Array, target: Array) -> tuple[Array, Array]:
    order = np.argsort(-gaps, kind="stable")
    falling = gaps[order]
    counts = np.searchsorted(-falling, -(gaps - 1.0), side="left").astype(np.float64) - 1.0
    counts[gaps == -np.inf] = np.count_nonzero(gaps > -np.inf)
    # Blamed by every true class that trails by less than 1: all but the first ones.
    behind = np.concatenate(([0.0], np.cumsum(target[order])))
    ahead = np.searchsorted(-falling, -(gaps + 1.0), side="right")  # those with u_t >= u + 1
    blamed: Array = (behind[-1] - behind[ahead]) - target
    blamed[gaps == -np.inf] = 0.0
    return blamed, counts


def _sorted_sums(gaps: Array) -> tuple[Array, Array]:
    """Return the gaps in falling order without those that are off, and the sums of the first n."""
    falling = np.sort(gaps[gaps > -np.inf])[::-1]
    return falling, np.concatenate(([0.0], np.cumsum(falling)))


HINGE_WW: Hinge = HingeWW()
