"""Keeps the unsaved work in a journal, and finds it again after a crash.

Every running program has its own journal and a lock beside it, so that two programs do not take
each other's work.  A journal without a held lock was left by a program that crashed.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from xentgui.documents import document_text
from xentgui.documents import work as unsaved
from xentgui.documents.file_lock import FileLock
from xentgui.documents.journal import replay
from xentgui.documents.journal.journal_file import JournalFile
from xentgui.documents.journal.replay import Replayed
from xentgui.documents.scene import Document
from xentgui.reading.regular_file import read_regular

SLICE_S = 0.004
"""Seconds; a journal that takes longer to write is written in slices between other events."""

RETRY_MS = 5000
"""How long after a failure it is tried again to write."""

LEAST_TO_SHORTEN = 1 << 20
"""Bytes; a journal is written anew, without what was undone, after it has grown by more."""

_PREFIX = "recovery-"

Contents = Callable[[], Iterator[bytes]]
"""Returns all bytes of a journal for what there is now, in pieces that each take little time."""


class Recovery(QObject):
    """Keeps the unsaved work in a journal until the program ends normally.

    Attributes
    ----------
    path
        The journal of this program.
    discarded
        The file with the document that was discarded last.
    damaged
        The file of the work that `lost` has found, if only a part of it could be read; or None.
    unreadable
        Files that were left by a crash, of which nothing could be read; they are kept.

    Signals
    -------
    failed(str)
        The work cannot be kept, for the reason given by the system.  It is tried again.
    mended()
        After that, it is kept again.
    """

    failed = Signal(str)
    mended = Signal()

    def __init__(
        self, directory: Path, parent: QObject | None = None, shorten: int = LEAST_TO_SHORTEN
    ) -> None:
        super().__init__(parent)
        self._directory = directory
        stem = f"{_PREFIX}{os.getpid()}-{os.urandom(4).hex()}"
        self.path = directory / f"{stem}.journal"
        self.discarded = directory / "discarded.xent.json"
        self.damaged: Path | None = None
        self.unreadable: list[Path] = []
        self._lock = FileLock(directory / f"{stem}.lock")
        self._file = JournalFile(self.path)
        self._contents: Contents | None = None
        # Whether the file holds what there is now; else it holds an older document, or is not there.
        self._is_current = False
        self._pieces: Iterator[bytes] | None = None  # of a new file that is being written
        self._since: list[bytes] = []  # frames that came after its pieces were begun
        self._waiting: list[bytes] = []  # frames that could not be written
        self._left: tuple[Path, bool] | None = (
            None  # a file of lost work, and whether it is damaged
        )
        self._failing = self._closed = False
        self._least = self._longest = shorten
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    # Keeping

    def begin(self, contents: Contents) -> None:
        """Keep something else from now on: soon, or with the first frame that is added."""
        if self._closed:
            return
        self._contents, self._is_current = contents, False
        self._waiting.clear()
        self._begin_new()
        self._go_on()

    def go_on_with(self, contents: Contents) -> None:
        """Keep what `lost` has taken over, and what follows."""
        self._contents = contents
        self._is_current = self._file.is_open

    def add(self, frame: bytes) -> None:
        """Write a frame before this returns; a failure is told, and tried again.

        `contents` already includes the frame.
        """
        if self._closed or self._contents is None:
            return
        if self._pieces is None and not self._is_current:
            self._begin_new()
        elif self._pieces is not None:
            self._since.append(frame)
        if not self._is_current:
            self.write()
            return
        try:
            self._file.append(b"".join((*self._waiting, frame)))
        except FileNotFoundError:  # somebody has removed it
            self._is_current = False
            self._begin_new()
            self.write()
        except OSError as error:
            self._waiting.append(frame)
            self._fail(error)
        else:
            self._succeed()
            if self._file.size > self._longest and self._pieces is None:
                self._begin_new()

    def write(self) -> bool:
        """Write now what is to be written; return False if that failed."""
        while self._pieces is not None:
            self._take_pieces(float("inf"))
        return self._is_current or self._contents is None

    def forget(self) -> None:
        """Remove the journal, because there is nothing unsaved."""
        self._stop()
        self._contents, self._is_current = None, False
        self._waiting.clear()
        self._file.remove()

    def close(self) -> None:
        """Remove the journal, because the program ends normally."""
        self.forget()
        self._closed = True
        self._lock.unlock()

    @property
    def has_discarded(self) -> bool:
        """Whether there is a discarded document."""
        return self.discarded in self._files(self.discarded.name)

    def discard(self, document: Document) -> None:
        """Keep the work that a person discards, until the next time, in the file `discarded`."""
        beside = self.discarded.with_suffix(".new")
        with contextlib.suppress(OSError):
            self._make_ready()
            beside.write_bytes(document_text.encode(document).encode())
            beside.replace(self.discarded)

    def _begin_new(self) -> None:
        """Begin to write all of the journal anew; what it holds stays until that is done."""
        assert self._contents is not None
        self._since.clear()
        self._pieces = self._contents()
        try:
            self._make_ready()
            self._file.begin_new()
        except OSError as error:
            self._give_up(error)
        else:
            self._timer.start(0)

    def _go_on(self) -> None:
        if self._pieces is not None:
            self._take_pieces(SLICE_S)
            if self._pieces is not None:
                self._timer.start(0)
        elif self._failing and self._contents is not None:
            if not self._is_current:
                self._begin_new()
                return
            try:
                self._file.append(b"".join(self._waiting))
            except OSError as error:
                self._fail(error)
            else:
                self._succeed()

    def _take_pieces(self, seconds: float) -> None:
        assert self._pieces is not None
        end = time.monotonic() + seconds
        try:
            for piece in self._pieces:
                if piece:
                    self._file.write_new(piece)
                if time.monotonic() > end:
                    return
            self._file.write_new(b"".join(self._since))
            self._file.put_new_in_place()
        except OSError as error:
            self._give_up(error)
            return
        self._stop()
        self._is_current = True
        self._put_left_away()
        self._longest = max(self._least, 3 * self._file.size)
        self._waiting.clear()
        self._succeed()

    def _give_up(self, error: OSError) -> None:
        """Write no new file for now; the older one stays."""
        self._stop()
        if self._is_current:
            self._longest *= 2
        else:
            self._fail(error)

    def _stop(self) -> None:
        self._timer.stop()
        self._pieces = None
        self._since.clear()
        self._file.drop_new()

    def _fail(self, error: OSError) -> None:
        if not self._failing:
            self._failing = True
            self.failed.emit(error.strerror or str(error))
        self._timer.start(RETRY_MS)

    def _succeed(self) -> None:
        self._waiting.clear()
        if self._failing:
            self._failing = False
            self.mended.emit()

    def _make_ready(self) -> None:
        """Create the folder and take the lock, before a file is written; raises OSError."""
        if not self._lock.is_held:
            self._lock.unlock()
            self._directory.mkdir(parents=True, exist_ok=True)
            self._lock.try_lock()

    # Finding

    def lost(self, path: Path | None = None) -> Replayed | None:
        """Return the newest work that a crashed program left, and take it over.

        With a `path`, only work on that document counts.  A file of which nothing can be read is
        renamed; no file is deleted unread.
        """
        self._tidy()
        for left in self._left_behind():
            lock = FileLock(left.with_suffix(".lock"))
            try:
                if not lock.try_lock():
                    continue
                found = self._read(left)
                if found is not None and path in {None, found.work.path}:
                    self._take_over(left, found)
                    return found
            except OSError:
                continue
            finally:
                lock.unlock()
        return None

    def _read(self, left: Path) -> Replayed | None:
        """Return the work in a file, None for a file without any; raises OSError."""
        data = read_regular(left, left.stat().st_size)
        try:
            if left.suffix == ".journal":
                return replay.read(data)
            work = unsaved.decode(data)
            return Replayed(work, work)
        except ValueError:
            aside = left.with_suffix(".damaged")
            left.replace(aside)
            self.unreadable.append(aside)
            return None

    def _take_over(self, left: Path, found: Replayed) -> None:
        """Let this program have the work; it is in one of two files at every moment."""
        if found.size and found.damage != "damaged":
            with contextlib.suppress(OSError):
                self._make_ready()
                self._file.take_over(left, found.size)
                return
        self._left = left, found.damage == "damaged"
        if found.damage == "damaged":
            self.damaged = left.with_suffix(".damaged")
        work = found.work
        self.begin(lambda: replay.contents(found.base, found.steps, found.done, work))
        self.write()

    def _put_left_away(self) -> None:
        """Remove the file whose work this program has now written; keep it if it is damaged."""
        if self._left is not None:
            (left, is_damaged), self._left = self._left, None
            with contextlib.suppress(OSError):
                if is_damaged:
                    left.replace(left.with_suffix(".damaged"))
                else:
                    left.unlink(missing_ok=True)

    def _tidy(self) -> None:
        """Remove half-written files of crashed programs; the complete older file is still there."""
        for part in self._files("*.new"):
            lock = FileLock(part.with_suffix(".lock"))
            with contextlib.suppress(OSError):
                if lock.try_lock():
                    part.unlink(missing_ok=True)
            lock.unlock()

    def _left_behind(self) -> list[Path]:
        found = [*self._files(f"{_PREFIX}*.journal"), *self._files(f"{_PREFIX}*.json")]
        return sorted((one for one in found if one != self.path), key=_time_of, reverse=True)

    def _files(self, pattern: str) -> list[Path]:
        try:
            return list(self._directory.glob(pattern))
        except OSError:  # a folder that may not be looked into
            return []


def _time_of(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # its program has just ended normally
        return 0.0
