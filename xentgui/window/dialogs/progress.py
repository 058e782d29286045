"""A progress bar with a button to cancel."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate

_PAUSE_S = 0.03  # the window handles events at this interval
_CANCEL = QT_TRANSLATE_NOOP("export", "Cancel")


class Progress(QWidget):
    """Shown while something is made, piece by piece, in the window's thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self._bar = QProgressBar(self)
        self._cancel = QPushButton(translate("export", _CANCEL), self)
        self._cancel.setObjectName("progress.cancel")
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(lambda _on: self.cancel())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._cancel)
        self._wanted = True
        self._answered = 0.0
        self.is_running = False
        self.hide()

    def begin(self) -> None:
        """Show the bar, and disable the rest of the dialog until `end`."""
        self.is_running, self._wanted, self._answered = True, True, 0.0
        self._bar.setValue(0)
        self._set_others_enabled(on=False)
        self.show()

    def end(self) -> None:
        """Hide the bar."""
        self.is_running = False
        self._set_others_enabled(on=True)
        self.hide()

    def cancel(self) -> None:
        """Cancel the work."""
        self._wanted = False

    def show_share(self, done: int, count: int, text: str) -> bool:
        """Show that `done` of `count` pieces are made; return False if the work is cancelled."""
        now = time.monotonic()
        if now - self._answered >= _PAUSE_S:
            self._answered = now
            self._bar.setMaximum(count)
            self._bar.setValue(done)
            self._bar.setFormat(text)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        return self._wanted

    def _set_others_enabled(self, *, on: bool) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        for child in parent.findChildren(QPushButton):
            if child is not self._cancel:
                child.setEnabled(on)
