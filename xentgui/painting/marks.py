"""Marks: handles, dots, arrows, and signs for what lies beyond an axis.

On a screen, many equal ones are copies of small pictures: dots on whole pixels, and other marks
placed to a quarter of a pixel.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.model import State
from xentgui.painting.bars import is_raster
from xentgui.painting.frame import Frame, device_resolution
from xentgui.painting.qt_arrays import PixmapSheet, blank_sheet, polygon
from xentgui.painting.style import Style

Mark = Callable[[QPainter, Style, QPointF, str], None]
"""Draws one mark at a point, in the colour of a class."""

RADIUS = 8.0
"""No mark reaches further from its point, in design pixels."""

_FEW = 6  # so few are drawn as fast as they are copied
_PARTS = 4  # of a pixel: so fine that nobody sees the steps when a mark is dragged

HANDLE = 7.5
"""The radius of the handle of a highlighted mark, in design pixels."""

SMALL_DOT = 4.5
"""The radius of a dot in a figure that is laid out by its content, in design pixels."""

# The corners of each shape, how far it is turned, in degrees, and its radius: about as large as the disc.
_SHAPES = (
    (0, 0.0, 1.0),  # a disc
    (4, 45.0, 1.2),
    (3, 0.0, 1.45),
    (4, 0.0, 1.3),
    (3, 180.0, 1.45),
    (5, 0.0, 1.15),
    (3, 90.0, 1.45),
    (6, 0.0, 1.1),
)


def draw_stamped(
    painter: QPainter, style: Style, mark: Mark, points: np.ndarray, numbers: np.ndarray
) -> None:
    """Draw `mark` at each of `points`, shape (n, 2), in the colours `numbers`, shape (n,).

    The last one lies on top.
    """
    classes = style.theme.classes
    colors = numbers % len(classes)
    if len(points) < _FEW or not is_raster(painter):
        for (x, y), color in zip(points.tolist(), colors.tolist(), strict=True):
            mark(painter, style, QPointF(x, y), classes[color])
        return
    transform = painter.deviceTransform()
    resolution, moved = transform.m11(), (transform.dx(), transform.dy())
    sheet = _sheet(style, mark, resolution, set(np.unique(colors).tolist()))
    quarters = np.floor((points * resolution + moved) * _PARTS + 0.5).astype(np.intp)
    part = quarters % _PARTS
    copies, side = sheet.copies(len(points)), sheet.side
    # A mark is in the middle of its picture, moved by its fraction of a pixel.
    copies[:, :2] = ((quarters - part) / _PARTS + (side / 2 - side // 2) - moved) / resolution
    copies[:, 2] = (part[:, 0] + _PARTS * part[:, 1]) * side
    np.multiply(colors, side, out=copies[:, 3])
    sheet.draw(painter, copies)


def _sheet(style: Style, mark: Mark, resolution: float, colors: set[int]) -> PixmapSheet:
    """Return a row of pictures of `mark` for each colour; those of `colors` are drawn.

    Along a row the mark moves by a fraction of a pixel, first in x and then in y.
    """
    sheet, classes = style.sheets.get((mark, resolution)), style.theme.classes
    if sheet is None:
        side = 2 * math.ceil(style.px(RADIUS) * resolution) + 2
        sheet = blank_sheet(side, len(classes), _PARTS**2, resolution)
        style.sheets[mark, resolution] = sheet
    missing, side = sorted(colors - sheet.drawn), sheet.side
    if missing:
        painter = QPainter(sheet.picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(resolution, resolution)
        for row in missing:
            for nth in range(_PARTS**2):
                down, across = divmod(nth, _PARTS)
                x = nth * side + side // 2 + across / _PARTS
                y = row * side + side // 2 + down / _PARTS
                mark(painter, style, QPointF(x, y) / resolution, classes[row])
        painter.end()
        sheet.drawn.update(missing)
    return sheet


def draw_dots(
    painter: QPainter,
    frame: Frame,
    points: np.ndarray,
    colors: Sequence[str],
    width: float,
    which: np.ndarray | None = None,
) -> None:
    """Draw a disc, `width` design pixels across, at each of `points`, shape (n, 2).

    All have the first of `colors`, or each has the colour at its index in `which`, shape (n,).

    On a screen they lie on whole pixels, because nobody sees half a pixel among so many dots.  Qt
    copies a picture eight times as fast as it fills a circle.
    """
    if not len(points):
        return
    if not is_raster(painter):
        for nth, color in enumerate(colors):
            same = polygon(points if which is None else points[which == nth])
            painter.setPen(frame.style.round_pen(color, width))
            painter.drawPoints(same)
        return
    sheet = _dot_sheet(frame.style, device_resolution(painter), tuple(colors), width)
    copies = sheet.copies(len(points))
    copies[:, :2] = points
    if which is not None:
        np.multiply(which, sheet.side, out=copies[:, 2])
    sheet.draw(painter, copies)


def _dot_sheet(
    style: Style, resolution: float, colors: tuple[str, ...], width: float
) -> PixmapSheet:
    """Return a dot of each of `colors` side by side."""
    key = colors, width, resolution
    sheet = style.sheets.get(key)
    if sheet is None:
        size = style.px(width) * resolution
        side = 2 * math.ceil(size / 2) + 1  # odd: the middle of a dot is the middle of a pixel
        sheet = style.sheets[key] = blank_sheet(side, 1, len(colors), resolution)
        painter = QPainter(sheet.picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for nth, color in enumerate(colors):
            painter.setBrush(style.color(color))
            painter.drawEllipse(QPointF((nth + 0.5) * side, side / 2), size / 2, size / 2)
        painter.end()
    return sheet


def draw_handle(
    painter: QPainter, style: Style, at: QPointF, color: str, *, active: bool = False
) -> None:
    """Draw the ring that shows that a mark can be dragged."""
    radius = style.px(HANDLE if active else 5.5)
    painter.setPen(style.pen(color, 2.0))
    painter.setBrush(style.color(style.theme.card))
    painter.drawEllipse(at, radius, radius)


def draw_handles(
    painter: QPainter,
    style: Style,
    points: np.ndarray,
    which: np.ndarray,
    state: State,
    highlight: int | None,
) -> None:
    """Draw a handle at each of `points`, shape (n, 2), for classes `which` of `state`, shape (n,).

    While class `highlight` is highlighted, the others are muted.
    """
    colors = state.colors_of(which)
    if highlight is None:
        draw_stamped(painter, style, draw_handle, points, colors)
        return
    others = which != highlight
    draw_stamped(painter, style.faint, draw_handle, points[others], colors[others])
    for x, y in points[~others].tolist():
        color = style.theme.class_color(state.color_of(highlight))
        draw_handle(painter, style, QPointF(x, y), color, active=True)


def draw_dot(
    painter: QPainter, style: Style, at: QPointF, color: str, *, active: bool = False
) -> None:
    """Draw a filled dot with a rim of the card's colour, which separates it from its neighbours.

    In a figure, each class has a shape of its own, so that it can be told in grey.
    """
    radius = style.px(7.5 if active else SMALL_DOT if style.snug else 6.0)
    painter.setPen(style.pen(style.theme.card, 1.0 if style.snug else 1.5))
    painter.setBrush(style.color(color))
    shape = style.theme.number_of(color) % len(_SHAPES) if style.shapes else 0
    if not shape:
        painter.drawEllipse(at, radius, radius)
        return
    corners, turn, size = _SHAPES[shape]
    angles = [math.radians(turn) + 2.0 * math.pi * nth / corners for nth in range(corners)]
    reach = size * radius
    painter.drawPolygon(
        [QPointF(at.x() + reach * math.sin(a), at.y() - reach * math.cos(a)) for a in angles]
    )


def arrow_shapes(x: np.ndarray, tail: float, heads: np.ndarray, width: float) -> np.ndarray:
    """Return the outlines of vertical arrows from `tail` to `heads`, shape (n, 7, 2).

    The head of a short arrow shrinks, so that it never overshoots.
    """
    tip = np.minimum(np.abs(heads - tail), width * 1.9)
    half = np.maximum(tip * (1.6 / 1.9), width * 0.9)
    shapes = np.empty((len(heads), 7, 2))
    across, up = shapes[:, :, 0], shapes[:, :, 1]
    across[:] = x[:, np.newaxis]
    across[:, :2] -= width / 2
    across[:, 5:] += width / 2
    across[:, 2] -= half
    across[:, 4] += half
    up[:] = (heads + np.copysign(tip, tail - heads))[:, np.newaxis]
    up[:, 0] = up[:, 6] = tail
    up[:, 3] = heads
    return shapes


def draw_beyond(painter: QPainter, style: Style, at: QPointF, color: str, *, up: bool) -> None:
    """Draw a chevron at the edge `at`, which shows that the value lies outside the plot."""
    size, way = style.px(5.0), -1.0 if up else 1.0
    painter.setPen(style.pen(color, 2.0))
    for shift in (0.0, 0.9):
        tip = QPointF(at.x(), at.y() + way * size * shift)
        painter.drawLine(QLineF(tip.x() - size, tip.y() - way * size, tip.x(), tip.y()))
        painter.drawLine(QLineF(tip.x(), tip.y(), tip.x() + size, tip.y() - way * size))


def draw_focus_ring(painter: QPainter, rect: QRectF, style: Style) -> None:
    """Draw the frame of what has the keys as a whole, just inside of `rect`."""
    painter.setPen(style.pen(style.theme.accent, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), style.px(4), style.px(4))
