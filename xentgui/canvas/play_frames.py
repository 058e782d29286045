"""The frames of numbers that go on by themselves: how they are counted, and when the last has been."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer

_LEAST_MS, _MOST_MS = 150, 500
_FRAMES = 2.5
_TOGETHER_S = 0.004  # the view and the numbers of one change come one after the other


class Frames(QObject):
    """Numbers frames, from 0, by the changes that they show.

    Those who follow one numbering can take turns: each is due in other frames.  What changes before
    the window is painted, or in one turn of the event loop, is shown in one frame: a step of a play,
    and what a hand does meanwhile.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.number, self._is_over = -1, True
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self.note_paint)

    @property
    def next(self) -> int:
        """The frame that shows a change that comes now."""
        return self.number + self._is_over

    def note_change(self) -> int:
        """Return the frame that shows a change that has come."""
        self.number, self._is_over = self.next, False
        self._turn.start()
        return self.number

    def note_paint(self) -> None:
        """End the frame."""
        self._is_over = True


def has_turn(frame: int, shown: int, frames: int, place: int) -> bool:
    """Return whether `frame` is for one that has `place` among so many `frames`, 0 the first.

    So is the next frame in which there is a change, once so many have passed since it has `shown`.

    >>> [has_turn(frame, 3, 4, 1) for frame in range(3, 9)]
    [False, False, True, False, True, True]
    """
    since = frame - shown
    return since >= frames or (since > 0 and frame % frames == place)


class Lateness(QTimer):
    """Ends when nothing has changed for a while: longer than a frame takes, also where it takes long.

    If it ended between two frames, what was to follow slowly would be painted in each of them, and
    frames that take long would take still longer.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self._changed, self._apart = 0.0, 0.0

    def note_change(self, *, is_due: bool = False) -> None:
        """Wait from now on, by how long ago the change before was; if `is_due`, for the next turn."""
        if is_due:
            self.start(0)
            return
        now = time.perf_counter()
        if now - self._changed > _TOGETHER_S:
            self._apart = now - self._changed
        self._changed = now
        self.start(round(min(max(_FRAMES * 1e3 * self._apart, _LEAST_MS), _MOST_MS)))
