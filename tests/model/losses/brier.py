"""The Brier score, as a person would add it: a second loss, for tests alone.

Source: Brier 1950, :doi:`10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2`.
"""

from __future__ import annotations

import numpy as np

from xentgui.model.effective_target import EffectiveTarget
from xentgui.model.losses.loss import (
    Loss,
    LossFormulas,
    LossInput,
    LossNumbers,
    LossScript,
    LossStage,
)
from xentgui.model.rows import Array, row_sums
from xentgui.model.softmax import Softmax


def _difference(p: Array, complements: Array, y: Array) -> Array:
    """Return p - y; near p = 1 from 1 - p."""
    return np.where(p > 0.5, (1.0 - y) - complements, p - y)


def _of(numbers: LossNumbers) -> Array:
    return _difference(numbers.probabilities, numbers.complements, numbers.effective_target)


def _weighted(numbers: LossNumbers) -> Array:
    return numbers.probabilities * _of(numbers)


class Brier(Loss):
    """sum((p - y)**2), from 0 to 2 for a one-hot y; a plain number."""

    key = "brier"
    name = "Brier score"
    unit = None
    formulas = LossFormulas(
        value="B(y, p)",
        value_latex="B(y, p)",
        term="(p − y)²",
        term_latex="(p-y)^2",
        gradient="2p(p − y − Σp(p − y))",
        gradient_stages=(r"2\,p\,(p - @y - m)", r"2\,p\,(p - @y - m)"),
    )
    stages = (
        LossStage(
            key="difference",
            caption="− target",
            head="p - @y",
            column="p - @y",
            values=_of,
            is_signed=True,
        ),
        LossStage(
            key="square",
            caption="Brier score",
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
            caption="mean difference",
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
        numpy_gradient="""\
difference = probabilities - y
error = 2 * probabilities * (difference - (probabilities * difference).sum())""",
        torch_value="brier_terms = (probabilities - y) ** 2\nbrier = brier_terms.sum()",
        torch_gradient="""\
difference = probabilities - y
error = 2 * probabilities * (difference - (probabilities * difference).sum())""",
    )
    source = "Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2"

    def terms(self, given: LossInput) -> Array:
        """Return (p - y)**2."""
        return _difference(given.probabilities, given.complements, given.target.target) ** 2

    def gradient(self, given: LossInput) -> Array:
        """Return 2 p (p - y - m) with m = sum(p (p - y)); nothing cancels near p = 1."""
        p, q = given.probabilities, given.complements
        difference = _difference(p, q, given.target.target)
        others = (p * difference) @ (1.0 - np.eye(len(p)))  # without the class itself
        slopes: Array = 2.0 * p * (q * difference - others)
        return slopes

    def gradient_bound(self, target: EffectiveTarget) -> float:
        """Return (1 + s)/2: twice p (1 - p), times the range of p - y."""
        return (1.0 + target.total) / 2.0

    def of_rows(self, soft: Softmax, targets: Array) -> Array:
        """Return the sums of (p - y)**2."""
        return row_sums(_difference(soft.probabilities, soft.complements, targets) ** 2)


BRIER = Brier()
