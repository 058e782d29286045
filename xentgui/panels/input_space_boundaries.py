"""The boundaries of the input space: computed, drawn, and found under the pointer."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter

from xentgui.model import State
from xentgui.model.classifier.bent import Bent, Plane
from xentgui.model.classifier.boundaries import Boundary, Rectangle, boundaries, line_in
from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.regions import gaps_over
from xentgui.model.rows import Array
from xentgui.painting.frame import Frame, Ranges
from xentgui.panels.kept import kept

LINE, START, END = "line", "start", "end"
"""The parts of a boundary that can be taken hold of."""

_ALL, _MOST = 4, 120
"""Of so many classes, every pair is tried; of so many boundaries that can be seen, none is drawn."""

_MOST_LINES = 40
"""Classes whose lines of score 0 are drawn."""

_GRID = 64  # places along each side where neighbours are looked for, of which there are fewer
_INSET = 14.0  # design pixels from the end of a boundary to where it is taken hold of
_LONG = 70.0  # design pixels of a boundary that can be turned
REACH = 6.0
"""Design pixels from a boundary, within which it is taken hold of."""


@kept
def _boundaries(weights: Array, bias: Array, ranges: Ranges) -> list[Boundary]:
    within = Rectangle(ranges.left, ranges.bottom, ranges.right, ranges.top)
    pairs = None if len(bias) <= _ALL else _neighbours(Linear(weights, bias), ranges)
    return [] if pairs and len(pairs) > _MOST else boundaries(Linear(weights, bias), within, pairs)


def _neighbours(linear: Linear, ranges: Ranges) -> list[tuple[int, int]]:
    """Return the pairs of classes whose regions touch where they can be seen."""
    x = np.linspace(ranges.left, ranges.right, _GRID)
    y = np.linspace(ranges.bottom, ranges.top, _GRID)
    on = np.flatnonzero(linear.bias > -np.inf)
    there = on[gaps_over(Linear(linear.weights[on], linear.bias[on]), x, y).argmax(axis=0)]
    count = len(linear.bias)
    found: list[np.ndarray] = []
    for one, other in (
        (there[1:], there[:-1]),
        (there[:, 1:], there[:, :-1]),
        (there[1:, 1:], there[:-1, :-1]),
        (there[1:, :-1], there[:-1, 1:]),
    ):
        differ = one != other
        low, high = np.minimum(one, other)[differ], np.maximum(one, other)[differ]
        found.append(np.unique(low * count + high))
    return [divmod(int(both), count) for both in np.unique(np.concatenate(found))]


def boundaries_in(linear: Plane, ranges: Ranges) -> list[Boundary]:
    """Return the straight boundaries within `ranges`; none where they bend, see `curves_in`."""
    if isinstance(linear, Bent):
        return []
    return _boundaries(linear.weights, linear.bias, ranges)


def line_of(frame: Frame, boundary: Boundary) -> QLineF:
    """Return a boundary in pixels."""
    ends = np.stack([boundary.start, boundary.end])
    (x, x2), (y, y2) = frame.x(ends[:, 0]).tolist(), frame.y(ends[:, 1]).tolist()
    return QLineF(x, y, x2, y2)


def draw_boundaries(
    painter: QPainter, frame: Frame, found: list[Boundary], lit: int | None
) -> None:
    """Draw the boundaries; while class `lit` is highlighted, those of others are muted."""
    for one in found:
        own = frame.style if lit in (None, one.first, one.second) else frame.style.faint
        painter.setPen(own.pen(own.theme.ink, 2.0))
        painter.drawLine(line_of(frame, one))


def draw_zero_lines(painter: QPainter, frame: Frame, linear: Plane, state: State) -> None:
    """Draw where the score of each class is 0, which is no boundary: dashed, in its colour."""
    if isinstance(linear, Bent):
        return
    r, style = frame.ranges, frame.style
    within = Rectangle(r.left, r.bottom, r.right, r.top)
    for k in range(min(len(linear.bias), _MOST_LINES)):
        bias = float(linear.bias[k])
        piece = line_in(linear.weights[k], bias, within) if math.isfinite(bias) else None
        if piece is not None:
            color = style.theme.class_color(state.color_of(k))
            painter.setPen(style.pen(color, 1.4, (5.0, 3.0)))
            painter.drawLine(line_of(frame, Boundary(k, k, *piece)))


def boundary_of(pair: tuple[int, int], found: list[Boundary]) -> Boundary | None:
    """Return the boundary of two classes, if it can be seen."""
    return next((one for one in found if (one.first, one.second) == pair), None)


def hold_place(frame: Frame, boundary: Boundary, part: str) -> QPointF:
    """Return where a part of a boundary is taken hold of."""
    line = line_of(frame, boundary)
    if part == LINE:
        return line.center()
    length = max(line.length(), 1e-9)
    share = min(frame.style.px(_INSET) / length, 0.5)
    return line.pointAt(share if part == START else 1.0 - share)


def boundary_at(frame: Frame, found: list[Boundary], point: QPointF) -> tuple[Boundary, str] | None:
    """Return the boundary within reach, and its part: an end before the line."""
    px, nearest = frame.style.px, math.inf
    best: tuple[Boundary, str] | None = None
    for one in found:
        line = line_of(frame, one)
        if line.length() >= px(_LONG):
            for part in (START, END):
                away = hold_place(frame, one, part) - point
                far = math.hypot(away.x(), away.y())
                if far <= px(REACH + 2) and far < nearest:
                    best, nearest = (one, part), far
    if best is not None:
        return best
    for one in found:
        far = _distance(line_of(frame, one), point)
        if far <= px(REACH) and far < nearest:
            best, nearest = (one, LINE), far
    return best


def _distance(line: QLineF, point: QPointF) -> float:
    dx, dy = line.dx(), line.dy()
    size = dx * dx + dy * dy
    if size <= 0.0:
        return math.hypot(point.x() - line.x1(), point.y() - line.y1())
    share = ((point.x() - line.x1()) * dx + (point.y() - line.y1()) * dy) / size
    near = line.pointAt(min(max(share, 0.0), 1.0))
    return math.hypot(point.x() - near.x(), point.y() - near.y())
