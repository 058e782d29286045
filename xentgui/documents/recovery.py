"""Keeps the unsaved work in a journal, and finds it again after a crash.

Every running program has its own journal and a lock beside it, so that two programs do not take
each other's work.  A journal without a held lock was left by a program that crashed.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from xentgui.documents import recovery_files
from xentgui.documents.file_lock import FileLock
from xentgui.documents.journal.keeper import LEAST_TO_SHORTEN, Contents, Keeper

if TYPE_CHECKING:
    from xentgui.documents.journal.replay import Replayed
    from xentgui.documents.scene import Document


class Recovery(Keeper):
    """Keeps the unsaved work in a journal until the program ends normally.

    Attributes
    ----------
    discarded
        The file with the document that was discarded last.
    damaged
        The file of the work that `lost` has found, if only a part of it could be read; or None.
    unreadable
        Files that were left by a crash, of which nothing could be read; they are kept.
    """

    def __init__(
        self, directory: Path, parent: QObject | None = None, shorten: int = LEAST_TO_SHORTEN
    ) -> None:
        stem = recovery_files.new_stem()
        super().__init__(directory / f"{stem}.journal", parent, shorten)
        self._directory = directory
        self.discarded = directory / "discarded.xent.json"
        self.damaged: Path | None = None
        self.unreadable: list[Path] = []
        self._lock = _lock_of(self.path)
        # A file whose work is to be written into the journal first, and whether it is damaged.
        self._left: tuple[Path, bool] | None = None
        self._closed = False

    def begin(self, contents: Contents) -> None:
        """Keep something else from now on, unless the program has ended."""
        if not self._closed:
            super().begin(contents)

    def close(self) -> None:
        """Remove the journal, because the program ends normally."""
        self.forget()
        self._closed = True
        self._lock.unlock()

    @property
    def has_discarded(self) -> bool:
        """Whether there is a discarded document."""
        return self.discarded in recovery_files.files(self._directory, self.discarded.name)

    def discard(self, document: Document) -> None:
        """Keep the work that a person discards, until the next time, in the file `discarded`."""
        from xentgui.documents import document_text  # noqa: PLC0415 - no start discards

        beside = self.discarded.with_suffix(".new")
        with contextlib.suppress(OSError):
            self._make_ready()
            beside.write_bytes(document_text.encode(document).encode())
            beside.replace(self.discarded)

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
        for left in recovery_files.journals(self._directory):
            if left == self.path:
                continue
            lock = _lock_of(left)
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
        # Few starts find something.
        from xentgui.documents import work as unsaved  # noqa: PLC0415
        from xentgui.documents.journal import replay  # noqa: PLC0415
        from xentgui.reading.regular_file import read_regular  # noqa: PLC0415

        data = read_regular(left, left.stat().st_size)
        try:
            if left.suffix == ".journal":
                return replay.read(data)
            work = unsaved.decode(data)
            return replay.Replayed(work, work)
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
        from xentgui.documents.journal import replay  # noqa: PLC0415 - few starts find something

        self._left = left, found.damage == "damaged"
        if found.damage == "damaged":
            self.damaged = left.with_suffix(".damaged")
        work = found.work
        self.begin(lambda: replay.contents(found.base, found.steps, found.done, work))
        self.write()

    def _on_written(self) -> None:
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
        for part in recovery_files.half_written(self._directory):
            lock = _lock_of(part)
            with contextlib.suppress(OSError):
                if lock.try_lock():
                    part.unlink(missing_ok=True)
            lock.unlock()


def _lock_of(path: Path) -> FileLock:
    """Return the lock beside a file, which its program holds."""
    return FileLock(path.with_suffix(".lock"))
