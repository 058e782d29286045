"""Many arrows at once are the same arrows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from xentgui.painting.marks import arrow_shapes
from xentgui.painting.qt_arrays import polygon

_TAIL = 50.0


def _picture() -> QImage:
    image = QImage(120, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def _pixels(image: QImage) -> np.ndarray:
    return np.frombuffer(image.constBits(), np.uint8).reshape(100, 120, 4).astype(int)


def _draw_arrow(painter: QPainter, x: float, head: float, width: float) -> None:
    """Draw an arrow as a rectangle and a triangle."""
    length, up = abs(head - _TAIL), -1.0 if head < _TAIL else 1.0
    tip = min(width * 1.9, length)
    half = max(width * 1.6 * (tip / (width * 1.9)), width * 0.9)
    neck = head - up * tip
    if length > tip:
        top, bottom = min(_TAIL, neck), max(_TAIL, neck)
        painter.drawRect(QRectF(QPointF(x - width / 2, top), QPointF(x + width / 2, bottom)))
    points = [QPointF(x - half, neck), QPointF(x + half, neck), QPointF(x, head)]
    painter.drawPolygon(QPolygonF(points))


@pytest.mark.usefixtures("qapp")
@given(st.lists(st.floats(2.0, 98.0), min_size=1, max_size=4), st.floats(1.0, 7.0))
def test_that_arrows_in_one_shape_look_like_arrows_one_by_one(
    heads: list[float], width: float
) -> None:
    color, x = QColor("#0072B2"), 15.0 + 30.0 * np.arange(len(heads))
    together, apart = _picture(), _picture()

    painter = QPainter(together)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor("transparent"))
    painter.setBrush(color)
    shapes = arrow_shapes(x, _TAIL, np.array(heads), width)
    painter.drawPolygon(polygon(shapes.reshape(-1, 2)))
    painter.end()

    painter = QPainter(apart)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor("transparent"))
    painter.setBrush(color)
    for across, head in zip(x.tolist(), heads, strict=True):
        _draw_arrow(painter, across, head, width)
    painter.end()

    # A shaft and a head that are two shapes meet in a seam; one shape has none.
    differing = np.abs(_pixels(together) - _pixels(apart)).max(axis=2) > 80
    assert differing.sum() <= 2 * len(heads)


def test_that_a_polygon_has_the_points_of_the_array() -> None:
    points = np.arange(20.0).reshape(10, 2)

    made = polygon(points)

    assert [(p.x(), p.y()) for p in made.toList()] == [tuple(row) for row in points.tolist()]
    assert polygon(points[:0]).isEmpty()
