"""Labels beside marks: none covers another, each that had to move is joined, all names differ."""

from __future__ import annotations

import math
import re
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from xentgui.language import translation
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.areas import Areas
from xentgui.panels.distribution import Distribution
from xentgui.panels.gradient import Gradient
from xentgui.panels.information import Information
from xentgui.panels.logits import Logits
from xentgui.panels.plot_panel import PlotPanel

pytestmark = pytest.mark.usefixtures("qapp")

PLOTS = (Distribution, Information, Areas, Gradient, Logits)
NEAR = 9.0  # pixels: a label that is nearer to its mark needs no leader
LONG = [f"a rather long class name, number {k}" for k in range(1, 13)]
ALIKE = [f"Chlamydotis {kind}, adult {sex}" for kind in "abcdef" for sex in ("male", "female")]
SHORT = ["cat", "dog", "owl", "emu", "hen", "fox", "ape", "cow", "bee", "ant", "eel", "猫"]


class Drawn(NamedTuple):
    """What was painted: labels and what they cover, thin lines, and the texts of the axes."""

    labels: list[tuple[str, QRectF]]
    lines: list[QLineF]
    frame: Frame


class Recorder(QPainter):
    """Remembers the texts at points, which are labels, and the solid lines."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.labels: list[tuple[str, QRectF]] = []
        self.solid: list[QLineF] = []

    def drawText(self, *how: Any) -> None:  # type: ignore[override]
        """Remember a label."""
        if isinstance(how[0], QPointF):
            box = QFontMetricsF(self.font()).tightBoundingRect(how[-1]).translated(how[0])
            self.labels.append((how[-1], self.transform().mapRect(box)))  # some are turned
        super().drawText(*how)

    def drawLine(self, *line: Any) -> None:
        """Remember a line."""
        if isinstance(line[0], QLineF) and not self.pen().dashPattern():
            self.solid.append(line[0])
        super().drawLine(*line)


def _drawn(panel: PlotPanel, state: State, size: tuple[int, int]) -> Drawn:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = Recorder(image)
    snapshot, view, style = derive(state), View(), Style(LIGHT, 13.0, ui_font(13.0))
    frame = panel.frame(
        QRectF(0, 0, *size), panel.home(snapshot, view), view, style, resolution=1.0
    )
    panel.paint_marks(painter, frame, snapshot, view)
    painter.end()
    return Drawn(painter.labels, painter.solid, frame)


def _gap(box: QRectF, point: QPointF) -> float:
    x = min(max(point.x(), box.left()), box.right())
    y = min(max(point.y(), box.top()), box.bottom())
    return math.hypot(x - point.x(), y - point.y())


def _assert_apart(drawn: Drawn) -> None:
    for nth, (text, box) in enumerate(drawn.labels):
        inside = drawn.frame.outer.adjusted(-0.5, -0.5, 0.5, 0.5)
        assert inside.contains(box), text
        for other, there in drawn.labels[:nth]:
            assert not box.intersects(there), (text, other)


def _assert_joined(drawn: Drawn, state: State) -> None:
    """Assert that each label of the information is at its dot, or joined to it."""
    snapshot, frame = derive(state), drawn.frame
    dots = [
        QPointF(frame.x(p), frame.y(min(h, frame.ranges.top)))
        for p, h in zip(snapshot.probabilities.tolist(), snapshot.information.tolist(), strict=True)
    ]
    for text, box in drawn.labels:
        if re.fullmatch(r"… and \d+ more|…… 另有 \d+ 个", text):  # of no dot
            continue
        joined = [line for line in drawn.lines if _gap(box.adjusted(-4, -6, 4, 6), line.p2()) < 0.1]
        ends = [line.p1() for line in joined]
        at_dot = any(_gap(box.adjusted(-4, -6, 4, 6), dot) <= 7.0 + NEAR for dot in dots)
        led = any(_gap(QRectF(dot, dot), end) <= 8.0 for dot in dots for end in ends)
        assert at_dot or led, text


def _assert_joined_to_bars(drawn: Drawn, state: State) -> None:
    """Assert that a number high above its bar, over the target's line, is joined to the bar."""
    p, frame = derive(state).probabilities, drawn.frame
    for text, box in drawn.labels:
        index = min(max(round(frame.x_value(box.center().x())), 0), len(p) - 1)
        top = QPointF(frame.x(float(index)), frame.y(float(p[index])))
        if abs(box.center().x() - top.x()) < 3 and top.y() - box.bottom() > 6.0 + NEAR + 4.0:
            assert any(_gap(QRectF(top, top), line.p1()) <= 8.0 for line in drawn.lines), text


def _assert_different(drawn: Drawn, state: State) -> None:
    names = [text.replace("：", ":").rpartition(":")[0] for text, _ in drawn.labels]
    assert len(set(names)) == len(names), names


def _assert_good(panel: PlotPanel, state: State, size: tuple[int, int], language: str) -> None:
    translation.install(QApplication.instance(), language)
    try:
        drawn = _drawn(panel, state, size)
    finally:
        translation.install(QApplication.instance(), "en")
    _assert_apart(drawn)
    if isinstance(panel, Distribution):
        _assert_joined_to_bars(drawn, state)
    if isinstance(panel, Information):
        _assert_joined(drawn, state)
        _assert_different(drawn, state)


def _state(names: list[str], seed: int) -> State:
    random = np.random.default_rng(seed)
    target = random.dirichlet(np.full(len(names), 0.3))
    return State(names, random.normal(0, 2, len(names)), target)


@pytest.mark.parametrize("panel", PLOTS, ids=lambda panel: panel.__name__)
@pytest.mark.parametrize("names", [SHORT, LONG, ALIKE], ids=["short", "long", "alike"])
@pytest.mark.parametrize("size", [(290, 180), (420, 260), (800, 500)])
def test_that_labels_are_apart_and_at_their_marks(
    panel: type[PlotPanel], names: list[str], size: tuple[int, int]
) -> None:
    for seed in range(3):
        _assert_good(panel(), _state(names[:10], seed), size, "en")


@pytest.mark.long
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(PLOTS),
    st.sampled_from([SHORT, LONG, ALIKE]),
    st.integers(2, 12),
    st.integers(0, 10**6),
    st.tuples(st.integers(220, 900), st.integers(150, 700)),
    st.sampled_from(["en", "zh_CN"]),
)
def test_that_labels_of_any_state_are_apart_and_at_their_marks(
    panel: type[PlotPanel],
    names: list[str],
    count: int,
    seed: int,
    size: tuple[int, int],
    language: str,
) -> None:
    _assert_good(panel(), _state(names[:count], seed), size, language)


def test_that_a_crowd_of_ten_is_named_with_leaders() -> None:
    logits = [0.3, -1.2, -0.8, 2.1, 0.1, 2.6, -0.2, 0.5, -0.9, -1.5]
    state = State(SHORT[:10], logits, np.eye(1, 10, 5)[0])

    drawn = _drawn(Information(), state, (420, 240))

    assert len(drawn.labels) >= 7
    assert drawn.lines
    _assert_joined(drawn, state)


def test_that_ten_long_names_do_not_all_become_one() -> None:
    state = State(LONG[:10], np.linspace(-1, 2, 10), np.eye(1, 10, 5)[0])

    for panel in (Information(), Areas()):
        names = [text.partition(":")[0] for text, _ in _drawn(panel, state, (520, 320)).labels]
        assert len(set(names)) == len(names)
