from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from xentgui.model import State, derive
from xentgui.window.controls.slider_control import SliderControl
from xentgui.window.controls.slider_value import SliderValue

STATE = State(["a", "b"], [1, 0], [1, 0])
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def control(qtbot: QtBot) -> SliderControl:
    control = SliderControl("temperature")
    qtbot.addWidget(control)
    control.resize(500, 40)
    control.show_snapshot(derive(STATE))
    control.show_compact(False, 11.0)
    control.show()
    return control


def _asked(control: SliderControl) -> list[float]:
    asked: list[float] = []
    control.edit_requested.connect(lambda edit, _text: asked.append(edit.on(STATE).temperature))
    return asked


def _type(control: SliderControl, text: str) -> None:
    control.box.setFocus()
    control.box.selectAll()
    control.box.insert(text)  # keyClicks knows no ∞
    QTest.keyClick(control.box, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "temperature"),
    [
        ("0", 0.0),
        ("inf", math.inf),
        ("∞", math.inf),
        ("0.5", 0.5),
        ("1/3", 1 / 3),
        ("ln 2", math.log(2)),
    ],
)
def test_that_the_box_understands(control: SliderControl, typed: str, temperature: float) -> None:
    asked = _asked(control)

    _type(control, typed)

    assert asked == [temperature]


@pytest.mark.parametrize("typed", ["warm", "-1", "nan", "1/0"])
def test_that_what_will_not_do_stays_in_the_box_with_the_reason(
    control: SliderControl, qtbot: QtBot, typed: str
) -> None:
    asked = _asked(control)

    with qtbot.waitSignal(control.edit_refused, timeout=0) as refused:
        _type(control, typed)

    assert asked == []
    assert refused.args is not None
    assert typed.removeprefix("-") in refused.args[0] or "NaN" in refused.args[0]
    assert control.box.text() == typed
    assert control.box.property("wrong") is True
    control.show_snapshot(derive(STATE))
    assert control.box.text() == typed
    QTest.keyClick(control.box, Qt.Key.Key_Escape)
    assert control.box.text() == "1"
    assert control.box.property("wrong") is False


def test_that_showing_a_snapshot_asks_for_nothing(control: SliderControl, qtbot: QtBot) -> None:
    hot = State(STATE.labels, STATE.logits, STATE.target, temperature=math.pi)

    with qtbot.assertNotEmitted(control.edit_requested):
        control.show_snapshot(derive(hot))

    assert control.box.text() == "3.141592653589793"


def test_that_a_drag_is_one_gesture_and_escape_cancels_it(control: SliderControl) -> None:
    told: list[str] = []
    control.gesture_started.connect(lambda _text: told.append("started"))
    control.gesture_ended.connect(lambda: told.append("ended"))
    control.gesture_cancelled.connect(lambda: told.append("cancelled"))
    slider = control.slider
    middle = QPoint(slider.width() // 2, slider.height() // 2)

    QTest.mousePress(slider, LEFT, pos=middle)
    QTest.mouseMove(slider, middle + QPoint(20, 0))
    QTest.mouseMove(slider, middle + QPoint(30, 0))
    QTest.mouseRelease(slider, LEFT, pos=middle + QPoint(30, 0))
    assert told == ["started", "ended"]

    QTest.mousePress(slider, LEFT, pos=middle)
    QTest.mouseMove(slider, middle + QPoint(20, 0))
    QTest.keyClick(slider, Qt.Key.Key_Escape)
    QTest.mouseMove(slider, middle + QPoint(30, 0))
    QTest.mouseRelease(slider, LEFT, pos=middle + QPoint(30, 0))
    assert told == ["started", "ended", "started", "cancelled"]


def test_that_taking_hold_of_the_handle_off_its_middle_moves_nothing(
    control: SliderControl,
) -> None:
    asked = _asked(control)
    slider = control.slider

    QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() // 2 + 5, slider.height() // 2))

    assert set(asked) <= {1.0}


def test_that_a_burst_of_keys_is_one_gesture(control: SliderControl, qtbot: QtBot) -> None:
    told: list[str] = []
    control.gesture_started.connect(lambda _text: told.append("started"))
    control.gesture_ended.connect(lambda: told.append("ended"))
    asked = _asked(control)

    for _ in range(3):
        QTest.keyClick(control.slider, Qt.Key.Key_Right)

    assert told == ["started"]
    assert len(asked) == 3
    assert all(value > 1 for value in asked)
    qtbot.waitUntil(lambda: told == ["started", "ended"])


def test_that_a_double_click_goes_back_to_one(control: SliderControl) -> None:
    control.show_snapshot(derive(State(STATE.labels, STATE.logits, STATE.target, temperature=7.0)))
    asked = _asked(control)

    QTest.mouseDClick(control.slider, LEFT)

    assert asked[-1] == 1.0


def test_that_the_label_says_what_t_does(control: SliderControl) -> None:
    control.retranslate()

    assert "z / T" in control.slider.toolTip()
    assert control.slider.accessibleName() == control.box.accessibleName() == "Temperature"


def test_that_the_screen_reader_is_told_the_value_and_not_the_position(
    control: SliderControl,
) -> None:
    QAccessible.setActive(True)
    control.show_snapshot(
        derive(State(STATE.labels, STATE.logits, STATE.target, temperature=math.inf))
    )

    QAccessible.setActive(False)
    (spoken,) = control.slider.findChildren(SliderValue)
    assert (spoken.value(), spoken.text()) == (math.inf, "∞")


@pytest.fixture
def smoothing(qtbot: QtBot) -> SliderControl:
    control = SliderControl("label_smoothing")
    qtbot.addWidget(control)
    control.show_snapshot(derive(STATE))
    control.show()
    return control


def test_that_a_smoothing_above_one_is_refused_with_the_remedy(
    smoothing: SliderControl, qtbot: QtBot
) -> None:
    smoothing.box.setFocus()
    smoothing.box.selectAll()

    with qtbot.waitSignal(smoothing.edit_refused, timeout=0) as refused:
        QTest.keyClicks(smoothing.box, "1.5")
        QTest.keyClick(smoothing.box, Qt.Key.Key_Return)

    assert refused.args == ["The label smoothing is 1.5. Type a number from 0 to 1."]
    assert smoothing.box.text() == "1.5"


def test_that_an_arrow_key_is_a_hundredth(smoothing: SliderControl, qtbot: QtBot) -> None:
    with qtbot.waitSignal(smoothing.edit_requested, timeout=0) as asked:
        QTest.keyClick(smoothing.slider, Qt.Key.Key_Right)

    assert asked.args is not None
    assert asked.args[0].on(STATE).label_smoothing == 0.01
