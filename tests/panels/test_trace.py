"""The panel Trace: each point stands at the number of its step."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPicture

from tests.panels.samples import HARD
from tests.panels.test_content import Recorder, Shape
from xentgui.model import Snapshot, State, derive, edits
from xentgui.model.descent import walked
from xentgui.model.mark import ClassMark
from xentgui.model.message import RefusedError
from xentgui.model.path import path_of
from xentgui.model.recipes import USUAL_WALK, Method, Walk
from xentgui.model.run import Run
from xentgui.model.subjects import BareLogits, Edit, resolve
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.pinned_run import pinned_label
from xentgui.panels.step_mark import StepMark
from xentgui.panels.trace import Trace
from xentgui.panels.trace_lines import spread, thinned

pytestmark = pytest.mark.usefixtures("qapp")

RECT = QRectF(0, 0, 700, 400)
ARTICLE = State(("a", "b", "c"), tuple(math.log(p) for p in (0.34, 0.46, 0.20)), (1.0, 0.0, 0.0))
SOLID = Qt.PenStyle.SolidLine


def _walking(state: State, steps: int, at: int | None = None, **view: object) -> View:
    run = Run.begun(state, USUAL_WALK)
    for _ in range(steps):
        run = run.forward()
    return View(run=run.to(steps if at is None else at), **view)  # type: ignore[arg-type]


def _shown(view: View) -> Snapshot:
    run = view.run
    assert run is not None
    return derive(edits.with_values(run.state, "logits", 0, run.logits[run.at]))


def _frame(snapshot: Snapshot, view: View) -> Frame:
    panel = Trace()
    return panel.frame(
        RECT, panel.ranges(snapshot, view), view, Style(LIGHT, 13.0, ui_font(13.0)), 1.0
    )


def _drawn(snapshot: Snapshot, view: View) -> list[Shape]:
    picture = QPicture()
    painter = Recorder(picture)
    Trace().paint_marks(painter, _frame(snapshot, view), snapshot, view)
    painter.end()
    return painter.shapes


def _line(shapes: list[Shape], color: str, style: Qt.PenStyle) -> np.ndarray:
    """Return the points of the one polyline of this colour and style."""
    found = [
        shape.points
        for shape in shapes
        if shape.kind == "polyline"
        and shape.pen.color() == QColor(color)
        and shape.pen.style() == style
    ]
    assert len(found) == 1, (color, style)
    return found[0]


def _where(frame: Frame, steps: list[int], values: np.ndarray) -> np.ndarray:
    return np.stack([frame.x(np.array(steps, dtype=float)), frame.y(values)], axis=1)


@pytest.mark.parametrize("at", [0, 2, 5])
def test_that_what_is_passed_is_solid_and_what_is_to_come_is_dashed(at: int) -> None:
    view = _walking(ARTICLE, 5, at)
    snapshot = _shown(view)
    frame, shapes = _frame(snapshot, view), _drawn(snapshot, view)
    trace = walked(ARTICLE, USUAL_WALK, 10)

    columns = [(LIGHT.ink, trace.loss)]
    columns += [(LIGHT.class_color(k), trace.probabilities[:, k]) for k in range(3)]
    for color, values in columns:
        if at:
            passed = _line(shapes, color, SOLID)
            np.testing.assert_allclose(passed, _where(frame, [*range(at + 1)], values[: at + 1]))
        to_come = _line(shapes, color, Qt.PenStyle.CustomDashLine)
        np.testing.assert_allclose(to_come, _where(frame, [*range(at, 11)], values[at:]))


def test_that_the_line_of_the_step_stands_at_it_and_the_ring_on_the_loss() -> None:
    view = _walking(ARTICLE, 5, 3)
    snapshot = _shown(view)
    frame = _frame(snapshot, view)

    at = Trace().locate(StepMark(), frame, snapshot, view)
    np.testing.assert_allclose(at.toTuple(), (frame.x(3.0), frame.y(snapshot.loss)))
    assert "step 3 of 5: L = 0.2188 nats" in Trace().describe(snapshot, view)
    read = Trace().read_out(StepMark(), snapshot, view)
    assert read is not None
    assert read.name == "step 3"
    trace = walked(ARTICLE, USUAL_WALK, 3)
    loss, p = trace.loss.tolist(), trace.probabilities[3].tolist()
    assert read.lines == (
        ("cross-entropy", f"{loss[3]:.6f} nats"),
        ("change in this step", f"−{loss[2] - loss[3]:.6f} nats"),
        ("Σ|p − y|", f"{2 * (1 - p[0]):.6f}"),
        ("‖∂L/∂z‖", f"{math.hypot(p[0] - 1, p[1], p[2]):.6f}"),
    )


def test_that_the_loss_follows_the_unit_and_probabilities_do_not() -> None:
    view = _walking(ARTICLE, 3, unit="bits")
    snapshot = _shown(view)
    frame, shapes = _frame(snapshot, view), _drawn(snapshot, view)
    trace = walked(ARTICLE, USUAL_WALK, 3)

    np.testing.assert_allclose(
        _line(shapes, LIGHT.ink, SOLID), _where(frame, [0, 1, 2, 3], trace.loss / math.log(2.0))
    )
    np.testing.assert_allclose(
        _line(shapes, LIGHT.class_color(0), SOLID),
        _where(frame, [0, 1, 2, 3], trace.probabilities[:, 0]),
    )


def test_that_a_pinned_run_is_dotted_and_named_by_what_it_has_that_this_one_has_not() -> None:
    slow = Walk(rate=0.3, tolerance=1e-4)
    view = replace(_walking(ARTICLE, 3), pinned_run=Run.begun(ARTICLE, slow))
    snapshot = _shown(view)
    frame, shapes = _frame(snapshot, view), _drawn(snapshot, view)
    dotted = [
        shape.points
        for shape in shapes
        if shape.kind == "polyline" and shape.pen.dashPattern() == [1.2, 2.4]
    ]

    wanted = _where(frame, [*range(11)], walked(ARTICLE, slow, 10).loss)
    np.testing.assert_allclose(dotted[0], wanted)
    assert pinned_label(snapshot, view) == "pinned: η = 0.3"


@pytest.mark.parametrize(
    ("kept", "change", "words"),
    [
        (Walk(rate=0.3), {}, "pinned: η = 0.3"),
        (Walk(momentum=0.9), {}, "pinned: β = 0.9"),
        (Walk(Method.NEWTON), {}, "pinned: Newton"),
        (Walk(), {"temperature": 2.0}, "pinned: T = 2"),
        (
            Walk(rate=0.3),
            {"temperature": 2.0, "loss": "brier"},
            "pinned: η = 0.3, T = 2, Brier score",
        ),
        (Walk(), {}, "pinned"),
    ],
)
def test_that_pinned_runs_are_told_apart(kept: Walk, change: dict[str, object], words: str) -> None:
    run = Run.begun(replace(ARTICLE, **change), kept)  # type: ignore[arg-type]

    assert pinned_label(derive(ARTICLE), View(walk=Walk(), pinned_run=run)) == words


def test_that_of_many_classes_the_largest_at_any_step_are_drawn() -> None:
    count = 40
    logits = np.zeros(count)
    logits[[3, 17]] = 6.0
    target = np.zeros(count)
    target[25] = 1.0
    state = State([f"c{k}" for k in range(count)], logits, target)
    view = _walking(state, 4)
    words = Trace().describe(_shown(view), view)

    assert all(f"c{k}: p = " in words for k in (3, 17, 25))
    assert words.count(": p = ") == 5


def test_that_a_point_of_the_plot_lights_the_class_of_the_nearest_line() -> None:
    view = _walking(ARTICLE, 5, 1)
    snapshot = _shown(view)
    frame = _frame(snapshot, view)
    p = walked(ARTICLE, USUAL_WALK, 5).probabilities

    point = QPointF(frame.x(4.0), frame.y(float(p[4, 0])) + 3.0)
    assert Trace().highlight_at(frame, snapshot, view, point) == ClassMark(0)
    line = QPointF(frame.x(1.0) + 2.0, frame.rect.center().y())
    assert Trace().highlight_at(frame, snapshot, view, line) == StepMark()


def test_that_the_axis_leaves_a_step_to_come_and_does_not_move_with_every_step() -> None:
    ends = []
    for steps in range(25):
        view = _walking(ARTICLE, steps)
        ends.append(Trace().home(_shown(view), view).right)

    assert sorted(set(ends)) == [10.0, 20.0, 50.0]
    assert all(end > steps for steps, end in enumerate(ends))


# Moving along


def _on(edit: Edit, state: State) -> State:
    return resolve(edit(BareLogits(state)))


@pytest.mark.parametrize("to", [0, 1, 4, 8])
def test_that_the_step_can_be_dragged_to_any_step_known_or_to_come(to: int) -> None:
    view = _walking(ARTICLE, 4, 2)
    snapshot = _shown(view)
    frame = _frame(snapshot, view)

    hold = Trace().hold(StepMark(), snapshot, view)
    point = QPointF(frame.x(to + 0.3), frame.rect.top())
    moved = _on(hold.move(frame, view, point, Qt.KeyboardModifier.NoModifier), snapshot.state)

    assert moved.logit_array.tolist() == walked(ARTICLE, USUAL_WALK, to).logits[to].tolist()
    assert _on(hold.put_back(), moved) == snapshot.state


@pytest.mark.parametrize(
    ("way", "size", "step"),
    [((1, 0), 1.0, 3), ((-1, 0), 1.0, 1), ((1, 0), 10.0, 12), ((-1, 0), 10.0, 0)],
)
def test_that_keys_go_along_the_walk(way: tuple[int, int], size: float, step: int) -> None:
    view = _walking(ARTICLE, 4, 2)
    snapshot = _shown(view)

    edit = Trace().nudge(StepMark(), snapshot, view, way, size)

    assert edit is not None
    assert _on(edit, snapshot.state).logit_array.tolist() == (
        walked(ARTICLE, USUAL_WALK, step).logits[step].tolist()
    )
    assert Trace().nudge(StepMark(), snapshot, view, (0, 1), 1.0) is None


def test_that_a_typed_step_is_gone_to_and_what_is_none_is_refused() -> None:
    view = _walking(ARTICLE, 4, 2)
    snapshot = _shown(view)

    there = _on(Trace().typed(StepMark(), view, (7.0,)), snapshot.state)
    assert there.logit_array.tolist() == walked(ARTICLE, USUAL_WALK, 7).logits[7].tolist()
    for value in (-1.0, 2.5, math.inf, math.nan):
        with pytest.raises(RefusedError, match="whole number"):
            Trace().typed(StepMark(), view, (value,))


# What it is drawn with


def test_that_a_line_of_many_points_keeps_its_lows_and_highs() -> None:
    values = np.sin(np.arange(100_000))
    values[77_777], values[12_345] = 9.0, -9.0

    steps, thin = thinned(np.arange(len(values)), values, 1500)

    assert len(thin) <= 1510
    assert (thin.max(), thin.min()) == (9.0, -9.0)
    assert (np.diff(steps) >= 0).all()
    np.testing.assert_array_equal(values[steps], thin)


def test_that_names_are_apart_and_within_the_plot() -> None:
    assert spread([10.0, 50.0], 12.0, 0.0, 100.0) == [10.0, 50.0]
    assert spread([50.0, 51.0, 52.0], 12.0, 0.0, 100.0) == [50.0, 62.0, 74.0]
    assert spread([98.0, 99.0], 12.0, 0.0, 100.0) == [88.0, 100.0]


# What can be chosen

LOG = {"trace.axis": "log", "trace.lines": ("distance",)}


def test_that_equal_ratios_have_equal_heights_on_a_logarithmic_axis() -> None:
    view = _walking(ARTICLE, 5, choices=LOG)
    snapshot = _shown(view)
    frame, shapes = _frame(snapshot, view), _drawn(snapshot, view)
    trace = walked(ARTICLE, USUAL_WALK, 5)

    for color, values in [
        (LIGHT.ink, trace.loss),
        (LIGHT.class_color(2), trace.probabilities[:, 2]),
        (LIGHT.mute, np.abs(trace.probabilities - ARTICLE.target).sum(axis=1)),
    ]:
        wanted = _where(frame, [*range(6)], np.log10(values))
        np.testing.assert_allclose(_line(shapes, color, SOLID), wanted)
    at = Trace().locate(StepMark(), frame, snapshot, view)
    np.testing.assert_allclose(at.y(), frame.y(math.log10(snapshot.loss)))
    drawn = np.log10([trace.loss.min(), trace.probabilities.min()])
    assert frame.ranges.bottom <= drawn.min()
    assert frame.ranges.top >= math.log10(trace.loss.max())


@pytest.mark.parametrize("state", HARD.values(), ids=HARD.keys())
@pytest.mark.parametrize("choices", [{}, LOG], ids=["linear", "logarithmic"])
def test_that_it_is_drawn_for_every_state(state: State, choices: dict[str, object]) -> None:
    snapshot = derive(state)
    for view in (View(choices=choices), _or_standing(state, choices)):  # type: ignore[arg-type]
        ranges = Trace().home(snapshot, view)
        assert np.isfinite(ranges).all()
        assert ranges.bottom < ranges.top
        for shape in _drawn(snapshot, view):
            assert np.isfinite(shape.points).all()


def _or_standing(state: State, choices: dict[str, object]) -> View:
    """Return the view of a walk of three steps that has gone back, or of nobody's."""
    try:
        run = Run.begun(state, USUAL_WALK)
    except RefusedError:
        return View(choices=choices)  # type: ignore[arg-type]
    for _ in range(3):
        run = run.forward()
    return View(run=run.to(0), choices=choices)  # type: ignore[arg-type]


@pytest.mark.usefixtures("qapp")
def test_that_lines_end_with_the_axis_also_when_more_steps_are_known() -> None:
    snapshot, view = derive(HARD["opening"]), View()
    alone = _image(snapshot, view)
    assert len(path_of(snapshot, view, 40).losses) == 41

    assert _image(snapshot, view) == alone


def _image(snapshot: Snapshot, view: View) -> QImage:
    image = QImage(480, 320, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    style = Style(LIGHT, 13, ui_font(13))
    Trace().paint(painter, QRectF(0, 0, 480, 320), snapshot, view, style)
    painter.end()
    return image
