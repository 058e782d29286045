"""Fingers and a pen through the real window: drags, taps, a pinch, scrolling, the menu."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from xentgui.canvas.drag import mark_under
from xentgui.canvas.plot_view import PlotView
from xentgui.model import State
from xentgui.model.mark import Mark
from xentgui.model.subjects import OnState
from xentgui.painting.fingers import TARGET_MM, pixels
from xentgui.panels.marked_panel import Way
from xentgui.window.main_window import MainWindow

STATE = State(("cat", "dog", "bird"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def window(start: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    window = start(state=STATE)
    window.complete()
    qtbot.waitUntil(window.panels["information"].isVisible)
    return window


def _place(view: PlotView, mark: Mark) -> QPoint:
    picture = view.picture
    at = picture.face.locate(mark, picture.frame(), picture.snapshot, picture.view)
    return at.toPoint()


def _first(view: PlotView) -> Mark:
    return view.picture.face.mark_beside(None, Way.NEXT, view.snapshot, view.picture.view)


def _show_classes(window: MainWindow, count: int) -> None:
    names = tuple(f"class {n}" for n in range(count))
    many = State(names, (0.0,) * count, (1.0, *(0.0,) * (count - 1)))
    window.store.edit(OnState(lambda _state: many), "Many")
    QApplication.processEvents()


def _bring(widget: QWidget, point: QPoint) -> None:
    """Move the window so that `point` is on the small screen of the tests, where fingers are."""
    window = widget.window()
    window.move(window.pos() + QPoint(300, 300) - widget.mapToGlobal(point))
    QApplication.processEvents()


def _touch(widget: QWidget, screen: QPointingDevice, *paths: list[QPoint]) -> None:
    """Put a finger down at the begin of each of `paths`, move all of them, and lift them."""
    _bring(widget, paths[0][0])
    for step in range(len(paths[0])):
        touch = QTest.touchEvent(widget, screen, False)
        for finger, path in enumerate(paths):
            (touch.press if step == 0 else touch.move)(finger, path[step], widget)
        touch.commit()
        QApplication.processEvents()
    touch = QTest.touchEvent(widget, screen, False)
    for finger, path in enumerate(paths):
        touch.release(finger, path[-1], widget)
    touch.commit()
    QApplication.processEvents()


def test_that_a_finger_drags_a_mark_in_one_step(
    window: MainWindow, screen: QPointingDevice
) -> None:
    view = window.panels["information"]
    mark, before = _first(view), window.store.snapshot.loss
    at = _place(view, mark)
    _touch(view.viewport(), screen, [at, at + QPoint(-15, 0), at + QPoint(-30, 0)])

    assert window.store.snapshot.loss > before
    assert window.store.history.count() == 1
    assert not view.pointer.drags


def test_that_a_finger_hits_a_mark_beside_which_a_mouse_would_miss_it(
    window: MainWindow,
) -> None:
    view = window.panels["information"]
    radius = pixels(view.viewport(), TARGET_MM / 2)
    marks = [
        mark
        for mark in _marks(view)
        for angle in range(0, 360, 45)
        if mark_under(view, _around(_place(view, mark), radius * 0.9, angle), radius) is not None
    ]

    assert len(marks) == 3 * 8
    beside = [_around(_place(view, mark), radius * 0.9, 45) for mark in _marks(view)]
    assert [point for point in beside if mark_under(view, point) is None]
    assert radius * 2 * 25.4 / view.viewport().physicalDpiX() == pytest.approx(9.0, rel=0.2)


def _marks(view: PlotView) -> list[Mark]:
    found, mark = [], _first(view)
    while mark is not None:
        found.append(mark)
        mark = view.picture.face.mark_beside(mark, Way.NEXT, view.snapshot, view.picture.view)
    return found


def _around(at: QPoint, radius: float, degrees: int) -> QPointF:
    from math import cos, radians, sin

    return QPointF(at) + QPointF(cos(radians(degrees)), sin(radians(degrees))) * radius


def test_that_two_fingers_zoom_where_a_panel_allows_it_and_change_no_number(
    window: MainWindow, screen: QPointingDevice
) -> None:
    _show_classes(window, 12)
    view = window.panels["distribution"]
    home = view.axes.ranges
    middle = view.viewport().rect().center()
    one = [middle - QPoint(gap, 0) for gap in (20, 30, 40)]
    other = [middle + QPoint(gap, 0) for gap in (20, 30, 40)]
    _touch(view.viewport(), screen, one, other)
    now = view.axes.ranges

    assert view.axes.zoomed
    across, up = (
        (now.right - now.left) / (home.right - home.left),
        (now.top - now.bottom) / (home.top - home.bottom),
    )
    assert across == pytest.approx(0.5, rel=0.05)
    assert up == 1.0
    assert window.store.history.count() == 1


def test_that_two_fingers_side_by_side_move_a_plot_that_is_zoomed(
    window: MainWindow, screen: QPointingDevice
) -> None:
    _show_classes(window, 12)
    view = window.panels["distribution"]
    middle = view.viewport().rect().center()
    view.axes.pinch(2.0, view.mapToScene(middle), QPointF())
    before = view.axes.ranges
    steps = [QPoint(0, 0), QPoint(10, 10), QPoint(20, 20)]
    one = [middle + step - QPoint(25, 0) for step in steps]
    other = [middle + step + QPoint(25, 0) for step in steps]
    _touch(view.viewport(), screen, one, other)
    now = view.axes.ranges

    assert now != before
    assert now.left < before.left
    assert now.right - now.left == pytest.approx(before.right - before.left)


def test_that_a_second_finger_puts_back_what_the_first_has_moved(
    window: MainWindow, screen: QPointingDevice
) -> None:
    view = window.panels["information"]
    ground, at = view.viewport(), _place(view, _first(view))
    _bring(ground, at)
    QTest.touchEvent(ground, screen).press(0, at, ground)
    QApplication.processEvents()
    QTest.touchEvent(ground, screen).move(0, at - QPoint(20, 0), ground)
    QApplication.processEvents()
    assert window.store.snapshot.loss > 0.19
    QTest.touchEvent(ground, screen).stationary(0).press(1, at + QPoint(60, 0), ground)
    QApplication.processEvents()

    assert window.store.snapshot.state == STATE
    touch = QTest.touchEvent(ground, screen, False)
    touch.release(0, at, ground).release(1, at, ground).commit()
    assert window.store.history.count() == 0


def test_that_a_table_scrolls_by_whole_rows_under_a_finger(
    window: MainWindow, screen: QPointingDevice, start: Callable[..., MainWindow]
) -> None:
    _show_classes(window, 200)
    table = window.logit_table
    ground, height = table.viewport(), table.rowHeight(0)
    start_at = QPoint(30, 5 * height // 2)
    _touch(ground, screen, [start_at - QPoint(0, n * height * 6 // 5) for n in range(3)])

    assert table.verticalScrollBar().value() == 2
    assert table.rowAt(0) == 2
    assert window.store.history.count() == 1


def test_that_a_tap_chooses_a_cell_and_two_taps_edit_it(
    window: MainWindow, screen: QPointingDevice
) -> None:
    table = window.logit_table
    cell = table.visualRect(table.model().index(1, table.model().value_column)).center()
    _touch(table.viewport(), screen, [cell])
    assert table.currentIndex().row() == 1

    _touch(table.viewport(), screen, [cell])
    assert table.state() == table.State.EditingState


def test_that_a_finger_held_still_asks_for_the_menu(
    window: MainWindow, screen: QPointingDevice, qtbot: QtBot
) -> None:
    table = window.logit_table
    table.context_menu_requested.disconnect()
    cell = table.visualRect(table.model().index(1, 1)).center()
    _bring(table.viewport(), cell)
    with qtbot.waitSignal(table.context_menu_requested):
        QTest.touchEvent(table.viewport(), screen).press(0, cell, table.viewport())
    QTest.touchEvent(table.viewport(), screen).release(0, cell, table.viewport())


def _pen(tip: str) -> QPointingDevice:
    """Return a pen that feels how hard it is pressed, by one of its ends."""
    return QPointingDevice(
        "pen",
        77 if tip == "Pen" else 78,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType[tip],
        QInputDevice.Capability.Position
        | QInputDevice.Capability.Hover
        | QInputDevice.Capability.Pressure,
        1,
        2,
    )


@pytest.mark.parametrize("tip", ["Pen", "Eraser"])
@pytest.mark.parametrize("pressure", [0.01, 1.0])
def test_that_no_part_takes_a_pen_for_itself_so_that_qt_makes_a_mouse_of_it(
    window: MainWindow, tip: str, pressure: float
) -> None:
    parts = [view.viewport() for view in window.panels.values() if isinstance(view, PlotView)]
    parts += [window.logit_table.viewport(), window.toolbar.sliders["temperature"].slider]
    before, steps = window.store.snapshot, window.store.history.count()
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    pen = _pen(tip)

    for part in parts:
        at = QPointF(part.rect().center())
        there = QPointF(part.mapToGlobal(at))
        for kind in (
            QEvent.Type.TabletMove,
            QEvent.Type.TabletPress,
            QEvent.Type.TabletMove,
            QEvent.Type.TabletRelease,
        ):
            event = QTabletEvent(
                kind, pen, at, there, pressure, 0, 0, 0.0, 0.0, 0.0, nothing, left, left
            )
            event.ignore()  # as Qt sends it
            QApplication.sendEvent(part, event)
            assert not event.isAccepted(), part

    assert window.store.snapshot is before
    assert window.store.history.count() == steps


@pytest.mark.parametrize("tip", ["Pen", "Eraser"])
def test_that_either_end_of_a_pen_hovers_and_drags_as_a_mouse(window: MainWindow, tip: str) -> None:
    pen = _pen(tip)
    view = window.panels["information"]
    ground, mark = view.viewport(), _first(view)
    at = QPointF(_place(view, mark))

    def send(kind: QEvent.Type, point: QPointF, *, down: bool) -> None:
        # What Qt makes of the events of a pen that no widget takes for itself.
        held = Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton
        moves = kind == QEvent.Type.MouseMove
        button = Qt.MouseButton.NoButton if moves else Qt.MouseButton.LeftButton
        there, nothing = QPointF(ground.mapToGlobal(point)), Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(ground, QMouseEvent(kind, point, there, button, held, nothing, pen))

    send(QEvent.Type.MouseMove, at, down=False)
    assert view.picture.pointed == mark
    send(QEvent.Type.MouseButtonPress, at, down=True)
    send(QEvent.Type.MouseMove, at - QPointF(30, 0), down=True)
    send(QEvent.Type.MouseButtonRelease, at - QPointF(30, 0), down=False)

    assert window.store.snapshot.loss >= 0.3
    assert window.store.history.count() == 1
