from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from xentgui.model import State, derive
from xentgui.window.controls.smoothing import STEPS, Smoothing

STATE = State(["a", "b"], [1, 0], [1, 0])


@pytest.fixture
def control(qtbot: QtBot) -> Smoothing:
    control = Smoothing()
    qtbot.addWidget(control)
    control.show_snapshot(derive(STATE))
    control.show()
    return control


def test_that_every_position_is_a_hundredth_and_stands_for_itself(control: Smoothing) -> None:
    for position in range(STEPS + 1):
        assert control.value_at(position) == position / 100
        assert control.position_of(position / 100) == position


def test_that_a_smoothing_above_one_is_refused_with_the_remedy(
    control: Smoothing, qtbot: QtBot
) -> None:
    control.box.setFocus()
    control.box.selectAll()

    with qtbot.waitSignal(control.edit_refused, timeout=0) as refused:
        QTest.keyClicks(control.box, "1.5")
        QTest.keyClick(control.box, Qt.Key.Key_Return)

    assert refused.args == ["The label smoothing is 1.5. Type a number from 0 to 1."]
    assert control.box.text() == "1.5"


def test_that_an_arrow_key_is_a_hundredth(control: Smoothing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(control.edit_requested, timeout=0) as asked:
        QTest.keyClick(control.slider, Qt.Key.Key_Right)

    assert asked.args is not None
    assert asked.args[0].label_smoothing == 0.01
