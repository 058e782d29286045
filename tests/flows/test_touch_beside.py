"""A finger beside a button presses it, within 9 mm, and nothing that it hits itself loses it."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QToolButton,
    QWidget,
)

from xentgui.canvas.plot_view import PlotView
from xentgui.painting.fingers import pixels
from xentgui.panels.marked_panel import Way
from xentgui.window.beside_controls import control_beside
from xentgui.window.helping.help_buttons import help_button_name
from xentgui.window.main_window import MainWindow
from xentgui.window.workspaces import WORKSPACES

_OFF_MM = 4.0
_TURNS = 8
_CLEARLY = 2.0  # pixels by which a button is nearer than the next one
_CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox)


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def _buttons(window: MainWindow) -> list[QAbstractButton]:
    found = window.findChildren(QAbstractButton)
    return [one for one in found if one.isVisible() and not one.visibleRegion().isEmpty()]


def _around(window: MainWindow, button: QWidget) -> Iterator[QPointF]:
    """Give the places that are 4 mm off the middle of `button`, in pixels of the window."""
    middle = QPointF(button.mapTo(window, button.visibleRegion().boundingRect().center()))
    away = pixels(button, _OFF_MM)
    for turn in range(_TURNS):
        angle = 2 * math.pi * turn / _TURNS
        yield middle + QPointF(away * math.cos(angle), away * math.sin(angle))


def _bring(window: MainWindow, at: QPoint) -> None:
    """Move the window so that `at` is on the small screen of the tests, where fingers are."""
    window.move(window.pos() + QPoint(300, 300) - window.mapToGlobal(at))
    QApplication.processEvents()


def _distance(window: MainWindow, widget: QWidget, at: QPointF) -> float:
    rect, local = widget.visibleRegion().boundingRect(), widget.mapFrom(window, at)
    across = max(rect.left() - local.x(), local.x() - rect.right(), 0.0)
    down = max(rect.top() - local.y(), local.y() - rect.bottom(), 0.0)
    return across + down


def _others(window: MainWindow, button: QWidget, at: QPointF) -> float:
    """Return how far the nearest other button, slider or box is from `at`, in pixels."""
    found = (one for one in window.findChildren(QWidget) if isinstance(one, _CONTROLS))
    seen = (one for one in found if one.isVisible() and not one.visibleRegion().isEmpty())
    return min(_distance(window, one, at) for one in seen if one is not button)


def _is_for_itself(under: QWidget | None, window: MainWindow) -> bool:
    """Return whether a plot, a table or text is under a finger."""
    while under is not None and under is not window:
        touched = under.testAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        if touched or under.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            return True
        under = under.parentWidget()
    return False


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_that_four_millimetres_off_the_middle_still_press_the_button(
    window: MainWindow, screen: QPointingDevice, workspace: str
) -> None:
    window.run_command("preset.71-penguins")
    window.run_command(f"workspace.{workspace}")
    QApplication.processEvents()
    tried, reached, beside = 0, set(), 0
    buttons = [one for one in _buttons(window) if one.isEnabled()]
    assert len(buttons) > 20

    for button in buttons:
        has_menu = isinstance(button, QToolButton) and button.menu() is not None
        for place in _around(window, button):
            at = QPointF(place.toPoint())
            mine, under = _distance(window, button, at), window.childAt(at.toPoint())
            if not window.rect().contains(at.toPoint()) or mine == 0.0:
                continue  # a press on the button itself
            if mine > _others(window, button, at) - _CLEARLY:
                continue
            tried += 1
            if _is_for_itself(under, window):
                assert control_beside(window, at) is None
                continue
            found = control_beside(window, at)
            assert found is not None, (button.accessibleName(), at, under)
            assert found[0] is button
            reached.add(button)
            beside += 1
        if button in reached and not has_menu:
            assert _is_pressed(window, screen, button), button.accessibleName()
    assert beside > 0.8 * tried, (beside, tried)


def _is_pressed(window: MainWindow, screen: QPointingDevice, button: QAbstractButton) -> bool:
    """Press 4 mm beside `button`, and lift the finger elsewhere; return whether it went down."""
    places = [QPointF(one.toPoint()) for one in _around(window, button)]
    meant = [one for one in places if (found := control_beside(window, one)) and found[0] is button]
    at = meant[0].toPoint()
    _bring(window, at)
    QTest.touchEvent(window, screen).press(0, at, window)
    went_down = button.isDown()
    away = at + QPoint(200, 200)
    QTest.touchEvent(window, screen).move(0, away, window)
    assert not button.isDown()
    QTest.touchEvent(window, screen).release(0, away, window)
    return went_down


def test_that_a_touch_beside_a_button_does_what_it_does(
    window: MainWindow, screen: QPointingDevice
) -> None:
    button = next(
        one for one in _buttons(window) if one.objectName() == help_button_name("information")
    )
    at = next(one for one in _around(window, button) if control_beside(window, one)).toPoint()
    _bring(window, at)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert not window.helping.card_help.key  # a mouse is exact

    QTest.touchEvent(window, screen).press(0, at, window)
    QTest.touchEvent(window, screen).release(0, at, window)
    assert window.helping.card_help.key == "information"


def test_that_marks_and_text_keep_their_touches(
    window: MainWindow,
) -> None:
    for view in window.panels.values():
        if not isinstance(view, PlotView) or not view.isVisible() or view.snapshot is None:
            continue
        picture = view.picture
        mark = picture.face.mark_beside(None, Way.NEXT, view.snapshot, picture.view)
        if mark is not None:
            at = picture.face.locate(mark, picture.frame(), view.snapshot, picture.view)
            there = view.viewport().mapTo(window, at)
            assert control_beside(window, there) is None
    field = window.toolbar.sliders["temperature"].box
    assert control_beside(window, QPointF(field.mapTo(window, field.rect().center()))) is None


def test_that_a_finger_beside_a_slider_drags_it(
    window: MainWindow, screen: QPointingDevice
) -> None:
    slider = window.toolbar.sliders["temperature"].slider
    before = slider.value()
    rect = slider.visibleRegion().boundingRect()
    below = slider.mapTo(window, QPoint(rect.center().x(), rect.bottom() + 2))
    found = control_beside(window, QPointF(below))
    if found is None:
        pytest.skip("the slider is 9 mm high")
    _bring(window, below)
    QTest.touchEvent(window, screen).press(0, below, window)
    QTest.touchEvent(window, screen).move(0, below + QPoint(40, 0), window)
    QTest.touchEvent(window, screen).release(0, below + QPoint(40, 0), window)

    assert slider.value() > before


def test_that_what_a_pen_pointed_at_is_dark_again_when_it_is_away(window: MainWindow) -> None:
    view = window.panels["information"]
    assert isinstance(view, PlotView)
    picture = view.picture
    mark = picture.face.mark_beside(None, Way.NEXT, view.snapshot, picture.view)
    at = picture.face.locate(mark, picture.frame(), view.snapshot, picture.view)
    there = view.viewport().mapToGlobal(at)
    pen = QPointingDevice(
        "pen",
        79,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Hover,
        1,
        2,
    )
    none, nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier

    def tell(kind: QEvent.Type, receiver: QObject) -> None:
        place = QPointF(view.viewport().mapTo(window, at))
        event = QTabletEvent(kind, pen, place, there, 0, 0, 0, 0.0, 0.0, 0.0, nothing, none, none)
        QApplication.sendEvent(receiver, event)

    tell(QEvent.Type.TabletMove, window.windowHandle())
    move = QMouseEvent(QEvent.Type.MouseMove, at, there, none, none, nothing, pen)
    QApplication.sendEvent(view.viewport(), move)
    assert picture.pointed == mark

    tell(QEvent.Type.TabletLeaveProximity, QApplication.instance())
    assert picture.pointed is None
    assert window.store.view.highlight is None
