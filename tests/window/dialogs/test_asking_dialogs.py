"""Questions and tasks are edited in the window, and what cannot be taken is told there."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.documents.questions import CHOOSE, PREDICT, QUESTIONS
from xentgui.documents.questions import Question, Task
from xentgui.documents.staging import Staging, Step
from xentgui.model.goals import Goal
from xentgui.model.named_numbers import named
from xentgui.window.dialogs.question_dialog import QuestionDialog
from xentgui.window.dialogs.scene_dialog import SceneDialog, Words
from xentgui.window.dialogs.staging_dialog import StagingDialog
from xentgui.window.dialogs.task_dialog import TaskDialog

pytestmark = pytest.mark.usefixtures("qapp")


def _question(dialog: QuestionDialog) -> list[Question | None]:
    said: list[Question | None] = []
    dialog.asked.connect(said.append)
    dialog.accept()
    return said


@pytest.mark.parametrize("scene", [PREDICT, CHOOSE])
def test_that_dialogs_left_as_they_were_change_nothing(qtbot: QtBot, scene: int) -> None:
    staging = QUESTIONS.scenes[scene].staging
    whole: list[Staging] = []
    dialog = StagingDialog(staging, ["a", "b", "c"], language="zh_CN")
    qtbot.addWidget(dialog)
    dialog.staged.connect(whole.append)
    dialog.accept()
    assert whole == [staging]

    for step in staging.steps:
        assert _question(QuestionDialog(step.question, "en")) == [step.question]
        tasks: list[Task | None] = []
        task = TaskDialog(step.task, "en")
        task.given.connect(tasks.append)
        task.accept()
        assert tasks == [step.task]


def test_that_a_question_is_written_in_two_languages() -> None:
    dialog = QuestionDialog(None, "en")
    for line, text in zip(dialog.lines, ("How large?", "{p1}", "{then:p1}"), strict=False):
        line.setText(text)
    dialog.predict.setText("p:1")
    dialog.right.setCurrentIndex(2)
    dialog.seconds.setValue(30)
    dialog.language.setCurrentIndex(dialog.language.findData("zh_CN"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    dialog.lines[0].setText("多大？")

    assert _question(dialog) == [
        Question(
            {"en": "How large?", "zh_CN": "多大？"},
            named("p:1"),
            ({"en": "{p1}"}, {"en": "{then:p1}"}),
            1,
            30,
        )
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda dialog: dialog.predict.setText("q:1"), "no number “q:1”"),
        (lambda dialog: dialog.lines[0].setText("{lost}"), "no field {lost}"),
        (lambda dialog: dialog.lines[2].setText("x"), "from A on"),
        (lambda dialog: dialog.right.setCurrentIndex(1), "right choice A"),
    ],
)
def test_that_a_question_that_cannot_be_asked_is_told_and_nothing_typed_is_lost(
    change: Any, words: str
) -> None:
    dialog = QuestionDialog(None, "en")
    change(dialog)
    before = [line.text() for line in dialog.lines], dialog.predict.text()

    assert _question(dialog) == []
    assert words in dialog.problem.text()
    assert ([line.text() for line in dialog.lines], dialog.predict.text()) == before


def test_that_a_task_is_made_and_its_number_is_read_as_elsewhere() -> None:
    dialog, said = TaskDialog(None, "en"), list[Task | None]()
    dialog.given.connect(said.append)
    dialog.lines[0].setText("Make it ln 2.")
    dialog.goal.setCurrentIndex(dialog.goal.findData("equals"))
    dialog.accept()
    assert "about a number" in dialog.problem.text()
    dialog.of.setText("loss")
    dialog.value.setText("two")
    dialog.accept()
    assert not said
    dialog.value.setText("1/4")
    dialog.accept()

    assert said == [Task(Goal("equals", named("loss"), 0.25), {"en": "Make it ln 2."})]


def test_that_terms_of_the_formulas_of_the_scene_can_be_emphasised(qtbot: QtBot) -> None:
    formulas = {"gradient": "∂L/∂z = (p − y) / T", "derivation": "z → p → L"}
    dialog, said = StagingDialog(Staging(), ["a", "b"], formulas=formulas), list[Staging]()
    qtbot.addWidget(dialog)
    dialog.staged.connect(said.append)
    offered = {
        dialog.focus.itemData(at): dialog.focus.itemText(at) for at in range(dialog.focus.count())
    }

    assert offered["term:gradient:3"] == "Term 3 of Gradient: p"
    assert offered["term:derivation:7"] == "Stage 7 of Derivation"
    assert not any(str(key).startswith("term:distribution") for key in offered)

    dialog.focus.setCurrentIndex(dialog.focus.findData("term:gradient:4"))
    dialog.steps.append(Step(focus="term:derivation:2"))
    dialog.accept()
    (staging,) = said
    assert (staging.focus, staging.steps[0].focus) == ("term:gradient:4", "term:derivation:2")


def test_that_numbers_and_panels_are_hidden_by_their_names(qtbot: QtBot) -> None:
    dialog, said = StagingDialog(Staging(), ["a", "b"]), list[Staging]()
    qtbot.addWidget(dialog)
    dialog.staged.connect(said.append)
    dialog.others.setText("p:2; gap:1,2 p:0")
    dialog.accept()
    assert not said
    assert "“p:0” cannot be hidden" in dialog.problem.text()

    dialog.others.setText("p:2; gap:1,2 panel:gradient")
    dialog.steps.reveal_others()
    dialog.accept()

    (staging,) = said
    assert staging.hidden == ("p:2", "gap:1,2", "panel:gradient")
    assert staging.steps[0].reveal == staging.hidden


def test_that_a_caption_with_an_unknown_field_is_told_in_its_language() -> None:
    words = Words({"en": "A"}, {"en": "{p1}", "zh_CN": "{lost}"}, {}, {})
    dialog, said = SceneDialog(words, "en"), list[Words]()
    dialog.described.connect(said.append)

    dialog.accept()

    assert not said
    assert "{lost}" in dialog.problem.text()
    assert dialog.caption.toPlainText() == "{lost}"
    dialog.caption.setPlainText("{loss}")
    dialog.accept()
    assert said[0].caption == {"en": "{p1}", "zh_CN": "{loss}"}
