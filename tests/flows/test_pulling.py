"""Hands and keys on the panels, through the real window."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from xentgui.canvas.plot_view import PlotView
from xentgui.model import State, edits
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import OnState, to_state
from xentgui.panels.class_numbers import (
    INFORMATION,
    LOGIT,
    PROBABILITY,
    TARGET,
    ClassNumber,
    NumberMark,
)
from xentgui.window.controls.target_sum import TargetSum
from xentgui.window.main_window import MainWindow

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
DRAGS = [
    ("distribution", PROBABILITY, 1),
    ("distribution", TARGET, 1),
    ("information", INFORMATION, 2),
    ("logits", LOGIT, 1),
]


def _view(window: MainWindow, key: str) -> PlotView:
    view = window.panels[key]
    assert isinstance(view, PlotView)
    if not view.isVisible():
        window.run_command(f"show.{key}")
    return view


def _at(view: PlotView, number: ClassNumber, index: int) -> QPoint:
    assert view.snapshot is not None
    point = view.picture.face.locate(
        NumberMark(number, index), view.picture.frame(), view.snapshot, view.picture.view
    )
    return point.toPoint()


def _pull(
    view: PlotView,
    number: ClassNumber,
    index: int,
    by: list[QPoint],
    keys: Qt.KeyboardModifier = NONE,
) -> None:
    start = _at(view, number, index)
    QTest.mousePress(view.viewport(), LEFT, keys, start)
    for step in by:
        _move(view, start + step, keys)
    QTest.mouseRelease(view.viewport(), LEFT, keys, start + (by[-1] if by else QPoint()))


def _move(view: PlotView, to: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    """Move with the button held; QTest.mouseMove knows neither buttons nor keys."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QMouseEvent

    viewport = view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        QPointF(viewport.mapToGlobal(to)),
        Qt.MouseButton.NoButton,
        LEFT,
        keys,
    )
    QCoreApplication.sendEvent(viewport, event)


@pytest.mark.parametrize(
    ("key", "number", "index"), DRAGS, ids=lambda value: getattr(value, "key", value)
)
def test_that_a_pull_is_live_and_one_step(
    window: MainWindow, key: str, number: ClassNumber, index: int
) -> None:
    view = _view(window, key)
    opening = window.store.snapshot
    seen: list[float] = []
    window.store.changed.connect(lambda snapshot: seen.append(number.read(snapshot, index)))

    _pull(view, number, index, [QPoint(3, y) for y in (-10, -20, -30, -40)])

    assert len(seen) >= 3
    assert window.store.history.count() == 1
    assert opening.state.labels[index] in window.store.history.undoText()
    window.commands["undo"].trigger()
    assert window.store.snapshot.state == opening.state


@pytest.mark.parametrize(
    ("key", "number", "index"), DRAGS, ids=lambda value: getattr(value, "key", value)
)
def test_that_escape_during_a_pull_puts_everything_back(
    window: MainWindow, key: str, number: ClassNumber, index: int
) -> None:
    view, opening = _view(window, key), window.store.snapshot.state
    start = _at(view, number, index)
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    _move(view, start + QPoint(0, -30))
    assert window.store.snapshot.state != opening

    QTest.keyClick(view, Qt.Key.Key_Escape)

    assert window.store.snapshot.state == opening
    assert window.store.history.count() == 0
    QTest.mouseRelease(view.viewport(), LEFT, NONE, start + QPoint(0, -30))
    assert window.store.snapshot.state == opening


@pytest.mark.parametrize("keys", [NONE, ALT, SHIFT], ids=["snapped", "free", "with Shift"])
@pytest.mark.parametrize(
    ("key", "number", "index"), DRAGS, ids=lambda value: getattr(value, "key", value)
)
def test_that_a_drag_there_and_back_leaves_no_trace(
    window: MainWindow, key: str, number: ClassNumber, index: int, keys: Qt.KeyboardModifier
) -> None:
    """Also if Alt was held on the way only: the others, which gave way, come back."""
    start = State(("a", "b", "c"), (2.33, -1.46, 0.56), (0.7, 0.1, 0.2), label_smoothing=0.1)
    window.store.edit(to_state(start), "edit")
    view = _view(window, key)
    at, steps = _at(view, number, index), window.store.history.count()

    QTest.mousePress(view.viewport(), LEFT, keys, at)
    for step in (QPoint(3, -17), QPoint(-40, 60), QPoint(5, -400)):
        _move(view, at + step, keys)
    assert window.store.snapshot.state != start
    _move(view, at, NONE)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, at)

    assert window.store.snapshot.state == start
    assert window.store.history.count() == steps


