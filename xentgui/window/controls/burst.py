"""A burst: steps in quick succession form one undo step."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from xentgui.window.controls.slider import BURST_MS, Slider


class Burst(QObject):
    """One gesture of key presses and clicks, or of a drag of `slider`.

    Signals
    -------
    begun(), ended(), cancelled()
        The edits between the first two form one undo step; a cancelled burst forms none.
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
        """Whether a step now would belong to the burst in progress."""
        return self._open and not self._slider.isSliderDown()

    def begin(self) -> None:
        """Begin, unless a burst is in progress."""
        if not self._open:
            self._open = True
            self.begun.emit()

    def wait(self) -> None:
        """Wait for the next step, and end if none follows soon."""
        self._timer.start()

    def finish(self) -> None:
        """End the burst: the next edit is another undo step; a drag of the slider goes on."""
        self._timer.stop()
        self._slider.finish()
        if self.goes_on:
            self._open = False
            self.ended.emit()

    def cancel(self) -> None:
        """Cancel the burst."""
        self._open = False
        self.cancelled.emit()
