"""Caches pictures that are expensive to paint and seldom change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter, QPixmap

from xentgui.painting.style import Style


class PixmapCache:
    """A picture on the card's colour, and the key that it depends on."""

    def __init__(self) -> None:
        self._picture, self._key = QPixmap(), None  # type: tuple[QPixmap, object]

    @property
    def known(self) -> QPixmap | None:
        """The last picture, whatever it depends on; None if there is none, or it is forgotten."""
        return None if self._key is None else self._picture

    def forget(self) -> None:
        """Paint the picture again the next time."""
        self._key = None

    def has(self, key: object, size: QSizeF, ratio: float, style: Style) -> bool:
        """Return whether the picture for these is there."""
        return (key, size.toTuple(), ratio, style) == self._key

    def copy(self) -> PixmapCache:
        """Return another cache with the same picture, which this one does not change."""
        other = PixmapCache()
        other._picture, other._key = QPixmap(self._picture), self._key
        return other

    def picture(
        self,
        key: object,
        size: QSizeF,
        ratio: float,
        style: Style,
        paint: Callable[[QPainter], None],
        ground: QPixmap | None = None,
        color: str = "",
    ) -> QPixmap:
        """Return the picture of `paint`, painted again if `key`, the size or the style has changed.

        `ratio` is the number of device pixels in a pixel of `size`.  It is painted over `ground`, a
        picture of that size whose own key is a part of `key`; or over `color`, or an empty card.
        A picture that was returned before is to be drawn, or copied, before the next one is asked for.
        """
        whole = key, size.toTuple(), ratio, style
        if whole != self._key:
            self._key = None  # if `paint` fails, the picture is no other key's
            if ground is None:
                self._picture = style.blank(size, ratio, color, self._picture)
            else:
                self._picture = QPixmap(ground)
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            paint(painter)
            painter.end()
        # Kept also if it is equal: the next comparison is faster with the same objects.
        self._key = whole
        return self._picture
