r"""Cross-entropy: the mean of -log p if the classes occur with the target's probabilities.

With s = sum(y) the derivative of :math:`-\sum_k y_k \log p_k` by :math:`u_j` is
:math:`s p_j - y_j`.  Where p exceeds 1/2 it is computed as the sum of the other y minus
:math:`s (1 - p_j)`, so that a gradient of -8.5e-18 is not rounded to 0.

Source: Bishop 2006, Pattern Recognition and Machine Learning, 4.3.4.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from xentgui.model.effective_target import EffectiveTarget
from xentgui.model.information import weighted
from xentgui.model.losses.loss import (
    Loss,
    LossFormulas,
    LossInput,
    LossNumbers,
    LossScript,
    LossStage,
)
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array, row_sums
from xentgui.model.softmax import Softmax

if TYPE_CHECKING:
    from numpy.typing import NDArray


def _differing_sum(numbers: LossNumbers) -> float | None:
    total = numbers.target_sum
    return total if abs(total - 1.0) > 1e-9 else None


class CrossEntropy(Loss):
    """H(y, p) = -sum(y log p); infinite if y is above 0 for a class that is off."""

    key = "cross_entropy"
    name = QT_TRANSLATE_NOOP("losses", "cross-entropy")
    unit = "nats"
    formulas = LossFormulas(
        value="H(y, p)",
        value_latex="H(y, p)",
        term="−y·log p",
        term_latex=r"-y\log p",
        gradient="(p − y)",
        gradient_stages=("p - @y", r"s\,p - @y"),
        general_gradient="(Σy·p − y)",
    )
    stages = (
        LossStage(
            key="information",
            caption=QT_TRANSLATE_NOOP("panels", "information"),
            head="{-}@log p",
            column="{-}@log p",
            values=lambda numbers: numbers.information,
            is_amount=True,
        ),
        LossStage(
            key="weight",
            caption=QT_TRANSLATE_NOOP("panels", "× target"),
            smoothed_caption=QT_TRANSLATE_NOOP("panels", "× smoothed target"),
            head=r"\times\, @y",
            column="@y",
            values=lambda numbers: numbers.effective_target,
            is_typed=True,
            total=_differing_sum,
            tail="s = @5",
        ),
        LossStage(
            key="sum",
            caption=QT_TRANSLATE_NOOP("panels", "cross-entropy"),
            head="L =",
            column="{-}@y@log p",
            values=lambda numbers: numbers.loss_terms,
            is_amount=True,
            total=lambda numbers: numbers.loss,
            tail="= @5",
            is_result=True,
        ),
    )
    script = LossScript(
        numpy_value="""\
contributions = np.multiply(y, information, out=np.zeros_like(y), where=y > 0)
cross_entropy = contributions.sum()""",
        numpy_gradient="""\
# p - y, for a target that may not sum to 1; near 1 from 1 - p, which keeps its digits.
complements = -np.expm1(log_probabilities)
error = np.where(
    probabilities > 0.5, (y.sum() - y) - y.sum() * complements, y.sum() * probabilities - y
)""",
        torch_value="""\
# What is not asked for costs nothing, even if it is impossible.
contributions = torch.where(y > 0, -y * log_probabilities, torch.zeros_like(y))
cross_entropy = contributions.sum()""",
        torch_gradient="error = y.sum() * probabilities - y",
    )
    source = "Bishop 2006, Pattern Recognition and Machine Learning, 4.3.4"

    def terms(self, given: LossInput) -> Array:
        """Return y * -log p; 0 * inf is 0."""
        return given.contributions

    def gradient(self, given: LossInput) -> Array:
        """Return s p - y."""
        y, s, p = given.target.target, given.target.total, given.probabilities
        difference: Array = s * p - y
        top = int(p.argmax())
        if p[top] > 0.5:
            support, rest = given.target.support, 0.0
            if support.size > 1 or y[top] == 0.0:  # else only the most probable class has a target
                rest = np.add.reduce(y[support[support != top]])
            difference[top] = rest - s * given.complements[top]
        elif given.at_limit:
            _settle_ties(difference, y, p == p[top])
        return difference

    def gradient_bound(self, target: EffectiveTarget) -> float:
        """Return s: s p - y lies between -y and s."""
        return target.total

    def of_rows(self, soft: Softmax, targets: Array) -> Array:
        """Return the sums of y * -log p."""
        return row_sums(weighted(targets, soft.information))

    def of_classes(self, soft: Softmax, classes: NDArray[np.int64]) -> Array:
        """Return -log p of the target class."""
        found: Array = soft.information[np.arange(len(classes)), classes]
        return found


def _settle_ties(difference: Array, y: Array, tied: Array) -> None:
    """Set `difference` of n tied classes to sum(y) - n y, which is 0 only where it is exactly 0.

    At temperature 0 an error of one ulp would become infinity.  So the sum is computed with twice
    the digits, and y is split into halves whose products with n are exact.
    """
    numbers = y.tolist()
    high = math.fsum(numbers)
    low = math.fsum([*numbers, -high])
    count, y = np.count_nonzero(tied), y[tied]
    mantissa, exponent = np.frexp(y)
    head = np.ldexp(np.round(np.ldexp(mantissa, 26)), exponent - 26)
    difference[tied] = ((high - count * head) - count * (y - head)) + low


CROSS_ENTROPY = CrossEntropy()
