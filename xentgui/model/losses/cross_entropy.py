r"""Cross-entropy: the mean of -log p if the classes occur with the target's probabilities.

With s = sum(y) the derivative of :math:`-\sum_k y_k \log p_k` by :math:`u_j` is
:math:`s p_j - y_j`.  Where p exceeds 1/2 it is computed as the sum of the other y minus
:math:`s (1 - p_j)`, so that a gradient of -8.5e-18 is not rounded to 0.

Source: Bishop 2006, Pattern Recognition and Machine Learning, 4.3.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from xentgui.model.effective_target import EffectiveTarget, settle_ties
from xentgui.model.information import weighted
from xentgui.model.losses.loss import Loss, LossInput, Parameters
from xentgui.model.losses.loss_text import LossFormulas, LossNumbers, LossScript, LossStage
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array, beside_rows, row_sums
from xentgui.model.softmax import Softmax

if TYPE_CHECKING:
    from numpy.typing import NDArray


def _differing_sum(numbers: LossNumbers) -> float | None:
    total = numbers.target_sum
    return total if abs(total - 1.0) > 1e-9 else None


class CrossEntropy(Loss):
    """H(y, p) = -sum(y log p); infinite if y is above 0 for a class that is off."""

    key = "cross_entropy"
    rows_need_complements = False
    name = QT_TRANSLATE_NOOP("losses", "cross-entropy")
    tip = QT_TRANSLATE_NOOP(
        "losses", "−Σy·log p: how surprised one is on average if the target is the truth"
    )
    unit = "nats"
    formulas = LossFormulas(
        value="H(y, p)",
        value_latex="H(y, p)",
        term="−y·log p",
        term_latex=r"-y\log p",
        gradient="(p − y)",
        gradient_stages=("p - @y", r"s\,p - @y"),
        general_gradient="(Σy·p − y)",
        by_probabilities="−y/p",
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

    def row_terms(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return y * -log p; 0 * inf is 0."""
        return weighted(targets, soft.information)

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
            settle_ties(difference, y, p == p[top])
        return difference

    def gradient_of_rows(
        self,
        soft: Softmax,
        targets: Array,
        totals: Array,
        parameters: Parameters,
        rests: Array | None = None,
    ) -> Array | None:
        """Return s p - y of each row, where p exceeds 1/2 from 1 - p, as `gradient` does."""
        p, classes = soft.probabilities, targets.shape[1]
        is_unit = np.count_nonzero(totals == 1.0) == len(totals)
        found: Array = np.empty(p.shape)
        np.subtract(p if is_unit else beside_rows(totals, classes) * p, targets, out=found)
        if rests is not None:
            falls_short = soft.others / (1.0 + soft.others)
            if not is_unit:
                falls_short *= totals[:, None]
            np.putmask(found, p > 0.5, rests - beside_rows(falls_short, classes))
            return found
        tops = (p > 0.5).ravel().nonzero()[0]  # at most one class of a row
        if tops.size:
            rows = tops // classes
            others = targets.take(rows, axis=0)
            own = tops - rows * classes + np.arange(0, others.size, classes)
            others.reshape(-1)[own] = 0.0
            rest = row_sums(others)
            falls_short = soft.others.take(rows)
            falls_short /= 1.0 + falls_short  # 1 - p of the most probable class
            if not is_unit:
                falls_short *= totals.take(rows)
            found.reshape(-1)[tops] = rest - falls_short
        return found

    def by_probabilities(self, numbers: LossNumbers) -> Array:
        """Return -y/p; 0/0 is 0."""
        y = numbers.effective_target
        slopes: Array = np.where(y > 0.0, np.subtract(0.0, y / numbers.probabilities), 0.0)
        return slopes

    def gradient_bound(self, target: EffectiveTarget, parameters: Parameters) -> float:
        """Return s: s p - y lies between -y and s."""
        return target.total

    def of_classes(
        self, soft: Softmax, classes: NDArray[np.int64], parameters: Parameters
    ) -> Array:
        """Return -log p of the target class."""
        found: Array = soft.information[np.arange(len(classes)), classes]
        return found


CROSS_ENTROPY = CrossEntropy()
