"""Ctrl-C ends the program, although Qt's loop waits in code that Python does not see."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

INTERRUPTED = 130


def end_on_interrupt() -> None:
    """Let Ctrl-C close all windows and end the program with the exit code for it.

    Python handles signals between its own instructions, and Qt's loop has none while it waits;
    the signal therefore also writes to a socket that wakes the loop.
    """
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, QApplication.instance())
    notifier.activated.connect(lambda *_: reader.recv(1))
    notifier.setProperty("sockets", (reader, writer))  # both live as long as the notifier

    def interrupted(*_: object) -> None:
        # Or closing the last window would end the program as well, and with another exit code.
        QApplication.setQuitOnLastWindowClosed(False)
        QApplication.closeAllWindows()
        QApplication.exit(INTERRUPTED)

    signal.signal(signal.SIGINT, interrupted)
