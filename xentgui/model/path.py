"""What is drawn of a walk: the steps that are passed, and those that would come next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from xentgui.model.message import RefusedError
from xentgui.model.rows import Array
from xentgui.model.run import Run
from xentgui.model.snapshot import Snapshot
from xentgui.model.view import View


class Rows(NamedTuple):
    """The numbers of some steps in a row, a row each.

    Attributes
    ----------
    logits, probabilities
        Shape (n, K).
    losses
        Shape (n,), in nats or without unit.
    """

    logits: Array
    probabilities: Array
    losses: Array

    def upto(self, count: int) -> Rows:
        """Return the first `count` of them, or as many as there are."""
        return Rows(*(numbers[:count] for numbers in self))


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """The steps that are passed, the present one, and those to come.

    After a thousand steps of a thousand classes, to put all logits in a row for every frame takes
    longer than to draw them.  So the steps to come stay beside the known ones, and who draws some
    classes asks for these.

    Attributes
    ----------
    at
        The row of the present state.
    first
        The number of the step of row 0.
    """

    at: int
    first: int
    _known: Rows
    _coming: Rows | None = None

    def __len__(self) -> int:
        """Return the number of rows, m + 1."""
        return len(self._known.losses) + (0 if self._coming is None else len(self._coming.losses))

    @property
    def logits(self) -> Array:
        """The logits at every step, shape (m + 1, K)."""
        return _joined([rows.logits for rows in self._parts])

    @property
    def probabilities(self) -> Array:
        """The softmax at every step, shape (m + 1, K)."""
        return _joined([rows.probabilities for rows in self._parts])

    @property
    def losses(self) -> Array:
        """The loss at every step, shape (m + 1,), in nats or without unit."""
        return _joined([rows.losses for rows in self._parts])

    @property
    def largest(self) -> Array:
        """The largest probability of each class at any step, shape (K,)."""
        found = _largest_of(self._known.probabilities)
        if self._coming is not None and len(self._coming.losses):
            found = np.maximum(found, self._coming.probabilities.max(axis=0))
        return found

    def logits_of(self, classes: Sequence[int]) -> Array:
        """Return the logits of n `classes`, shape (m + 1, n)."""
        return _joined([rows.logits[:, list(classes)] for rows in self._parts])

    def probabilities_of(self, classes: Sequence[int]) -> Array:
        """Return the softmax of n `classes`, shape (m + 1, n)."""
        return _joined([rows.probabilities[:, list(classes)] for rows in self._parts])

    def logits_at(self, row: int) -> Array:
        """Return the logits at one step, shape (K,)."""
        known = len(self._known.losses)
        if row < known or self._coming is None:
            return np.asarray(self._known.logits[row])
        return np.asarray(self._coming.logits[row - known])

    def upto(self, row: int) -> Path:
        """Return the path that ends with `row`, or with a known step beyond it, or as it is."""
        if self._coming is None or len(self) <= row + 1:
            return self
        coming = self._coming.upto(max(row + 1 - len(self._known.losses), 0))
        return replace(self, _coming=coming)

    @property
    def _parts(self) -> tuple[Rows, ...]:
        return (self._known,) if self._coming is None else (self._known, self._coming)


_kept: tuple[Snapshot, View, int, dict[int, Path]] | None = None
_ahead: Run | None = None
_largest: tuple[Array, int, Array] | None = None


def path_of(snapshot: Snapshot, view: View, ahead: int) -> Path:
    """Return all known steps of the run of `view`, and `ahead` steps beyond the present one.

    If nobody walks, the path begins at `snapshot`; where no step is possible, it ends there.  The
    last path is kept, and one that has moved on by a step costs one step.  What one panel gets does
    not depend on what another one asks for.
    """
    global _kept  # noqa: PLW0603 (one is enough: panels are painted one after the other)
    if _kept is not None:
        known, seen, steps, paths = _kept
        is_same = known is snapshot and seen.run is view.run and seen.walk == view.walk
        if is_same and steps >= ahead:
            if ahead not in paths:
                longest = paths[steps]
                paths[ahead] = longest.upto(longest.at + ahead)
            return paths[ahead]
    path = _path(snapshot, view, ahead)
    _kept = snapshot, view, ahead, {ahead: path}
    return path


def path_through(run: Run, last: int) -> Path:
    """Return the known steps of `run` up to row `last`, and one at least."""
    return Path(run.at, run.forgotten, _rows_of(run).upto(max(last + 1, 1)))


def _path(snapshot: Snapshot, view: View, ahead: int) -> Path:
    try:
        run = view.run or Run.begun(snapshot.state, view.walk)
    except RefusedError:
        logits, p = snapshot.logits.reshape(1, -1), snapshot.probabilities.reshape(1, -1)
        return Path(0, 0, Rows(logits, p, np.array([snapshot.loss])))
    more = ahead - (run.count - 1 - run.at)
    if more <= 0:
        return Path(run.at, run.forgotten, _rows_of(run))
    beyond = _beyond(run, more)
    rows = slice(beyond.at + 1, beyond.at + 1 + more)
    coming = Rows(beyond.logits[rows], beyond.probabilities[rows], beyond.losses[rows])
    return Path(run.at, run.forgotten, _rows_of(run), coming)


def _rows_of(run: Run) -> Rows:
    return Rows(run.logits, run.probabilities, run.losses)


def _joined(parts: Sequence[Array]) -> Array:
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _largest_of(probabilities: Array) -> Array:
    """Return the largest of each column of a run's `probabilities`, shape (n, K).

    A run only ever adds rows to an array, so that a step costs one row.
    """
    global _largest  # noqa: PLW0603 (one is enough, as above)
    every, count = probabilities.base, len(probabilities)
    if every is None:
        return np.asarray(probabilities.max(axis=0))
    found, first = None, 0
    if _largest is not None and _largest[0] is every and _largest[1] <= count:
        _, first, found = _largest
    if first < count:
        new = probabilities[first:].max(axis=0)
        found = new if found is None else np.maximum(found, new)
        _largest = every, count, found
    assert found is not None
    return found


def _beyond(run: Run, more: int) -> Run:
    """Return a run that stands where `run` ends, and knows `more` steps from there, if possible."""
    global _ahead  # noqa: PLW0603
    known = _ahead
    here = None
    if known is not None and known.walk == run.walk and known.state is run.state:
        # A picture that follows more slowly may be a step behind.
        near = known.at, known.at + 1, known.at - 1
        here = next((row for row in near if run.ends_as(known, row)), None)
    last, at = (run.alone(), 0) if known is None or here is None else (known, here)
    last = last.to(last.count - 1)
    while last.count - 1 - at < more:
        further = last.forward()
        if further is last:
            break
        at -= further.forgotten - last.forgotten
        last = further
    _ahead = last.to(at)
    return _ahead
