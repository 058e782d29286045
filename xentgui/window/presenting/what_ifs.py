"""What becomes of a what-if: kept as its scene or step, as a step of its own, or left for later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xentgui.documents.moment import Beat
from xentgui.documents.scene import Scene
from xentgui.documents.session import Session
from xentgui.documents.staging import Step
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.subjects import Subject
from xentgui.window.presenting.lecture import Lecture

_KEEP = QT_TRANSLATE_NOOP("presenting", "Keep What Was Shown")
_ADD = QT_TRANSLATE_NOOP("presenting", "Add a Step")


class WhatIfs:
    """Takes into a session what was tried in a lecture, and knows where a lecture was left."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._left: tuple[Beat, Scene, Subject | None] | None = None

    # Where a lecture was left

    def leave(self, lecture: Lecture) -> None:
        """Remember the moment at which a lecture ends, and the what-if that is shown, if any."""
        scene = lecture.scenes[lecture.beat.scene]
        self._left = lecture.beat, scene, lecture.store.subject if lecture.is_what_if else None

    def where(self, scenes: Sequence[Scene]) -> tuple[Beat, Subject | None]:
        """Return where a lecture of `scenes` goes on, and its what-if.

        That is where it was left, if that scene is shown and unchanged, or else the shown scene.
        """
        here = self._session.scene
        if self._left is not None:
            beat, scene, what_if = self._left
            if beat.scene == here and beat.scene < len(scenes) and scenes[here] == scene:
                return beat, what_if
        return Beat(here), None

    def was_left_at(self, beat: Beat) -> bool:
        """Return whether the last lecture ended at `beat`."""
        return self._left is not None and beat == self._left[0]

    @property
    def has_one(self) -> bool:
        """Whether the present scene was left with a what-if."""
        return self.where(self._session.now.document.scenes)[1] is not None

    # What is kept

    def keep_left(self) -> bool:
        """Keep the what-if with which the present scene was left; return whether there was one."""
        beat, subject = self.where(self._session.document().scenes)
        if subject is None:
            return False
        self._left = None
        self.keep(beat, subject)
        return True

    def keep(self, beat: Beat, subject: Subject) -> None:
        """Give the scene, or the step that has moved its values, this subject."""
        text = translate("presenting", _KEEP)
        session = self._session
        session.visit(beat.scene)
        staging = session.staging
        steps = list(staging.steps)
        moved = [at for at, step in enumerate(steps[: beat.step]) if step.subject is not None]
        if moved:  # the step has brought it here, and not the scene
            steps[moved[-1]] = replace(steps[moved[-1]], subject=subject)
            moved_on = replace(staging, steps=tuple(steps))
            session.change(lambda place: place.staged(moved_on), text)
        else:
            session.keep(beat.scene, subject, text)

    def add_step(self, beat: Beat, subject: Subject) -> None:
        """Add a step that brings the values to this subject after `beat`."""
        session = self._session
        session.visit(beat.scene)
        steps = list(session.staging.steps)
        steps.insert(beat.step, Step(subject=subject))
        staging = replace(session.staging, steps=tuple(steps))
        session.change(lambda place: place.staged(staging), translate("presenting", _ADD))
