"""Walks down the loss: takes steps, goes back, and plays."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, Signal

from xentgui.documents.store import Gesture, Store
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.model import Snapshot, State
from xentgui.model.message import RefusedError
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.model.walk import Walk
from xentgui.window.descent.pace import Pace

if TYPE_CHECKING:
    from xentgui.model.descent import Verdict
    from xentgui.model.run import Run

_STEP = QT_TRANSLATE_NOOP("descent", "Take a Step")
_BACK = QT_TRANSLATE_NOOP("descent", "Go Back a Step")
_START = QT_TRANSLATE_NOOP("descent", "Go to the Start of the Walk")
_PLAY = QT_TRANSLATE_NOOP("descent", "Walk")
_AHEAD_MS = 8
"""In each frame, a walk to the end takes as many steps as fit into this time."""

_EARLIER = 8
"""So many runs are kept, so that undo leads back into them."""


class Playing(Enum):
    """What goes on by itself."""

    NOTHING = auto()
    STEPS = auto()  # one after the other, to be watched
    TO_THE_END = auto()


class Walking(QObject):
    """Takes the steps of the walk that the view has, and keeps its run beside the numbers.

    A step is an edit of the logits, and an undo step; a play is one undo step, unless something
    else is done meanwhile.  What happens to the run when somebody changes the numbers:

    - Where the new state is a step of the run, the walk stands there.  So undo and redo go back and
      forth along it.  They end a play.
    - While it plays, a hand on a logit puts the present step elsewhere, and the walk goes on from
      there: hand and walk add up, in one undo step for as long as the hand holds on.
    - Every other change begins a new run, with the first step that is taken after it: logits that
      are changed while nothing plays, another target, loss, temperature, or other classes.  A play
      goes on with that new run.  Undo leads back into the last few runs.
    - Opening another document ends a play, and forgets all runs.

    Attributes
    ----------
    playing
        What goes on by itself.
    verdict
        Why the last play ended by itself, or None; and after how many steps it did.

    Signals
    -------
    changed()
        A play begins or ends, or `verdict` is another one.
    """

    changed = Signal()

    def __init__(self, store: Store, parent: QObject) -> None:
        """Follow all changes of the numbers of `store`."""
        super().__init__(parent)
        self._store = store
        self.playing = Playing.NOTHING
        self.verdict: Verdict | None = None
        self._ended: Run | None = None  # the run that `verdict` is about
        self.reason = ""
        self.taken = 0
        self._earlier: list[Run] = []
        self._handled: Gesture | None = None  # the drag for which the run before it is kept
        self._pace = Pace(self)
        self._pace.frame.connect(self._on_frame)
        store.follow = self._follow
        store.opened.connect(self._forget)

    @property
    def plays(self) -> bool:
        """Whether the walk goes on by itself."""
        return self.playing is not Playing.NOTHING

    @property
    def step(self) -> int:
        """The number of the present step, from 0."""
        run = self._store.view.run
        return 0 if run is None else run.step

    @property
    def steps(self) -> int:
        """The number of the last step that is known."""
        run = self._store.view.run
        return 0 if run is None else run.steps

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before the present one."""
        run = self._store.view.run
        return run is not None and run.at > 0

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

    @property
    def ending(self) -> str:
        """Why the last play ended by itself, in a sentence in the current language; or ""."""
        if self.verdict is None or self._ended is None:
            return self.reason
        from xentgui.window.descent.sentences import sentence_of  # noqa: PLC0415

        return sentence_of(self.verdict, self._ended)

    # Steps by hand

    def forward(self) -> None:
        """Take a step.  Raises RefusedError if the walk makes no sense here."""
        self.pause()
        self._go(self.step + 1, translate("descent", _STEP))

    def back(self) -> None:
        """Go back a step."""
        self.pause()
        self._go(self.step - 1, translate("descent", _BACK))

    def to_start(self) -> None:
        """Go to where the walk began."""
        self.pause()
        self._go(0, translate("descent", _START))

    def reset(self) -> None:
        """Go to where the walk began, and forget its steps."""
        if self._store.view.run is not None:
            self.to_start()
            run = self._store.view.run
            if run is not None:
                self._keep(run)
            self._store.show(replace(self._store.view, run=None))

    def pin(self) -> None:
        """Keep this run for comparison, or let a kept one go.

        If nobody has walked yet, that is the walk from here.  Raises RefusedError.
        """
        from xentgui.model.along import run_at  # noqa: PLC0415

        view = self._store.view
        kept = None
        if view.pinned_run is None:
            kept = run_at(self._store.snapshot.state, view, self.step)
        self._store.show(replace(view, pinned_run=kept))

    def _go(self, step: int, text: str) -> None:
        from xentgui.model.along import run_at  # noqa: PLC0415

        store = self._store
        run = run_at(store.snapshot.state, store.view, step)
        self._say(None)
        self._walk_to(run, text, self)
        if run.step < step:  # no step changes anything any more
            self._say(run.ending(run.steps) or run.verdict, run)

    def _walk_to(self, run: Run, text: str, owner: object) -> bool:
        from xentgui.model.along import Along  # noqa: PLC0415

        store = self._store
        if not store.edit(Along(lambda _: run), text, owner):
            return False
        shown = store.view.run
        if shown is None or shown.step != run.step:  # a step that changes no number
            store.show(replace(store.view, run=run))
        return True

    # Plays

    def play(self, *, to_the_end: bool = False) -> None:
        """Begin to walk by itself, step by step, or as fast as it can.

        Raises RefusedError if the walk makes no sense here.
        """
        from xentgui.model.along import run_at  # noqa: PLC0415

        run_at(self._store.snapshot.state, self._store.view, 0)
        self.taken = 0
        self.playing = Playing.TO_THE_END if to_the_end else Playing.STEPS
        self._pace.start()
        self._say(None)

    def pause(self) -> None:
        """End a play; what it has done is an undo step."""
        if self.plays:
            self._halt()
            gesture = self._store.gesture
            if gesture is not None and gesture.owner is self:
                gesture.end()

    def toggle(self) -> None:
        """Play, or end the play.  Raises RefusedError."""
        if self.plays:
            self.pause()
        else:
            self.play()

    def _halt(self) -> None:
        self.playing = Playing.NOTHING
        self._pace.stop()
        self.changed.emit()

    def _end(self, verdict: Verdict | None, run: Run | None = None, reason: str = "") -> None:
        self.verdict, self._ended, self.reason = verdict, run, reason
        self.pause()

    def _say(self, verdict: Verdict | None, run: Run | None = None) -> None:
        self.verdict, self._ended, self.reason = verdict, run, ""
        self.changed.emit()

    def _on_frame(self) -> None:
        if self.playing is Playing.STEPS and not self._pace.is_due(self.taken):
            return
        try:
            self._play_on()
        except RefusedError as error:  # what else was changed meanwhile leaves no walk
            self._end(None, reason=explain(error))
        except Exception:
            self._halt()  # or the same error would come with every frame
            raise

    def _play_on(self) -> None:
        from xentgui.model.along import run_at  # noqa: PLC0415
        from xentgui.model.descent import Verdict  # noqa: PLC0415

        store, clock = self._store, QElapsedTimer()
        clock.start()
        run = run_at(store.snapshot.state, store.view, self.step)
        ending: Verdict | None = None
        while ending is None:
            further = run.forward()
            if further is run:
                ending = run.ending(self.taken) or Verdict.NOT_DECREASING
                break
            run, self.taken = further, self.taken + 1
            if run.step == run.steps:
                ending = run.ending(self.taken)
            if self.playing is Playing.STEPS or clock.elapsed() >= _AHEAD_MS:
                break
        if store.gesture is None:
            store.begin(self, translate("descent", _PLAY))
        # While a hand holds on to something, its gesture takes the steps, too.
        gesture = store.gesture
        assert gesture is not None
        text = translate("descent", _PLAY) if gesture.owner is self else gesture.text
        if not self._walk_to(run, text, gesture.owner):
            self._end(None)  # the store says why it was refused
        elif ending is not None:
            self._end(ending, run)

    # What becomes of the run

    def _follow(self, view: View, snapshot: Snapshot, edit: Edit | None) -> View:
        """Return `view` with the run that belongs to `snapshot`, as the class says."""
        walked: Run | None = getattr(edit, "run", None)
        if walked is not None:
            if not np.array_equal(walked.logits[walked.at], snapshot.logits):
                walked = walked.put(snapshot.state)  # the subject has rounded them
            return replace(view, run=walked)
        if edit is None and self._store.is_moving and self.plays:
            self._halt()
        self.verdict, self.reason = None, ""
        run, state = view.run, snapshot.state
        if run is None and not self._earlier:
            return view
        found = self._place_of(state, run)
        if found is None and run is not None:
            gesture = self._store.gesture
            if self.plays and edit is not None and run.goes_on_in(state):
                found = run.put(state)
            if found is None or gesture is None or gesture is not self._handled:
                self._keep(run)
                self._handled = gesture
        return view if found is run else replace(view, run=found)

    def _place_of(self, state: State, run: Run | None) -> Run | None:
        """Return `run`, or the last one before it, at `state`; None if it is no step of any."""
        here = [] if run is None else [run]
        for one in (*here, *self._earlier):
            row = one.place_of(state)
            if row is not None:
                return one if row == one.at else one.to(row)
        return None

    def _keep(self, run: Run) -> None:
        if run.steps:
            self._earlier.insert(0, run)
            del self._earlier[_EARLIER:]

    def _forget(self) -> None:
        self.pause()
        self._earlier.clear()
        self._handled = None
        if self._store.view.run is not None:
            self._store.show(replace(self._store.view, run=None))
