"""A plot on the screen that pointer, fingers and keys can change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from xentgui.canvas.accessible import MarkSpeech
from xentgui.canvas.drag import mark_under
from xentgui.canvas.keyboard import PASSING, Keyboard, zoom_key_pressed
from xentgui.canvas.mark_boxes import MarkBoxes
from xentgui.canvas.plot_canvas import PlotCanvas
from xentgui.canvas.pointer import Pointer
from xentgui.canvas.readout import Hover
from xentgui.model.mark import Mark
from xentgui.model.view import View
from xentgui.painting.fingers import Fingers
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.panels.marked_panel import Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.plot_panel import PlotPanel

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@guarded
class PlotView(PlotCanvas):
    """Shows one `PlotPanel`; a `PlotHost` that turns pointer and key events into requests.

    Signals
    -------
    edit_requested(Edit, str)
        An edit is requested; the text, translated, names the step.
    gesture_started(str), gesture_ended(), gesture_cancelled()
        The edits in between are one step; if it is cancelled, they are taken back.
    highlight_requested(Mark | None)
        A mark is pointed at, or None.
    message(str)
        A sentence that says why a mark cannot be moved.
    """

    edit_requested = Signal(object, str)
    gesture_started = Signal(str)
    gesture_ended = Signal()
    gesture_cancelled = Signal()
    highlight_requested = Signal(object)
    message = Signal(str)

    def __init__(self, panel: PlotPanel, parent: QWidget | None = None) -> None:
        super().__init__(panel, parent)
        self.speech = MarkSpeech(self)
        self.boxes = MarkBoxes(self)
        self.hover = Hover(
            self,
            panel.key,
            self._read_out,
            lambda: self.picture.view.highlight,
            self.highlight_requested.emit,
            self._extent,
        )
        self.keyboard = Keyboard(self)
        self.pointer = Pointer(self)
        self._fingers = Fingers(self.viewport(), self)
        self.retranslate()

    @property
    def is_dragged(self) -> bool:
        """Whether a hand moves a mark of this plot."""
        return self.pointer.drags

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        super().show_style(style)
        self.hover.show_style(style)

    def _show_news(self) -> None:
        self.hover.refresh()
        super()._show_news()

    def _hide_marks(self, view: View) -> None:
        focused = self.picture.focused
        super()._hide_marks(view)
        if focused is not None and self.picture.focused is None:
            self.speech.left()

    def pan(self, by: QPointF) -> bool:
        """Let a finger be the mouse: it drags marks, and moves a plot that was zoomed."""
        del by
        return False

    def pinch(self, factor: float, around: QPointF, by: QPointF) -> None:
        """Zoom about the middle of two fingers, and follow them."""
        self.axes.pinch(factor, self.mapToScene(around.toPoint()), by)

    def middle(self) -> QPointF:
        """Return the place of the mark with the keys, or the middle of the plot."""
        picture, snapshot = self.picture, self.snapshot
        if picture.focused is None or snapshot is None:
            return picture.frame().rect.center()
        return picture.face.locate(picture.focused, picture.frame(), snapshot, picture.view)

    def give_up(self) -> None:
        """Put back what the first finger has moved."""
        self.pointer.cancelled()

    def keys_widget(self) -> QWidget:
        """Return the widget that gets the keys: this one."""
        return self

    def _words(self) -> str | None:
        if self.snapshot is not None:
            self.boxes.refresh()
        return super()._words()

    def _extent(self, mark: Mark, _point: QPointF) -> QRectF | None:
        picture, snapshot = self.picture, self.snapshot
        if snapshot is None or picture.style is None or not mark.is_in(snapshot.state):
            return None
        return picture.face.extent_of(mark, picture.frame(), snapshot, picture.view)

    def _read_out(self, mark: Mark) -> ReadOut | None:
        if self.snapshot is None:
            return None
        return self.picture.face.read_out(mark, self.snapshot, self.picture.view)

    # Qt's names from here on.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the mark under the pointer."""
        if not self.pointer.pressed(event):
            self.catch_up()
            self.axes.get_ready()
            super().mousePressEvent(event)
            self.pointer.explain(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the grabbed mark, or highlight the mark under the pointer."""
        if not self.pointer.moved(event):
            self.axes.get_ready()
            super().mouseMoveEvent(event)
            self.pointer.hovered(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Release the grabbed mark."""
        if not self.pointer.released(event):
            super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.axes.get_ready()
        super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole plot again, if zoomed; on a mark, act as a second press."""
        if self.axes.zoomed and mark_under(self, event.position()) is None:
            self.show_all()
            return
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self.pointer.left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key as the pointer would; Escape cancels a drag, else it leaves the mark."""
        if event.key() == Qt.Key.Key_Escape and (self.pointer.cancelled() or self.keyboard.left()):
            return
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.pointer.hold_target_tool()
        elif self._adds_or_removes(event) or zoom_key_pressed(self, event):
            event.accept()
        elif not self.keyboard.key_pressed(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Drop the tool, or end the undo step of a held key."""
        if event.key() == Qt.Key.Key_T and not event.isAutoRepeat():
            self.pointer.drop_target_tool()
        elif event.key() == Qt.Key.Key_A and not event.isAutoRepeat():
            self.pointer.new_points.drop_brush()
        elif not self.keyboard.key_released(event):
            event.ignore()

    def _adds_or_removes(self, event: QKeyEvent) -> bool:
        """Choose the class of new points, hold their brush, or remove a mark, where there are."""
        if self.snapshot is None:
            return False
        key, new = event.key(), self.pointer.new_points
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            return new.choose_by_key(key, self.middle())
        if event.modifiers() & _COMMAND:
            return False
        at = QPointF(self.viewport().mapFromGlobal(QCursor.pos())) if self.underMouse() else None
        if key == Qt.Key.Key_Delete:
            return new.remove(at)
        if key == Qt.Key.Key_A and at is not None and new.paints(at):
            new.hold_brush()
            return True
        if key == Qt.Key.Key_A and self.picture.focused is not None:
            return new.spray(self.middle())
        if key == Qt.Key.Key_N:
            return new.add_beside(self.middle())
        if at is None or not new.takes(at):
            return False
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            new.choose_class(key - Qt.Key.Key_1)
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focused mark."""
        super().focusInEvent(event)
        self.keyboard.focus_came(event.reason())
        if event.reason() not in PASSING:
            self.picture.show_keys(there=event.reason() != Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focused mark, and end the step of a held key."""
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.picture.show_keys(there=False)
        self.pointer.drop_target_tool()
        self.pointer.new_points.drop_brush()
        held = self.picture.focused
        self.keyboard.focus_went()
        shown = held is not None and self.picture.is_highlighted(held)
        if shown and event.reason() not in PASSING and not self.underMouse():
            self.highlight_requested.emit(None)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 (Qt's signature)
        """Go through this panel's marks before leaving it."""
        return self.keyboard.tab(Way.NEXT if forward else Way.PREVIOUS) or bool(
            super().focusNextPrevChild(forward)
        )
