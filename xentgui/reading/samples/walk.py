"""Stepping through the rows of a batch, in some order, around those that hold nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from xentgui.model import Snapshot, State, default_labels
from xentgui.model.message import RefusedError
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.samples.order import Order, arranged, place_of
from xentgui.reading.samples.row_state import row_state
from xentgui.reading.samples.scan import Scan

MOST_SKIPPED: Final = 1000
"""Bad rows that are stepped over in one go."""


class Step(NamedTuple):
    """Where a step led.

    Attributes
    ----------
    state
        What the row comes to.
    skipped
        Why the row that was asked for is not shown, or None.
    """

    state: State
    skipped: RefusedError | None


class Walk:
    """A place among the rows of a batch.

    Attributes
    ----------
    rows
        The rows in the present order, counted from 0.
    row
        The row that is shown.
    place
        Where it stands in `rows`; the nearest place if it is not among them.
    order, only_wrong
        What `rows` were last arranged by.
    """

    def __init__(
        self, batch: LogitsBatch, names: Callable[[int], Sequence[str]] = default_labels
    ) -> None:
        """Begin at the first row; `names` gives names for as many classes, if the file has none."""
        self.batch = batch
        self._names = names
        self.rows: Sequence[int] | NDArray[np.int64] = range(batch.samples)
        self.row = 0
        self.place = 0
        self.order, self.only_wrong = Order.FILE, False
        # Rows that were shown, by a hash of their logits: undo brings one of them back.
        self._shown: dict[int, int] = {}
        self._present = 0

    @property
    def count(self) -> int:
        """How many rows can be stepped through."""
        return len(self.rows)

    @property
    def is_whole_file(self) -> bool:
        """Whether all rows are there, as in the file."""
        return isinstance(self.rows, range)

    def go(self, place: int, like: State) -> Step:
        """Go to the row at `place`, or the nearest good one, in the direction of the step.

        `like` gives the scalar settings, and what the file has not.  Raises RefusedError
        if there is no good row anywhere near; then everything is as it was.
        """
        skipped: RefusedError | None = None
        for near in self._near(place):
            row = int(self.rows[near])
            try:
                state = row_state(self.batch, row, like, self._names)
            except RefusedError as error:
                skipped = skipped or error
                continue
            self.row, self.place = row, near
            self._present = _trace(state.logit_array)
            self._shown[self._present] = row
            return Step(state, skipped)
        assert skipped is not None
        raise skipped

    def follow(self, snapshot: Snapshot) -> bool:
        """Go to the row that `snapshot` shows, if it is one that was shown before.

        Returns whether it is the logits of a row, untouched.
        """
        trace = _trace(snapshot.logits)
        if trace != self._present:
            row = self._shown.get(trace)
            if row is None:
                return False
            self._present, self.row = trace, row
            self._find_place()
        return True

    def arrange(self, scan: Scan, order: Order, *, only_wrong: bool) -> bool:
        """Put the rows in another order; return False, and change nothing, if none would be left."""
        rows = arranged(scan, order, only_wrong=only_wrong)
        if not len(rows):
            return False
        self.rows, self.order, self.only_wrong = rows, order, only_wrong
        self._find_place()
        return True

    @property
    def is_among(self) -> bool:
        """Whether the row that is shown is one of `rows`."""
        return int(self.rows[self.place]) == self.row

    def _find_place(self) -> None:
        place = place_of(self.rows, self.row)
        self.place = min(self.place, self.count - 1) if place is None else place

    def _near(self, place: int) -> Iterator[int]:
        place = min(max(place, 0), self.count - 1)
        onward = range(place, self.count) if place >= self.place else range(place, -1, -1)
        yield from onward[:MOST_SKIPPED]
        back = range(place - 1, -1, -1) if place >= self.place else range(place + 1, self.count)
        yield from back[:MOST_SKIPPED]


def _trace(logits: NDArray[np.float64]) -> int:
    return hash(logits.tobytes())
