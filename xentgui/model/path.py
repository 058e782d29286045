"""What is drawn of a walk: the steps that are passed, and those that would come next."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from xentgui.model.message import RefusedError
from xentgui.model.rows import Array
from xentgui.model.run import Run
from xentgui.model.snapshot import Snapshot
from xentgui.model.view import View


class Path(NamedTuple):
    """The steps that are passed, the present one, and those to come.

    Attributes
    ----------
    logits, probabilities
        Shape (m + 1, K).
    losses
        Shape (m + 1,), in nats or without unit.
    at
        The row of the present state.
    first
        The number of the step of row 0.
    """

    logits: Array
    probabilities: Array
    losses: Array
    at: int
    first: int


_kept: tuple[Snapshot, View, int, Path] | None = None
_ahead: Run | None = None


def path_of(snapshot: Snapshot, view: View, ahead: int) -> Path:
    """Return all known steps of the run of `view`, and at least `ahead` steps beyond the present one.

    If nobody walks, the path begins at `snapshot`; where no step is possible, it ends there.  The
    last path is kept, and one that has moved on by a step costs one step.
    """
    global _kept  # noqa: PLW0603 (one is enough: panels are painted one after the other)
    if _kept is not None:
        known, seen, steps, path = _kept
        if known is snapshot and steps >= ahead and (seen.run, seen.walk) == (view.run, view.walk):
            return path
    path = _path(snapshot, view, ahead)
    _kept = snapshot, view, ahead, path
    return path


def _path(snapshot: Snapshot, view: View, ahead: int) -> Path:
    try:
        run = view.run or Run.begun(snapshot.state, view.walk)
    except RefusedError:
        logits, p = snapshot.logits.reshape(1, -1), snapshot.probabilities.reshape(1, -1)
        return Path(logits, p, np.array([snapshot.loss]), 0, 0)
    more = ahead - (run.count - 1 - run.at)
    if more <= 0:
        return Path(run.logits, run.probabilities, run.losses, run.at, run.forgotten)
    beyond = _beyond(run, more)
    rows = slice(beyond.at + 1, beyond.at + 1 + more)
    return Path(
        np.concatenate((run.logits, beyond.logits[rows])),
        np.concatenate((run.probabilities, beyond.probabilities[rows])),
        np.concatenate((run.losses, beyond.losses[rows])),
        run.at,
        run.forgotten,
    )


def _beyond(run: Run, more: int) -> Run:
    """Return a run that stands where `run` ends, and knows `more` steps from there, if possible."""
    global _ahead  # noqa: PLW0603
    known = _ahead
    here = None
    if known is not None and known.walk == run.walk and known.state is run.state:
        here = next((row for row in (known.at, known.at + 1) if run.ends_as(known, row)), None)
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
