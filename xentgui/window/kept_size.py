"""The size of the window, which a person chooses, and which no part of it may change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from xentgui.painting.handlers import guarded


@guarded
class KeptSize(QObject):
    """Takes back that a window has grown because something came that its cards left no room for.

    Qt would make it larger than the screen: with large letters, the strip of scenes is enough.
    """

    def __init__(self, window: QWidget, give_way: Callable[[QSize], None]) -> None:
        """`give_way` lets the cards do with so much less room than there is."""
        super().__init__(window)
        self._window, self._give_way = window, give_way
        self._before = QSize()
        self._timer = QTimer(self)  # while Qt makes it larger, it cannot become smaller
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._shrink)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the window has grown by itself."""
        if isinstance(event, QResizeEvent) and watched is self._window and self._grew(event):
            self._before = event.oldSize()
            self._give_way(event.size() - self._before.boundedTo(event.size()))
            self._timer.start()
        return super().eventFilter(watched, event)

    def _grew(self, event: QResizeEvent) -> bool:
        before, now, least = event.oldSize(), event.size(), self._window.minimumSize()
        return self._window.isVisible() and (
            before.height() < now.height() == least.height()
            or before.width() < now.width() == least.width()
        )

    def _shrink(self) -> None:
        layout = self._window.layout()
        assert layout is not None
        layout.activate()
        self._window.resize(self._before)
        self._give_way(QSize(0, 0))