@pytest.mark.parametrize(("keys", "warns"), [(NONE, False), (ALT, True)], ids=["kept", "free"])
def test_that_the_sum_of_targets_is_told_where_they_are_dragged(
    window: MainWindow, keys: Qt.KeyboardModifier, warns: bool
) -> None:
    view = _view(window, "distribution")
    warning = window.findChild(TargetSum, "target_sum.distribution")
    assert isinstance(warning, TargetSum)
    at = _at(view, TARGET, 0)

    QTest.mousePress(view.viewport(), LEFT, keys, at)
    _move(view, at + QPoint(0, 60), keys)

    assert window.store.snapshot.state.target[0] < 1
    assert warning.isVisible() is warns
    QTest.mouseRelease(view.viewport(), LEFT, keys, at + QPoint(0, 60))


def test_that_a_drag_goes_on_while_something_else_changes_the_numbers(window: MainWindow) -> None:
    """A program that trains the logits, say: a target that is dragged writes no logit."""
    view, at = _view(window, "distribution"), _at(_view(window, "distribution"), TARGET, 0)
    QTest.mousePress(view.viewport(), LEFT, NONE, at)
    _move(view, at + QPoint(0, 30))

    window.store.edit(OnState(lambda state: edits.with_logit(state, 1, 0.75)), "train", view)
    _move(view, at + QPoint(0, 60))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, at + QPoint(0, 60))

    state = window.store.snapshot.state
    assert state.logits[1] == 0.75
    assert state.target[0] < 1.0 and state.target[1] == state.target[2] > 0.0


def test_that_a_bar_goes_where_the_pointer_goes_and_the_other_logits_stay(
    window: MainWindow,
) -> None:
    view, before = _view(window, "distribution"), window.store.snapshot.logits
    half = round(view.picture.frame().y(0.5)) - _at(view, PROBABILITY, 0).y()

    _pull(view, PROBABILITY, 0, [QPoint(0, half // 2), QPoint(0, half)])

    snapshot = window.store.snapshot
    assert snapshot.probabilities[0] == pytest.approx(0.5, abs=1e-12)  # snapped: exactly a half
    assert snapshot.logits[1:].tolist() == before[1:].tolist()
    assert window.logit_table.model().index(0, 2).data() == "0.5000"


def test_that_alt_frees_a_pull_from_round_values(window: MainWindow) -> None:
    view = _view(window, "distribution")

    _pull(view, PROBABILITY, 0, [QPoint(0, 41)], ALT)

    frame, p = view.picture.frame(), float(window.store.snapshot.probabilities[0])
    wanted = 0.8383 - 41 / frame.rect.height()
    assert p == pytest.approx(wanted, abs=2 / frame.rect.height())
    assert p * 200 != pytest.approx(round(p * 200), abs=1e-6)


@pytest.mark.parametrize(("far", "end"), [(-5000, 1.0), (5000, 0.0)])
def test_that_a_bar_pulled_to_the_end_has_a_large_finite_logit(
    window: MainWindow, far: int, end: float
) -> None:
    view = _view(window, "distribution")

    _pull(view, PROBABILITY, 2, [QPoint(0, far)])

    snapshot = window.store.snapshot
    assert snapshot.probabilities[2] == pytest.approx(end, abs=1e-12)
    assert math.isfinite(snapshot.logits[2])
    assert abs(snapshot.logits[2]) > 20
    assert np.isfinite(snapshot.probabilities).all()


def test_that_alt_frees_a_target_from_the_sum(window: MainWindow) -> None:
    view = _view(window, "distribution")
    down = round(view.picture.frame().rect.height() * 0.4)

    _pull(view, TARGET, 0, [QPoint(0, down)], ALT)

    assert window.store.snapshot.state.target == (pytest.approx(0.6, abs=0.01), 0.0, 0.0)


def test_that_keys_keep_the_sum_of_the_target(window: MainWindow) -> None:
    view = _view(window, "distribution")
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.picture.focus_mark(NumberMark(TARGET, 0))

    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)

    assert window.store.snapshot.state.target == pytest.approx((0.9, 0.05, 0.05))
    assert window.store.snapshot.state.target_is_normalised


def test_that_targets_that_are_all_0_can_be_pulled(window: MainWindow) -> None:
    window.store.edit(to_state(State(("a", "b"), (1.0, 0.0), (0.0, 0.0))), "edit")
    view = _view(window, "distribution")
    up = round(view.picture.frame().rect.height() * 0.5)

    _pull(view, TARGET, 1, [QPoint(0, -up)])

    assert window.store.snapshot.state.target == (0.0, pytest.approx(0.5, abs=0.02))


def test_that_a_target_that_is_pulled_keeps_the_sum(window: MainWindow) -> None:
    view = _view(window, "distribution")
    down = round(view.picture.frame().rect.height() * 0.4)

    _pull(view, TARGET, 0, [QPoint(0, down)])

    target = window.store.snapshot.target
    assert target.sum() == pytest.approx(1.0)
    assert target[0] == pytest.approx(0.6, abs=0.01)
    assert target[1] == target[2] > 0


def test_that_a_dot_keeps_to_the_curve(window: MainWindow) -> None:
    view = _view(window, "information")
    frame = view.picture.frame()
    wanted = QPoint(round(frame.x(0.5)), round(frame.y(math.log(2)))) - _at(view, INFORMATION, 2)

    _pull(view, INFORMATION, 2, [wanted], ALT)

    assert window.store.snapshot.probabilities[2] == pytest.approx(0.5, abs=0.01)


def test_that_the_gradient_cannot_be_pulled_and_says_why(window: MainWindow) -> None:
    view, opening = _view(window, "gradient"), window.store.snapshot.state
    frame = view.picture.frame()
    head = QPointF(frame.x(0.0), frame.y(-0.162)).toPoint()

    QTest.mousePress(view.viewport(), LEFT, NONE, head)
    _move(view, head + QPoint(0, 40))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, head + QPoint(0, 40))

    assert window.store.snapshot.state == opening
    assert "follows from p and y" in QToolTip.text()
    QToolTip.hideText()


def test_that_axes_hold_still_while_a_hand_pulls_and_settle_after(
    window: MainWindow, qtbot: QtBot
) -> None:
    view, others = _view(window, "logits"), _view(window, "gradient")
    before, elsewhere = view.picture.ranges, others.picture.ranges
    start = _at(view, LOGIT, 0)

    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    for y in range(0, -3000, -300):
        _move(view, start + QPoint(0, y))
        assert view.picture.ranges == before
        assert others.picture.ranges == elsewhere
    QTest.mouseRelease(view.viewport(), LEFT, NONE, start + QPoint(0, -3000))

    assert window.store.snapshot.logits[0] > before.top
    qtbot.waitUntil(lambda: view.picture.ranges.top >= window.store.snapshot.logits[0])


def test_that_a_click_with_the_target_tool_makes_a_class_the_target(window: MainWindow) -> None:
    view = _view(window, "distribution")
    view.setFocus()
    QTest.keyPress(view, Qt.Key.Key_T)

    frame = view.picture.frame()
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPointF(frame.x(2.0), frame.y(0.5)).toPoint())
    QTest.keyRelease(view, Qt.Key.Key_T)

    assert window.store.snapshot.state.target == (0.0, 0.0, 1.0)
    assert window.store.history.count() == 1


