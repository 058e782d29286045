r"""The base of losses that are defined for one true class t, such as the focal loss.

For a soft target they are the mean over the target, :math:`\sum_t y_t L_t`, and their derivative
is what `pull` computes.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar

import numpy as np

from xentgui.model.effective_target import pulled, pulled_at_limit
from xentgui.model.information import weighted
from xentgui.model.losses.loss import Loss, LossInput, Parameters
from xentgui.model.losses.loss_text import LossNumbers, LossStage
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array
from xentgui.model.softmax import Softmax


class MeanOverTarget(Loss):
    """A loss L_t of the probability of the true class alone; a plain number."""

    unit: ClassVar[None] = None

    @abstractmethod
    def costs(
        self, probabilities: Array, complements: Array, information: Array, parameters: Parameters
    ) -> Array:
        """Return L_t for every class t as the true one; all arrays have the same shape."""

    @abstractmethod
    def pulls(
        self, probabilities: Array, complements: Array, information: Array, parameters: Parameters
    ) -> Array:
        """Return c_t, with which the derivative of L_t by u_k is c_t (p_k - 1 if k is t)."""

    def row_terms(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return y_t L_t; 0 * inf is 0."""
        costs = self.costs(soft.probabilities, soft.complements, soft.information, parameters)
        return weighted(targets, costs)

    def gradient(self, given: LossInput) -> Array:
        """Return p sum(w) - w with w = y c."""
        p, q = given.probabilities, given.complements
        pulls = given.target.target * self.pulls(p, q, given.information, given.parameters)
        return (pulled_at_limit if given.at_limit else pulled)(p, q, pulls)

    def by_probabilities(self, numbers: LossNumbers) -> Array:
        """Return -y c/p; 0/0 is 0."""
        y, p = numbers.effective_target, numbers.probabilities
        slopes: Array = np.where(y > 0.0, -y * of_numbers(self.pulls, self, numbers) / p, 0.0)
        return slopes


def of_numbers(
    function: Callable[[Array, Array, Array, Parameters], Array], loss: Loss, numbers: LossNumbers
) -> Array:
    """Return what `function`, one of the two above, gives for a snapshot, for its derivation."""
    with np.errstate(all="ignore"):
        return function(
            numbers.probabilities,
            numbers.complements,
            numbers.information,
            loss.parameters_in(numbers.state),
        )


def pull_stage(formula: str, pulls: Callable[[LossNumbers], Array]) -> LossStage:
    """Return the stage that works out w = y c, whose LaTeX is `formula`, and its sum."""
    return LossStage(
        key="pull",
        caption=QT_TRANSLATE_NOOP("panels", "pull of the target"),
        head=f"w = {formula}",
        column=formula,
        values=pulls,
        total=lambda numbers: float(pulls(numbers).sum()),
        tail="W = @5",
        of_gradient=True,
    )


PULL_GRADIENT = (r"p\,W - w", r"p\,W - w")
"""The gradient in the letters of that stage."""
