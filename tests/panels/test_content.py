"""Mark k stands at the number that it stands for: one walk a panel, over hard states and views.

The painter only remembers what it is told to draw.  The numbers come from the definitions, to 50
digits; of the panel only its ranges are asked for.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPicture, QPolygonF

from tests.model.oracle import truth
from tests.panels.samples import HARD
from xentgui.model import State, derive
from xentgui.model.mark import ClassMark
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels import PANELS
from xentgui.panels.plot_panel import PlotPanel

pytestmark = pytest.mark.usefixtures("qapp")

RECT = QRectF(0, 0, 900, 480)
UNITS = {"nats": 1.0, "bits": math.log(2.0), "dits": math.log(10.0)}
NO_PEN, NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush
OF_MORE = replace(HARD["a dozen"], target=tuple(np.arange(12) / 66.0), label_smoothing=0.25)
STATES = {name: state for name, state in HARD.items() if len(state.labels) <= 50} | {
    "smoothed, soft, cool": replace(OF_MORE, temperature=0.4),
    "smoothed, soft, warm": replace(OF_MORE, temperature=6.0),
}
VIEWS = {
    "plain": View(values=False),
    "with numbers": View(),
    "highlighted": View(values=False, highlight=ClassMark(1)),
    "in bits": View(values=False, unit="bits"),
}
EVERY_STATE = pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
EVERY_VIEW = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
PINNED_AT = pytest.mark.parametrize("temperature", [0.3, 1.0, 2.5])


@dataclass(frozen=True)
class Shape:
    """Something drawn: its points, shape (n, 2), the pen, and the colour of its inside."""

    kind: str
    points: np.ndarray
    pen: QPen
    fill: str

    @property
    def is_dotted(self) -> bool:
        return self.pen.style() == Qt.PenStyle.CustomDashLine


class Recorder(QPainter):
    """Remembers every shape; a rectangle and an ellipse by their corners."""

    def __init__(self, device: Any) -> None:
        super().__init__(device)
        self.shapes: list[Shape] = []

    def _add(self, kind: str, points: Any) -> None:
        brush = self.brush()
        fill = "" if brush.style() == NO_BRUSH else brush.color().name()
        self.shapes.append(
            Shape(kind, np.array(points, dtype=float).reshape(-1, 2), QPen(self.pen()), fill)
        )

    def drawRect(self, rect: QRectF) -> None:
        self._add("rect", [rect.topLeft().toTuple(), rect.bottomRight().toTuple()])

    def fillRect(self, rect: QRectF, *inside: Any) -> None:
        self.drawRect(rect)

    def drawRects(self, first: QRectF, count: int) -> None:
        (address,) = shiboken6.getCppPointer(first)
        memory = shiboken6.VoidPtr(address, count * 32)
        for left, top, width, height in np.frombuffer(memory, dtype=float).reshape(count, 4):
            self._add("rect", [(left, top), (left + width, top + height)])

    def drawEllipse(self, middle: QPointF, across: float, up: float) -> None:
        x, y = middle.toTuple()
        self._add("ellipse", [(x - across, y - up), (x + across, y + up)])

    def drawPolygon(self, shape: Any) -> None:
        self._add("polygon", [point.toTuple() for point in shape])

    def drawPolyline(self, shape: Any) -> None:
        self._add("polyline", [point.toTuple() for point in shape])

    def drawPoints(self, shape: QPolygonF) -> None:
        for point in shape:
            self._add("dot", [point.toTuple()])

    def drawLine(self, *line: Any) -> None:
        one, other = line if len(line) == 2 else (line[0].p1(), line[0].p2())
        self._add("line", [one.toTuple(), other.toTuple()])


class Drawn:
    """What a panel draws of a state, and where numbers lie on its axes."""

    def __init__(self, key: str, state: State, view: View) -> None:
        panel = next(one for one in PANELS if one.key == key)()
        assert isinstance(panel, PlotPanel)
        snapshot = derive(state)
        style = Style(LIGHT, 13.0, ui_font(13.0))
        self.ranges = panel.home(snapshot, view)
        self.rect = panel.frame(RECT, self.ranges, view, style, 1.0).rect
        picture = QPicture()
        recorder = Recorder(picture)
        try:
            panel.paint(recorder, RECT, snapshot, view, style)
        finally:
            recorder.end()
        self.shapes = recorder.shapes

    def x(self, value: float) -> float:
        r = self.ranges
        value = min(max(value, r.left), r.right)
        return self.rect.left() + (value - r.left) / (r.right - r.left) * self.rect.width()

    def y(self, value: float) -> float:
        r = self.ranges
        value = min(max(value, r.bottom), r.top)
        return self.rect.bottom() - (value - r.bottom) / (r.top - r.bottom) * self.rect.height()

    def of_class(self, kind: str, index: int) -> list[Shape]:
        """Return the shapes filled with the colour of a class, also where that recedes."""
        colors = {QColor(theme.class_color(index)).name() for theme in (LIGHT, LIGHT.faint())}
        return [one for one in self.shapes if one.kind == kind and one.fill in colors]

    def spans(self, shapes: list[Shape], x: float) -> list[tuple[float, float]]:
        """Return from where to where up those of `shapes` reach whose middle is at `x`."""
        return [
            (float(one.points[0, 1]), float(one.points[1, 1]))
            for one in shapes
            if math.isclose(one.points[:, 0].mean(), x, abs_tol=1e-6)
        ]


class Numbers:
    """The numbers of a state by their definitions, in nats; those of T = 0 and ∞ as limits."""

    def __init__(self, state: State) -> None:
        count, t = len(state.labels), state.temperature
        if t in {0.0, math.inf}:
            top = max(state.logits)
            on = [z == top if t == 0.0 else z > -math.inf for z in state.logits]
            logits, t = [0.0 if one else -math.inf for one in on], 1.0
        else:
            logits = list(state.logits)
        found = truth(logits, state.target, t, state.label_smoothing)
        self.count = count
        self.p = [float(one) for one in found.probabilities]
        self.y = [float(one) for one in found.effective_target]
        self.h = [float(one) for one in found.information]
        self.gradient = [float(one) for one in found.gradient]
        if state.temperature == math.inf:
            self.gradient = [0.0] * count
        self.entropy, self.target_entropy = float(found.entropy), float(found.target_entropy)
        self.cross_entropy = float(found.cross_entropy)
        self.kl_divergence = float(found.kl_divergence)


def _close(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return np.allclose(one, other, rtol=0.0, atol=1e-5)


@EVERY_STATE
@EVERY_VIEW
def test_that_a_bar_is_as_tall_as_its_probability(state: State, view: View) -> None:
    numbers, drawn = Numbers(state), Drawn("distribution", state, view)

    for index, p in enumerate(numbers.p):
        spans = drawn.spans(drawn.of_class("rect", index), drawn.x(index))
        assert len(spans) == 1 + (view.highlighted_class == index), index
        assert all(_close(span, (drawn.y(p), drawn.y(0.0))) for span in spans), index


@EVERY_STATE
@EVERY_VIEW
def test_that_a_line_of_the_target_is_as_high_as_the_smoothed_target(
    state: State, view: View
) -> None:
    numbers, drawn = Numbers(state), Drawn("distribution", state, view)
    inks = {QColor(theme.ink).name() for theme in (LIGHT, LIGHT.faint())}
    lines = [one for one in drawn.shapes if one.kind == "rect" and one.fill in inks]
    lines = [one for one in lines if one.pen.style() == NO_PEN]

    for index, y in enumerate(numbers.y):
        middles = [sum(span) / 2 for span in drawn.spans(lines, drawn.x(index))]
        assert middles, index
        np.testing.assert_allclose(middles, drawn.y(y), atol=1e-5, err_msg=str(index))


@EVERY_STATE
def test_that_the_outline_of_the_hardmax_is_where_the_largest_logit_is(state: State) -> None:
    drawn = Drawn("distribution", state, VIEWS["plain"])
    outlined = [one for one in drawn.shapes if one.kind == "rect" and one.is_dotted]
    outlined = [one for one in outlined if one.points[0, 1] >= drawn.rect.top() - 1e-6]
    won = [k for k, logit in enumerate(state.logits) if logit == max(state.logits)]

    for index in won:
        spans = drawn.spans(outlined, drawn.x(index))
        assert any(_close(span, (drawn.y(1.0 / len(won)), drawn.y(0.0))) for span in spans)
    others = set(range(len(state.labels))) - set(won)
    assert not any(drawn.spans(outlined, drawn.x(index)) for index in others)


@EVERY_STATE
@EVERY_VIEW
def test_that_a_dot_is_at_its_probability_and_its_information(state: State, view: View) -> None:
    numbers, drawn = Numbers(state), Drawn("information", state, view)
    heights = [h / UNITS[view.unit] for h in numbers.h]
    dots = [one.points.mean(axis=0) for one in drawn.shapes if one.kind == "dot"]

    for index, (p, h) in enumerate(zip(numbers.p, heights, strict=True)):
        if h > drawn.ranges.top:
            continue  # a sign at the edge says that it lies beyond
        own = [one.points.mean(axis=0) for one in drawn.of_class("ellipse", index)]
        at = drawn.x(p), drawn.y(h)
        assert any(_close(tuple(one), at) for one in [*own, *dots]), index
    known = [(drawn.x(p), drawn.y(h)) for p, h in zip(numbers.p, heights, strict=True)]
    assert all(any(_close(tuple(dot), at) for at in known) for dot in dots)


@EVERY_STATE
@EVERY_VIEW
def test_that_an_arrow_ends_at_its_slope(state: State, view: View) -> None:
    if state.temperature == 0.0:
        pytest.skip("the slope has no limit")
    numbers, drawn = Numbers(state), Drawn("gradient", state, view)

    for index, slope in enumerate(numbers.gradient):
        tip = drawn.x(index), drawn.y(slope)
        own = drawn.of_class("polygon", index)
        if abs(tip[1] - drawn.y(0.0)) > 0.5:
            assert any(_close(tuple(one.points[3]), tip) for one in own), index
    known = [(drawn.x(k), drawn.y(slope)) for k, slope in enumerate(numbers.gradient)]
    for index in range(numbers.count):
        for one in drawn.of_class("polygon", index):
            assert any(_close(tuple(one.points[3]), at) for at in known)


@EVERY_STATE
@EVERY_VIEW
def test_that_a_stem_and_its_head_are_as_high_as_their_logit(state: State, view: View) -> None:
    drawn = Drawn("logits", state, view)
    heads = [one for one in drawn.shapes if one.kind == "ellipse"]

    for index, logit in enumerate(state.logits):
        low, high = sorted((drawn.y(0.0), drawn.y(logit)))
        spans = drawn.spans(drawn.of_class("rect", index), drawn.x(index))
        assert spans, index
        assert all(_close(span, (low, high)) for span in spans), index
        rings = [one.points.mean(axis=0) for one in heads]
        if drawn.ranges.bottom <= logit <= drawn.ranges.top:
            assert any(_close(tuple(ring), (drawn.x(index), drawn.y(logit))) for ring in rings)


@EVERY_STATE
@pytest.mark.parametrize("unit", UNITS)
def test_that_the_parts_of_the_loss_are_as_long_as_their_numbers(state: State, unit: str) -> None:
    numbers, drawn = Numbers(state), Drawn("decomposition", state, View(unit=unit))
    bars = [one for one in drawn.shapes if one.kind == "rect"]
    floor = numbers.target_entropy / UNITS[unit]

    for start, value in (
        (0.0, numbers.cross_entropy),
        (0.0, numbers.target_entropy),
        (floor, numbers.kl_divergence),
        (0.0, numbers.entropy),
    ):
        ends = sorted((drawn.x(start), drawn.x(start + value / UNITS[unit])))
        if math.isinf(value) or ends[1] - ends[0] < 0.5:
            continue
        assert any(_close(tuple(one.points[:, 0]), tuple(ends)) for one in bars), (start, value)


def _pinned(state: State, temperature: float) -> State:
    """Return something else to be pinned, with another temperature of its own."""
    finite = [logit if math.isfinite(logit) else 0.0 for logit in state.logits]
    return replace(
        state, logits=tuple(np.roll(np.clip(finite, -50, 50), 1) / 2), temperature=temperature
    )


@pytest.mark.always
@EVERY_STATE
@PINNED_AT
def test_that_what_is_pinned_is_dotted_where_it_was(state: State, temperature: float) -> None:
    if len(set(state.labels)) < len(state.labels):
        pytest.skip("classes that share a name are matched by their place")
    pinned = _pinned(state, temperature)
    numbers, view = Numbers(pinned), View(values=False, pinned=pinned)

    drawn = Drawn("distribution", state, view)
    roofs = [one.points for one in drawn.shapes if one.kind == "polyline" and one.is_dotted]
    roofs = [one for one in roofs if len(one) == 4]
    for index, p in enumerate(numbers.p):
        over = [
            one for one in roofs if math.isclose(one[:, 0].mean(), drawn.x(index), abs_tol=1e-6)
        ]
        assert any(math.isclose(one[1, 1], drawn.y(p), abs_tol=1e-5) for one in over), index

    drawn = Drawn("information", state, view)
    rings = [
        one.points.mean(axis=0) for one in drawn.shapes if one.kind == "ellipse" and not one.fill
    ]
    for index, (p, h) in enumerate(zip(numbers.p, numbers.h, strict=True)):
        at = drawn.x(p), drawn.y(h)
        assert any(_close(tuple(ring), at) for ring in rings), index

    for key, values in (("logits", pinned.logits), ("gradient", numbers.gradient)):
        drawn = Drawn(key, state, view)
        lines = [one.points for one in drawn.shapes if one.kind == "line" and one.is_dotted]
        for index, value in enumerate(values):
            at = drawn.x(index), drawn.y(value)
            assert any(_close(tuple(line.mean(axis=0)), at) for line in lines), (key, index)
