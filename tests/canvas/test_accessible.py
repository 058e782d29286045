"""What a person who listens is told of the marks: by name, with numbers, and what followed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from xentgui.canvas.mark_boxes import NumberBox
from xentgui.model import State
from xentgui.window.main_window import MainWindow

STATE = State(("cat", "dog", "bird"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
UP, TAB = Qt.Key.Key_Up, Qt.Key.Key_Tab


def _window(start: Callable[..., MainWindow], language: str = "en") -> MainWindow:
    window = start(state=STATE, language=language)
    window.complete()
    return window


def test_that_each_mark_is_told_when_the_keys_come_to_it(
    start: Callable[..., MainWindow], qtbot: QtBot, told: list[str]
) -> None:
    view = _window(start).panels["distribution"]
    view.keyboard.focus_came(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, TAB)
    qtbot.keyClick(view, TAB)

    assert told[:3] == ["cat: p 0.8383", "cat: y 1", "dog: p 0.0189"]


def test_that_what_followed_is_told_when_a_mark_comes_to_rest(
    start: Callable[..., MainWindow], qtbot: QtBot, told: list[str]
) -> None:
    window = _window(start)
    view = window.panels["distribution"]
    view.keyboard.focus_came(Qt.FocusReason.TabFocusReason)
    told.clear()
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["cat: p 0.81; loss up to 0.2107 nats"]
    qtbot.keyClicks(view, "0")
    box = view.findChild(object, "value_box")
    qtbot.keyClicks(box, ".95")
    assert box.accessibleName() == "cat: p"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(told) == 2)

    assert told[-1] == "cat: p 0.95; loss down to 0.0513 nats"
    window.run_command("undo")
    qtbot.wait(0)
    assert len(told) == 2


def test_that_a_mark_says_what_it_is_in_the_language_of_the_window(
    start: Callable[..., MainWindow], qtbot: QtBot, told: list[str]
) -> None:
    view = _window(start, "zh_CN").panels["distribution"]
    view.keyboard.focus_came(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(told) == 2)

    assert told[-1].startswith("cat：p 0.83；")
    assert "nats" not in told[-1]
    assert "loss" not in told[-1]


def _boxes(view: MainWindow) -> dict[str, NumberBox]:
    return {box.accessibleName(): box for box in view.findChildren(NumberBox) if not box.isHidden()}


def test_that_each_number_of_a_mark_is_an_object_that_can_be_set(
    start: Callable[..., MainWindow], qtbot: QtBot, told: list[str]
) -> None:
    window = _window(start)
    view = window.panels["distribution"]
    qtbot.waitUntil(lambda: "dog: p = 0.0189" in _boxes(view))
    boxes = _boxes(view)

    assert len(boxes) == 6
    assert boxes["dog: p = 0.0189"].value() == pytest.approx(0.018941, abs=1e-6)
    assert boxes["cat: y = 1"].focusPolicy() == Qt.FocusPolicy.NoFocus
    told.clear()
    boxes["dog: p = 0.0189"].setValue(0.5)  # as a screen reader does

    assert window.store.snapshot.probabilities[1] == pytest.approx(0.5)
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].startswith("dog: p 0.5; loss up to ")
    window.run_command("undo")
    assert window.store.snapshot.state == STATE


def test_that_a_refused_number_of_a_box_is_said_and_forgotten(
    start: Callable[..., MainWindow], qtbot: QtBot, told: list[str]
) -> None:
    window = _window(start)
    view = window.panels["information"]
    qtbot.waitUntil(lambda: bool(_boxes(view)))
    name, box = next(iter(_boxes(view).items()))
    box.setValue(-3.0)
    qtbot.waitUntil(lambda: bool(told))

    assert window.store.snapshot.information.min() >= 0.0
    assert name


def test_that_panels_and_read_outs_have_roles(
    start: Callable[..., MainWindow], told: list[str]
) -> None:
    window = _window(start)
    value = window.readouts.findChild(object, "glance.entropy")

    assert not told
    for widget, role in (
        (window.panels["distribution"], QAccessible.Role.Chart),
        (window.panels["derivation"], QAccessible.Role.Document),
        (window.loss, QAccessible.Role.StaticText),
        (value, QAccessible.Role.StaticText),
    ):
        found = QAccessible.queryAccessibleInterface(widget)
        assert found.role() == role, widget
        assert found.text(QAccessible.Text.Name)


def test_that_there_are_no_boxes_while_nobody_listens(start: Callable[..., MainWindow]) -> None:
    window = _window(start)
    window.panels["distribution"].accessible._say()

    assert not window.findChildren(NumberBox)
