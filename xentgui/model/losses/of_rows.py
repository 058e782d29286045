"""The gradient of a loss for many points at once."""

from __future__ import annotations

import numpy as np

from xentgui.model.effective_target import EffectiveTarget
from xentgui.model.information import cross_terms, entropy_terms, support_of
from xentgui.model.losses.loss import Loss, LossInput, Parameters
from xentgui.model.rows import Array, row_sums
from xentgui.model.softmax import Softmax


def row_gradients(
    loss: Loss,
    soft: Softmax,
    targets: Array,
    totals: Array,
    parameters: Parameters,
    *,
    at_limit: bool,
    rests: Array | None = None,
) -> Array:
    """Return the derivative by u = z/T of each row's own loss, shape (N, K).

    `targets` are effective targets of shape (N, K), and `totals` their sums, shape (N,); `soft` is
    what the loss predicts with, and `rests` are the `sums_of_others`, if they are known.
    """
    together = None if at_limit else loss.gradient_of_rows(soft, targets, totals, parameters, rests)
    if together is not None:
        return together
    found = np.empty_like(targets)
    for row in range(len(targets)):
        one = Softmax(*(numbers[row : row + 1] for numbers in soft))
        found[row] = loss.gradient(
            _input_of(one, targets[row], float(totals[row]), parameters, at_limit=at_limit)
        )
    return found


def _input_of(
    soft: Softmax, y: Array, total: float, parameters: Parameters, *, at_limit: bool
) -> LossInput:
    support, information = support_of(y), soft.information[0]
    terms = entropy_terms(y, support)
    target = EffectiveTarget(y, total, support, terms, float(row_sums(terms)))
    contributions = cross_terms(y, information, support)
    return LossInput(
        target,
        soft,
        soft.probabilities[0],
        soft.complements[0],
        information,
        contributions,
        at_limit,
        parameters,
    )
