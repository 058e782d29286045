r"""The weights at which the mean cross-entropy is least: damped Newton.

The Hessian has the blocks :math:`\frac{1}{N T^2}\sum_i s_i p_{ij}(\delta_{jk} - p_{ik})\,a_i a_i^T`
with a = (x, 1).  It is singular along the gauge of softmax, so that each step is the shortest
solution; a step is halved until the objective falls enough.

Where the classes can be separated by straight lines, there is no optimum: weights grow for ever.
Newton's steps then keep their length while the gradient vanishes, which is how it is told.

Sources: Armijo 1966, :doi:`10.2140/pjm.1966.16.1` (halving); Albert & Anderson 1984,
:doi:`10.1093/biomet/71.1.1` (separation); Soudry et al. 2018, arXiv 1710.10345.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from xentgui.model.classifier.fit import Fit
from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.mean_loss import MeanLoss
from xentgui.model.classifier.training import Trainer, is_bounded, penalty
from xentgui.model.descent import Verdict, check_walk
from xentgui.model.recipes import Method, Walk
from xentgui.model.rows import Array

_MOST_STEPS = 200
_FALLS_ENOUGH = 1e-4
_HALVINGS = 60
_ROUNDING = 2.0**-50
_SMALL = 1e-13
"""The gradient of an optimum, of the scaled inputs."""

_STILL = 1e-3
"""No logit moves farther in a step near an optimum; where there is none, one moves by about 1."""


class Optimum(NamedTuple):
    """Where Newton's method ended.

    Attributes
    ----------
    linear, fit
        W and b there, and what follows from them.
    verdict
        REACHED; NO_MINIMUM if the weights grow for ever; STEPS if neither can be told.
    """

    linear: Linear
    fit: Fit
    verdict: Verdict


@np.errstate(all="ignore")
def optimum(
    trainer: Trainer, start: Linear, is_wanted: Callable[[], bool] = lambda: True
) -> Optimum:
    """Return the least objective: mean cross-entropy, and decay if `trainer` has it.

    It ends where it is as soon as it is not wanted any more.  Raises RefusedError for another loss.
    """
    mean_loss, decay, scale = trainer.mean_loss, trainer.training.decay, trainer.scale
    check_walk(Walk(Method.NEWTON), mean_loss.settings.loss)
    linear, fit, moves = start, mean_loss.at(start), np.inf
    inputs = np.column_stack((scale.points(mean_loss.points), np.ones(len(mean_loss.points))))
    for _ in range(_MOST_STEPS):
        slopes = fit.slopes.T @ inputs / len(inputs)
        slopes[:, :-1] += decay * scale.inside(linear).weights
        slopes[linear.bias == -np.inf] = 0.0
        step = _step(mean_loss, fit, inputs, slopes, decay)
        moves = float(np.abs(inputs @ step.T).max())
        if np.abs(slopes).max() <= _SMALL:
            return Optimum(linear, fit, _verdict(moves))
        fall = float((slopes * step).sum())
        found = _fallen(trainer, linear, fit, Linear(step[:, :-1], step[:, -1]), fall)
        if found is None:  # what is left is rounding
            return Optimum(linear, fit, _verdict(moves))
        linear, fit = found
        if not is_wanted():
            return Optimum(linear, fit, Verdict.STEPS)
    return Optimum(linear, fit, Verdict.REACHED if moves <= _STILL else Verdict.STEPS)


def _verdict(moves: float) -> Verdict:
    return Verdict.REACHED if moves <= _STILL else Verdict.NO_MINIMUM


def _step(mean_loss: MeanLoss, fit: Fit, inputs: Array, slopes: Array, decay: float) -> Array:
    """Return the step of Newton for the scaled inputs, shape (K, D + 1)."""
    p, (count, width) = fit.probabilities, inputs.shape
    classes = p.shape[1]
    share = mean_loss.totals / (count * mean_loss.settings.temperature**2)
    blocks = np.empty((classes, width, classes, width))
    for j in range(classes):
        for k in range(j, classes):
            curve = share * p[:, j] * ((j == k) - p[:, k])
            block = (inputs * curve[:, None]).T @ inputs
            blocks[j, :, k, :] = blocks[k, :, j, :] = block
        blocks[j, range(width - 1), j, range(width - 1)] += decay
    hessian = blocks.reshape(classes * width, classes * width)
    found = np.asarray(np.linalg.lstsq(hessian, -slopes.ravel(), rcond=None)[0], np.float64)
    return found.reshape(classes, width)


def _fallen(
    trainer: Trainer, linear: Linear, fit: Fit, step: Linear, fall: float
) -> tuple[Linear, Fit] | None:
    """Return the first of the halved steps with which the objective falls enough; None if none."""
    scale, training = trainer.scale, trainer.training
    now = fit.loss + penalty(linear, training, scale)
    there = scale.outside(step)  # which maps steps as it maps weights
    now += _ROUNDING * abs(now)
    for _ in range(_HALVINGS):
        moved = Linear(linear.weights + there.weights, linear.bias + there.bias)
        if is_bounded(trainer.mean_loss, moved):
            then = trainer.mean_loss.at(moved)
            if then.loss + penalty(moved, training, scale) <= now + _FALLS_ENOUGH * fall:
                return moved, then
        there, fall = Linear(there.weights / 2.0, there.bias / 2.0), fall / 2.0
    return None
