"""Walks down the loss: takes steps, goes back, and plays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QElapsedTimer

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot, State
from xentgui.model.recipes import Walk
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.window.descent.player import Player, Playing

if TYPE_CHECKING:
    from xentgui.model.descent import Verdict
    from xentgui.model.run import Run

_STEP = QT_TRANSLATE_NOOP("descent", "Take a Step")
_BACK = QT_TRANSLATE_NOOP("descent", "Go Back a Step")
_START = QT_TRANSLATE_NOOP("descent", "Go to the Start of the Walk")
_PLAY = QT_TRANSLATE_NOOP("descent", "Walk")
_AHEAD_MS = 8
"""In each frame, a walk to the end takes as many steps as fit into this time."""


class Walking(Player["Run", State]):
    """Takes the steps of the walk that the view has.

    It goes on while a hand moves logits.  Another target, loss or temperature, and other classes,
    begin a new run, as do logits that are changed while nothing plays.
    """

    def choose(self, walk: Walk) -> None:
        """Walk on in another way; the steps so far stay.  Raises RefusedError."""
        from xentgui.model.descent import check_walk  # noqa: PLC0415 - a start does not walk

        view = self._store.view
        check_walk(walk, self._store.snapshot.state.loss)
        if walk == view.walk:
            return
        run = view.run
        if run is not None:
            run = run.walking(walk)
        self._store.show(replace(view, walk=walk, run=run))
        self._say(None)

    def pin(self) -> None:
        """Keep this run for comparison, or let a kept one go.

        If nobody has walked yet, that is the walk from here.  Raises RefusedError.
        """
        view = self._store.view
        kept = None
        if view.pinned_run is None:
            kept = self._run_at(self.step)
        self._store.show(replace(view, pinned_run=kept))

    def _run_in(self, view: View) -> Run | None:
        return view.run

    def _viewing(self, view: View, run: Run | None) -> View:
        return replace(view, run=run)

    def _run_at(self, step: int) -> Run:
        from xentgui.model.along import run_at  # noqa: PLC0415

        return run_at(self._store.snapshot.state, self._store.view, step)

    def _edit_to(self, run: Run) -> Edit:
        from xentgui.model.along import Along  # noqa: PLC0415

        return Along(lambda _: run)

    def _is_due(self) -> bool:
        return self.playing is not Playing.STEPS or self._pace.is_due(self.taken)

    def _played(self, run: Run) -> tuple[Run, int, Verdict | None]:
        from xentgui.model.descent import Verdict  # noqa: PLC0415

        clock, taken = QElapsedTimer(), 0
        clock.start()
        ending: Verdict | None = None
        while ending is None:
            further = run.forward()
            if further is run:
                ending = run.ending(self.taken + taken) or Verdict.NOT_DECREASING
                break
            run, taken = further, taken + 1
            if run.step == run.steps:
                ending = run.ending(self.taken + taken)
            if self.playing is Playing.STEPS or clock.elapsed() >= _AHEAD_MS:
                break
        return run, taken, ending

    def _run_of(self, edit: Edit | None) -> Run | None:
        run: Run | None = getattr(edit, "run", None)
        return run

    def _what(self, snapshot: Snapshot) -> State:
        return snapshot.state

    def _standing_at(self, run: Run, what: State) -> Run | None:
        row = run.place_of(what)
        if row is None:
            return None
        return run if row == run.at else run.to(row)

    def _is_at(self, run: Run, what: State) -> bool:
        return np.array_equal(run.logits[run.at], what.logit_array)

    def _put(self, run: Run, what: State) -> Run | None:
        return run.put(what) if run.goes_on_in(what) else None

    def _ending_of(self, run: Run) -> Verdict | None:
        return run.ending(run.steps) or run.verdict

    def _words(self, verdict: Verdict, run: Run) -> str:
        from xentgui.window.descent.sentences import sentence_of  # noqa: PLC0415

        return sentence_of(verdict, run)

    def _names(self) -> tuple[str, str, str, str]:
        play, step, back, start = (
            translate("descent", text) for text in (_PLAY, _STEP, _BACK, _START)
        )
        return play, step, back, start
