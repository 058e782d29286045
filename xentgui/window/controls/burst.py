"""Steps that follow one another quickly are one undo step."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from xentgui.window.controls.slider import BURST_MS, Slider


class Burst(QObject):
    """One gesture of keys and buttons, or of a drag of `slider`.

    Signals
    -------
    begun(), ended(), cancelled()
        What comes between the first two is one undo step; what is cancelled is none.
    """

    begun = Signal()
    ended = Signal()
    cancelled = Signal()

    def __init__(self, slider: Slider, parent: QObject) -> None:
        super().__init__(parent)
        self._slider = slider
        self._open = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BURST_MS)
        self._timer.timeout.connect(self.finish)

    @property
    def goes_on(self) -> bool:
        """Whether a step now would belong to the step just before."""
        return self._open and not self._slider.isSliderDown()

    def begin(self) -> None:
        """Begin, unless a step just before has."""
        if not self._open:
            self._open = True
            self.begun.emit()

    def wait(self) -> None:
        """Wait for the next step, and end if none comes soon."""
        self._timer.start()

    def finish(self) -> None:
        """End, so that what comes next is another undo step; a drag of the slider goes on."""
        self._timer.stop()
        self._slider.finish()
        if self.goes_on:
            self._open = False
            self.ended.emit()

    def cancel(self) -> None:
        """Put everything back."""
        self._open = False
        self.cancelled.emit()
