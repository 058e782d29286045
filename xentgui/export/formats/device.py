"""Painters for the devices that write files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtGui import QPaintDevice, QPainter, QTransform

# With a perspective, Qt fills outlines; this one moves no point by a thousandth of a pixel.
_PERSPECTIVE = QTransform(1.0, 0.0, 1e-10, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


@contextmanager
def painting(device: QPaintDevice, kind: type[QPainter] = QPainter) -> Iterator[QPainter]:
    """Yield a painter for `device`, and end it before an error can delete the device."""
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

    def drawText(self, *arguments: Any) -> Any:
        """Draw text as filled outlines at the usual place."""
        transform = self.transform()
        self.setTransform(_PERSPECTIVE, True)
        try:
            return super().drawText(*arguments)
        finally:
            self.setTransform(transform)
