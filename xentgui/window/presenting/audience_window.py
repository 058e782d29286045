"""The window that the audience sees: the stage, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from xentgui.painting.handlers import guarded
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.overview import Overview
from xentgui.window.presenting.stage_view import Shows, StageView
from xentgui.window.wiring import Wiring


@guarded
class AudienceWindow(QWidget):
    """Shows the stage as large as it is, in full screen or not.

    Signals
    -------
    closed()
        The window system was asked to close it.
    """

    closed = Signal()

    def __init__(self, lecture: Lecture, wiring: Wiring, look: Shows) -> None:
        super().__init__()
        self.setObjectName("window.audience")
        self.setWindowTitle("XentGUI")
        self.stage = StageView(lecture, wiring, look)
        self.stage.setParent(self)
        self.overview = Overview(self.stage, lecture, look)
        self.setFocusProxy(self.stage)
        self.setMinimumSize(320, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give all of the window to the stage."""
        super().resizeEvent(event)
        self.stage.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the presentation, as Escape does."""
        event.ignore()
        self.closed.emit()
