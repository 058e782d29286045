"""The lines of the trace: the loss, the probabilities, and their names."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from xentgui.language.numbers import lowered
from xentgui.language.text import loss_in_unit
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.path import Path
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.marks import draw_dot
from xentgui.painting.qt_arrays import UNSEEN, draw_line_through
from xentgui.panels.axis_limits import within
from xentgui.panels.beside_curves import spread
from xentgui.panels.trace_axis import distances_of, scaled, shows_distance

AHEAD = (4.0, 2.6)
"""The dashes of what is to come."""

_ALL = 6
_LARGEST = 5
"""Of more than `_ALL` classes, those are drawn that have the largest p or y at any step shown."""
_POINTS = 1500  # of a line; more are closer than pixels
_GAP = 12.0  # design pixels between the middles of two names

_Points = tuple[np.ndarray, np.ndarray]
"""The coordinates x and y of the points of a line, in pixels, each of shape (n,)."""


class Line(NamedTuple):
    """A line over the steps: its values, shape (m + 1,), colour, name, width, and class, or None."""

    values: np.ndarray
    color: str
    name: str
    width: float
    of_class: int | None = None


def drawn_classes(snapshot: Snapshot, path: Path) -> list[int]:
    """Return the classes that have a line, in order."""
    count = len(snapshot.logits)
    if count <= _ALL:
        return list(range(count))
    largest = np.maximum(path.largest, snapshot.effective_target)
    return sorted(np.argsort(-largest, kind="stable")[:_LARGEST].tolist())


def lines_of(frame: Frame, snapshot: Snapshot, view: View, path: Path) -> list[Line]:
    """Return the lines, the most important first."""
    style, loss, lit = frame.style, chosen_loss(snapshot.state), view.highlighted_class
    theme = style.theme if lit is None else style.faint.theme
    losses = scaled(loss_in_unit(path.losses, loss, view.unit), view)
    found = [Line(losses, style.theme.ink, "L", 2.0)]
    if shows_distance(view):
        distances = scaled(distances_of(snapshot, path), view)
        found.append(Line(distances, style.theme.mute, "Σ|p − y|", 1.6))
    shown = drawn_classes(snapshot, path)
    every = scaled(path.probabilities_of(shown), view)
    for column, index in enumerate(shown):
        own = style.theme if index == lit else theme
        color = own.class_color(snapshot.state.color_of(index))
        name = f"p{lowered(str(index + 1))}"
        width = 2.4 if index == lit else 1.6
        found.append(Line(every[:, column], color, name, width, index))
    return found


def paint_lines(painter: QPainter, frame: Frame, path: Path, lines: list[Line]) -> None:
    """Paint of each line what is passed and what is to come; dots where there is neither."""
    if len(path) == 1:
        for line in reversed(lines):
            if math.isfinite(line.values[0]):
                place = QPointF(frame.x(float(path.first)), frame.y(float(line.values[0])))
                draw_dot(painter, frame.style, place, line.color)
        return
    steps, at = path.first + np.arange(len(path)), path.at
    values = np.stack([line.values for line in lines])
    coming = _polylines(frame, steps[at:], values[:, at:])
    passed = _polylines(frame, steps[: at + 1], values[:, : at + 1])
    for line, ahead, behind in reversed(list(zip(lines, coming, passed, strict=True))):
        if ahead is not None:
            painter.setPen(frame.style.pen(line.color, line.width * 0.75, AHEAD))
            draw_line_through(painter, *ahead)
        if behind is not None:
            painter.setPen(frame.style.pen(line.color, line.width))
            draw_line_through(painter, *behind)


def _polylines(frame: Frame, steps: np.ndarray, values: np.ndarray) -> list[_Points | None]:
    """Return the lines of `values`, shape (n, m), over `steps`, (m,); None where there is none.

    What is not finite is left out.
    """
    if len(steps) > _POINTS or not np.isfinite(values).all():
        return [_polyline(frame, steps, row) for row in values]
    if len(steps) < 2:
        return [None] * len(values)
    x, y = frame.x(steps.astype(float)), _heights(frame, values)
    tolerance = UNSEEN / frame.resolution
    bends = np.abs(np.diff(y, 2)).max(axis=1, initial=0.0).tolist()
    return [_straight(x, row, bend, tolerance) for row, bend in zip(y, bends, strict=True)]


def draw_line(painter: QPainter, frame: Frame, steps: np.ndarray, values: np.ndarray) -> None:
    """Draw a line of `values` over `steps`, shape (n,); what is not finite is left out."""
    line = _polyline(frame, steps, values)
    if line is not None:
        draw_line_through(painter, *line)


def _polyline(frame: Frame, steps: np.ndarray, values: np.ndarray) -> _Points | None:
    finite = np.isfinite(values)
    if not finite.all():
        steps, values = steps[finite], values[finite]
    count = len(values)
    if count < 2:
        return None
    steps, values = thinned(steps, values, _POINTS)
    x, y = frame.x(steps.astype(float)), _heights(frame, values)
    if len(x) == count:
        bend = float(np.abs(np.diff(y, 2)).max(initial=0.0))
        x, y = _straight(x, y, bend, UNSEEN / frame.resolution)
    return x, y


def _heights(frame: Frame, values: np.ndarray) -> np.ndarray:
    r = frame.ranges  # beyond them, lines need not go far
    high = r.top - r.bottom
    return np.asarray(frame.y(np.clip(values, r.bottom - high, r.top + 10.0 * high)))


def thinned(steps: np.ndarray, values: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Return at most about `most` points of a line, shape (n,), with its lows and its highs."""
    count = len(values)
    if count <= most:
        return steps, values
    bins = most // 2
    size = math.ceil(count / bins)
    filled = math.ceil(count / size) * size
    padded = np.concatenate((values, np.full(filled - count, values[-1]))).reshape(-1, size)
    start = np.arange(0, filled, size)
    chosen = np.concatenate((start + padded.argmin(axis=1), start + padded.argmax(axis=1), [0]))
    chosen = np.sort(np.minimum(chosen, count - 1))
    return steps[chosen], values[chosen]


