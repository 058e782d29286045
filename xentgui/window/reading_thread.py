"""Reads a long text in a thread of its own, with progress, until it is cancelled.

For a shorter one, there is the wait cursor.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from xentgui.model.message import RefusedError
from xentgui.reading.patience import watching

_EVERY: Final = 100  # milliseconds between two pictures of the progress

_LONG = 200_000  # characters that take about a second to read


class _CancelledError(Exception):
    """Ends work whose result nobody waits for."""


class ReadingThread(QObject):
    """One piece of work.

    Signals
    -------
    progress(float)
        How much of it is done, 0 to 1.
    """

    progress = Signal(float)
    _ended = Signal(object, object)

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        refused: Callable[[RefusedError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work, self._done, self._refused = work, done, refused
        self._cancelled = threading.Event()
        self._part = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(lambda: self.progress.emit(self._part))
        self._ended.connect(self._on_end, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="reading", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._timer.start()
        self._thread.start()

    def cancel(self) -> None:
        """Let the work end, and forget its result."""
        self._cancelled.set()
        self._timer.stop()

    def _run(self) -> None:
        def watch(part: float) -> None:
            if self._cancelled.is_set():
                raise _CancelledError
            self._part = part

        found: object = None
        error: BaseException | None = None
        try:
            with watching(watch):
                found = self._work()
        except BaseException as caught:  # noqa: BLE001 - it is raised again in the window's thread
            error = caught
        try:
            self._ended.emit(found, error)
        except RuntimeError:  # the window is closed, and this object with it
            return

    def _on_end(self, found: object, error: BaseException | None) -> None:
        self._timer.stop()
        self.deleteLater()
        if self._cancelled.is_set() or isinstance(error, _CancelledError):
            return
        if isinstance(error, RefusedError):
            self._refused(error)
        elif error is not None:
            raise error
        else:
            self._done(found)


@contextmanager
def wait_cursor(characters: int) -> Iterator[None]:
    """Show the wait cursor within the context if the text is long."""
    long = characters > _LONG
    if long:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        if long:
            QGuiApplication.restoreOverrideCursor()
