"""The clock of a play: when the next step is due."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

FRAME_MS = 16
"""The time between two frames; a play takes no more than one step in it."""

_SLOWEST, _FASTEST = 6.0, 60.0  # steps a second
_STEPS_A_SECOND = 4.0  # of the steps so far, one in so many a second: the pace grows with them


def steps_a_second(taken: int) -> float:
    """Return the pace after `taken` steps.

    The first steps are slow enough to be followed.  A loss falls the less the longer one walks, as
    1/n, and so the later steps are faster.

    >>> [steps_a_second(taken) for taken in (0, 24, 100, 1000)]
    [6.0, 6.0, 25.0, 60.0]
    """
    return min(max(taken / _STEPS_A_SECOND, _SLOWEST), _FASTEST)


class Pace(QObject):
    """Says when the next step of a play is due; never twice in a frame, however late it is.

    Signals
    -------
    frame()
        A frame has passed; `is_due` says whether a step belongs to it.
    """

    frame = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.frame)
        self._clock = QElapsedTimer()
        self._due = 0.0

    @property
    def runs(self) -> bool:
        """Whether frames pass."""
        return self._timer.isActive()

    def start(self) -> None:
        """Let the frames pass; the first step is due at once."""
        self._clock.start()
        self._due = 0.0
        self._timer.start()

    def stop(self) -> None:
        """Let no frame pass any more."""
        self._timer.stop()

    def is_due(self, taken: int) -> bool:
        """Return whether a step is due after `taken` steps, and if so, wait for the next one."""
        now = float(self._clock.elapsed())
        # Half a frame early is nearer to the time than half a frame late.
        if now + FRAME_MS / 2 < self._due:
            return False
        # A play that is late does not hurry to make up for it.
        self._due = max(self._due, now - FRAME_MS) + 1000.0 / steps_a_second(taken)
        return True
