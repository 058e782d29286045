"""Prepares a page for painting in its own thread."""

from __future__ import annotations

from functools import partial
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from xentgui.model import Snapshot
from xentgui.model.view import View
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
        self._asking = QTimer(self)
        self._asking.setInterval(_ASK_MS)
        self._asking.timeout.connect(self.waited)

    def is_ready(self, snapshot: Snapshot, view: View) -> bool:
        """Return whether the page can be painted at once; if not, start to prepare it."""
        if not self.is_done and self._panel.is_prepared(snapshot, view):
            self.is_done = True
            self._asking.stop()
            self.prepared.emit()
        if not self.is_done and not self._asking.isActive():
            self._asking.start()
            # Not in this thread, which has to answer the pointer meanwhile.
            work = partial(self._panel.prepare, snapshot, view)
            Thread(target=work, name=self._panel.key).start()
        return self.is_done
