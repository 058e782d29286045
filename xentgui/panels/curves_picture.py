"""The curves of the panel Curves on its axes: their points, their lines, and their names."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import number
from xentgui.model import Snapshot
from xentgui.model.curves import Drawn
from xentgui.model.view import View
from xentgui.painting.fitting_text import fitting_text
from xentgui.painting.frame import Frame
from xentgui.painting.qt_arrays import polygon
from xentgui.panels.axis_limits import within
from xentgui.panels.beside_curves import spread
from xentgui.panels.curves_axes import curves_between, drawn_in, in_shown_unit, quantity_in
from xentgui.panels.curves_words import drawn_symbol
from xentgui.panels.quantity_mark import place_on_axis, subscript

_NUMBER_SIZE = 0.85  # em
_ASIDE, _AHEAD = 9.0, 30.0  # design pixels: from a curve to its number, and to the middle of that
_GAP = 12.0  # design pixels between the middles of two names
_DASHES = (4.0, 2.6)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter


class Line(NamedTuple):
    """A curve on its axes.

    Attributes
    ----------
    places, values
        Its points, in the units of the axes, shape (n,); the present value of the quantity is among
        them, with the exact number that everything else shows.
    now
        That number.
    of_class
        Its class, or None if it is the loss or the entropy.
    targets
        The target of the class where `places` are, without the present one; None if it stays.
    """

    places: np.ndarray
    values: np.ndarray
    now: float
    color: str
    name: str
    width: float
    of_class: int | None = None
    targets: tuple[np.ndarray, np.ndarray] | None = None


def lines_of(frame: Frame, snapshot: Snapshot, view: View) -> list[Line]:
    """Return the curves between the ends of the axis, in the order of the classes."""
    quantity, drawn, r = quantity_in(snapshot, view), drawn_in(view), frame.ranges
    curves = curves_between(snapshot, quantity, drawn, r.left, r.right)
    places = np.log10(curves.at) if quantity.by_ratio else curves.at
    values = in_shown_unit(curves.values, drawn, snapshot, view)
    here = place_on_axis(quantity, quantity.of(snapshot.state))
    style, lit = frame.style, view.highlighted_class
    if drawn is not Drawn.PROBABILITIES:
        exact = snapshot.loss if drawn is Drawn.LOSS else snapshot.entropy
        now = float(in_shown_unit(np.array([exact]), drawn, snapshot, view)[0])
        points = _with_now(places, values[:, 0], here, now)
        return [Line(*points, now, style.theme.ink, drawn_symbol(drawn, snapshot), 2.2)]
    found = []
    for column, index in enumerate(curves.classes):
        own = style if lit in (None, index) else style.faint
        color = own.theme.class_color(snapshot.state.color_of(index))
        now = float(snapshot.probabilities[index])
        points = _with_now(places, values[:, column], here, now)
        targets = None if curves.targets is None else (places, curves.targets[:, column])
        name = f"{drawn_symbol(drawn, snapshot)}{subscript(index)}"
        width = 2.6 if index == lit else 1.8
        found.append(Line(*points, now, color, name, width, index, targets))
    return found


def _with_now(
    places: np.ndarray, values: np.ndarray, here: float, now: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the points of a curve with the one that is exact, if it is between the others."""
    if not places[0] <= here <= places[-1]:
        return places, values
    at = int(np.searchsorted(places, here))
    return np.insert(places, at, here), np.insert(values, at, now)


