"""Scans a batch while the window is idle."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from xentgui.model import State
from xentgui.model.settings_of_state import ScalarSettings, values_of
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.file_array import LostFileError
from xentgui.reading.samples.scan import Scan

SLICE_MS = 4.0
"""The length of a slice; input and painting come between slices."""

REPORT_MS = 80.0
"""The time between two reports of progress."""

SETTLE_MS = 300
"""A new scan begins when the scalar settings have not changed for this time."""


class IdleScan(QObject):
    """Runs one scan at a time, in slices too short to be felt.

    Attributes
    ----------
    scan
        The scan of the batch; None without a batch.

    Signals
    -------
    begun()
        A new scan has begun.
    progressed()
        The scan has made progress; emitted at intervals.
    finished()
        All rows have been scanned.
    failed(LostFileError)
        The file is no longer the one that was opened; the scan is given up.
    """

    begun = Signal()
    progressed = Signal()
    finished = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scan: Scan | None = None
        self.is_running = False
        self._wanted: tuple[LogitsBatch, State] | None = None
        self._is_held = False
        self._reported = 0.0
        # A timer of 0 ms fires only when no event is waiting, so input and painting come first.
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._work)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE_MS)
        self._settled.timeout.connect(self._look)

    def look_at(self, batch: LogitsBatch, state: State) -> None:
        """Begin to scan `batch` with the scalar settings of `state`."""
        self._wanted = (batch, state)
        self._look()

    def follow(self, state: State) -> None:
        """Begin a new scan, after a pause in changes, if `state` has other settings."""
        scan = self.scan
        batch = self._wanted[0] if self._wanted else scan.batch if scan else None
        if batch is None:
            return
        if scan is not None and scan.batch is batch and _is_at(scan, state):
            self._wanted = None  # the settings are back, so the scan is still valid
            self._settled.stop()
        else:
            self._wanted = (batch, state)
            self._settled.start()

    def stop(self) -> None:
        """Stop the scan where it is."""
        self.is_running = False
        self._idle.stop()

    def go_on(self) -> None:
        """Continue a stopped scan."""
        if self.scan is not None and not self.scan.done:
            self.is_running = True
            self.release()
            self.progressed.emit()

    def hold(self) -> None:
        """Pause during a drag."""
        self._is_held = True
        self._idle.stop()

    def release(self) -> None:
        """Continue after `hold`."""
        self._is_held = False
        if self.is_running:
            self._idle.start()

    def close(self) -> None:
        """Release the batch."""
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
            try:
                scan.advance()
            except LostFileError as error:
                self.close()  # means of two files are the means of none
                self.failed.emit(error)
                return
        if scan.done:
            self.stop()
            self.finished.emit()
        elif (time.monotonic() - self._reported) * 1000 >= REPORT_MS:
            self._reported = time.monotonic()
            self.progressed.emit()


def _is_at(scan: Scan, state: State) -> bool:
    """Return whether `scan` was made with the settings of `state`."""
    return bool(values_of(scan.settings) == values_of(state))
