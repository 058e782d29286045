"""Painters for the devices that files are made of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtGui import QPaintDevice, QPainter, QTransform

# Under a perspective Qt fills outlines; this one moves nothing by a thousandth of a pixel.
_PERSPECTIVE = QTransform(1.0, 0.0, 1e-10, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


@contextmanager
def painting(device: QPaintDevice, kind: type[QPainter] = QPainter) -> Iterator[QPainter]:
    """Give a painter for `device`, and end it before an error can destroy what it paints on."""
    painter = kind(device)
    try:
        yield painter
    finally:
        painter.end()


class OutlinePainter(QPainter):
    """Paints as any other painter does, but its letters have the weight of their outlines.

    Qt draws letters from a cache of bitmaps, up to half again as heavy as their outlines are,
    most of all small ones and on a transparent ground.  On a screen that helps; in a picture it
    would make text bolder than the same text in SVG and PDF, and bolder the smaller the picture.
    """

    def drawText(self, *arguments: Any) -> Any:
        """Draw text as filled outlines, placed as ever."""
        transform = self.transform()
        self.setTransform(_PERSPECTIVE, True)
        try:
            return super().drawText(*arguments)
        finally:
            self.setTransform(transform)
