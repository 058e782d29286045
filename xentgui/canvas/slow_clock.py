"""The clock of pictures that take long: while numbers go on by themselves, they follow more slowly."""

from __future__ import annotations

import math
import time
from typing import Protocol

from PySide6.QtCore import QObject

from xentgui.canvas.play_frames import Frames, Lateness, has_turn
from xentgui.model import Snapshot
from xentgui.model.view import View

PERIOD_S = 0.032
"""Two frames: what follows by this clock is usually painted 31 times a second at most."""

FRAMES = 2
"""It is painted in one of so many frames, also where a frame takes longer than a screen's."""


class Follows(Protocol):
    """What can follow by the slow clock."""

    def show_view(self, view: View) -> None:
        """Show the same numbers in another way."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers."""

    def come_to_rest(self) -> None:
        """Show exactly what is shown."""


class SlowClock(QObject):
    """Holds numbers back until what shows them may be painted again.

    The numbers and the view are held back together, so that a picture is always of one moment.
    """

    def __init__(self, follower: Follows, parent: QObject) -> None:
        super().__init__(parent)
        self._follower = follower
        self.phase: float | None = None  # None while the clock does not count
        self._frames = FRAMES
        self._painted = -1  # the period in which other numbers were painted last
        self._counted = Frames(self)
        self._shown = -1  # the frame in which others were shown last
        self._has_news = False
        self._shows = False  # whether the follower is being shown what was held back
        self._view: View | None = None
        self._snapshot: Snapshot | None = None
        self._late = Lateness(self)
        self._late.timeout.connect(self.catch_up)

    def count_by(self, counted: Frames) -> None:
        """Go by the numbers of frames by which others go, too."""
        self._counted = counted

    def follow_by(self, phase: float | None, frames: int = FRAMES) -> None:
        """Count in this phase of so many frames; for None, show the numbers at once from now on.

        Two clocks with phases 0.5 apart never begin a period together: of two pictures one is
        painted in one frame, and the other one in the next.
        """
        if (phase, frames) != (self.phase, self._frames):
            self.phase, self._frames = phase, frames
            self.catch_up()
            if phase is None:
                self._follower.come_to_rest()

    def is_to_wait(self, now: View | Snapshot) -> bool:
        """Return whether `now` is shown by the clock, now or later.  Else show it."""
        if self.phase is None or self._shows:
            return False
        counted = self._counted
        frame = counted.note_change() if isinstance(now, Snapshot) else counted.next
        is_due = self._has_turn(frame) and self._tick() != self._painted
        if isinstance(now, View):
            # The numbers that it belongs to follow, if there are any, before the next event.
            self._view = now
            self._late.note_change(is_due=is_due)
            return True
        self._snapshot = now
        if is_due:
            self.catch_up()
        else:
            self._late.note_change()
        return True

    def note_paint(self) -> None:
        """Wait until the next period, if there was something new to paint."""
        self._counted.note_paint()
        if self.phase is not None and self._has_news:
            self._has_news = False
            self._painted = self._tick()

    def catch_up(self) -> None:
        """Show what was held back."""
        self._late.stop()
        view, snapshot, self._view, self._snapshot = self._view, self._snapshot, None, None
        self._painted, self._shown = -1, self._counted.number
        self._has_news = self._shows = True
        try:
            if view is not None:
                self._follower.show_view(view)
            if snapshot is not None:
                self._follower.show_snapshot(snapshot)
        finally:
            self._shows = False

    def _has_turn(self, frame: int) -> bool:
        place = round(self._frames * (self.phase or 0.0)) % self._frames
        return has_turn(frame, self._shown, self._frames, place)

    def _tick(self) -> int:
        period = PERIOD_S * self._frames / FRAMES
        return math.floor(time.perf_counter() / period + (self.phase or 0.0))
