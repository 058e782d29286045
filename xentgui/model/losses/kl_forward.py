r"""The divergence of p from y, D(y‖p): what the cross-entropy has beyond the entropy of y.

For s = sum(y) other than 1 it is the generalised divergence,
:math:`\sum_k y_k \log(y_k / p_k) + 1 - s`, which is never negative and 0 only where p is y.

Sources: Kullback & Leibler 1951, :doi:`10.1214/aoms/1177729694`;
Csiszár 1991, :doi:`10.1214/aos/1176348385` (sums other than 1).
"""

from __future__ import annotations

from xentgui.model.effective_target import EffectiveTarget
from xentgui.model.information import (
    divergence_terms,
    entropy_terms,
    log_ratios,
    support_of,
    weighted,
)
from xentgui.model.losses.cross_entropy import CROSS_ENTROPY
from xentgui.model.losses.loss import Loss, LossInput, Parameters
from xentgui.model.losses.loss_text import LossFormulas, LossNumbers, LossScript, LossStage
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array, row_sums
from xentgui.model.softmax import Softmax


def _rest(numbers: LossNumbers) -> float | None:
    rest = 1.0 - numbers.target_sum
    return rest if abs(rest) > 1e-9 else None


class KLForward(Loss):
    """D(y‖p) = sum(y log(y/p)) + 1 - sum(y); infinite if y is above 0 for a class that is off."""

    key = "kl_forward"
    name = QT_TRANSLATE_NOOP("losses", "KL divergence")
    tip = QT_TRANSLATE_NOOP(
        "losses", "Σy·log(y/p): the cross-entropy without the entropy of the target"
    )
    unit = "nats"
    formulas = LossFormulas(
        value="D(y‖p)",
        value_latex=r"D(y\,\|\,p)",
        term="y·log(y/p)",
        term_latex=r"y\log(y/p)",
        gradient="(p − y)",
        gradient_stages=("p - @y", r"s\,p - @y"),
        general_gradient="(Σy·p − y)",
        by_probabilities="−y/p",
    )
    stages = (
        *CROSS_ENTROPY.stages[:2],
        LossStage(
            key="divergence",
            caption=QT_TRANSLATE_NOOP("panels", "divergence"),
            head="L =",
            column=r"@y\,(@log @y - @log p)",
            values=lambda numbers: numbers.loss_terms,
            is_amount=True,
            total=lambda numbers: numbers.loss,
            tail="= @5",
            is_result=True,
            rest=_rest,
        ),
    )
    script = LossScript(
        numpy_value="""\
ratios = np.log(np.where(y > 0, y, 1)) - np.where(y > 0, log_probabilities, 0)
kl_forward = (y * ratios).sum() + 1 - y.sum()""",
        numpy_gradient=CROSS_ENTROPY.script.numpy_gradient,
        torch_value="""\
# What is not asked for costs nothing, even if it is impossible.
nothing = torch.zeros_like(y)
kl_forward = torch.where(y > 0, y * (y.log() - log_probabilities), nothing).sum() + 1 - y.sum()""",
        torch_gradient=CROSS_ENTROPY.script.torch_gradient,
    )
    source = "Kullback & Leibler 1951, doi:10.1214/aoms/1177729694"

    def row_terms(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return y log(y/p); 0 * inf is 0."""
        p, q = soft.probabilities, soft.complements
        return weighted(targets, log_ratios(targets, p, q, soft.information))

    def gradient(self, given: LossInput) -> Array:
        """Return s p - y, as for the cross-entropy: the entropy of y does not depend on u."""
        return CROSS_ENTROPY.gradient(given)

    def gradient_of_rows(
        self,
        soft: Softmax,
        targets: Array,
        totals: Array,
        parameters: Parameters,
        rests: Array | None = None,
    ) -> Array | None:
        """Return s p - y of each row, as for the cross-entropy."""
        return CROSS_ENTROPY.gradient_of_rows(soft, targets, totals, parameters, rests)

    def by_probabilities(self, numbers: LossNumbers) -> Array | None:
        """Return -y/p, as for the cross-entropy."""
        return CROSS_ENTROPY.by_probabilities(numbers)

    def gradient_bound(self, target: EffectiveTarget, parameters: Parameters) -> float:
        """Return s."""
        return target.total

    def value(self, given: LossInput, terms: Array) -> float:
        """Return the sum of numbers that are 0 or more, of which none is lost near p = y."""
        targets = given.target.target.reshape(1, -1)
        return float(self.of_rows(given.soft, targets, given.parameters)[0])

    def of_rows(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return the sums of y log(y/p) - y + p."""
        on = support_of(targets)
        cross = weighted(targets, soft.information)
        entropy = entropy_terms(targets, on)
        return row_sums(divergence_terms(targets, soft.probabilities, cross, entropy, on))


KL_FORWARD = KLForward()
