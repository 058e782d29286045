"""What is expensive to paint and seldom changes, as a picture that is painted once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter, QPixmap

from xentgui.painting.style import Style


class PixmapCache:
    """A picture on the card's colour, and what it follows from."""

    def __init__(self) -> None:
        self._picture, self._key = QPixmap(), None  # type: tuple[QPixmap, object]

    def forget(self) -> None:
        """Paint it anew the next time."""
        self._key = None

    def picture(
        self,
        key: object,
        size: QSizeF,
        ratio: float,
        style: Style,
        paint: Callable[[QPainter], None],
    ) -> QPixmap:
        """Return what `paint` paints, anew if `key` is another one, or the size or the style.

        `ratio` is the number of device pixels in a pixel of `size`.
        """
        whole = key, size.toTuple(), ratio, style
        if whole != self._key:
            self._picture = style.blank(size, ratio)
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            paint(painter)
            painter.end()
        # Also if it is equal: names that are the same objects compare at once, others one by one.
        self._key = whole
        return self._picture
