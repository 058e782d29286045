"""The part of a page that stands still, as a picture that is kept until something of it changes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from xentgui.model import Snapshot
from xentgui.painting.style import Style
from xentgui.panels.page_panel import PagePanel
from xentgui.view import View


class KeptPage:
    """The still part of `panel`."""

    def __init__(self, panel: PagePanel) -> None:
        self._panel = panel
        self._picture, self._key = QPixmap(), None  # type: tuple[QPixmap, object]

    def forget(self) -> None:
        """Paint it anew the next time."""
        self._key = None

    def picture(
        self, rect: QRectF, width: float, ratio: float, snapshot: Snapshot, view: View, style: Style
    ) -> QPixmap:
        """Return the page in `rect` on a card of `width`, with `ratio` device pixels in a pixel."""
        still = self._panel.still_key(rect, snapshot, view, style)
        key = (rect.size().toTuple(), width, ratio, style, still)
        if key != self._key:
            self._picture, self._key = QPixmap((QSizeF(width, rect.height()) * ratio).toSize()), key
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(style.color(style.theme.card))
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            self._panel.paint_still(painter, rect, snapshot, view, style)
            painter.end()
        return self._picture
