"""A panel on the screen, in pyqtgraph's view: ranges, pointer and keys."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import (
    QEvent,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from xentgui.canvas.axes import Axes
from xentgui.canvas.drag import Drag
from xentgui.canvas.keyboard import Keyboard
from xentgui.canvas.picture_item import PictureItem
from xentgui.canvas.pointer import Pointer
from xentgui.canvas.readout import ClassReadout
from xentgui.language.text import translate
from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.plot_panel import PlotPanel

_DESCRIBE_MS = 300  # who listens to a description cannot follow every frame of a drag
_PASSING = (  # the keys go away for a moment, and come back
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class PlotView(pg.GraphicsView):  # type: ignore[misc]
    """Shows one `PlotPanel` and turns what a hand does there into requests.

    Signals
    -------
    edit_requested(Edit, str)
        An edit is wanted; the text, translated, names the step.
    gesture_started(str), gesture_ended(), gesture_cancelled()
        The edits in between are one step; cancelled, they never were.
    highlight_requested(Mark | None)
        What is pointed at.
    message(str)
        A sentence for the person who pulled at something that will not follow.
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
        # And it covers everything: nothing needs to be painted, or kept, under it.
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
        self._describing = QTimer(self)
        self._describing.setSingleShot(True)
        self._describing.setInterval(_DESCRIBE_MS)
        self._describing.timeout.connect(self._describe)
        self.readout = ClassReadout(self, lambda: self.picture.view)
        self.steering = Keyboard(self)
        self.pointing = Pointer(self)
        self.retranslate()

    @property
    def snapshot(self) -> Snapshot | None:
        """What is shown."""
        return self.picture.snapshot

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Move the marks; the axes follow, eased, unless a hand is on them."""
        before = self.picture.snapshot
        self.picture.snapshot = snapshot
        if before is None or len(before.logits) != len(snapshot.logits):
            self.picture.focused = None
            self._start_anew(snapshot)
        elif self.isVisible():
            self.settle()
        else:
            self._behind = True
        self.readout.refresh()
        self._describing.start()
        self._paint_anew()

    def show_view(self, view: View) -> None:
        """Look at the same numbers in another way."""
        before, face = self.picture.view, self.picture.face
        self.picture.view = view
        changed_scale = view.unit != before.unit or self.picture.face is not face
        if changed_scale and self.snapshot is not None:
            self._place_box()
            self._start_anew(self.snapshot)
        self.readout.refresh()
        self._paint_anew()

    def show_style(self, style: Style) -> None:
        """Take on colours and sizes."""
        self.picture.style = style
        self._place_box()
        self.readout.show_style(style)
        self._paint_anew()

    def retranslate(self) -> None:
        """Say everything in the current language."""
        self.setAccessibleName(translate("panels", self.panel.title))
        self.viewport().setToolTip("")
        self.setWhatsThis(translate("panels", self.panel.tip))
        self.picture.forget_background()
        self._paint_anew()

    def hold(self) -> None:
        """Keep the axes still: somewhere, a hand pulls."""
        self._held = True

    def release(self) -> None:
        """Let the axes settle: the hand has let go."""
        self._held = False
        self.settle()

    def settle(self, *, eased: bool = True) -> None:
        """Move the axes to where they serve the numbers best."""
        if self.snapshot is None or self._held or self.pointing.pulls:
            return
        self._behind = False
        wanted = self.picture.face.settle(self.axes.goal, self.snapshot, self.picture.view)
        self.axes.go(wanted, eased=eased and self.isVisible())

    def show_all(self) -> None:
        """Show every class again, after zooming."""
        self.axes.zoomed = False
        if self.snapshot is not None:
            home = self.picture.face.home(self.snapshot, self.picture.view)
            self.axes.go(home, eased=self.isVisible())

    def edit(self, edit: Edit, text: str) -> None:
        """Ask for `edit`; used by the hands and keys of this view."""
        self.edit_requested.emit(edit, text)

    def _paint_anew(self) -> None:
        # The scene would ask for it a turn later: after, and not with, all else that changes.
        self.viewport().update()

    def _start_anew(self, snapshot: Snapshot) -> None:
        home = self.picture.face.home(snapshot, self.picture.view)
        self.axes.zoomed = False
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

    def _describe(self) -> None:
        if self.snapshot is not None:
            words = self.picture.face.describe(self.snapshot, self.picture.view)
            self.setAccessibleDescription(words)

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
        if not self.pointing.pressed(event):
            super().mousePressEvent(event)
            self.pointing.explain(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let what is held follow; else light the class pointed at."""
        if not self.pointing.moved(event):
            super().mouseMoveEvent(event)
            self.pointing.hovered(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what is held."""
        if not self.pointing.released(event):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show every class again, if zoomed; on a handle, a second press."""
        if self.axes.zoomed and Drag.handle_under(self, event.position()) is None:
            self.show_all()
            return
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self.pointing.left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with keys what a hand does; Escape puts a pull back."""
        if event.key() == Qt.Key.Key_Escape and self.pointing.cancelled():
            return
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.pointing.hold_target_tool()
        elif not self.steering.key_pressed(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Put the tool away, or end the step that a held key makes."""
        if event.key() == Qt.Key.Key_T and not event.isAutoRepeat():
            self.pointing.drop_target_tool()
        elif not self.steering.key_released(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what the keys act on."""
        super().focusInEvent(event)
        self.steering.focus_came(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide what the keys acted on, and end what they were doing."""
        super().focusOutEvent(event)
        self.pointing.drop_target_tool()
        held = self.picture.focused
        self.steering.focus_went()
        shown = held is not None and ClassMark(held.index) == self.picture.view.highlight
        if shown and event.reason() not in _PASSING and not self.underMouse():
            self.highlight_requested.emit(None)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 (Qt's signature)
        """Walk through this panel's handles before leaving it."""
        return self.steering.tab(1 if forward else -1) or bool(super().focusNextPrevChild(forward))
