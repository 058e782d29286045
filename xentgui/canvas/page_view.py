"""A page on the screen: its still part kept, its numbers painted at every edit."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Thread

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from xentgui.canvas.page_cache import PageCache
from xentgui.canvas.page_scroll import PageScroll
from xentgui.canvas.readout import ClassReadout
from xentgui.canvas.stage_buttons import StageButtons
from xentgui.language.text import translate
from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.page_panel import PagePanel

_PATIENCE_MS = 30
_QUIET_MS = 300

_WAYS = {
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Backspace: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: None}
_WALKS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PageView(QWidget):
    """Shows one `PagePanel`, and turns pointing and keys into requests.

    A page whose letters could not be read at the height of the widget is higher, and scrolls.

    Signals
    -------
    highlight_requested(Mark | None)
        What is pointed at.
    view_requested(View)
        Another stage is wanted.
    prepared()
        The page can be painted now; until then it is blank.
    """

    highlight_requested = Signal(object)
    view_requested = Signal(object)
    prepared = Signal()

    def __init__(self, panel: PagePanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = panel
        self.snapshot: Snapshot | None = None
        self.view = View()
        self.style_of_page: Style | None = None
        self.setObjectName(f"panel.{panel.key}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        # The page covers everything: nothing needs to be painted under it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(120, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._kept = PageCache(panel)
        self._preparing = QTimer(self)
        self._preparing.setInterval(_PATIENCE_MS)
        self._preparing.timeout.connect(self._look)
        self._prepared = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._describe)
        self.scroller = PageScroll(self)
        self.scroller.moved.connect(self._on_scrolled)
        self._page, self._measured = QRectF(), False
        self._walked: int | None = None
        self.readout = ClassReadout(self, lambda: self.view)
        self.buttons = StageButtons(self) if panel.staged else None
        if self.buttons is not None:
            self.buttons.step_requested.connect(self.step)
        self.retranslate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the numbers of now."""
        self.snapshot = snapshot
        self._show_buttons()
        self._measure()
        self.readout.refresh()
        self._quiet.start()
        self.update(self.scroller.free_of_it())

    def show_view(self, view: View) -> None:
        """Look at the same numbers in another way; what has come is scrolled into sight."""
        before, self.view = self.view, view
        self._show_buttons()
        self._measure()
        if before.stage != view.stage:
            self._bring_stage()
        if self._walked is not None and self._walked == view.highlighted_class:
            self._bring_class(self._walked)
        self._walked = None
        self.readout.refresh()
        self.update(self.scroller.free_of_it())

    def show_style(self, style: Style) -> None:
        """Take on colours and sizes."""
        self.style_of_page = style
        if self.buttons is not None:
            self.buttons.show_style(style)
        self.readout.show_style(style)
        self.scroller.show_style(style)
        self._measure()
        self.update()

    def retranslate(self) -> None:
        """Say everything in the current language."""
        self.setAccessibleName(translate("panels", self.panel.title))
        self.setWhatsThis(translate("panels", self.panel.tip))
        if self.buttons is not None:
            self.buttons.retranslate()
        self._kept.forget()
        self._measure()
        self.readout.refresh()
        self._quiet.start()
        self.update()

    def step(self, way: int) -> None:
        """Ask for a stage more (1) or one fewer (-1)."""
        if self.snapshot is not None:
            self._go_to(self.panel.stage_beside(self.snapshot, self.view.stage, way))

    def _go_to(self, stage: int | None) -> None:
        if stage != self.view.stage:
            self.view_requested.emit(replace(self.view, stage=stage))

    def _show_buttons(self) -> None:
        if self.buttons is not None and self.snapshot is not None:
            stage = self.view.stage
            back, further = (self.panel.stage_beside(self.snapshot, stage, way) for way in (-1, 1))
            self.buttons.allow(back=back != stage, forward=further != stage)

    def _describe(self) -> None:
        """Say the page in words, once the numbers have come to rest."""
        if self.snapshot is not None:
            self.setAccessibleDescription(self.panel.describe(self.snapshot, self.view))

    def _is_prepared(self, snapshot: Snapshot) -> bool:
        """Return whether the page can be painted at once; what was once, is for ever."""
        if not self._prepared and self.panel.is_prepared(snapshot, self.view):
            self._prepared = True
            self._preparing.stop()
            self._measure()
            self.prepared.emit()
        if not self._prepared and not self._preparing.isActive():
            self._preparing.start()
            # Not in this thread: it would hold up what a hand does meanwhile.
            work = partial(self.panel.prepare, snapshot, self.view)
            Thread(target=work, name=self.objectName()).start()
        return self._prepared

    def _look(self) -> None:
        """Paint the page as soon as it is prepared."""
        if self.snapshot is not None and self._is_prepared(self.snapshot):
            self.update()

    def _measure(self) -> None:
        """Find out how high the page is: now if it is seen, else when it is painted."""
        self._measured = False
        if self.isVisible():
            self._measure_now()

    def _measure_now(self) -> None:
        snapshot, style = self.snapshot, self.style_of_page
        if snapshot is None or style is None or not self._prepared:
            return
        self._measured = True
        whole = QSizeF(self.size())
        narrow = QSizeF(whole.width() - self.scroller.width() / 2, whole.height())
        # Nothing shall be written under the bar.
        size = narrow if self.scroller.is_needed else whole
        height = self.panel.height(size, snapshot, self.view, style)
        if (height > whole.height()) is not (size is narrow):
            size = whole if size is narrow else narrow
            height = self.panel.height(size, snapshot, self.view, style)
        self._page = QRectF(0.0, 0.0, size.width(), height)
        self.scroller.fit(height)

    def _bring_stage(self) -> None:
        """Scroll to the stage that came last."""
        snapshot, style = self.snapshot, self.style_of_page
        if self.scroller.is_needed and snapshot is not None and style is not None:
            place = self.panel.stage_place(self._page, snapshot, self.view, style)
            self.scroller.bring(place if place is not None else QRectF())

    def _bring_class(self, index: int) -> None:
        """Scroll to a class, unless some of what is said of it can be seen."""
        snapshot, style = self.snapshot, self.style_of_page
        if self.scroller.is_needed and snapshot is not None and style is not None:
            places = self.panel.class_places(self._page, snapshot, self.view, style, index)
            if places and not any(map(self.scroller.shows, places)):
                self.scroller.bring(places[0])

    def _on_scrolled(self) -> None:
        self.readout.point_at(None, QPointF())
        self.update(self.scroller.free_of_it())

    def _walk(self, way: int) -> None:
        """Light the next class, or the one before."""
        if self.snapshot is None:
            return
        last, now = len(self.snapshot.logits) - 1, self.view.highlighted_class
        start = (0 if way > 0 else last) if now is None else min(max(now + way, 0), last)
        self._walked = start
        self.highlight_requested.emit(ClassMark(start))

    # Qt's names from here on.

    def sizeHint(self) -> QSize:
        """Return a card's usual size."""
        return QSize(480, 360)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the kept part and the numbers; blank until the formulas are laid out."""
        snapshot, style = self.snapshot, self.style_of_page
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if snapshot is None or style is None:
            painter.fillRect(rect, self.palette().base())
            return
        if not self._is_prepared(snapshot):
            painter.fillRect(rect, style.color(style.theme.card))
            return
        if not self._measured:
            self._measure_now()
        sight = self.rect().translated(0, self.scroller.offset)
        ratio = self.devicePixelRatioF()
        self._kept.paint(painter, self._page, sight, ratio, snapshot, self.view, style)
        painter.resetTransform()
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(style.pen(style.theme.accent, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), style.px(4), style.px(4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in their corner."""
        super().resizeEvent(event)
        if self.buttons is not None:
            self.buttons.place()
        self.scroller.place()
        self.readout.point_at(None, QPointF())  # something else is under the pointer now
        self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, if there is more than can be seen."""
        if not self.scroller.wheel(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the read-out out of the way."""
        super().mousePressEvent(event)
        self.readout.point_at(None, QPointF())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the class pointed at."""
        super().mouseMoveEvent(event)
        snapshot, style = self.snapshot, self.style_of_page
        if snapshot is None or style is None or not self._prepared:
            return
        if event.buttons() != Qt.MouseButton.NoButton:
            return
        point = event.position()
        there = point + QPointF(0.0, self.scroller.offset)
        index = self.panel.class_at_point(self._page, snapshot, self.view, style, there)
        mark = None if index is None else ClassMark(index)
        if mark != self.view.highlight:
            self.highlight_requested.emit(mark)
        self.readout.point_at(index, point)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self.readout.point_at(None, QPointF())
        if self.view.highlight is not None:
            self.highlight_requested.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from stage to stage, from class to class, or with Ctrl up and down the page."""
        key, staged = Qt.Key(event.key()), self.panel.staged
        if key in _WALKS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.scroller.step(_WALKS[key])
        elif staged and key in _WAYS:
            self.step(_WAYS[key])
        elif staged and key in _ENDS:
            self._go_to(_ENDS[key])
        elif key in _WALKS:
            self._walk(_WALKS[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()
