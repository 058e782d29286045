r"""The divergence of y from p, D(p‖y), which asks p to stay where y is.

It is infinite as soon as p is above 0 for a class whose target is 0, as with every one-hot target:
smooth the target to see it.  With :math:`r_k = \log(p_k / y_k)` the derivative by :math:`u_k` is
:math:`p_k (r_k - \sum_j p_j r_j)`.

Source: Kullback & Leibler 1951, :doi:`10.1214/aoms/1177729694`.
"""

from __future__ import annotations

import numpy as np

from xentgui.model.effective_target import EffectiveTarget
from xentgui.model.information import divergence_terms, information_of, log_ratios, weighted
from xentgui.model.losses.loss import Loss, LossInput, Parameters
from xentgui.model.losses.loss_text import LossFormulas, LossNumbers, LossScript, LossStage
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array, row_sums
from xentgui.model.softmax import Softmax

_ROUNDING = 8 * 2.0**-52
"""How far the sum of a target is from 1 by the rounding of its numbers alone."""


def _ratios(numbers: LossNumbers) -> Array:
    """Return log(p/y)."""
    with np.errstate(all="ignore"):
        p, q = numbers.probabilities, numbers.complements
        ratios = log_ratios(numbers.effective_target, p, q, numbers.information)
    return np.subtract(0.0, ratios)


def _in_nats(numbers: LossNumbers) -> Array:
    with np.errstate(all="ignore"):
        return weighted(numbers.probabilities, _ratios(numbers))


class KLReverse(Loss):
    """D(p‖y) = sum(p log(p/y)); infinite if p is above 0 for a class with a target of 0."""

    key = "kl_reverse"
    name = QT_TRANSLATE_NOOP("losses", "reverse KL divergence")
    tip = QT_TRANSLATE_NOOP("losses", "Σp·log(p/y): infinite for a one-hot target, so smooth it")
    unit = "nats"
    formulas = LossFormulas(
        value="D(p‖y)",
        value_latex=r"D(p\,\|\,y)",
        term="p·log(p/y)",
        term_latex=r"p\log(p/y)",
        gradient="p(ln(p/y) − Σp·ln(p/y))",
        gradient_stages=(r"p\,(\ln p - \ln @y - m)", r"p\,(\ln p - \ln @y - m)"),
        by_probabilities="ln(p/y) + 1",
    )
    stages = (
        LossStage(
            key="ratio",
            caption=QT_TRANSLATE_NOOP("panels", "log-ratio"),
            head="@log p - @log @y",
            column="@log p - @log @y",
            values=_ratios,
            is_amount=True,
            is_signed=True,
        ),
        LossStage(
            key="divergence",
            caption=QT_TRANSLATE_NOOP("panels", "divergence"),
            head="L =",
            column=r"p\,(@log p - @log @y)",
            values=lambda numbers: numbers.loss_terms,
            is_amount=True,
            total=lambda numbers: numbers.loss,
            tail="= @5",
            is_result=True,
        ),
        LossStage(
            key="mean",
            caption=QT_TRANSLATE_NOOP("panels", "mean log-ratio"),
            head=r"p\,(\ln p - \ln @y)",
            column=r"p\,(\ln p - \ln @y)",
            values=_in_nats,
            is_signed=True,
            total=lambda numbers: float(_in_nats(numbers).sum()),
            tail="m = @5",
            of_gradient=True,
        ),
    )
    script = LossScript(
        numpy_value="""\
on = probabilities > 0
ratios = np.where(on, log_probabilities, 0) - np.log(y, out=np.full_like(y, -np.inf), where=y > 0)
kl_reverse = np.multiply(probabilities, ratios, out=np.zeros_like(y), where=on).sum()""",
        numpy_gradient="""\
if np.isfinite(kl_reverse):
    error = np.multiply(probabilities, ratios - kl_reverse, out=np.zeros_like(y), where=on)
else:  # p has to leave every class whose target is 0
    away = np.inf if y[on].any() else 0
    error = np.where(on, np.where(y > 0, -np.inf, away), 0)""",
        torch_value="""\
on = probabilities > 0
ratios = torch.where(on, log_probabilities - y.log(), torch.zeros_like(y))
kl_reverse = (probabilities * ratios).sum()""",
        torch_gradient="error = probabilities * (ratios - kl_reverse)",
    )
    source = "Kullback & Leibler 1951, doi:10.1214/aoms/1177729694"

    def row_terms(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return p log(p/y); 0 log 0 is 0."""
        p, q = soft.probabilities, soft.complements
        ratios = log_ratios(targets, p, q, soft.information)
        terms = weighted(soft.probabilities, np.subtract(0.0, ratios))
        # Also where p is above 0, but too small for a float.
        terms[(targets == 0.0) & (soft.information < np.inf)] = np.inf
        return terms

    def gradient(self, given: LossInput) -> Array:
        """Return p (r - mean of r), with r taken from that of the most probable class."""
        p, y = given.probabilities, given.target.target
        on = given.information < np.inf
        if (y[on] == 0.0).any():
            # Without a class to go to there is no direction.
            away = np.inf if y[on].any() else 0.0
            return np.where(on, np.where(y > 0.0, -np.inf, away), 0.0)
        ratios = np.subtract(0.0, log_ratios(y, p, given.complements, given.information))
        ratios -= ratios[p.argmax()]
        ratios[p == 0.0] = 0.0
        slopes: Array = p * (ratios - np.add.reduce(p * ratios))
        return slopes

    def by_probabilities(self, numbers: LossNumbers) -> Array:
        """Return log(p/y) + 1; log(0/0) is 0."""
        is_nothing = (numbers.probabilities == 0.0) & (numbers.effective_target == 0.0)
        slopes: Array = np.where(is_nothing, 0.0, _ratios(numbers)) + 1.0
        return slopes

    def gradient_bound(self, target: EffectiveTarget, parameters: Parameters) -> float:
        """Return inf: the smaller a target, the larger the slope."""
        return np.inf

    def value(self, given: LossInput, terms: Array) -> float:
        """Return the sum of numbers that are 0 or more, of which none is lost near p = y."""
        targets = given.target.target.reshape(1, -1)
        return float(self.of_rows(given.soft, targets, given.parameters)[0])

    def of_rows(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return the sums of p log(p/y) - p + y, and what sum(y) lacks of 1."""
        p = soft.probabilities
        cross = weighted(p, information_of(targets))
        cross[(targets == 0.0) & (soft.information < np.inf)] = np.inf
        entropy = weighted(p, soft.information)
        everywhere = np.arange(p.size)
        rest = 1.0 - row_sums(targets)
        rest[np.abs(rest) <= _ROUNDING] = 0.0
        return row_sums(divergence_terms(p, targets, cross, entropy, everywhere)) + rest


KL_REVERSE = KLReverse()
