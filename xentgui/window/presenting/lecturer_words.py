"""What the lecturer reads: the place, the time, and answers before anybody else sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from xentgui.documents.moment import Beat, last_step
from xentgui.documents.questions import LETTERS
from xentgui.documents.scene import Scene
from xentgui.documents.scene_texts import moments_for, moments_of, snapshot_of
from xentgui.documents.texts import in_language
from xentgui.language.field_values import number_text
from xentgui.language.fields import told
from xentgui.language.lecture_words import number_name
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.subjects import Subject
from xentgui.window.presenting.lecture import Lecture

TOLERANCE_S = 60.0
"""Seconds early or late that nobody needs to know."""

Pace = Literal["", "behind", "ahead"]

_PLACE = QT_TRANSLATE_NOOP("presenting", "Scene {scene} of {scenes} · step {step} of {steps}")


def steps_done(scenes: Sequence[Scene], beat: Beat) -> tuple[int, int]:
    """Return the number of the present step, from 1, and that of all steps of the lecture."""
    counts = [1 + last_step(scenes, at) for at in range(len(scenes))]
    return sum(counts[: beat.scene]) + beat.step + 1, sum(counts)


def pace(elapsed: float, duration: float, step: int, count: int) -> tuple[Pace, float]:
    """Return whether the lecture is behind or ahead, and the seconds that it is late.

    It compares `elapsed` with duration · (n − ½) / N, for step n of N; all times in seconds.

    >>> pace(600.0, 1200.0, 1, 2), pace(310.0, 1200.0, 1, 2)
    (('behind', 300.0), ('', 10.0))
    """
    late = elapsed - duration * (step - 0.5) / count
    if abs(late) <= TOLERANCE_S:
        return "", late
    return ("behind" if late > 0 else "ahead"), late


def clock_text(seconds: float) -> str:
    """Return a time as minutes and seconds, or with hours.

    >>> clock_text(65.4), clock_text(3600.0)
    ('1:05', '1:00:00')
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def place_words(lecture: Lecture) -> str:
    """Return which scene and which step is shown."""
    beat = lecture.moment.beat
    return translate("presenting", _PLACE).format(
        scene=beat.scene + 1,
        scenes=len(lecture.scenes),
        step=beat.step,
        steps=len(lecture.scenes[beat.scene].staging.steps),
    )


def answer_words(lecture: Lecture, language: str) -> str:
    """Return the answers: the text of the scene, then the truth of the question that is next."""
    moment = lecture.moment
    snapshot, answer = lecture.store.snapshot, in_language(moment.answer, language)
    said = [told(answer, moments_for(answer, moment, snapshot, reveals=True), moment.view)]
    moments = moments_of(moment, snapshot, reveals=True)
    steps = lecture.scenes[moment.beat.scene].staging.steps
    question = steps[moment.beat.step].question if moment.beat.step < len(steps) else None
    if question is not None and question.predict is not None:
        then: Subject = moment.then or moment.subject
        truth = number_text(question.predict, snapshot_of(then), moment.view)
        said.append(f"{number_name(question.predict)} = {truth}")
    if question is not None and question.right is not None:
        choice = told(in_language(question.choices[question.right], language), moments, moment.view)
        said.append(f"{LETTERS[question.right]} {choice}")
    return " · ".join(filter(None, said))
