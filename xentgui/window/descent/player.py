"""What goes on by itself, step by step: it takes steps, goes back, plays, and keeps its run."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xentgui.documents.store import Gesture, Store
from xentgui.language.text import explain
from xentgui.model import Snapshot
from xentgui.model.message import RefusedError
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.window.descent.kind_of_run import KindOfRun, Run, What
from xentgui.window.descent.pace import Pace

if TYPE_CHECKING:
    from xentgui.model.descent import Verdict

_EARLIER = 8
"""So many runs are kept, so that undo leads back into them."""


class Playing(Enum):
    """What goes on by itself."""

    NOTHING = auto()
    STEPS = auto()  # one after the other, to be watched
    TO_THE_END = auto()


class Player(KindOfRun[Run, What]):
    """Takes the steps of a run that the view has, and keeps it beside the numbers.

    A step is an edit, and an undo step; a play is one undo step, unless something else is done
    meanwhile.  What happens to the run when somebody changes the numbers:

    - Where the new numbers are a step of the run, it stands there.  So undo and redo go back and
      forth along it.  They end a play.
    - While it plays, a hand that the run can follow (see `_put`) puts the present step elsewhere,
      and it goes on from there: hand and run add up, in one undo step for as long as the hand holds
      on.
    - Every other change begins a new run, with the first step that is taken after it.  A play goes
      on with that new run.  Undo leads back into the last few runs.
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
        """Follow all changes of the numbers of `store`, after those who do so already."""
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
        before = store.follow
        store.follow = lambda view, snapshot, edit: self._follow(
            before(view, snapshot, edit), snapshot, edit
        )
        store.opened.connect(self._forget)

    # What is shown

    @property
    def plays(self) -> bool:
        """Whether it goes on by itself."""
        return self.playing is not Playing.NOTHING

    @property
    def takes_step(self) -> bool:
        """Whether the change that is under way is a step of a play."""
        return self.plays and self._run_of(self._store.edit_in_progress) is not None

    @property
    def run(self) -> Run | None:
        """The run in progress."""
        return self._run_in(self._store.view)

    @property
    def step(self) -> int:
        """The number of the present step, from 0."""
        run = self.run
        return 0 if run is None else run.step

    @property
    def steps(self) -> int:
        """The number of the last step that is known."""
        run = self.run
        return 0 if run is None else run.steps

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before the present one."""
        run = self.run
        return run is not None and run.at > 0

    @property
    def ending(self) -> str:
        """Why the last play ended by itself, in a sentence in the current language; or ""."""
        if self.verdict is None or self._ended is None:
            return self.reason
        return self._words(self.verdict, self._ended)

    def _show_run(self, run: Run | None) -> None:
        self._store.show(self._viewing(self._store.view, run))

    # Steps by hand

    def forward(self) -> None:
        """Take a step.  Raises RefusedError if that makes no sense here."""
        self.pause()
        self._go(self.step + 1, self._names()[1])

    def back(self) -> None:
        """Go back a step."""
        self.pause()
        self._go(self.step - 1, self._names()[2])

    def to_start(self) -> None:
        """Go to where the run began."""
        self.pause()
        self._go(0, self._names()[3])

    def reset(self) -> None:
        """Go to where the run began, and forget its steps."""
        if self.run is not None:
            self.to_start()
            run = self.run
            if run is not None:
                self._keep(run)
            self._show_run(None)

    def _go(self, step: int, text: str) -> None:
        run = self._run_at(step)
        self._say(None)
        self._take(run, text, self)
        if run.step < step:  # no step changes anything any more
            self._say(self._ending_of(run), run)

    def _take(self, run: Run, text: str, owner: object) -> bool:
        if not self._store.edit(self._edit_to(run), text, owner):
            return False
        shown = self.run
        if shown is None or shown.step != run.step:  # a step that changes no number
            self._show_run(run)
        return True

    # Plays

    def play(self, *, to_the_end: bool = False) -> None:
        """Begin to go on by itself, step by step, or as fast as it can.

        Raises RefusedError if that makes no sense here.
        """
        self._run_at(0)
        self.taken = 0
        self.playing = Playing.TO_THE_END if to_the_end else Playing.STEPS
        self._pace.start()
        self._say(None)

    def pause(self) -> None:
        """End a play; what it has done is an undo step."""
        if self.plays:
            self._halt()
            self._end_own_gesture()

    def toggle(self) -> None:
        """Play, or end the play.  Raises RefusedError."""
        if self.plays:
            self.pause()
        else:
            self.play()

    def _end_own_gesture(self) -> None:
        gesture = self._store.gesture
        if gesture is not None and gesture.owner is self:
            gesture.end()

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

    def _is_due(self) -> bool:
        """Return whether a step of a play belongs to this frame."""
        return True

    def _on_frame(self) -> None:
        if self._is_due():
            self._try(self._play_on)

    def _try(self, act: Callable[[], None]) -> None:
        """Do what belongs to a play, which ends if that is refused, or fails."""
        try:
            act()
        except RefusedError as error:  # what else was changed meanwhile leaves no run
            self._end(None, reason=explain(error))
        except Exception:
            self._halt()  # or the same error would come with every frame
            raise

    def _play_on(self) -> None:
        self._show_played(*self._played(self._run_at(self.step)))

    def _show_played(self, run: Run, taken: int, ending: Verdict | None) -> None:
        store, name = self._store, self._names()[0]
        self.taken += taken
        if store.gesture is None:
            store.begin(self, name)
        # While a hand holds on to something, its gesture takes the steps, too.
        gesture = store.gesture
        assert gesture is not None
        text = name if gesture.owner is self else gesture.text
        if not self._take(run, text, gesture.owner):
            self._end(None)  # the store says why it was refused
        elif ending is not None:
            self._end(ending, run)

    # What becomes of the run

    def _follow(self, view: View, snapshot: Snapshot, edit: Edit | None) -> View:
        """Return `view` with the run that belongs to `snapshot`, as the class says."""
        taken, what = self._run_of(edit), self._what(snapshot)
        if taken is not None and what is not None:
            if not self._is_at(taken, what):  # the subject has rounded its numbers, say
                taken = self._put(taken, what) or taken
            return self._viewing(view, taken)
        if edit is None and self._store.is_moving and self.plays:
            self._halt()
        run = self._run_in(view)
        self.verdict, self.reason = None, ""
        if run is None and not self._earlier:
            return view
        found = None if what is None else self._place_of(what, run)
        if found is None and run is not None:
            gesture = self._store.gesture
            if self.plays and edit is not None and what is not None:
                found = self._put(run, what)
            if found is None or gesture is None or gesture is not self._handled:
                self._keep(run)
                self._handled = gesture
        return view if found is run else self._viewing(view, found)

    def _place_of(self, what: What, run: Run | None) -> Run | None:
        """Return `run`, or the last one before it, at `what`; None if it is no step of any."""
        here = [] if run is None else [run]
        for one in (*here, *self._earlier):
            found = self._standing_at(one, what)
            if found is not None:
                return found
        return None

    def _keep(self, run: Run) -> None:
        if run.steps:
            self._earlier.insert(0, run)
            del self._earlier[_EARLIER:]

    def _forget(self) -> None:
        self.pause()
        self._earlier.clear()
        self._handled = None
        if self.run is not None:
            self._show_run(None)
