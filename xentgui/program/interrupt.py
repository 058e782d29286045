"""Ends the program in order on Ctrl-C, at any moment of its life."""

from __future__ import annotations

import os
import signal

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from xentgui.program import INTERRUPTED


class Interrupt(QObject):
    """Ctrl-C as an event of Qt's loop.

    Python would raise KeyboardInterrupt wherever it happens to be.  In a handler that Qt has
    called, Qt goes on with the exception pending, which ends in a segmentation fault.  Therefore
    the signal only writes to a file descriptor, and the loop does the rest once no handler runs.

    Attributes
    ----------
    closes_windows
        Whether the windows are closed first, which saves their settings.  A window that is not
        complete must not do that, because its arrangement is not the person's.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.closes_windows = False
        self._reader, writer = _pair()
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        notifier = QSocketNotifier(self._reader, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._end)
        # The wakeup needs a Python handler to be installed, which has nothing left to do.
        signal.signal(signal.SIGINT, lambda *_: None)

    def _end(self) -> None:
        os.read(self._reader, 1)
        if self.closes_windows:
            # Otherwise closing the last window would end the program with another exit code.
            QApplication.setQuitOnLastWindowClosed(False)
            QApplication.closeAllWindows()
        QApplication.exit(INTERRUPTED)


def _pair() -> tuple[int, int]:
    """Return two connected descriptors, to read from and to write to.

    Windows can wake a loop by sockets alone; elsewhere a pipe saves the import of `socket`.
    """
    if os.name == "nt":
        import socket  # noqa: PLC0415

        reader, writer = socket.socketpair()
        writer.setblocking(False)
        return reader.detach(), writer.detach()
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    return reading, writing
