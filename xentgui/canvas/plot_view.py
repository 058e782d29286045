"""A panel on the screen, in pyqtgraph's view: ranges, pointer and keys."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
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
from xentgui.canvas.keyboard import Keyboard
from xentgui.canvas.picture_item import PictureItem
from xentgui.canvas.pointer import Pointer
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.marks import ReadOut, Way
from xentgui.panels.plot_panel import PlotPanel

_PASSING = (  # the keys go away for a moment, and come back
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class PlotView(pg.GraphicsView):  # type: ignore[misc]
    """Shows one `PlotPanel` and turns what the pointer and keys do there into requests.

    It is a `PlotHost` for its pointer and its keys.

    Signals
    -------
    edit_requested(Edit, str)
        A change is wanted; the text, translated, names the step.
    gesture_started(str), gesture_ended(), gesture_cancelled()
        The edits in between are one step; cancelled, they never were.
    highlight_requested(Mark | None)
        What is pointed at.
    message(str)
        A sentence for the person who moved something that will not follow.
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
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        # The picture is one item: whatever changes, all of it is painted, and once.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        # And it covers everything: nothing needs to be painted, or cached, under it.
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
        self._behind = False  # numbers have come that the axes, unseen, have not followed
        self.accessible = AccessibleText(self, panel, self._words)
        self.hover = Hover(
            self,
            panel.key,
            self._read_out,
            lambda: self.picture.view.highlight,
            self.highlight_requested.emit,
        )
        self.keyboard = Keyboard(self)
        self.pointer = Pointer(self)
        self.retranslate()

    @property
    def snapshot(self) -> Snapshot | None:
        """What is shown."""
        return self.picture.snapshot

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Move the marks; the axes follow, eased, unless a drag holds them."""
        before = self.picture.snapshot
        self.picture.snapshot = snapshot
        if before is None or len(before.logits) != len(snapshot.logits):
            self.picture.focused = None
            self._start_anew(snapshot)
        elif self.isVisible():
            self.settle()
        else:
            self._behind = True
        self.hover.refresh()
        self.accessible.refresh()
        self._paint_anew()

    def show_view(self, view: View) -> None:
        """Look at the same numbers in another way."""
        before, face = self.picture.view, self.picture.face
        self.picture.view = view
        changed_scale = view.unit != before.unit or self.picture.face is not face
        if self.picture.face is not face:  # which has marks of its own
            self.picture.focused = None
        if changed_scale and self.snapshot is not None:
            self._place_box()
            self._start_anew(self.snapshot)
        self.hover.refresh()
        self._paint_anew()

    def show_style(self, style: Style) -> None:
        """Take on colours and sizes."""
        self.picture.style = style
        self._place_box()
        self.hover.show_style(style)
        self._paint_anew()

    def retranslate(self) -> None:
        """Say everything in the current language."""
        self.accessible.retranslate()
        self.viewport().setToolTip("")
        self.picture.forget_background()
        self._paint_anew()

    def hold(self) -> None:
        """Keep the axes still: something is dragged, here or elsewhere."""
        self._held = True

    def release(self) -> None:
        """Let the axes settle: the drag is over."""
        self._held = False
        self.settle()

    def settle(self, *, eased: bool = True) -> None:
        """Move the axes to where they serve the numbers best."""
        if self.snapshot is None or self._held or self.pointer.drags:
            return
        self._behind = False
        wanted = self.picture.face.settle(self.axes.goal, self.snapshot, self.picture.view)
        self.axes.go(wanted, eased=eased and self.isVisible())

    def show_all(self) -> None:
        """Show all again, after zooming."""
        self.axes.zoomed = False
        if self.snapshot is not None:
            home = self.picture.face.home(self.snapshot, self.picture.view)
            self.axes.go(home, eased=self.isVisible())

    def keys_widget(self) -> QWidget:
        """Return the widget that has the keys: this one."""
        return self

    def _paint_anew(self) -> None:
        # The scene would ask for it a turn later: after, and not with, all else that changes.
        self.viewport().update()

    def _start_anew(self, snapshot: Snapshot) -> None:
        home = self.picture.face.home(snapshot, self.picture.view)
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
        return self.picture.face.describe(self.snapshot, self.picture.view)

    def _read_out(self, mark: Mark) -> ReadOut | None:
        if self.snapshot is None:
            return None
        return self.picture.face.read_out(mark, self.snapshot, self.picture.view)

    # Qt's names, and pyqtgraph's, from here on.

    def useOpenGL(self, b: bool = False) -> None:  # noqa: FBT001, FBT002 (pyqtgraph's signature)
        """Paint on an ordinary widget; pyqtgraph asks when it makes the view."""
        del b  # without a graphics card, OpenGL is many times slower
        # Of the one that Qt has made, PySide would first make every class that it could be of.
        self.setViewport(QWidget())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene; pyqtgraph would have its items get ready first, but one paints alone."""
        QGraphicsView.paintEvent(self, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the axes serve what came while nobody saw them."""
        if self._behind:
            self.settle(eased=False)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Fill the new size."""
        super().resizeEvent(event)
        if hasattr(self, "picture"):  # pyqtgraph resizes while it is being made
            self._place_box()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is under the pointer."""
        if not self.pointer.pressed(event):
            self.axes.get_ready()
            super().mousePressEvent(event)
            self.pointer.explain(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let what is held follow; else highlight what is pointed at."""
        if not self.pointer.moved(event):
            self.axes.get_ready()
            super().mouseMoveEvent(event)
            self.pointer.hovered(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what is held."""
        if not self.pointer.released(event):
            super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.axes.get_ready()
        super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all again, if zoomed; on a mark, a second press."""
        if self.axes.zoomed and mark_under(self, event.position()) is None:
            self.show_all()
            return
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self.pointer.left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with keys what the pointer does; Escape puts a drag back."""
        if event.key() == Qt.Key.Key_Escape and self.pointer.cancelled():
            return
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.pointer.hold_target_tool()
        elif not self.keyboard.key_pressed(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Put the tool away, or end the step that a held key makes."""
        if event.key() == Qt.Key.Key_T and not event.isAutoRepeat():
            self.pointer.drop_target_tool()
        elif not self.keyboard.key_released(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what the keys act on."""
        super().focusInEvent(event)
        self.keyboard.focus_came(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide what the keys acted on, and end what they were doing."""
        super().focusOutEvent(event)
        self.pointer.drop_target_tool()
        held = self.picture.focused
        self.keyboard.focus_went()
        shown = held is not None and self.picture.is_highlighted(held)
        if shown and event.reason() not in _PASSING and not self.underMouse():
            self.highlight_requested.emit(None)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 (Qt's signature)
        """Walk through this panel's marks before leaving it."""
        return self.keyboard.tab(Way.NEXT if forward else Way.PREVIOUS) or bool(
            super().focusNextPrevChild(forward)
        )
