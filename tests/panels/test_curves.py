"""The panel Curves: curves at their numbers, and a line that sets the number they are over."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPicture
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests import extremes
from tests.panels.test_content import Recorder
from xentgui.canvas.plot_view import PlotView
from xentgui.model import Snapshot, State, default_labels, derive
from xentgui.model.losses import LOSSES
from xentgui.model.mark import ClassMark
from xentgui.model.message import RefusedError
from xentgui.model.quantity import LOGIT, Quantity
from xentgui.model.subjects import BareLogits, Edit, resolve
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.curves import CurvesOverOne
from xentgui.panels.curves_picture import cut
from xentgui.panels.marked_panel import Way
from xentgui.panels.quantity_mark import QuantityMark
from xentgui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")

CAT = State(("cat", "dog", "owl"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
PANEL = CurvesOverOne()
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
LOSS_OF = {"gamma": "focal", "q": "gce", "alpha": "fenchel_young"}
SETTINGS = ("temperature", "label_smoothing", *LOSS_OF)

Start = Callable[..., MainWindow]


def _view(over: str, drawn: str = "probabilities", **more: object) -> View:
    return View(choices={"curves.over": over, "curves.drawn": drawn}, **more)  # type: ignore[arg-type]


def _frame(snapshot: Snapshot, view: View, size: tuple[int, int] = (640, 420)) -> Frame:
    style = Style(LIGHT, 13.0, ui_font(13.0))
    return PANEL.frame(QRectF(0, 0, *size), PANEL.ranges(snapshot, view), view, style, 1.0)


def _curves(snapshot: Snapshot, view: View) -> list[np.ndarray]:
    picture = QPicture()
    painter = Recorder(picture)
    PANEL.paint_marks(painter, _frame(snapshot, view), snapshot, view)
    painter.end()
    return [one.points for one in painter.shapes if one.kind == "polyline" and len(one.points) > 20]


def _on(edit: Edit, state: State) -> State:
    return resolve(edit(BareLogits(state)))


def _mark(over: str) -> QuantityMark:
    return QuantityMark(Quantity(LOGIT, int(over) - 1) if over.isdigit() else Quantity(over))


def _state(over: str) -> State:
    return replace(CAT, loss=LOSS_OF.get(over, "cross_entropy"))


@pytest.mark.parametrize("over", ["1", "3", *SETTINGS])
def test_that_every_class_has_a_curve_through_its_present_probability(over: str) -> None:
    snapshot, view = derive(_state(over)), _view(over)
    frame = _frame(snapshot, view)
    x = PANEL.locate(_mark(over), frame, snapshot, view).x()
    curves = _curves(snapshot, view)

    through = [points[np.abs(points[:, 0] - x) < 1e-6, 1] for points in curves]
    for p in snapshot.probabilities:
        assert any(len(y) and np.isclose(y, frame.y(float(p)), atol=1e-9).any() for y in through)
    assert all(len(points) >= 200 for points in curves)


@pytest.mark.parametrize("drawn", ["loss", "entropy"])
@pytest.mark.parametrize("over", ["1", *SETTINGS])
def test_that_the_line_meets_the_curve_at_the_number_that_all_else_shows(
    over: str, drawn: str
) -> None:
    snapshot, view = derive(_state(over)), _view(over, drawn, unit="bits")
    frame = _frame(snapshot, view)
    at = PANEL.locate(_mark(over), frame, snapshot, view)
    nats = snapshot.loss if drawn == "loss" else snapshot.entropy
    loss = LOSSES[snapshot.state.loss]
    value = nats / math.log(2) if drawn == "entropy" or loss.unit else nats

    assert at.y() == pytest.approx(frame.y(value))
    (points,) = _curves(snapshot, view)
    assert np.isclose(points, [at.x(), at.y()], atol=1e-6).all(axis=1).any()


def test_that_infinite_values_are_cut_and_nothing_is_drawn_where_all_are() -> None:
    reverse = derive(replace(CAT, loss="kl_reverse"))
    view = _view("1", "loss")

    assert _curves(reverse, view) == []
    assert "The loss is infinite all along." in PANEL.describe(reverse, view)
    half = derive(replace(CAT, loss="kl_reverse", target=(0.7, 0.3, 0.0), label_smoothing=0.0))
    (points,) = _curves(half, _view("label_smoothing", "loss"))
    frame = _frame(half, _view("label_smoothing", "loss"))
    assert points[0, 0] > frame.rect.left()
    assert np.isfinite(points).all()


def test_that_a_line_is_cut_where_it_leaves_the_axes() -> None:
    x, y = np.arange(6.0), np.array([0.5, 3.0, 0.5, -1.0, 3.0, 1.0])
    pieces = [np.stack(piece, axis=1).round(9).tolist() for piece in cut(x, y, 0.0, 1.0)]

    assert pieces == [
        [[0.0, 0.5], [0.2, 1.0]],
        [[1.8, 1.0], [2.0, 0.5], [2.333333333, 0.0]],
        [[3.25, 0.0], [3.5, 1.0]],
    ]
    assert cut(x, y, -5.0, 5.0)[0][1] is y
    assert cut(x, y + 9.0, 0.0, 1.0) == []


def test_that_a_loss_that_grows_without_end_stays_inside_the_plot() -> None:
    snapshot = derive(replace(CAT, target=(0.1, 0.8, 0.1)))
    view = _view("temperature", "loss")
    frame, (points,) = _frame(snapshot, view), _curves(snapshot, view)

    assert points[:, 1].min() == pytest.approx(frame.rect.top())
    assert points[0, 0] > frame.rect.left() + 20.0


@pytest.mark.parametrize("over", ["1", *SETTINGS])
def test_that_the_line_is_dragged_and_comes_back_bit_for_bit(over: str) -> None:
    state, view, mark = _state(over), _view(over), _mark(over)
    snapshot = derive(state)
    frame, hold = _frame(snapshot, view), PANEL.hold(mark, snapshot, view)
    seen = set()

    for share in (0.1, 0.6, 0.9):
        x = frame.rect.left() + share * frame.rect.width()
        moved = derive(_on(hold.move(frame, view, QPointF(x, 50.0), ALT), state))
        at = PANEL.locate(mark, frame, moved, view)
        assert at.x() == pytest.approx(x, abs=1e-6)
        seen.add(mark.quantity.of(moved.state))
        unmoved = _on(PANEL.hold(mark, moved, view).put_back(), state)
        assert mark.quantity.of(unmoved) == mark.quantity.of(moved.state)
    assert len(seen) == 3
    assert _on(hold.put_back(), moved.state) == state


def test_that_beyond_the_ends_of_the_temperature_are_its_limits() -> None:
    snapshot, view, mark = derive(CAT), _view("temperature"), _mark("temperature")
    frame, hold = _frame(snapshot, view), PANEL.hold(mark, snapshot, view)

    def at(x: float) -> float:
        return _on(hold.move(frame, view, QPointF(x, 50.0), NONE), CAT).temperature

    assert at(frame.rect.left() - 30.0) == 0.0
    assert at(frame.rect.left()) == 0.01
    assert at(frame.x(0.0) + 2.0) == 1.0
    assert at(frame.x(1.0)) == 10.0
    assert at(frame.rect.right()) == 100.0
    assert at(frame.rect.right() + 30.0) == math.inf
    cold = derive(replace(CAT, temperature=0.0))
    assert PANEL.locate(mark, frame, cold, view).x() == frame.rect.left()


def test_that_keys_and_typing_set_the_quantity() -> None:
    def nudged(over: str, way: int, size: float = 1.0, **changes: object) -> float:
        state = replace(_state(over), **changes)  # type: ignore[arg-type]
        edit = PANEL.nudge(_mark(over), derive(state), _view(over), (way, 0), size)
        assert edit is not None
        return _mark(over).quantity.of(_on(edit, state))

    assert nudged("1", 1) == 2.4
    assert nudged("1", -1, 10.0) == 1.0
    assert nudged("2", 1, 0.1) == -1.45
    assert nudged("label_smoothing", 1) == 0.01
    assert nudged("label_smoothing", -1) == 0.0
    assert nudged("gamma", 1) == 2.05
    assert nudged("alpha", -1, alpha=1.0) == 1.0
    assert nudged("temperature", 1) == 1.122
    assert nudged("temperature", -1, temperature=0.01) == 0.0
    assert nudged("temperature", 1, temperature=0.0) == 0.01
    assert nudged("temperature", 1, temperature=100.0) == math.inf
    assert nudged("temperature", -1, temperature=math.inf) == 100.0
    with pytest.raises(RefusedError, match="a step does not change it"):
        nudged("2", 1, logits=(0.0, -math.inf, 1.0))
    assert PANEL.nudge(_mark("1"), derive(CAT), _view("1"), (0, 1), 1.0) is None
    for over, value in (("1", 0.25), ("2", -math.inf), ("temperature", math.inf), ("q", 0.3)):
        edit = PANEL.typed(_mark(over), _view(over), (value,))
        assert _mark(over).quantity.of(_on(edit, CAT)) == value
    for over, value in (("1", math.inf), ("1", math.nan), ("temperature", -1.0), ("q", 2.0)):
        with pytest.raises(RefusedError):
            _on(PANEL.typed(_mark(over), _view(over), (value,)), CAT)


def test_that_the_choices_are_what_there_is() -> None:
    over, drawn = PANEL.choices(derive(CAT))
    assert [one.value for one in over.options] == ["1", "2", "3", "temperature", "label_smoothing"]
    assert [one.value for one in drawn.options] == ["probabilities", "loss", "entropy"]
    focal = PANEL.choices(derive(replace(CAT, loss="focal")))[0]
    assert focal.options[-1].value == "gamma"

    for word, wanted in (("gamma", "1"), ("4", "1"), ("nonsense", "1"), ("3", "3")):
        assert PANEL.mark_beside(None, Way.NEXT, derive(CAT), _view(word)) == _mark(wanted)
    many = derive(State(default_labels(1000), np.arange(1000.0) / 100, np.eye(1000)[0]))
    assert PANEL.mark_beside(None, Way.NEXT, many, _view("500")) == _mark("500")


def test_that_it_says_what_it_shows() -> None:
    words = PANEL.describe(derive(CAT), _view("1"))
    assert words.startswith("logit z₁ of cat; z₁ = 2.33; cross-entropy: 0.176411 nats")
    assert "p of owl: 0.142786" in words
    words = PANEL.describe(derive(CAT), _view("label_smoothing"))
    assert "p does not depend on ε. Dashed: the target y." in words
    words = PANEL.describe(derive(replace(CAT, loss="gce")), _view("q", "entropy"))
    assert "H(p) does not depend on q." in words
    read = PANEL.read_out(_mark("temperature"), derive(CAT), _view("temperature"))
    assert read is not None
    assert read.name == "T = 1"
    assert dict(read.lines)["cross-entropy"] == "0.176411 nats"


def test_that_a_curve_lights_its_class() -> None:
    snapshot, view = derive(CAT), _view("1")
    frame = _frame(snapshot, view)
    left = frame.x(-5.5)
    p = derive(replace(CAT, logits=(-5.5, -1.46, 0.56))).probabilities

    for k in (1, 2):
        point = QPointF(left, frame.y(float(p[k])) + 2.0)
        assert PANEL.highlight_at(frame, snapshot, view, point) == ClassMark(k)
    assert PANEL.highlight_at(frame, snapshot, view, QPointF(left, frame.y(0.5))) is None
    at = PANEL.locate(_mark("1"), frame, snapshot, view)
    assert PANEL.highlight_at(frame, snapshot, view, QPointF(at.x(), 60.0)) == _mark("1")


def test_that_numbers_stand_beside_their_curves_as_far_as_there_is_room() -> None:
    class Numbers(QPainter):
        found: dict[str, QRectF]

        def drawText(self, box: QRectF, flags: object, text: str) -> None:  # type: ignore[override]
            self.found[text] = QRectF(box)
            super().drawText(box, flags, text)  # type: ignore[call-overload]

    def written(state: State, view: View) -> dict[str, QRectF]:
        snapshot, picture = derive(state), QPicture()
        painter = Numbers(picture)
        painter.found = {}
        PANEL.paint_marks(painter, _frame(snapshot, view), snapshot, view)
        painter.end()
        return painter.found

    found, frame = written(CAT, _view("1")), _frame(derive(CAT), _view("1"))
    for text, p in (("0.838", 0.838), ("0.143", 0.143), ("0.019", 0.019)):
        assert found[text].center().y() == pytest.approx(frame.y(p), abs=10.0)
    assert "0.838" not in written(CAT, _view("1", values=False))
    tied = written(replace(CAT, logits=(3.0, 0.0, 0.01)), _view("2"))
    assert tied["0.045"].intersected(tied["0.046"]).isEmpty()  # one rises, one falls
    tied = written(replace(CAT, logits=(3.0, 0.0, 0.01)), _view("1"))
    assert "0.046" in tied and "0.045" not in tied


@pytest.mark.parametrize("over", ["1", "3", *SETTINGS])
def test_that_names_at_the_right_lie_apart_and_inside(over: str) -> None:
    class Words(QPainter):
        boxes: list[QRectF]

        def drawText(self, box: QRectF, flags: object, text: str) -> None:  # type: ignore[override]
            if text.startswith("p") and len(text) < 4:
                self.boxes.append(QRectF(box))
            super().drawText(box, flags, text)  # type: ignore[call-overload]

    snapshot, view, picture = derive(_state(over)), _view(over), QPicture()
    painter = Words(picture)
    painter.boxes = []
    PANEL.paint_marks(painter, _frame(snapshot, view, (330, 260)), snapshot, view)
    painter.end()

    tops = sorted(box.center().y() for box in painter.boxes)
    assert len(tops) == 3
    assert (np.diff(tops) >= 11.9).all()
    assert all(QRectF(0, 0, 330, 260).contains(box) for box in painter.boxes)


def _hard(step: int) -> Iterator[State]:
    for _, state in extremes.states(step):
        for loss in ("cross_entropy", "kl_reverse", "brier", "focal", "fenchel_young"):
            yield replace(state, loss=loss)


@pytest.mark.expensive
@pytest.mark.parametrize("drawn", ["probabilities", "loss", "entropy"])
@pytest.mark.parametrize("over", ["1", "2", "temperature", "label_smoothing", "gamma", "alpha"])
def test_that_every_choice_paints_every_extreme_state(over: str, drawn: str) -> None:
    image = QImage(300, 220, QImage.Format.Format_RGB32)
    style, view = Style(LIGHT, 13.0, ui_font(13.0)), _view(over, drawn)
    for state in _hard(61 if over != "alpha" else 151):
        snapshot = derive(state)
        ranges = PANEL.home(snapshot, view)
        assert ranges == ranges.limited()
        painter = QPainter(image)
        PANEL.paint(painter, QRectF(0, 0, 300, 220), snapshot, view, style)
        painter.end()
        assert PANEL.describe(snapshot, view).strip()
        frame = PANEL.frame(QRectF(0, 0, 300, 220), ranges, view, style, 1.0)
        mark = PANEL.mark_beside(None, Way.NEXT, snapshot, view)
        assert mark is not None
        at = PANEL.locate(mark, frame, snapshot, view)
        assert frame.rect.adjusted(-1, -1, 1, 1).contains(at)
        for size in (0.1, 1.0, 10.0):
            with contextlib.suppress(RefusedError):
                edit = PANEL.nudge(mark, snapshot, view, (1, 0), size)
                assert edit is not None
                derive(_on(edit, state))


def test_that_the_line_is_dragged_nudged_and_typed_in_the_window(start: Start) -> None:
    window = start(state=CAT)
    window.run_command("show.curves")
    plot = window.findChild(PlotView, "panel.curves")
    assert plot is not None
    frame, view = plot.picture.frame(), plot.picture.view
    at = PANEL.locate(_mark("1"), frame, window.store.snapshot, view).toPoint()

    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    for step in (10, 20, 40):
        QTest.mouseMove(plot.viewport(), at - QPoint(step, 0))
    assert plot.picture.ranges == frame.ranges
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=at - QPoint(40, 0))
    moved = window.store.snapshot.state
    assert moved.logits[0] < 2.0
    assert moved.logits[1:] == CAT.logits[1:]
    window.run_command("undo")
    assert window.store.snapshot.state == CAT

    plot.setFocus()
    plot.picture.focus_mark(_mark("1"))
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert window.store.snapshot.state.logits[0] == 2.4
    QTest.keyClicks(plot, "1")
    box = plot.findChild(QLineEdit, "value_box")
    assert box is not None
    QTest.keyClicks(box, "/4")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.store.snapshot.state.logits[0] == 0.25
    window.run_command("undo")
    window.run_command("undo")
    assert window.store.snapshot.state == CAT
    window.store.show(replace(view, choices={"curves.over": "temperature"}))
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert window.store.snapshot.state == CAT  # the key only leads to the line that is there now
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert window.store.snapshot.state.temperature == 1.122
    assert window.store.snapshot.state.logits == CAT.logits


@pytest.mark.parametrize("over", ["1", "3"])
@pytest.mark.parametrize("temperature", [0.5, 1.0, 8.0])
def test_that_no_number_stands_on_its_curve_as_if_it_were_negative(
    over: str, temperature: float
) -> None:
    numbers = list[tuple[QRectF, str]]()

    class Numbers(Recorder):
        def drawText(self, box: QRectF, flags: object, text: str) -> None:  # type: ignore[override]
            if text.replace(".", "").isdigit():
                numbers.append((box, self.pen().color().name()))
            super().drawText(box, flags, text)  # type: ignore[call-overload]

    snapshot, view = derive(replace(CAT, temperature=temperature)), _view(over)
    picture = QPicture()
    painter = Numbers(picture)
    PANEL.paint_marks(painter, _frame(snapshot, view), snapshot, view)
    painter.end()
    curves = {
        one.pen.color().name(): one.points
        for one in painter.shapes
        if one.kind == "polyline" and len(one.points) > 20
    }

    assert numbers
    for box, color in numbers:
        points = curves[color]
        places = np.linspace(box.left(), box.right(), 9)
        heights = np.interp(places, points[:, 0], points[:, 1])
        assert np.abs(heights - box.center().y()).min() > 3.0
