"""Sliders and boxes of the toolbar, through the real window."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from xentgui.model.edits import uniform_target
from xentgui.model.settings_of_state import SLIDES
from xentgui.model.subjects import OnState
from xentgui.window.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def _drag(window: MainWindow, *, by: tuple[int, ...]) -> None:
    """Pull the temperature's handle from T = 1 to each of `by` pixels from there."""
    slider = window.toolbar.sliders["temperature"].slider
    start = QPoint(slider.width() // 2, slider.height() // 2)
    QTest.mousePress(slider, LEFT, pos=start)
    for x in by:
        QTest.mouseMove(slider, start + QPoint(x, 0))
    QTest.mouseRelease(slider, LEFT, pos=start + QPoint(by[-1], 0))


def _type(box: QLineEdit, text: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_that_a_drag_of_the_slider_is_live_and_one_step(window: MainWindow) -> None:
    seen: list[float] = []
    window.store.changed.connect(lambda snapshot: seen.append(snapshot.state.temperature))

    _drag(window, by=(10, 20, 30, 40))

    assert seen == sorted(seen)
    assert len(seen) >= 4
    assert window.store.history.count() == 1
    assert window.commands["undo"].text() == "&Undo Temperature"
    window.commands["undo"].trigger()
    assert window.store.snapshot.state.temperature == 1.0
    slider = window.toolbar.sliders["temperature"].slider
    assert SLIDES["temperature"].scale.value_at(slider.value()) == 1.0


def test_that_a_drag_that_comes_back_is_no_step(window: MainWindow) -> None:
    _drag(window, by=(10, 40, 0))

    assert window.store.history.count() == 0


def test_that_the_ends_of_the_slider_are_hardmax_and_uniform(window: MainWindow) -> None:
    _drag(window, by=(-30, -500))
    assert window.store.snapshot.state.temperature == 0.0
    assert window.store.snapshot.probabilities.tolist() == [1.0, 0.0, 0.0]

    window.commands["undo"].trigger()
    _drag(window, by=(30, 500))
    assert window.store.snapshot.state.temperature == math.inf
    assert window.store.snapshot.probabilities.tolist() == [1 / 3] * 3


def test_that_escape_in_a_drag_puts_everything_back(window: MainWindow) -> None:
    slider = window.toolbar.sliders["temperature"].slider
    start = QPoint(slider.width() // 2, slider.height() // 2)

    QTest.mousePress(slider, LEFT, pos=start)
    QTest.mouseMove(slider, start + QPoint(40, 0))
    assert window.store.snapshot.state.temperature > 1
    QTest.keyClick(slider, Qt.Key.Key_Escape)

    assert window.store.snapshot.state.temperature == 1.0
    QTest.mouseRelease(slider, LEFT, pos=start)
    assert window.store.history.count() == 0


def test_that_keys_in_one_burst_are_one_step_and_undo_takes_it_back_at_once(
    window: MainWindow,
) -> None:
    slider = window.toolbar.sliders["temperature"].slider
    for _ in range(5):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    assert window.store.gesture is not None

    window.commands["undo"].trigger()

    assert window.store.snapshot.state.temperature == 1.0
    assert window.store.history.count() == 1


def test_that_an_edit_elsewhere_ends_a_burst_of_keys(window: MainWindow) -> None:
    QTest.keyClick(window.toolbar.sliders["temperature"].slider, Qt.Key.Key_Right)

    QTest.keyClick(window.toolbar.sliders["label_smoothing"].slider, Qt.Key.Key_Right)
    window.toolbar.sliders["label_smoothing"].slider.finish()

    history = window.store.history
    assert [history.text(step) for step in range(history.count())] == [
        "Temperature",
        "Label Smoothing",
    ]


def test_that_a_double_click_is_a_step_back_to_the_neutral_value(window: MainWindow) -> None:
    _type(window.toolbar.sliders["label_smoothing"].box, "0.3")
    assert window.store.snapshot.state.label_smoothing == 0.3

    QTest.mouseDClick(window.toolbar.sliders["label_smoothing"].slider, LEFT)

    assert window.store.snapshot.state.label_smoothing == 0.0
    assert window.commands["undo"].text() == "&Undo Label Smoothing"


@pytest.mark.parametrize(
    ("text", "temperature"), [("0", 0.0), ("inf", math.inf), ("1/3", 1 / 3), ("0.5", 0.5)]
)
def test_that_the_box_is_a_step_and_keeps_every_digit(
    window: MainWindow, text: str, temperature: float
) -> None:
    _type(window.toolbar.sliders["temperature"].box, text)

    assert window.store.snapshot.state.temperature == temperature
    assert window.store.history.count() == 1


def test_that_a_refused_number_is_told_in_the_window_and_changes_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    _type(window.toolbar.sliders["temperature"].box, "-2")

    assert "−2" in window.status.message()
    assert window.toolbar.sliders["temperature"].box.text() == "-2"
    assert window.store.snapshot.state.temperature == 1.0


def test_that_commands_wait_while_a_hand_holds_the_slider(window: MainWindow) -> None:
    slider = window.toolbar.sliders["temperature"].slider
    start = QPoint(slider.width() // 2, slider.height() // 2)
    window.commands["target.uniform"].trigger()

    QTest.mousePress(slider, LEFT, pos=start)
    QTest.mouseMove(slider, start + QPoint(40, 0))
    warm = window.store.snapshot.state.temperature
    window.commands["undo"].trigger()
    assert window.store.snapshot.state.temperature == warm
    QTest.mouseRelease(slider, LEFT, pos=start + QPoint(40, 0))

    assert window.store.history.count() == 2


# Two parts at once: each begins while another holds something.


def _names(window: MainWindow) -> list[str]:
    history = window.store.history
    return [history.text(step) for step in range(history.count())]


def _type_in_table(window: MainWindow) -> None:
    table = window.logit_table.classes
    table.setData(table.index(0, table.value_column), "7")


def _press_a_key_on_the_other_slider(window: MainWindow) -> None:
    slider = window.toolbar.sliders["label_smoothing"].slider
    QTest.keyClick(slider, Qt.Key.Key_Right)
    slider.finish()


def _normalise(window: MainWindow) -> None:
    window.readouts.edit_requested.emit(OnState(uniform_target), "Target")


def _take_an_example(window: MainWindow) -> None:
    window.examples.take("13-two-classes")


@pytest.mark.parametrize(
    ("other", "name"),
    [
        (_type_in_table, "Logit of class 1"),
        (_press_a_key_on_the_other_slider, "Label Smoothing"),
        (_normalise, "Target"),
        (_take_an_example, "Two classes: sigmoid"),
    ],
)
def test_that_what_another_part_does_is_no_part_of_a_drag(
    window: MainWindow, other: Callable[[MainWindow], None], name: str
) -> None:
    slider = window.toolbar.sliders["temperature"].slider
    start = QPoint(slider.width() // 2, slider.height() // 2)
    first = window.store.snapshot.state
    QTest.mousePress(slider, LEFT, pos=start)
    QTest.mouseMove(slider, start + QPoint(40, 0))
    dragged = window.store.snapshot.state

    other(window)
    done = window.store.snapshot.state
    QTest.mouseMove(slider, start + QPoint(20, 0))
    QTest.mouseMove(slider, start + QPoint(30, 0))
    QTest.mouseRelease(slider, LEFT, pos=start + QPoint(30, 0))

    assert _names(window) == ["Temperature", name, "Temperature"]
    for state in (done, dragged, first):
        window.store.history.undo()
        assert window.store.snapshot.state == state


def test_that_a_slider_that_is_held_writes_its_number_only(window: MainWindow) -> None:
    slider = window.toolbar.sliders["temperature"].slider
    start = QPoint(slider.width() // 2, slider.height() // 2)
    QTest.mousePress(slider, LEFT, pos=start)
    QTest.mouseMove(slider, start + QPoint(40, 0))

    _type_in_table(window)
    QTest.mouseMove(slider, start + QPoint(20, 0))
    QTest.mouseRelease(slider, LEFT, pos=start + QPoint(20, 0))

    assert window.store.snapshot.state.logits[0] == 7.0
    assert window.store.snapshot.state.temperature > 1.0
