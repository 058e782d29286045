"""The pointer in a plot: it highlights, drags, and sets the target."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QToolTip

from xentgui.canvas.drag import Drag, mark_under, offset_of
from xentgui.canvas.new_points import NewPoints
from xentgui.canvas.plot_host import PlotHost
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import edits
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.naming import name_of
from xentgui.model.subjects import OnState
from xentgui.painting.fingers import TARGET_MM, is_of_finger, pixels
from xentgui.panels.marked_panel import Way

_ONE_HOT = QT_TRANSLATE_NOOP("panels", "One-Hot Target at {label}")


class Pointer:
    """Handles the pointer of one plot; each method returns whether it did something."""

    def __init__(self, host: PlotHost) -> None:
        self._host = host
        self._drag: Drag | None = None
        self._target_tool = False
        self.new_points = NewPoints(host)

    @property
    def drags(self) -> bool:
        """Whether a mark is being dragged."""
        return self._drag is not None

    def hold_target_tool(self) -> None:
        """Let a press make the class under the pointer the target."""
        self._target_tool = True
        self._host.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def drop_target_tool(self) -> None:
        """Let a press grab marks again."""
        self._target_tool = False
        self._host.viewport().unsetCursor()

    def pressed(self, event: QMouseEvent) -> bool:
        """Grab the mark under the pointer, or make its class the target."""
        host, point = self._host, event.position()
        if event.button() != Qt.MouseButton.LeftButton or self._drag:
            return False
        if host.picture.snapshot is None:
            return False
        if self._target_tool:
            self._set_target(point)
            return True
        radius = pixels(host.viewport(), TARGET_MM / 2) if is_of_finger(event) else 0.0
        # What somebody sees is grabbed, where it is seen, also if the numbers have gone on since.
        mark = mark_under(host, point, radius)
        offset = QPointF() if mark is None else offset_of(host, mark, point)
        host.catch_up()
        if mark is not None and not mark.is_in(host.picture.snapshot.state):
            mark = None
        host.hover.hide()  # or it would appear, and cover the dragged mark
        if self.new_points.pressed(point, beside=mark is None):
            event.accept()
            return True
        if mark is None:
            return False
        event.accept()
        host.picture.focus_mark(mark)
        host.picture.point_at(mark)
        host.axes.stop()
        self._drag = Drag(host, mark, point, offset)
        host.highlight_requested.emit(host.picture.face.highlight_of(mark))
        self._drag.press()
        return True

    def moved(self, event: QMouseEvent) -> bool:
        """Move the grabbed mark, or paint."""
        if self._drag is None:
            return self.new_points.moved(event.position())
        self._drag.move(event.position(), event.modifiers())
        event.accept()
        return True

    def hovered(self, event: QMouseEvent) -> None:
        """Highlight the mark under the pointer, and read it out."""
        host, point = self._host, event.position()
        if host.picture.snapshot is None or event.buttons() != Qt.MouseButton.NoButton:
            return
        held = mark_under(host, point)
        takes_hold = held is not None or self._target_tool
        host.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if takes_hold else Qt.CursorShape.ArrowCursor
        )
        host.picture.point_at(None if self._target_tool else held)
        mark = host.picture.face.highlight_of(held) if held else self._highlight_at(point)
        host.hover.point_at(mark, point)

    def released(self, event: QMouseEvent) -> bool:
        """Release the mark: the whole drag is one step."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if self._drag is None:
            return self.new_points.released(event.position())
        drag, self._drag = self._drag, None
        drag.finish()
        event.accept()
        self._host.settle()
        return True

    def cancelled(self) -> bool:
        """Cancel a drag, or the painting of a cloud."""
        if self._drag is None:
            return self.new_points.cancel()
        drag, self._drag = self._drag, None
        drag.cancel()
        self._host.settle()
        return True

    def left(self) -> None:
        """Highlight nothing."""
        if self._drag is None:
            self._host.picture.point_at(None)
            self._host.hover.point_at(None, QPointF())
        else:
            self._host.hover.hide()

    def explain(self, event: QMouseEvent) -> None:
        """Say why a mark cannot be dragged: its number is a consequence of others."""
        picture, snapshot = self._host.picture, self._host.picture.snapshot
        if event.button() != Qt.MouseButton.LeftButton or snapshot is None:
            return
        moves = picture.face.mark_beside(None, Way.NEXT, snapshot, picture.view) is not None
        if not moves and self._highlight_at(event.position()) is not None:
            tip = translate("panels", picture.face.tip)
            QToolTip.showText(event.globalPosition().toPoint(), tip, self._host.keys_widget())

    def _highlight_at(self, point: QPointF) -> Mark | None:
        picture, snapshot = self._host.picture, self._host.picture.snapshot
        if snapshot is None:
            return None
        return picture.face.highlight_at(picture.frame(), snapshot, picture.view, point)

    def _set_target(self, point: QPointF) -> None:
        mark, snapshot = self._highlight_at(point), self._host.picture.snapshot
        if isinstance(mark, ClassMark) and snapshot is not None:
            index = mark.index
            label = name_of(snapshot.state.names, index)
            step = translate("panels", _ONE_HOT).format(label=label)
            edit = OnState(lambda state: edits.one_hot(state, index))
            self._host.edit_requested.emit(edit, step)