def _straight(x: np.ndarray, y: np.ndarray, bend: float, tolerance: float) -> _Points:
    """Return every n-th point, equally far apart in `x`, and the last; all have the shape (m,).

    n is as large as can be such that no point is farther than `tolerance` from the line, if the
    second differences of `y` are no larger than `bend`.
    """
    count = len(x)
    if count < 4:
        return x, y
    every = int(min(math.sqrt(8.0 * tolerance / bend), count)) if bend > 0.0 else count
    if every < 2:
        return x, y
    kept = [*range(0, count - 1, every), count - 1]
    return x[kept], y[kept]


def paint_names(painter: QPainter, frame: Frame, path: Path, lines: list[Line]) -> None:
    """Write the names of the lines at their right ends, none over another."""
    style, rect = frame.style, frame.rect
    named: list[tuple[float, Line]] = []
    for line in lines:
        last = min(len(line.values) - 1, max(math.floor(frame.ranges.right) - path.first, 0))
        value = float(line.values[last])
        if math.isfinite(value) and frame.ranges.bottom <= value <= frame.ranges.top * 1.001:
            named.append((frame.y(value), line))
    named.sort(key=lambda one: one[0])
    gap, rise = style.px(_GAP), style.ruler(0.92, bold=True).rise
    places = spread([y for y, _ in named], gap, rect.top(), rect.bottom() - style.px(3))
    painter.setFont(style.font(0.92, bold=True))
    end = frame.x(float(path.first + len(path) - 1))
    left = within(end, rect.left(), rect.right()) + style.px(4 if len(path) > 1 else 9)
    for (_, line), y in zip(named, places, strict=True):
        painter.setPen(style.color(line.color))
        # At a point, because in a box Qt would measure it again, which is half of the cost.
        painter.drawText(QPointF(left, y + rise), line.name)
