"""What of a page does not change from edit to edit, as pictures kept until something of it does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter

from xentgui.canvas.pixmap_cache import PixmapCache
from xentgui.canvas.static_parts import MovingParts
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.page_panel import PagePanel

_ANTIALIASING = QPainter.RenderHint.Antialiasing


class PageCache:
    """Paints the page of `panel`.

    Two pictures are kept: what stands still, and what is seen of that with the numbers on it that
    rest.  An edit moves few of them, and only those have to be written.
    """

    def __init__(self, panel: PagePanel) -> None:
        self._panel = panel
        self._still, self._resting = PixmapCache(), PixmapCache()
        self._moving = MovingParts()

    def forget(self) -> None:
        """Paint it anew the next time."""
        self._still.forget()

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        sight: QRect,
        ratio: float,
        snapshot: Snapshot,
        view: View,
        style: Style,
    ) -> None:
        """Paint what can be seen in `sight` of the page in `rect`.

        `ratio` is the number of device pixels in a pixel.
        """
        panel = self._panel
        still = self._still.picture(
            (rect.width(), panel.still_key(rect, snapshot, view, style)),
            QSizeF(sight.width(), rect.height()),
            ratio,
            style,
            lambda painter: panel.paint_still(painter, rect, snapshot, view, style),
        )
        parts = panel.live_parts(rect, snapshot, view, style)
        moving = self._moving.among(parts)

        def write(painter: QPainter, those: frozenset[int]) -> None:
            painter.translate(0, -sight.top())
            if rect.height() > sight.height():  # so that what cannot be seen need not be written
                painter.setClipRect(sight)
            if those:
                panel.paint_live(painter, rect, snapshot, view, style, those)

        def rest(painter: QPainter) -> None:
            painter.setRenderHint(_ANTIALIASING, False)
            painter.drawPixmap(0, -sight.top(), still)
            painter.setRenderHint(_ANTIALIASING, True)
            write(painter, frozenset(range(len(parts))) - moving)

        key = still.cacheKey(), sight.top(), moving
        picture = self._resting.picture(key, QSizeF(sight.size()), ratio, style, rest)
        painter.drawPixmap(0, 0, picture)
        painter.setRenderHint(_ANTIALIASING, True)
        write(painter, moving)
