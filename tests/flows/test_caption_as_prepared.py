"""A caption about the scene as it was prepared stays true while something else is tried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication

from tests.documents.lecture import LECTURE
from tests.flows.test_lecture import Talk
from xentgui.documents.document import encode
from xentgui.documents.scene import Document
from xentgui.documents.staging import Staging, Step
from xentgui.window.main_window import MainWindow
from xentgui.window.presenting.stage_words import boxes

PREPARED = {"en": "{prepared}A good guess: {p1}.", "zh_CN": "{prepared}猜得不错：{p1}。"}
LIVE = {"en": "Now it is {p1} at z = {z1}.", "zh_CN": "现在是 {p1}。"}
NOTES = {"en": "{prepared}Say {p1}.", "zh_CN": "{prepared}说 {p1}。"}


@pytest.fixture
def talk(start: Callable[..., MainWindow], tmp_path: Path) -> Talk:
    staging = Staging(notes=NOTES, steps=(Step(caption=LIVE),))
    scene = replace(LECTURE.scenes[0], caption=PREPARED, staging=staging)
    file = tmp_path / "lecture.xent.json"
    file.write_text(encode(Document((scene,))), "utf-8")
    return Talk(start(file=file))


def test_that_its_numbers_stay_and_a_bar_tells_so(talk: Talk) -> None:
    stage, lecturer = talk.audience.stage, talk.presenting.lecturer
    assert lecturer is not None
    before = stage.words.caption
    assert before == "A good guess: 0.838."
    assert not stage.words.as_prepared
    assert _bar_color(talk) == stage.style_of_room.theme.window

    talk.what_if(-3.0)
    QApplication.processEvents()

    assert stage.words.caption == before
    assert stage.words.as_prepared
    assert "as prepared" in stage.words.hint
    assert stage.draggable() == []
    assert lecturer.notes.toPlainText() == "Say 0.838."
    assert _bar_color(talk) == stage.style_of_room.theme.accent

    talk.press(Qt.Key.Key_R)
    QApplication.processEvents()
    assert not stage.words.as_prepared
    assert _bar_color(talk) == stage.style_of_room.theme.window


def test_that_other_captions_follow_what_is_tried(talk: Talk) -> None:
    stage = talk.audience.stage
    talk.press(Qt.Key.Key_PageDown)
    talk.lecture.clock.finish()
    before = stage.words.caption

    talk.what_if(-3.0)

    assert before == "Now it is 0.838 at z = 2.33."
    assert stage.words.caption == "Now it is 0.024 at z = −3."
    assert not stage.words.as_prepared
    assert {str(field.number) for field, _ in stage.draggable()} == {"p:1", "z:1"}


def _bar_color(talk: Talk) -> str:
    """Return the colour in the margin beside the caption."""
    stage = talk.audience.stage
    box: QRectF = boxes(stage.words, stage.style_of_room, stage.laid.words).caption
    x = round(box.left() - 0.42 * stage.style_of_room.em)
    return stage.grab().toImage().pixelColor(x, round(box.top() + 4)).name()
