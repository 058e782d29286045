"""Two parts of the window at once: one has begun, and another changes something else."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.flows.test_pulling import _at, _move, _view
from xentgui.model import State
from xentgui.model.settings_of_state import SETTINGS
from xentgui.panels.class_numbers import LOGIT, PROBABILITY, TARGET, ClassNumber
from xentgui.window.main_window import MainWindow

NAMES = ("labels", "logits", "target", *SETTINGS)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def _state(window: MainWindow) -> State:
    return window.store.snapshot.state


# --- What is under way: each has changed something, and may go on


def _slider_held(key: str) -> Callable[[MainWindow], AbstractContextManager[None]]:
    @contextmanager
    def held(window: MainWindow) -> Iterator[None]:
        slider = window.toolbar.sliders[key].slider
        start = QPoint(slider.width() // 2, slider.height() // 2)
        QTest.mousePress(slider, LEFT, NONE, start)
        QTest.mouseMove(slider, start + QPoint(25, 0))
        yield
        QTest.mouseMove(slider, start + QPoint(40, 0))
        QTest.mouseRelease(slider, LEFT, NONE, start + QPoint(40, 0))

    return held


def _slider_keys(key: str) -> Callable[[MainWindow], AbstractContextManager[None]]:
    @contextmanager
    def keys(window: MainWindow) -> Iterator[None]:
        slider = window.toolbar.sliders[key].slider
        QTest.keyClick(slider, Qt.Key.Key_Right)
        QTest.keyClick(slider, Qt.Key.Key_Right)
        yield
        QTest.keyClick(slider, Qt.Key.Key_Right)
        slider.finish()

    return keys


def _mark_held(
    panel: str, number: ClassNumber, index: int
) -> Callable[[MainWindow], AbstractContextManager[None]]:
    @contextmanager
    def held(window: MainWindow) -> Iterator[None]:
        view = _view(window, panel)
        start = _at(view, number, index)
        QTest.mousePress(view.viewport(), LEFT, NONE, start)
        _move(view, start + QPoint(0, 12))
        yield
        _move(view, start + QPoint(0, 20))
        QTest.mouseRelease(view.viewport(), LEFT, NONE, start + QPoint(0, 20))

    return held


class UnderWay(NamedTuple):
    """What has begun, and the field of the state that it changes."""

    begin: Callable[[MainWindow], AbstractContextManager[None]]
    field: str


UNDER_WAY = {
    "temperature held": UnderWay(_slider_held("temperature"), "temperature"),
    "temperature by keys": UnderWay(_slider_keys("temperature"), "temperature"),
    "smoothing held": UnderWay(_slider_held("label_smoothing"), "label_smoothing"),
    "smoothing by keys": UnderWay(_slider_keys("label_smoothing"), "label_smoothing"),
    "stem held": UnderWay(_mark_held("logits", LOGIT, 0), "logits"),
    "bar held": UnderWay(_mark_held("distribution", PROBABILITY, 0), "logits"),
    "line of the target held": UnderWay(_mark_held("distribution", TARGET, 0), "target"),
}


# --- What comes between


def _logit_typed(window: MainWindow) -> None:
    model = window.logit_table.model()
    assert model.setData(model.index(2, 1), "5")


def _target_typed(window: MainWindow) -> None:
    model = window.target_table.model()
    assert model.setData(model.index(2, 1), "0.5")


def _name_typed(window: MainWindow) -> None:
    model = window.logit_table.model()
    assert model.setData(model.index(2, 0), "owl")


def _box_typed(key: str, text: str) -> Callable[[MainWindow], None]:
    def type_it(window: MainWindow) -> None:
        box = window.toolbar.sliders[key].box
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, text)
        QTest.keyClick(box, Qt.Key.Key_Return)

    return type_it


class Between(NamedTuple):
    """An edit, the field that it changes, and what is true of the state then."""

    edit: Callable[[MainWindow], None]
    field: str
    is_done: Callable[[State], bool]


BETWEEN = {
    "a logit typed": Between(_logit_typed, "logits", lambda state: state.logits[2] == 5.0),
    "a target typed": Between(_target_typed, "target", lambda state: state.target[2] == 0.5),
    "a name typed": Between(_name_typed, "labels", lambda state: state.labels[2] == "owl"),
    "a temperature typed": Between(
        _box_typed("temperature", "0.25"), "temperature", lambda state: state.temperature == 0.25
    ),
    "a smoothing typed": Between(
        _box_typed("label_smoothing", "0.3"),
        "label_smoothing",
        lambda state: state.label_smoothing == 0.3,
    ),
}


# A slider and its box are one part: what is typed there belongs to the drag.
ONE_PART = {
    ("temperature held", "a temperature typed"),
    ("smoothing held", "a smoothing typed"),
}


@pytest.mark.parametrize("name", UNDER_WAY)
def test_that_an_edit_between_is_a_step_of_its_own(
    window: MainWindow, subtests: pytest.Subtests, name: str
) -> None:
    for other, between in BETWEEN.items():
        if (name, other) not in ONE_PART:
            with subtests.test(other):
                _check_edit_between(window, UNDER_WAY[name], between)
                _take_all_back(window)


def _take_all_back(window: MainWindow) -> None:
    while window.store.history.canUndo():
        window.commands["undo"].trigger()


def _check_edit_between(window: MainWindow, under_way: UnderWay, between: Between) -> None:
    start = _state(window)

    with under_way.begin(window):
        begun = _state(window)
        assert getattr(begun, under_way.field) != getattr(start, under_way.field)
        between.edit(window)
        edited = _state(window)
    ended = _state(window)

    assert between.is_done(edited)
    changed = {name for name in NAMES if getattr(begun, name) != getattr(edited, name)}
    assert changed == {between.field}
    assert window.store.gesture is None
    assert window.documents.session.states()[:3] == (start, begun, edited)
    if between.field == under_way.field == "target":
        assert ended.target[2] > 0.0  # all give way to the line that is held, from where they are
        assert math.isclose(ended.target_sum, edited.target_sum)
    elif between.field in {"labels", "logits"} or between.field != under_way.field:
        assert between.is_done(ended)  # what goes on writes only what it is about
    _take_all_back(window)
    assert _state(window) == start
    while window.store.history.canRedo():
        window.commands["redo"].trigger()
    assert _state(window) == ended


@pytest.mark.parametrize("under_way", UNDER_WAY.values(), ids=UNDER_WAY.keys())
def test_that_a_command_between_waits_or_is_a_step_of_its_own(
    window: MainWindow, subtests: pytest.Subtests, under_way: UnderWay
) -> None:
    for key in ("target.uniform", "preset.14-peaky", "undo", "reset"):
        with subtests.test(key):
            _check_command_between(window, under_way, key)
            _take_all_back(window)


def _check_command_between(window: MainWindow, under_way: UnderWay, key: str) -> None:
    window.commands["target.hardmax"].trigger()
    model = window.logit_table.model()
    assert model.setData(model.index(0, 1), "2")
    start, steps = _state(window), window.store.history.count()

    with under_way.begin(window):
        begun = _state(window)
        window.commands[key].trigger()
        after = _state(window)
        if key == "undo":  # it takes back what is under way, or waits
            assert after in {start, begun}
        elif after != begun:
            assert window.documents.session.states()[steps:][:3] == (start, begun, after)
    ended = _state(window)

    assert window.store.gesture is None
    _take_all_back(window)
    while window.store.history.canRedo():
        window.commands["redo"].trigger()
    assert _state(window) == ended


@pytest.mark.parametrize("name", [name for name in UNDER_WAY if name.endswith("held")])
def test_that_another_look_between_breaks_nothing_off(window: MainWindow, name: str) -> None:
    with UNDER_WAY[name].begin(window):
        begun = _state(window)
        window.commands["unit.bits"].trigger()
        window.commands["decimals.more"].trigger()
        assert _state(window) == begun

    assert window.store.history.count() == 1
    assert window.store.gesture is None


@pytest.mark.parametrize("under_way", UNDER_WAY.values(), ids=UNDER_WAY.keys())
def test_that_escape_takes_back_what_is_under_way_and_not_what_came_between(
    window: MainWindow, under_way: UnderWay
) -> None:
    with under_way.begin(window):
        _name_typed(window)
        edited = _state(window)
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert _state(window).labels[2] == "owl"
        assert _state(window) == edited
