"""Goes through a batch whenever the window has nothing else to do."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from xentgui.model import State
from xentgui.model.settings_of_state import ScalarSettings, values_of
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.samples.scan import Scan

SLICE_MS = 4.0
"""Work goes on for so long before input and screen get their turn."""

REPORT_MS = 80.0
"""Between two words about how far it has come."""

SETTLE_MS = 300
"""A batch is looked at anew when the scalar settings have been still for so long."""


class IdleScan(QObject):
    """Runs one scan at a time, in slices too short to be felt.

    Attributes
    ----------
    scan
        What is known of the batch; None without one.

    Signals
    -------
    begun()
        What was known holds no longer.
    progressed()
        It has come further; reported now and then.
    finished()
        All rows have been looked at.
    """

    begun = Signal()
    progressed = Signal()
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scan: Scan | None = None
        self.is_running = False
        self._wanted: tuple[LogitsBatch, State] | None = None
        self._is_held = False
        self._reported = 0.0
        # Qt sends this only when no event is waiting, so input and painting go first.
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._work)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE_MS)
        self._settled.timeout.connect(self._look)

    def look_at(self, batch: LogitsBatch, state: State) -> None:
        """Begin with `batch` at the scalar settings of `state`."""
        self._wanted = (batch, state)
        self._look()

    def follow(self, state: State) -> None:
        """Begin anew once the settings have been still for a while, if `state` asks for it."""
        scan = self.scan
        batch = self._wanted[0] if self._wanted else scan.batch if scan else None
        if batch is None:
            return
        if scan is not None and scan.batch is batch and _is_at(scan, state):
            self._wanted = None  # the state came back, so the scan still holds
            self._settled.stop()
        else:
            self._wanted = (batch, state)
            self._settled.start()

    def stop(self) -> None:
        """Leave the scan as it is."""
        self.is_running = False
        self._idle.stop()

    def go_on(self) -> None:
        """Go on where it was stopped."""
        if self.scan is not None and not self.scan.done:
            self.is_running = True
            self.release()
            self.progressed.emit()

    def hold(self) -> None:
        """Leave all time to a drag that is under way."""
        self._is_held = True
        self._idle.stop()

    def release(self) -> None:
        """Go on after `hold`."""
        self._is_held = False
        if self.is_running:
            self._idle.start()

    def close(self) -> None:
        """Let go of the batch."""
        self.stop()
        self._settled.stop()
        self.scan = self._wanted = None

    def _look(self) -> None:
        if self._wanted is None:
            return
        if self._is_held:
            self._settled.start()
            return
        (batch, state), self._wanted = self._wanted, None
        if self.scan is None or self.scan.batch is not batch or not _is_at(self.scan, state):
            self.scan = Scan(batch, ScalarSettings.of(state))
            self._reported = time.monotonic()
            self.begun.emit()
            self.go_on()

    def _work(self) -> None:
        scan = self.scan
        if scan is None:
            self.stop()
            return
        begun = time.monotonic()
        while not scan.done and (time.monotonic() - begun) * 1000 < SLICE_MS:
            scan.advance()
        if scan.done:
            self.stop()
            self.finished.emit()
        elif (time.monotonic() - self._reported) * 1000 >= REPORT_MS:
            self._reported = time.monotonic()
            self.progressed.emit()


def _is_at(scan: Scan, state: State) -> bool:
    """Return whether the numbers of `scan` are those that `state` asks for."""
    return bool(values_of(scan.settings) == values_of(state))
