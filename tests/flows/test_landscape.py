"""The landscape in the real window: its point is pulled, by hand and by keys, and the walk is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest

from xentgui.canvas.plot_view import PlotView
from xentgui.canvas.value_box import ValueBox
from xentgui.model import State, edits
from xentgui.model.subjects import OnState
from xentgui.panels.plane_mark import PlaneMark
from xentgui.window.main_window import MainWindow

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CAT = State(("cat", "dog", "owl"), (0.5, -1.5, 0.0), (0.7, 0.2, 0.1))
Start = Callable[..., MainWindow]


@pytest.fixture
def window(start: Start) -> MainWindow:
    """Return the window with the landscape."""
    window = start(state=CAT)
    window.run_command("show.landscape")
    return window


def _view(window: MainWindow) -> PlotView:
    view = window.panels["landscape"]
    assert isinstance(view, PlotView)
    assert view.isVisible()
    return view


def _place(view: PlotView, x: float, y: float) -> QPoint:
    frame = view.picture.frame()
    return QPointF(frame.x(x), frame.y(y)).toPoint()


def _move(view: PlotView, to: QPoint) -> None:
    viewport = view.viewport()
    kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    where = QPointF(to), QPointF(viewport.mapToGlobal(to))
    QCoreApplication.sendEvent(viewport, QMouseEvent(kind, *where, none, LEFT, NONE))


def test_that_a_hand_pulls_two_logits_in_one_step_on_axes_that_hold_still(
    window: MainWindow,
) -> None:
    view, store = _view(window), window.store
    ranges = view.axes.ranges
    QTest.mousePress(view.viewport(), LEFT, NONE, _place(view, 0.5, -1.5))

    for x, y in ((1.0, 0.0), (3.0, 2.0), (3.9, 3.9)):
        _move(view, _place(view, x, y))
        assert store.snapshot.logits[:2] == pytest.approx((x, y), abs=0.11)
        assert store.snapshot.logits[2] == 0.0
        assert view.axes.ranges == ranges
    QTest.mouseRelease(view.viewport(), LEFT, NONE, _place(view, 3.9, 3.9))

    assert view.axes.ranges != ranges  # it would stand at the edge
    assert store.history.undoText() == "Drag Logits of cat and dog"
    window.run_command("undo")
    assert store.snapshot.state == CAT
    assert view.axes.ranges == ranges
    assert not store.history.canUndo()


def test_that_escape_puts_the_point_back(window: MainWindow) -> None:
    view = _view(window)
    QTest.mousePress(view.viewport(), LEFT, NONE, _place(view, 0.5, -1.5))
    _move(view, _place(view, -3.0, 3.0))
    assert window.store.snapshot.state != CAT

    QTest.keyClick(view, Qt.Key.Key_Escape)

    assert window.store.snapshot.state == CAT


def test_that_arrow_keys_move_the_point_in_four_directions(window: MainWindow) -> None:
    view = _view(window)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.picture.focused == PlaneMark(0, 1)

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
    assert window.store.snapshot.state.logits == (0.6, -1.3, 0.0)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert window.store.snapshot.state.logits == (0.0, -1.31, 0.0)


def test_that_a_pair_is_typed(window: MainWindow) -> None:
    view = _view(window)
    view.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClicks(view, "2")
    box = view.findChild(ValueBox)
    assert box is not None
    QTest.keyClicks(box, ".25; -1/2")
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert window.store.snapshot.state.logits == (2.25, -0.5, 0.0)


def test_that_the_picture_is_painted_anew_only_if_something_else_changes(
    window: MainWindow,
) -> None:
    view = _view(window)
    view.grab()

    def painted() -> int:
        picture = view.picture
        below = picture._background.picture(
            picture.face, picture.frame(), picture.snapshot, picture.view
        )
        return below.cacheKey()

    def after(edit: Callable[[State], State]) -> int:
        window.store.edit(OnState(edit), "edit")
        view.grab()
        return painted()

    before = painted()
    assert after(lambda state: edits.with_logit(state, 0, 1.0)) == before
    assert after(lambda state: edits.with_logit(state, 1, 2.0)) == before
    assert after(lambda state: edits.with_logit(state, 2, 1.0)) != before


def test_that_the_wheel_zooms_both_ways_and_a_double_click_shows_all(window: MainWindow) -> None:
    view = _view(window)
    before = view.axes.ranges
    middle = QPointF(_place(view, 0.0, 0.0))
    wheel = QWheelEvent(
        middle,
        QPointF(view.viewport().mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QCoreApplication.sendEvent(view.viewport(), wheel)

    zoomed = view.axes.ranges
    assert before.left < zoomed.left < zoomed.right < before.right
    assert before.bottom < zoomed.bottom < zoomed.top < before.top
    view.grab()
    QTest.mouseDClick(view.viewport(), LEFT, NONE, _place(view, 0.2, 0.2))
    assert view.axes.ranges == before


def test_that_the_axes_are_chosen_beside_the_title(window: MainWindow) -> None:
    view = _view(window)
    chosen = {"landscape.across": "3", "landscape.shown": ("heat",)}
    window.store.show(replace(window.store.view, choices=chosen))

    QTest.mousePress(view.viewport(), LEFT, NONE, _place(view, 0.0, -1.5))
    _move(view, _place(view, 2.0, 1.0))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, _place(view, 2.0, 1.0))

    logits = window.store.snapshot.state.logits
    assert logits == pytest.approx((0.5, 1.0, 2.0), abs=0.11)
