"""A painter that remembers what it was told to draw."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


class DrawnRect(NamedTuple):
    """A rectangle, the pen it was drawn with, and the colour it was filled with."""

    rect: QRectF
    pen: QPen
    fill: QColor


class DrawnLine(NamedTuple):
    """A line and the pen it was drawn with."""

    line: QLineF
    pen: QPen


class RecordingPainter(QPainter):
    """Draws, and keeps the rectangles and lines in `rects` and `lines`, in order."""

    def __init__(self, *device: Any) -> None:
        super().__init__(*device)
        self.rects: list[DrawnRect] = []
        self.lines: list[DrawnLine] = []

    def drawRect(self, *shape: Any) -> None:
        """Remember a rectangle."""
        brush = self.brush()
        is_filled = brush.style() is not Qt.BrushStyle.NoBrush
        fill = QColor(brush.color()) if is_filled else QColor(Qt.GlobalColor.transparent)
        self.rects.append(DrawnRect(QRectF(*shape), QPen(self.pen()), fill))
        super().drawRect(*shape)

    def drawLine(self, *shape: Any) -> None:
        """Remember a line."""
        self.lines.append(DrawnLine(QLineF(*shape), QPen(self.pen())))
        super().drawLine(*shape)
