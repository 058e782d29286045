r"""The base of the hinge losses: the true class has to lead by a margin of 1.

They look at u = z/T alone, not at p, and are 0 as soon as the margin is there.  At the kink, where
a class trails by exactly 1, the derivative is that of the flat side.  For a soft target they are
the mean over the target.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar

import numpy as np

from xentgui.model.effective_target import settle_ties
from xentgui.model.information import weighted
from xentgui.model.losses.cross_entropy import CROSS_ENTROPY
from xentgui.model.losses.loss import Loss, LossInput, Parameters
from xentgui.model.losses.loss_text import LossNumbers, LossStage
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array
from xentgui.model.softmax import Softmax

HINGE_GRADIENT = (r"v - @y\,c", r"v - @y\,c")
"""The gradient in the letters of the stages below."""


class Hinge(Loss):
    """A hinge loss; a plain number."""

    unit: ClassVar[None] = None

    @abstractmethod
    def costs(self, gaps: Array, wanted: Array) -> Array:
        """Return what each class would cost if it were the true one, shape (N, K).

        `gaps` are (z - max)/T, shape (N, K).  Only those that `wanted`, shape (N, K), is not 0 for
        need to be right.
        """

    @abstractmethod
    def blames(self, gaps: Array, target: Array) -> tuple[Array, Array]:
        """Return v and c, shape (K,), with which the derivative by u is v - y c.

        c is how strongly a class pushes others if it is the true one, and v how strongly a class is
        pushed by all true ones.
        """

    @abstractmethod
    def pushes_of_tied(self, tied: int) -> int:
        """Return what `blames` has to be divided by at T = 0, where `tied` classes share."""

    def has_minimum(self, target: Array, parameters: Parameters) -> bool:
        """Return True: a finite lead is enough."""
        return True

    def row_terms(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return y_t times the cost of t; 0 * inf is 0."""
        return weighted(targets, self.costs(gaps_of(soft), targets))

    def gradient(self, given: LossInput) -> Array:
        """Return v - y c."""
        y, gaps = given.target.target, gaps_of(given.soft)[0]
        blamed, pushing = self.blames(gaps, y)
        slopes: Array = blamed - y * pushing
        tied = gaps == 0.0
        if given.at_limit and not y[~tied].any():
            settle_ties(slopes, y, tied)
            slopes[tied] /= self.pushes_of_tied(int(np.count_nonzero(tied)))
        return slopes


def gaps_of(soft: Softmax) -> Array:
    """Return (z - max)/T, shape (N, K)."""
    gaps: Array = soft.high + soft.low
    return gaps


def hinge_stages(formula: str, caption: str, loss: Callable[[], Hinge]) -> tuple[LossStage, ...]:
    """Return the stages of a hinge loss, whose cost of a class has the LaTeX `formula`."""

    def costs(numbers: LossNumbers) -> Array:
        with np.errstate(all="ignore"):
            gaps = numbers.gaps.reshape(1, -1)
            row: Array = loss().costs(gaps, np.ones_like(gaps))[0]
            return row

    def blames(numbers: LossNumbers) -> tuple[Array, Array]:
        with np.errstate(all="ignore"):
            return loss().blames(numbers.gaps, numbers.effective_target)

    return (
        LossStage(
            key="hinge",
            caption=QT_TRANSLATE_NOOP("panels", "cost of each class"),
            head=formula,
            column=formula,
            values=costs,
        ),
        CROSS_ENTROPY.stages[1],
        LossStage(
            key="sum",
            caption=caption,
            head="L =",
            column=r"@y\," + formula,
            values=lambda numbers: numbers.loss_terms,
            total=lambda numbers: numbers.loss,
            tail="= @5",
            is_result=True,
        ),
        LossStage(
            key="pushes",
            caption=QT_TRANSLATE_NOOP("panels", "classes within the margin"),
            head="c",
            column="c",
            values=lambda numbers: blames(numbers)[1],
            is_typed=True,
            of_gradient=True,
        ),
        LossStage(
            key="pushed",
            caption=QT_TRANSLATE_NOOP("panels", "pushed down by"),
            head="v",
            column="v",
            values=lambda numbers: blames(numbers)[0],
            is_typed=True,
            of_gradient=True,
        ),
    )
