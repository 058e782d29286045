"""Points with one input: on a line at the p of their class, dragged, added, typed, without activation."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from xentgui.canvas.plot_view import PlotView
from xentgui.model import derive
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.panels.boundary_mark import BoundaryMark
from xentgui.panels.input_line import LinePointMark, heights, home_of
from xentgui.panels.input_line_boundaries import line_boundaries
from xentgui.panels.input_space_or_line import InputSpaceOrLine
from xentgui.panels.later import InputSpacePanel
from xentgui.panels.marked_panel import Way
from xentgui.panels.point_mark import PointMark
from xentgui.window.main_window import MainWindow

ROW = np.concatenate([np.linspace(at - 0.5, at + 0.5, 11) for at in (-3, 0, 3)]).reshape(-1, 1)


def _row(**changes: object) -> Classifier:
    parts: dict[str, object] = {
        "labels": ("left", "middle", "right"),
        "points": ROW,
        "targets": np.repeat(np.eye(3), 11, axis=0),
        "weights": [[-1.0], [0.0], [1.0]],
        "bias": [0.0, 1.0, 0.0],
        "chosen": 5,
    }
    return Classifier(**(parts | changes))  # type: ignore[arg-type]


def _open(window: MainWindow, subject: Classifier) -> PlotView:
    window.resize(1440, 900)
    window.run_command("workspace.classify")
    window.store.edit(lambda _: subject, "Open")
    window.cards.enlarge("input_space")
    QApplication.processEvents()
    view = window.panels["input_space"]
    assert isinstance(view, PlotView)
    view.show_all()
    view.axes.stop()
    QApplication.processEvents()
    return view


def _subject(window: MainWindow) -> Classifier:
    found = classifier_of(window.store.snapshot)
    assert found is not None
    return found


def _of(view: PlotView, number: int):
    face, frame = view.picture.face, view.picture.frame()
    place = face.locate(LinePointMark(number), frame, view.snapshot, view.picture.view)
    return place.toPoint()


def _drag(view: PlotView, start: QPoint, end: QPoint) -> None:
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + (end - start) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()


def test_that_a_point_is_at_the_probability_of_its_class() -> None:
    subject = _row()
    snapshot = derive(subject.resolve(), subject)

    found = heights(subject, snapshot, ROW[:, 0])

    np.testing.assert_allclose(found, subject.fit.probabilities, rtol=1e-12)
    assert isinstance(InputSpacePanel(), InputSpaceOrLine)


def test_that_without_activation_it_is_the_output_and_the_middle_never_leads() -> None:
    subject = _row(way="linear")
    snapshot = derive(subject.resolve(), subject)

    at = heights(subject, snapshot, np.linspace(-4, 4, 100))

    slopes = np.diff(at, axis=0) / (8 / 99)
    np.testing.assert_allclose(slopes, np.tile([-0.163934, 0, 0.163934], (99, 1)), atol=1e-6)
    assert 1 not in at.argmax(axis=1)
    assert home_of(snapshot, subject).bottom < at.min() + 0.2
    assert InputSpacePanel.formula_of(snapshot) == "f(x) = W x + b"


def test_that_a_drag_moves_the_only_input_in_one_step(window: MainWindow) -> None:
    view = _open(window, _row())
    steps, start = window.store.history.count(), _of(view, 16)
    end = QPointF(view.picture.frame().x(1.5), start.y()).toPoint()

    _drag(view, start, end)

    after = _subject(window)
    assert after.chosen == 16
    assert after.points[16, 0] == pytest.approx(1.5, abs=0.05)
    assert window.store.history.count() == steps + 1
    window.store.history.undo()
    assert _subject(window) == _row()


def test_that_a_click_adds_a_point_and_delete_removes_it(window: MainWindow) -> None:
    view = _open(window, _row())
    frame = view.picture.frame()
    at = QPointF(frame.x(-1.5), frame.y(0.8)).toPoint()

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    after = _subject(window)
    assert len(after.points) == 34
    assert after.points[33, 0] == pytest.approx(-1.5, abs=0.05)
    assert after.classes[33] == 0
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_of(view, 33))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert len(_subject(window).points) == 33


def test_that_keys_and_a_typed_number_move_it(window: MainWindow) -> None:
    window.store.edit(lambda _: _row(), "Open")
    panel, snapshot, view = InputSpaceOrLine(), window.store.snapshot, View()
    mark = panel.mark_beside(None, Way.NEXT, snapshot, view)
    assert mark == LinePointMark(5)
    assert panel.mark_beside(mark, Way.PREVIOUS, snapshot, view) is None
    assert panel.highlight_of(mark) == PointMark(5)

    window.store.edit(panel.nudge(mark, snapshot, view, (1, 0), 1.0), "Move")
    assert _subject(window).points[5, 0] > ROW[5, 0]
    assert len(panel.captions(mark, view)) == len(panel.numbers_of(mark, snapshot, view)) == 1
    window.store.edit(panel.typed(mark, view, (2.25,)), "Type")
    assert _subject(window).points[5, 0] == 2.25
    assert panel.read_out(mark, window.store.snapshot, view) is not None


def _places(subject: Classifier) -> list[tuple[int, int, float]]:
    snapshot = derive(subject.resolve(), subject)
    found = line_boundaries(subject, home_of(snapshot, subject))
    return [(one.first, one.second, round(one.x, 9)) for one in found]


def test_that_boundaries_are_where_two_classes_have_the_same_score() -> None:
    # −x = 1 at −1, and x = 1 at 1.
    assert _places(_row()) == [(0, 1, -1.0), (1, 2, 1.0)]
    assert _places(_row(bias=[0.0, -9.0, 0.0])) == [(0, 2, 0.0)]
    # Without activation, all three outputs are the same in the middle.
    assert all(abs(x) < 0.05 for _, _, x in _places(_row(way="linear")))


def test_that_a_drag_of_a_boundary_shifts_two_biases_in_one_step(window: MainWindow) -> None:
    view = _open(window, _row())
    frame, steps = view.picture.frame(), window.store.history.count()
    start = QPointF(frame.x(1.0), frame.y(0.93)).toPoint()
    end = QPointF(frame.x(2.0), frame.y(0.5)).toPoint()

    _drag(view, start, end)

    after = _subject(window)
    assert window.store.history.count() == steps + 1
    assert len(after.points) == len(ROW), "no point was added"
    assert _places(after)[1] == (1, 2, pytest.approx(2.0, abs=0.05))
    assert _places(after)[0][:2] == (0, 1)
    assert after.bias[0] == 0.0
    assert after.bias[1] - 1.0 == pytest.approx(-after.bias[2])
    assert np.array_equal(after.weights, _row().weights)
    assert window.store.history.undoText() == "Shift Boundary of middle and right"
    window.store.history.undo()
    assert _subject(window) == _row()


def test_that_keys_reach_boundaries_move_them_and_take_a_number(window: MainWindow) -> None:
    view = _open(window, _row())
    face, snapshot, look = view.picture.face, view.snapshot, view.picture.view
    first = face.mark_beside(LinePointMark(5), Way.NEXT, snapshot, look)
    assert first == BoundaryMark(0, 1)
    assert face.mark_beside(first, Way.NEXT, snapshot, look) == BoundaryMark(1, 2)
    assert face.mark_beside(BoundaryMark(1, 2), Way.NEXT, snapshot, look) is None
    assert face.numbers_of(first, snapshot, look) == (-1.0,)
    assert face.read_out(first, snapshot, look) is not None

    edit = face.nudge(first, snapshot, look, (1, 0), 1.0)
    assert edit is not None
    window.store.edit(edit, "Nudge")
    moved = _places(_subject(window))[0]
    assert moved[:2] == (0, 1)
    assert moved[2] > -1.0
    assert face.nudge(first, snapshot, look, (0, 1), 1.0) is None

    window.store.edit(face.typed(first, look, (-2.0,)), "Type")  # b of left less that of middle
    assert _places(_subject(window))[0] == (0, 1, -2.0)
