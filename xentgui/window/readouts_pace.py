"""Digits, while numbers go on by themselves: as often as they can be read, and exact at the end."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from xentgui.canvas.play_frames import Frames, Lateness, has_turn
from xentgui.documents.store import Store
from xentgui.model import Snapshot
from xentgui.model.view import View

PERIOD_S = 0.096
"""Six frames: nobody reads digits that change more than ten times a second."""

FRAMES = 6
"""Where frames take longer than a screen's, they leave so many to pictures."""

_SOON_MS = 48
"""Half a period: another view is shown in it at the latest, where no step of a play comes before."""


class ReadoutsPace(QObject):
    """Passes the changes of a store on; the steps that a play takes by itself only now and then.

    Every other change is passed on at once, or another view soon, and with it what was held back.
    The view and the numbers of a step are held back together, so that what is read is always of one
    moment.

    Of paces with another `first` of the `FRAMES`, no two pass on the same step: digits of all parts
    together would take longer than a frame has.

    Signals
    -------
    view_changed(View), changed(Snapshot)
        As those of the store.
    """

    view_changed = Signal(object)
    changed = Signal(object)

    def __init__(
        self,
        store: Store,
        takes_step: Callable[[], bool],
        parent: QObject,
        first: int = 0,
        counted: Frames | None = None,
    ) -> None:
        """`takes_step` says whether the change that is under way is a step of a play."""
        super().__init__(parent)
        self._takes_step, self._first = takes_step, first
        self._counted = counted or Frames(self)
        self._shown = -1  # the frame of what was passed on last
        self._passed = -1  # the period in which a step was passed on last
        self._is_due = False  # whether what was held back is to be passed on in the next turn
        self._view: View | None = None
        self._snapshot: Snapshot | None = None
        self._late = Lateness(self)
        self._late.timeout.connect(self._pass_on)
        store.view_changed.connect(self._on_view)
        store.changed.connect(self._on_changed)

    def catch_up(self) -> None:
        """Pass on what was held back."""
        self._shown = self._counted.number
        self._pass_on()

    def _pass_on(self) -> None:
        self._late.stop()
        self._is_due = False
        view, snapshot, self._view, self._snapshot = self._view, self._snapshot, None, None
        if view is not None:
            self.view_changed.emit(view)
        if snapshot is not None:
            self.changed.emit(snapshot)

    def _on_view(self, view: View) -> None:
        self._view = view
        if self._takes_step():
            return  # the numbers that it belongs to follow
        if self._snapshot is None or not self._first:
            self.catch_up()
            return
        # In a play this comes in the next frames, in turn, as steps do.
        self._passed, self._shown = -1, self._counted.number + (1 + self._first) // 2 - FRAMES
        self._late.start(_SOON_MS)

    def _on_changed(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        if self._takes_step():
            period = math.floor(time.perf_counter() / PERIOD_S + self._first / FRAMES)
            frame = self._counted.note_change()
            if period != self._passed and self._has_turn(frame):
                self._passed, self._shown, self._is_due = period, frame, True
            # After the pictures of this step are painted, so that no turn has to do both.
            self._late.note_change(is_due=self._is_due)
            return
        self.catch_up()

    def _has_turn(self, frame: int) -> bool:
        return has_turn(frame, self._shown, FRAMES, -self._first % FRAMES)
