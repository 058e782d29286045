"""A lecture in progress: its course, what its keys do, and what its audience answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from xentgui.documents.moment import Beat
from xentgui.documents.scene import Scene
from xentgui.window.presenting.course import Course
from xentgui.window.presenting.lecture_actions import LectureActions
from xentgui.window.presenting.lecture_answers import LectureAnswers


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
