"""A mark that moves in two directions, driven by mouse and keys in a real window."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from xentgui.canvas.plot_view import PlotView
from xentgui.model import Snapshot, State, edits
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.subjects import Edit, OnState, to_state
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis, draw_y_axis
from xentgui.painting.ticks import snapped
from xentgui.panels.axis_limits import Zoom
from xentgui.panels.marked_panel import REACH, Hold, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.plot_panel import PlotPanel
from xentgui.window.main_window import MainWindow

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Pair(Mark):
    """The logits of classes `across` and `up`, as one point."""

    across: int
    up: int

    def is_in(self, state: State) -> bool:
        return max(self.across, self.up) < len(state.labels)


def _with_pair(mark: Pair, x: float, y: float) -> Edit:
    return OnState(
        lambda state: edits.with_logit(edits.with_logit(state, mark.across, x), mark.up, y)
    )


class PairHold:
    def __init__(self, mark: Pair, start: Snapshot) -> None:
        self._mark = mark
        self._start = start.logits[mark.across].item(), start.logits[mark.up].item()

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        x, y, r = frame.x_value(point.x()), frame.y_value(point.y()), frame.ranges
        if not modifiers & ALT:
            x = snapped(x, r.left, r.right, frame.rect.width())
            y = snapped(y, r.bottom, r.top, frame.rect.height())
        return _with_pair(self._mark, x, y)

    def put_back(self) -> Edit:
        return _with_pair(self._mark, *self._start)


class Plane(PlotPanel):
    """Two points: the logits of the first two classes, and of the last two."""

    key = "plane"
    title = "Plane"
    formula = "z"
    tip = "Drag a point."
    zoom = Zoom(across=0.5, up=0.5)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        return Ranges(-5.0, 5.0, -5.0, 5.0)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        draw_x_axis(painter, frame, "z")
        draw_y_axis(painter, frame)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        for mark in self._marks(snapshot):
            painter.setBrush(QColor("red" if mark == view.highlight else "gray"))
            painter.drawEllipse(self.locate(mark, frame, snapshot, view), 6, 6)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        return "Points."

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        def distance(mark: Mark) -> float:
            return (self.locate(mark, frame, snapshot, view) - point).manhattanLength()

        nearest = min(self._marks(snapshot), key=distance)
        return nearest if distance(nearest) <= frame.style.px(REACH) else None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        marks = self._marks(snapshot)
        if way in (Way.FIRST, Way.LAST):
            return marks[0 if way is Way.FIRST else -1]
        step = -1 if way in (Way.PREVIOUS, Way.LEFT) else 1
        place = marks.index(mark) + step if mark in marks else min(step, 0) % len(marks)
        return marks[place] if 0 <= place < len(marks) else None

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        assert isinstance(mark, Pair)
        return QPointF(
            frame.x(float(snapshot.logits[mark.across])), frame.y(float(snapshot.logits[mark.up]))
        )

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        return "Drag Point"

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        assert isinstance(mark, Pair)
        return PairHold(mark, snapshot)

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        assert isinstance(mark, Pair)
        x, y = float(snapshot.logits[mark.across]), float(snapshot.logits[mark.up])
        step = 0.1 * size
        return _with_pair(mark, round(x + way[0] * step, 9), round(y + way[1] * step, 9))

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        return ("z across", "z up")

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        assert isinstance(mark, Pair)
        return tuple(snapshot.logits[[mark.across, mark.up]].tolist())

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        assert isinstance(mark, Pair)
        return _with_pair(mark, *values)

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        if not isinstance(mark, Pair):
            return super().read_out(mark, snapshot, view)
        x, y = snapshot.logits[mark.across], snapshot.logits[mark.up]
        return ReadOut(f"point {mark.across}", (("across", f"{x:g}"), ("up", f"{y:g}")))

    def _marks(self, snapshot: Snapshot) -> tuple[Pair, ...]:
        last = len(snapshot.logits) - 1
        return Pair(0, 1), Pair(last - 1, last)


FIRST, SECOND = Pair(0, 1), Pair(1, 2)


@pytest.fixture
def plane(window: MainWindow) -> PlotView:
    """Return a view of a `Plane` that is a part of the program like every other panel."""
    view = PlotView(Plane(), window)
    view.setGeometry(100, 100, 500, 500)
    window._built.panel_views._join(view)
    others = window.panels["distribution"]
    assert isinstance(others, PlotView) and others.picture.style is not None
    view.show_style(others.picture.style)
    view.show()
    view.raise_()
    QTest.mouseMove(view.viewport(), QPoint(1, 1))
    return view


def _at(view: PlotView, mark: Mark) -> QPoint:
    picture = view.picture
    assert picture.snapshot is not None
    return picture.face.locate(mark, picture.frame(), picture.snapshot, picture.view).toPoint()


def _move(view: PlotView, to: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    """Move with the button held; QTest.mouseMove knows neither buttons nor keys."""
    viewport = view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        QPointF(viewport.mapToGlobal(to)),
        Qt.MouseButton.NoButton,
        LEFT,
        keys,
    )
    QApplication.sendEvent(viewport, event)


def test_that_a_drag_moves_two_logits_at_once_and_is_one_step(
    window: MainWindow, plane: PlotView
) -> None:
    opening, start = window.store.snapshot.state, _at(plane, FIRST)
    frame = plane.picture.frame()
    to = QPointF(frame.x(1.0), frame.y(3.0)).toPoint()

    QTest.mousePress(plane.viewport(), LEFT, NONE, start)
    for share in (0.3, 0.6, 1.0):
        _move(plane, start + (to - start) * share)
    QTest.mouseRelease(plane.viewport(), LEFT, NONE, to)

    assert window.store.snapshot.state.logits == (1.0, 3.0, opening.logits[2])  # round values
    assert window.store.history.count() == 1
    assert window.store.history.undoText() == "Drag Point"
    window.commands["undo"].trigger()
    assert window.store.snapshot.state == opening


def test_that_escape_puts_both_logits_back(window: MainWindow, plane: PlotView) -> None:
    opening, start = window.store.snapshot.state, _at(plane, FIRST)
    QTest.mousePress(plane.viewport(), LEFT, NONE, start)
    _move(plane, start + QPoint(40, -30), ALT)
    moved = window.store.snapshot.state
    assert moved.logits[0] > opening.logits[0] and moved.logits[1] > opening.logits[1]
    assert moved.logits[0] * 20 != pytest.approx(round(moved.logits[0] * 20), abs=1e-9)

    QTest.keyClick(plane, Qt.Key.Key_Escape)

    assert window.store.snapshot.state == opening
    assert window.store.history.count() == 0
    QTest.mouseRelease(plane.viewport(), LEFT, NONE, start)


@pytest.mark.always
@pytest.mark.parametrize("keys", [NONE, ALT, SHIFT], ids=["snapped", "free", "with Shift"])
def test_that_a_drag_there_and_back_leaves_no_trace(
    window: MainWindow, plane: PlotView, keys: Qt.KeyboardModifier
) -> None:
    opening, start = window.store.snapshot.state, _at(plane, SECOND)

    QTest.mousePress(plane.viewport(), LEFT, keys, start)
    for step in (QPoint(17, 5), QPoint(-120, 60), QPoint()):
        _move(plane, start + step, keys)
    QTest.mouseRelease(plane.viewport(), LEFT, keys, start)

    assert window.store.snapshot.state == opening
    assert window.store.history.count() == 0


def test_that_arrows_move_the_point_both_ways_finely_and_coarsely(
    window: MainWindow, plane: PlotView
) -> None:
    opening = window.store.snapshot.state.logits
    plane.setFocus(Qt.FocusReason.TabFocusReason)
    assert plane.picture.focused == FIRST

    for key, keys, x, y in (
        (Qt.Key.Key_Right, NONE, 0.1, 0.0),
        (Qt.Key.Key_Up, NONE, 0.1, 0.1),
        (Qt.Key.Key_Left, CONTROL, -0.9, 0.1),
        (Qt.Key.Key_Down, SHIFT, -0.9, 0.09),
    ):
        QTest.keyClick(plane, key, keys)
        logits = window.store.snapshot.state.logits
        assert logits[:2] == (pytest.approx(opening[0] + x), pytest.approx(opening[1] + y))
    assert window.store.history.count() == 4

    for _ in range(4):
        window.commands["undo"].trigger()
    assert window.store.snapshot.state.logits == opening


def test_that_a_held_arrow_is_one_step(window: MainWindow, plane: PlotView) -> None:
    plane.setFocus(Qt.FocusReason.TabFocusReason)

    for _ in range(3):
        QTest.keyPress(plane, Qt.Key.Key_Right)
    QTest.keyRelease(plane, Qt.Key.Key_Right)

    assert window.store.snapshot.state.logits[0] == pytest.approx(2.63)
    assert window.store.history.count() == 1


def test_that_tab_home_and_end_lead_from_point_to_point_and_out(plane: PlotView) -> None:
    plane.setFocus(Qt.FocusReason.TabFocusReason)

    assert plane.focusNextPrevChild(True)
    assert plane.picture.focused == SECOND
    QTest.keyClick(plane, Qt.Key.Key_Home)
    assert plane.picture.focused == FIRST
    QTest.keyClick(plane, Qt.Key.Key_End)
    assert plane.picture.focused == SECOND
    QTest.keyClick(plane, Qt.Key.Key_Backtab)
    assert plane.picture.focused == FIRST
    assert not plane.keyboard.tab(Way.PREVIOUS)
    plane.setFocus(Qt.FocusReason.OtherFocusReason)


def test_that_two_typed_numbers_set_both_logits(window: MainWindow, plane: PlotView) -> None:
    plane.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(plane, Qt.Key.Key_1)
    box = plane.findChild(QLineEdit, "value_box")
    assert "z across" in box.accessibleDescription() and "z up" in box.accessibleDescription()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.isVisible()  # of two numbers, one is not enough
    assert "z up" in box.accessibleDescription()
    QTest.keyClicks(box, "/4; 2.5")
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert not box.isVisible()
    assert window.store.snapshot.state.logits[:2] == (0.25, 2.5)
    assert window.store.history.count() == 1
    assert plane.picture.focused == FIRST


def test_that_a_point_is_highlighted_and_read_out_and_others_highlight_no_class(
    window: MainWindow, plane: PlotView, qtbot: QtBot
) -> None:
    QTest.mouseMove(plane.viewport(), _at(plane, SECOND))

    qtbot.waitUntil(lambda: window.store.view.highlight == SECOND)
    qtbot.waitUntil(plane.hover.readout.isVisible)

    assert "point 1" in plane.hover.readout.words()
    assert "0.56" in plane.hover.readout.words()
    assert window.store.view.highlighted_class is None
    for panel in window.panels.values():
        view = panel.picture.view if isinstance(panel, PlotView) else panel.view
        assert view.highlight == SECOND and view.highlighted_class is None
        assert not panel.hover.readout.isVisible()

    window._built.wiring.point_at(ClassMark(1))
    qtbot.waitUntil(lambda: plane.picture.view.highlight == ClassMark(1))
    assert plane.panel.read_out(ClassMark(1), window.store.snapshot, View()) is not None


def test_that_a_point_is_no_longer_highlighted_when_its_classes_are_gone(
    window: MainWindow, plane: PlotView, qtbot: QtBot
) -> None:
    window._built.wiring.point_at(SECOND)
    qtbot.waitUntil(lambda: window.store.view.highlight == SECOND)

    state = window.store.snapshot.state
    window.store.edit(to_state(edits.remove_classes(state, [2])), "edit")

    assert window.store.view.highlight is None
    assert plane.grab().width() > 0


def _turn(view: PlotView, notches: int) -> None:
    point = QPointF(view.width() / 2, view.height() / 2)
    wheel = QWheelEvent(
        point,
        QPointF(view.mapToGlobal(point)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)


def _drag_ground(view: PlotView, qtbot: QtBot, start: QPoint, by: QPoint) -> None:
    before = view.axes.ranges

    def moves() -> bool:  # pyqtgraph lets moves pass that come too fast
        _move(view, start + by)
        return view.axes.ranges != before

    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    qtbot.waitUntil(moves)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, start + by)


def test_that_the_wheel_zooms_and_a_drag_of_empty_ground_pans_both_ways(
    window: MainWindow, plane: PlotView, qtbot: QtBot
) -> None:
    home, opening = plane.axes.ranges, window.store.snapshot.state

    _turn(plane, 4)
    zoomed = plane.axes.ranges
    assert zoomed.right - zoomed.left < home.right - home.left
    assert zoomed.top - zoomed.bottom < home.top - home.bottom
    assert (zoomed.left + zoomed.right) / 2 == pytest.approx(0.0, abs=0.5)  # about the pointer

    ground = plane.picture.frame().rect.center().toPoint()
    assert plane.panel.mark_at(plane.picture.frame(), window.store.snapshot, View(), ground) is None
    _drag_ground(plane, qtbot, ground, QPoint(30, 40))
    panned = plane.axes.ranges
    assert panned.left < zoomed.left and panned.right < zoomed.right
    assert panned.bottom > zoomed.bottom and panned.top > zoomed.top
    assert panned.right - panned.left == pytest.approx(zoomed.right - zoomed.left)
    assert window.store.snapshot.state == opening

    window.store.edit(
        to_state(edits.with_logit(opening, 0, 0.5)), "edit"
    )  # what is looked at, stays
    assert plane.axes.ranges == panned
    for _ in range(20):
        _turn(plane, 5)
    closest = plane.axes.ranges
    assert closest.right - closest.left == pytest.approx(0.5)
    assert closest.top - closest.bottom == pytest.approx(0.5)
    for _ in range(20):
        _turn(plane, -5)
    assert plane.axes.ranges == home

    _turn(plane, 4)
    QTest.mouseDClick(plane.viewport(), LEFT, NONE, QPoint(80, 80))
    qtbot.waitUntil(lambda: plane.axes.ranges == home)


def test_that_the_panels_of_classes_zoom_across_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("preset.51-fifty-classes")
    view = window.panels["distribution"]
    assert isinstance(view, PlotView)
    home = view.axes.ranges

    _turn(view, 4)

    zoomed = view.axes.ranges
    assert zoomed.right - zoomed.left < home.right - home.left
    assert (zoomed.left + zoomed.right) / 2 == pytest.approx(24.5, abs=2)  # about the pointer
    assert (zoomed.bottom, zoomed.top) == (home.bottom, home.top)
    slot = view.picture.frame().slot
    _drag_ground(view, qtbot, QPoint(view.width() // 2, 60), QPoint(30, 20))
    assert view.axes.ranges.left == pytest.approx(zoomed.left - 30 / slot, abs=0.5)
    assert (view.axes.ranges.bottom, view.axes.ranges.top) == (home.bottom, home.top)


def test_that_a_panel_drawn_in_another_way_has_other_marks(window: MainWindow) -> None:
    """The dots of the curve are no marks of the rectangles: the keys act on none of them."""
    view = window.panels["information"]
    assert isinstance(view, PlotView)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.picture.focused is not None

    window.run_command("information.areas")

    assert view.picture.focused is None
    assert view.grab().width() > 0
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert window.store.history.count() == 0
