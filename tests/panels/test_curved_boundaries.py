"""Boundaries of features, which bend: every place of them is a tie, and they are dragged."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.panels.classifiers import set_a
from xentgui.canvas.plot_view import PlotView
from xentgui.model.classifier.bent import Bent, scores_at
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.painting.frame import Ranges
from xentgui.panels.boundary_mark import BoundaryMark
from xentgui.panels.input_space_choices import Axes
from xentgui.panels.input_space_curves import curve_of, curves_in
from xentgui.panels.input_space_regions import plane_of
from xentgui.window.main_window import MainWindow

AXES = Axes(0, 1)
RANGES = Ranges(-1.0, 5.0, -1.0, 4.0)


def _bent(features: tuple[str, ...] = ("x1", "x2", "x1^2", "x1*x2", "sin x2")) -> Classifier:
    weights = np.random.default_rng(4).normal(size=(3, len(features)))
    return set_a(features=features, weights=weights, bias=[0.3, -0.2, 0.4])


def _plane(subject: Classifier) -> Bent:
    found = plane_of(subject, AXES)
    assert isinstance(found, Bent)
    return found


def test_that_the_two_classes_of_a_boundary_tie_along_it_and_lead() -> None:
    plane = _plane(_bent())

    curves = curves_in(plane, RANGES)

    assert len(curves) >= 2
    for curve in curves:
        for piece in curve.pieces:
            inner = piece[1:-1]  # an end may be beyond the place where three meet
            z = scores_at(plane, inner)
            spread = np.ptp(z, axis=1) + 1.0
            assert (np.abs(z[:, curve.first] - z[:, curve.second]) <= 0.02 * spread).all()
            ahead = z.max(axis=1) - z[:, curve.first]
            assert (ahead <= 0.02 * spread).all()


@pytest.mark.parametrize("features", [("x1", "x2", "x1^2", "x2^2"), ("x1", "x2", "sin x1")])
def test_that_a_drag_shifts_the_biases_so_that_it_goes_there(
    window: MainWindow, features: tuple[str, ...]
) -> None:
    before = _bent(features)
    window.resize(1440, 900)
    window.run_command("workspace.classify")
    window.store.edit(lambda _: before, "Open")
    window.cards.enlarge("input_space")
    QApplication.processEvents()
    view = window.panels["input_space"]
    assert isinstance(view, PlotView)
    view.show_all()
    view.axes.stop()
    QApplication.processEvents()
    frame = view.picture.frame()
    curve = curves_in(_plane(before), frame.ranges)[0]
    mark = BoundaryMark(curve.first, curve.second)
    piece = max(curve.pieces, key=len)
    start = next(  # where no point is nearer
        at
        for at in (QPointF(frame.x(x), frame.y(y)).toPoint() for x, y in piece[9:].tolist())
        if view.panel.mark_at(frame, view.snapshot, view.picture.view, QPointF(at)) == mark
    )
    to = start + QPointF(17, 21).toPoint()

    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + (to - start) / 2)
    QTest.mouseMove(view.viewport(), to)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=to)
    QApplication.processEvents()

    after = classifier_of(window.store.snapshot)
    assert after is not None
    np.testing.assert_array_equal(after.weights, before.weights)
    assert after.bias.sum() == pytest.approx(before.bias.sum())
    around = [(to.x() + x, to.y() + y) for x, y in ((-2, 0), (2, 0), (0, -2), (0, 2))]
    places = np.array([[frame.x_value(x), frame.y_value(y)] for x, y in around])
    gaps = np.subtract(*scores_at(_plane(after), places)[:, mark.pair].T)
    assert gaps.min() < 0.0 < gaps.max()  # the two are equal within two pixels
    assert "Shift Boundary" in window.store.history.undoText()
    window.store.history.undo()
    assert classifier_of(window.store.snapshot) == before


def test_that_keys_and_a_typed_number_move_it(window: MainWindow) -> None:
    before = _bent()
    window.store.edit(lambda _: before, "Open")
    panel, view = window.panels["input_space"].panel, window.store.view
    snapshot = window.store.snapshot
    curve = curves_in(_plane(before), panel.home(snapshot, view).limited())[0]
    mark = BoundaryMark(curve.first, curve.second)

    window.store.edit(panel.nudge(mark, snapshot, view, (1, 0), 5.0), "Shift")

    after = classifier_of(window.store.snapshot)
    assert after is not None
    moved = curve_of(mark.pair, _plane(after), panel.home(snapshot, view).limited())
    assert moved is not None and moved.middle != curve.middle
    window.store.edit(panel.typed(mark, view, (1.5,)), "Type")
    typed = classifier_of(window.store.snapshot)
    assert typed is not None
    assert typed.bias[mark.first] - typed.bias[mark.second] == pytest.approx(1.5)
