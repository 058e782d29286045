"""The input space: hard classifiers, the arrow and the boundaries, and flows by mouse and keys."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.panels.classifiers import HARD, made, set_a
from xentgui.canvas.plot_view import PlotView
from xentgui.model import Snapshot, derive
from xentgui.model.classifier.boundaries import Rectangle, boundaries
from xentgui.model.classifier.linear import Linear, scores
from xentgui.model.classifier.regions import softmax_over
from xentgui.model.mark import ClassMark
from xentgui.model.softmax import softmax_rows
from xentgui.model.subjects import BareLogits, classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.style import Style
from xentgui.painting.theme import DARK, LIGHT, PRINT
from xentgui.panels.boundary_mark import BoundaryMark
from xentgui.panels.input_space import InputSpace
from xentgui.panels.input_space_boundaries import END, boundaries_in, line_of
from xentgui.panels.input_space_choices import Axes
from xentgui.panels.input_space_points import arrow_of, free_place
from xentgui.panels.marked_panel import Way
from xentgui.panels.mean_mark import MeanMark
from xentgui.panels.point_mark import PointMark
from xentgui.window.main_window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
AXES = Axes(0, 1)
VIEWS = {
    "usual": View(),
    "everything": View(
        choices={
            "input_space.shading": "hard",
            "input_space.shown": ("boundaries", "contours", "arrow", "wrong", "names", "zero"),
        }
    ),
    "nothing": View(choices={"input_space.shading": "none", "input_space.shown": ()}),
    "lit": View(highlight=PointMark(3)),
    "out of reach": View(highlight=PointMark(10**6)),
}


def _snapshot(subject: Classifier) -> Snapshot:
    return derive(subject.resolve(), subject)


def _frame(
    snapshot: Snapshot, view: View = VIEWS["usual"], size: tuple[int, int] = (480, 360)
) -> Frame:
    style = Style(LIGHT, 13.0, ui_font(13.0))
    panel = InputSpace()
    return panel.frame(QRectF(0, 0, *size), panel.ranges(snapshot, view), view, style, 1.0)


def _painted(
    snapshot: Snapshot, view: View, theme=LIGHT, size: tuple[int, int] = (480, 360)
) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    InputSpace().paint(
        painter, QRectF(0, 0, *size), snapshot, view, Style(theme, 13.0, ui_font(13.0))
    )
    painter.end()
    return image


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("subject", HARD.values(), ids=HARD)
def test_that_every_classifier_is_painted_and_told(subject: Classifier, view: View) -> None:
    snapshot, panel = _snapshot(subject), InputSpace()

    _painted(snapshot, view)

    words = panel.describe(snapshot, view)
    assert words.strip()
    assert "nan" not in words.lower()
    home = panel.home(snapshot, view).limited()
    assert np.isfinite(home).all()
    mark = panel.mark_beside(None, Way.NEXT, snapshot, view)
    while mark is not None:
        frame = _frame(snapshot, view)
        assert frame.rect.adjusted(-1, -1, 1, 1).contains(panel.locate(mark, frame, snapshot, view))
        assert panel.read_out(mark, snapshot, view) is not None
        mark = panel.mark_beside(mark, Way.NEXT, snapshot, view)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", [DARK, PRINT], ids=lambda theme: theme.key)
@pytest.mark.parametrize("size", [(160, 120), (330, 260), (1920, 1080)], ids=str)
def test_that_every_theme_and_size_is_painted(theme, size: tuple[int, int]) -> None:
    _painted(_snapshot(set_a()), VIEWS["everything"], theme, size)


@pytest.mark.parametrize("temperature", [0.3, 1.0, 7.0])
def test_that_the_shades_are_softmax_of_the_scores(temperature: float) -> None:
    linear, x, y = set_a().linear, np.linspace(-1, 5, 7), np.linspace(-2, 4, 5)

    shares = softmax_over(linear, temperature, x, y)

    places = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    exact = softmax_rows(scores(linear, places), temperature).probabilities
    np.testing.assert_allclose(shares.reshape(3, -1).T, exact, atol=1e-6)


def test_that_the_limits_of_the_temperature_are_exact() -> None:
    linear = Linear(np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 0.0]]), np.array([0.0, 0.0, -1.0]))
    x, y = np.array([-1.0, 0.0, 2.0]), np.array([0.0])

    assert softmax_over(linear, 0.0, x, y)[:, 0].T.tolist() == [[0, 1, 0], [0.5, 0.5, 0], [1, 0, 0]]
    np.testing.assert_allclose(softmax_over(linear, np.inf, x, y), 1 / 3, rtol=1e-6)


@pytest.mark.usefixtures("qapp")
def test_that_the_shade_of_a_place_is_the_mixture_of_the_colours_by_p() -> None:
    subject = set_a(weights=np.zeros((3, 2)), bias=np.log([0.7, 0.2, 0.1]))
    snapshot = _snapshot(subject)
    view = View(choices={"input_space.shown": ()})

    pixel = _painted(snapshot, view).pixelColor(240, 60)

    tints = [[int(color[at : at + 2], 16) for at in (1, 3, 5)] for color in LIGHT.classes[:3]]
    mixed = 255 + 0.42 * (np.array([0.7, 0.2, 0.1]) @ np.array(tints) - 255)
    np.testing.assert_allclose(pixel.getRgb()[:3], mixed, atol=1.5)


@pytest.mark.usefixtures("qapp")
def test_that_the_arrow_is_the_error_flowing_back() -> None:
    subject = set_a()
    snapshot = _snapshot(subject)

    across, up, _ = arrow_of(_frame(snapshot), snapshot, subject, AXES)

    p, y = snapshot.probabilities, snapshot.effective_target
    np.testing.assert_allclose([across, up], -subject.weights.T @ (p - y), rtol=1e-12)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("toward", [(1.0, 0.0), (-1.0, 0.0), (0.6, 0.8), (-0.6, -0.8)], ids=str)
def test_that_the_name_of_the_arrow_covers_no_name_of_a_class(toward: tuple[float, float]) -> None:
    frame = _frame(_snapshot(set_a()))
    tip, size = np.array(frame.rect.center().toTuple()), (60.0, 18.0)
    ahead = free_place(frame, tip, np.array(toward), size, [])

    place = free_place(frame, tip, np.array(toward), size, [ahead.adjusted(4, 4, -4, -4)])

    assert not place.intersects(ahead.adjusted(4, 4, -4, -4))
    assert frame.rect.contains(place)
    everywhere = [frame.rect]
    assert free_place(frame, tip, np.array(toward), size, everywhere) == ahead


@pytest.mark.usefixtures("qapp")
def test_that_the_boundaries_meet_where_the_reference_says() -> None:
    subject = set_a()
    snapshot = _snapshot(subject)
    found = boundaries_in(subject.linear, _frame(snapshot).ranges)

    assert len(found) == 3
    ends = [tuple(end.round(2).tolist()) for one in found for end in (one.start, one.end)]
    assert ends.count((1.46, 1.2)) == 3


def test_that_neighbours_have_all_boundaries_that_can_be_seen() -> None:
    subject = made(50, 2, 9, seed=3)
    ranges = Ranges(-3.0, 3.0, -3.0, 3.0)
    everyone = boundaries(subject.linear, Rectangle(-3.0, -3.0, 3.0, 3.0))
    long = [one for one in everyone if np.hypot(*(one.end - one.start)) > 0.2]

    found = {(one.first, one.second): one for one in boundaries_in(subject.linear, ranges)}

    assert len(long) > 3
    for one in long:
        np.testing.assert_array_equal(found[one.first, one.second].start, one.start)


# Flows


def _input_space(window: MainWindow, subject: Classifier) -> PlotView:
    window.resize(1440, 900)
    window.run_command("workspace.classify")
    window.store.edit(lambda _: subject, "Open")
    window.cards.enlarge("input_space")
    QApplication.processEvents()
    found = window.panels["input_space"]
    assert isinstance(found, PlotView)
    found.show_all()
    found.axes.stop()
    QApplication.processEvents()
    return found


def _subject(window: MainWindow) -> Classifier:
    found = classifier_of(window.store.snapshot)
    assert found is not None
    return found


def _at(view: PlotView, x: float, y: float):
    frame = view.picture.frame()
    return QPointF(frame.x(x), frame.y(y)).toPoint()


def _of(view: PlotView, mark):
    return view.panel.locate(mark, view.picture.frame(), view.snapshot, view.picture.view).toPoint()


def _drag(view: PlotView, start, end, modifier=NONE) -> None:
    port = view.viewport()
    QTest.mousePress(port, LEFT, modifier, start)
    for step in (0.3, 0.7, 1.0):
        QTest.mouseMove(port, start + (end - start) * step)
    QTest.mouseRelease(port, LEFT, modifier, end)
    QApplication.processEvents()


def test_that_a_click_chooses_a_point_and_every_panel_follows(window: MainWindow) -> None:
    view = _input_space(window, set_a())

    QTest.mouseClick(view.viewport(), LEFT, NONE, _of(view, PointMark(9)))

    assert _subject(window).chosen == 9
    assert window.store.snapshot.target.tolist() == [0, 0, 1]
    assert window.panels["distribution"].snapshot is window.store.snapshot
    assert window.store.history.undoText() == "Choose Point 10"
    window.store.history.undo()
    assert _subject(window).chosen == 0


def test_that_a_drag_chooses_and_moves_in_one_step(window: MainWindow) -> None:
    view = _input_space(window, set_a())
    steps = window.store.history.count()

    _drag(view, _of(view, PointMark(9)), _at(view, 1.5, 2.5))

    subject = _subject(window)
    assert subject.chosen == 9
    np.testing.assert_allclose(subject.points[9], [1.5, 2.5], atol=0.06)
    assert window.store.history.count() == steps + 1
    window.store.history.undo()
    assert _subject(window) == set_a()


def test_that_escape_puts_a_point_back(window: MainWindow) -> None:
    view = _input_space(window, set_a())
    port, start = view.viewport(), _of(view, PointMark(9))

    QTest.mousePress(port, LEFT, NONE, start)
    QTest.mouseMove(port, _at(view, 2.5, 0.5))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, LEFT, NONE, _at(view, 2.5, 0.5))

    assert _subject(window) == set_a()


def test_that_a_click_beside_the_points_adds_one_of_the_chosen_class(window: MainWindow) -> None:
    view = _input_space(window, set_a(chosen=5))

    QTest.mouseClick(view.viewport(), LEFT, NONE, _at(view, 2.5, 2.7))

    subject = _subject(window)
    assert subject.points.shape == (13, 2)
    np.testing.assert_allclose(subject.points[12], [2.5, 2.7], atol=0.06)
    assert subject.targets[12].tolist() == [0, 1, 0]
    assert subject.chosen == 12


def test_that_a_number_key_chooses_the_class_of_new_points(window: MainWindow) -> None:
    view = _input_space(window, set_a())
    place = _at(view, 2.5, 2.7)
    view.pointer.new_points.choose_class(2)

    QTest.mouseClick(view.viewport(), LEFT, NONE, place)

    assert _subject(window).targets[12].tolist() == [0, 0, 1]
    assert "owl" in window.status.message()


def test_that_a_moved_click_adds_nothing(window: MainWindow) -> None:
    view = _input_space(window, set_a())

    _drag(view, _at(view, 2.5, 2.7), _at(view, 3.5, 2.2))

    assert len(_subject(window).points) == 12


def test_that_a_press_that_comes_back_from_a_pan_adds_nothing(window: MainWindow) -> None:
    view = _input_space(window, set_a())
    port, start = view.viewport(), _at(view, 2.5, 2.7)

    QTest.mousePress(port, LEFT, NONE, start)
    QTest.mouseMove(port, _at(view, 3.5, 2.2))
    QTest.mouseMove(port, start)
    QTest.mouseRelease(port, LEFT, NONE, start)

    assert len(_subject(window).points) == 12


def test_that_delete_removes_the_point_with_the_focus(window: MainWindow) -> None:
    view = _input_space(window, set_a())
    QTest.mouseClick(view.viewport(), LEFT, NONE, _of(view, PointMark(9)))

    QTest.keyClick(view, Qt.Key.Key_Delete)

    subject = _subject(window)
    np.testing.assert_array_equal(subject.points, np.delete(set_a().points, 9, axis=0))
    assert window.store.history.undoText() == "Remove Point 10"


def test_that_a_cloud_is_painted_as_one_step(window: MainWindow) -> None:
    view = _input_space(window, set_a())
    steps = window.store.history.count()
    view.pointer.new_points.hold_brush()

    _drag(view, _at(view, 2.5, 2.7), _at(view, 3.5, 1.6))
    view.pointer.new_points.drop_brush()

    subject = _subject(window)
    assert len(subject.points) > 14
    assert subject.chosen == 0
    assert window.store.history.count() == steps + 1


def test_that_a_boundary_is_shifted_through_the_pointer(window: MainWindow) -> None:
    before = set_a()
    view = _input_space(window, before)
    found = boundaries_in(before.linear, view.picture.frame().ranges)
    first = next(one for one in found if (one.first, one.second) == (0, 2))
    line = line_of(view.picture.frame(), first)
    start = line.pointAt(0.3).toPoint()

    _drag(view, start, start + QPointF(12, 31).toPoint())

    after = _subject(window)
    np.testing.assert_array_equal(after.weights, before.weights)
    assert after.bias[1] == before.bias[1]
    assert after.bias[0] + after.bias[2] == pytest.approx(before.bias[0] + before.bias[2])
    frame = view.picture.frame()
    to = start + QPointF(12, 31).toPoint()
    at = np.array([[frame.x_value(to.x()), frame.y_value(to.y())]])
    z = scores(after.linear, at)[0]
    assert z[0] == pytest.approx(z[2], abs=0.02)
    assert "Shift Boundary" in window.store.history.undoText()


def test_that_a_boundary_turns_about_its_other_end(window: MainWindow) -> None:
    before = set_a()
    view = _input_space(window, before)
    frame = view.picture.frame()
    found = boundaries_in(before.linear, frame.ranges)
    first = next(one for one in found if (one.first, one.second) == (0, 2))
    mark = BoundaryMark(0, 2, END)
    start = _of(view, mark)

    _drag(view, start, start + QPointF(9, -28).toPoint())

    after = _subject(window)
    z = scores(after.linear, first.start.reshape(1, 2))[0]
    assert z[0] == pytest.approx(z[2], abs=1e-9)
    before_length = np.hypot(*(before.weights[0] - before.weights[2]))
    assert np.hypot(*(after.weights[0] - after.weights[2])) == pytest.approx(before_length)
    assert "Turn Boundary" in window.store.history.undoText()


def test_that_keys_move_the_chosen_point(window: MainWindow) -> None:
    view = _input_space(window, set_a(chosen=3))
    view.keyboard.focus_came(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up)

    moved = _subject(window).points[3] - set_a().points[3]
    assert (moved > 0).all()
    assert (moved < 0.1).all()


def test_that_a_mark_with_the_keys_does_not_outlive_its_point(window: MainWindow) -> None:
    view = _input_space(window, set_a(chosen=3))
    view.keyboard.focus_came(Qt.FocusReason.TabFocusReason)
    assert view.picture.focused is not None

    window.store.open(BareLogits(set_a().resolve()))  # as many classes

    assert view.picture.focused is None
    assert not view.viewport().grab().isNull()


def test_that_bare_logits_are_told_and_nothing_can_be_taken(window: MainWindow) -> None:
    window.run_command("workspace.classify")
    QApplication.processEvents()
    view = window.panels["input_space"]
    before = window.store.subject

    QTest.mouseClick(view.viewport(), LEFT, NONE, view.viewport().rect().center())

    assert window.store.subject is before
    assert "follow from no input" in view.panel.describe(view.snapshot, View())


def test_that_a_mean_of_lda_takes_its_points_and_lines_along(window: MainWindow) -> None:
    before = set_a(way="lda")
    view = _input_space(window, before)
    steps = window.store.history.count()
    mark = MeanMark(1)
    start = _of(view, mark)

    _drag(view, start, _at(view, 3.0, 2.5))

    after = _subject(window)
    moved = after.points - before.points
    np.testing.assert_allclose(after.points[4:8].mean(axis=0), [3.0, 2.5], atol=0.06)
    assert np.ptp(moved[4:8], axis=0).max() < 1e-12
    assert not moved[:4].any() and not moved[8:].any()
    assert (after.linear.weights != before.linear.weights).any()
    assert after.way == "lda"
    assert window.store.history.count() == steps + 1
    assert window.store.history.undoText() == "Drag Mean of dog"
    window.store.history.undo()
    assert _subject(window) == before


def test_that_means_are_taken_only_where_they_are_drawn() -> None:
    panel, shown = InputSpace(), View(choices={"input_space.shown": ("means",)})
    for subject, view, has in (
        (set_a(), View(), False),
        (set_a(), shown, True),
        (set_a(way="lda"), View(), True),
    ):
        snapshot = _snapshot(subject)
        last = panel.mark_beside(None, Way.PREVIOUS, snapshot, view)
        assert isinstance(last, MeanMark) == has


def test_that_a_boundary_of_lda_that_is_put_back_is_one_of_lda(window: MainWindow) -> None:
    before = set_a(way="lda")
    view = _input_space(window, before)
    frame = view.picture.frame()
    line = line_of(frame, boundaries_in(before.linear, frame.ranges)[0])
    port, start = view.viewport(), line.pointAt(0.35).toPoint()

    QTest.mousePress(port, LEFT, NONE, start)
    QTest.mouseMove(port, start + QPointF(20, 30).toPoint())
    assert _subject(window).way == "softmax"
    QTest.mouseMove(port, start)
    assert _subject(window) == before
    QTest.mouseRelease(port, LEFT, NONE, start)


def test_that_the_keys_over_an_empty_place_choose_a_class_and_paint(window: MainWindow) -> None:
    view = _input_space(window, set_a())
    port, place = view.viewport(), _at(view, 2.5, 2.7)
    view.setFocus()
    QTest.mouseMove(port, place)
    QApplication.processEvents()

    QTest.keyClick(view, Qt.Key.Key_3)
    QTest.mouseClick(port, LEFT, NONE, place)
    assert _subject(window).targets[12].tolist() == [0, 0, 1]

    empty = _at(view, 3.7, 2.2)
    QTest.mouseMove(port, empty)
    QTest.keyPress(view, Qt.Key.Key_A)
    QTest.mousePress(port, LEFT, NONE, empty)
    QTest.mouseMove(port, _at(view, 2.9, 1.7))
    QTest.mouseRelease(port, LEFT, NONE, _at(view, 2.9, 1.7))
    QTest.keyRelease(view, Qt.Key.Key_A)
    assert len(_subject(window).points) == 15
    assert (_subject(window).targets[12:] == [0, 0, 1]).all()


def test_that_escape_takes_a_painted_cloud_back(window: MainWindow) -> None:
    view = _input_space(window, set_a())
    port, steps = view.viewport(), window.store.history.count()
    view.pointer.new_points.hold_brush()
    QTest.mousePress(port, LEFT, NONE, _at(view, 2.5, 2.7))
    QTest.mouseMove(port, _at(view, 3.5, 1.6))
    assert len(_subject(window).points) > 12

    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, LEFT, NONE, _at(view, 3.5, 1.6))

    assert _subject(window) == set_a()
    assert window.store.history.count() == steps


def test_that_any_two_inputs_are_the_axes_and_the_others_stay(window: MainWindow) -> None:
    before = made(40, 5, 4)
    view = _input_space(window, before)
    choices = {"input_space.across": "3", "input_space.up": "5"}
    window.store.show(replace(window.store.view, choices=choices))
    QApplication.processEvents()

    _drag(view, _of(view, PointMark(7)), _at(view, 0.5, -0.5))

    moved = _subject(window).points[7]
    np.testing.assert_allclose(moved[[2, 4]], [0.5, -0.5], atol=0.1)
    np.testing.assert_array_equal(moved[[0, 1, 3]], before.points[7, [0, 1, 3]])


@pytest.mark.usefixtures("qapp")
def test_that_very_many_points_are_dots_where_they_are() -> None:
    subject = made(5000, 2, 3, seed=1, chosen=7)
    snapshot, view = _snapshot(subject), VIEWS["nothing"]
    image, frame = _painted(snapshot, view), _frame(snapshot, view)

    colors = {LIGHT.classes[k].lower() for k in range(3)}
    seen = 0
    for x, y in subject.points[100:160].tolist():
        at = QPointF(frame.x(x) + 0.5, frame.y(y) + 0.5)
        if frame.rect.contains(at):
            seen += image.pixelColor(int(at.x()), int(at.y())).name() in colors
    assert seen >= 50


@pytest.mark.usefixtures("qapp")
def test_that_dots_that_are_not_lit_are_left_out() -> None:
    subject = made(5000, 2, 3, seed=1)
    snapshot = _snapshot(subject)
    view = replace(VIEWS["nothing"], highlight=ClassMark(1))

    image = _painted(snapshot, view)

    counts = [0, 0, 0]
    for x in range(0, 480, 2):
        for y in range(0, 360, 2):
            name = image.pixelColor(x, y).name()
            for k in range(3):
                counts[k] += name == LIGHT.classes[k].lower()
    assert counts[1] > 200
    assert counts[0] < 60 and counts[2] < 60
