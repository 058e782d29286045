"""Unexpected exceptions are logged, and shown once."""

from __future__ import annotations

import re
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import QtWidgets  # for the dialog, which PySide makes when it is first named
from PySide6.QtCore import QMetaObject, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

import xentgui
from xentgui.language.text import translate
from xentgui.model.message import clipped
from xentgui.painting.handlers import let_go

if TYPE_CHECKING:
    from logging import Logger

LOG_BYTES = 200_000
LOG_FILES = 3
_NUMBER = re.compile(r"[-+]?\d[\d.e+-]*")


class CrashReporter(QObject):
    """Replaces `sys.excepthook` while the window is open.

    The program goes on: the work is safe, and most errors concern one picture.  The same error is
    shown once, because one in a paint event would come back with every frame: errors are the same
    if they have the same type and come from the same lines, whatever numbers they name.
    """

    def __init__(self, directory: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.log_path = directory / "xentgui.log"
        self._window = parent
        self._waiting: list[str] = []
        self._seen: set[object] = set()
        self.dialog: QtWidgets.QMessageBox | None = None
        self._log: Logger | None = None

    def install(self) -> None:
        """Begin to report exceptions of all threads."""
        sys.excepthook = self.report
        threading.excepthook = lambda args: self.report(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def uninstall(self) -> None:
        """Restore Python's own hook, and close the log."""
        for handler in self._log.handlers if self._log is not None else ():
            handler.close()
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an exception, and show it as soon as the event loop runs."""
        lines = tuple((frame.f_code, line) for frame, line in traceback.walk_tb(trace))
        same = kind, lines, _NUMBER.sub("0", str(error))
        if same not in self._seen:
            self._seen.add(same)
            details = "".join(traceback.format_exception(kind, error, trace))
            self._write(details)
            self._waiting.append(details)
            # Shown later, because this can be a paint event or another thread.
            QMetaObject.invokeMethod(self, "show_next", Qt.ConnectionType.QueuedConnection)
        # Python and the error would keep what the failed functions hold, such as open painters.
        for name in ("last_type", "last_value", "last_traceback"):
            sys.__dict__.pop(name, None)
        let_go(error)

    @Slot()
    def show_next(self) -> None:
        """Show the next exception, unless one is still on the screen."""
        if self.dialog is not None or not self._waiting:
            return
        from xentgui.window.dialogs.messages import PlainMessageBox  # noqa: PLC0415

        details = self._waiting.pop(0)
        box = PlainMessageBox(self._window)
        box.setObjectName("crash")
        box.setIcon(QtWidgets.QMessageBox.Icon.Warning)
        box.setWindowTitle(translate("window", "Something went wrong"))
        box.setText(
            translate("window", "An unexpected error occurred: {error}").format(
                error=clipped(details.strip().splitlines()[-1])
            )
        )
        box.setInformativeText(
            translate(
                "window",
                "Your work is kept. You can go on, or undo the last step; if it happens again, "
                "please send the details below to the authors. They are also in {file}.",
            ).format(file=self.log_path)
        )
        box.setDetailedText(f"XentGUI {xentgui.__version__}\n\n{details}")
        copy = box.addButton(
            translate("window", "Copy Details"), QtWidgets.QMessageBox.ButtonRole.ActionRole
        )
        copy.clicked.disconnect()  # otherwise it would close the dialog
        copy.clicked.connect(lambda: QApplication.clipboard().setText(box.detailedText()))
        box.setDefaultButton(box.addButton(QtWidgets.QMessageBox.StandardButton.Close))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._on_closed)
        self.dialog = box
        box.open()

    def _on_closed(self) -> None:
        self.dialog = None
        self.show_next()

    def _write(self, details: str) -> None:
        sys.stderr.write(details)
        if self._log is None:
            self._log = _logger(self.log_path)
        self._log.error(details)


def _logger(path: Path) -> Logger:
    # These imports take 8 ms of a start, and most runs have no exception.
    import logging  # noqa: PLC0415
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415

    from xentgui.reading.regular_file import open_regular  # noqa: PLC0415

    logger = logging.getLogger("xentgui")
    logger.propagate = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            open_regular(path).close()  # writing to a pipe would wait for a reader
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger.handlers = [handler]
    return logger
