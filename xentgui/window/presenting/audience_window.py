"""The window that the audience sees: the stage, and the notes if they have no other screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from xentgui.painting.handlers import guarded
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.notes_strip import SHARE, NotesStrip
from xentgui.window.presenting.overview import Overview
from xentgui.window.presenting.room_style import Shows
from xentgui.window.presenting.stage_view import StageView
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
        self.strip = NotesStrip(self, lecture, look)
        self._lecture = lecture
        lecture.changed.connect(self._fit)
        self.setFocusProxy(self.stage)
        self.setMinimumSize(320, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give all of the window to the stage, but for the notes."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole, shows = self.rect(), self._lecture.shows_notes
        high = round(SHARE * whole.height()) if shows else 0
        self.strip.setVisible(shows)
        self.strip.setGeometry(0, whole.height() - high, whole.width(), high)
        self.stage.setGeometry(0, 0, whole.width(), whole.height() - high)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the presentation, as Escape does."""
        event.ignore()
        self.closed.emit()
