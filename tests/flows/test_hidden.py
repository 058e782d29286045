"""What is hidden while presenting is neither seen, nor said, nor heard, until it is revealed."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.documents.questions import CHOOSE, PREDICT, QUESTIONS
from tests.flows.test_lecture import Start, Talk
from tests.window.sound.test_loss_sound import Collected
from xentgui.documents.document import encode
from xentgui.documents.moment import Beat
from xentgui.model import State, derive
from xentgui.model.edits import with_logit
from xentgui.model.subjects import OnState
from xentgui.model.view import View
from xentgui.painting.theme import THEMES
from xentgui.panels.class_numbers import NumberMark
from xentgui.panels.marked_panel import Way
from xentgui.panels.plot_panel import PlotPanel
from xentgui.window.presenting.room_style import RoomStyle
from xentgui.window.presenting.stage_cards import KNOWN
from xentgui.window.presenting.thumbs import Thumbs

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NOW = derive(State(("cat", "dog", "bird"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0)))
PINNED = State(("cat", "dog", "bird"), (0.5, 1.5, -1.0), (1.0, 0.0, 0.0))


@pytest.fixture
def talk(start: Start, tmp_path: Path) -> Talk:
    file = tmp_path / "questions.xent.json"
    file.write_text(encode(QUESTIONS), "utf-8")
    return Talk(start(file=file))


def _reached_by_keys(talk: Talk, key: str) -> set[int]:
    """Return the classes of the marks to which Tab leads in a panel."""
    picture, found = talk.plot(key).picture, set[int]()
    assert picture.snapshot is not None
    mark = picture.face.mark_beside(None, Way.NEXT, picture.snapshot, picture.view)
    while mark is not None:
        assert isinstance(mark, NumberMark)
        found.add(mark.index)
        mark = picture.face.mark_beside(mark, Way.NEXT, picture.snapshot, picture.view)
    return found


def test_that_a_hidden_number_is_not_described_and_no_key_reaches_it(
    talk: Talk, qtbot: QtBot
) -> None:
    plot = talk.plot()
    qtbot.waitUntil(lambda: "class 1" in plot.accessibleDescription())
    said = plot.accessibleDescription()
    assert said.endswith("class 2: softmax hidden, target 0")  # last, wherever it belongs
    assert "0.0189" not in said
    assert _reached_by_keys(talk, "distribution") == {0, 2}

    talk.lecture.go(Beat(PREDICT, 2))
    qtbot.waitUntil(lambda: "class 2: softmax 0.0152" in plot.accessibleDescription())
    assert _reached_by_keys(talk, "distribution") == {0, 1, 2}


def test_that_a_panel_that_is_hidden_again_does_not_say_what_it_showed(
    talk: Talk, qtbot: QtBot
) -> None:
    talk.lecture.go(Beat(PREDICT, 3))
    plot = talk.plot("gradient")
    qtbot.waitUntil(lambda: "class 1" in plot.accessibleDescription())

    talk.lecture.go(Beat(PREDICT, 0))
    qtbot.waitUntil(lambda: plot.accessibleDescription() == "hidden")


def test_that_a_mark_with_the_keys_is_left_when_it_is_hidden(talk: Talk) -> None:
    talk.lecture.go(Beat(PREDICT, 3))
    plot = talk.plot()
    QTest.mouseClick(plot.viewport(), LEFT, pos=talk.handle(2))
    assert plot.picture.focused is not None
    assert plot.picture.focused.index == 1

    talk.lecture.go(Beat(PREDICT, 0))
    assert plot.picture.focused is None


def test_that_no_key_leaves_the_last_mark_that_is_seen() -> None:
    panel = KNOWN["logits"]()
    assert isinstance(panel, PlotPanel)
    view = View(hidden=frozenset({"z:1", "z:3"}))
    seen = panel.mark_beside(None, Way.NEXT, NOW, view)

    assert seen is not None
    for way in (Way.LEFT, Way.RIGHT, Way.FIRST, Way.LAST):
        assert panel.mark_beside(seen, way, NOW, view) == seen
    assert panel.mark_beside(seen, Way.PREVIOUS, NOW, view) is None


def _painted(panel: PlotPanel, view: View) -> QImage:
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    panel.paint(painter, QRectF(0, 0, 900, 600), NOW, view, RoomStyle(THEMES["light"], 700.0))
    painter.end()
    return image


@pytest.mark.parametrize(
    ("key", "hidden"),
    [("distribution", "p:2"), ("logits", "z:2"), ("gradient", "g:2"), ("information", "h:2")],
)
def test_that_a_hidden_class_has_no_ghost(qapp: QApplication, key: str, hidden: str) -> None:
    """Nothing of the picture depends on what the pinned state says of the hidden class."""
    panel = KNOWN[key]()
    assert isinstance(panel, PlotPanel)
    view = View(hidden=frozenset({hidden}), pinned=PINNED)
    style = RoomStyle(THEMES["light"], 700.0)
    frame = panel.frame(QRectF(0, 0, 900, 600), panel.ranges(NOW, view), view, style, 1.0)
    if key == "information":
        p = float(derive(PINNED).probabilities[1])
        around = QPoint(round(frame.x(p)), round(frame.y(-math.log(p))))
        place = QRectF(around.x() - 12, around.y() - 12, 24, 24).toRect()
    else:
        wide = 0.9 * frame.slot
        place = QRectF(frame.x(1.0) - wide / 2, frame.outer.top() + 40, wide, 400).toRect()
    without = _painted(panel, replace(view, pinned=None)).copy(place)

    assert _painted(panel, view).copy(place) == without
    shown = replace(view, hidden=frozenset())
    assert _painted(panel, shown).copy(place) != _painted(panel, replace(shown, pinned=None)).copy(
        place
    )


def _overview(talk: Talk, qtbot: QtBot) -> QImage:
    talk.press(K.Key_Tab)
    thumbs = talk.audience.overview._thumbs
    qtbot.waitUntil(lambda: thumbs.missing == 0)
    picture = thumbs.picture(PREDICT)
    assert picture is not None
    talk.press(K.Key_Tab)
    return picture.toImage()


def test_that_the_overview_shows_no_more_than_the_audience_has_seen(
    talk: Talk, qtbot: QtBot
) -> None:
    at_first = _overview(talk, qtbot)
    talk.lecture.go(Beat(PREDICT, 3))
    revealed = _overview(talk, qtbot)
    assert revealed != at_first

    talk.lecture.go(Beat(CHOOSE))  # what has been seen stays
    assert _overview(talk, qtbot) == revealed
    talk.press(K.Key_F5)
    talk.begin()
    assert _overview(talk, qtbot) == revealed


def test_that_a_small_picture_shows_no_panel_that_stays_hidden(
    qapp: QApplication, qtbot: QtBot
) -> None:
    scene = QUESTIONS.scenes[CHOOSE]
    hides = replace(scene.staging, hidden=("panel:gradient",))
    hiding = replace(scene, panels=("gradient", "distribution"), staging=hides)
    plain = replace(scene, panels=("distribution",), staging=replace(hides, hidden=()))
    thumbs = Thumbs(qapp, whole=False)
    thumbs.show((hiding, plain), THEMES["light"], "en", QSizeF(320, 180), 1.0)
    qtbot.waitUntil(lambda: thumbs.missing == 0)
    one, other = thumbs.picture(0), thumbs.picture(1)
    thumbs.deleteLater()

    assert one is not None
    assert other is not None
    assert one.toImage() == other.toImage()


def test_that_a_change_is_told_but_for_what_is_hidden(
    talk: Talk, qtbot: QtBot, told: list[str]
) -> None:
    talk.what_if(5.0, k=2)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["class 3: z 5; loss up to 2.7384 nats"]  # who wins would say something of p₂

    told.clear()
    talk.lecture.go(Beat(CHOOSE))
    qtbot.waitUntil(lambda: bool(told))
    told.clear()
    talk.what_if(4.0, k=2)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["class 3: z 4"]


def _drag(talk: Talk) -> None:
    viewport, at = talk.plot().viewport(), talk.handle(0)
    QTest.mousePress(viewport, LEFT, pos=at)
    for down in (40, 80):
        QTest.mouseMove(viewport, at + QPoint(0, down))
    QTest.mouseRelease(viewport, LEFT, pos=at + QPoint(0, 80))


def test_that_the_loss_of_a_lecture_is_heard_unless_it_is_hidden(talk: Talk) -> None:
    output = Collected()
    talk.window.sound.use(output)
    talk.window.sound.switch()
    output.tones.clear()

    _drag(talk)
    assert output.tones
    output.tones.clear()
    talk.lecture.go(Beat(CHOOSE))
    _drag(talk)
    assert talk.lecture.is_what_if
    assert output.tones == []

    talk.press(K.Key_F5)
    store = talk.window.store
    gesture = store.begin(talk, "x")
    gesture.edit(OnState(lambda state: with_logit(state, 0, 1.0)))
    gesture.end()
    assert len(output.tones) == 1  # that of the window again
