r"""Walking down the loss: step by step against the gradient of the logits.

A step of *gradient* descent is :math:`z \leftarrow z - \eta\,\partial L/\partial z`; with momentum
:math:`\beta` the step before is taken along, :math:`v \leftarrow \beta v - \eta\,\partial L/\partial
z` and :math:`z \leftarrow z + v`.  A step of *Newton* goes where the quadratic that touches the
cross-entropy is least, :math:`\delta_k = T (1 - y_k/(s p_k))`, and halves that step until the loss
falls enough: without the halving it ends in NaN from ordinary states.

Below :math:`\eta = 4 T^2/s` the cross-entropy cannot rise.  It never diverges, because its gradient
is bounded: with too large a rate it cycles.

Sources: Polyak 1964, :doi:`10.1016/0041-5553(64)90137-5` (momentum); Armijo 1966,
:doi:`10.2140/pjm.1966.16.1` (halving until the loss falls enough).
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Protocol

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError, shown
from xentgui.model.recipes import Method, Walk
from xentgui.model.rows import Array
from xentgui.model.slope import Point, Slope
from xentgui.model.snapshot import Snapshot
from xentgui.model.state import State

_NO_RATE = QT_TRANSLATE_NOOP("errors", "The rate is {value}. Type a number above 0.")
_NO_MOMENTUM = QT_TRANSLATE_NOOP(
    "errors", "The momentum is {value}. Type a number from 0 to less than 1."
)
_NO_TOLERANCE = QT_TRANSLATE_NOOP("errors", "The tolerance is {value}. Type 0 or a number above 0.")
_NO_NEWTON = QT_TRANSLATE_NOOP(
    "errors",
    "Newton's method is for cross-entropy and KL divergence, and the loss is {loss}. "
    "Choose another loss, or the method gradient.",
)
_NO_SLOPE = QT_TRANSLATE_NOOP(
    "errors",
    "At temperature {value} the loss has no gradient to follow. "
    "Choose a temperature above 0 and below inf.",
)

_FALLS_ENOUGH = 1e-4
"""The share of the promised fall that a step of Newton has to keep, after Armijo."""

_HALVINGS = 60
_LONGEST_CYCLE = 8
_RESTS = 1e-12
"""A gradient below this, beside the target's sum, is rounding."""


class Verdict(StrEnum):
    """Why a walk ended, or what it would go on doing."""

    REACHED = "reached"  # the gradient is 0, or as small as the tolerance
    NO_MINIMUM = "no_minimum"  # the loss falls for ever, and the logits grow for ever
    CYCLING = "cycling"  # the same few states come again and again
    NOT_DECREASING = "not_decreasing"
    STEPS = "steps"  # all steps are taken, and the loss still falls


class Trace(NamedTuple):
    """A walk of n steps; entry 0 is where it began.

    Attributes
    ----------
    logits, probabilities
        Shape (n + 1, K).
    loss
        Shape (n + 1,), in nats or without unit.
    stopped
        Why it ended.
    """

    logits: Array
    probabilities: Array
    loss: Array
    stopped: Verdict


class HasGradient(Protocol):
    """A `Point`, or a `Snapshot`."""

    @property
    def gradient(self) -> Array: ...  # noqa: D102


class Walker:
    """Takes the steps of a walk, one at a time.

    Attributes
    ----------
    slope
        The loss that it walks down.
    point
        Where it stands.
    velocity
        The last step of gradient descent, which momentum takes along; shape (K,).
    """

    def __init__(self, state: State, walk: Walk) -> None:
        """Begin at `state`, at rest; raises RefusedError for a walk that makes no sense."""
        check(state, walk)
        self.slope = Slope(state)
        self.point = self.slope.at(state.logit_array)
        self.velocity = np.zeros_like(self.point.logits)
        self._walk = walk

    @property
    def rests(self) -> bool:
        """Whether the gradient is no larger than the tolerance, which is above 0."""
        return self._walk.tolerance > 0.0 and size_of(self.point) <= self._walk.tolerance

    def step(self) -> None:
        """Take a step."""
        self.point, self.velocity = step_from(self.slope, self._walk, self.point, self.velocity)


@np.errstate(all="ignore")
def step_from(slope: Slope, walk: Walk, point: Point, velocity: Array) -> tuple[Point, Array]:
    """Return where a step leads, and its velocity; a class that is off stays off.

    It is `point` itself if no step is possible: the numbers of a float end, or Newton's method
    finds no step with which the loss falls.
    """
    if walk.method is Method.NEWTON:
        return _newton_step(slope, point), np.zeros_like(velocity)
    on = np.isfinite(point.logits)
    slopes = np.where(on, point.gradient, 0.0)
    velocity = walk.momentum * velocity - walk.rate * slopes
    return _moved(slope, point, velocity), velocity


