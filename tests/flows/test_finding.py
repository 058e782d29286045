"""Classes are found by a part of their names, and all of them are lit."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from xentgui.model import State, edits
from xentgui.model.found import found_in
from xentgui.model.subjects import OnState, to_state
from xentgui.window.find_bar import FindBar
from xentgui.window.main_window import MainWindow

LABELS = (" the", "cat", "The", "other", "\n", "dog")
STATE = State(LABELS, (0.0,) * 6, (1.0,) + (0.0,) * 5)


@pytest.fixture
def bar(window: MainWindow) -> FindBar:
    window.store.edit(to_state(STATE), "begin")
    window.run_command("class.find")
    assert window.finding.bar is not None
    return window.finding.bar


def _lit(window: MainWindow) -> list[int]:
    found = window.store.view.found
    return [] if found is None else found.classes.tolist()


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("the", [0, 2, 3]),
        (" the", [0]),
        ("‿the", [0]),
        ("⏎", [4]),
        ("zebra", []),
        ("", []),
    ],
)
def test_that_a_part_of_a_name_is_found(text: str, classes: list[int]) -> None:
    assert found_in(LABELS, text).classes.tolist() == classes


def test_that_hits_know_which_classes_they_are() -> None:
    found = found_in(LABELS, "the")

    assert [k for k in range(6) if k in found] == [0, 2, 3]
    assert found.among(1, 3) == [2]


def test_that_typing_lights_every_hit_and_enter_goes_from_one_to_the_next(
    window: MainWindow, bar: FindBar
) -> None:
    QTest.keyClicks(bar.text, "the")

    assert _lit(window) == [0, 2, 3]
    assert bar.place.text() == "1 of 3"
    seen = [window.store.view.highlighted_class]
    for _ in range(3):
        QTest.keyClick(bar.text, Qt.Key.Key_Return)
        seen.append(window.store.view.highlighted_class)
    assert seen == [0, 2, 3, 0]
    assert window.logit_table.current_class() == 0


def test_that_escape_puts_the_bar_and_the_light_away(window: MainWindow, bar: FindBar) -> None:
    QTest.keyClicks(bar.text, "cat")

    QTest.keyClick(bar.text, Qt.Key.Key_Escape)

    assert _lit(window) == []
    assert not bar.isVisible()


def test_that_what_is_not_there_is_said(bar: FindBar) -> None:
    QTest.keyClicks(bar.text, "zebra")

    assert bar.place.text() == "none found"


def test_that_other_classes_are_looked_at_anew(
    window: MainWindow, bar: FindBar, qtbot: QtBot
) -> None:
    QTest.keyClicks(bar.text, "the")
    window.store.edit(OnState(lambda state: edits.remove_classes(state, [0])), "remove")

    qtbot.waitUntil(lambda: _lit(window) == [1, 2])


def test_that_a_hit_is_painted_in_the_table(window: MainWindow, bar: FindBar) -> None:
    table = window.logit_table
    QTest.keyClicks(bar.text, "zebra")
    without = table.viewport().grab().toImage()

    bar.text.setText("cat")
    with_hit = table.viewport().grab().toImage()

    def middle(image: object) -> np.ndarray:
        raw = np.frombuffer(image.constBits(), np.uint8)  # type: ignore[attr-defined]
        return raw.copy()

    assert (middle(without) != middle(with_hit)).any()
