"""The edit that walks: it goes to a step of a run."""

from __future__ import annotations

from collections.abc import Callable

from xentgui.model.edits.values import with_values
from xentgui.model.run import Run
from xentgui.model.state import State
from xentgui.model.subjects import Finder, OnState
from xentgui.model.view import View


class Along(OnState):
    """Goes to the present step of a run, and writes nothing but the logits."""

    __slots__ = ("_finder",)

    def __init__(self, find: Callable[[State], Run]) -> None:
        """`find` gives the run for the state before; raises RefusedError."""
        self._finder = finder = Finder(find)

        def change(state: State) -> State:
            run = finder(state)
            return with_values(state, "logits", 0, run.logits[run.at])

        super().__init__(change)

    @property
    def run(self) -> Run | None:
        """The run as it is after the edit; None before the edit is applied."""
        return self._finder.found


def run_at(state: State, view: View, step: int) -> Run:
    """Return the run of `view`, or one that begins at `state`, at a step, counted from 0.

    It takes the steps that it does not know yet.  Where no step is possible any more, it stands at
    its last one, and at its first one for steps that a long run has forgotten.  Raises RefusedError
    for a walk that makes no sense.
    """
    run = view.run if view.run is not None else Run.begun(state, view.walk)
    run = run.to(step - run.forgotten)
    while run.step < step:
        further = run.forward()
        if further is run:
            break
        run = further
    return run


def to_step(view: View, step: int) -> Along:
    """Return the edit that goes to a step of the run of `view`, or of one that begins now."""
    return Along(lambda state: run_at(state, view, step))
