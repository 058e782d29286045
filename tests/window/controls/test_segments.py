from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from xentgui.language.units import UNITS
from xentgui.model.view import View
from xentgui.window.controls.segments import Unit


@pytest.mark.parametrize("unit", UNITS)
def test_that_a_click_asks_for_the_unit_and_keeps_the_rest(qtbot: QtBot, unit: str) -> None:
    control = Unit()
    qtbot.addWidget(control)
    control.retranslate()
    control.show_view(View(decimals=7))

    with qtbot.waitSignal(control.view_requested, timeout=0) as asked:
        QTest.mouseClick(control.buttons[unit], Qt.MouseButton.LeftButton)

    assert asked.args == [View(unit=unit, decimals=7)]


def test_that_showing_a_view_presses_its_button_and_asks_for_nothing(qtbot: QtBot) -> None:
    control = Unit()
    qtbot.addWidget(control)

    with qtbot.assertNotEmitted(control.view_requested):
        control.show_view(View(unit="bits"))

    assert [unit for unit, button in control.buttons.items() if button.isChecked()] == ["bits"]
