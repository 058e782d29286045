"""Learning curve, losses of the points, confusion and calibration: hard classifiers, and flows."""

from __future__ import annotations

import math
import warnings
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.panels.classifiers import HARD, set_a
from xentgui.canvas.plot_view import PlotView
from xentgui.model import derive
from xentgui.model.classifier.calibration import reliability
from xentgui.model.classifier.judgement import confusion
from xentgui.model.classifier.training_run import TrainingRun
from xentgui.model.mark import ClassMark
from xentgui.model.message import RefusedError
from xentgui.model.recipes import Training
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.painting.theme import DARK, LIGHT, Theme
from xentgui.panels.confusion import Confusion, cell_rect, counts_of
from xentgui.panels.learning_curve import LearningCurve
from xentgui.panels.losses_of_points import LossesOfPoints
from xentgui.panels.marked_panel import Way
from xentgui.panels.plot_panel import PlotPanel
from xentgui.panels.point_mark import PointMark
from xentgui.panels.points_calibration import PointsCalibration, bar_rect, counts_that_fit
from xentgui.panels.points_mark import BinMark, ConfusionMark, lit_points
from xentgui.panels.training_step import TrainingStepMark
from xentgui.window.main_window import MainWindow

PANELS = (LearningCurve, LossesOfPoints, Confusion, PointsCalibration)
EVERY = pytest.mark.parametrize("panel_class", PANELS, ids=lambda one: one.key)
LEFT = Qt.MouseButton.LeftButton
MANY = 100
"""With more classes, not every cell of a confusion is looked at."""


def _painted(
    panel: PlotPanel,
    subject: Classifier,
    view: View,
    theme: Theme = LIGHT,
    size: tuple[int, int] = (420, 300),
) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(theme.card)
    painter = QPainter(image)
    style = Style(theme, 13.0, ui_font(13.0))
    panel.paint(painter, QRectF(0, 0, *size), derive(subject.resolve(), subject), view, style)
    painter.end()
    return image


def _frame(panel: PlotPanel, subject: Classifier, view: View) -> Frame:
    style = Style(LIGHT, 13.0, ui_font(13.0))
    ranges = panel.ranges(derive(subject.resolve(), subject), view)
    return panel.frame(QRectF(0, 0, 420, 300), ranges, view, style, 1.0)


def _trained(subject: Classifier, steps: int = 30) -> View:
    run = TrainingRun.begun(subject, Training(0.25)).forward(steps, lambda: False)
    return View(training=run.training, training_run=run, pinned_training=run.to(0))


@EVERY
@pytest.mark.parametrize("subject", HARD.values(), ids=HARD.keys())
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.key)
def test_that_hard_classifiers_are_painted_and_described(
    qapp: object, panel_class: type[PlotPanel], subject: Classifier, theme: Theme
) -> None:
    panel = panel_class()
    views = [View(), View(unit="bits", highlight=ClassMark(1)), View(highlight=BinMark(9))]
    views += [View(highlight=ConfusionMark(0, 1)), View(highlight=PointMark(10**6))]
    snapshot = derive(subject.resolve(), subject)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for view in views:
            blank = _painted(panel, subject, view, theme)
            assert blank.allGray() is False
            assert panel.describe(snapshot, view)
        _painted(panel, subject, View(), theme, (900, 700))
        mark = panel.mark_beside(None, Way.NEXT, snapshot, View())
        if mark is not None:
            assert panel.read_out(mark, snapshot, View()) is not None
            assert panel.captions(mark, View())
            assert panel.step_name(mark, snapshot)


@pytest.mark.parametrize("loss", ["cross_entropy", "brier"])
def test_that_a_training_is_drawn_and_walked(qapp: object, loss: str) -> None:
    from xentgui.model.settings_of_state import ScalarSettings

    subject = set_a(weights=np.zeros((3, 2)), bias=np.zeros(3), settings=ScalarSettings(loss=loss))
    view, panel = _trained(subject), LearningCurve()
    run = view.training_run
    assert run is not None
    now = set_a(weights=run.linear.weights, bias=run.linear.bias, settings=subject.settings)
    _painted(panel, now, view)
    snapshot = derive(now.resolve(), now)
    frame = _frame(panel, now, view)
    at = panel.locate(TrainingStepMark(), frame, snapshot, view)
    assert at.x() == pytest.approx(frame.x(30.0))
    hold = panel.hold(TrainingStepMark(), snapshot, view)
    back = hold.move(frame, view, QPointF(frame.x(12.2), 0.0), Qt.KeyboardModifier.NoModifier)(now)
    assert isinstance(back, Classifier)
    assert back.weights.tolist() == run.to(12).linear.weights.tolist()
    assert hold.put_back()(back) == now
    nudged = panel.nudge(TrainingStepMark(), snapshot, view, (-1, 0), 10.0)
    assert nudged is not None
    found = nudged(now)
    assert isinstance(found, Classifier)
    assert found.bias.tolist() == run.to(20).linear.bias.tolist()
    for wrong in (-1.0, 31.0, 2.5, math.nan):
        with pytest.raises(RefusedError, match="whole number from 0 to 30"):
            panel.typed(TrainingStepMark(), view, (wrong,))


def test_that_the_axis_begins_at_0_and_has_the_blind_guess(qapp: object) -> None:
    subject = set_a()
    home = LearningCurve().home(derive(subject.resolve(), subject), View())
    assert (home.left, home.right, home.bottom) == (0.0, 10.0, 0.0)
    assert home.top >= math.log(3)


