"""The lines of the trace: the loss, the probabilities, and their names."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.numbers import lowered
from xentgui.language.text import loss_in_unit
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.path import Path
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.marks import draw_dot
from xentgui.painting.qt_arrays import polygon
from xentgui.panels.axis_limits import within
from xentgui.panels.beside_curves import spread
from xentgui.panels.trace_axis import distances_of, scaled, shows_distance

AHEAD = (4.0, 2.6)
"""The dashes of what is to come."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ALL = 6
_LARGEST = 5
"""Of more than `_ALL` classes, those are drawn that have the largest p or y at any step shown."""
_POINTS = 1500  # of a line; more are closer than pixels
_GAP = 12.0  # design pixels between the middles of two names


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


def paint_line(painter: QPainter, frame: Frame, path: Path, line: Line) -> None:
    """Paint what is passed and what is to come; a dot where there is neither."""
    if len(line.values) == 1 and math.isfinite(line.values[0]):
        place = QPointF(frame.x(float(path.first)), frame.y(float(line.values[0])))
        draw_dot(painter, frame.style, place, line.color)
        return
    steps, at = path.first + np.arange(len(line.values)), path.at
    painter.setPen(frame.style.pen(line.color, line.width * 0.75, AHEAD))
    draw_line(painter, frame, steps[at:], line.values[at:])
    painter.setPen(frame.style.pen(line.color, line.width))
    draw_line(painter, frame, steps[: at + 1], line.values[: at + 1])


def draw_line(painter: QPainter, frame: Frame, steps: np.ndarray, values: np.ndarray) -> None:
    """Draw a line of `values` over `steps`, shape (n,); what is not finite is left out."""
    finite = np.isfinite(values)
    if not finite.all():
        steps, values = steps[finite], values[finite]
    count = len(values)
    if count < 2:
        return
    steps, values = thinned(steps, values, _POINTS)
    r = frame.ranges  # beyond them, lines need not go far
    high = r.top - r.bottom
    heights = frame.y(np.clip(values, r.bottom - high, r.top + 10.0 * high))
    points = np.stack([frame.x(steps.astype(float)), heights], axis=1)
    if len(points) == count:
        points = straightened(points, 0.1 / frame.resolution)
    painter.drawPolyline(polygon(points))


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


def straightened(points: np.ndarray, tolerance: float) -> np.ndarray:
    """Return every n-th of `points`, shape (m, 2), equally far apart in x, and the last.

    n is as large as can be such that no point is farther than `tolerance` from the line.
    """
    count = len(points)
    if count < 4:
        return points
    bend = float(np.abs(np.diff(points[:, 1], 2)).max())
    every = int(min(math.sqrt(8.0 * tolerance / bend), count)) if bend > 0.0 else count
    return points if every < 2 else np.concatenate((points[:-1:every], points[-1:]))


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
    gap, height = style.px(_GAP), style.px(16)
    places = spread([y for y, _ in named], gap, rect.top(), rect.bottom() - style.px(3))
    painter.setFont(style.font(0.92, bold=True))
    end = frame.x(float(path.first + len(path) - 1))
    left = within(end, rect.left(), rect.right()) + style.px(4 if len(path) > 1 else 9)
    for (_, line), y in zip(named, places, strict=True):
        painter.setPen(style.color(line.color))
        painter.drawText(QRectF(left, y - height / 2, style.px(70), height), _LEFT, line.name)
