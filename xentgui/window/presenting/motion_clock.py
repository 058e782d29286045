"""The clock of a motion: the share of the way at each frame, to its exact end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from xentgui.painting import accessibility
from xentgui.window.presenting.between import eased

FRAME_MS = 16


class MotionClock(QObject):
    """Runs one motion at a time.

    Signals
    -------
    arrived()
        The motion is at its end; emitted once for each, also if it was ended early.
    """

    arrived = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self._clock = QElapsedTimer()
        self._length = 0
        self._show: Callable[[float], None] | None = None

    @property
    def runs(self) -> bool:
        """Whether something moves."""
        return self._show is not None

    def start(self, milliseconds: int, show: Callable[[float], None]) -> None:
        """Call `show` with the eased share of the way, frame by frame; the last one is 1.

        With reduced motion, and without time, the first one is the last.
        """
        self.finish()
        self._show, self._length = show, milliseconds
        if milliseconds <= 0 or accessibility.motion_is_reduced():
            self.finish()
            return
        self._clock.start()
        self._timer.start()

    def finish(self) -> None:
        """Go to the end at once, if something moves."""
        show, self._show = self._show, None
        self._timer.stop()
        if show is not None:
            show(1.0)
            self.arrived.emit()

    def _on_frame(self) -> None:
        share = self._clock.elapsed() / self._length
        if share >= 1.0 or self._show is None:
            self.finish()
        else:
            self._show(eased(share))
