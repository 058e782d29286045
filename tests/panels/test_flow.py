"""The flow: hard classifiers, the chain rule in its numbers, stages, and what can be pointed at."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from tests.panels.classifiers import HARD, set_a
from xentgui.model import Snapshot, State, derive
from xentgui.model.classifier.linear import Linear
from xentgui.model.mark import ClassMark
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import with_linear
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.flow import STAGES, Flow
from xentgui.panels.flow_layout import MOST, FlowMark, layout
from xentgui.panels.marked_panel import Way

RECT = QRectF(0, 0, 480, 400)


def _style() -> Style:
    return Style(LIGHT, 13.0, ui_font(13.0))


def _snapshot(subject: Classifier) -> Snapshot:
    return derive(subject.resolve(), subject)


def _painted(snapshot: Snapshot, view: View = View()) -> QImage:  # noqa: B008 (never changed)
    image = QImage(480, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    Flow().paint(painter, RECT, snapshot, view, _style())
    painter.end()
    return image


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("subject", HARD.values(), ids=HARD)
def test_that_every_classifier_is_painted_and_told(subject: Classifier) -> None:
    snapshot, panel = _snapshot(subject), Flow()

    for highlight in (None, ClassMark(1), FlowMark("x", d=0), FlowMark("w", 0, 0)):
        _painted(snapshot, View(highlight=highlight))

    assert "nan" not in panel.describe(snapshot, View()).lower()
    assert panel.height(RECT.size(), snapshot, View(), _style()) >= RECT.height()


@pytest.mark.usefixtures("qapp")
def test_that_the_error_flows_back_by_the_chain_rule() -> None:
    subject = set_a(chosen=6)
    snapshot, panel = _snapshot(subject), Flow()
    x, g = subject.points[6], snapshot.probabilities - snapshot.effective_target

    for d in range(2):
        lines = dict(panel.read_out(FlowMark("x", d=d), snapshot, View()).lines)
        assert float(lines["∂L/∂x"].replace("−", "-")) == pytest.approx(
            float(subject.weights[:, d] @ g), abs=1e-6
        )
        for k in range(3):
            lines = dict(panel.read_out(FlowMark("w", k, d), snapshot, View()).lines)
            slope = float(lines["∂L/∂w = ∂L/∂z · x"].replace("−", "-"))
            assert slope == pytest.approx(float(g[k] * x[d]), abs=1e-6)


@pytest.mark.usefixtures("qapp")
def test_that_every_circle_and_line_can_be_pointed_at() -> None:
    snapshot, panel = _snapshot(set_a()), Flow()
    found = layout(RECT, snapshot, _style())

    marks = [
        (circle, panel.highlight_at(RECT, snapshot, View(), _style(), circle.at))
        for own in found.circles.values()
        for circle in own
    ]
    assert all(mark == circle.mark for circle, mark in marks)
    assert len(marks) == 2 + 3 + 3 + 1
    start, to = found.circles["x"][1], found.circles["z"][2]
    middle = start.at + 0.45 * (to.at - start.at)
    assert panel.highlight_at(RECT, snapshot, View(), _style(), middle) == FlowMark("w", 2, 1)
    assert all(panel.read_out(mark, snapshot, View()) is not None for _, mark in marks)


@pytest.mark.usefixtures("qapp")
def test_that_stages_come_one_by_one_and_go_again() -> None:
    snapshot, panel = _snapshot(set_a()), Flow()
    pictures, stage = [], 0
    while stage is not None:
        pictures.append(_painted(snapshot, View(stage=stage)))
        stage = panel.stage_beside(snapshot, stage, 1)
    pictures.append(_painted(snapshot))

    assert len(pictures) == len(STAGES) + 1
    assert all(one != other for one, other in pairwise(pictures))
    back = [panel.stage_beside(snapshot, None, -1)]
    while back[-1]:
        back.append(panel.stage_beside(snapshot, back[-1], -1))
    assert back == [6, 5, 4, 3, 2, 1, 0]


@pytest.mark.usefixtures("qapp")
def test_that_bare_logits_have_no_inputs_and_fewer_stages() -> None:
    snapshot, panel = derive(State(["a", "b"], [1.0, 2.0], [1.0, 0.0])), Flow()

    assert "x" not in layout(RECT, snapshot, _style()).circles
    assert panel.stage_beside(snapshot, 0, 1) == STAGES.index("z") + 1
    assert panel.mark_beside(None, Way.NEXT, snapshot, View()) == ClassMark(0)


@pytest.mark.usefixtures("qapp")
def test_that_of_many_the_weightiest_are_shown() -> None:
    snapshot = _snapshot(HARD["fifty classes"])
    shown = [circle.number for circle in layout(RECT, snapshot, _style()).circles["z"]]

    weight = snapshot.effective_target + snapshot.probabilities
    assert len(shown) == MOST
    assert set(shown) == set(np.argsort(-weight)[:MOST].tolist())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("highlight", [None, ClassMark(1), FlowMark("w", 0, 0)])
def test_that_what_is_kept_while_numbers_go_on_is_the_same_for_all_of_them(
    highlight: ClassMark | FlowMark | None,
) -> None:
    subject, view, panel = set_a(chosen=6), View(highlight=highlight), Flow()
    later = with_linear(subject, Linear(subject.weights * 3.7 - 1.0, subject.bias + 0.5))
    images, keys = [], []
    for one in (subject, later):
        snapshot = _snapshot(one)
        image = QImage(480, 400, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        panel.paint_static(painter, RECT, snapshot, view, _style())
        painter.end()
        images.append(image)
        keys.append(panel.static_key(RECT, snapshot, view, _style()))

    assert keys[0] == keys[1]
    assert images[0] == images[1]
    assert _painted(_snapshot(subject), view) != _painted(_snapshot(later), view)
    other = _snapshot(set_a(chosen=3))  # whose target is another class
    assert panel.static_key(RECT, other, view, _style()) != keys[0]
