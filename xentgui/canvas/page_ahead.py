"""A page painted in a pause before it is to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from xentgui.canvas.page_cache import PageCache
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.page_panel import PagePanel


class PageShown(NamedTuple):
    """All that the picture of a page depends on: of `page`, the part `seen` is in the widget."""

    snapshot: Snapshot
    view: View
    page: QRectF
    seen: QRect
    style: Style
    ratio: float

    def is_that_of(self, other: PageShown) -> bool:
        """Return whether both give the same picture: of the very same numbers, not of equal ones."""
        return self.snapshot is other.snapshot and self[1:] == other[1:]


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
        return self._picture if mine is not None and mine.is_that_of(shown) else None

    def paint(self, shown: PageShown) -> Iterator[None]:
        """Paint the picture of `shown`, unless it is there."""
        if self.picture(shown) is not None:
            return
        self.forget()
        yield
        snapshot, view, page, seen, style, ratio = shown
        picture = style.blank(QSizeF(seen.size()), ratio)
        painter = QPainter(picture)
        self.cache.paint(painter, page, seen, ratio, snapshot, view, style)
        painter.end()
        self._shown, self._picture = shown, picture
