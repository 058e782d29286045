"""What a command may request of numbers: of samples, points, walks and trainings."""

from __future__ import annotations

from typing import Protocol


class SampleHost(Protocol):
    """Reads logits from files, and steps through many samples."""

    @property
    def is_open(self) -> bool:
        """Whether there are samples to step through."""

    def ask(self) -> None:
        """Ask for a file and take the logits in it."""

    def step(self, key: str) -> None:
        """Go to the "first", "previous", "next" or "last" sample."""

    def close(self) -> None:
        """Close the sample bar; the numbers stay."""


class PointsHost(Protocol):
    """Opens and saves tables of points."""

    def ask_open(self) -> None:
        """Ask for a table and open it."""

    def ask_save(self) -> None:
        """Ask for a name and save the points."""


class PlayHost(Protocol):
    """Takes steps, by hand or by itself."""

    @property
    def plays(self) -> bool:
        """Whether it goes on by itself."""

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before the present one."""

    def forward(self) -> None:
        """Take a step."""

    def back(self) -> None:
        """Go back a step."""

    def to_start(self) -> None:
        """Go to where it began."""

    def toggle(self) -> None:
        """Play, or end the play."""

    def pin(self) -> None:
        """Keep this run for comparison, or let a kept one go."""


class WalkHost(PlayHost, Protocol):
    """Walks down the loss."""

    def play(self, *, to_the_end: bool = False) -> None:
        """Begin to walk by itself, step by step, or as fast as it can."""

    def reset(self) -> None:
        """Go to where the walk began, and forget its steps."""


class TrainHost(PlayHost, Protocol):
    """Trains a classifier."""

    @property
    def has_points(self) -> bool:
        """Whether there is a classifier that could be trained."""

    def to_zero(self) -> None:
        """Set W and b to 0, and begin a new training."""

    def to_optimum(self) -> None:
        """Go where the mean loss is least."""
