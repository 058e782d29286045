"""Small pictures of marks side by side, and many copies of them in one call."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from xentgui.painting.qt_arrays import in_place


class PixmapSheet:
    """Square pictures, `side` device pixels wide; `resolution` device pixels make a pixel.

    Attributes
    ----------
    drawn
        The rows of pictures that are drawn already, where they are drawn one by one.
    """

    def __init__(self, picture: QPixmap, side: int, resolution: float) -> None:
        self.picture, self.side, self.resolution = picture, side, resolution
        self.drawn: set[int] = set()
        # The x and y of its centre; left, top, width and height in the sheet; its scale in x and y;
        # its angle; its opacity.
        scale = 1.0 / resolution
        self._copy = np.array([0.0, 0.0, 0.0, 0.0, side, side, scale, scale, 0.0, 1.0])

    def copies(self, count: int) -> np.ndarray:
        """Return `count` copies, shape (count, 10), of the first picture; the caller moves them."""
        copies = np.empty((count, len(self._copy)))
        copies[:] = self._copy
        return copies

    def draw(self, painter: QPainter, copies: np.ndarray) -> None:
        """Draw `copies`; the last one lies on top."""
        first = in_place(copies, QPainter.PixmapFragment)
        painter.drawPixmapFragments(first, len(copies), self.picture)


def blank_sheet(side: int, rows: int, columns: int, resolution: float) -> PixmapSheet:
    """Return a transparent sheet for a number of pictures."""
    picture = QPixmap(side * columns, side * rows)
    picture.fill(Qt.GlobalColor.transparent)
    return PixmapSheet(picture, side, resolution)
