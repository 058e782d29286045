"""The loss over the plane of two logits: heat map, contours, arrows downhill, and the scale."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from xentgui.language.text import QT_TRANSLATE_NOOP, loss_unit, translate
from xentgui.language.units import UNITS
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.landscape import Grid, grid_of, section_of
from xentgui.model.sections.section import Section
from xentgui.model.view import View
from xentgui.painting.contour_labels import LineLabel, label_lines
from xentgui.painting.contours import contour_levels, contour_lines, level_texts
from xentgui.painting.frame import Frame
from xentgui.painting.heat import draw_heat, draw_scale, heat_image, shades_of
from xentgui.painting.labels import SMALL, draw_x_axis, draw_y_axis
from xentgui.painting.qt_arrays import polygon
from xentgui.painting.style import Style
from xentgui.painting.ticks import tick_text
from xentgui.panels.landscape_choices import ARROWS, CONTOURS, HEAT, axes_of, shown_in

_NODES = 97
"""Contours are found on so many points in a row and in a column; the ends are among them."""

_LEVEL = 34.0  # design pixels of height for each contour, about
_FEWEST, _MOST = 4, 9  # contours
_LINE_HEIGHT = 14.0  # design pixels of a number on a line
_ARROW = 46.0  # design pixels between arrows, about
_LONGEST = 0.62  # of that distance
_SHORTEST = 3.0  # design pixels; a shorter arrow has no direction that could be seen
_SCALE_GAP = 12.0  # design pixels between plot and scale
_FLAT = 1e-9
_NOTHING = 0.01  # of the range of the loss; nearer to 0, its end is called 0
_CENTER = Qt.AlignmentFlag.AlignCenter

_NO_SLOPE = QT_TRANSLATE_NOOP(
    "panels",
    "At T = 0 the loss is a step, and has no slope. Choose a temperature above 0.",
)
_ALL_EQUAL = QT_TRANSLATE_NOOP(
    "panels", "At T = ∞ the logits do not matter: the landscape is flat."
)
_INFINITE = QT_TRANSLATE_NOOP("panels", "The loss is infinite for all values of these two logits.")
_SMOOTH_IT = QT_TRANSLATE_NOOP(
    "panels",
    "The reverse KL divergence is infinite where a class has no target. Smooth the target.",
)
_ONE_CLASS = QT_TRANSLATE_NOOP("panels", "A landscape needs two classes.")


def reason_for_none(snapshot: Snapshot) -> str:
    """Return why there is no landscape, translated; "" if nothing is known to be in its way."""
    temperature = snapshot.state.temperature
    if len(snapshot.logits) < 2:
        return translate("panels", _ONE_CLASS)
    if temperature == 0.0:
        return translate("panels", _NO_SLOPE)
    return translate("panels", _ALL_EQUAL) if temperature == math.inf else ""


def reason_in(frame: Frame, snapshot: Snapshot, view: View) -> str:
    """Return why there is nothing to see in the ranges of `frame`; "" if there is something."""
    found = reason_for_none(snapshot)
    if found or not math.isnan(_grid_in(frame, snapshot, view).low):
        return found
    is_reverse = snapshot.state.loss == "kl_reverse"
    return translate("panels", _SMOOTH_IT if is_reverse else _INFINITE)


class _Surface(NamedTuple):
    """A landscape in a frame; `unit` is the size of one unit of the numbers that are shown."""

    section: Section
    grid: Grid
    unit: float
    levels: list[float]
    texts: list[str]


def draw_surface(painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
    """Draw the axes, and what of the landscape is to be shown, if there is something to see."""
    draw_y_axis(painter, frame)
    draw_x_axis(painter, frame)
    if reason_in(frame, snapshot, view):
        return
    surface = _surface(frame, snapshot, view)
    shown, grid = shown_in(view), surface.grid
    painter.save()
    painter.setClipRect(frame.rect)
    if HEAT in shown:
        image = heat_image(grid.values, grid.low, _high(grid), shades_of(frame.style.theme))
        draw_heat(painter, frame.rect, image)
    arrows = _arrows(frame, surface.section) if ARROWS in shown else []
    if CONTOURS in shown:
        _draw_contours(painter, frame, surface, _points_of(arrows), on_heat=HEAT in shown)
    for arrow in arrows:
        _draw_arrow(painter, frame.style, arrow)
    painter.restore()
    if HEAT in shown:
        _draw_scale(painter, frame, snapshot, view, surface)


def _grid_in(frame: Frame, snapshot: Snapshot, view: View) -> Grid:
    return grid_of(section_of(snapshot, *axes_of(snapshot, view)), *frame.ranges)


def _surface(frame: Frame, snapshot: Snapshot, view: View) -> _Surface:
    """Return the landscape in the ranges of `frame`, where it has a finite value."""
    loss = chosen_loss(snapshot.state)
    section = section_of(snapshot, *axes_of(snapshot, view))
    grid = _grid_in(frame, snapshot, view)
    unit = UNITS[view.unit].nats if loss.unit is not None else 1.0
    most = int(frame.rect.height() / frame.style.px(_LEVEL))
    levels = []
    if _high(grid) > grid.low:
        levels = contour_levels(grid.low / unit, grid.high / unit, min(max(most, _FEWEST), _MOST))
    return _Surface(section, grid, unit, levels, level_texts(levels))


def _high(grid: Grid) -> float:
    """Return the end of the colours; where the loss is flat but for rounding, its beginning."""
    size = max(abs(grid.low), abs(grid.high), 1e-300)
    return grid.high if grid.high - grid.low > _FLAT * size else grid.low


def _draw_contours(
    painter: QPainter, frame: Frame, surface: _Surface, taken: np.ndarray, *, on_heat: bool
) -> None:
    style, theme, r = frame.style, frame.style.theme, frame.ranges
    if not surface.levels:
        return
    x, y = np.linspace(r.left, r.right, _NODES), np.linspace(r.bottom, r.top, _NODES)
    values = surface.section.values(x, y)
    levels = [level * surface.unit for level in surface.levels]
    lines = contour_lines(frame.x(x), frame.y(y), values, levels)
    metrics, rect = style.metrics(SMALL), frame.rect
    widths = [metrics.horizontalAdvance(text) + style.px(6) for text in surface.texts]
    room = rect.left(), rect.top(), rect.right(), rect.bottom()
    labelled = label_lines(lines, surface.texts, widths, style.px(_LINE_HEIGHT), room, taken)
    color = style.color(theme.ink, 0.6) if on_heat else style.color(theme.mute)
    painter.setPen(QPen(color, style.px(1.0)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in labelled.lines:
        painter.drawPolyline(polygon(line))
    painter.setFont(style.font(SMALL))
    painter.setPen(style.color(theme.ink))
    for label in labelled.labels:
        _draw_turned(painter, style.px(_LINE_HEIGHT), label)


def _draw_turned(painter: QPainter, height: float, label: LineLabel) -> None:
    painter.save()
    painter.translate(label.x, label.y)
    painter.rotate(label.angle)
    painter.drawText(QRectF(-10 * height, -height / 2, 20 * height, height), _CENTER, label.text)
    painter.restore()


class _Arrow(NamedTuple):
    """An arrow in pixels: its middle, the direction in which it points, of length 1, and its length."""

    middle: QPointF
    toward: QPointF
    length: float

    @property
    def tip(self) -> QPointF:
        return self.middle + self.toward * (self.length / 2)

    @property
    def tail(self) -> QPointF:
        return self.middle - self.toward * (self.length / 2)


def _arrows(frame: Frame, section: Section) -> list[_Arrow]:
    """Return the negative gradient in the plane; the longest arrow is as long as there is room."""
    style, rect, r = frame.style, frame.rect, frame.ranges
    across, up = (max(round(one / style.px(_ARROW)), 3) for one in (rect.width(), rect.height()))
    x = np.linspace(r.left, r.right, 2 * across + 1)[1::2]
    y = np.linspace(r.bottom, r.top, 2 * up + 1)[1::2]
    slopes = section.slopes(x, y)
    with np.errstate(all="ignore"):
        # Up is where pixels count down, so that the sign of the second one turns twice.
        right, down = -slopes[0] * frame.slot, slopes[1] * frame.lift
        lengths = np.hypot(right, down)
    lengths[~np.isfinite(lengths)] = 0.0
    longest = float(lengths.max())
    if not longest > 0.0:
        return []
    right, down, lengths = right / longest, down / longest, lengths / longest
    room = _LONGEST * min(rect.width() / across, rect.height() / up)
    found = []
    for row, column in np.argwhere(lengths * room >= style.px(_SHORTEST)).tolist():
        length = float(lengths[row, column])
        toward = QPointF(float(right[row, column]), float(down[row, column])) / length
        middle = QPointF(frame.x(float(x[column])), frame.y(float(y[row])))
        found.append(_Arrow(middle, toward, length * room))
    return found


def _draw_arrow(painter: QPainter, style: Style, arrow: _Arrow) -> None:
    toward, tip = arrow.toward, arrow.tip
    beside, head = QPointF(-toward.y(), toward.x()), min(style.px(5.5), 0.7 * arrow.length)
    neck = tip - toward * head
    painter.setPen(style.pen(style.theme.ink, 1.1))
    painter.drawLine(QLineF(arrow.tail, neck))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(style.theme.ink))
    painter.drawPolygon([tip, neck + beside * (0.4 * head), neck - beside * (0.4 * head)])


def _points_of(arrows: list[_Arrow]) -> np.ndarray:
    """Return points along `arrows`, shape (n, 2), for numbers to avoid."""
    ends = [(*one.tail.toTuple(), *one.tip.toTuple()) for one in arrows]
    tails, tips = np.array(ends, dtype=np.float64).reshape(-1, 2, 2).transpose(1, 0, 2)
    steps = np.linspace(0.0, 1.0, 7).reshape(-1, 1, 1)
    found: np.ndarray = (tails + (tips - tails) * steps).reshape(-1, 2)
    return found


def _draw_scale(
    painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, surface: _Surface
) -> None:
    low, high = surface.grid.low / surface.unit, _high(surface.grid) / surface.unit
    places = dict(zip(surface.levels, surface.texts, strict=True))
    if not places:
        places = {low: tick_text(low, max(abs(low), 1.0) / 1000)}
    elif abs(low) <= _NOTHING * (high - low):
        places[low] = "0"
    left = frame.rect.right() + frame.style.px(_SCALE_GAP)
    loss = chosen_loss(snapshot.state)
    draw_scale(painter, frame, left, places, (low, high), loss_unit(loss, view.unit) or "L")
