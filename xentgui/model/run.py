"""A walk that somebody takes in the window: the steps that are passed, and those to come.

A `Run` does not change: a step gives another one.  Both share the numbers of the steps before, so
that a step costs the same after a thousand others.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from xentgui.model.descent import Verdict, check, rests, size_of, step_from, verdict
from xentgui.model.edits.copying import copied
from xentgui.model.recipes import Walk
from xentgui.model.rows import Array
from xentgui.model.slope import Point, Slope
from xentgui.model.state import State
from xentgui.model.step_rows import LEAST_ROOM, StepRows, read_only

MOST_NUMBERS = 1 << 22
"""The most logits that a run keeps; then it forgets its oldest steps."""


MOST_STEPS = 10_000
"""A play ends after so many steps, whatever happens."""

MOST_RISING = 50
"""After so many steps without a new lowest loss, it is not decreasing."""

_SEEN = 30
_AS_FAST = 0.05
_FALLEN = 2.0


def falls_like_1_over_n(losses: Array) -> bool:
    """Return whether 1/L grows by the same amount with every step, for enough of `losses`, (n,).

    Where the falling began does not matter, as it would for n * L.  A loss that has hardly fallen
    yet could fall in any way.
    """
    last = len(losses) - 1
    if last < _SEEN or not (losses > 0.0).all():
        return False
    half, quarter = last // 2, last // 4
    inverse = 1.0 / losses[[quarter, half, last]]
    late = (inverse[2] - inverse[1]) / (last - half)
    early = (inverse[1] - inverse[0]) / (half - quarter)
    has_fallen = inverse[2] >= _FALLEN * inverse[0]
    return bool(has_fallen and abs(late - early) <= _AS_FAST * late)


class _Rows(StepRows):
    """The logits, softmax and velocity of each step, shape (room, K), and its loss, (room,)."""

    __slots__ = ()

    @property
    def logits(self) -> Array:
        return self.arrays[0]

    @property
    def probabilities(self) -> Array:
        return self.arrays[1]

    @property
    def velocities(self) -> Array:
        return self.arrays[2]

    @property
    def losses(self) -> Array:
        return self.arrays[3]

    @classmethod
    def begun(cls, point: Point, velocity: Array) -> _Rows:
        """Return rows with nothing but `point`."""
        shape = point.logits.shape
        rows = cls(LEAST_ROOM, shape, shape, shape, ())
        rows.write(point.logits, point.probabilities, velocity, point.loss)
        return rows

    def extended(self, first: int, count: int, point: Point, velocity: Array) -> _Rows:
        """Return rows that begin with those from `first` to `count`, and go on with `point`."""
        rows = self
        if first or count != self.used or count == self.room:
            rows = self.from_row(first, count, 2 * (count - first))
        rows.write(point.logits, point.probabilities, velocity, point.loss)
        return rows


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Run:
    """A walk in progress: how it is walked, the n steps that are known, and where it stands.

    Attributes
    ----------
    walk
        How the next step is taken.
    state
        A state of the run: everything but its logits is the same at all steps.
    at
        The row of the present state.
    count
        The number of rows, n + 1.
    forgotten
        How many steps were there before row 0; a long run forgets its oldest ones.
    """

    walk: Walk
    state: State
    at: int
    count: int
    forgotten: int = 0
    _rows: _Rows = field(repr=False)
    _slope: Slope = field(repr=False)
    _end: Point = field(repr=False)  # the last row

    @classmethod
    def begun(cls, state: State, walk: Walk) -> Run:
        """Return a run that stands at `state`, with no step yet.

        Raises RefusedError for a walk that makes no sense.
        """
        check(state, walk)
        slope = Slope(state)
        point = slope.at(state.logit_array)
        rows = _Rows.begun(point, np.zeros_like(point.logits))
        return cls(walk=walk, state=state, at=0, count=1, _rows=rows, _slope=slope, _end=point)

    @property
    def logits(self) -> Array:
        """The logits of every step, shape (n + 1, K); row `at` are the present ones."""
        return read_only(self._rows.logits[: self.count])

    @property
    def probabilities(self) -> Array:
        """The softmax of every step, shape (n + 1, K)."""
        return read_only(self._rows.probabilities[: self.count])

    @property
    def losses(self) -> Array:
        """The loss of every step, shape (n + 1,), in nats or without unit."""
        return read_only(self._rows.losses[: self.count])

    @property
    def step(self) -> int:
        """The number of the present step, from 0."""
        return self.forgotten + self.at

    @property
    def steps(self) -> int:
        """The number of the last step that is known."""
        return self.forgotten + self.count - 1

    @property
    def verdict(self) -> Verdict:
        """What is to be said of all its steps."""
        return verdict(self._slope, self._end, self.losses, self.probabilities, self.walk.tolerance)

    def ending(self, taken: int) -> Verdict | None:
        """Return why a play of `taken` steps ends where the run ends now; None if it goes on.

        A loss that falls for ever is followed until it can be seen that it falls like 1/n.  One
        that rises may fall again; it is given up if it has not for `MOST_RISING` steps.
        """
        if self.rests:
            for_ever = size_of(self._end) > 0.0 and not self._slope.has_minimum
            return Verdict.NO_MINIMUM if for_ever else Verdict.REACHED
        found, losses = self.verdict, self.losses
        if found is Verdict.CYCLING:
            return found
        if found is Verdict.NO_MINIMUM and falls_like_1_over_n(losses[-1 - taken :]):
            return found
        if self.count - 1 - int(losses.argmin()) >= MOST_RISING:
            return Verdict.NOT_DECREASING
        return Verdict.STEPS if taken >= MOST_STEPS else None

    @property
    def rests(self) -> bool:
        """Whether the gradient of the last step is 0, or no larger than the tolerance."""
        return rests(self._slope, self._end, self.walk.tolerance)

    @property
    def can_go_on(self) -> bool:
        """Whether a step changes anything."""
        return self.forward() is not self

    def forward(self) -> Run:
        """Return the run one step further; itself if no step changes anything any more."""
        if self.at < self.count - 1:
            return replace(self, at=self.at + 1)
        velocity = self._rows.velocities[self.at]
        point, velocity = step_from(self._slope, self.walk, self._end, velocity)
        if np.array_equal(point.logits, self._end.logits):
            return self
        return self._extended(self.count, point, velocity)

    def to(self, at: int) -> Run:
        """Return the run at row `at`, or at the nearest one that there is."""
        return replace(self, at=min(max(at, 0), self.count - 1))

    def walking(self, walk: Walk) -> Run:
        """Return the run that goes on from the present step with another `walk`.

        The steps before it stay; those beyond it are taken anew.  Raises RefusedError.
        """
        check(self.state, walk)
        end = self._point(self.at)
        return replace(self, walk=walk, count=self.at + 1, _end=end)

    def put(self, state: State) -> Run:
        """Return the run with `state`, which differs in its logits only, as its present step.

        It goes on from there with the velocity that it has.
        """
        velocity = self._rows.velocities[self.at]
        return self._extended(self.at, self._slope.at(state.logit_array), velocity)

    def alone(self) -> Run:
        """Return a run with nothing but the last step of this one; the two share no numbers."""
        velocity = self._rows.velocities[self.count - 1]
        rows = _Rows.begun(self._end, velocity)
        return replace(self, at=0, count=1, forgotten=0, _rows=rows)

    def ends_as(self, other: Run, row: int) -> bool:
        """Return whether the last step of this run is step `row` of `other`, with its velocity."""
        if not 0 <= row < other.count:
            return False
        ours, theirs, last = self._rows, other._rows, self.count - 1
        return np.array_equal(ours.logits[last], theirs.logits[row]) and np.array_equal(
            ours.velocities[last], theirs.velocities[row]
        )

    def place_of(self, state: State) -> int | None:
        """Return the row of `state`, the nearest one to the present; None if it is no step."""
        logits = state.logit_array
        if len(logits) != self._rows.logits.shape[1] or not self.goes_on_in(state):
            return None
        known = self.logits
        found = [
            row
            for row in (known[:, 0] == logits[0]).nonzero()[0].tolist()
            if np.array_equal(known[row], logits)
        ]
        return min(found, key=lambda row: abs(row - self.at)) if found else None

    def goes_on_in(self, state: State) -> bool:
        """Return whether `state` has the loss, target and settings of this run, and its classes."""
        if len(state.logit_array) != len(self.state.logit_array):
            return False
        return copied(state, logits=self.state.logit_array) == self.state

    def _extended(self, count: int, point: Point, velocity: Array) -> Run:
        classes = len(point.logits)
        first = count // 2 if (count + 1) * classes > MOST_NUMBERS and count > 2 else 0
        rows = self._rows.extended(first, count, point, velocity)
        count -= first
        return replace(
            self,
            at=count,
            count=count + 1,
            forgotten=self.forgotten + first,
            _rows=rows,
            _end=point,
        )

    def _point(self, row: int) -> Point:
        return self._end if row == self.count - 1 else self._slope.at(self.logits[row].copy())
