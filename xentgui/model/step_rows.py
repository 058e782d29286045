"""The numbers of the steps of a run, a row each, which runs with a common beginning share."""

from __future__ import annotations

from typing import Self

import numpy as np

from xentgui.model.rows import Array

LEAST_ROOM = 16


class StepRows:
    """Arrays with a row a step, which are written once, from the first row on.

    Attributes
    ----------
    arrays
        Each of shape (room, …).
    used
        How many rows are written.
    """

    __slots__ = ("arrays", "used")

    def __init__(self, room: int, *shapes: tuple[int, ...]) -> None:
        """Make room for `room` rows; `shapes` are those of one row of each array."""
        self.arrays: tuple[Array, ...] = tuple(np.empty((room, *shape)) for shape in shapes)
        self.used = 0

    @property
    def room(self) -> int:
        """How many rows there can be."""
        return len(self.arrays[0])

    def from_row(self, first: int, count: int, room: int) -> Self:
        """Return new rows with room for `room` that begin with those from `first` to `count`."""
        rows = type(self)(max(room, LEAST_ROOM), *(one.shape[1:] for one in self.arrays))
        rows.used = count - first
        for ours, theirs in zip(rows.arrays, self.arrays, strict=True):
            ours[: rows.used] = theirs[first:count]
        return rows

    def write(self, *numbers: Array | float) -> None:
        """Write a row of each array behind the others; there is room for it."""
        for array, row in zip(self.arrays, numbers, strict=True):
            array[self.used] = row
        self.used += 1


def read_only(array: Array) -> Array:
    """Return `array`, which cannot be written any more."""
    array.setflags(write=False)
    return array
