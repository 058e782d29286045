"""Steps through the rows of a batch in a given order, and skips those that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from xentgui.model import Snapshot, State, default_labels
from xentgui.model.message import RefusedError
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.file_array import LostFileError
from xentgui.reading.read_error import MOST_PLACES, together
from xentgui.reading.samples.order import Order, arranged, place_of
from xentgui.reading.samples.row_state import row_state
from xentgui.reading.samples.scan import Scan

MOST_SKIPPED: Final = 1000
"""The most bad rows that one step skips."""


class Step(NamedTuple):
    """The result of a step.

    Attributes
    ----------
    state
        The state of the row.
    skipped
        Why the requested row is not shown, or None.
    """

    state: State
    skipped: RefusedError | None


class Walk:
    """A place among the rows of a batch.

    Attributes
    ----------
    rows
        The numbers of the rows, from 0, in the current order.
    row
        The row that is shown.
    place
        Its position in `rows`; the nearest position if it is not among them.
    order, only_wrong
        The order that `rows` have, and whether they are the wrong ones only.
    """

    def __init__(
        self, batch: LogitsBatch, names: Callable[[int], Sequence[str]] = default_labels
    ) -> None:
        """Begin at the first row; `names` makes labels for K classes if the file has none."""
        self.batch = batch
        self._names = names
        self.rows: Sequence[int] | NDArray[np.int64] = range(batch.samples)
        self.row = 0
        self.place = 0
        self.order, self.only_wrong = Order.FILE, False
        # The rows that were shown, by a hash of their logits, because undo can restore one of them.
        self._shown: dict[int, int] = {}
        self._present = 0

    @property
    def count(self) -> int:
        """How many rows can be stepped through."""
        return len(self.rows)

    @property
    def is_whole_file(self) -> bool:
        """Whether `rows` are all rows, in the order of the file."""
        return isinstance(self.rows, range)

    def go(self, place: int, like: State) -> Step:
        """Go to the row at `place`, or to the nearest good row in the direction of the step.

        `like` gives the scalar settings, and what the file lacks.  Raises RefusedError, and changes
        nothing, if there is no good row near `place`, or if the file is no longer the same one.
        """
        refusals: list[RefusedError] = []
        for near in self._near(place):
            row = int(self.rows[near])
            try:
                state = row_state(self.batch, row, like, self._names)
            except LostFileError:
                raise
            except RefusedError as error:
                if len(refusals) <= MOST_PLACES:
                    refusals.append(error)
                continue
            self.row, self.place = row, near
            self._present = _trace(state.logit_array)
            self._shown[self._present] = row
            return Step(state, refusals[0] if refusals else None)
        raise together(refusals)

    def taken(self, row: int, like: State) -> State:
        """Return the state of `row`, which `follow` will know; raises RefusedError."""
        state = row_state(self.batch, row, like, self._names)
        self._shown[_trace(state.logit_array)] = row
        return state

    def follow(self, snapshot: Snapshot) -> bool:
        """Go to the row that `snapshot` shows, if it is one that was shown before.

        Returns whether the logits are those of a row, unchanged.
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
        """Put the rows in another order; return False, and change nothing, if none are left."""
        rows = arranged(scan, order, only_wrong=only_wrong)
        if not len(rows):
            return False
        self.rows, self.order, self.only_wrong = rows, order, only_wrong
        self._find_place()
        return True

    @property
    def is_among(self) -> bool:
        """Whether the current row is one of `rows`."""
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
