"""The window of the first start opens the files of later ones: a double click opens no second one."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from xentgui.documents.file_lock import FileLock
from xentgui.painting.handlers import guarded
from xentgui.program import meeting_place
from xentgui.program.meeting_place import BUSY, LONGEST, TAKEN, Place

_WAIT_MS = 100
"""The pause before a busy window is asked again."""


@guarded
class FirstWindow(QObject):
    """Takes the files of later starts, if no other window does already.

    While the window is being made, a menu is open or a drag goes on, a request waits; its sender
    goes after a while, and then the request is dropped.  A dialog can take long, so it is said.
    """

    def __init__(self, window: QWidget, open_file: Callable[[Path], None]) -> None:
        super().__init__(window)
        self._window, self._open = window, open_file
        self._place: Place | None = None
        self._lock: FileLock | None = None
        self._listening: meeting_place.Listening | None = None
        self._notifier: QSocketNotifier | None = None
        self._is_complete = False
        self._requests: list[_Request] = []
        self._again = QTimer(self, interval=_WAIT_MS)
        self._again.timeout.connect(self._look)

    def begin(self) -> None:
        """Begin to take files, unless another window of this person on this screen does."""
        self._place = meeting_place.here()
        if self._place is None:
            return
        self._lock = FileLock(self._place.lock)
        try:
            if not self._lock.try_lock():
                return
            self._listening = meeting_place.listen(self._place)
        except OSError:
            self._lock.unlock()
            return
        self._listening.socket.setblocking(False)
        number = self._listening.socket.fileno()
        self._notifier = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._accept)

    def open(self) -> None:
        """Open the files that wait, because the window is complete."""
        self._is_complete = True
        self._look()

    def end(self) -> None:
        """Take no more files; who waits opens a window of its own."""
        self._again.stop()
        for request in self._requests:
            request.close()
        self._requests = []
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        if self._listening is not None and self._place is not None:
            self._listening.socket.close()
            self._listening = None
            self._place.path.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.unlock()
        if self._place is not None:
            meeting_place.leave(self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a file in the way in which macOS gives it to a program that runs."""
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self._take(Path(event.file()), "")
            return True
        return False

    def _accept(self) -> None:
        if self._listening is None:
            return
        try:
            connection, _ = self._listening.socket.accept()
        except OSError:
            return
        connection.setblocking(False)
        self._requests.append(_Request(connection))
        self._look()

    def _look(self) -> None:
        """Carry out what has come, as far as the window is free."""
        waiting = []
        for request in self._requests:
            request.read()
            if request.is_over or (request.is_whole and self._is_wrong(request)):
                request.close()
            elif not request.is_whole or not self._is_complete or _is_in_use():
                waiting.append(request)
            elif QApplication.activeModalWidget() is not None:
                request.answer(BUSY)
            else:
                request.answer(TAKEN)
                self._take(Path(os.fsdecode(bytes.fromhex(request["file"]))), request["permission"])
        self._requests = waiting
        if waiting and not self._again.isActive():
            self._again.start()
        elif not waiting:
            self._again.stop()

    def _is_wrong(self, request: _Request) -> bool:
        return self._listening is None or request["secret"] != self._listening.secret

    def _take(self, file: Path, permission: str) -> None:
        if permission:
            os.environ["XDG_ACTIVATION_TOKEN"] = permission  # Qt reads it there
        state = self._window.windowState()
        self._window.setWindowState(state & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
        self._open(file)


class _Request:
    """A connection of a later start, and what it has said."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection, self._said, self._gone = connection, b"", False
        self._words: dict[str, str] | None = None

    def read(self) -> None:
        """Read what has come meanwhile, and whether the sender has gone."""
        try:
            while piece := self._connection.recv(LONGEST):
                self._said += piece
                if len(self._said) > LONGEST:
                    break
            else:
                self._gone = True
        except BlockingIOError:
            pass
        except OSError:
            self._gone = True
        if self._words is None and b"\n" in self._said:
            self._words = _words(self._said)
            self._gone = self._gone or self._words is None

    @property
    def is_over(self) -> bool:
        """Whether nobody waits for an answer, or it is no request."""
        return self._gone or len(self._said) > LONGEST

    @property
    def is_whole(self) -> bool:
        """Whether all of it has come."""
        return self._words is not None

    def __getitem__(self, name: str) -> str:
        assert self._words is not None
        return self._words[name]

    def answer(self, word: bytes) -> None:
        """Say whether the file is taken."""
        with contextlib.suppress(OSError):  # it has gone at this very moment, and opens it itself
            self._connection.send(word)
        self.close()

    def close(self) -> None:
        """End the connection."""
        self._connection.close()


def _words(said: bytes) -> dict[str, str] | None:
    """Return the request, or None if it is none."""
    try:
        read = json.loads(said)
        words = {name: str(read[name]) for name in ("secret", "file", "permission")}
        bytes.fromhex(words["file"])
    except (ValueError, KeyError, TypeError):
        return None
    return words


def _is_in_use() -> bool:
    """Return whether a menu is open or a button of the mouse is held."""
    held = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
    return held or QApplication.activePopupWidget() is not None
