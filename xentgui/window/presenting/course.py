"""The course of a lecture: where it is, and what is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from xentgui.documents import moment as moments
from xentgui.documents.moment import Beat, Moment, moment_at
from xentgui.documents.questions import Task
from xentgui.documents.scene import Scene
from xentgui.documents.scene_texts import snapshot_of
from xentgui.documents.store import Store
from xentgui.model import Snapshot
from xentgui.model.along import Along
from xentgui.model.goals import is_reached
from xentgui.model.guess import Guess
from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit, Subject
from xentgui.model.view import View
from xentgui.window.presenting.asking import Answers, Asking
from xentgui.window.presenting.between import way
from xentgui.window.presenting.motion_clock import MotionClock


class Course(QObject):
    """Steps through scenes; an edit meanwhile is a what-if, and the scenes stay as prepared.

    Attributes
    ----------
    store
        The numbers that are shown; not those of the window in which scenes are prepared.
    moment
        Where the lecture is, or where it is on its way to.
    blank
        "black", "white", or "" for the picture.
    is_frozen
        Whether the audience sees what it saw.
    has_pointer
        Whether the pointer is a large dot.
    tally
        The number of the vote that is counted with keys, from 0, or None.
    tallied
        The number of the vote that was counted with keys last, while its question is asked.
    guess_has_keys
        Whether the keys up and down move the guess.
    scale
        The size of everything, from 1.
    typed
        The digits of a scene's number that were typed.
    overlay
        "overview", "help", or "".
    shows_captions
        Whether captions are shown.
    turn
        How often the panels were changed for those without room.
    began
        Runs from the first step on.
    reached
        How many steps of each scene the audience has seen, by the numbers of the scenes.

    Signals
    -------
    moved()
        Another moment is shown; its values may be on their way.
    arrived()
        The values of the moment are there.
    changed()
        Something else about the presentation has changed.
    fade_wanted()
        The values cannot move to where they go: the picture before is to fade.
    leaving()
        `moment` is where the lecture goes, and the numbers are still those before.
    leave_requested(), swap_requested()
        The windows are to be closed, or to change places.
    keep_requested(int, Subject)
        The scene with this number is to have this subject from now on.
    add_requested(Beat, Subject)
        After this beat, a step is to bring the values to this subject.
    """

    moved = Signal()
    arrived = Signal()
    changed = Signal()
    fade_wanted = Signal(int)
    leaving = Signal()
    leave_requested = Signal()
    swap_requested = Signal()
    keep_requested = Signal(int, object)
    add_requested = Signal(object, object)

    def __init__(
        self,
        scenes: Sequence[Scene],
        beat: Beat,
        *,
        decimals: int = 4,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.scenes, self._decimals = tuple(scenes), decimals
        self.asking = Asking()
        self._changes = 0
        self._known: dict[Beat, Moment] = {}
        self.reached = {beat.scene: beat.step}
        self._done: tuple[int, Task] | None = None
        self.tally: int | None = None
        self.tallied: int | None = None
        self.moment: Moment = self.moment_at(moments.nearest(self.scenes, beat))
        self.store = Store(self.moment.subject, self)
        self.store.follow = self._follow
        self.store.show(self.moment.view)
        self.store.changed.connect(self._on_edited)
        self.store.history.indexChanged.connect(lambda _: self._on_edited())
        self.blank = self.typed = self.overlay = ""
        self.is_frozen = self.has_pointer = self.guess_has_keys = False
        # Where the audience's window is the only one, it can have the notes below its picture.
        self.is_alone = self.shows_notes = self.sleeps = False
        self.shows_captions, self.scale, self.turn = True, 1.0, 0
        self.began = QElapsedTimer()
        self.clock = MotionClock(self)
        self.clock.arrived.connect(self._on_arrived)
        self._arrives_with: Subject = self.moment.subject

    # Where it is

    @property
    def beat(self) -> Beat:
        """The place in the lecture."""
        return self.moment.beat

    @property
    def is_moving(self) -> bool:
        """Whether values are on their way."""
        return self.clock.runs

    @property
    def is_what_if(self) -> bool:
        """Whether something else is shown than was prepared."""
        now, prepared = self.store.subject, self.moment.subject
        return not self.is_moving and now is not prepared and now != prepared

    @property
    def next_moment(self) -> Moment | None:
        """What the next step shows; None after the last one."""
        beat = moments.after(self.scenes, self.beat)
        return None if beat is None else self.moment_at(beat)

    # What is asked

    @property
    def guess(self) -> Guess | None:
        """The guess that is drawn, or None."""
        return self.asking.guess(self.moment)

    @property
    def asks(self) -> bool:
        """Whether a question is asked, and not yet answered."""
        return self.beat.asks

    @property
    def is_done(self) -> bool:
        """Whether the task of the moment has been done since the scene was entered."""
        return self.moment.task is not None and self._done == (self.beat.scene, self.moment.task)

    @property
    def answers(self) -> Answers | None:
        """What was answered to the question that is asked, or was asked last."""
        return self.asking.at(self.moment)

    @property
    def seconds_left(self) -> float | None:
        """The share of the time to think that is left, 0 … 1; None where none runs."""
        question, answers = self.moment.question, self.answers
        if not self.asks or question is None or not question.choices or answers is None:
            return None
        return max(1.0 - answers.began.elapsed() / 1000.0 / question.seconds, 0.0)

    def moment_at(self, beat: Beat) -> Moment:
        """Return the moment: always the very same, because what is prepared for it is known by it."""
        found = self._known.get(beat)
        if found is None:
            found = self._known[beat] = moment_at(self.scenes, beat, self._decimals)
        return found

    # What can be done

    @contextmanager
    def one_change(self) -> Iterator[None]:
        """Tell of all that happens meanwhile once, at its end: a step is laid out once."""
        self._changes += 1
        try:
            yield
        finally:
            self._changes -= 1
            self.tell()

    @property
    def is_changing(self) -> bool:
        """Whether `changed` is still to come: what is shown now would not be seen."""
        return self._changes > 0

    def tell(self) -> None:
        """Tell that something has changed, unless more is about to."""
        if not self._changes:
            self.changed.emit()

    def go(self, beat: Beat, *, moves: bool = False) -> None:
        """Show the moment at `beat`, or the nearest one; with `moves`, values move there."""
        with self.one_change():
            self._go(beat, moves=moves)

    def _go(self, beat: Beat, *, moves: bool) -> None:
        self.clock.finish()
        self.store.end_gesture()
        before, self.moment = self.moment, self.moment_at(moments.nearest(self.scenes, beat))
        scene, step, _ = self.beat
        self.reached[scene] = max(step, self.reached.get(scene, 0))
        if before.beat.scene != self.beat.scene:
            self.turn = 0
            self._done = None
        self.overlay, self.guess_has_keys = "", False
        self.tally = self.tallied = None
        self._arrives_with = self.moment.subject
        path = way(self.store.subject, self.moment.subject) if moves else None
        fades = moves and path is None and self.moment.motion > 0
        if fades:
            self.fade_wanted.emit(self.moment.motion)
        self.leaving.emit()
        if self.moment.subject is not self.store.subject:
            self.store.expected = snapshot_of(self.moment.subject)  # also where values move there
        if path is None:
            self.store.open(self.moment.subject, self.beat.scene)
        self.store.show(replace(self.moment.view, guess=self.guess))
        if self.asks and (answers := self.asking.at(self.moment)) is not None:
            answers.began.start()
        stays = self.store.subject is self.moment.subject or path is None
        move = path or (lambda _share: self.moment.subject)
        self.clock.start(
            0 if stays else self.moment.motion, lambda share: self.store.set_subject(move(share))
        )
        self.moved.emit()

    def point_soon(self, mark: Mark | None) -> None:
        """Do `point_at` in the next turn: another scene can come under a pointer that rests."""
        QTimer.singleShot(0, self, lambda: self.point_at(mark))

    def point_at(self, mark: Mark | None) -> None:
        """Emphasise `mark`; without one, what the scene is about."""
        if mark is not None and not mark.is_in(self.store.snapshot.state):
            mark = None
        highlight = mark if mark is not None else self.moment.view.highlight
        self.store.show(replace(self.store.view, highlight=highlight))

    def show_scenes(self, scenes: Sequence[Scene]) -> None:
        """Go on with other scenes, because one was kept."""
        self.scenes, self._known = tuple(scenes), {}
        self.moment = self.moment_at(moments.nearest(self.scenes, self.beat))
        self.tell()

    def end(self) -> None:
        """Stop: nothing moves, and nobody is told of what goes away."""
        self.clock.finish()
        self.store.end_gesture()
        # A stack that is deleted emits signals about its steps, when their receivers are gone.
        self.store.history.blockSignals(True)

    def be_alone(self, *, alone: bool, notes: bool) -> None:
        """Know whether the audience's window is the only one, and whether it shows the `notes`."""
        self.is_alone, self.shows_notes = alone, alone and notes
        self.tell()

    # What follows

    def _on_arrived(self) -> None:
        # The exact subject, and no step of the way in the history.
        with self.one_change():
            self.store.open(self._arrives_with, self.beat.scene)
            self.arrived.emit()

    def _on_edited(self, *_: object) -> None:
        if not self.is_moving:
            task = self.moment.task
            if task is not None and not self.is_done and self.is_what_if:
                reached = is_reached(task.goal, self.store.snapshot)
                self._done = (self.beat.scene, task) if reached else None
            self.tell()

    @staticmethod
    def _follow(view: View, snapshot: Snapshot, edit: Edit | None) -> View:
        run, state = view.run, snapshot.state
        if isinstance(edit, Along) and edit.run is not None:
            return replace(view, run=edit.run)  # a hand goes along the walk
        if run is None or run.place_of(state) == run.at:
            return view
        # The present step goes where a hand puts it, and where it is on its way from the one before.
        return replace(view, run=run.put(state) if run.goes_on_in(state) else None)
