"""The large dot of the pointer, which is seen at the same place of every stage."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCursor

from xentgui.window.presenting.motion_clock import FRAME_MS
from xentgui.window.presenting.stage_view import StageView


class SharedPointer(QObject):
    """Follows the pointer over any stage, while it is wanted."""

    def __init__(self, stages: Callable[[], Sequence[StageView]], parent: QObject) -> None:
        super().__init__(parent)
        self._stages = stages
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._follow)

    def want(self, *, wanted: bool) -> None:
        """Begin to follow it, or stop."""
        if not wanted:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _follow(self) -> None:
        stages = self._stages()
        at = next((found for one in stages if (found := _place_in(one)) is not None), None)
        for stage in stages:
            stage.show_pointer(at)


def _place_in(stage: StageView) -> tuple[float, float] | None:
    """Return where the pointer is, as shares of width and height; None if it is elsewhere."""
    if not stage.isVisible():
        return None
    at = stage.mapFromGlobal(QCursor.pos())
    if not stage.rect().contains(at):
        return None
    return at.x() / stage.width(), at.y() / stage.height()
