"""Getting a page ready to be painted, in a thread of its own."""

from __future__ import annotations

from functools import partial
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.panels.page_panel import PagePanel

_ASK_MS = 30


class PagePreparation(QObject):
    """Prepares `panel` once; what was prepared once is for ever.

    Signals
    -------
    prepared()
        The page can be painted now.
    waited()
        It may be prepared by now: somebody should ask again.
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
        """Return whether the page can be painted at once; if not, begin to prepare it."""
        if not self.is_done and self._panel.is_prepared(snapshot, view):
            self.is_done = True
            self._asking.stop()
            self.prepared.emit()
        if not self.is_done and not self._asking.isActive():
            self._asking.start()
            # Not in this thread: it would hold up what the pointer does meanwhile.
            work = partial(self._panel.prepare, snapshot, view)
            Thread(target=work, name=self._panel.key).start()
        return self.is_done
