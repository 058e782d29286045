"""Loss and gradient at any logits, while everything else of a state stays.

A walk down the loss needs no more than these at each step, and `derive` computes much more.  Both
call the same functions, so that the numbers have the same bits.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from xentgui.model.effective_target import effective_target_of
from xentgui.model.information import cross_terms
from xentgui.model.losses import Loss, chosen_loss
from xentgui.model.losses.loss import LossInput, Parameters, at_logits
from xentgui.model.rows import Array, locked, row_sums
from xentgui.model.softmax import softmax_rows
from xentgui.model.state import State

_MOST_KEPT = 64
"""Points that a slope keeps: more than the steps to come that are drawn."""

_MOST_NUMBERS = 1 << 18
"""The most logits of these points: with very many classes, they would take gigabytes."""


class Point(NamedTuple):
    """Where a walk stands; arrays are read-only and have shape (K,).

    Attributes
    ----------
    logits, probabilities
        z, and p = softmax(z / T), or what else the loss predicts with.
    gradient
        Of the loss at the logits.
    loss
        Its value, in nats or without unit.
    """

    logits: Array
    probabilities: Array
    gradient: Array
    loss: float


class Slope:
    """The chosen loss as a function of the logits alone.

    Attributes
    ----------
    temperature, total
        T, and the sum s of the target.
    target
        The effective target y, shape (K,).
    """

    @np.errstate(all="ignore")
    def __init__(self, state: State) -> None:
        """Take everything but the logits from `state`."""
        self.temperature = state.temperature
        self._target = effective_target_of(
            state.target_array, state.target_sum, state.label_smoothing
        )
        self.target, self.total = self._target.target, self._target.total
        self._loss: Loss = chosen_loss(state)
        self._parameters: Parameters = self._loss.parameters_in(state)
        self._kept: dict[bytes, Point] = {}
        self._most_kept = min(_MOST_KEPT, _MOST_NUMBERS // len(state.logit_array))

    @property
    def has_minimum(self) -> bool:
        """Whether the loss is least at finite logits."""
        return self._loss.has_minimum(self.target, self._parameters)

    def at(self, logits: Array) -> Point:
        """Return loss and gradient at `logits`, shape (K,), which must not change afterwards.

        The last ones are kept, if they are not too large: a step that is drawn as one to come is
        taken later.
        """
        if not self._most_kept:
            return self._at(logits)
        key = logits.tobytes()
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._at(logits)
            if len(self._kept) > self._most_kept:
                del self._kept[next(iter(self._kept))]
        return found

    @np.errstate(all="ignore")
    def _at(self, logits: Array) -> Point:
        soft = softmax_rows(logits.reshape(1, -1), self.temperature)
        soft = self._loss.predicted(soft, self._parameters)
        p, complements = locked(soft.probabilities[0]), locked(soft.complements[0])
        information, target, loss = locked(soft.information[0]), self._target, self._loss
        contributions = locked(cross_terms(target.target, information, target.support))
        at_limit = self.temperature == 0.0
        given = LossInput(
            target, soft, p, complements, information, contributions, at_limit, self._parameters
        )
        terms = loss.terms(given)
        value = (
            float(row_sums(contributions)) if terms is contributions else loss.value(given, terms)
        )
        gradient = locked(at_logits(loss.gradient(given), self.temperature))
        return Point(locked(logits), p, gradient, value)
