"""No change of the numbers goes untold to a person who listens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.tables.numbers.number_table import NumberTable
from xentgui.window.controls.slider_value import SliderValue
from xentgui.window.main_window import MainWindow
from xentgui.window.told_changes import words_of_change

STATE = State(("cat", "dog", "bird"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))


@pytest.fixture
def window(start: Callable[..., MainWindow], qtbot: QtBot, told: list[str]) -> MainWindow:
    window = start(state=STATE)
    window.complete()
    qtbot.waitUntil(lambda: told == ["cat, dog, bird; loss still 0.1764 nats"])
    told.clear()
    return window


def test_that_a_typed_cell_is_told_with_what_followed(
    window: MainWindow, qtbot: QtBot, told: list[str]
) -> None:
    table = window.logit_table
    table.model().setData(table.model().index(1, table.model().value_column), "5")
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["dog: z 5; loss up to 2.7479 nats; dog wins now"]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("class.add", "4 classes"),
        ("target.uniform", "cat: y 0.3333; dog: y 0.3333; bird: y 0.3333"),
        ("walk.step", "cat: z 2.4917; dog: z −1.4789; bird: z 0.4172"),
        ("loss.brier", "L = Brier score"),
    ],
)
def test_that_a_command_and_its_undo_are_told(
    window: MainWindow, qtbot: QtBot, told: list[str], command: str, words: str
) -> None:
    window.run_command(command)
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].startswith(words + "; loss ")
    told.clear()
    window.run_command("undo")
    qtbot.waitUntil(lambda: bool(told))

    assert "; loss " in told[-1]


def test_that_a_slider_tells_its_quantity(
    window: MainWindow, qtbot: QtBot, told: list[str]
) -> None:
    slider = window.toolbar.sliders["temperature"].slider
    slider.setFocus()
    (spoken,) = slider.findChildren(SliderValue)
    assert spoken.hasFocus()
    assert (spoken.accessibleName(), spoken.value(), spoken.text()) == ("Temperature", 1.0, "1")
    qtbot.keyClick(spoken, Qt.Key.Key_Right)

    assert spoken.value() == window.store.snapshot.state.temperature == 1.1
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].startswith("T = 1.1; loss up to 0.2")
    qtbot.keyClick(spoken, Qt.Key.Key_End)
    assert (spoken.value(), spoken.text()) == (float("inf"), "∞")
    spoken.setValue(0.25)  # as a screen reader does
    assert window.store.snapshot.state.temperature == 0.25


def test_that_a_slider_leaves_the_window_its_shortcuts(window: MainWindow, qtbot: QtBot) -> None:
    slider = window.toolbar.sliders["temperature"].slider
    slider.setFocus()
    (spoken,) = slider.findChildren(SliderValue)
    qtbot.keyClick(spoken, Qt.Key.Key_Right)
    qtbot.keyClick(spoken, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert window.store.snapshot.state.temperature == 1.0


def test_that_nothing_is_made_for_a_slider_while_nobody_listens(
    start: Callable[..., MainWindow],
) -> None:
    window = start(state=STATE)

    assert window.findChildren(SliderValue) == []


def test_that_many_numbers_are_counted_and_one_class_is_named() -> None:
    before = derive(State(tuple("abcdef"), (0.0,) * 6, (1.0, *(0.0,) * 5)))
    now = derive(State(tuple("abcdef"), (1.0, 2.0, 3.0, 4.0, 5.0, 0.0), (1.0, *(0.0,) * 5)))

    assert words_of_change(before, now, View()).startswith("5 numbers changed; loss up to 4.4")
    assert words_of_change(before, now, View()).endswith("; e wins now")


def test_that_every_cell_is_told_with_its_row_and_column(
    start: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = start(state=STATE)
    window.complete()
    window.run_command("preset.71-penguins")
    window.run_command("workspace.classify")
    role = Qt.ItemDataRole.AccessibleTextRole
    weights, points = (
        window.findChild(NumberTable, key).numbers for key in ("weight_table", "point_table")
    )
    tables = [window.logit_table.model(), window.target_table.model(), weights, points]
    told = [
        str(table.data(table.index(row, column), role))
        for table in tables
        for row in range(min(table.rowCount(), 9))
        for column in range(table.columnCount())
    ]

    assert [one for one in told if not one.strip() or one == "None"] == []
    assert weights.data(weights.index(0, 1), role).startswith("Adelie, ")
    assert ": " in points.data(points.index(3, 1), role)
