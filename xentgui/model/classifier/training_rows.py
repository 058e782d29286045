"""What is kept of each step of a training."""

from __future__ import annotations

from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.training import Place
from xentgui.model.rows import Array
from xentgui.model.step_rows import LEAST_ROOM, StepRows


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