def draw_lines(painter: QPainter, frame: Frame, lines: Sequence[Line]) -> None:
    """Draw the curves, the first ones on top; dashed the targets, where they move."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in reversed(lines):
        if line.targets is not None:
            painter.setPen(frame.style.pen(line.color, 1.2, _DASHES))
            _draw(painter, frame, *line.targets)
        painter.setPen(frame.style.pen(line.color, line.width))
        _draw(painter, frame, line.places, line.values)


def _draw(painter: QPainter, frame: Frame, places: np.ndarray, values: np.ndarray) -> None:
    """Draw a curve as far as it is finite and on the axes; not every device could clip it."""
    r = frame.ranges
    for part in _finite_parts(values):
        for x, y in cut(places[part], values[part], r.bottom, r.top):
            painter.drawPolyline(polygon(np.stack([frame.x(x), frame.y(y)], axis=1)))


def _finite_parts(values: np.ndarray) -> list[np.ndarray]:
    """Return the indices of neighbours that are finite, two or more."""
    ends = np.flatnonzero(np.diff(np.isfinite(values).astype(np.int8))) + 1
    parts = np.split(np.arange(len(values)), ends)
    return [part for part in parts if len(part) > 1 and math.isfinite(values[part[0]])]


def cut(
    x: np.ndarray, y: np.ndarray, low: float, high: float
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return the pieces of a line through points (x, y), shape (n,), that lie within `low` … `high`."""
    if low <= y.min() and y.max() <= high:
        return [(x, y)]
    at, rise = np.arange(len(y), dtype=np.float64), np.diff(y)
    crossings = [at]
    with np.errstate(all="ignore"):
        for edge in (low, high):
            share = (edge - y[:-1]) / rise
            crosses = (share > 0.0) & (share < 1.0)
            crossings.append(at[:-1][crosses] + share[crosses])
    every = np.unique(np.concatenate(crossings))
    across, up = np.interp(every, at, x), np.interp(every, at, y)
    slack = 1e-9 * (high - low)  # a crossing is on an edge, apart from rounding
    inside = (up >= low - slack) & (up <= high + slack)
    ends = np.flatnonzero(np.diff(inside.astype(np.int8))) + 1
    pieces = (part for part in np.split(np.arange(len(up)), ends) if inside[part[0]])
    up = np.clip(up, low, high)
    return [(across[part], up[part]) for part in pieces if len(part) > 1]


def draw_names(painter: QPainter, frame: Frame, lines: Sequence[Line]) -> None:
    """Write the names of the curves at their right ends, none over another."""
    style, rect, r = frame.style, frame.rect, frame.ranges
    named = [
        (frame.y(float(line.values[-1])), line)
        for line in lines
        if r.bottom <= line.values[-1] <= r.top * 1.001
    ]
    named.sort(key=lambda one: one[0])
    gap, height = style.px(_GAP), style.px(16)
    places = spread([y for y, _ in named], gap, rect.top(), rect.bottom() - style.px(3))
    painter.setFont(style.font(0.92, bold=True))
    left = rect.right() + style.px(4)
    for (_, line), y in zip(named, places, strict=True):
        painter.setPen(style.color(line.color))
        box = QRectF(left, y - height / 2, frame.outer.right() - left, height)
        painter.drawText(box, _LEFT, line.name)


def draw_numbers(
    painter: QPainter, frame: Frame, lines: Sequence[Line], x: float, first: int
) -> None:
    """Write beside the line at `x`, in pixels, what each class has there, where there is room.

    Class `first` comes first, and then the larger ones.  A number stands on the side of its curve
    from which that goes away, because a line through 0.242 would look like a minus sign.
    """
    style, rect, r, taken = frame.style, frame.rect, frame.ranges, list[float]()
    ruler, height, off = style.ruler(_NUMBER_SIZE, bold=True), style.px(14), style.px(10)
    of_classes = (line for line in lines if line.of_class is not None)
    painter.setFont(style.font(_NUMBER_SIZE, bold=True))
    for line in sorted(of_classes, key=lambda one: (one.of_class != first, -one.now)):
        rises = _ahead(frame, line, x) > line.now
        y = frame.y(within(line.now, r.bottom, r.top)) + style.px(_ASIDE if rises else -_ASIDE)
        y = within(y, rect.top() + height / 2, rect.bottom() - height / 2)
        if any(abs(y - other) < height for other in taken):
            continue
        taken.append(y)
        text = number(line.now, 3)
        wide = ruler.width(text) + style.px(4)
        left = x + off if x + off + wide <= rect.right() else x - off - wide
        box = QRectF(left, y - height / 2, wide, height)
        if style.veiled:
            painter.fillRect(box, style.color(style.theme.card, 0.75))
        painter.setPen(style.color(line.color))
        painter.drawText(box, _CENTER, text)


def _ahead(frame: Frame, line: Line, x: float) -> float:
    """Return the value of a curve behind the number that stands to the right of `x`, in pixels."""
    place = frame.x_value(x + frame.style.px(_AHEAD))
    return float(np.interp(place, line.places, line.values))


def draw_sentence(painter: QPainter, frame: Frame, words: str) -> None:
    """Write a sentence at the upper edge of the plot, on the right."""
    if not words:
        return
    style, rect = frame.style, frame.rect
    text, size = fitting_text(style, words, rect.width() - style.px(8), 0.85)
    width = style.metrics(size).horizontalAdvance(text) + style.px(8)
    box = QRectF(rect.right() - width, rect.top() + style.px(9), width, style.px(18))
    if style.veiled:
        painter.fillRect(box, style.color(style.theme.card, 0.9))
    painter.setFont(style.font(size))
    painter.setPen(style.color(style.theme.mute))
    painter.drawText(box, _CENTER, text)
