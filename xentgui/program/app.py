"""Starts the program in order, and ends it, also on Ctrl-C.

The imports at the top are only those that the first frame needs.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

import xentgui
from xentgui.painting.handlers import guarded
from xentgui.program import INTERRUPTED
from xentgui.settings import Settings, directory
from xentgui.window.look import Look
from xentgui.window.main_window import MainWindow

if TYPE_CHECKING:
    from xentgui.documents.recovery import Recovery
    from xentgui.model import State
    from xentgui.program.crash import CrashReporter
    from xentgui.program.first_window import FirstWindow


STYLE = "Fusion"
"""Qt's style that looks the same on every system."""

_LAYOUTS = 3
"""How many turns of the event loop pass until every part has its final place."""

_PAUSE_MS = 100
"""The pause before invisible parts are made, so that the first input is answered before."""


class Options(NamedTuple):
    """The options of the command line for the window.

    Attributes
    ----------
    file
        A document to open, or None.
    theme, language
        For this run only; "" to use the settings.
    state, unit
        Numbers to begin with instead, or None, and their unit; "" to use the settings.
    workspace
        The workspace to begin with; "" for the one of the last end.
    lecture
        The name of a lecture that comes with the program, to open it in place of a file; or "".
    presents
        "screen" or "window" to present what is opened at once, there; or "".
    """

    file: Path | None = None
    theme: str = ""
    language: str = ""
    state: State | None = None
    unit: str = ""
    workspace: str = ""
    lecture: str = ""
    presents: str = ""

    @property
    def begins_otherwise(self) -> bool:
        """Whether the window begins with something else than its example."""
        return bool(self.file or self.state or self.lecture)


def build(
    options: Options | None = None,
    *,
    settings: Settings | None = None,
    recovery: Recovery | None = None,
    program: str = "xentgui",
) -> tuple[QApplication, MainWindow]:
    """Make the application and its window, which is hidden and has no panels yet."""
    options = options or Options()
    application, window = _shell(options, settings or Settings.of_person(), program)
    window.build(language=options.language, recovery=lambda: recovery)
    _begin(window, options)
    return application, window


def main(options: Options | None = None, argv: Sequence[str] = ("xentgui",)) -> int:
    """Run the program until its window is closed; return the exit code."""
    options = options or Options()
    application, window = _shell(options, Settings.of_person(), argv[0] if argv else "xentgui")
    start = _Start(window, options, Interrupt(application))
    start.begin()
    window.show()
    code = application.exec()
    start.end()
    return code


def _shell(options: Options, settings: Settings, program: str) -> tuple[QApplication, MainWindow]:
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setStyle(STYLE)
    else:
        # Qt gets nothing of the command line, because the arguments are ours.
        application = QApplication([program, "-style", STYLE])
    application.setApplicationName("xentgui")
    application.setApplicationDisplayName("XentGUI")
    application.setApplicationVersion(xentgui.__version__)
    application.setDesktopFileName("xentgui")
    window = MainWindow(settings, Look(settings, theme=options.theme))
    window.workspace = options.workspace or window.workspace
    return application, window


def _recovery() -> Recovery:
    from xentgui.documents.recovery import Recovery  # noqa: PLC0415 - no picture needs it

    return Recovery(directory())


def _begin(window: MainWindow, options: Options) -> None:
    """Open what the window begins with, other than its example, or continue with lost work."""
    if options.state is not None:
        window.documents.begin_with(options.state, options.unit)
    elif options.lecture:
        window.documents.begin_lecture(options.lecture)
    else:
        window.documents.begin(options.file)


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


@guarded
class _Start(QObject):
    """Makes the later parts of the window, each after the frame before it has been painted."""

    def __init__(self, window: MainWindow, options: Options, interrupt: Interrupt) -> None:
        super().__init__(window)
        self._window, self._options, self._interrupt = window, options, interrupt
        self._reporter: CrashReporter | None = None
        self._first: FirstWindow | None = None

    def begin(self) -> None:
        self._after_this_frame(self._build)

    def end(self) -> None:
        """Delete the window while Qt and Python are still whole.

        Otherwise the binding deletes its parts in any order, while Python ends.
        """
        for thread in threading.enumerate():
            if thread is not threading.current_thread() and not thread.daemon:
                thread.join()  # it may use fonts
        if self._reporter is not None:
            self._reporter.uninstall()
        if self._first is not None:
            self._first.end()
        self._window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A request to update a window that is not yet on the screen paints nothing.
        updates = (
            event.type() == QEvent.Type.UpdateRequest and self._window.windowHandle().isExposed()
        )
        if updates or event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(self._pause, self._next)
        return False

    def _after_this_frame(self, step: Callable[[], None], pause: int = 0) -> None:
        self._next, self._pause = step, pause
        self._window.installEventFilter(self)

    def _build(self) -> None:
        from xentgui.documents import recovery_files  # noqa: PLC0415
        from xentgui.program.crash import CrashReporter  # noqa: PLC0415

        self._reporter = CrashReporter(directory(), self._window)
        self._reporter.install()
        # Every filled card requests a new layout, and every layout a frame.
        self._window.setUpdatesEnabled(False)
        options = self._options
        self._window.build(language=options.language, recovery=_recovery)
        if options.begins_otherwise or recovery_files.are_there(directory()):
            _begin(self._window, options)
        self._window.show_pictures()
        # A new part requests a layout of its card, and then of all cards.  Without these turns the
        # first frames would show an unfinished layout.
        for _ in range(_LAYOUTS):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._window.setUpdatesEnabled(True)
        self._after_this_frame(self._show_panels)

    def _show_panels(self) -> None:
        self._window.show_panels()
        from xentgui.program.first_window import FirstWindow  # noqa: PLC0415 - no picture needs it

        self._first = FirstWindow(self._window, self._window.documents.open_path)
        self._first.begin()  # who comes now waits until the window is complete
        self._after_this_frame(self._complete, _PAUSE_MS)

    def _complete(self) -> None:
        from xentgui.model import collect_rarely  # noqa: PLC0415
        from xentgui.program.system_motion import SystemMotion  # noqa: PLC0415

        self._window.complete()
        self._window.helping.welcome()
        SystemMotion(self._window).ask()
        self._window.keep_on_screen()
        if sys.platform == "darwin":
            QCoreApplication.instance().installEventFilter(self._first)
        assert self._first is not None  # `_show_panels` comes before
        self._first.open()
        self._interrupt.closes_windows = True
        if self._options.presents:
            self._window.presenter.toggle(in_window=self._options.presents == "window")
        self._window.make_ahead()
        gc.freeze()
        collect_rarely()
        gc.enable()
