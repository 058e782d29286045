"""What stays while values move: the window, the cards, their names and formulas; painted once."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter, QPixmap

from xentgui.canvas.kept_pictures import PixmapCache
from xentgui.painting.style import Style
from xentgui.window.presenting.stage_cards import Card, paint_cards


class StageGround:
    """Keeps the picture of the cards."""

    def __init__(self) -> None:
        self._cache, self._ahead = PixmapCache(), PixmapCache()

    def picture(self, cards: tuple[Card, ...], size: QSizeF, ratio: float, style: Style) -> QPixmap:
        """Return the picture, `size` large, with `ratio` device pixels in a pixel."""
        if self._ahead.has(cards, size, ratio, style):
            self._cache, self._ahead = self._ahead, self._cache
        return _painted(self._cache, cards, size, ratio, style)

    def paint_ahead(
        self, cards: tuple[Card, ...], size: QSizeF, ratio: float, style: Style
    ) -> None:
        """Paint the picture of cards that are to come, and keep that of the present ones."""
        if not self._cache.has(cards, size, ratio, style):
            _painted(self._ahead, cards, size, ratio, style)


def _painted(
    cache: PixmapCache, cards: tuple[Card, ...], size: QSizeF, ratio: float, style: Style
) -> QPixmap:
    def paint(painter: QPainter) -> None:
        paint_cards(painter, cards, style)

    return cache.picture(cards, size, ratio, style, paint, color=style.theme.window)
