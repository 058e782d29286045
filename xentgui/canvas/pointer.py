"""What a pointer does in a plot: it lights, takes hold, pulls, and sets the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent
from PySide6.QtWidgets import QToolTip

from xentgui.canvas.drag import Drag
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import edits
from xentgui.model.mark import ClassMark
from xentgui.model.naming import name_of
from xentgui.model.subjects import OnState

if TYPE_CHECKING:
    from xentgui.canvas.plot_view import PlotView

_ONE_HOT = QT_TRANSLATE_NOOP("panels", "One-Hot Target at {label}")


class Pointer:
    """Answers the pointer of one view; each answer tells whether there was something to do."""

    def __init__(self, view: PlotView) -> None:
        self._view = view
        self._pull: Drag | None = None
        self._target_tool = False

    @property
    def pulls(self) -> bool:
        """Whether a handle is held."""
        return self._pull is not None

    def hold_target_tool(self) -> None:
        """Let a press make the class under it the target."""
        self._target_tool = True
        self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def drop_target_tool(self) -> None:
        """Let a press take hold again."""
        self._target_tool = False
        self._view.viewport().unsetCursor()

    def pressed(self, event: QMouseEvent) -> bool:
        """Take hold of what is under the pointer, or make it the target."""
        view, point = self._view, event.position()
        if event.button() != Qt.MouseButton.LeftButton or view.snapshot is None or self._pull:
            return False
        if self._target_tool:
            self._set_target(point)
            return True
        touch = event.deviceType() == QInputDevice.DeviceType.TouchScreen
        handle = Drag.handle_under(view, point, reach=2.0 if touch else 1.0)
        view.readout.point_at(None, point)  # it would come, and cover what is being pulled
        if handle is None:
            return False
        event.accept()
        view.picture.focused = handle
        view.axes.stop()
        self._pull = Drag(view, handle, point)
        view.highlight_requested.emit(ClassMark(handle.index))
        return True

    def moved(self, event: QMouseEvent) -> bool:
        """Let what is held follow."""
        if self._pull is None:
            return False
        self._pull.move(event.position(), event.modifiers())
        event.accept()
        return True

    def hovered(self, event: QMouseEvent) -> None:
        """Light the class pointed at, and tell its numbers."""
        view, point = self._view, event.position()
        if view.snapshot is None or event.buttons() != Qt.MouseButton.NoButton:
            return
        held = Drag.handle_under(view, point)
        hand = held is not None or self._target_tool
        view.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        )
        index = held.index if held else self._class_at(point)
        mark = None if index is None else ClassMark(index)
        if mark != view.picture.view.highlight:
            view.highlight_requested.emit(mark)
        view.readout.point_at(index, point)

    def released(self, event: QMouseEvent) -> bool:
        """Let go: the whole pull is one step."""
        if self._pull is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        pull, self._pull = self._pull, None
        pull.finish()
        event.accept()
        self._view.settle()
        return True

    def cancelled(self) -> bool:
        """Put a pull back."""
        if self._pull is None:
            return False
        pull, self._pull = self._pull, None
        pull.cancel()
        self._view.settle()
        return True

    def left(self) -> None:
        """Point at nothing."""
        view = self._view
        view.readout.point_at(None, QPointF())
        if self._pull is None and view.picture.view.highlight is not None:
            view.highlight_requested.emit(None)

    def explain(self, event: QMouseEvent) -> None:
        """Say why a mark does not follow: what is a consequence cannot be pulled at."""
        view, face = self._view, self._view.picture.face
        left = event.button() == Qt.MouseButton.LeftButton
        if left and not face.kinds and self._class_at(event.position()) is not None:
            tip = translate("panels", face.tip)
            QToolTip.showText(event.globalPosition().toPoint(), tip, view)

    def _class_at(self, point: QPointF) -> int | None:
        picture = self._view.picture
        if picture.snapshot is None:
            return None
        return picture.face.class_at(picture.frame(), picture.snapshot, picture.view, point)

    def _set_target(self, point: QPointF) -> None:
        index, snapshot = self._class_at(point), self._view.snapshot
        if index is not None and snapshot is not None:
            label = name_of(snapshot.state.labels, index)
            step = translate("panels", _ONE_HOT).format(label=label)
            self._view.edit(OnState(lambda state: edits.one_hot(state, index)), step)
