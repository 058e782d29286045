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
