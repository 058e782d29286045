"""Goes through a batch whenever the window has nothing else to do."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from xentgui.samples.scan import Scan

SLICE_MS = 4.0
"""Work goes on for so long before hands and screen get their turn."""

TELL_MS = 80.0
"""Between two words about how far it has come."""


class IdleScan(QObject):
    """Runs one scan at a time, in slices too short to be felt.

    Signals
    -------
    progressed()
        It has come further; told now and then.
    finished()
        All rows have been looked at.
    """

    progressed = Signal()
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scan: Scan | None = None
        self._told = 0.0
        # Qt sends this only when no event is waiting: hands and painting go first.
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._work)

    @property
    def is_running(self) -> bool:
        """Whether a scan is under way."""
        return self._idle.isActive()

    def start(self, scan: Scan) -> None:
        """Begin with `scan`, or go on with it where it was stopped."""
        self._scan = scan
        self._told = time.monotonic()
        self._idle.start()
        self.progressed.emit()

    def stop(self) -> None:
        """Leave the scan as it is."""
        self._idle.stop()
        self._scan = None

    def _work(self) -> None:
        scan = self._scan
        if scan is None:
            self._idle.stop()
            return
        begun = time.monotonic()
        while not scan.done and (time.monotonic() - begun) * 1000 < SLICE_MS:
            scan.advance()
        if scan.done:
            self.stop()
            self.finished.emit()
        elif (time.monotonic() - self._told) * 1000 >= TELL_MS:
            self._told = time.monotonic()
            self.progressed.emit()
