"""The panel Where it rests: dots at their numbers, and targets that can be dragged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from xentgui.model import Snapshot, State, derive
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import BareLogits, Edit, resolve
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.marked_panel import Way
from xentgui.panels.share_mark import ShareMark
from xentgui.panels.where_it_rests import WhereItRests

pytestmark = pytest.mark.usefixtures("qapp")

RECT = QRectF(0, 0, 640, 420)
SOFT = State(("cat", "dog", "owl"), (0.26, -1.66, -2.06), (0.7, 0.2, 0.1))
PANEL, VIEW = WhereItRests(), View(handles=False)
ROWS = ("cross_entropy", "kl_reverse", "brier", "hinge_ww", "focal", "gce", "fenchel_young")


def _frame(snapshot: Snapshot) -> Frame:
    style = Style(LIGHT, 13.0, ui_font(13.0))
    return PANEL.frame(RECT, PANEL.ranges(snapshot, VIEW), VIEW, style, 1.0)


class _Dots(QPainter):
    """Keeps the middles of the dots that are drawn, and the colours of their insides."""

    def __init__(self, device: QImage) -> None:
        super().__init__(device)
        self.dots: list[tuple[float, float, str]] = []

    def drawEllipse(self, *shape: object) -> None:
        at = shape[0]
        assert isinstance(at, QPointF)
        self.dots.append((at.x(), at.y(), self.brush().color().name()))
        super().drawEllipse(*shape)  # type: ignore[call-overload]


def _dots(snapshot: Snapshot) -> list[tuple[float, float, str]]:
    image = QImage(640, 420, QImage.Format.Format_RGB32)
    painter = _Dots(image)
    PANEL.paint_marks(painter, _frame(snapshot), snapshot, VIEW)
    painter.end()
    return painter.dots


def _row(snapshot: Snapshot, nth: int) -> list[float]:
    """Return the p of each class in a row, 0 for the target's, from where its dots are."""
    frame = _frame(snapshot)
    y = frame.y(frame.ranges.top - nth - 0.5)
    found = {color: frame.x_value(x) for x, at, color in _dots(snapshot) if abs(at - y) < 0.01}
    return [found[LIGHT.class_color(k).lower()] for k in range(3)] if found else []


def _on(edit: Edit, state: State) -> State:
    return resolve(edit(BareLogits(state)))


def test_that_every_dot_stands_where_its_loss_rests() -> None:
    snapshot = derive(replace(SOFT, gamma=0.5, q=0.5))
    found = {key: _row(snapshot, nth) for nth, key in enumerate(ROWS, 1)}

    assert found.pop("hinge_ww") == []
    np.testing.assert_allclose(found.pop("focal"), (0.6449, 0.2364, 0.1187), atol=5e-5)
    np.testing.assert_allclose(found.pop("gce"), (0.9074, 0.0741, 0.0185), atol=5e-5)
    for row in (*found.values(), _row(snapshot, 0)):
        np.testing.assert_allclose(row, SOFT.target, atol=1e-9)


def test_that_words_say_what_is_too_flat_too_sharp_at_infinity_and_without_probability() -> None:
    words = dict(one.split(": ", 1) for one in PANEL.describe(derive(SOFT), VIEW).split("; "))

    assert words["cross-entropy"] == "cat = 0.7000, dog = 0.2000, owl = 0.1000 (on y)"
    assert words["focal loss, γ = 2"] == "cat = 0.5352, dog = 0.2927, owl = 0.1721 (too flat)"
    assert "cat = 0.9834" in words["generalised cross-entropy, q = 0.7"]
    assert words["generalised cross-entropy, q = 0.7"].endswith("(too sharp)")
    assert words["hinge (Weston–Watkins)"].startswith("no probability")
    one_hot = PANEL.describe(derive(replace(SOFT, target=(1.0, 0.0, 0.0))), VIEW)
    assert one_hot.count("at infinity") == 4
    assert "Fenchel–Young loss, α = 2: cat = 1, dog = 0, owl = 0 (on y)" in one_hot
    assert "reverse KL divergence: nowhere" in one_hot


