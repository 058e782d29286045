"""The answers that the lecturer sees before anybody else: of the scene, and of its next question."""

from __future__ import annotations

from xentgui.documents.questions import LETTERS
from xentgui.documents.scene import in_language
from xentgui.documents.scene_texts import moments_of, snapshot_of
from xentgui.language.field_values import number_text
from xentgui.language.fields import told
from xentgui.language.number_names import number_name
from xentgui.model.subjects import Subject
from xentgui.window.presenting.lecture import Lecture


def answer_words(lecture: Lecture, language: str) -> str:
    """Return the answers: the text of the scene, then the truth of the question that is next."""
    moment = lecture.moment
    moments = moments_of(moment, lecture.store.snapshot, reveals=True)
    said = [told(in_language(moment.answer, language), moments, moment.view)]
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
