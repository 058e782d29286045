"""Points of classes: a shape and a colour for each, so that colour is not the only sign."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from xentgui.painting.marks import Mark, draw_stamped
from xentgui.painting.style import Style

_RADIUS = 4.6  # design pixels, of a disc; the other shapes have the same area
_RIM = 1.2


def _regular(corners: int, turn: float) -> list[tuple[float, float]]:
    """Return a regular polygon with the area of a disc of radius 1."""
    size = math.sqrt(2 * math.pi / (corners * math.sin(2 * math.pi / corners)))
    angles = [turn + 2 * math.pi * nth / corners for nth in range(corners)]
    return [(size * math.cos(one), size * math.sin(one)) for one in angles]


_STAR = [
    (size * math.cos(angle), size * math.sin(angle))
    for nth in range(10)
    for size, angle in ((1.62 if nth % 2 == 0 else 0.74, -math.pi / 2 + nth * math.pi / 5),)
]
_UP = -math.pi / 2
_OUTLINES: tuple[list[tuple[float, float]], ...] = (
    [],  # a disc
    _regular(4, math.pi / 4),
    _regular(3, _UP),
    _regular(4, 0.0),
    _regular(3, -_UP),
    _STAR,
)


def _draw(
    outline: Sequence[tuple[float, float]],
    size: float,
    painter: QPainter,
    style: Style,
    at: QPointF,
    color: str,
) -> None:
    radius = style.px(_RADIUS * size)
    painter.setPen(style.pen(style.theme.card, _RIM))
    painter.setBrush(style.color(color))
    if not outline:
        painter.drawEllipse(at, radius, radius)
        return
    x, y = at.x(), at.y()
    shape = QPolygonF([QPointF(x + radius * a, y + radius * b) for a, b in outline])
    painter.drawPolygon(shape)


_SHAPES: tuple[Mark, ...] = tuple(partial(_draw, outline, 1.0) for outline in _OUTLINES)
_SMALL: tuple[Mark, ...] = tuple(partial(_draw, outline, 0.62) for outline in _OUTLINES)
_RINGS = 8.0  # design pixels: the radius of a ring


def _ring(painter: QPainter, style: Style, at: QPointF, _color: str) -> None:
    painter.setPen(style.pen(style.theme.ink, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = style.px(_RINGS - 1)
    painter.drawEllipse(at, radius, radius)


def draw_point_shape(painter: QPainter, style: Style, at: QPointF, number: int) -> None:
    """Draw the shape of classes with the colour `number` at one place."""
    _SHAPES[number % len(_SHAPES)](painter, style, at, style.theme.class_color(number))


def draw_point_shapes(
    painter: QPainter, style: Style, places: np.ndarray, numbers: np.ndarray, *, small: bool
) -> None:
    """Draw a shape at each of `places`, shape (n, 2), of the colours `numbers`, shape (n,)."""
    shapes = _SMALL if small else _SHAPES
    for nth, shape in enumerate(shapes):
        own = np.flatnonzero(numbers % len(shapes) == nth)
        if own.size:
            draw_stamped(painter, style, shape, places[own], numbers[own])


def draw_rings(painter: QPainter, style: Style, places: np.ndarray) -> None:
    """Draw a ring of ink around each of `places`, shape (n, 2)."""
    draw_stamped(painter, style, _ring, places, np.zeros(len(places), dtype=np.intp))
