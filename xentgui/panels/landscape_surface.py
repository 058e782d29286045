"""The loss over the plane of two logits: heat map, contours, arrows downhill, and the scale."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
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
from xentgui.painting.labels import SMALL
from xentgui.painting.qt_arrays import draw_polygons, polygon
from xentgui.painting.style import Style
from xentgui.painting.ticks import tick_text
from xentgui.panels.landscape_choices import ARROWS, CONTOURS, HEAT, axes_of, shown_in

_APART, _FEWEST_NODES, _MOST_NODES = 6.0, 33, 97
"""Contours are found on points that are about so many pixels apart, in a row and in a column."""

_LEVEL = 34.0  # design pixels of height for each contour, about
_FEWEST, _MOST = 4, 9  # contours
_LINE_HEIGHT = 14.0  # design pixels of a number on a line
_ARROW = 46.0  # design pixels between arrows, about
_LONGEST = 0.62  # of that distance
_SHORTEST = 3.0  # design pixels; a shorter arrow has no direction that could be seen
_HEAD, _STEM = 5.5, 1.1  # design pixels: the length of a head, the width of a stem
_SCALE_GAP = 12.0  # design pixels between plot and scale
_FLAT = 1e-9
_SHADES = 512.0  # the shades of colour, twice
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


def unseen_in(frame: Frame, snapshot: Snapshot, view: View) -> float:
    """Return by how much logits that are no axis can change before the picture does."""
    grid, state = _grid_in(frame, snapshot, view), snapshot.state
    # The slope of the loss by a logit is about s/T at most.
    return (grid.high - grid.low) / _SHADES * state.temperature / max(snapshot.target_sum, 1.0)


class _Surface(NamedTuple):
    """A landscape in a frame; `unit` is the size of one unit of the numbers that are shown."""

    section: Section
    grid: Grid
    unit: float
    levels: list[float]
    texts: list[str]


def draw_surface(painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
    """Draw what of the landscape is to be shown, if there is something to see."""
    if reason_in(frame, snapshot, view):
        return
    surface = _surface(frame, snapshot, view)
    shown, grid = shown_in(view), surface.grid
    painter.save()
    painter.setClipRect(frame.rect)
    if HEAT in shown:
        image = heat_image(grid.values, grid.low, _high(grid), shades_of(frame.style.theme))
        draw_heat(painter, frame.rect, image)
    arrows = _arrows(frame, surface.section) if ARROWS in shown else np.empty((0, 2, 2))
    if CONTOURS in shown:
        _draw_contours(painter, frame, surface, _points_of(arrows), on_heat=HEAT in shown)
    _draw_arrows(painter, frame.style, arrows)
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
    longest = max(frame.rect.width(), frame.rect.height()) * frame.resolution
    nodes = min(max(round(longest / _APART), _FEWEST_NODES), _MOST_NODES)
    x, y = np.linspace(r.left, r.right, nodes), np.linspace(r.bottom, r.top, nodes)
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


def _arrows(frame: Frame, section: Section) -> np.ndarray:
    """Return tails and tips of the negative gradient in the plane, in pixels, shape (n, 2, 2).

    The longest arrow is as long as there is room, and those too short to be seen are left out.
    """
    style, rect, r = frame.style, frame.rect, frame.ranges
    across, up = (max(round(one / style.px(_ARROW)), 3) for one in (rect.width(), rect.height()))
    x = np.linspace(r.left, r.right, 2 * across + 1)[1::2]
    y = np.linspace(r.bottom, r.top, 2 * up + 1)[1::2]
    with np.errstate(all="ignore"):
        right, upward = -section.slopes(x, y) * np.array([[[frame.slot]], [[frame.lift]]])
    moves = np.stack([right, -upward], axis=-1).reshape(-1, 2)  # pixels count down
    moves[~np.isfinite(moves).all(axis=1)] = 0.0
    size = float(np.abs(moves).max())
    if not size > 0.0:
        return np.empty((0, 2, 2))
    moves /= size  # so that no square is too large or too small for a float
    lengths = np.hypot(*moves.T)
    room = _LONGEST * min(rect.width() / across, rect.height() / up)
    moves *= room / lengths.max()
    middles = np.stack(np.meshgrid(frame.x(x), frame.y(y)), axis=-1).reshape(-1, 2)
    seen = np.hypot(*moves.T) >= style.px(_SHORTEST)
    halves = moves[seen] / 2
    return np.stack([middles[seen] - halves, middles[seen] + halves], axis=1)


def _draw_arrows(painter: QPainter, style: Style, arrows: np.ndarray) -> None:
    """Draw `arrows`, shape (n, 2, 2), each as one filled shape."""
    tails, tips = arrows[:, 0], arrows[:, 1]
    lengths = np.hypot(*(tips - tails).T).reshape(-1, 1)
    toward = (tips - tails) / lengths
    beside = toward[:, ::-1] * (-1.0, 1.0)
    heads = np.minimum(style.px(_HEAD), 0.7 * lengths)
    necks, wide, thin = tips - toward * heads, beside * heads * 0.4, beside * style.px(_STEM / 2)
    outlines = [tails - thin, necks - thin, necks - wide, tips, necks + wide, necks + thin]
    shapes = np.stack([*outlines, tails + thin], axis=1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(style.theme.ink))
    draw_polygons(painter, shapes)


def _points_of(arrows: np.ndarray) -> np.ndarray:
    """Return points along `arrows`, shape (n, 2), for numbers to avoid."""
    steps = np.linspace(0.0, 1.0, 7).reshape(-1, 1, 1)
    found: np.ndarray = arrows[:, 0] + (arrows[:, 1] - arrows[:, 0]) * steps
    return found.reshape(-1, 2)


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
