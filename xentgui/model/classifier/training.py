r"""Training: W and b go down the mean loss, step by step.

A step of gradient descent is :math:`W \leftarrow W - \eta\,\partial L/\partial W`; momentum takes
the step before along, and decay adds :math:`\lambda W` to the gradient, but nothing to that of b.
The gradient is the mean over all points, or over a batch of them: each epoch, the points are
shuffled and dealt into batches, and the last batch takes what is left.

Below :math:`\eta = 4/\lambda_\max(A^T A/N)` with A = [x, 1] the mean cross-entropy cannot rise,
because no eigenvalue of the Hessian of softmax is larger than 1/2.

Sources: Polyak 1964, :doi:`10.1016/0041-5553(64)90137-5` (momentum); Böhning 1992,
:doi:`10.1007/BF00048682` (the bound of the Hessian).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import numpy as np

from xentgui.model.classifier.fit import Fit
from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.mean_loss import MeanLoss
from xentgui.model.classifier.standard import Scale, as_they_are, scale_of
from xentgui.model.descent import check_walk, require_gradient
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError, shown
from xentgui.model.recipes import Method, Training, Walk
from xentgui.model.rows import Array

__all__ = [
    "Place",
    "Trainer",
    "Training",
    "begin",
    "check",
    "is_bounded",
    "penalty",
    "safe_rate",
    "trained",
]

_NO_DECAY = QT_TRANSLATE_NOOP("errors", "The decay is {value}. Type 0 or a number above 0.")
_NO_BATCH = QT_TRANSLATE_NOOP(
    "errors", "The batch has {value} points. Type a whole number from 1, or 0 for all points."
)
_NO_SEED = QT_TRANSLATE_NOOP("errors", "The seed is {value}. Type a whole number from 0.")


class Place(NamedTuple):
    """Where a training stands.

    Attributes
    ----------
    linear
        W and b.
    velocity
        The last step, which momentum takes along, of the scaled inputs.
    step
        How many steps were taken; it decides which batch comes next.
    """

    linear: Linear
    velocity: Linear
    step: int = 0


def begin(linear: Linear) -> Place:
    """Return where a training from `linear` begins, at rest."""
    return Place(linear, Linear(np.zeros_like(linear.weights), np.zeros_like(linear.bias)))


class Trainer:
    """Takes steps over the same points with the same settings.  A step depends on its place only.

    Attributes
    ----------
    mean_loss
        Of all points.
    training
        How it trains.
    """

    def __init__(self, mean_loss: MeanLoss, training: Training) -> None:
        """Train on the points of `mean_loss`; raises RefusedError for what makes no sense."""
        check(mean_loss, training)
        self.mean_loss, self.training = mean_loss, training
        self._epoch: tuple[int, list[np.ndarray]] = (-1, [])

    @cached_property
    def scale(self) -> Scale:
        """Means and deviations of the inputs, while it trains."""
        points = self.mean_loss.points
        return scale_of(points) if self.training.standardise else as_they_are(points.shape[1])

    @property
    def steps_of_an_epoch(self) -> int:
        """How many steps take each point once."""
        count, batch = len(self.mean_loss.points), self.training.batch
        return -(-count // batch) if batch else 1

    def rows(self, step: int) -> np.ndarray | None:
        """Return the numbers of the points that `step`, from 0, takes; None for all."""
        training, count = self.training, len(self.mean_loss.points)
        if not 0 < training.batch < count:
            return None
        epoch, nth = divmod(step, self.steps_of_an_epoch)
        dealt = self._epoch  # another thread may need those of another epoch
        if dealt[0] != epoch:
            order = np.random.default_rng((training.seed, epoch)).permutation(count)
            ends = range(training.batch, count, training.batch)
            self._epoch = dealt = epoch, np.split(order, list(ends))
        return dealt[1][nth]

    @np.errstate(all="ignore")
    def step(self, place: Place, fit: Fit | None = None) -> Place:
        """Return the place after a step; the same one if its numbers would not be finite.

        `fit` is that of all points at `place`, if it is known.
        """
        after = self._moved(place, self._gradient(place, fit))
        return after if _has_numbers(after.linear, place.linear.bias) else place

    @np.errstate(all="ignore")  # once for all of it
    def advance(self, place: Place, fit: Fit | None = None) -> tuple[Place, Fit] | None:
        """Return the place after a step, and its fit.

        None if the step changes nothing, because numbers would overflow.
        """
        after = self._moved(place, self._gradient(place, fit))
        # Bounds that are finite show that W and b are.
        if not math.isfinite(
            np.add.reduce(_bounds(self.mean_loss, after.linear), axis=None)
        ) and not (
            _has_numbers(after.linear, place.linear.bias)
            and _is_bounded(self.mean_loss, after.linear)
        ):
            return None
        return after, self.mean_loss.loud_at(after.linear)

    def _gradient(self, place: Place, fit: Fit | None) -> Linear:
        rows = self.rows(place.step)
        if rows is not None:
            return self.mean_loss.of(rows).loud_at(place.linear).gradient
        return (fit or self.mean_loss.loud_at(place.linear)).gradient

    def _moved(self, place: Place, gradient: Linear) -> Place:
        training, (mean, deviation) = self.training, self.scale
        weights, bias = place.linear
        by_weights, by_bias = gradient
        if not math.isfinite(np.add.reduce(bias)):
            on = bias > -np.inf  # a class that is switched off stays off
            by_bias = np.where(on, by_bias, 0.0)
            by_weights = np.where(on[:, None], by_weights, 0.0)
        # The gradient by the weights of the scaled inputs.
        slopes = (by_weights - by_bias[:, None] * mean) / deviation
        if training.decay:
            slopes += training.decay * (weights * deviation)
        velocity = Linear(
            training.momentum * place.velocity.weights - training.rate * slopes,
            training.momentum * place.velocity.bias - training.rate * by_bias,
        )
        step = self.scale.outside(velocity)  # which maps steps as it maps weights
        moved = Linear(weights + step.weights, bias + step.bias)
        return Place(moved, velocity, place.step + 1)


def trained(trainer: Trainer, place: Place, steps: int) -> Iterator[tuple[Place, Fit]]:
    """Yield the place before the first of `steps` steps and the one after each, with its fit.

    It ends early where a step changes nothing, because numbers would overflow.
    """
    fit = trainer.mean_loss.at(place.linear)
    yield place, fit
    for _ in range(steps):
        after = trainer.advance(place, fit)
        if after is None:
            return
        place, fit = after
        yield after


def _has_numbers(linear: Linear, before: Array) -> bool:
    """Return whether W and b are finite, apart from b of classes that were off `before`."""
    return _is_finite(linear.weights) and _is_finite(linear.bias[before > -np.inf])


def _is_finite(numbers: Array) -> bool:
    # A sum is finite only if all of its terms are, and is found faster.
    return math.isfinite(np.add.reduce(numbers, axis=None)) or bool(np.isfinite(numbers).all())


@np.errstate(all="ignore")
def is_bounded(mean_loss: MeanLoss, linear: Linear) -> bool:
    """Return whether no score can overflow at any of the points."""
    return _is_bounded(mean_loss, linear)


def _is_bounded(mean_loss: MeanLoss, linear: Linear) -> bool:
    sums, bias = _bounds(mean_loss, linear), linear.bias
    if math.isfinite(np.add.reduce(sums, axis=None)):
        return True
    return bool(np.isfinite(sums[bias > -np.inf]).all())


def _bounds(mean_loss: MeanLoss, linear: Linear) -> Array:
    """Return what no score of each class exceeds in size, shape (K,)."""
    bounds: Array = np.abs(linear.weights) @ mean_loss.farthest
    bounds += np.abs(linear.bias)
    return bounds


@np.errstate(all="ignore")
def safe_rate(mean_loss: MeanLoss, training: Training) -> float:
    """Return the rate below which no step of full batches raises the mean cross-entropy.

    It is 4 T**2 / (s times the largest eigenvalue of A'A/N) without decay, where s is the largest
    sum of a target; inf if no point has a target, and 0 where squares overflow, or at T = 0.
    """
    points = mean_loss.points
    if training.standardise:
        points = scale_of(points).points(points)
    inputs = np.column_stack((points, np.ones(len(points))))
    squares = inputs.T @ inputs / len(points)
    if not np.isfinite(squares).all():
        return 0.0
    largest = np.linalg.eigvalsh(squares)[-1]
    temperature, total = mean_loss.settings.temperature, mean_loss.totals.max()
    curvature = 0.5 * total * largest / np.square(temperature) + training.decay
    return float(2.0 / curvature) if curvature > 0.0 else np.inf


def check(mean_loss: MeanLoss, training: Training) -> None:
    """Raise RefusedError for a training that makes no sense."""
    walk = Walk(Method.GRADIENT, training.rate, training.momentum)
    check_walk(walk, mean_loss.settings.loss)
    if not 0.0 <= training.decay < np.inf:
        raise RefusedError(_NO_DECAY, value=shown(training.decay))
    if type(training.batch) is not int or training.batch < 0:
        raise RefusedError(_NO_BATCH, value=shown(training.batch))
    if type(training.seed) is not int or training.seed < 0:
        raise RefusedError(_NO_SEED, value=shown(training.seed))
    require_gradient(mean_loss.settings.temperature)


def penalty(linear: Linear, training: Training, scale: Scale) -> float:
    """Return half of the decay times the squares of the weights that it concerns."""
    weights: Array = linear.weights * scale.deviation
    return 0.5 * training.decay * float(np.add.reduce(np.square(weights), axis=None))
