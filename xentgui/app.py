"""The program: what is made at the start, in which order, and how it ends."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy  # noqa: F401, ICN001 - before Qt: imported after it, it takes twice as long
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

import xentgui
from xentgui import icons
from xentgui.main_window import MainWindow
from xentgui.recovery import Recovery
from xentgui.settings import Settings, directory
from xentgui.window.look import Look


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
    window.documents.begin(options.file)
    return application, window


def main(options: Options | None = None, argv: Sequence[str] = ("xentgui",)) -> int:
    """Run the program until its window is closed; return the exit code."""
    # Nothing made during the start is rubbish, and looking for it takes a tenth of the time.
    gc.disable()
    application, window = build(
        options, recovery=Recovery(directory()), program=argv[0] if argv else "xentgui"
    )
    window.completed.connect(_tidy)
    _FirstFrame(window).wait()
    window.show()
    return application.exec()


class _FirstFrame(QObject):
    """Does all that can wait as soon as the window's first frame has been painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def wait(self) -> None:
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._go_on)
        return False

    def _go_on(self) -> None:
        # Neither an exception nor Ctrl-C should have to be thought of before the first frame.
        from xentgui.crash import CrashReporter  # noqa: PLC0415
        from xentgui.interrupt import end_on_interrupt  # noqa: PLC0415

        CrashReporter(directory(), self._window).install()
        end_on_interrupt()
        self._window.complete()


def _tidy() -> None:
    gc.freeze()
    gc.enable()
