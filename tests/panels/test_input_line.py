"""Points with one input: on a line at the p of their class, dragged, added, typed, without activation."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from xentgui.canvas.plot_view import PlotView
from xentgui.model import derive
from xentgui.model.subjects import Classifier, classifier_of
from xentgui.model.view import View
from xentgui.panels.input_line import LinePointMark, heights, home_of
from xentgui.panels.input_space_or_line import InputSpaceOrLine
from xentgui.panels.later import InputSpacePanel
from xentgui.panels.marks import Way
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
    port = view.viewport()

    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + (end - start) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()

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
    assert panel.mark_beside(mark, Way.NEXT, snapshot, view) is None
    assert panel.highlight_of(mark) == PointMark(5)

    window.store.edit(panel.nudge(mark, snapshot, view, (1, 0), 1.0), "Move")
    assert _subject(window).points[5, 0] > ROW[5, 0]
    assert len(panel.captions(mark, view)) == len(panel.numbers_of(mark, snapshot, view)) == 1
    window.store.edit(panel.typed(mark, view, (2.25,)), "Type")
    assert _subject(window).points[5, 0] == 2.25
    assert panel.read_out(mark, window.store.snapshot, view) is not None
