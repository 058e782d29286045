"""The panel Simplex: its points at their numbers, moved in two directions, and what it says."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPicture

from tests.panels.test_content import Recorder
from xentgui.model import Snapshot, State, derive
from xentgui.model.descent import walked
from xentgui.model.mark import ClassMark
from xentgui.model.message import RefusedError
from xentgui.model.recipes import USUAL_WALK
from xentgui.model.run import Run
from xentgui.model.simplex import HEIGHT, Corners, to_plane
from xentgui.model.subjects import BareLogits, Edit, resolve
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.marked_panel import Way
from xentgui.panels.simplex import Simplex
from xentgui.panels.simplex_background import contours_in, names_in, triangle
from xentgui.panels.simplex_choices import corners_of
from xentgui.panels.simplex_levels import contours_of, round_levels, roundest
from xentgui.panels.simplex_lines import Named, Spot, draw_names
from xentgui.panels.simplex_mark import LEAST, Quantity, SimplexMark, standings
from xentgui.panels.simplex_numbers import numbers_in

pytestmark = pytest.mark.usefixtures("qapp")

RECT = QRectF(0, 0, 640, 420)
S1 = State(("cat", "dog", "owl"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
S2 = replace(S1, logits=tuple(math.log(p) for p in (0.34, 0.46, 0.20)))
FIVE = State(tuple("abcde"), (2.33, -1.46, 0.56, 0.3, -0.7), (0.4, 0.2, 0.1, 0.2, 0.1))
P, Y = SimplexMark(Quantity.P), SimplexMark(Quantity.Y)
ALL = Corners(0, 1, 2)
PANEL, VIEW = Simplex(), View()
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


def _frame(snapshot: Snapshot, rect: QRectF = RECT, view: View = VIEW) -> Frame:
    style = Style(LIGHT, 13.0, ui_font(13.0))
    return PANEL.frame(rect, PANEL.ranges(snapshot, view), view, style, 1.0)


def _choosing(**choices: str | tuple[str, ...]) -> View:
    return View(choices={f"simplex.{key}": value for key, value in choices.items()})


def _place(frame: Frame, shares: tuple[float, ...]) -> QPointF:
    x, y = to_plane(np.array(shares)).tolist()
    return QPointF(frame.x(x), frame.y(y))


def _on(edit: Edit, state: State) -> State:
    return resolve(edit(BareLogits(state)))


def _dragged(
    mark: SimplexMark,
    state: State,
    shares: tuple[float, ...],
    modifiers: Qt.KeyboardModifier = NONE,
    view: View = VIEW,
) -> Snapshot:
    snapshot = derive(state)
    frame = _frame(snapshot)
    hold = PANEL.hold(mark, snapshot, view)
    moved = _on(hold.move(frame, view, _place(frame, shares), modifiers), state)
    assert _on(hold.put_back(), moved) == state
    return derive(moved)


@pytest.mark.parametrize("size", [(330, 260), (900, 300), (300, 700), (900, 700)], ids=str)
def test_that_the_triangle_is_equilateral_on_every_card(size: tuple[int, int]) -> None:
    frame = _frame(derive(S1), QRectF(0, 0, *size))

    assert frame.rect.height() / frame.rect.width() == pytest.approx(HEIGHT)
    assert frame.outer.contains(frame.rect)
    corners = [_place(frame, one) for one in ((1, 0, 0), (0, 1, 0), (0, 0, 1))]
    assert corners[0].y() < corners[1].y() == pytest.approx(corners[2].y())
    assert corners[1].x() < corners[0].x() < corners[2].x()


@pytest.mark.parametrize(
    ("state", "x", "y"), [(S1, 0.561922, 0.725966), (S2, 0.37, 0.294449)], ids=["S1", "S2"]
)
def test_that_p_and_y_stand_at_their_numbers(state: State, x: float, y: float) -> None:
    snapshot = derive(state)
    frame = _frame(snapshot)

    p, target = (PANEL.locate(mark, frame, snapshot, VIEW) for mark in (P, Y))

    assert frame.x_value(p.x()) == pytest.approx(x, abs=1e-6)
    assert frame.y_value(p.y()) == pytest.approx(y, abs=1e-6)
    assert (frame.x_value(target.x()), frame.y_value(target.y())) == pytest.approx((0.5, HEIGHT))
    assert PANEL.mark_at(frame, snapshot, VIEW, p + QPointF(3, 3)) == P
    assert PANEL.mark_at(frame, snapshot, VIEW, target + QPointF(-3, 3)) == Y
    assert PANEL.mark_at(frame, snapshot, VIEW, QPointF(5, 5)) is None


@pytest.mark.parametrize("loss", ["cross_entropy", "fenchel_young"])
@pytest.mark.parametrize("state", [S1, replace(S1, temperature=2.5), FIVE], ids=["1", "T", "5"])
def test_that_p_is_dragged_in_both_directions_and_nothing_else_moves(
    state: State, loss: str
) -> None:
    before = derive(replace(state, loss=loss))
    mass = before.probabilities[:3].sum()
    for shares in ((0.2, 0.5, 0.3), (0.6, 0.1, 0.3), (1 / 3, 1 / 3, 1 / 3)):
        after = _dragged(P, before.state, shares, ALT)

        np.testing.assert_allclose(after.probabilities[:3], mass * np.array(shares), atol=1e-9)
        np.testing.assert_allclose(after.probabilities[3:], before.probabilities[3:], atol=1e-12)
        assert after.state.target == before.state.target
        assert after.logits[3:].tolist() == before.logits[3:].tolist()


def test_that_a_drag_snaps_to_round_shares_and_to_the_middle_unless_alt_is_held() -> None:
    near = (0.6012, 0.0991, 0.2997)

    np.testing.assert_allclose(_dragged(P, S1, near).probabilities, (0.6, 0.1, 0.3), atol=1e-12)
    np.testing.assert_allclose(_dragged(P, S1, near, ALT).probabilities, near, atol=1e-9)
    middle = _dragged(Y, S1, (0.334, 0.331, 0.335)).effective_target
    assert middle == pytest.approx([1 / 3] * 3)


def test_that_p_stops_just_before_an_edge_and_entmax_and_y_on_it() -> None:
    outside = (0.5, -0.3, 0.8)

    softmax = _dragged(P, S1, outside)
    assert softmax.probabilities[1] == pytest.approx(LEAST)
    assert softmax.probabilities[0] + softmax.probabilities[2] == pytest.approx(1.0 - LEAST)
    sparse = _dragged(P, replace(S1, loss="fenchel_young"), outside)
    assert sparse.probabilities.tolist() == pytest.approx([0.35, 0.0, 0.65])
    assert sparse.probabilities[1] == 0.0
    assert _dragged(Y, S1, outside).target.tolist() == pytest.approx([0.35, 0.0, 0.65])
    assert _dragged(Y, S1, (-4.0, 9.0, -4.0)).target.tolist() == [0.0, 1.0, 0.0]


def test_that_a_share_that_was_beyond_the_stop_can_stay_there() -> None:
    far = replace(S1, logits=(0.0, -60.0, 0.0))

    along = _dragged(P, far, (0.8, 0.0, 0.2), ALT).probabilities

    assert along[1] == pytest.approx(math.exp(-60.0) / 2.0, rel=1e-6)
    np.testing.assert_allclose(along[[0, 2]], (0.8, 0.2), atol=1e-9)


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("target", [(0.7, 0.2, 0.1), (1.4, 0.4, 0.2)])
def test_that_y_is_dragged_with_its_sum(target: tuple[float, ...], smoothing: float) -> None:
    state = replace(S1, target=target, label_smoothing=smoothing)

    after = _dragged(Y, state, (0.2, 0.5, 0.3))

    assert after.effective_target / sum(target) == pytest.approx([0.2, 0.5, 0.3])
    assert after.target_sum == pytest.approx(sum(target))
    assert after.logits.tolist() == list(S1.logits)


def test_that_keys_move_a_point_in_every_direction_and_back() -> None:
    for mark, values in ((P, "probabilities"), (Y, "effective_target")):
        snapshot = derive(replace(S2, target=(0.5, 0.3, 0.2)))
        start = getattr(snapshot, values)
        for way, change in (
            ((0, 1), (0.01, -0.005, -0.005)),
            ((0, -1), (-0.01, 0.005, 0.005)),
            ((1, 0), (0.0, -0.01, 0.01)),
            ((-1, 0), (0.0, 0.01, -0.01)),
        ):
            edit = PANEL.nudge(mark, snapshot, VIEW, way, 1.0)
            assert edit is not None
            moved = derive(_on(edit, snapshot.state))
            np.testing.assert_allclose(getattr(moved, values) - start, change, atol=1e-9)
            back = PANEL.nudge(mark, moved, VIEW, (-way[0], -way[1]), 1.0)
            assert back is not None
            again = derive(_on(back, moved.state))
            np.testing.assert_allclose(getattr(again, values), start, atol=1e-9)


def test_that_three_numbers_are_typed_and_others_refused() -> None:
    after = derive(_on(PANEL.typed(P, VIEW, (0.2, 0.5, 0.3)), S1))
    np.testing.assert_allclose(after.probabilities, (0.2, 0.5, 0.3), atol=1e-12)
    rounded = derive(_on(PANEL.typed(P, VIEW, (0.33, 0.33, 0.33)), S1))
    np.testing.assert_allclose(rounded.probabilities, 1 / 3, atol=1e-12)
    certain = derive(_on(PANEL.typed(P, VIEW, (1.0, 0.0, 0.0)), S1))
    assert 0.0 < certain.probabilities[1] < 1e-15
    assert _on(PANEL.typed(Y, VIEW, (0.5, 0.0, 2.0)), S1).target == (0.5, 0.0, 2.0)
    smoothed = replace(S1, label_smoothing=0.3)
    typed = derive(_on(PANEL.typed(Y, VIEW, (0.5, 0.2, 0.3)), smoothed))
    np.testing.assert_allclose(typed.effective_target, (0.5, 0.2, 0.3))
    for values in ((0.2, 0.5, 0.5), (-0.1, 0.6, 0.5), (math.nan, 0.5, 0.5), (0.5,)):
        with pytest.raises(RefusedError, match="add up to"):
            PANEL.typed(P, VIEW, values)
    with pytest.raises(RefusedError, match="each 0 or more"):
        PANEL.typed(Y, VIEW, (-1.0, 1.0, 1.0))
    assert len(PANEL.captions(P, VIEW)) == 3


def test_that_tab_goes_from_p_to_y_and_out() -> None:
    snapshot, marks = derive(S1), [PANEL.mark_beside(None, Way.NEXT, derive(S1), VIEW)]
    while marks[-1] is not None:
        marks.append(PANEL.mark_beside(marks[-1], Way.NEXT, snapshot, VIEW))
    assert marks == [P, Y, None]
    for mark in (P, Y):
        assert mark.is_in(S1)
        assert not mark.is_in(State(("a", "b"), (0, 0), (1, 0)))


def test_that_two_classes_give_a_sentence_and_no_mark() -> None:
    two = derive(State(("a", "b"), (0.0, 1.0), (1.0, 0.0)))

    assert PANEL.describe(two, VIEW).startswith("A triangle needs three classes")
    assert PANEL.mark_beside(None, Way.NEXT, two, VIEW) is None
    assert PANEL.highlight_at(_frame(two), two, VIEW, QPointF(320, 200)) is None


@pytest.mark.parametrize(
    ("choices", "corners"),
    [
        ({}, (0, 1, 2)),
        ({"top": "3"}, (2, 1, 0)),
        ({"top": "5", "left": "5", "right": "4"}, (4, 1, 3)),
        ({"left": "9", "right": "what"}, (0, 1, 2)),
        ({"top": "2", "left": "3", "right": "1"}, (1, 2, 0)),
    ],
    ids=str,
)
def test_that_three_classes_are_chosen_and_all_differ(
    choices: Mapping[str, str], corners: tuple[int, ...]
) -> None:
    assert corners_of(derive(FIVE), _choosing(**choices)) == corners


def test_that_three_classes_have_their_places() -> None:
    assert corners_of(derive(S1), _choosing(top="3", left="1")) == (0, 1, 2)


def test_that_of_many_classes_those_that_matter_most_are_usual() -> None:
    logits, target = np.zeros(40), np.zeros(40)
    logits[[7, 30]], target[21] = 5.0, 1.0
    many = derive(State([f"c{k}" for k in range(40)], logits, target))

    assert corners_of(many, VIEW) == (7, 21, 30)
    assert corners_of(many, _choosing(top="40")) == (39, 21, 30)
    menus = {one.key: one for one in PANEL.choices(many)}
    assert [menus[key].usual for key in ("top", "left", "right")] == ["8", "22", "31"]
    assert {"8", "22", "31"} <= {option.value for option in menus["top"].options}
    assert [one.key for one in PANEL.choices(derive(S1))] == ["background", "shown"]


def test_that_the_missing_mass_and_what_is_not_drawn_are_said() -> None:
    words = PANEL.describe(derive(FIVE), VIEW)
    rest = derive(FIVE).probabilities[3:].sum()
    assert f"other classes: p {rest:.3f}, y 0.300" in words
    nothing = replace(FIVE, target=(0.0, 0.0, 0.0, 1.0, 0.0))
    assert "y of these three classes is 0" in PANEL.describe(derive(nothing), VIEW)
    assert standings(derive(nothing), ALL).y.shares is None
    assert PANEL.mark_beside(P, Way.NEXT, derive(nothing), VIEW) is None
    assert "smooth the target" in PANEL.describe(derive(replace(S1, loss="kl_reverse")), VIEW)
    sparse = derive(replace(S1, loss="fenchel_young", logits=(0.2, -5.0, 0.0)))
    assert "on an edge" in PANEL.describe(sparse, VIEW)
    many = State([str(k) for k in range(60)], [0.0] * 60, [1.0] + [0.0] * 59)
    assert "more than 50 classes" in PANEL.describe(derive(many), VIEW)
    assert PANEL.describe(derive(S2), View(unit="bits")).endswith("L = 1.5564 bits")


def test_that_contours_stand_where_the_loss_has_their_number() -> None:
    """With y on the first class they are level lines of p, and their numbers are -log p."""
    for unit, size in (("nats", 1.0), ("bits", math.log(2.0))):
        snapshot, view = derive(S1), View(unit=unit)
        frame = _frame(snapshot, view=view)
        found = contours_in(frame, snapshot, ALL, view)
        assert 5 <= len(found) <= 8
        for contour in found:
            top = np.concatenate(contour.lines)[:, 1] / HEIGHT
            np.testing.assert_allclose(-np.log(top) / size, contour.level, rtol=5e-3)
        names = [box for box, _ in names_in(frame, snapshot, ALL)]
        numbers = numbers_in(frame, found, names)
        assert len(numbers) == len(found)
        boxes = [*names, *(one.box for one in numbers)]
        assert not any(a.intersects(b) for k, a in enumerate(boxes) for b in boxes[:k])
        for number in numbers:  # at the right edge
            height = frame.y_value(number.box.center().y())
            assert frame.x_value(number.box.left()) > 1.0 - 0.5 * height / HEIGHT


@pytest.mark.parametrize("target", [(0.4, 0.3, 0.3), (0.7, 0.2, 0.1), (0.1, 0.3, 0.6)], ids=str)
def test_that_closed_contours_have_their_numbers_on_them_and_inside(
    target: tuple[float, ...],
) -> None:
    snapshot = derive(replace(S1, target=target))
    frame = _frame(snapshot)
    contours = contours_in(frame, snapshot, ALL, VIEW)

    numbers = numbers_in(frame, contours, [])

    assert len(numbers) >= 5
    lines = {one.text: np.concatenate(one.lines) for one in contours}
    for number in (one for one in numbers if one.inside):
        middle, box = number.box.center(), number.box
        points = lines[number.text]
        away = np.hypot(frame.x(points[:, 0]) - middle.x(), frame.y(points[:, 1]) - middle.y())
        assert away.min() < 0.01
        corners = [box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()]
        assert all(triangle(frame).containsPoint(one, Qt.FillRule.OddEvenFill) for one in corners)


def test_that_levels_are_round_and_even_in_the_picture() -> None:
    found = contours_in(_frame(derive(S1)), derive(S1), ALL, VIEW)
    heights = [1.0] + [math.exp(-one.level) for one in found] + [0.0]
    gaps = -np.diff(heights)
    assert gaps.max() < 0.2
    assert gaps.min() > 0.04
    assert [one.text for one in found] == [f"{one.level:g}" for one in found]
    assert roundest(0.96, 1.3, 1.1) == 1.0
    assert roundest(0.185, 0.328, 0.251) == 0.2
    assert roundest(801.0, 809.0, 806.0) == 805.0
    assert round_levels(np.zeros((81, 81)), 8) == []
    assert round_levels(np.full((81, 81), np.inf), 8) == []


class _Words(QPainter):
    """Keeps the texts that are written."""

    def __init__(self, device: QPicture) -> None:
        super().__init__(device)
        self.texts: list[str] = []

    def drawText(self, *parts: object) -> None:
        self.texts += [one for one in parts if isinstance(one, str)]
        super().drawText(*parts)  # type: ignore[call-overload]


class _Dots(QPainter):
    """Keeps the middles of the circles that are drawn, and the colours of their insides."""

    def __init__(self, device: QImage) -> None:
        super().__init__(device)
        self.dots: list[tuple[float, float, str]] = []

    def drawEllipse(self, *shape: object) -> None:
        at = shape[0]
        assert isinstance(at, QPointF)
        self.dots.append((at.x(), at.y(), self.brush().color().name()))
        super().drawEllipse(*shape)  # type: ignore[call-overload]


def test_that_the_path_goes_through_every_step_filled_where_it_is_passed() -> None:
    run = Run.begun(S2, USUAL_WALK)
    for _ in range(3):
        run = run.forward()
    view = View(run=run)
    snapshot = derive(run.state if run.at == 0 else replace(S2, logits=tuple(run.logits[3])))
    frame = _frame(snapshot, view=view)
    image = QImage(640, 420, QImage.Format.Format_RGB32)
    painter = _Dots(image)
    PANEL.paint_marks(painter, frame, snapshot, view)
    painter.end()

    steps = walked(S2, USUAL_WALK, 6).probabilities
    for nth, p in enumerate(steps[:6]):
        at = _place(frame, tuple(p))
        near = [d for d in painter.dots if math.hypot(d[0] - at.x(), d[1] - at.y()) < 0.01]
        assert len(near) >= 1, nth
        assert near[0][2] == (LIGHT.ink if nth <= 3 else LIGHT.card), nth


def test_that_the_line_of_the_steps_passed_ends_where_the_one_of_those_to_come_begins() -> None:
    run = Run.begun(S2, USUAL_WALK)
    for _ in range(3):
        run = run.forward()
    view = View(run=run, choices={"simplex.shown": ("path",)})
    state = replace(S2, logits=tuple(run.logits[3]))

    coming, passed = _curves(view, state)

    frame, steps = _frame(derive(state)), walked(S2, USUAL_WALK, 5).probabilities
    for line, wanted in ((passed, steps[:4]), (coming[:3], steps[3:6])):
        at = [_place(frame, tuple(p)) for p in wanted]
        np.testing.assert_allclose(line, [(one.x(), one.y()) for one in at], atol=1e-6)


def test_that_colours_get_stronger_with_the_loss_and_are_the_same_where_it_is() -> None:
    """With y on the first class, the loss is the same all along a level line."""
    for state, along in ((S1, (1, 2, 0)), (replace(S1, target=(0.0, 1.0, 0.0)), (0, 2, 1))):
        snapshot, view = derive(state), _choosing(background="heat", shown=())
        frame, image = _frame(snapshot, view=view), QImage(640, 420, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.card))
        painter = QPainter(image)
        PANEL.paint_axes(painter, frame, snapshot, view)
        painter.end()
        shades = []
        for asked in (0.93, 0.53, 0.31, 0.16):
            found = set()
            for share in (0.3, 0.6):
                shares = np.zeros(3)
                shares[list(along)] = (1 - asked) * share, (1 - asked) * (1 - share), asked
                color = image.pixelColor(_place(frame, tuple(shares)).toPoint())
                found.add(color.red())
            assert max(found) - min(found) <= 4
            shades.append(min(found))
        assert shades == sorted(shades, reverse=True)
        assert shades[0] > shades[-1] + 40


def test_that_a_name_that_must_be_there_is_shortened_and_then_covers_dots_of_steps() -> None:
    frame = _frame(derive(S1))
    at = QPointF(320.0, 200.0)
    around = [
        Spot(at + QPointF(x, y), 12.0) for x in range(-60, 61, 20) for y in range(-60, 61, 20)
    ]
    beside = [QRectF(0.0, 0.0, 310.0, 420.0), QRectF(350.0, 0.0, 290.0, 420.0)]
    name = Named(at, "p (0.1, 0.2, 0.7)", LIGHT.ink, 10.0, shorter="p")
    for spots, boxes, wanted in (
        ([], [], name.text),
        ([], beside, "p"),
        (around, beside, "p"),
        (around, [], name.text),
    ):
        picture = QPicture()
        painter = _Words(picture)
        draw_names(painter, frame, [name], spots, boxes, veiled=True)
        painter.end()
        assert painter.texts[:1] == [wanted]


def _curves(view: View, state: State) -> list[np.ndarray]:
    snapshot, picture = derive(state), QPicture()
    painter = Recorder(picture)
    PANEL.paint_marks(painter, _frame(snapshot, view=view), snapshot, view)
    painter.end()
    return [one.points for one in painter.shapes if one.kind in ("polyline", "line")]


def test_that_each_part_is_shown_if_it_is_chosen() -> None:
    state = replace(S1, target=(0.7, 0.2, 0.1))
    counts = {
        word: len(_curves(_choosing(shown=(word,)), state))
        for word in ("steps", "temperature", "smoothing", "path")
    }

    assert counts == {"steps": 0, "temperature": 1, "smoothing": 1, "path": 1}
    assert len(_curves(_choosing(shown=()), state)) == 0
    (line,) = _curves(_choosing(shown=("smoothing",)), state)
    frame = _frame(derive(state))
    ends = [_place(frame, (0.7, 0.2, 0.1)), _place(frame, (1 / 3, 1 / 3, 1 / 3))]
    np.testing.assert_allclose(line, [(one.x(), one.y()) for one in ends], atol=1e-9)


@given(
    p=st.tuples(*[st.floats(-8.0, 8.0)] * 3),
    y=st.sampled_from([(1.0, 0.0, 0.0), (0.0, 0.0, 1.0), (0.4, 0.3, 0.3), (0.7, 0.2, 0.1)]),
    size=st.sampled_from([(210, 160), (286, 264), (900, 700)]),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_p_and_y_always_have_their_names(
    p: tuple[float, ...], y: tuple[float, ...], size: tuple[int, int]
) -> None:
    snapshot, picture = derive(replace(S1, logits=p, target=y)), QPicture()
    painter = _Words(picture)
    PANEL.paint_marks(painter, _frame(snapshot, QRectF(0, 0, *size)), snapshot, VIEW)
    painter.end()

    named = {text.split(" ")[0] for text in painter.texts}
    assert {"p", "y"} <= named
    shown = [text for text in painter.texts if text.startswith("p (")]
    if size[0] == 900:
        assert len(shown) == 1


def test_that_a_class_lights_by_its_corner_and_shows_where_its_share_is_the_same() -> None:
    snapshot = derive(S2)
    frame = _frame(snapshot)
    for index, (box, text) in enumerate(names_in(frame, snapshot, ALL)):
        assert text == S2.labels[index]
        assert PANEL.highlight_at(frame, snapshot, VIEW, box.center()) == ClassMark(index)
    lit = View(highlight=ClassMark(2), choices={"simplex.shown": ()})
    (line,) = _curves(lit, S2)
    ends = np.stack([frame.x_value(line[:, 0]), frame.y_value(line[:, 1])], axis=1)
    wanted = to_plane(np.array([(0.8, 0.0, 0.2), (0.0, 0.8, 0.2)]))
    np.testing.assert_allclose(sorted(ends.tolist()), sorted(wanted.tolist()), atol=1e-9)


def test_that_the_background_stays_while_p_moves_and_not_if_y_does() -> None:
    before, after = derive(S1), derive(S2)

    assert PANEL.axes_key(before, VIEW) == PANEL.axes_key(after, VIEW)
    other = derive(replace(S1, target=(0.0, 1.0, 0.0)))
    assert PANEL.axes_key(before, VIEW) != PANEL.axes_key(other, VIEW)
    for view in (View(unit="bits"), _choosing(background="heat"), View(highlight=ClassMark(0))):
        assert PANEL.axes_key(before, VIEW) != PANEL.axes_key(before, view)


def test_that_a_point_is_read_out_with_every_number() -> None:
    read = PANEL.read_out(P, derive(FIVE), VIEW)
    assert read is not None
    lines = dict(read.lines)
    assert [name for name, _ in read.lines[:3]] == ["a", "b", "c"]
    assert lines["other classes"] == f"{derive(FIVE).probabilities[3:].sum():.6f}"
    assert "cross-entropy" in lines
    target = PANEL.read_out(Y, derive(FIVE), VIEW)
    assert target is not None
    assert target.name == "y"


def test_that_the_largest_losses_have_contours_in_smaller_units_or_none() -> None:
    values = np.linspace(0.0, 1.7e308, 81 * 81).reshape(81, 81)

    assert len(contours_of(values, math.log(2.0), 6)) <= 6
