"""A page painted in a pause before it is to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from xentgui.canvas.page_cache import PageCache
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.page_panel import PagePanel


class PageShown(NamedTuple):
    """All that the picture of a page depends on, if it has room without scrolling."""

    snapshot: Snapshot
    view: View
    size: QSize
    style: Style
    ratio: float


class PageAhead:
    """Keeps one picture, with the caches by which the next ones write only what has changed."""

    def __init__(self, panel: PagePanel) -> None:
        self._panel = panel
        self._shown: PageShown | None = None
        self._picture = QPixmap()
        self.cache = PageCache(panel)

    def forget(self) -> None:
        """Have no picture."""
        self._shown, self._picture, self.cache = None, QPixmap(), PageCache(self._panel)

    def picture(self, shown: PageShown) -> QPixmap | None:
        """Return the picture of `shown`: of the very same numbers; None if it is not there."""
        mine = self._shown
        is_mine = mine is not None and mine.snapshot is shown.snapshot and mine[1:] == shown[1:]
        return self._picture if is_mine else None

    def paint(self, shown: PageShown) -> Iterator[None]:
        """Paint the picture of `shown`, unless it is there or the page would scroll."""
        if self.picture(shown) is not None:
            return
        self.forget()
        snapshot, view, size, style, ratio = shown
        whole = QSizeF(size)
        height = self._panel.height(whole, snapshot, view, style)
        if height > whole.height():
            return
        yield
        picture = style.blank(whole, ratio)
        painter = QPainter(picture)
        page, seen = QRectF(0.0, 0.0, whole.width(), height), QRect(0, 0, *size.toTuple())
        self.cache.paint(painter, page, seen, ratio, snapshot, view, style)
        painter.end()
        self._shown, self._picture = shown, picture
