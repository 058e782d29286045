"""Saves the unsaved work in a recovery file, and finds it again after a crash.

Every running program has its own recovery file and a lock beside it, so that two programs do not
take each other's work.  A file without a held lock was left by a program that crashed.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLockFile, QObject, QTimer

from xentgui.documents import document, document_text
from xentgui.documents.scene import Document
from xentgui.model.limits import LONGEST_DOCUMENT
from xentgui.reading.regular_file import read_regular

SLICE_S = 0.004
"""Seconds; large work takes longer to write, and is written in slices between other events."""

_PREFIX = "recovery-"
_MOST_BYTES = LONGEST_DOCUMENT + (1 << 20)  # with the line about it


class Work(NamedTuple):
    """The content of a recovery file.

    Attributes
    ----------
    document
        The document as Save would write it.
    path
        The file it belongs to, or None.
    scene
        The number of the scene that is shown.
    fingerprint
        The fingerprint of the file's content when it was last read or written.
    """

    document: Document
    path: Path | None = None
    scene: int = 0
    fingerprint: str = ""


def encode(work: Work) -> bytes:
    """Return `work` as the bytes of a recovery file: a header line, and the document."""
    return "".join(_pieces(work)).encode()


def _pieces(work: Work) -> Iterator[str]:
    path = None if work.path is None else str(work.path)
    head = {"path": path, "scene": work.scene, "fingerprint": work.fingerprint}
    yield json.dumps(head) + "\n"
    yield from document_text.pieces(work.document)


def decode(data: bytes) -> Work:
    """Return the work in bytes that `encode` made; raises ValueError for other bytes."""
    line, _, text = data.partition(b"\n")
    try:
        head = json.loads(line)
    except RecursionError:
        raise ValueError("too many brackets within one another") from None
    match head:
        case {"path": None | str() as path, "scene": int() as scene, "fingerprint": str() as known}:
            found = document.decode(text)
        case _:
            raise ValueError("a recovery file begins with a line about it")
    if not 0 <= scene < len(found.scenes):
        raise ValueError("a recovery file shows one of its scenes")
    return Work(found, None if path is None else Path(path), scene, known)


class Recovery(QObject):
    """Keeps the unsaved work in a file until the program ends normally."""

    def __init__(self, directory: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._directory = directory
        stem = f"{_PREFIX}{os.getpid()}-{os.urandom(4).hex()}"
        self.path = directory / f"{stem}.json"
        self.discarded = directory / "discarded.xent.json"
        self._lock = _lock(directory / f"{stem}.lock")
        self._work: Work | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._begun: Work | None = None
        self._pieces: Iterator[str] | None = None
        self._text: list[str] = []

    def keep(self, work: Work) -> None:
        """Write `work` later, while the event loop is idle."""
        self._work = work
        self._timer.start(0)

    def forget(self) -> None:
        """Remove the kept work, because there is nothing unsaved."""
        self._stop()
        self._work = None
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def write(self) -> bool:
        """Write the work that is waiting; return False if that failed."""
        self._stop()
        work, self._work = self._work, None
        return work is None or self._put(self.path, encode(work))

    def _go_on(self) -> None:
        if self._pieces is None:
            if self._work is None:
                return
            self._begun, self._pieces = self._work, _pieces(self._work)
        end = time.monotonic() + SLICE_S
        for piece in self._pieces:
            self._text.append(piece)
            if time.monotonic() > end:
                self._timer.start(0)
                return
        data = "".join(self._text).encode()
        newer = self._work is not self._begun
        self._stop()
        self._put(self.path, data)
        if newer:
            self._timer.start(0)
        else:
            self._work = None

    def _stop(self) -> None:
        self._timer.stop()
        self._begun = self._pieces = None
        self._text.clear()

    def _put(self, path: Path, data: bytes) -> bool:
        """Replace the content of a file by `data`; return False if that failed.

        A disk that is full must not stop the work.
        """
        # There is no fsync: it is slow, and the system keeps written data when a program is killed.
        if not self._ready():
            return False
        beside = path.with_suffix(".new")
        try:
            beside.write_bytes(data)
            beside.replace(path)
        except OSError:
            return False
        return True

    def discard(self, document: Document) -> None:
        """Keep the work that a person discards, until the next time, in the file `discarded`."""
        self._put(self.discarded, document_text.encode(document).encode())

    def lost(self, path: Path | None = None) -> Work | None:
        """Return the newest work that a crashed program left, and take it over.

        With a `path`, only work on that document counts.  A file that cannot be read is renamed; no
        file is deleted unread.
        """
        self._tidy()
        for left in self._left_behind():
            lock = _lock(left.with_suffix(".lock"))
            if not lock.tryLock(0):
                continue
            try:
                work = decode(read_regular(left, _MOST_BYTES))
            except (OSError, ValueError):
                left.replace(left.with_suffix(".damaged"))
                continue
            finally:
                lock.unlock()
            if path is not None and work.path != path:
                continue
            # This program's own file holds the work before the old file is removed.
            self._work = work
            if self.write():
                left.unlink(missing_ok=True)
            return work
        return None

    def close(self) -> None:
        """Remove the file, because the program ends normally."""
        self.forget()
        self._lock.unlock()

    def _ready(self) -> bool:
        """Create the folder and take the lock, before the first file is written."""
        if self._lock.isLocked():
            return True
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        return self._lock.tryLock(0)

    def _tidy(self) -> None:
        """Remove half-written files of crashed programs; the complete older file is still there."""
        for part in self._directory.glob("*.new"):
            lock = _lock(part.with_suffix(".lock"))
            if lock.tryLock(0):
                part.unlink(missing_ok=True)
                lock.unlock()

    def _left_behind(self) -> list[Path]:
        paths = [path for path in self._directory.glob(f"{_PREFIX}*.json") if path != self.path]
        return sorted(paths, key=_time_of, reverse=True)


def _time_of(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # its program has just ended normally
        return 0.0


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)  # a lock is held as long as its program runs
    return lock
