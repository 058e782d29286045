"""What is kept of each step of a training, and of those that were taken beside it."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from xentgui.model.classifier.fit import Fit
from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.training import Place
from xentgui.model.rows import Array
from xentgui.model.step_rows import LEAST_ROOM, StepRows

MOST_NUMBERS: Final = 1 << 22
"""The most numbers of W and b that a run keeps; then it forgets its oldest steps."""


class TrainingRows(StepRows):
    """W, b and their velocities, the mean loss and the accuracy of each step.

    The shapes are (room, K, F) for weights, (room, K) for biases and (room,) for the rest.
    """

    __slots__ = ()

    @classmethod
    def begun(cls, shape: tuple[int, ...]) -> TrainingRows:
        """Return rows for weights of `shape` (K, F), none of which is written."""
        return cls(LEAST_ROOM, shape, shape[:1], shape, shape[:1], (), ())

    @property
    def weights(self) -> Array:
        """W of each step."""
        return self.arrays[0]

    @property
    def biases(self) -> Array:
        """The biases of each step."""
        return self.arrays[1]

    @property
    def losses(self) -> Array:
        """The mean loss of each step."""
        return self.arrays[4]

    @property
    def accuracies(self) -> Array:
        """The share of the points that are right."""
        return self.arrays[5]

    def add(self, place: Place, loss: float, accuracy: float) -> None:
        """Write a row behind the others; there is room for it."""
        self.write(*place.linear, *place.velocity, loss, accuracy)

    def place(self, row: int, step: int) -> Place:
        """Return where the training stood at a row."""
        weights, biases, weight_velocities, bias_velocities = (
            one[row].copy() for one in self.arrays[:4]
        )
        return Place(Linear(weights, biases), Linear(weight_velocities, bias_velocities), step)

    def with_room(self, count: int, more: int) -> tuple[int, TrainingRows]:
        """Return how many rows are forgotten, and rows up to `count` with room for some more."""
        if count == self.used and count + more <= self.room:
            return 0, self
        numbers = self.weights[0].size + self.biases[0].size
        first = count // 2 if (count + 1) * numbers > MOST_NUMBERS and count > 2 else 0
        return first, self.from_row(first, count, 2 * (count - first) + more)

    def rows_at(self, linear: Linear, count: int) -> list[int]:
        """Return which of the first `count` rows have the W and b of `linear`."""
        weights, biases = self.weights[:count], self.biases[:count]
        return [
            row
            for row in (weights[:, 0, 0] == linear.weights[0, 0]).nonzero()[0].tolist()
            if np.array_equal(weights[row], linear.weights)
            and np.array_equal(biases[row], linear.bias)
        ]


class Taken(NamedTuple):
    """A step: where it led, and the mean loss and the accuracy there."""

    place: Place
    loss: float
    accuracy: float


class Ahead(NamedTuple):
    """What lies ahead of the present step of a run.

    Attributes
    ----------
    taken
        The steps that it did not know yet.
    fit
        What follows from W and b where they end.
    row
        The row where they end, if it is one that the run knows.
    """

    taken: tuple[Taken, ...]
    fit: Fit
    row: int | None = None