@pytest.mark.parametrize("target", [(0.7, 0.2, 0.1), (1.4, 0.4, 0.2)])
def test_that_a_target_can_be_dragged_and_the_sum_stays(target: tuple[float, ...]) -> None:
    snapshot = derive(replace(SOFT, target=target))
    frame, mark = _frame(snapshot), ShareMark(1)
    at = PANEL.locate(mark, frame, snapshot, VIEW)
    hold = PANEL.hold(mark, snapshot, VIEW)

    assert PANEL.mark_at(frame, snapshot, VIEW, at + QPointF(2.0, 2.0)) == mark
    for share in (0.5, 0.05, 0.9):
        to = QPointF(frame.x(share), at.y())
        edit = hold.move(frame, VIEW, to, Qt.KeyboardModifier.NoModifier)
        moved = _on(edit, snapshot.state)
        total = sum(target)
        assert moved.target[1] / total == pytest.approx(share)
        assert sum(moved.target) == pytest.approx(total)
    assert _on(hold.put_back(), moved) == snapshot.state


def test_that_keys_and_typing_set_a_target() -> None:
    snapshot, mark = derive(SOFT), ShareMark(0)

    up = PANEL.nudge(mark, snapshot, VIEW, (1, 0), 1.0)

    assert up is not None
    assert _on(up, SOFT).target[0] == pytest.approx(0.71)
    assert PANEL.nudge(mark, snapshot, VIEW, (0, 1), 1.0) is None
    assert _on(PANEL.typed(mark, VIEW, (0.4,)), SOFT).target == (0.4, 0.2, 0.1)
    marks = [PANEL.mark_beside(None, Way.NEXT, snapshot, VIEW)]
    while marks[-1] is not None:
        marks.append(PANEL.mark_beside(marks[-1], Way.NEXT, snapshot, VIEW))
    assert marks == [*(ShareMark(k) for k in range(3)), None]
    assert PANEL.highlight_of(mark) == ClassMark(0)


def test_that_of_many_classes_those_with_the_largest_targets_are_drawn() -> None:
    y = np.arange(20.0) / 190.0
    many = derive(State([f"c{k}" for k in range(20)], np.zeros(20), y))

    words = PANEL.describe(many, VIEW)

    assert "c19" in words
    assert "c12 " in words
    assert "c11 " not in words
    frame = _frame(many)
    top = [x for x, at, _ in _dots(many) if at < frame.y(frame.ranges.top - 1.0)]
    assert sorted(top) == pytest.approx(sorted(frame.x(y[12:]).tolist()))


def test_that_equal_targets_are_drawn_above_each_other_and_each_can_be_grabbed() -> None:
    even = derive(replace(SOFT, target=(1 / 3, 1 / 3, 1 / 3)))
    frame = _frame(even)
    places = [PANEL.locate(ShareMark(k), frame, even, VIEW) for k in range(3)]

    assert len({at.x() for at in places}) == 1
    assert len({at.y() for at in places}) == 3
    for k, at in enumerate(places):
        assert PANEL.mark_at(frame, even, VIEW, at) == ShareMark(k)


def test_that_with_alt_a_target_moves_alone() -> None:
    for state in (SOFT, replace(SOFT, label_smoothing=0.2)):
        snapshot = derive(state)
        frame, hold = _frame(snapshot), PANEL.hold(ShareMark(0), snapshot, VIEW)

        edit = hold.move(frame, VIEW, QPointF(frame.x(0.4), 0.0), Qt.KeyboardModifier.AltModifier)
        moved = derive(_on(edit, state))

        assert moved.state.target[1:] == state.target[1:]
        y = moved.effective_target
        assert y[0] / y.sum() == pytest.approx(0.4)
        assert _on(hold.put_back(), moved.state) == state
