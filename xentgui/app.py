"""The program: what is made at the start, in which order, and how it ends."""

from __future__ import annotations

import gc
import signal
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy  # noqa: F401, ICN001 - before Qt: imported after it, it takes twice as long
from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

import xentgui
from xentgui import icons
from xentgui.crash import CrashReporter
from xentgui.main_window import MainWindow
from xentgui.recovery import Recovery
from xentgui.settings import Settings, directory
from xentgui.window.look import Look

INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for.

    Attributes
    ----------
    file
        A document to open, or None.
    theme, language
        For this run, whatever the settings say; "" for what they say.
    """

    file: Path | None = None
    theme: str = ""
    language: str = ""


def build(
    options: Options | None = None,
    *,
    settings: Settings | None = None,
    recovery: Recovery | None = None,
    program: str = "xentgui",
) -> tuple[QApplication, MainWindow]:
    """Make the application and its window, which is not shown and has no panels yet.

    Qt is given the program's name and nothing else: arguments are ours.
    """
    options = options or Options()
    application = QApplication.instance() or QApplication([program])
    assert isinstance(application, QApplication)
    application.setApplicationName("xentgui")
    application.setApplicationDisplayName("XentGUI")
    application.setApplicationVersion(xentgui.__version__)
    application.setDesktopFileName("xentgui")
    application.setStyle("Fusion")
    application.setWindowIcon(icons.application_icon())
    settings = settings or Settings.of_person()
    look = Look(settings, theme=options.theme, language=options.language)
    window = MainWindow(settings, look=look, recovery=recovery)
    return application, window


def main(options: Options | None = None, argv: Sequence[str] = ("xentgui",)) -> int:
    """Run the program until its window is closed; return the exit code."""
    # Nothing made during the start is rubbish, and looking for it takes a tenth of the time.
    gc.disable()
    folder = directory()
    application, window = build(
        options, recovery=Recovery(folder), program=argv[0] if argv else "xentgui"
    )
    reporter = CrashReporter(folder, window)
    reporter.install()
    _end_on_interrupt(application)
    window.completed.connect(_tidy)
    _FirstFrame(window).wait()
    window.show()
    code = application.exec()
    reporter.uninstall()
    return code


class _FirstFrame(QObject):
    """Completes the window as soon as its first frame has been painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def wait(self) -> None:
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._window.complete)
        return False


def _tidy() -> None:
    gc.freeze()
    gc.enable()


def _end_on_interrupt(application: QApplication) -> None:
    """Let Ctrl-C end the program as closing its window does, with the exit code for it.

    Python handles signals between its own instructions, and Qt's loop has none while it waits;
    the signal therefore also writes to a socket that wakes the loop.
    """
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, application)
    notifier.activated.connect(lambda *_: reader.recv(1))
    # Both ends live as long as the notifier.
    notifier.setProperty("sockets", (reader, writer))

    def interrupted(*_: object) -> None:
        QApplication.closeAllWindows()
        application.exit(INTERRUPTED)

    signal.signal(signal.SIGINT, interrupted)


if __name__ == "__main__":
    sys.exit(main())
