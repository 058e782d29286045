r"""The Fenchel-Young losses of Tsallis's entropies: the family of softmax, sparsemax and entmax.

With :math:`\alpha \ge 1`, :math:`\hat p` from `entmax_rows` and
:math:`H_\alpha(p) = \sum_k (p_k - p_k^\alpha)/(\alpha(\alpha - 1))` the loss is
:math:`s\,(\langle \hat p, u\rangle + H_\alpha(\hat p)) - \langle y, u\rangle - s\,H_\alpha(y/s)`,
and its derivative is :math:`s \hat p - y`.  It is 0 only where :math:`\hat p = y`, and for a one-hot
target a margin of :math:`1/(\alpha - 1)` reaches that; :math:`\alpha = 1` is the KL divergence.

It is computed as a sum of numbers that are 0 or more: for each class Bregman's divergence of
:math:`\hat p` from y, and y times what u lacks to get any share at all.

Source: Blondel, Martins & Niculae 2020, JMLR 21(35), arXiv:1901.02324.
"""

from __future__ import annotations


import numpy as np

from xentgui.model.effective_target import EffectiveTarget
from xentgui.model.entmax import entmax_rows, threshold_of
from xentgui.model.losses.cross_entropy import CROSS_ENTROPY
from xentgui.model.losses.kl_forward import KL_FORWARD
from xentgui.model.losses.loss import (
    Loss,
    LossFormulas,
    LossInput,
    LossScript,
    LossStage,
    Parameters,
)
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array, row_sums
from xentgui.model.softmax import Softmax

_CLOSE = 0.5
"""Up to this relative distance of y from p, a series keeps the digits of their divergence."""

_TERMS = 54


class FenchelYoung(Loss):
    """sum of the divergences of p from y; the probabilities are those of entmax, not of softmax."""

    key = "fenchel_young"
    name = QT_TRANSLATE_NOOP("losses", "Fenchel–Young loss")
    tip = QT_TRANSLATE_NOOP(
        "losses",
        "From softmax at α = 1 to sparsemax at α = 2: classes far behind get exactly 0, "
        "and a clear lead costs nothing",
    )
    unit = None
    parameters = ("alpha",)
    predictor = "entmax"
    formulas = LossFormulas(
        value="FY(u, y)",
        value_latex=r"F(u, y)",
        term="B(y, p̂)",
        term_latex=r"B(y, \hat p)",
        gradient="(p̂ − y)",
        gradient_stages=(r"\hat p - @y", r"s\,\hat p - @y"),
        general_gradient="(Σy·p̂ − y)",
    )
    stages = (
        LossStage(
            key="entmax",
            caption=QT_TRANSLATE_NOOP("panels", "entmax"),
            head=r"\hat p =",
            column=r"\hat p",
            values=lambda numbers: numbers.probabilities,
        ),
        CROSS_ENTROPY.stages[1],
        LossStage(
            key="divergence",
            caption=QT_TRANSLATE_NOOP("panels", "divergence"),
            head="L =",
            column=r"B(@y, \hat p)",
            values=lambda numbers: numbers.loss_terms,
            total=lambda numbers: numbers.loss,
            tail="= @5",
            is_result=True,
        ),
    )
    source = "Blondel, Martins & Niculae 2020, arXiv:1901.02324"
    script = LossScript(
        numpy_value="",
        numpy_gradient="",
        torch_value="",
        torch_gradient="",
    )

    def predicted(self, soft: Softmax, parameters: Parameters) -> Softmax:
        """Return `soft` with the probabilities of entmax."""
        return entmax_rows(soft, parameters["alpha"])

    def has_minimum(self, target: Array, parameters: Parameters) -> bool:
        """Return whether every target can be reached: above 1, also those with zeros."""
        return parameters["alpha"] > 1.0 or super().has_minimum(target, parameters)

    def gradient(self, given: LossInput) -> Array:
        """Return s p - y, as for the cross-entropy."""
        return CROSS_ENTROPY.gradient(given)

    def gradient_bound(self, target: EffectiveTarget, parameters: Parameters) -> float:
        """Return s."""
        return target.total

    def row_terms(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return the divergence of each class, and y times what u lacks to get a share."""
        alpha = parameters["alpha"]
        if alpha == 1.0:
            return KL_FORWARD.row_terms(soft, targets, parameters)
        total = row_sums(targets).reshape(-1, 1)
        shares = np.divide(targets, total, out=np.zeros_like(targets), where=total > 0.0)
        terms: Array = total * _divergences(shares, soft.probabilities, soft.complements, alpha)
        missing = (soft.probabilities == 0.0) & (targets > 0.0)
        if missing.any():
            top = soft.complements.min(axis=1, keepdims=True)
            least = threshold_of(top, alpha) - 1.0 / (alpha - 1.0)
            lacking = np.broadcast_to(least, terms.shape)[missing] - soft.high[missing]
            terms[missing] += targets[missing] * np.maximum(lacking - soft.low[missing], 0.0)
        return terms

    def value(self, given: LossInput, terms: Array) -> float:
        """Return the sum of the terms."""
        targets = given.target.target.reshape(1, -1)
        return float(self.of_rows(given.soft, targets, given.parameters)[0])

    def of_rows(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return the sums of the terms; at 1 those of the KL divergence."""
        if parameters["alpha"] == 1.0:
            return KL_FORWARD.of_rows(soft, targets, parameters)
        return row_sums(self.row_terms(soft, targets, parameters))


def _divergences(y: Array, p: Array, complements: Array, alpha: float) -> Array:
    """Return (y**a - p**a - a p**(a-1) (y - p))/(a (a-1)), 0 or more, which cancels nowhere."""
    # y - p is exact where both are near each other; near 1 their distances from 1 are compared.
    apart = np.where(y == 1.0, complements, y - p)
    if alpha == 2.0:
        return 0.5 * apart * apart
    if alpha == 1.5:
        root_y, root_p = np.sqrt(y), np.sqrt(p)
        both = root_y + root_p
        step = np.divide(apart, both, out=np.zeros_like(p), where=both > 0.0)
        found: Array = step * step * (root_y + 0.5 * root_p) / 0.75
        return found
    with np.errstate(all="ignore"):
        relative = apart / p
        powers = np.exp((alpha - 1.0) * np.log(p)) * p
        rest = (1.0 + relative) * np.expm1((alpha - 1.0) * np.log1p(relative)) / (alpha - 1.0)
        far = powers * (np.where(relative == -1.0, 0.0, rest) - relative) / alpha
        close = powers * relative * relative * _series(relative, alpha)
        alone = np.exp(alpha * np.log(y)) / (alpha * (alpha - 1.0))  # where p is 0
        found = np.where(np.abs(relative) < _CLOSE, close, far)
        return np.where(p > 0.0, found, np.where(y > 0.0, alone, 0.0))


def _series(d: Array, alpha: float) -> Array:
    """Return ((1 + d)**a - 1 - a d)/(a (a-1) d**2) by its power series, for small d."""
    coefficients = [0.5]
    for n in range(2, _TERMS):
        coefficients.append(coefficients[-1] * (alpha - n) / (n + 1))
    total = np.full_like(d, coefficients[-1])
    for coefficient in reversed(coefficients[:-1]):
        total = total * d + coefficient
    return total


FENCHEL_YOUNG = FenchelYoung()
"""Fenchel–Young losses; `alpha` chooses one."""
