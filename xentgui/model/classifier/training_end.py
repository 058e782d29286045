"""Where a training ends by itself, or never: at rest, when it no longer falls, or without an optimum."""

from __future__ import annotations

from typing import Final

import numpy as np

from xentgui.model.classifier.fit import Fit
from xentgui.model.classifier.judgement import margins
from xentgui.model.classifier.training import Trainer
from xentgui.model.descent import Verdict
from xentgui.model.losses import chosen_loss
from xentgui.model.rows import Array

MOST_RISING: Final = 200
"""After so many steps of all points without a new lowest loss, it is not decreasing."""

STILL: Final = 1e-9
"""No component of the gradient is larger where a training has arrived."""


def ending_of(trainer: Trainer, weights: Array, fit: Fit, losses: Array) -> Verdict | None:
    """Return why a play ends at `weights`, shape (K, F), whose `fit` is known; None if it goes on.

    `losses` are those of the steps up to there, shape (n,), as far as they are of the same points.
    """
    slopes = fit.gradient.weights * trainer.scale.deviation
    if trainer.training.decay:
        slopes = slopes + trainer.training.decay * (weights * trainer.scale.deviation)
    largest = max(np.abs(slopes).max(), np.abs(fit.gradient.bias).max())
    if largest <= STILL:
        return Verdict.NO_MINIMUM if grows_for_ever(trainer, fit) else Verdict.REACHED
    if trainer.training.batch == 0 and len(losses) - 1 - int(losses.argmin()) >= MOST_RISING:
        return Verdict.NOT_DECREASING
    return None


def grows_for_ever(trainer: Trainer, fit: Fit) -> bool:
    """Return whether the weights grow for ever, because `fit` has all points on their sides."""
    mean_loss = trainer.mean_loss
    if trainer.training.decay or not (margins(fit.logits, mean_loss.targets) > 0.0).all():
        return False
    loss = chosen_loss(mean_loss.settings)
    parameters = loss.parameters_in(mean_loss.settings)
    kinds = np.unique(mean_loss.targets, axis=0)
    return not any(loss.has_minimum(target, parameters) for target in kinds)
