"""The panel Why cross-entropy: curves at their numbers, and a line that can be dragged."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPicture

from tests.panels.test_content import Recorder
from xentgui.model import Snapshot, State, derive
from xentgui.model.message import RefusedError
from xentgui.model.pull_on_truth import PROBABILITIES, pull_at, pulls_of
from xentgui.model.subjects import BareLogits, Edit, resolve
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.beside_curves import NamedCurve, draw_names, placed_names
from xentgui.panels.marked_panel import Way
from xentgui.panels.truth_mark import TruthMark
from xentgui.panels.why_cross_entropy import WhyCrossEntropy

pytestmark = pytest.mark.usefixtures("qapp")


class RecordingPainter(QPainter):
    """Keeps the rectangles that are filled."""

    def __init__(self, device: QPicture) -> None:
        super().__init__(device)
        self.filled: list[QRectF] = []

    def fillRect(self, rect: QRectF, color: QColor) -> None:  # type: ignore[override]
        self.filled.append(QRectF(rect))
        super().fillRect(rect, color)


RECT = QRectF(0, 0, 640, 420)
CAT = State(("cat", "dog", "owl"), (0.26, -1.66, -2.06), (1.0, 0.0, 0.0))
PANEL, VIEW = WhyCrossEntropy(), View()


def _frame(snapshot: Snapshot, rect: QRectF = RECT) -> Frame:
    style = Style(LIGHT, 13.0, ui_font(13.0))
    return PANEL.frame(rect, PANEL.ranges(snapshot, VIEW), VIEW, style, 1.0)


def _curves(snapshot: Snapshot, rect: QRectF = RECT) -> list[tuple[np.ndarray, str, float]]:
    picture = QPicture()
    painter = Recorder(picture)
    PANEL.paint_axes(painter, _frame(snapshot, rect), snapshot, VIEW)
    painter.end()
    found = [one for one in painter.shapes if one.kind == "polyline" and len(one.points) > 100]
    return [(one.points, one.pen.color().name(), one.pen.widthF()) for one in found]


def _on(edit: Edit, state: State) -> State:
    return resolve(edit(BareLogits(state)))


@pytest.mark.parametrize("loss", ["cross_entropy", "focal", "fenchel_young", "hinge_cs"])
def test_that_every_curve_stands_at_its_numbers_and_the_chosen_one_is_the_strongest(
    loss: str,
) -> None:
    snapshot = derive(replace(CAT, loss=loss, gamma=3.0))
    frame, curves = _frame(snapshot), _curves(snapshot)

    for key in ("cross_entropy", "brier", "hinge_ww", "focal", "gce", "fenchel_young"):
        wanted = np.stack([frame.x(PROBABILITIES), frame.y(pulls_of(key, snapshot.state))], axis=1)
        assert any(np.allclose(points, wanted) for points, _, _ in curves)
    assert len(curves) == 6
    strongest = max(curves, key=lambda one: one[2])
    np.testing.assert_allclose(
        strongest[0][:, 1], frame.y(pulls_of(loss, snapshot.state)), atol=1e-9
    )
    assert strongest[1] == QColor(LIGHT.ink).name()
    assert [one[2] for one in curves].count(strongest[2]) == 1


def test_that_the_line_stands_at_todays_probability_on_the_chosen_curve() -> None:
    for state in (CAT, replace(CAT, loss="brier"), replace(CAT, target=(0.1, 0.8, 0.1))):
        snapshot = derive(state)
        frame, at = _frame(snapshot), PANEL.locate(TruthMark(), _frame(snapshot), snapshot, VIEW)
        p = float(snapshot.softmax[int(np.argmax(state.target))])

        assert at.x() == pytest.approx(frame.x(p))
        assert at.y() == pytest.approx(frame.y(pull_at(state.loss, p, state)))
        assert PANEL.mark_at(frame, snapshot, VIEW, QPointF(at.x() + 3.0, 200.0)) == TruthMark()
        assert PANEL.mark_at(frame, snapshot, VIEW, QPointF(at.x() - 40.0, 200.0)) is None


@pytest.mark.parametrize("loss", ["cross_entropy", "fenchel_young"])
def test_that_the_line_can_be_dragged_and_comes_back_bit_for_bit(loss: str) -> None:
    snapshot = derive(replace(CAT, loss=loss))
    frame, hold = _frame(snapshot), PANEL.hold(TruthMark(), snapshot, VIEW)

    for p in (0.02, 0.5, 0.9):
        edit = hold.move(frame, VIEW, QPointF(frame.x(p), 50.0), Qt.KeyboardModifier.NoModifier)
        moved = derive(_on(edit, snapshot.state))
        assert moved.softmax[0] == pytest.approx(p, abs=1e-12)
        assert moved.state.logits[1:] == CAT.logits[1:]
    assert _on(hold.put_back(), moved.state) == snapshot.state


def test_that_keys_and_typing_set_the_probability() -> None:
    snapshot = derive(CAT)

    there = PANEL.nudge(TruthMark(), snapshot, VIEW, (1, 0), 1.0)
    back = PANEL.nudge(TruthMark(), snapshot, VIEW, (-1, 0), 10.0)

    assert there is not None
    assert derive(_on(there, CAT)).softmax[0] == pytest.approx(0.81)
    assert back is not None
    assert derive(_on(back, CAT)).softmax[0] == pytest.approx(0.7)
    assert PANEL.nudge(TruthMark(), snapshot, VIEW, (0, 1), 1.0) is None
    assert derive(_on(PANEL.typed(TruthMark(), VIEW, (0.25,)), CAT)).softmax[0] == 0.25
    for value in (-0.1, 1.1, math.nan):
        with pytest.raises(RefusedError, match="from 0 to 1"):
            _on(PANEL.typed(TruthMark(), VIEW, (value,)), CAT)
    assert PANEL.mark_beside(None, Way.NEXT, snapshot, VIEW) == TruthMark()
    assert PANEL.mark_beside(TruthMark(), Way.NEXT, snapshot, VIEW) is None


def test_that_the_picture_says_which_class_is_called_true_and_what_has_no_curve() -> None:
    def words(**changes: object) -> str:
        return PANEL.describe(derive(replace(CAT, **changes)), VIEW)  # type: ignore[arg-type]

    assert "probability of the true class; p = 0.803 (cat)" in words()
    assert "largest target; p = 0.118 (dog)" in words(target=(0.2, 0.7, 0.1))
    assert "no class is asked for; p = 0.803 (cat)" in words(target=(0.0, 0.0, 0.0))
    assert words(loss="kl_reverse").startswith("reverse KL divergence: infinite")
    assert "focal loss, γ = 0.5: 0.1263" in words(gamma=0.5)
    read = PANEL.read_out(TruthMark(), derive(CAT), VIEW)
    assert read is not None
    assert dict(read.lines)["cross-entropy"] == "0.1967"


def test_that_a_name_beside_a_curve_covers_no_other_name() -> None:
    snapshot, picture = derive(CAT), QPicture()
    painter = RecordingPainter(picture)
    line = np.stack([np.linspace(60, 600, 200), np.full(200, 200.0)], axis=1)
    curves = [NamedCurve(f"name {k}", LIGHT.ink, line + np.array([0, 4 * k])) for k in range(6)]

    draw_names(painter, _frame(snapshot), placed_names(_frame(snapshot), curves))
    painter.end()

    boxes = painter.filled
    assert len(boxes) == 6
    assert not any(a.intersects(b) for k, a in enumerate(boxes) for b in boxes[:k])


@pytest.mark.parametrize("loss", ["cross_entropy", "hinge_ww"])
@pytest.mark.parametrize("size", [(480, 300), (640, 420), (1000, 600)])
def test_that_a_name_covers_no_curve_also_where_it_is_steep(
    size: tuple[int, int], loss: str
) -> None:
    snapshot, picture, rect = derive(replace(CAT, loss=loss)), QPicture(), QRectF(0, 0, *size)
    painter = RecordingPainter(picture)
    PANEL.paint_axes(painter, _frame(snapshot, rect), snapshot, VIEW)
    painter.end()

    lines = [np.asarray(points) for points, *_ in _curves(snapshot, rect)]

    assert len(painter.filled) == len(lines) > 4
    for box in painter.filled:
        inner = box.adjusted(1, 1, -1, -1)
        covered = sum(_length_inside(inner, line) for line in lines)
        assert covered == 0, f"{box} covers {covered} points of curves"


@pytest.mark.parametrize("logit", [-3.0, -1.0, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0])
def test_that_the_line_of_today_makes_way_for_names(logit: float) -> None:
    snapshot, frame = derive(replace(CAT, logits=(logit, -1.0, -1.0))), _frame(derive(CAT))
    filled, drawn = RecordingPainter(names := QPicture()), Recorder(lines := QPicture())
    PANEL.paint_axes(filled, frame, snapshot, VIEW)
    PANEL.paint_marks(drawn, frame, snapshot, VIEW)
    filled.end()
    drawn.end()
    assert names.size()
    assert lines.size()

    parts = [np.asarray(one.points) for one in drawn.shapes if one.kind == "line"]
    upright = [one for one in parts if one[0, 0] == one[1, 0]]

    assert upright
    for (x, top), (_, bottom) in upright:
        for box in filled.filled:
            beside = not box.left() < x < box.right()
            assert beside or top >= box.bottom() or bottom <= box.top()


def _length_inside(box: QRectF, line: np.ndarray) -> int:
    """Return how many points of a line, a fifth of a pixel or so apart, lie in a box."""
    parts = np.linspace(0.0, 1.0, 200)[:, np.newaxis, np.newaxis]
    points = (line[:-1] + parts * np.diff(line, axis=0)).reshape(-1, 2)
    inside = (points > [box.left(), box.top()]) & (points < [box.right(), box.bottom()])
    return int(inside.all(axis=1).sum())


def test_that_a_picture_without_a_curve_has_axes() -> None:
    state = replace(CAT, loss="kl_reverse")  # infinite for a one-hot target
    view = View(choices={"why_cross_entropy.losses": ()})

    assert PANEL.ranges(derive(state), view).top >= 1.0