@pytest.mark.parametrize("subject", HARD.values(), ids=HARD.keys())
def test_that_confusion_and_calibration_count_every_point(subject: Classifier) -> None:
    counts = counts_of(subject)
    if subject.way == "softmax":
        assert counts.tolist() == confusion(subject.fit.logits, subject.targets).tolist()
    has = subject.classes >= 0
    found = reliability(subject.fit.largest, subject.classes, subject.predictions)
    assert counts.sum() == found.counts.sum() == has.sum()
    right = np.nansum(found.right * found.counts)
    assert right == pytest.approx(np.trace(counts))
    if len(counts) > MANY:  # of 9 000 000 cells, those with points, and some without
        some = np.random.default_rng(1).integers(len(counts), size=(2000, 2))
        cells = np.concatenate((np.argwhere(counts), some))
    else:
        cells = np.argwhere(np.ones_like(counts))
    marks = [ConfusionMark(own, predicted) for own, predicted in cells.tolist()]
    for mark in marks:
        assert mark.which(subject).sum() == counts[mark.own, mark.predicted]
    whole = sum(BinMark(at).which(subject).astype(int) for at in range(10))
    assert (whole == 1).all()


def test_that_a_class_or_a_mark_lights_its_points() -> None:
    subject = set_a()
    assert lit_points(subject, View()) is None
    assert np.flatnonzero(lit_points(subject, View(highlight=ClassMark(1)))).tolist() == [
        4,
        5,
        6,
        7,
    ]
    mark = ConfusionMark(0, 2)
    assert lit_points(subject, View(highlight=mark)).tolist() == mark.which(subject).tolist()


def test_that_cells_and_bars_are_found_where_they_are_drawn(qapp: object) -> None:
    subject, view = set_a(), View()
    snapshot = derive(subject.resolve(), subject)
    panel, frame = Confusion(), _frame(Confusion(), subject, view)
    for own in range(3):
        for predicted in range(3):
            at = cell_rect(frame, own, predicted).center()
            assert panel.mark_at(frame, snapshot, view, at) == ConfusionMark(own, predicted)
    found = reliability(subject.fit.largest, subject.classes, subject.predictions)
    bars, frame = PointsCalibration(), _frame(PointsCalibration(), subject, view)
    for at in found.counts.nonzero()[0].tolist():
        middle = bar_rect(frame, found, at).center()
        assert bars.mark_at(frame, snapshot, view, middle) == BinMark(at)


@pytest.mark.parametrize(
    ("width", "counts", "texts"),
    [
        (600, [0, 7, 12_345], ["", "7", "12345"]),
        (440, [0, 999, 12_345, 100_000, 999_950], ["", "999", "12.3k", "100k", "1M"]),
        (300, [0, 9, 12_345, 98_765, 13_579], ["", "9", "", "98.8k", ""]),
    ],
)
def test_that_counts_above_bars_never_touch(
    qapp: object, width: int, counts: list[int], texts: list[str]
) -> None:
    del qapp
    panel, style = PointsCalibration(), Style(LIGHT, 15.0, ui_font(15.0))
    subject = set_a()
    ranges = panel.ranges(derive(subject.resolve(), subject), View())
    frame = panel.frame(QRectF(0, 0, width, 300), ranges, View(), style, 1.0)

    assert counts_that_fit(frame, counts) == texts


def test_that_losses_are_sorted_and_neighbours_walked(qapp: object) -> None:
    subject, view, panel = set_a(), View(), LossesOfPoints()
    snapshot = derive(subject.resolve(), subject)
    frame = _frame(panel, subject, view)
    order = np.argsort(-subject.fit.losses, kind="stable").tolist()
    xs = [panel.locate(PointMark(row), frame, snapshot, view).x() for row in order]
    assert xs == sorted(xs)
    first = panel.mark_beside(PointMark(order[3]), Way.FIRST, snapshot, view)
    assert first == PointMark(order[0])
    assert panel.mark_beside(first, Way.RIGHT, snapshot, view) == PointMark(order[1])
    for row in order:
        at = panel.locate(PointMark(row), frame, snapshot, view)
        found = panel.mark_at(frame, snapshot, view, at)
        assert isinstance(found, PointMark)
        assert subject.fit.losses[found.number] == pytest.approx(subject.fit.losses[row], abs=0.1)


def _plot(window: MainWindow, key: str) -> PlotView:
    view = window.panels[key]
    assert isinstance(view, PlotView)
    return view


def test_that_a_click_into_a_cell_chooses_its_points_one_after_the_other(
    window: MainWindow,
) -> None:
    window.run_command("preset.71-penguins")
    window.run_command("workspace.classify")
    window.run_command("train.optimum")
    window.run_command("show.confusion")
    window.resize(1440, 900)
    QApplication.processEvents()
    plot = _plot(window, "confusion")
    subject = classifier_of(window.store.snapshot)
    assert subject is not None
    mark = ConfusionMark(0, 1)  # Adelie, predicted as Chinstrap
    rows = np.flatnonzero(mark.which(subject)).tolist()
    assert rows
    frame = plot.picture.frame()
    at = plot.mapFromScene(cell_rect(frame, 0, 1).center())
    seen = []
    for _ in rows:
        QTest.mouseClick(plot.viewport(), LEFT, pos=QPoint(at))
        now = classifier_of(window.store.snapshot)
        assert now is not None
        seen.append(now.chosen)
    assert sorted(seen) == rows
    for _ in rows:
        window.run_command("undo")
    now = classifier_of(window.store.snapshot)
    assert now is not None
    assert now == subject


@pytest.mark.parametrize("temperature", [0.0, math.inf])
def test_that_no_step_is_one_where_nothing_can_be_trained(temperature: float) -> None:
    """A redo to such a subject looks for the step, and must not fail."""
    subject = set_a()
    run = TrainingRun.begun(subject, Training(0.25))
    settings = replace(subject.settings, temperature=temperature)

    assert run.standing_at(subject) is run
    assert run.standing_at(subject.replaced(settings=settings)) is None