def test_that_keys_walk_and_change_what_has_the_focus(window: MainWindow) -> None:
    view = _view(window, "distribution")
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.picture.focused == NumberMark(PROBABILITY, 0)

    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.picture.focused == NumberMark(PROBABILITY, 2)
    QTest.keyClick(view, Qt.Key.Key_Tab)  # the last handle of all is this class's target
    assert view.picture.focused == NumberMark(TARGET, 2)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert window.store.snapshot.state.target[2] == 0.01
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert window.store.snapshot.state.target[2] == 0.1
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert window.store.snapshot.state.target[2] == 0.099

    assert window.store.history.count() == 3
    for _ in range(3):
        window.commands["undo"].trigger()
    assert window.store.snapshot.state.target[2] == 0.0


def test_that_a_typed_number_sets_what_has_the_focus(window: MainWindow) -> None:
    view = _view(window, "logits")
    view.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(view, Qt.Key.Key_1)
    box = view.findChild(QLineEdit, "value_box")
    QTest.keyClicks(box, "/4")
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert window.store.snapshot.state.logits[0] == 0.25


def test_that_a_number_that_cannot_be_read_stays_with_its_reason(window: MainWindow) -> None:
    view, opening = _view(window, "logits"), window.store.snapshot.state
    view.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(view, Qt.Key.Key_1)
    box = view.findChild(QLineEdit, "value_box")
    QTest.keyClicks(box, "/0")
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert box.isVisible()
    assert box.text() == "1/0"
    assert "1/0" in box.accessibleDescription()
    assert window.store.snapshot.state == opening
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_that_pointing_at_a_class_lights_it_everywhere(window: MainWindow, qtbot: QtBot) -> None:
    view = _view(window, "distribution")
    frame = view.picture.frame()

    QTest.mouseMove(view.viewport(), QPointF(frame.x(2.0), frame.y(0.6)).toPoint())

    qtbot.waitUntil(lambda: window.store.view.highlight == ClassMark(2))
    for panel in window.panels.values():
        shown = panel.picture.view if isinstance(panel, PlotView) else panel.view
        assert shown.highlight == ClassMark(2)


