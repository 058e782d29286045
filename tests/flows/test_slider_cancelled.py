from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from xentgui.window.controls.slider import Slider
from xentgui.window.main_window import MainWindow


@pytest.mark.parametrize("name", ["temperature", "smoothing"])
def test_that_escape_puts_the_handle_of_a_slider_back(window: MainWindow, name: str) -> None:
    slider = window.findChild(Slider, f"control.{name}")
    before = slider.value()
    hold = QPoint(round(slider._x(before)), slider.height() // 2)

    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=hold)
    QTest.mouseMove(slider, hold + QPoint(40, 0))
    assert slider.value() != before
    QTest.keyClick(slider, Qt.Key.Key_Escape)

    assert slider.value() == slider.sliderPosition() == before
    QTest.mouseMove(slider, hold + QPoint(60, 0))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=hold + QPoint(60, 0))
    assert slider.value() == slider.sliderPosition() == before
    assert window.store.history.count() == 0
