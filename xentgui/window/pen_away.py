"""A pen that is taken away points at nothing more; Qt leaves what it pointed at as it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF
from PySide6.QtGui import QGuiApplication, QTabletEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from xentgui.painting.handlers import guarded

_OF_PENS = (QEvent.Type.TabletMove, QEvent.Type.TabletPress, QEvent.Type.TabletRelease)


@guarded
class PenAway(QObject):
    """Lets the parts under a pen see it leave, as they would see a mouse leave.

    That a pen has gone is told to the application alone, all of whose events are watched only
    while a pen is near.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._there: tuple[QWindow, QPointF] | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self._application = application
        application.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time changes nothing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember where a pen is, and tell what is there when it has gone."""
        kind = event.type()
        if kind in _OF_PENS and isinstance(watched, QWindow) and isinstance(event, QTabletEvent):
            if self._there is None:
                self._application.installEventFilter(self)
            self._there = watched, event.globalPosition()
        elif kind == QEvent.Type.TabletLeaveProximity and self._there is not None:
            (window, there), self._there = self._there, None
            self._application.removeEventFilter(self)
            _leave(window, there)
        return False


def _leave(window: QWindow, there: QPointF) -> None:
    tops = (one for one in QApplication.topLevelWidgets() if one.windowHandle() is window)
    top = next(tops, None)
    part: QWidget | None = None
    if top is not None:
        part = top.childAt(top.mapFromGlobal(there).toPoint())
    while part is not None and part is not top:
        QCoreApplication.sendEvent(part, QEvent(QEvent.Type.Leave))
        part = part.parentWidget()
