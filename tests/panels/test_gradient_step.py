"""The hollow arrows of the panel Gradient: the step about to be taken."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPicture

from tests.panels.test_content import Recorder, Shape
from xentgui.model import State, derive, edits
from xentgui.model.descent import walked
from xentgui.model.recipes import Method, Walk
from xentgui.model.run import Run
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.gradient import Gradient
from xentgui.panels.marked_panel import Way
from xentgui.panels.step_mark import StepMark

pytestmark = pytest.mark.usefixtures("qapp")

SOFT = State(("a", "b", "c"), (2.33, -1.46, 0.56), (0.7, 0.2, 0.1))
WALKS = [Walk(), Walk(rate=0.5), Walk(Method.NEWTON), Walk(rate=0.4, momentum=0.9)]


def _frame(state: State, view: View) -> Frame:
    snapshot, face = derive(state), Gradient().face(view)
    ranges = face.ranges(snapshot, view)
    return face.frame(QRectF(0, 0, 600, 400), ranges, view, Style(LIGHT, 13.0, ui_font(13.0)), 1.0)


def _hollow(state: State, view: View) -> list[Shape]:
    picture = QPicture()
    painter = Recorder(picture)
    Gradient().face(view).paint_marks(painter, _frame(state, view), derive(state), view)
    painter.end()
    return [one for one in painter.shapes if one.kind == "polygon" and not one.fill]


@pytest.mark.parametrize("walk", WALKS, ids=str)
@pytest.mark.parametrize("steps", [0, 2])
def test_that_hollow_arrows_end_at_the_step_about_to_be_taken(walk: Walk, steps: int) -> None:
    run = Run.begun(SOFT, walk)
    for _ in range(steps):
        run = run.forward()
    state = edits.with_values(SOFT, "logits", 0, run.logits[-1])
    view = View(walk=walk, run=run)
    frame = _frame(state, view)
    known = walked(SOFT, walk, steps + 1).logits

    for index, arrow in enumerate(_hollow(state, view)):
        step = known[steps + 1, index] - known[steps, index]
        step = min(max(step, frame.ranges.bottom), frame.ranges.top)
        np.testing.assert_allclose(arrow.points[3], (frame.x(index), frame.y(step)), atol=1e-9)
        np.testing.assert_allclose(arrow.points[0][1], frame.y(0.0))
    assert len(_hollow(state, view)) == 3


def test_that_nothing_is_hollow_while_nobody_walks_or_no_step_is_possible() -> None:
    assert _hollow(SOFT, View()) == []
    assert len(_hollow(SOFT, View(next_step=True))) == 3
    assert _hollow(edits.with_setting(SOFT, "temperature", 0.0), View(next_step=True)) == []
    assert _hollow(State(("a", "b"), (0.0, 0.0), (0.5, 0.5)), View(next_step=True)) == []
    newton = View(next_step=True, walk=Walk(Method.NEWTON))
    assert _hollow(edits.with_setting(SOFT, "loss", "brier"), newton) == []


def test_that_a_class_that_is_off_and_thousands_of_classes_have_none() -> None:
    off = State(("a", "b", "c"), (1.0, -math.inf, 0.5), (0.6, 0.0, 0.4))
    assert len(_hollow(off, View(next_step=True))) == 2
    many = State([f"c{k}" for k in range(3000)], np.zeros(3000), np.eye(1, 3000)[0])
    assert _hollow(many, View(next_step=True)) == []


def test_that_every_head_can_be_pulled_and_keys_do_the_same() -> None:
    view, snapshot = View(next_step=True), derive(SOFT)
    face, frame = Gradient().face(view), _frame(SOFT, view)

    for index in range(3):
        head = QPointF(frame.x(float(index)), frame.y(-float(snapshot.gradient[index])))
        assert face.mark_at(frame, snapshot, view, head) == StepMark()
        assert face.mark_at(frame, snapshot, view, head + QPointF(60, 0)) is None
    assert face.mark_beside(None, Way.NEXT, snapshot, view) == StepMark()
    assert face.mark_beside(StepMark(), Way.NEXT, snapshot, view) is None
    taken = walked(SOFT, view.walk, 1).logits[1].tolist()
    for way in ((0, 1), (1, 0)):
        edit = face.nudge(StepMark(), snapshot, view, way, 1.0)
        assert edit is not None
        assert edit.on(SOFT).logit_array.tolist() == taken  # type: ignore[attr-defined]
    hold, at = face.hold(StepMark(), snapshot, view), face.locate(StepMark(), frame, snapshot, view)
    none = Qt.KeyboardModifier.NoModifier
    near, far = (hold.move(frame, view, at + QPointF(0, by), none) for by in (-3.0, -20.0))
    assert near.on(SOFT) == SOFT  # type: ignore[attr-defined]
    assert far.on(SOFT).logit_array.tolist() == taken  # type: ignore[attr-defined]
