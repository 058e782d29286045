"""Keeps the journal of this program up to date, and writes it anew when it has become long."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from xentgui.documents.journal.journal_file import JournalFile

SLICE_S = 0.004
"""Seconds; a journal that takes longer to write is written in slices between other events."""

RETRY_MS = 5000
"""How long after a failure it is tried again to write."""

LEAST_TO_SHORTEN = 1 << 20
"""Bytes; a journal is written anew, without what was undone, once it is longer and three times
as long as it was."""

Contents = Callable[[], Iterator[bytes]]
"""Returns all bytes of a journal for what there is now, in pieces that each take little time."""


class Keeper(QObject):
    """Writes each frame before it returns; writes whole journals while there is nothing to do.

    Attributes
    ----------
    path
        The journal.

    Signals
    -------
    failed(str)
        The work cannot be kept, for the reason given by the system.  It is tried again.
    mended()
        After that, it is kept again.
    """

    failed = Signal(str)
    mended = Signal()

    def __init__(self, path: Path, parent: QObject | None, shorten: int) -> None:
        super().__init__(parent)
        self.path = path
        self._file = JournalFile(path)
        self._contents: Contents | None = None
        # Whether the file holds what there is now; else it holds an older document, or is not there.
        self._is_current = False
        self._pieces: Iterator[bytes] | None = None  # of a new file that is being written
        self._since: list[bytes] = []  # frames that came after its pieces were begun
        self._waiting: list[bytes] = []  # frames that could not be written
        self._failing = False
        self._least = self._longest = shorten
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self, contents: Contents) -> None:
        """Keep something else from now on: soon, or with the first frame that is added."""
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
        if self._contents is None:
            return
        if self._pieces is not None:
            self._since.append(frame)
        elif not self._is_current:
            self._begin_new()
        if self._is_current:
            self._waiting.append(frame)
            self._append()
        else:
            self.write()

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
            if self._is_current:
                self._append()
            else:
                self._begin_new()

    def _append(self) -> None:
        """Write the frames that are waiting, or tell why not."""
        try:
            self._file.append(b"".join(self._waiting))
        except FileNotFoundError:  # somebody has removed it
            self._is_current = False
            self._begin_new()
            self.write()
        except OSError as error:
            self._fail(error)
        else:
            self._succeed()
            if self._file.size > self._longest and self._pieces is None:
                self._begin_new()

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
        self._on_written()
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

    # For who knows the folder

    def _make_ready(self) -> None:
        """Make a file possible at `path`; raises OSError."""

    def _on_written(self) -> None:
        """Take note that all that there is stands in the file."""
