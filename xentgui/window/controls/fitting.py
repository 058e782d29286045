"""Fits the temperature of a batch in a thread of its own."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Qt, Signal

from xentgui.model.sampling.fit import TemperatureFit, fit_of
from xentgui.reading.samples.scan import Scan


class Fitting(QObject):
    """Holds the fit of one scan.

    Signals
    -------
    fitted()
        A fit is known.
    """

    fitted = Signal()
    _found = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: tuple[Scan, TemperatureFit] | None = None
        self._wanted: Scan | None = None
        self._found.connect(self._on_found, Qt.ConnectionType.QueuedConnection)

    def of(self, scan: Scan) -> TemperatureFit | None:
        """Return the fit of `scan`, if it is known."""
        return self._known[1] if self._known is not None and self._known[0] is scan else None

    def begin(self, scan: Scan) -> None:
        """Begin to fit the rows of `scan`, which has looked at all of them."""
        rows = scan.some.all()
        if rows is None:
            return
        self._wanted = scan

        def run() -> None:
            try:
                found = fit_of(*rows)
            except MemoryError:
                return
            try:
                self._found.emit(scan, found)
            except RuntimeError:  # the window is closed, and this object with it
                return

        threading.Thread(target=run, name="fitting", daemon=True).start()

    def forget(self) -> None:
        """Forget the fit, and the one under way."""
        self._known = self._wanted = None

    def _on_found(self, scan: Scan, fit: TemperatureFit) -> None:
        if scan is self._wanted:
            self._known = scan, fit
            self.fitted.emit()
