"""What is done for a page before it is to be seen: it is prepared in a thread, and painted in a pause."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Thread
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap

from xentgui.canvas.kept_pictures import PageCache
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.page_panel import PagePanel

_ASK_MS = 30


class PagePreparation(QObject):
    """Prepares `panel`.  What has been prepared stays prepared.

    Signals
    -------
    prepared()
        The page can be painted now.
    waited()
        The page may be prepared now; the receiver should call `is_ready` again.
    """

    prepared = Signal()
    waited = Signal()

    def __init__(self, panel: PagePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self.is_done = False
        self._failed: Exception | None = None
        self._asking = QTimer(self)
        self._asking.setInterval(_ASK_MS)
        self._asking.timeout.connect(self.waited)

    def is_ready(self, snapshot: Snapshot, view: View) -> bool:
        """Return whether the page can be painted at once; if not, start to prepare it.

        Raises the exception with which the preparation failed; the next call prepares again.
        """
        if self._failed is not None:
            failed, self._failed = self._failed, None
            self._asking.stop()
            raise failed
        if not self.is_done and self._panel.is_prepared(snapshot, view):
            self.is_done = True
            self._asking.stop()
            self.prepared.emit()
        if not self.is_done and not self._asking.isActive():
            self._asking.start()
            # Not in this thread, which has to answer the pointer meanwhile.
            work = partial(self._prepare, snapshot, view)
            Thread(target=work, name=self._panel.key).start()
        return self.is_done

    @property
    def has_failed(self) -> bool:
        """Whether the next call of `is_ready` says why the page is not prepared."""
        return self._failed is not None

    def _prepare(self, snapshot: Snapshot, view: View) -> None:
        try:
            self._panel.prepare(snapshot, view)
        except Exception as error:  # noqa: BLE001 - it is raised where the page is painted
            self._failed = error


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
