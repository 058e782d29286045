"""The panel Landscape: what is drawn is the loss, and the point is two logits."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPicture

from tests.panels.test_content import Recorder, Shape
from xentgui.model import State, default_labels, derive, edits
from xentgui.model.losses import LOSSES
from xentgui.model.message import RefusedError
from xentgui.model.recipes import USUAL_WALK
from xentgui.model.run import Run
from xentgui.model.slope import Slope
from xentgui.model.subjects import BareLogits, Edit, resolve
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.qt_arrays import UNSEEN
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.landscape import Landscape
from xentgui.panels.landscape_choices import axes_of, shown_in
from xentgui.panels.marked_panel import Way
from xentgui.panels.plane_mark import PlaneMark

pytestmark = pytest.mark.usefixtures("qapp")

RECT = QRectF(0, 0, 480, 360)
CAT = State(("cat", "dog", "owl"), (0.26, -1.66, -2.06), (0.7, 0.2, 0.1))
PANEL, VIEW, MARK = Landscape(), View(), PlaneMark(0, 1)
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


def _view(**choices: str | tuple[str, ...]) -> View:
    return View(choices={f"landscape.{key}": value for key, value in choices.items()})


def _frame(state: State, view: View = VIEW) -> Frame:
    style = Style(LIGHT, 13.0, ui_font(13.0))
    return PANEL.frame(RECT, PANEL.ranges(derive(state), view), view, style, 1.0)


def _drawn(state: State, view: View, *, marks: bool = False) -> Recorder:
    picture = QPicture()
    painter = Recorder(picture)
    paint = PANEL.paint_marks if marks else PANEL.paint_axes
    paint(painter, _frame(state, view), derive(state), view)
    painter.end()
    return painter


def _loss_at(
    state: State, x: float, y: float, across: int = 0, up: int = 1
) -> tuple[float, np.ndarray]:
    logits = state.logit_array.copy()
    logits[across], logits[up] = x, y
    point = Slope(state).at(logits)
    return point.loss, point.gradient[[across, up]]


def _on(edit: Edit, state: State) -> State:
    return resolve(edit(BareLogits(state)))


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("across", ["1", "3"])
def test_that_every_place_has_the_shade_of_its_loss(loss: str, across: str) -> None:
    state, view = replace(CAT, loss=loss), _view(shown=("heat",), across=across)
    frame, image = _frame(state, view), QImage(480, 360, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    PANEL.paint_axes(painter, frame, derive(state), view)
    painter.end()

    places = [(-3.0, -3.0), (-3.0, 3.0), (3.0, -3.0), (3.0, 3.0), (0.5, 1.5), (-1.0, 2.0)]
    losses = [_loss_at(state, x, y, int(across) - 1, 1)[0] for x, y in places]
    reds = [image.pixelColor(round(frame.x(x)), round(frame.y(y))).red() for x, y in places]
    assert max(reds) - min(reds) > 60
    for nth, other in combinations(range(len(places)), 2):
        # The higher the loss, the less red is in the blue; a shade or two is rounding.
        if losses[nth] > losses[other] + 1e-9:
            assert reds[nth] <= reds[other] + 2, (places[nth], places[other])


@pytest.mark.parametrize("unit", ["nats", "bits"])
def test_that_the_loss_is_the_same_all_along_a_contour(unit: str) -> None:
    view = replace(_view(shown=("contours",)), unit=unit)
    frame, drawn = _frame(CAT, view), _drawn(CAT, view)
    lines = [shape.points for shape in drawn.shapes if shape.kind == "polyline"]

    assert len(lines) >= 4
    size = math.log(2.0) if unit == "bits" else 1.0
    for line in lines:
        values = [_loss_at(CAT, frame.x_value(x), frame.y_value(y))[0] / size for x, y in line]
        level = round(float(np.median(values)), 1)
        np.testing.assert_allclose(values, level, atol=0.01)
        assert level * 2 == pytest.approx(round(level * 2))  # it is a round number


@pytest.mark.parametrize("loss", LOSSES)
def test_that_arrows_point_downhill_and_are_longest_where_it_is_steepest(loss: str) -> None:
    state, view = replace(CAT, loss=loss), _view(shown=("arrows",))
    frame, drawn = _frame(state, view), _drawn(state, view)
    shapes = [shape.points for shape in drawn.shapes if shape.kind == "polygon"]

    assert len(shapes) > 8
    lengths, slopes = [], []
    for shape in shapes:
        tail, tip = (shape[0] + shape[-1]) / 2, shape[3]
        toward = tip - tail
        middle = tail + toward / 2
        place = frame.x_value(middle[0]), frame.y_value(middle[1])
        gradient = _loss_at(state, *place)[1]
        down = np.array([-gradient[0] * frame.slot, gradient[1] * frame.lift])
        lengths.append(float(np.hypot(*toward)))
        slopes.append(float(np.hypot(*down)))
        assert toward @ down == pytest.approx(lengths[-1] * slopes[-1], rel=1e-6)
    np.testing.assert_allclose(
        np.array(lengths) / max(lengths), np.array(slopes) / max(slopes), atol=1e-6
    )


def _lines(drawn: Recorder) -> list[Shape]:
    return [shape for shape in drawn.shapes if shape.kind in ("polyline", "line")]


def _aside(line: np.ndarray, point: np.ndarray) -> float:
    """Return how far `point`, shape (2,), is from `line`, shape (n, 2)."""
    starts, parts = line[:-1], np.diff(line, axis=0)
    along = ((point - starts) * parts).sum(axis=1) / (parts * parts).sum(axis=1)
    nearest = starts + np.clip(along, 0.0, 1.0)[:, np.newaxis] * parts
    return float(np.hypot(*(point - nearest).T).min())


def test_that_the_path_goes_through_every_step_solid_behind_and_dotted_before() -> None:
    run = Run.begun(CAT, USUAL_WALK).forward().forward()
    state = edits.with_values(CAT, "logits", 0, run.logits[run.at])
    view = replace(VIEW, run=run)
    frame = _frame(state, view)
    lines = _lines(_drawn(state, view, marks=True))
    solid = [s.points for s in lines if not s.pen.dashPattern()]
    dotted = [s.points for s in lines if s.pen.dashPattern()]

    wanted = np.stack([frame.x(run.logits[:, 0]), frame.y(run.logits[:, 1])], axis=1)
    passed = min(solid, key=lambda one: float(np.hypot(*(one[0] - wanted[0]))))
    np.testing.assert_allclose(passed[[0, -1]], wanted[[0, -1]], atol=1e-9)
    assert max(_aside(passed, step) for step in wanted) <= UNSEEN
    (coming,) = dotted
    np.testing.assert_allclose(coming[0], wanted[-1], atol=1e-9)
    after = run.forward().logits[-1]
    assert np.hypot(*(coming - (frame.x(after[0]), frame.y(after[1]))).T).min() < 1.0
    assert not _lines(_drawn(state, replace(_view(shown=()), run=run), marks=True))


def test_that_the_point_is_dragged_in_both_directions_and_comes_back_bit_for_bit() -> None:
    snapshot, frame = derive(CAT), _frame(CAT)
    at = PANEL.locate(MARK, frame, snapshot, VIEW)
    hold = PANEL.hold(MARK, snapshot, VIEW)

    assert at.toTuple() == pytest.approx((frame.x(0.26), frame.y(-1.66)))
    assert PANEL.mark_at(frame, snapshot, VIEW, at + QPointF(4.0, 4.0)) == MARK
    assert PANEL.mark_at(frame, snapshot, VIEW, at + QPointF(30.0, 0.0)) is None
    to = QPointF(frame.x(1.5), frame.y(2.5))
    moved = _on(hold.move(frame, VIEW, to + QPointF(0.4, 0.4), NONE), CAT)
    assert moved.logits == (1.5, 2.5, -2.06)
    free = _on(hold.move(frame, VIEW, to + QPointF(0.4, 0.4), ALT), CAT)
    assert free.logits[:2] == pytest.approx((1.5 + 0.4 / frame.slot, 2.5 - 0.4 / frame.lift))
    outside = _on(hold.move(frame, VIEW, QPointF(-5000.0, 9000.0), ALT), CAT)
    assert outside.logits[:2] == (-4.0, -4.0)
    assert _on(hold.put_back(), outside) == CAT


def test_that_keys_move_one_logit_and_typing_sets_both() -> None:
    snapshot = derive(CAT)

    def nudged(way: tuple[int, int], size: float = 1.0) -> tuple[float, ...]:
        edit = PANEL.nudge(MARK, snapshot, VIEW, way, size)
        assert edit is not None
        return _on(edit, CAT).logits

    assert nudged((1, 0)) == (0.4, -1.66, -2.06)
    assert nudged((-1, 0), 0.1) == (0.25, -1.66, -2.06)
    assert nudged((0, 1)) == (0.26, -1.6, -2.06)
    assert nudged((0, -1), 10.0) == (0.26, -3.0, -2.06)
    assert PANEL.captions(MARK, VIEW) == ("z₁", "z₂")
    assert _on(PANEL.typed(MARK, VIEW, (1.25, -math.inf)), CAT).logits == (1.25, -math.inf, -2.06)
    with pytest.raises(RefusedError):
        _on(PANEL.typed(MARK, VIEW, (1.25, math.nan)), CAT)
    off = replace(CAT, logits=(0.0, -math.inf, 1.0))
    with pytest.raises(RefusedError, match="Type a number"):
        PANEL.nudge(MARK, derive(off), VIEW, (0, 1), 1.0)
    assert PANEL.mark_beside(None, Way.NEXT, snapshot, VIEW) == MARK
    assert PANEL.mark_beside(MARK, Way.NEXT, snapshot, VIEW) is None


def test_that_a_class_that_is_alone_gives_way_to_another_and_back() -> None:
    state = State(("a", "b"), (-math.inf, 3.0), (1.0, 0.0))
    hold, frame = PANEL.hold(MARK, derive(state), VIEW), _frame(state)

    swapped = _on(PANEL.typed(MARK, VIEW, (2.0, -math.inf)), state)

    assert swapped.logits == (2.0, -math.inf)
    assert _on(hold.put_back(), swapped) == state
    assert frame.rect.contains(PANEL.locate(MARK, frame, derive(state), VIEW))


@pytest.mark.parametrize(
    ("logits", "temperature", "ranges"),
    [
        ((2.33, -1.46, 0.56), 1.0, (-4.0, 4.0, -4.0, 4.0)),
        ((3.9, 0.0, 0.0), 1.0, (0.0, 8.0, -4.0, 4.0)),
        ((0.0, 0.0, 0.0), 10.0, (-40.0, 40.0, -40.0, 40.0)),
        ((123.0, 456.0, 0.0), 1.0, (119.0, 127.0, 452.0, 460.0)),
        ((1e6, 1e6 + 1.0, 0.0), 1.0, None),
        ((-math.inf, 0.0, 0.0), 1.0, (-4.0, 4.0, -4.0, 4.0)),
    ],
)
def test_that_ranges_are_round_and_follow_from_what_is_shown(
    logits: tuple[float, ...], temperature: float, ranges: tuple[float, ...] | None
) -> None:
    state = State(default_labels(3), logits, (1.0, 0.0, 0.0), temperature=temperature)
    view = _view(shown=("heat",))

    home = PANEL.home(derive(state), view)

    if ranges is not None:
        assert tuple(home) == ranges
    assert home.right - home.left == home.top - home.bottom
    for value, low, high in zip(logits, home[::2], home[1::2], strict=False):
        assert low < value < high or math.isinf(value)


def test_that_the_path_is_within_the_ranges() -> None:
    far = USUAL_WALK._replace(rate=50.0)
    state, view = CAT, replace(VIEW, walk=far)

    home = PANEL.home(derive(state), view)

    steps = Run.begun(state, far).forward().forward().logits
    assert home.left <= steps[:, 0].min() and steps[:, 0].max() <= home.right
    assert home.bottom <= steps[:, 1].min() and steps[:, 1].max() <= home.top


def test_that_the_cached_picture_stays_while_the_point_moves_in_the_plane() -> None:
    key = PANEL.axes_key(derive(CAT), VIEW)

    assert PANEL.axes_key(derive(replace(CAT, logits=(1.0, 2.0, -2.06))), VIEW) == key
    for state in (
        replace(CAT, logits=(0.26, -1.66, 0.0)),
        replace(CAT, target=(1.0, 0.0, 0.0)),
        replace(CAT, temperature=2.0),
        replace(CAT, loss="focal"),
    ):
        assert PANEL.axes_key(derive(state), VIEW) != key
    for view in (_view(across="3"), _view(shown=("heat",)), replace(VIEW, unit="bits")):
        assert PANEL.axes_key(derive(CAT), view) != PANEL.axes_key(derive(CAT), VIEW)


def test_that_the_axes_can_be_chosen_and_always_differ() -> None:
    snapshot = derive(CAT)

    def axes(**choices: str) -> tuple[int, int]:
        return tuple(axes_of(snapshot, _view(**choices)))

    assert axes() == (0, 1)
    assert axes(across="3") == (2, 1)
    assert axes(across="3", up="1") == (2, 0)
    assert axes(across="2") == (1, 0)
    assert axes(up="1") == (1, 0)
    assert axes(across="3", up="3") == (2, 1)
    assert axes(across="4", up="x") == (0, 1)
    across, up, shown = PANEL.choices(snapshot)
    assert [one.value for one in across.options] == ["1", "2", "3"]
    assert (across.usual, up.usual) == ("1", "2")
    assert set(shown.usual) == set(shown_in(VIEW)) == {"heat", "contours", "arrows", "path"}


def test_that_of_many_classes_those_that_are_asked_for_are_the_axes() -> None:
    y = np.zeros(500)
    y[[333, 77]] = 0.6, 0.4
    many = derive(State(default_labels(500), np.arange(500.0), y))

    assert tuple(axes_of(many, VIEW)) == (77, 333)
    assert tuple(axes_of(many, _view(across="500"))) == (499, 333)
    across, *_ = PANEL.choices(many)
    assert {"78", "334", "500"} <= {one.value for one in across.options}
    assert len(across.options) <= 30


def test_that_the_valley_is_drawn_where_nothing_else_is_on() -> None:
    def dashed(state: State) -> list[np.ndarray]:
        shapes = _drawn(state, _view(shown=()), marks=True).shapes
        return [s.points for s in shapes if s.kind == "line" and s.pen.dashPattern()]

    two = State(("a", "b"), (1.0, -0.5), (0.7, 0.3))
    (line,) = dashed(two)
    frame = _frame(two, _view(shown=()))
    ends = [(frame.x_value(x), frame.y_value(y)) for x, y in line]
    losses = [_loss_at(two, *end)[0] for end in ends]
    assert losses == pytest.approx([derive(two).loss] * 2, rel=1e-9)
    assert not dashed(CAT)
    assert dashed(replace(CAT, logits=(0.0, 1.0, -math.inf)))
    assert "L(z₁ + c, z₂ + c)" in PANEL.describe(derive(two), VIEW)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"temperature": 0.0}, "has no slope"),
        ({"temperature": math.inf}, "flat"),
        ({"loss": "kl_reverse", "target": (1.0, 0.0, 0.0)}, "Smooth the target"),
        ({"logits": (0.0, 0.0, -math.inf)}, "infinite for all"),
        ({}, ""),
    ],
)
def test_that_a_sentence_says_why_there_is_no_landscape(changes: dict, words: str) -> None:
    texts = list[str]()

    class Words(Recorder):
        def drawText(self, *how: object) -> None:
            texts.append(str(how[-1]))

    state = replace(CAT, **changes)
    picture = QPicture()
    painter = Words(picture)
    PANEL.paint_marks(painter, _frame(state), derive(state), VIEW)
    painter.end()

    sentences = [text for text in texts if text.endswith(".")]
    assert bool(sentences) == bool(words)
    assert words in " ".join(sentences)


def test_that_words_and_read_out_have_the_numbers() -> None:
    words = PANEL.describe(derive(CAT), VIEW)
    read = PANEL.read_out(MARK, derive(CAT), replace(VIEW, unit="bits"))

    assert words.startswith("z₁ (cat) = 0.26; z₂ (dog) = −1.66; L = 0.835040 nats; ")
    assert read is not None
    assert dict(read.lines)["L"].endswith(" bits")
    assert "∂L/∂z₁" in dict(read.lines)
    assert PANEL.step_name(MARK, derive(CAT)) == "Drag Logits of cat and dog"


@pytest.mark.parametrize("across", ["1", "3"])
def test_that_a_pinned_run_is_a_thin_dotted_line_that_is_named(across: str) -> None:
    slow = replace(CAT, logits=(-2.0, 3.0, 1.0))
    run = Run.begun(slow, USUAL_WALK._replace(rate=0.3))
    for _ in range(6):
        run = run.forward()
    view = replace(_view(across=across), pinned_run=run)
    frame, shapes = _frame(CAT, view), _drawn(CAT, view, marks=True).shapes
    axes = axes_of(derive(CAT), view)
    (dotted,) = [
        shape
        for shape in shapes
        if shape.kind == "polyline" and shape.pen.dashPattern() == [1.2, 2.4]
    ]

    walked = run.logits[:, list(axes)]
    wanted = np.stack([frame.x(walked[:, 0]), frame.y(walked[:, 1])], axis=1)
    np.testing.assert_allclose(dotted.points, wanted)
    assert frame.ranges.left <= walked[:, 0].min()
    assert walked[:, 1].max() <= frame.ranges.top


def test_that_a_pinned_run_of_other_classes_is_left_out() -> None:
    two = State(("a", "b"), (1.0, 2.0), (1.0, 0.0))
    view = replace(VIEW, pinned_run=Run.begun(two, USUAL_WALK).forward())

    assert PANEL.ranges(derive(CAT), view) == PANEL.ranges(derive(CAT), VIEW)
    assert len(_drawn(CAT, view, marks=True).shapes) == len(_drawn(CAT, VIEW, marks=True).shapes)
