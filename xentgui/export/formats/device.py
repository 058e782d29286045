"""Painters for the devices that write files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPaintDevice,
    QPainter,
    QPainterPath,
    QTransform,
)

from xentgui.export.written_text import typed_letters
from xentgui.painting import fonts
from xentgui.painting.letters import Settler, settle_usual

# With a perspective, Qt fills outlines; this one moves no point by a thousandth of a pixel.
_PERSPECTIVE = QTransform(1.0, 0.0, 1e-10, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


@contextmanager
def painting(device: QPaintDevice, kind: type[QPainter] = QPainter) -> Iterator[QPainter]:
    """Yield a painter for `device`, and end it before an error can delete the device.

    Its letters do not depend on what a window has drawn.
    """
    settle_usual()
    painter = kind(device)
    try:
        yield painter
    finally:
        painter.end()


class OutlinePainter(QPainter):
    """A painter whose letters have the weight of their outlines.

    Qt draws letters from a cache of bitmaps, which are up to 1.5 times as heavy as the outlines,
    above all if they are small or on a transparent background.  On a screen that helps.  In a
    picture, text would be bolder than the same text in SVG and PDF, and bolder in smaller pictures.
    """

    def __init__(self, device: QPaintDevice) -> None:
        super().__init__(device)
        self._settler = Settler()

    def drawText(self, *arguments: Any) -> Any:
        """Draw text as filled outlines at the usual place."""
        self._settler.settle(self.font())
        transform = self.transform()
        self.setTransform(_PERSPECTIVE, True)
        try:
            return super().drawText(*arguments)
        finally:
            self.setTransform(transform)


class SearchablePainter(QPainter):
    """A painter for PDF whose formulas can be found and copied.

    In a PDF of Qt's, mathematical letters have no meaning.  So they are painted as outlines, with
    the letters that people type over them, invisible, in a font that the file holds anyway.
    """

    def __init__(self, device: QPaintDevice) -> None:
        super().__init__(device)
        self._settler = Settler()

    def drawText(self, *arguments: Any) -> Any:
        """Draw text at a point, or in a rectangle, at its left or right and in the middle."""
        font = self.font()
        place, text = arguments[0], arguments[-1]
        if font.family() != fonts.install().math or text == typed_letters(text):
            return super().drawText(*arguments)
        if isinstance(place, QRectF):
            metrics = QFontMetricsF(font)
            left = metrics.boundingRect(place, int(arguments[1]), text).left()
            base = place.center().y() + (metrics.ascent() - metrics.descent()) / 2
            place = QPointF(left, base)
        elif not isinstance(place, QPointF):
            return super().drawText(*arguments)
        path = QPainterPath()
        self._settler.settle(font)
        path.addText(place, font, text)
        self.fillPath(path, self.pen().color())
        self.save()
        self.setFont(fonts.ui_font(font.pixelSize()))
        self.setPen(QColor(0, 0, 0, 0))
        super().drawText(place, typed_letters(text))
        self.restore()
        return None
