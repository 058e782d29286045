"""Single marks: handles, dots, arrows, and signs for what lies beyond an axis."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from xentgui.painting.style import Style


def draw_handle(
    painter: QPainter, style: Style, at: QPointF, color: str, *, active: bool = False
) -> None:
    """Draw the ring that says: take hold of me."""
    radius = style.px(7.5 if active else 5.5)
    painter.setPen(style.pen(color, 2.0))
    painter.setBrush(style.color(style.theme.card))
    painter.drawEllipse(at, radius, radius)


def draw_dot(
    painter: QPainter, style: Style, at: QPointF, color: str, *, active: bool = False
) -> None:
    """Draw a filled dot with a rim of the card's colour, to part it from its neighbours."""
    radius = style.px(7.5 if active else 6.0)
    painter.setPen(style.pen(style.theme.card, 1.5))
    painter.setBrush(style.color(color))
    painter.drawEllipse(at, radius, radius)


def draw_arrow(
    painter: QPainter,
    tail: QPointF,
    head: QPointF,
    width: float,
    color: QColor,
    *,
    hollow: bool = False,
) -> None:
    """Draw a vertical arrow; its head shrinks with a short arrow so that it never overshoots."""
    length = abs(head.y() - tail.y())
    up = -1.0 if head.y() < tail.y() else 1.0
    tip = min(width * 1.9, length)
    half = width * 1.6 * (tip / (width * 1.9)) if width else 0.0
    half = max(half, min(width * 0.9, width * 1.6))
    neck = head.y() - up * tip
    shaft = QRectF(
        QPointF(head.x() - width / 2, min(tail.y(), neck)),
        QPointF(head.x() + width / 2, max(tail.y(), neck)),
    )
    triangle = QPolygonF([QPointF(head.x() - half, neck), QPointF(head.x() + half, neck), head])
    if hollow:
        painter.setPen(QPen(color, max(width / 5, 1.0)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
    if length > tip:
        painter.drawRect(shaft)
    painter.drawPolygon(triangle)


def arrow_shapes(x: np.ndarray, tail: float, heads: np.ndarray, width: float) -> np.ndarray:
    """Return the outlines of vertical arrows from `tail` to `heads`, shape (n, 7, 2).

    They are those that `draw_arrow` draws.
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
    """Draw a chevron at the edge `at`: the value lies beyond it."""
    size, way = style.px(5.0), -1.0 if up else 1.0
    painter.setPen(style.pen(color, 2.0))
    for shift in (0.0, 0.9):
        tip = QPointF(at.x(), at.y() + way * size * shift)
        painter.drawLine(QLineF(tip.x() - size, tip.y() - way * size, tip.x(), tip.y()))
        painter.drawLine(QLineF(tip.x(), tip.y(), tip.x() + size, tip.y() - way * size))
