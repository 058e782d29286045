"""What goes on by itself, step by step: it takes steps, goes back, plays, and keeps its run."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Generic, Protocol, Self, TypeVar

from PySide6.QtCore import QObject, Signal

from xentgui.documents.store import Gesture, Store
from xentgui.language.text import explain
from xentgui.model import Snapshot
from xentgui.model.message import RefusedError
from xentgui.model.subjects import Edit
from xentgui.model.view import View
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


class AnyRun(Protocol):
    """A run: the steps that are known, and where it stands."""

    @property
    def at(self) -> int:
        """The row of the present step."""

    @property
    def step(self) -> int:
        """The number of the present step, from 0."""

    @property
    def steps(self) -> int:
        """The number of the last step that is known."""

    def to(self, at: int) -> Self:
        """Return the run at row `at`, or at the nearest one that there is."""


_Run = TypeVar("_Run", bound=AnyRun)
_What = TypeVar("_What")


class Player(QObject, Generic[_Run, _What]):
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
        self._ended: _Run | None = None  # the run that `verdict` is about
        self.reason = ""
        self.taken = 0
        self._earlier: list[_Run] = []
        self._handled: Gesture | None = None  # the drag for which the run before it is kept
        self._pace = Pace(self)
        self._pace.frame.connect(self._on_frame)
        before = store.follow
        store.follow = lambda view, snapshot, edit: self._follow(
            before(view, snapshot, edit), snapshot, edit
        )
        store.opened.connect(self._forget)

    # What each kind of run says

    def _run_in(self, view: View) -> _Run | None:
        """Return the run in `view`."""
        raise NotImplementedError

    def _viewing(self, view: View, run: _Run | None) -> View:
        """Return `view` with another run."""
        raise NotImplementedError

    def _run_at(self, step: int) -> _Run:
        """Return the run at a step, or one that begins now; raises RefusedError."""
        raise NotImplementedError

    def _edit_to(self, run: _Run) -> Edit:
        """Return the edit that goes to the present step of `run`."""
        raise NotImplementedError

    def _played(self, run: _Run) -> tuple[_Run, int, Verdict | None]:
        """Return the run after a frame of a play, how many steps it took, and whether it ends."""
        raise NotImplementedError

    def _run_of(self, edit: Edit | None) -> _Run | None:
        """Return the run that `edit` goes along; None for every other edit."""
        raise NotImplementedError

    def _what(self, snapshot: Snapshot) -> _What | None:
        """Return what a run has as its steps, in `snapshot`; None if there is no such thing."""
        raise NotImplementedError

    def _standing_at(self, run: _Run, what: _What) -> _Run | None:
        """Return `run` at the step that is `what`; None if it is no step of it."""
        raise NotImplementedError

    def _is_at(self, run: _Run, what: _What) -> bool:
        """Return whether the present step of `run` is `what`."""
        raise NotImplementedError

    def _put(self, run: _Run, what: _What) -> _Run | None:
        """Return `run` with `what` as its present step; None if it cannot follow."""
        raise NotImplementedError

    def _ending_of(self, run: _Run) -> Verdict | None:
        """Return what is said where no step of `run` changes anything any more."""
        raise NotImplementedError

    def _words(self, verdict: Verdict, run: _Run) -> str:
        """Return what is said of a play that has ended, translated."""
        raise NotImplementedError

    def _names(self) -> tuple[str, str, str, str]:
        """Return the names of a play, a step, a step back, and of going to the start."""
        raise NotImplementedError

    # What is shown

    @property
    def plays(self) -> bool:
        """Whether it goes on by itself."""
        return self.playing is not Playing.NOTHING

    @property
    def run(self) -> _Run | None:
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

    def _show_run(self, run: _Run | None) -> None:
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

    def _take(self, run: _Run, text: str, owner: object) -> bool:
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

    def _end(self, verdict: Verdict | None, run: _Run | None = None, reason: str = "") -> None:
        self.verdict, self._ended, self.reason = verdict, run, reason
        self.pause()

    def _say(self, verdict: Verdict | None, run: _Run | None = None) -> None:
        self.verdict, self._ended, self.reason = verdict, run, ""
        self.changed.emit()

    def _is_due(self) -> bool:
        """Return whether a step of a play belongs to this frame."""
        return True

    def _on_frame(self) -> None:
        if not self._is_due():
            return
        try:
            self._play_on()
        except RefusedError as error:  # what else was changed meanwhile leaves no run
            self._end(None, reason=explain(error))
        except Exception:
            self._halt()  # or the same error would come with every frame
            raise

    def _play_on(self) -> None:
        store, name = self._store, self._names()[0]
        run, taken, ending = self._played(self._run_at(self.step))
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

    def _place_of(self, what: _What, run: _Run | None) -> _Run | None:
        """Return `run`, or the last one before it, at `what`; None if it is no step of any."""
        here = [] if run is None else [run]
        for one in (*here, *self._earlier):
            found = self._standing_at(one, what)
            if found is not None:
                return found
        return None

    def _keep(self, run: _Run) -> None:
        if run.steps:
            self._earlier.insert(0, run)
            del self._earlier[_EARLIER:]

    def _forget(self) -> None:
        self.pause()
        self._earlier.clear()
        self._handled = None
        if self.run is not None:
            self._show_run(None)
