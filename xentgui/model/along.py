"""The edit that walks: it goes to a step of a run."""

from __future__ import annotations

from xentgui.model.edits.values import with_values
from xentgui.model.message import RefusedError
from xentgui.model.run import Run
from xentgui.model.snapshot import Snapshot
from xentgui.model.subjects import OnState
from xentgui.model.view import View


class Along(OnState):
    """Goes to the present step of `run`, and writes nothing but the logits.

    Who applies it can see from `run` where the walk stands afterwards.
    """

    __slots__ = ("run",)

    def __init__(self, run: Run) -> None:
        self.run = run
        super().__init__(lambda state: with_values(state, "logits", 0, run.logits[run.at]))


def run_at(snapshot: Snapshot, view: View, step: int) -> Run:
    """Return the run of `view`, or one that begins at `snapshot`, at a step, from 0.

    It takes the steps that it does not know yet.  Where no step is possible any more, it stands at
    its last one; the same for steps that a long run has forgotten.  Raises RefusedError for a walk
    that makes no sense.
    """
    run = view.run if view.run is not None else Run.begun(snapshot.state, view.walk)
    run = run.to(step - run.forgotten)
    while run.step < step:
        further = run.forward()
        if further is run:
            break
        run = further
    return run


def can_walk(snapshot: Snapshot, view: View) -> bool:
    """Return whether the walk of `view` makes sense from `snapshot`."""
    try:
        run_at(snapshot, view, 0)
    except RefusedError:
        return False
    return True
