"""Work beside the window: one piece at a time, whose result is given to the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

IsWanted = Callable[[], bool]
"""Says whether anybody still waits for the result."""


class _Piece:
    """A piece of work, and who takes its result."""

    __slots__ = ("done", "is_wanted", "work")

    def __init__(
        self, work: Callable[[IsWanted], Any], done: Callable[[Callable[[], Any]], None]
    ) -> None:
        self.work, self.done = work, done
        self.is_wanted = True


class Beside(QObject):
    """A thread that waits for work.

    It ends with this object, or with the program, which waits for nothing longer than the piece in
    progress takes to see that it is not wanted.
    """

    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._piece: _Piece | None = None
        self._threads: ThreadPoolExecutor | None = None
        self._ended.connect(self._on_end, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether somebody waits for a result."""
        return self._piece is not None

    def begin(
        self, work: Callable[[IsWanted], Any], done: Callable[[Callable[[], Any]], None]
    ) -> None:
        """Do `work` in the thread, and then call `done` in the thread of the window.

        `done` gets a function that returns the result, or raises what `work` has raised.  What is
        in progress is abandoned.
        """
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - no start needs it

        self.abandon()
        self._piece = piece = _Piece(work, done)
        if self._threads is None:
            self._threads = ThreadPoolExecutor(1, "beside")
        self._threads.submit(self._run, piece)

    def abandon(self) -> None:
        """Wait no longer for a result; the work in progress ends when it next asks."""
        if self._piece is not None:
            self._piece.is_wanted = False
            self._piece = None

    def _run(self, piece: _Piece) -> None:
        found: object = None
        error: BaseException | None = None
        if not piece.is_wanted:
            return
        try:
            found = piece.work(lambda: piece.is_wanted)
        except BaseException as caught:  # noqa: BLE001 - it is raised again in the window's thread
            error = caught
        try:
            self._ended.emit(piece, found, error)
        except RuntimeError:  # the window is closed, and this object with it
            return

    def _on_end(self, piece: _Piece, found: object, error: BaseException | None) -> None:
        if piece is not self._piece:
            return
        self._piece = None

        def result() -> object:
            if error is not None:
                raise error
            return found

        piece.done(result)