def test_that_the_read_out_gives_all_numbers_of_the_class(window: MainWindow, qtbot: QtBot) -> None:
    view = _view(window, "distribution")
    frame = view.picture.frame()
    QTest.mouseMove(view.viewport(), QPointF(frame.x(1.0), frame.y(0.6)).toPoint())

    qtbot.waitUntil(view.hover.readout.isVisible)

    for text in ("class 2", "−1.46", "0.018941", "3.966411", "+0.018941"):
        assert text in view.hover.readout.words(), view.hover.readout.words()


STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(DRAGS), st.integers(-300, 300), st.booleans()),
        st.sampled_from(["undo", "redo", "target.uniform", "class.duplicate", "target.hardmax"]),
    ),
    min_size=1,
    max_size=8,
)


@settings(
    max_examples=settings.default.max_examples // 6,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_that_after_any_pulls_and_commands_undo_restores_every_bit(
    start: Callable[..., MainWindow], steps: list[object]
) -> None:
    window = start()
    opening = window.store.snapshot.state
    for step in steps:
        if isinstance(step, str):
            window.commands[step].trigger()
        else:
            (key, number, index), by, free = step  # type: ignore[misc]
            _pull(_view(window, key), number, index, [QPoint(by // 3, by)], ALT if free else NONE)
    while window.store.history.canUndo():
        window.commands["undo"].trigger()

    assert window.store.snapshot.state == opening
    window.close()


@pytest.mark.parametrize("name", ["", "x" * 10_000])
def test_that_a_step_has_a_name_to_read_whatever_its_class_is_called(
    window: MainWindow, name: str
) -> None:
    window.store.edit(to_state(State((name, "b", "c"), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0))), "edit")
    view = _view(window, "distribution")
    called = name[:39] + "…" if name else "#1"

    _pull(view, PROBABILITY, 0, [QPoint(0, 30)])
    assert window.store.history.undoText().endswith(called)

    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert window.store.history.undoText().endswith(called)

    QTest.keyPress(view, Qt.Key.Key_T)
    frame = view.picture.frame()
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPointF(frame.x(0.0), frame.y(0.9)).toPoint())
    QTest.keyRelease(view, Qt.Key.Key_T)
    assert window.store.history.undoText().endswith(called)
    assert window.store.history.count() == 4


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_that_the_keys_act_on_the_same_mark_after_a_number_was_typed(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    view = _view(window, "logits")
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Right)

    QTest.keyClick(view, Qt.Key.Key_1)
    QTest.keyClick(view.findChild(QLineEdit, "value_box"), key)

    assert view.hasFocus()
    assert view.picture.focused == NumberMark(LOGIT, 1)
    qtbot.waitUntil(lambda: window.store.view.highlight == ClassMark(1))


def test_that_tab_takes_a_typed_number_and_goes_on_to_the_next_mark(window: MainWindow) -> None:
    view = _view(window, "logits")
    view.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(view, Qt.Key.Key_1)
    box = view.findChild(QLineEdit, "value_box")
    QTest.keyClick(box, Qt.Key.Key_Tab)

    assert not box.isVisible()
    assert window.store.snapshot.state.logits[0] == 1.0
    assert view.picture.focused == NumberMark(LOGIT, 1)


def test_that_a_click_elsewhere_takes_a_typed_number_and_keeps_the_keys_there(
    window: MainWindow,
) -> None:
    view, table = _view(window, "logits"), window.target_table
    view.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(view, Qt.Key.Key_1)
    table.setFocus(Qt.FocusReason.MouseFocusReason)

    assert window.store.snapshot.state.logits[0] == 1.0
    assert table.hasFocus()


def test_that_a_bar_that_is_taken_at_its_middle_moves_by_what_the_hand_moves(
    window: MainWindow,
) -> None:
    view = _view(window, "distribution")
    frame = view.picture.frame()
    before = window.store.snapshot.probabilities[0]
    top = _at(view, PROBABILITY, 0)
    start = QPoint(top.x(), round((top.y() + frame.y(0.0)) / 2))

    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    _move(view, start + QPoint(0, 30), ALT)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, start + QPoint(0, 30))

    moved = 30 / frame.lift
    assert math.isclose(before - window.store.snapshot.probabilities[0], moved, abs_tol=1e-9)
    assert window.store.history.count() == 1


@pytest.mark.parametrize("number", [PROBABILITY, TARGET])
def test_that_pointing_shows_what_a_press_would_take_until_the_pointer_leaves(
    window: MainWindow, number: ClassNumber
) -> None:
    view = _view(window, "distribution")
    at = _at(view, number, 0)
    QTest.mouseMove(view.viewport(), QPoint(1, 1))

    QTest.mouseMove(view.viewport(), at)
    assert view.picture.pointed == NumberMark(number, 0)

    QTest.mouseMove(view.viewport(), QPoint(2, 2))
    assert view.picture.pointed is None
