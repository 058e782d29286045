"""Which frame numbers belong to that go on by themselves, and whether they have stopped."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QObject, QTimer

_LEAST_MS, _MOST_MS = 150, 500
_FRAMES = 2.5
_TOGETHER_S = 0.004  # the view and the numbers of one change come one after the other
_HALF_S = 0.008
"""Changes that come closer together are shown in one frame: a step's, and a hand's meanwhile."""


class Frames:
    """Counts frames by the changes that they show."""

    def __init__(self) -> None:
        self._begun = -math.inf

    @property
    def is_next(self) -> bool:
        """Whether a change that comes now is shown in a frame after that of the last one."""
        return time.perf_counter() - self._begun >= _HALF_S

    def note_change(self) -> bool:
        """Return `is_next` for a change that has come."""
        is_next = self.is_next
        if is_next:
            self._begun = time.perf_counter()
        return is_next


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
