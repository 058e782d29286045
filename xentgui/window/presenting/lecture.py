"""A lecture in progress: its course, what its keys do, and what its audience answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from xentgui.documents import moment as moments
from xentgui.documents.moment import Beat
from xentgui.documents.scene import Scene
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.window.presenting.course import Course
from xentgui.window.presenting.keys import DIGIT, GO, STEPS
from xentgui.window.presenting.lecture_answers import LectureAnswers

LARGEST: Final = 1.6
"""The largest scale of a lecture."""

_STEP: Final = 1.1
_MOST_DIGITS: Final = 4
_RETURN = QT_TRANSLATE_NOOP("presenting", "Back to the Scene")


class LectureActions:
    """Acts on a lecture; each method is an action, by its name."""

    def __init__(self, lecture: Course, answering: LectureAnswers) -> None:
        self._lecture, self._answering = lecture, answering

    def act(self, action: str) -> None:
        """Do what `keys` calls `action`; the digits of a number wait for Enter."""
        with self._lecture.one_change():
            self._act(action)

    def _act(self, action: str) -> None:
        lecture = self._lecture
        if action.startswith(DIGIT):
            lecture.typed = (lecture.typed + action.removeprefix(DIGIT))[-_MOST_DIGITS:]
            return
        typed, lecture.typed = lecture.typed, ""
        if lecture.tally is not None and (action in STEPS or action in {GO, "leave"}):
            self._answering.count_votes()  # and no step: the votes are to be seen
            return
        if action == GO:
            if typed:
                lecture.blank = ""
                lecture.go(Beat(int(typed) - 1))
                return
            action = "next"
        if action == "leave" and (typed or lecture.overlay or lecture.guess_has_keys):
            lecture.overlay, lecture.guess_has_keys = "", False  # what is open closes first
            return
        if action in STEPS and (lecture.blank or lecture.overlay == "help"):
            lecture.blank = lecture.overlay = ""  # and no step: nobody has seen where it begins
            return
        getattr(self, f"_{action}")()

    def _next(self) -> None:
        lecture = self._lecture
        self._step(moments.after(lecture.scenes, lecture.beat), moves=True)

    def _previous(self) -> None:
        lecture = self._lecture
        self._step(moments.before(lecture.scenes, lecture.beat), moves=False)

    def _step(self, beat: Beat | None, *, moves: bool) -> None:
        lecture = self._lecture
        if not lecture.began.isValid():
            lecture.began.start()
        if lecture.clock.runs:
            lecture.clock.finish()  # and no step: it would be one that nobody saw
        elif lecture.overlay == "overview":
            self._look_at(beat)
        elif beat is not None:
            lecture.go(beat, moves=moves)

    def _look_at(self, beat: Beat | None) -> None:
        # In the overview, steps go from scene to scene.
        lecture = self._lecture
        if beat is not None:
            lecture.go(Beat(lecture.beat.scene + (1 if beat > lecture.beat else -1)))
            lecture.overlay = "overview"

    def _first(self) -> None:
        self._lecture.go(Beat())

    def _last(self) -> None:
        self._lecture.go(Beat(len(self._lecture.scenes) - 1))

    def _overview(self) -> None:
        lecture = self._lecture
        lecture.overlay = "" if lecture.overlay == "overview" else "overview"

    def _help(self) -> None:
        lecture = self._lecture
        lecture.overlay = "" if lecture.overlay == "help" else "help"

    def _return(self) -> None:
        lecture = self._lecture
        lecture.clock.finish()
        if lecture.asks:
            self._answering.forget()
        if lecture.is_what_if:
            subject = lecture.moment.subject
            lecture.store.edit(lambda _before: subject, translate("presenting", _RETURN))
        lecture.point_at(None)
        lecture.moved.emit()  # axes, too, are as they were prepared

    def _undo(self) -> None:
        lecture = self._lecture
        lecture.clock.finish()
        lecture.store.end_gesture()
        if not self._answering.take_back():
            lecture.store.history.undo()

    def _keep(self) -> None:
        lecture = self._lecture
        if lecture.is_what_if:
            lecture.store.end_gesture()
            lecture.keep_requested.emit(lecture.beat.scene, lecture.store.subject)

    def _add(self) -> None:
        lecture = self._lecture
        if lecture.is_what_if:
            lecture.store.end_gesture()
            lecture.add_requested.emit(lecture.beat, lecture.store.subject)

    def _guess(self) -> None:
        self._answering.give_keys()

    def _tally(self) -> None:
        self._answering.count_votes()

    def _black(self) -> None:
        self._lecture.blank = "" if self._lecture.blank else "black"

    def _white(self) -> None:
        self._lecture.blank = "" if self._lecture.blank else "white"

    def _freeze(self) -> None:
        self._lecture.is_frozen = not self._lecture.is_frozen

    def _pointer(self) -> None:
        self._lecture.has_pointer = not self._lecture.has_pointer

    def _larger(self) -> None:
        self._lecture.scale = min(self._lecture.scale * _STEP, LARGEST)

    def _smaller(self) -> None:
        self._lecture.scale = max(self._lecture.scale / _STEP, 1.0)

    def _panels(self) -> None:
        self._lecture.turn += 1

    def _captions(self) -> None:
        self._lecture.shows_captions = not self._lecture.shows_captions

    def _notes(self) -> None:
        lecture = self._lecture
        lecture.shows_notes = lecture.is_alone and not lecture.shows_notes

    def _swap(self) -> None:
        self._lecture.swap_requested.emit()

    def _leave(self) -> None:
        self._lecture.clock.finish()
        self._lecture.leave_requested.emit()


class Lecture(Course):
    """The course of a lecture, and all that can be done in it.

    Attributes
    ----------
    answering
        Changes what the audience answers.
    """

    def __init__(
        self,
        scenes: Sequence[Scene],
        beat: Beat,
        *,
        decimals: int = 4,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(scenes, beat, decimals=decimals, parent=parent)
        self.answering = LectureAnswers(self)
        self._actions = LectureActions(self, self.answering)

    def act(self, action: str) -> None:
        """Do what `keys` calls `action`."""
        self._actions.act(action)
