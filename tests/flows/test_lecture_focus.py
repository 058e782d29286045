"""While presenting, what a scene emphasises is lit or framed, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from tests.documents.lecture import LECTURE
from tests.flows.test_lecture import Talk
from xentgui.documents.document import encode
from xentgui.documents.scene import Document
from xentgui.documents.staging import Staging, Step
from xentgui.model.mark import ClassMark, FocusMark, TermMark
from xentgui.panels.derivation_page.page import emphasised_band, page_of
from xentgui.window.main_window import MainWindow
from xentgui.window.presenting.stage_plot import StagePage

STEPS = ("p:2", "loss", "panel:information", "formula:distribution", 0, "term:distribution:3")


@pytest.fixture
def talk(start: Callable[..., MainWindow], tmp_path: Path) -> Talk:
    staging = Staging(steps=tuple(Step(focus=one) for one in STEPS))
    panels = ("distribution", "information")
    scene = replace(LECTURE.scenes[0], panels=panels, staging=staging)
    file = tmp_path / "lecture.xent.json"
    file.write_text(encode(Document((scene,))), "utf-8")
    return Talk(start(file=file))


def test_that_steps_move_the_focus_from_mark_to_mark(talk: Talk) -> None:
    stage, seen = talk.audience.stage, []
    for _ in STEPS:
        talk.lecture.act("next")
        talk.lecture.clock.finish()
        QApplication.processEvents()
        view = talk.lecture.store.view
        lit = tuple(
            talk.plot(key).picture.view.highlight for key in ("distribution", "information")
        )
        seen.append((view.highlight, lit, stage.frame))
    cards = stage.laid.cards

    assert seen[0][1:] == ((ClassMark(1), None), None)
    assert seen[1][0] == FocusMark("loss")
    loss = seen[1][2]
    assert loss is not None
    assert not any(loss.intersects(card) for card in cards.values())
    assert seen[2][2] == cards["information"]
    formula = seen[3][2]
    assert formula is not None
    assert cards["distribution"].contains(formula)
    assert formula.height() < 0.3 * cards["distribution"].height()
    assert [lit for _, lit, _ in seen[1:4]] == [(None, None)] * 3
    assert seen[4][1:] == ((ClassMark(0), ClassMark(0)), None)
    term = seen[5][2]  # the z of p = softmax(z / T)
    assert term is not None
    assert formula.contains(term.center())
    assert term.width() < 0.3 * formula.width()


def test_that_a_stage_of_the_derivation_is_framed_on_its_page(
    start: Callable[..., MainWindow], tmp_path: Path
) -> None:
    steps = Step(focus="term:derivation:3"), Step(focus="term:derivation:4")
    staging = Staging(stage=3, steps=steps)
    scene = replace(LECTURE.scenes[0], panels=("derivation",), staging=staging)
    file = tmp_path / "lecture.xent.json"
    file.write_text(encode(Document((scene,))), "utf-8")
    talk = Talk(start(file=file))
    stage, framed = talk.audience.stage, []
    page = stage.views["derivation"]
    assert isinstance(page, StagePage)
    for _ in range(3):
        rect, style = QRectF(page.rect()), stage.style_of_room
        found = page_of(rect, talk.lecture.store.snapshot, page.view, style)
        framed.append((page.view.highlight, emphasised_band(found, page.view)))
        talk.lecture.act("next")
        talk.lecture.clock.finish()

    assert framed[0] == (None, None)
    assert framed[1][0] == TermMark(3)
    assert framed[1][1] is not None
    assert framed[2] == (TermMark(4), None)  # which is not revealed yet
    assert stage.frame is None
