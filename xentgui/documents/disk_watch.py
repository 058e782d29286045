"""Notices that another program has changed the file of the open document."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from xentgui.documents.opening import fingerprint

_PAUSE_MS = 100
"""Programs write in several goes; they are let finish."""


class DiskWatch(QObject):
    """Watches one file at a time.

    Signals
    -------
    changed()
        The file holds other bytes than we read or wrote last, or is gone.  Told once for each
        content.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._known = self._told = ""
        self._stamp: tuple[int, ...] | None = ()
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.check)
        self._watcher.fileChanged.connect(self._on_event)
        self._watcher.directoryChanged.connect(self._on_event)

    def follow(self, path: Path | None, known: str) -> None:
        """Watch `path`, which holds the bytes with the fingerprint `known`; None for nothing."""
        watched = self._watcher.files() + self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)
        self._path, self._known, self._told = path, known, known
        self._stamp = ()  # not looked at yet
        self._timer.stop()
        if path is not None:
            self._watch()

    def is_other(self) -> bool:
        """Look at the disk now: say whether the file is there and holds what we do not know."""
        return self.present() not in {"", self._known}

    def check(self) -> None:
        """Look at the disk, and tell if there is something to tell."""
        path = self._path
        if path is None:
            return
        self._watch()  # a file that was put in the place of ours is not watched yet
        stamp = _stamp(path)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        now = self.present()
        if now not in {self._known, self._told}:
            self._told = now
            self.changed.emit()
        elif now == self._known:
            self._told = now

    def is_gone(self) -> bool:
        """Say whether the file is not where it was."""
        return self._path is not None and _stamp(self._path) is None

    def present(self) -> str:
        """Return the fingerprint of what is on the disk now; "" for nothing."""
        try:
            return fingerprint(self._path.read_bytes()) if self._path is not None else ""
        except OSError:
            return ""

    def _on_event(self, _path: str) -> None:
        if not self._timer.isActive():  # or a folder that is never at rest would put it off
            self._timer.start()

    def _watch(self) -> None:
        assert self._path is not None
        missing = {str(self._path), str(self._path.parent)}
        missing -= {*self._watcher.files(), *self._watcher.directories()}
        there = [path for path in missing if os.path.exists(path)]  # noqa: PTH110 - as Qt does
        if there:
            self._watcher.addPaths(there)


def _stamp(path: Path) -> tuple[int, ...] | None:
    """Return what changes whenever a file does, without reading it; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
