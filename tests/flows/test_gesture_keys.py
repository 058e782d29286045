"""The table of all gestures of F1: what a mouse does, done with keys alone, on the real window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from xentgui.canvas.plot_view import PlotView
from xentgui.model.subjects import classifier_of
from xentgui.panels.marked_panel import Way
from xentgui.window.card_shortcuts import MOVES, SIZES
from xentgui.window.gestures import PLACES
from xentgui.window.helping.help_buttons import help_button_name
from xentgui.window.main_window import MainWindow

K, L = Qt.Key, Qt.MouseButton.LeftButton
_ALT, _SHIFT, _CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def _plot(window: MainWindow, key: str) -> PlotView:
    view = window.panels[key]
    assert isinstance(view, PlotView)
    return view


def _at(view: PlotView) -> QPoint:
    picture = view.picture
    mark = picture.face.mark_beside(None, Way.NEXT, view.snapshot, picture.view)
    return picture.face.locate(mark, picture.frame(), view.snapshot, picture.view).toPoint()


def _ground(view: PlotView) -> QPoint:
    """Return a place of the plot where no mark is."""
    rect = view.picture.frame().rect.toRect()
    face, picture = view.picture.face, view.picture
    for x in range(rect.left() + 20, rect.right() - 20, 7):
        for y in range(rect.top() + 20, rect.bottom() - 20, 7):
            point = QPointF(x, y)
            if face.mark_at(picture.frame(), view.snapshot, picture.view, point) is None:
                return point.toPoint()
    raise AssertionError(view)


def _drag(widget: QWidget, start: QPoint, by: QPoint) -> None:
    QTest.mousePress(widget, L, pos=start)
    for part in (1, 2, 3):
        QTest.mouseMove(widget, start + by * part / 3)
        QApplication.processEvents()
    QTest.mouseRelease(widget, L, pos=start + by)
    QApplication.processEvents()


def _keys(widget: QWidget, *keys: Any, holding: Any = Qt.KeyboardModifier.NoModifier) -> None:
    widget.window().activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or widget, key, holding)
        QApplication.processEvents()


def _wheel(widget: QWidget, at: QPoint) -> None:
    none, nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    there = QPointF(widget.mapToGlobal(at))
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        QPointF(at),
        there,
        QPoint(),
        QPoint(0, 120),
        none,
        nothing,
        phase,
        False,
    )
    QApplication.sendEvent(widget, event)


class Row(NamedTuple):
    """One gesture of the mouse, and the keys that do the same.

    `seen` is the same after both, and another one than before.  `first` commands come before.
    """

    mouse: Callable[[MainWindow], None]
    keys: Callable[[MainWindow], None]
    seen: Callable[[MainWindow], Any]
    first: tuple[str, ...] = ()


def _sign(window: MainWindow) -> int:
    """Return whether the loss has risen (1), fallen (-1), or is that of the start (0)."""
    now = window.store.snapshot.loss
    return (now > 0.1765) - (now < 0.1764)


def _menus(_window: MainWindow) -> bool:
    menus = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu)]
    shown = [one for one in menus if one.isVisible()]
    for menu in shown:
        menu.close()
    return bool(shown)


def _ask_for_menu(window: MainWindow, reason: QContextMenuEvent.Reason) -> None:
    part, at = window.logit_table, QPoint(20, 40)
    part.setFocus()
    part = part if reason == QContextMenuEvent.Reason.Keyboard else part.viewport()
    QApplication.sendEvent(part, QContextMenuEvent(reason, at, part.mapToGlobal(at)))


def _order(window: MainWindow) -> tuple[str, ...]:
    """Return the cards in the order of reading their rows."""
    QApplication.processEvents()
    shown = [card for card in window.cards.by_key.values() if card.isVisible()]
    return tuple(card.key for card in sorted(shown, key=lambda one: (one.y(), one.x())))


def _is_wider(window: MainWindow) -> bool:
    for _ in range(5):
        QApplication.processEvents()
    left, right = (window.cards.by_key[key] for key in ("distribution", "information"))
    return left.width() > right.width() + 10


def _drag_gap(window: MainWindow) -> None:
    card = window.cards.by_key["distribution"]
    gap = QPoint(card.geometry().right() + 2, card.geometry().center().y())
    _drag(window.cards, gap, QPoint(24, 0))


def _points(window: MainWindow) -> int:
    return len(classifier_of(window.store.snapshot).points)


def _paint(window: MainWindow) -> None:
    view = _plot(window, "input_space")
    ground = view.viewport()
    view.pointer.new_points.hold_brush()
    _drag(ground, _ground(view), QPoint(30, 0))
    view.pointer.new_points.drop_brush()


def _scatter(window: MainWindow) -> None:
    view = _plot(window, "input_space")
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        QTest.keyPress(view, K.Key_A)
    QTest.keyRelease(view, K.Key_A)


def _wide(window: MainWindow) -> bool:
    ranges = _plot(window, "input_space").axes.ranges
    return bool(ranges.right - ranges.left < window.property("wide") * 0.99)


def _first_rows(window: MainWindow) -> tuple[int, ...]:
    model = window.findChild(QWidget, "point_table").model()
    return tuple(model.point_of(row) for row in range(4))


def _loss_cell(window: MainWindow) -> int:
    return window.findChild(QWidget, "point_table").model().columnCount() - 1


def _click_heading(window: MainWindow) -> None:
    table = window.findChild(QWidget, "point_table")
    at = _loss_cell(window)
    x = table.header.sectionViewportPosition(at) + table.header.sectionSize(at) // 2
    QTest.mouseClick(table.header.viewport(), L, pos=QPoint(x, table.header.height() // 2))


def _key_heading(window: MainWindow) -> None:
    table = window.findChild(QWidget, "point_table")
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, K.Key_Right, _CTRL)
    table.setCurrentIndex(table.model().index(table.currentIndex().row(), _loss_cell(window)))
    QTest.keyClick(table, K.Key_F4)


def _cell(window: MainWindow) -> QPoint:
    table = window.logit_table
    return table.visualRect(table.model().index(0, table.model().value_column)).center()


def _click_twice(window: MainWindow) -> None:
    ground = window.logit_table.viewport()
    QTest.mouseClick(ground, L, pos=_cell(window))
    QTest.mouseDClick(ground, L, pos=_cell(window))


def _with_t(window: MainWindow) -> None:
    view = _plot(window, "distribution")
    view.setFocus()
    QTest.keyPress(view, K.Key_T)
    picture = view.picture
    mark = picture.face.mark_beside(None, Way.NEXT, view.snapshot, picture.view)
    mark = picture.face.mark_beside(mark, Way.NEXT, view.snapshot, picture.view)
    for _ in range(6):
        mark = (
            mark
            if getattr(mark, "index", 0) == 1
            else picture.face.mark_beside(mark, Way.NEXT, view.snapshot, picture.view)
        )
    at = picture.face.locate(mark, picture.frame(), view.snapshot, picture.view)
    QTest.mouseClick(view.viewport(), L, pos=at.toPoint() - QPoint(0, 2))
    QTest.keyRelease(view, K.Key_T)


def _one_hot(window: MainWindow) -> None:
    window.logit_table.select_classes([0])
    _keys(window.logit_table, K.Key_Down)
    QTest.keyClick(window.logit_table, K.Key_T, _CTRL)


def _drag_slider(window: MainWindow) -> None:
    slider = window.toolbar.sliders["temperature"].slider
    span = slider.maximum() - slider.minimum()
    part = (slider.value() - slider.minimum()) / span
    at = QPoint(round(part * (slider.width() - 16)) + 8, slider.height() // 2)
    _drag(slider, at, QPoint(30, 0))


CLASSIFY = ("preset.71-penguins", "workspace.classify")
DRAG = Row(
    lambda window: _drag(
        _plot(window, "distribution").viewport(), _at(_plot(window, "distribution")), QPoint(0, 20)
    ),
    lambda window: _keys(_plot(window, "distribution"), K.Key_Down),
    _sign,
)
ROWS: dict[str, Row] = {
    "Drag a bar, a dot or a line": DRAG,
    "T while clicking": Row(
        _with_t,
        _one_hot,
        lambda window: window.store.snapshot.state.target,
    ),
    "Click beside the points of a classifier, N": Row(
        lambda window: QTest.mouseClick(
            _plot(window, "input_space").viewport(), L, pos=_ground(_plot(window, "input_space"))
        ),
        lambda window: _keys(_plot(window, "input_space"), K.Key_N),
        _points,
        CLASSIFY,
    ),
    "A held": Row(_paint, _scatter, lambda window: _points(window) > 343, CLASSIFY),
    "Point at a mark": Row(
        lambda window: QTest.mouseMove(
            _plot(window, "distribution").viewport(), _at(_plot(window, "distribution"))
        ),
        lambda window: _keys(_plot(window, "distribution")),
        lambda window: window.store.view.highlight,
    ),
    "Wheel, dragging beside the marks; Z, Ctrl+Alt and arrow": Row(
        lambda window: _wheel(
            _plot(window, "input_space").viewport(), _ground(_plot(window, "input_space"))
        ),
        lambda window: _keys(_plot(window, "input_space"), K.Key_Z),
        _wide,
        CLASSIFY,
    ),
    "Type, double-click, F2": Row(
        _click_twice,
        lambda window: _keys(window.logit_table, K.Key_Home, K.Key_Right, K.Key_F2),
        lambda window: window.logit_table.state(),
    ),
    "Click on a heading of points, F4": Row(_click_heading, _key_heading, _first_rows, CLASSIFY),
    "Right-click": Row(
        lambda window: _ask_for_menu(window, QContextMenuEvent.Reason.Mouse),
        lambda window: _ask_for_menu(window, QContextMenuEvent.Reason.Keyboard),
        _menus,
    ),
    "Drag a title; Alt+Shift and arrow": Row(
        lambda window: window.cards.splitDockWidget(  # a drag of docks needs a window system
            window.cards.by_key["information"],
            window.cards.by_key["distribution"],
            Qt.Orientation.Horizontal,
        ),
        lambda window: _keys(_plot(window, "distribution"), K.Key_Right, holding=MOVES),
        _order,
    ),
    "Drag the gap between two; Ctrl+Alt+Shift and arrow": Row(
        _drag_gap,
        lambda window: _keys(_plot(window, "distribution"), K.Key_Right, holding=SIZES),
        _is_wider,
    ),
    "Double-click a title": Row(
        lambda window: QTest.mouseDClick(window.cards.by_key["gradient"].title_bar, L),
        lambda window: _keys(window.panels["gradient"], K.Key_Return, holding=_CTRL),
        lambda window: window.cards.enlarged,
    ),
    "?": Row(
        lambda window: QTest.mouseClick(
            window.findChild(QWidget, help_button_name("information")), L
        ),
        lambda window: _keys(_plot(window, "information"), K.Key_F1, holding=_CTRL),
        lambda window: window.helping.card_help.key,
    ),
    "Drag a slider, arrow keys": Row(
        _drag_slider,
        lambda window: _keys(window.toolbar.sliders["temperature"].slider, K.Key_Right),
        lambda window: window.store.snapshot.state.temperature > 1.0,
    ),
}
"""The gestures by their words in F1, or by a word of their own."""

ALIKE = {
    # Drags of marks in other panels: `test_keys_for_gestures` holds every mark to having keys.
    "Drag a line of the target",
    "Drag the line of the trace",
    "Drag the point of the landscape",
    "Drag the dot or the square of the simplex",
    "Drag the line of the curves",
    "Drag a cell of the Jacobian up or down",
    "Drag the line of “Why cross-entropy”",
    "Drag a target in “Where it rests”",
    "Pull the head of a hollow arrow",
}

OTHERWISE = {
    "Alt while dragging": "a typed number, which nothing rounds",
    "Escape while dragging": "Escape while a key is held",
    "Double-click beside the marks, Backspace": "Backspace",
    "Wheel, or Ctrl and an arrow key, on a page": "Ctrl and an arrow key",
    "Right-click a number": "Tab to it, and Ctrl+C or Enter",
    "Wheel": "Tab, which scrolls to what has the keys",
    "Drop a file on the window": "File ▸ Open, Import Logits or Open Points",
    "Drag a scene, Ctrl and arrow": "Ctrl and an arrow key",
    "Double-click a scene, Enter": "Enter",
    "Click on empty ground": "the keys of presenting",
    "Click a mark, arrow keys": "arrow keys",
    "Double-click a slider": "Edit ▸ Reset, or a typed number",
}
"""Gestures whose keys have tests of their own, or that are choices of a menu."""

KEYS = {
    "Tab, arrow keys",
    "Arrow keys with Shift, with Ctrl",
    "Delete on a point",
    "Type a number",
    "Space, Backspace, Home",
    "Enter, or Tab while typing; with Shift",
    "Delete",
    "Ctrl and an arrow key",
}
"""What are keys themselves."""


def test_that_every_gesture_of_f1_has_keys() -> None:
    told = {gesture for place in PLACES for gesture, _ in place.gestures}
    known = {*ROWS, *ALIKE, *OTHERWISE, *KEYS}

    assert told - known == set()
    assert known - told == {"A held", "?"}


def _after(window: MainWindow, row: Row, way: str) -> tuple[Any, Any]:
    for command in row.first:
        window.run_command(command)
    window.activateWindow()
    QApplication.processEvents()
    if row.first == CLASSIFY:
        ranges = _plot(window, "input_space").axes.ranges
        window.setProperty("wide", ranges.right - ranges.left)
    before = row.seen(window)
    getattr(row, way)(window)
    QApplication.processEvents()
    return before, row.seen(window)


@pytest.mark.parametrize("name", ROWS)
def test_that_keys_do_what_a_mouse_does(start: Callable[..., MainWindow], name: str) -> None:
    before, by_mouse = _after(start(), ROWS[name], "mouse")
    again, by_keys = _after(start(), ROWS[name], "keys")

    assert before == again
    assert by_mouse == by_keys != before