def walked(state: State, walk: Walk, steps: int) -> Trace:
    """Return the trace of at most `steps` steps from `state`.

    Raises RefusedError for a rate, momentum or tolerance that makes no sense, for Newton with
    another loss than the cross-entropy, and where the gradient is infinite.
    """
    walker = Walker(state, walk)
    passed = [walker.point]
    while len(passed) <= steps and not walker.rests:
        walker.step()
        passed.append(walker.point)
    losses = np.array([one.loss for one in passed])
    probabilities = np.array([one.probabilities for one in passed])
    return Trace(
        np.array([one.logits for one in passed]),
        probabilities,
        losses,
        verdict(walker.slope, walker.point, losses, probabilities, walk.tolerance),
    )


def size_of(point: HasGradient) -> float:
    """Return the largest component of the gradient."""
    return float(np.abs(point.gradient).max())


def length_of(gradient: Array) -> float:
    """Return the Euclidean length of a gradient, shape (K,), also where its squares overflow."""
    largest = float(np.abs(gradient).max())
    if not 0.0 < largest < np.inf:
        return largest
    return largest * float(np.sqrt(np.add.reduce(np.square(gradient / largest))))


def rests(slope: Slope, last: HasGradient, tolerance: float) -> bool:
    """Return whether the gradient is 0, apart from rounding, or no larger than `tolerance`."""
    return size_of(last) <= max(tolerance, _RESTS * max(slope.total, 1.0))


def safe_rate(snapshot: Snapshot) -> float:
    """Return 4 T**2/s, below which no step of gradient descent raises the cross-entropy."""
    temperature, total = snapshot.state.temperature, snapshot.target_sum
    return 4.0 * temperature * temperature / total if total else np.inf


def verdict(
    slope: Slope,
    last: HasGradient,
    losses: Array,
    probabilities: Array,
    tolerance: float,
) -> Verdict:
    """Return what is to be said of a walk that has passed n steps, the last one at `last`.

    `losses` has shape (n + 1,), and `probabilities` (n + 1, K).
    """
    if rests(slope, last, tolerance):
        return Verdict.REACHED
    if len(losses) < 3:
        return Verdict.STEPS
    if _is_cycling(probabilities):
        return Verdict.CYCLING
    if not losses[-1] < losses[-2]:
        return Verdict.NOT_DECREASING
    return Verdict.STEPS if slope.has_minimum else Verdict.NO_MINIMUM


def _is_cycling(passed: Array) -> bool:
    """Return whether the same few states come again, and from as far away as half a walk ago."""
    for period in range(2, min(_LONGEST_CYCLE, len(passed) // 2) + 1):
        now, before = passed[-period:], passed[-2 * period : -period]
        moved = _largest_move(now)
        if moved > 0.0 and float(np.abs(now - before).max()) <= 1e-3 * moved:
            middle = max(len(passed) // 2, period)
            return moved >= 0.9 * _largest_move(passed[middle - period : middle])
    return False


def _largest_move(passed: Array) -> float:
    return float(np.abs(passed - passed[-1]).max())


def check(state: State, walk: Walk) -> None:
    """Raise RefusedError for a walk that makes no sense from `state`."""
    check_walk(walk, state.loss)
    require_gradient(state.temperature)


def require_gradient(temperature: float) -> None:
    """Raise RefusedError where the gradient is infinite, or 0 everywhere."""
    if not 0.0 < temperature < np.inf:
        raise RefusedError(_NO_SLOPE, value=shown(temperature))


def check_walk(walk: Walk, loss: str) -> None:
    """Raise RefusedError for a walk that makes no sense down the loss with this key."""
    if not 0.0 < walk.rate < np.inf:
        raise RefusedError(_NO_RATE, value=shown(walk.rate))
    if not 0.0 <= walk.momentum < 1.0:
        raise RefusedError(_NO_MOMENTUM, value=shown(walk.momentum))
    if not 0.0 <= walk.tolerance < np.inf:
        raise RefusedError(_NO_TOLERANCE, value=shown(walk.tolerance))
    if walk.method is Method.NEWTON and loss not in {"cross_entropy", "kl_forward"}:
        raise RefusedError(_NO_NEWTON, loss=loss)


def _newton_step(slope: Slope, point: Point) -> Point:
    """Return the place after the first of the halved steps with which the loss falls enough."""
    y, p = slope.target, point.probabilities
    ratios = np.divide(y, slope.total * p, out=np.ones_like(p), where=p > 0.0)
    # A class without a target has the same step as one that is right; so nothing moves if s is 0.
    step = -slope.temperature * (1.0 - ratios)
    fall = float(np.add.reduce(np.where(p > 0.0, point.gradient * step, 0.0)))
    for _ in range(_HALVINGS):
        moved = _moved(slope, point, step)
        if moved.loss <= point.loss + _FALLS_ENOUGH * fall:
            return moved
        step, fall = step / 2.0, fall / 2.0
    return point


def _moved(slope: Slope, point: Point, step: Array) -> Point:
    logits = point.logits + step + 0.0  # + 0 turns -0 into 0, as in every state
    if not np.isfinite(logits[np.isfinite(point.logits)]).all():
        return point  # the numbers of a float end here
    return slope.at(logits)
