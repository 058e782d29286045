"""The legend in the line above a plot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.painting.frame import Frame
from xentgui.painting.labels import SMALL


class Sample(NamedTuple):
    """One entry: `shape` is "bar", "outline", "line", "ghost", "arrow" or "hollow"."""

    shape: str
    text: str


def draw_legend(painter: QPainter, frame: Frame, samples: Iterable[Sample]) -> None:
    """Draw `samples` side by side above the plot; those that do not fit are left out."""
    style, theme = frame.style, frame.style.theme
    metrics = style.metrics(SMALL)
    x, y = frame.rect.left(), frame.rect.top() - style.px(23)
    side = style.px(10)
    for sample in samples:
        width = metrics.horizontalAdvance(sample.text)
        if x + side * 1.6 + width > frame.outer.right():
            break
        box = QRectF(x, y - side / 2, side, side)
        _draw_shape(painter, frame, sample.shape, box)
        painter.setFont(style.font(SMALL))
        painter.setPen(style.color(theme.mute))
        text = QRectF(x + side * 1.6, y - style.px(9), width + style.px(2), style.px(18))
        painter.drawText(
            text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, sample.text
        )
        x = text.right() + style.px(16)


def _draw_shape(painter: QPainter, frame: Frame, shape: str, box: QRectF) -> None:
    style, theme = frame.style, frame.style.theme
    middle = box.center().y()
    if shape == "bar":
        painter.fillRect(box, style.color(theme.mute))
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if shape == "outline":
        painter.setPen(style.pen(theme.mute, 1.0, (3.0, 2.0)))
        painter.drawRect(box)
    elif shape == "ghost":
        painter.setPen(style.pen(theme.ink, 1.2, (1.2, 2.4)))
        painter.drawPolyline([box.bottomLeft(), box.topLeft(), box.topRight(), box.bottomRight()])
    elif shape == "line":
        painter.setPen(style.pen(theme.ink, 2.8))
        painter.drawLine(
            QLineF(box.left() - style.px(2), middle, box.right() + style.px(2), middle)
        )
    else:
        painter.setPen(style.pen(theme.mute, 2.0))
        painter.drawLine(
            QPointF(box.center().x(), box.bottom()), QPointF(box.center().x(), box.top())
        )
