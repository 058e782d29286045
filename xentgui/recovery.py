"""The work is kept on the disk while it is done, and found again after a crash.

Every running program keeps a file of its own and holds a lock beside it, so that two of them do
not take each other's work.  A file whose lock nobody holds was left by a program that died.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QSaveFile, QTimer

from xentgui.model import RefusedError, State, document_text
from xentgui.model.scene import Document, Scene

QUICK = 2000
"""Up to so many classes a step is written at once; more are written when there is a pause."""

PAUSE_MS = 250

_PREFIX = "recovery-"


def encode(state: State) -> bytes:
    """Return `state` as the bytes of a recovery file, which is a document."""
    return document_text.encode(Document((Scene(state),))).encode()


def decode(data: bytes) -> State:
    """Return the state that `encode` wrote; raises RefusedError for anything else."""
    # Reading brings in msgspec, and there is seldom anything to be read.
    from xentgui.model import document  # noqa: PLC0415

    return document.decode(data).scenes[0].state


class Recovery(QObject):
    """Keeps the present state in a file until the program ends as it should."""

    def __init__(self, directory: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._directory = directory
        stem = f"{_PREFIX}{os.getpid()}-{os.urandom(4).hex()}"
        self.path = directory / f"{stem}.json"
        self._lock = _lock(directory / f"{stem}.lock")
        self._state: State | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.write)

    def keep(self, state: State) -> None:
        """Write `state` as soon as the event loop has nothing else to do."""
        self._state = state
        self._timer.start(0 if len(state.logits) <= QUICK else PAUSE_MS)

    def write(self) -> None:
        """Write what is to be kept now; a disk that is full must not stop the work."""
        self._timer.stop()
        state, self._state = self._state, None
        if state is None or not self._ready():
            return
        file = QSaveFile(str(self.path))
        if file.open(QSaveFile.OpenModeFlag.WriteOnly):
            file.write(encode(state))
            file.commit()

    def lost(self) -> State | None:
        """Return the newest state that a program left when it died, and forget that file.

        What cannot be read is set aside under another name; nothing is deleted unread.
        """
        for path in self._left_behind():
            lock = _lock(path.with_suffix(".lock"))
            if not lock.tryLock(0):
                continue
            try:
                state = decode(path.read_bytes())
            except (OSError, RefusedError):
                path.replace(path.with_suffix(".damaged"))
                continue
            finally:
                lock.unlock()
            # It is this program's work now, and safe before the old file goes.
            self._state = state
            self.write()
            if self.path.exists():
                path.unlink(missing_ok=True)
            return state
        return None

    def close(self) -> None:
        """Remove the file: the program ends as it should."""
        self._timer.stop()
        self._state = None
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
        self._lock.unlock()

    def _ready(self) -> bool:
        """Make the folder and take the lock, the first time that something is written."""
        if self._lock.isLocked():
            return True
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        return self._lock.tryLock(0)

    def _left_behind(self) -> list[Path]:
        paths = [path for path in self._directory.glob(f"{_PREFIX}*.json") if path != self.path]
        return sorted(paths, key=_time_of, reverse=True)


def _time_of(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # its program has just ended as it should
        return 0.0


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)  # held as long as its program lives, and no longer
    return lock
