r"""The Brier score: the squared distance of p from y, summed over the classes.

The derivative by :math:`u_k` is :math:`2 p_k [(p_k - y_k) - \sum_j p_j (p_j - y_j)]`.  Written as
:math:`2 p_k [(1 - p_k)(p_k - y_k) - \sum_{j \ne k} p_j (p_j - y_j)]` it keeps its digits where a
wrong class has nearly all of p.

Some packages halve it for two classes; this one runs from 0 to 2 for a one-hot y and any K.

Source: Brier 1950, :doi:`10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2`.
"""

from __future__ import annotations

import numpy as np

from xentgui.model.effective_target import EffectiveTarget, settle_ties, sums_of_others
from xentgui.model.losses.loss import Loss, LossInput, Parameters
from xentgui.model.losses.loss_text import LossFormulas, LossNumbers, LossScript, LossStage
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array
from xentgui.model.softmax import Softmax

_STEEPEST = 16.0 / 27.0
"""The largest slope for a one-hot y: 4 p (1 - p)**2 at p = 1/3."""


def _difference(p: Array, complements: Array, y: Array) -> Array:
    """Return p - y, any shape; near p = 1 from 1 - p."""
    return np.where(p > 0.5, (1.0 - y) - complements, p - y)


def _of(numbers: LossNumbers) -> Array:
    return _difference(numbers.probabilities, numbers.complements, numbers.effective_target)


def _weighted(numbers: LossNumbers) -> Array:
    return numbers.probabilities * _of(numbers)


_GRADIENT = """\
difference = probabilities - y
error = 2 * probabilities * (difference - (probabilities * difference).sum())"""


class Brier(Loss):
    """sum((p - y)**2), from 0 to 2 for a one-hot y; a plain number."""

    key = "brier"
    name = QT_TRANSLATE_NOOP("losses", "Brier score")
    tip = QT_TRANSLATE_NOOP(
        "losses", "Σ(p − y)²: the squared distance, which hardly pulls on a confident mistake"
    )
    unit = None
    formulas = LossFormulas(
        value="B(y, p)",
        value_latex="B(y, p)",
        term="(p − y)²",
        term_latex="(p-y)^2",
        gradient="2p(p − y − Σp(p − y))",
        gradient_stages=(r"2\,p\,(p - @y - m)", r"2\,p\,(p - @y - m)"),
        by_probabilities="2(p − y)",
    )
    stages = (
        LossStage(
            key="difference",
            caption=QT_TRANSLATE_NOOP("panels", "− target"),
            smoothed_caption=QT_TRANSLATE_NOOP("panels", "− smoothed target"),
            head="p - @y",
            column="p - @y",
            values=_of,
            is_signed=True,
        ),
        LossStage(
            key="square",
            caption=QT_TRANSLATE_NOOP("panels", "Brier score"),
            head="L =",
            column="(p - @y)^2",
            values=lambda numbers: numbers.loss_terms,
            is_amount=True,
            total=lambda numbers: numbers.loss,
            tail="= @5",
            is_result=True,
        ),
        LossStage(
            key="mean",
            caption=QT_TRANSLATE_NOOP("panels", "mean difference"),
            head=r"p\,(p - @y)",
            column=r"p\,(p - @y)",
            values=_weighted,
            is_signed=True,
            total=lambda numbers: float(_weighted(numbers).sum()),
            tail="m = @5",
            of_gradient=True,
        ),
    )
    script = LossScript(
        numpy_value="brier_terms = (probabilities - y) ** 2\nbrier = brier_terms.sum()",
        numpy_gradient=_GRADIENT,
        torch_value="brier_terms = (probabilities - y) ** 2\nbrier = brier_terms.sum()",
        torch_gradient=_GRADIENT,
    )
    source = "Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2"

    def row_terms(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return (p - y)**2."""
        terms: Array = _difference(soft.probabilities, soft.complements, targets) ** 2
        return terms

    def gradient(self, given: LossInput) -> Array:
        """Return 2 p (p - y - m) with m = sum(p (p - y))."""
        p, q, y = given.probabilities, given.complements, given.target.target
        difference = _difference(p, q, y)
        slopes: Array = 2.0 * p * (q * difference - sums_of_others(p * difference))
        if given.at_limit:
            tied = p > 0.0
            settle_ties(slopes, np.where(tied, y, 0.0), tied)
            slopes[tied] *= 2.0 / np.count_nonzero(tied) ** 2
        return slopes

    def by_probabilities(self, numbers: LossNumbers) -> Array:
        """Return 2 (p - y)."""
        return 2.0 * _of(numbers)

    def gradient_bound(self, target: EffectiveTarget, parameters: Parameters) -> float:
        """Return 16/27 of s; what s lacks of 1 adds half as much."""
        return _STEEPEST * (target.total + 0.5 * abs(1.0 - target.total))


BRIER = Brier()
