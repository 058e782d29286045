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

from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from xentgui.model.losses import LOSSES
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError, shown
from xentgui.model.rows import Array
from xentgui.model.snapshot import Snapshot, derive
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


class Method(StrEnum):
    """How a step is chosen."""

    GRADIENT = "gradient"
    NEWTON = "newton"


class Verdict(StrEnum):
    """Why a walk ended, or what it would go on doing."""

    REACHED = "reached"  # the gradient is 0, or as small as the tolerance
    NO_MINIMUM = "no_minimum"  # the loss falls for ever, and the logits grow for ever
    CYCLING = "cycling"  # the same few states come again and again
    NOT_DECREASING = "not_decreasing"
    STEPS = "steps"  # all steps are taken, and the loss still falls


class Walk(NamedTuple):
    """How to walk.

    Attributes
    ----------
    method
        How a step is chosen.
    rate, momentum
        eta, above 0, and beta, from 0 to less than 1; Newton has neither.
    tolerance
        The walk ends where no component of the gradient is larger; 0 takes all steps.
    """

    method: Method = Method.GRADIENT
    rate: float = 1.0
    momentum: float = 0.0
    tolerance: float = 0.0


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


class Walker:
    """Takes the steps of a walk, one at a time.

    Attributes
    ----------
    snapshot
        Where it stands.
    """

    def __init__(self, state: State, walk: Walk) -> None:
        """Begin at `state`; raises RefusedError for a walk that makes no sense."""
        _check(state, walk)
        self.snapshot = derive(state)
        self._walk = walk
        self._velocity = np.zeros_like(self.snapshot.logits)

    @property
    def rests(self) -> bool:
        """Whether the gradient is no larger than the tolerance, which is above 0."""
        return self._walk.tolerance > 0.0 and size_of(self.snapshot) <= self._walk.tolerance

    def step(self) -> None:
        """Take a step; a class that is off stays off."""
        if self._walk.method is Method.NEWTON:
            self.snapshot = _newton_step(self.snapshot)
            return
        on = np.isfinite(self.snapshot.logits)
        slopes = np.where(on, self.snapshot.gradient, 0.0)
        self._velocity = self._walk.momentum * self._velocity - self._walk.rate * slopes
        self.snapshot = _moved(self.snapshot, self._velocity)


def walked(state: State, walk: Walk, steps: int) -> Trace:
    """Return the trace of at most `steps` steps from `state`.

    Raises RefusedError for a rate, momentum or tolerance that makes no sense, for Newton with
    another loss than the cross-entropy, and where the gradient is infinite.
    """
    walker = Walker(state, walk)
    passed = [walker.snapshot]
    while len(passed) <= steps and not walker.rests:
        walker.step()
        passed.append(walker.snapshot)
    return Trace(
        np.array([one.logits for one in passed]),
        np.array([one.probabilities for one in passed]),
        np.array([one.loss for one in passed]),
        verdict(passed, walk.tolerance),
    )


def size_of(snapshot: Snapshot) -> float:
    """Return the largest component of the gradient."""
    return float(np.abs(snapshot.gradient).max())


def safe_rate(snapshot: Snapshot) -> float:
    """Return 4 T**2/s, below which no step of gradient descent raises the cross-entropy."""
    temperature, total = snapshot.state.temperature, snapshot.target_sum
    return 4.0 * temperature * temperature / total if total else np.inf


def verdict(passed: list[Snapshot], tolerance: float) -> Verdict:
    """Return what is to be said of the snapshots that a walk has passed."""
    last = passed[-1]
    if size_of(last) <= max(tolerance, _RESTS * max(last.target_sum, 1.0)):
        return Verdict.REACHED
    if len(passed) < 3:
        return Verdict.STEPS
    if _is_cycling(passed):
        return Verdict.CYCLING
    if not last.loss < passed[-2].loss:
        return Verdict.NOT_DECREASING
    loss = LOSSES[last.state.loss]
    if not loss.has_minimum(last.effective_target, loss.parameters_in(last.state)):
        return Verdict.NO_MINIMUM
    return Verdict.STEPS


def _is_cycling(passed: list[Snapshot]) -> bool:
    """Return whether the same few states come again, and from as far away as half a walk ago."""
    for period in range(2, min(_LONGEST_CYCLE, (len(passed) - 1) // 2) + 1):
        moved = _largest_move(passed[-1 - period :])
        returned = _distance(passed[-1], passed[-1 - period])
        middle = max(len(passed) // 2, period + 1)
        before = _largest_move(passed[middle - period - 1 : middle])
        if returned <= 1e-3 * moved and moved >= 0.9 * before:
            return True
    return False


def _largest_move(passed: list[Snapshot]) -> float:
    return max(_distance(passed[-1], one) for one in passed)


def _distance(one: Snapshot, other: Snapshot) -> float:
    return float(np.abs(one.probabilities - other.probabilities).max())


def _check(state: State, walk: Walk) -> None:
    if not 0.0 < walk.rate < np.inf:
        raise RefusedError(_NO_RATE, value=shown(walk.rate))
    if not 0.0 <= walk.momentum < 1.0:
        raise RefusedError(_NO_MOMENTUM, value=shown(walk.momentum))
    if not 0.0 <= walk.tolerance < np.inf:
        raise RefusedError(_NO_TOLERANCE, value=shown(walk.tolerance))
    if walk.method is Method.NEWTON and state.loss not in {"cross_entropy", "kl_forward"}:
        raise RefusedError(_NO_NEWTON, loss=state.loss)
    if not 0.0 < state.temperature < np.inf:
        raise RefusedError(_NO_SLOPE, value=shown(state.temperature))


def _newton_step(snapshot: Snapshot) -> Snapshot:
    """Return the state after the first of the halved steps with which the loss falls enough."""
    y, p = snapshot.effective_target, snapshot.probabilities
    ratios = np.divide(y, snapshot.target_sum * p, out=np.ones_like(p), where=p > 0.0)
    # A class without a target has the same step as one that is right; so nothing moves if s is 0.
    step = -snapshot.state.temperature * (1.0 - ratios)
    slope = float(np.add.reduce(np.where(p > 0.0, snapshot.gradient * step, 0.0)))
    for _ in range(_HALVINGS):
        moved = _moved(snapshot, step)
        if moved.loss <= snapshot.loss + _FALLS_ENOUGH * slope:
            return moved
        step, slope = step / 2.0, slope / 2.0
    return snapshot


def _moved(snapshot: Snapshot, step: Array) -> Snapshot:
    logits = snapshot.logits + step
    if not np.isfinite(logits[np.isfinite(snapshot.logits)]).all():
        return snapshot  # the numbers of a float end here
    return derive(replace(snapshot.state, logits=tuple(logits.tolist())))
