"""The numbers that a stage shows: all of them, or every second frame of a motion."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from xentgui.model import Snapshot
from xentgui.window.presenting.lecture import Lecture


class StageNumbers(QObject):
    """Passes the numbers of a lecture on to one stage.

    What a hand drags is passed on at once, and so is the end of a motion.  The lecturer's picture
    need not be as smooth as the audience's while values move by themselves: at half its frames, a
    plain laptop has time for both.

    Signals
    -------
    changed(Snapshot)
        These numbers are to be shown.
    """

    changed = Signal(object)

    def __init__(self, lecture: Lecture, parent: QObject, *, every: int = 1) -> None:
        """Of a motion, show one frame of so many."""
        super().__init__(parent)
        self._lecture, self._every, self._skipped = lecture, every, 0
        lecture.store.changed.connect(self._on_changed)

    @property
    def now(self) -> Snapshot:
        """The numbers of the lecture."""
        return self._lecture.store.snapshot

    def _on_changed(self, snapshot: Snapshot) -> None:
        self._skipped += 1
        if self._lecture.is_moving and self._skipped < self._every:
            return
        self._skipped = 0
        self.changed.emit(snapshot)
