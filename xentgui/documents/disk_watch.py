"""Notices that another program has changed or taken away the file of the open document."""

from __future__ import annotations

import os
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from xentgui.model.checks import LONGEST_DOCUMENT
from xentgui.reading.regular_file import NoOrdinaryFileError, Stamp, open_regular, read_regular

_PAUSE_MS = 100
"""Programs write a file in several steps, so we wait until they have finished."""


class Loss(Enum):
    """Why a file no longer holds a document that can be opened.

    It is gone, is a folder, a pipe or a device, may not be read, or holds something else.
    """

    GONE = auto()
    NO_FILE = auto()
    NO_RIGHT = auto()
    DAMAGED = auto()

    @property
    def is_in_the_way(self) -> bool:
        """Whether nothing can be saved under the name."""
        return self in {Loss.NO_FILE, Loss.NO_RIGHT}


class DiskWatch(QObject):
    """Watches one file at a time.

    Signals
    -------
    changed()
        The file holds other bytes than we last read or wrote, or is gone.  Emitted once for each
        content.
    restored()
        It holds again what we last read or wrote, after it held something else.
    """

    changed = Signal()
    restored = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._known = self._reported = ""
        self._stamp: tuple[object, ...] = ()
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.check)
        self._watcher.fileChanged.connect(self._on_event)
        self._watcher.directoryChanged.connect(self._on_event)

    def follow(self, path: Path | None, known: str) -> None:
        """Watch `path`, which holds bytes with the fingerprint `known`; None to watch nothing."""
        watched = self._watcher.files() + self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)
        self._path, self._known, self._reported = path, known, known
        self._stamp = ()  # not read yet
        self._timer.stop()
        if path is not None:
            self._watch()

    def is_other(self) -> bool:
        """Read the disk now; return whether the file exists and holds other bytes than we know."""
        return self.present() not in {"", self._known}

    def check(self) -> None:
        """Read the disk, and emit `changed` if there is something new."""
        path = self._path
        if path is None:
            return
        self._watch()  # a file that has replaced ours is not watched yet
        stamp = _stamp(path)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        now = self.present()
        if now not in {self._known, self._reported}:
            self._reported = now
            self.changed.emit()
        elif now == self._known != self._reported:
            self._reported = now
            self.restored.emit()

    def loss(self) -> Loss | None:
        """Read the disk now; return why no document can be opened from it, or None."""
        if self._path is None:
            return None
        from xentgui.documents.file_error import FileError  # noqa: PLC0415
        from xentgui.documents.opening import read_file  # noqa: PLC0415 - few starts have a file

        try:
            open_regular(self._path).close()
            read_file(self._path)
        except (FileNotFoundError, NotADirectoryError):
            return Loss.GONE
        except (IsADirectoryError, NoOrdinaryFileError):
            return Loss.NO_FILE
        except OSError:
            return Loss.NO_RIGHT
        except FileError:
            return Loss.DAMAGED
        return None

    def present(self) -> str:
        """Return the fingerprint of the file on the disk; "" if there is none.

        A file that is too long for a document is not read; its length tells it from the known one.
        """
        if self._path is None:
            return ""
        from xentgui.documents.document_file import fingerprint  # noqa: PLC0415 - few starts have a file

        try:
            size = self._path.stat().st_size
            if size > LONGEST_DOCUMENT:
                return f"{size} bytes"
            return fingerprint(read_regular(self._path, LONGEST_DOCUMENT))
        except OSError:
            return ""

    def _on_event(self, _path: str) -> None:
        if not self._timer.isActive():  # or a folder that always changes would delay it for ever
            self._timer.start()

    def _watch(self) -> None:
        assert self._path is not None
        missing = {str(self._path), str(self._path.parent)}
        missing -= {*self._watcher.files(), *self._watcher.directories()}
        there = [path for path in missing if os.path.exists(path)]  # noqa: PTH110 - as Qt does
        if there:
            self._watcher.addPaths(there)


def _stamp(path: Path) -> tuple[object, ...]:
    """Return what changes with the content of a file, and with our right to read it."""
    try:
        return Stamp.of(path.stat()), os.access(path, os.R_OK)
    except OSError as error:
        return (type(error),)
