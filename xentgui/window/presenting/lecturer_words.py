"""What the lecturer reads: the place in the lecture, and answers before anybody else sees them."""

from __future__ import annotations

from xentgui.documents.questions import LETTERS
from xentgui.documents.scene_texts import moments_for, moments_of, snapshot_of
from xentgui.documents.texts import in_language
from xentgui.language.field_values import number_text
from xentgui.language.fields import told
from xentgui.language.lecture_words import number_name
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.subjects import Subject
from xentgui.window.presenting.lecture import Lecture

_PLACE = QT_TRANSLATE_NOOP("presenting", "Scene {scene} of {scenes} · step {step} of {steps}")


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
