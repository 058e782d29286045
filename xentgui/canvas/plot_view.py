"""A panel on the screen, in pyqtgraph's view: ranges, pointer and keys."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from xentgui.canvas.accessible import AccessibleText
from xentgui.canvas.axes import Axes
from xentgui.canvas.drag import mark_under
from xentgui.canvas.hover import Hover
from xentgui.canvas.keyboard import PASSING, Keyboard
from xentgui.canvas.mark_boxes import MarkBoxes
from xentgui.canvas.mark_speech import MarkSpeech
from xentgui.canvas.picture_item import PictureItem
from xentgui.canvas.pointer import Pointer
from xentgui.canvas.slow_clock import SlowClock
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.subjects import classifier_of
from xentgui.model.view import View
from xentgui.painting.fingers import Fingers
from xentgui.painting.handlers import guarded
from xentgui.painting.roles import CHART, GROUP, give_role
from xentgui.painting.style import Style
from xentgui.panels.hidden import words_of_panel
from xentgui.panels.marks import ReadOut, Way
from xentgui.panels.plot_panel import PlotPanel

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@guarded
class PlotView(pg.GraphicsView):  # type: ignore[misc]
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
        super().__init__(parent, background=None)
        self.panel = panel
        self.setObjectName(f"panel.{panel.key}")
        give_role(self, CHART)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        # The picture is one item that covers the view: a change paints it once, and nothing else.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setOptimizationFlags(
            QGraphicsView.OptimizationFlag.DontSavePainterState
            | QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing
        )
        self.setMinimumSize(120, 90)
        self.picture = PictureItem(panel)
        self.axes = Axes(self)
        self.scene().addItem(self.axes.box)
        self.scene().addItem(self.picture)
        self.picture.setZValue(1)
        self.axes.moved.connect(self._on_moved)
        self._held = False
        self._behind = False  # whether the numbers changed while the plot was hidden
        self.speech = MarkSpeech(self)
        self.boxes = MarkBoxes(self)
        self.accessible = AccessibleText(self, panel, self._words)
        self.hover = Hover(
            self,
            panel.key,
            self._read_out,
            lambda: self.picture.view.highlight,
            self.highlight_requested.emit,
            self._extent,
        )
        self.clock = SlowClock(self, self)
        self.keyboard = Keyboard(self)
        self.pointer = Pointer(self)
        self._fingers = Fingers(self.viewport(), self)
        self.retranslate()

    @property
    def snapshot(self) -> Snapshot | None:
        """The snapshot that is shown."""
        return self.picture.snapshot

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers; the axes follow, eased, unless a drag holds them."""
        if self.clock.is_to_wait(snapshot):
            return
        before = self.picture.snapshot
        self.picture.snapshot = snapshot
        had, has = (-1 if before is None else _points(before)), _points(snapshot)
        if has < had:
            self.picture.focused = self.picture.pointed = None  # it may be that of a lost point
        alike = before is not None and len(before.logits) == len(snapshot.logits)
        if not alike or (had < 0) != (has < 0):
            self.picture.focused = self.picture.pointed = None
            self._start_anew(snapshot)
        elif self.isVisible():
            self.settle()
        else:
            # A hidden plot has no read-out, and is painted and described when it is shown.
            self._behind = True
            return
        self.hover.refresh()
        self.accessible.refresh()
        self._paint_anew()

    def show_view(self, view: View) -> None:
        """Show the same numbers in another way."""
        if self.clock.is_to_wait(view):
            return
        before, face = self.picture.view, self.picture.face
        self.picture.view = view
        is_other = self.picture.face is not face or view.choices != before.choices
        changed_scale = is_other or view.unit != before.unit
        if is_other:
            # There can be other marks now, and keys must not move what is no longer shown.
            self.picture.focused = self.picture.pointed = None
        if view.hidden != before.hidden:
            self._hide_marks(view)
        if changed_scale and self.snapshot is not None:
            self._place_box()
            self._start_anew(self.snapshot)
        elif not self.isVisible():
            return  # it is painted anew when it is shown
        elif view.pinned is not before.pinned:
            self.settle()
        self.hover.refresh()
        self._paint_anew()

    def _hide_marks(self, view: View) -> None:
        """Let nothing point at what is hidden now, and describe the panel anew."""
        face, picture = self.picture.face, self.picture
        if picture.focused is not None and face.hides_mark(picture.focused, view):
            picture.focused = None
            self.speech.left()
        if picture.pointed is not None and face.hides_mark(picture.pointed, view):
            picture.pointed = None
        self.accessible.refresh()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self.picture.style = style
        self._place_box()
        self.hover.show_style(style)
        self._paint_anew()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.accessible.retranslate()
        self.viewport().setAccessibleName(self.accessibleName())
        self.viewport().setToolTip("")
        self.picture.forget_background()
        self._paint_anew()

    def hold(self) -> None:
        """Keep the axes as still as can be: something is dragged, here or elsewhere."""
        self._held = True

    def release(self) -> None:
        """Let the axes follow again after a drag."""
        self._held = False
        if self.isVisible():
            self.settle()
        else:
            self._behind = True

    def settle(self, *, eased: bool = True) -> None:
        """Move the axes to where what is shown has them.

        While something is dragged elsewhere they only give way, so that nothing leaves them.
        Where a mark of this plot is dragged, they stay: the hand moves on them.
        """
        if self.snapshot is None or self.pointer.drags:
            return
        self._behind = False
        face, view = self.picture.face, self.picture.view
        wanted = face.ranges(self.snapshot, view)
        if self._held:
            wanted = wanted.united(self.axes.goal)
        self.axes.go(wanted, face.least(self.snapshot, view), eased=eased and self.isVisible())

    def show_all(self) -> None:
        """Show the whole plot again, after zooming."""
        self.axes.zoomed = False
        if self.snapshot is not None:
            home = self.picture.face.ranges(self.snapshot, self.picture.view)
            self.axes.go(home, eased=self.isVisible())

    def pan(self, by: QPointF) -> bool:
        """Let a finger be the mouse: it drags marks, and moves a plot that was zoomed."""
        del by
        return False

    def pinch(self, factor: float, around: QPointF, by: QPointF) -> None:
        """Zoom about the middle of two fingers, and follow them."""
        self.axes.pinch(factor, self.mapToScene(around.toPoint()), by)

    def give_up(self) -> None:
        """Put back what the first finger has moved."""
        self.pointer.cancelled()

    def keys_widget(self) -> QWidget:
        """Return the widget that gets the keys: this one."""
        return self

    def _paint_anew(self) -> None:
        # The scene would request it one turn of the event loop later than all other changes.
        self.viewport().update()

    def _start_anew(self, snapshot: Snapshot) -> None:
        home = self.picture.face.ranges(snapshot, self.picture.view)
        self.axes.zoomed = False
        self.axes.allow(self.picture.face.zoom)
        self.axes.limit(home)
        self.axes.jump(home)

    def _on_moved(self) -> None:
        self.picture.ranges = self.axes.ranges
        self._paint_anew()

    def _place_box(self) -> None:
        rect = QRectF(self.viewport().rect())
        self.picture.set_rect(rect)
        self.picture.resolution = self.devicePixelRatioF()
        if self.picture.style is not None:
            self.axes.place(self.picture.frame().rect)

    def _words(self) -> str | None:
        if self.snapshot is None:
            return None
        self.boxes.refresh()
        return words_of_panel(self.panel, self.snapshot, self.picture.view)

    def _extent(self, mark: Mark, _point: QPointF) -> QRectF | None:
        picture, snapshot = self.picture, self.snapshot
        if snapshot is None or picture.style is None or not mark.is_in(snapshot.state):
            return None
        return picture.face.extent_of(mark, picture.frame(), snapshot, picture.view)

    def _read_out(self, mark: Mark) -> ReadOut | None:
        if self.snapshot is None:
            return None
        return self.picture.face.read_out(mark, self.snapshot, self.picture.view)

    # Qt's names, and pyqtgraph's, from here on.

    def useOpenGL(self, b: bool = False) -> None:  # noqa: FBT001, FBT002 (pyqtgraph's signature)
        """Paint on an ordinary widget; pyqtgraph calls this when it makes the view."""
        del b  # without a graphics card, OpenGL is many times slower
        # For Qt's own viewport, PySide would first create every class that it could have.
        viewport = QWidget()
        give_role(viewport, GROUP)
        self.setViewport(viewport)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene without pyqtgraph's preparation, which its only item does not need."""
        QGraphicsView.paintEvent(self, event)
        self.clock.note_paint()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the axes follow the changes that happened while the plot was hidden."""
        if self._behind:
            self.settle(eased=False)
        self.accessible.refresh()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Fill the new size."""
        super().resizeEvent(event)
        if hasattr(self, "picture"):  # pyqtgraph resizes the view in its constructor
            self._place_box()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the mark under the pointer."""
        self.clock.catch_up()
        if not self.pointer.pressed(event):
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
        """Act on a key as the pointer would; Escape cancels a drag."""
        if event.key() == Qt.Key.Key_Escape and self.pointer.cancelled():
            return
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.pointer.hold_target_tool()
        elif self._adds_or_removes(event):
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
        if self.snapshot is None or event.modifiers() & _COMMAND:
            return False
        key, new = event.key(), self.pointer.new_points
        at = QPointF(self.viewport().mapFromGlobal(QCursor.pos())) if self.underMouse() else None
        if key == Qt.Key.Key_Delete:
            return new.remove(at)
        if key == Qt.Key.Key_A and at is not None and new.paints(at):
            new.hold_brush()
            return True
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


def _points(snapshot: Snapshot) -> int:
    """Return how many points there are; -1 for logits that follow from none."""
    subject = classifier_of(snapshot)
    return -1 if subject is None else len(subject.points)
