"""Single marks: handles, dots, arrows, and signs for what lies beyond an axis."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.model import State
from xentgui.painting.sprites import draw_stamped
from xentgui.painting.style import Style

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
