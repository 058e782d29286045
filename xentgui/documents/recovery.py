"""The work is kept on the disk while it is done, and found again after a crash.

Every running program keeps a file of its own and holds a lock beside it, so that two of them do
not take each other's work.  A file whose lock nobody holds was left by a program that died.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer

from xentgui.documents import document, document_text
from xentgui.documents.scene import Document

SLICE_S = 0.004
"""Seconds: writing large work takes longer, and is done in turns with everything else."""

_PREFIX = "recovery-"


@dataclass(frozen=True, slots=True)
class Work:
    """What is kept.

    Attributes
    ----------
    document
        As it would be saved now.
    path
        The file it belongs to, or None.
    scene
        The number of the scene that is shown.
    fingerprint
        Of what the file held when it was read or written last.
    """

    document: Document
    path: Path | None = None
    scene: int = 0
    fingerprint: str = ""


def encode(work: Work) -> bytes:
    """Return `work` as the bytes of a recovery file: a line about it, and the document."""
    return "".join(_pieces(work)).encode()


def _pieces(work: Work) -> Iterator[str]:
    path = None if work.path is None else str(work.path)
    head = {"path": path, "scene": work.scene, "fingerprint": work.fingerprint}
    yield json.dumps(head) + "\n"
    yield from document_text.pieces(work.document)


def decode(data: bytes) -> Work:
    """Return the work that `encode` wrote; raises ValueError for anything else."""
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
    """Keeps the present work in a file until the program ends as it should."""

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
        """Write `work` while the event loop has nothing else to do."""
        self._work = work
        self._timer.start(0)

    def forget(self) -> None:
        """Keep nothing: there is nothing that would be missed."""
        self._stop()
        self._work = None
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def write(self) -> bool:
        """Write what is to be kept now; return False if that failed."""
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
        """Put `data` in the place of a file; return False if there is no room for it.

        A disk that is full must not stop the work.
        """
        # Not made sure of on the disk itself: that takes a while, and a program that is killed
        # does not take down what the system has been given.
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
        """Keep what a person discards until the next time: `discarded` can be opened."""
        self._put(self.discarded, document_text.encode(document).encode())

    def lost(self, path: Path | None = None) -> Work | None:
        """Return the newest work that a program left when it died, and forget that file.

        With a `path`, only work on that document.  What cannot be read is set aside under
        another name; nothing is deleted unread.
        """
        self._tidy()
        for left in self._left_behind():
            lock = _lock(left.with_suffix(".lock"))
            if not lock.tryLock(0):
                continue
            try:
                work = decode(left.read_bytes())
            except (OSError, ValueError):
                left.replace(left.with_suffix(".damaged"))
                continue
            finally:
                lock.unlock()
            if path is not None and work.path != path:
                continue
            # It is this program's work now, and safe before the old file goes.
            self._work = work
            if self.write():
                left.unlink(missing_ok=True)
            return work
        return None

    def close(self) -> None:
        """Remove the file: the program ends as it should."""
        self.forget()
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

    def _tidy(self) -> None:
        """Remove what programs were just writing when they died; the file before it is whole."""
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
    except OSError:  # its program has just ended as it should
        return 0.0


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)  # held as long as its program lives, and no longer
    return lock
