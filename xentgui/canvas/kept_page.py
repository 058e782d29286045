"""The part of a page that stands still, as a picture that is kept until something of it changes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPixmap

from xentgui.canvas.kept_picture import KeptPicture
from xentgui.model import Snapshot
from xentgui.painting.style import Style
from xentgui.panels.page_panel import PagePanel
from xentgui.view import View


class KeptPage:
    """The still part of `panel`."""

    def __init__(self, panel: PagePanel) -> None:
        self._panel = panel
        self._kept = KeptPicture()

    def forget(self) -> None:
        """Paint it anew the next time."""
        self._kept.forget()

    def picture(
        self, rect: QRectF, width: float, ratio: float, snapshot: Snapshot, view: View, style: Style
    ) -> QPixmap:
        """Return the page in `rect` on a card of `width`, with `ratio` device pixels in a pixel."""
        panel, size = self._panel, QSizeF(width, rect.height())
        key = rect.width(), panel.still_key(rect, snapshot, view, style)
        return self._kept.picture(
            key,
            size,
            ratio,
            style,
            lambda painter: panel.paint_still(painter, rect, snapshot, view, style),
        )
