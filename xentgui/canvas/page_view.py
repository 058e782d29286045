"""A page on the screen: its static part is cached, and its numbers are painted at every edit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
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

from xentgui.canvas.accessible import AccessibleText
from xentgui.canvas.hover import Hover
from xentgui.canvas.page_cache import PageCache
from xentgui.canvas.page_edges import hide_cut_rows
from xentgui.canvas.page_keys import page_key_pressed
from xentgui.canvas.page_preparation import PagePreparation
from xentgui.canvas.page_scroll import PageScroll
from xentgui.canvas.stage_buttons import StageButtons
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.view import View
from xentgui.painting.fingers import Fingers
from xentgui.painting.handlers import guarded
from xentgui.painting.marks import draw_focus_ring
from xentgui.painting.roles import PAGE, give_role
from xentgui.painting.style import Style
from xentgui.panels.hidden import words_of_panel
from xentgui.panels.marks import ReadOut, Way
from xentgui.panels.page_panel import PagePanel


@guarded
class PageView(QWidget):
    """Shows one `PagePanel`, and turns pointing and keys into requests.

    If the letters would be too small at the height of the widget, the page is higher and scrolls.

    Signals
    -------
    highlight_requested(Mark | None)
        A mark is pointed at, or None.
    view_requested(View)
        Another stage is to be shown.
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
        give_role(self, PAGE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        # The page covers everything: nothing needs to be painted under it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(120, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._cache = PageCache(panel)
        self._preparation = PagePreparation(panel, self)
        self._preparation.prepared.connect(self._on_prepared)
        self._preparation.waited.connect(self._look)
        self.accessible = AccessibleText(self, panel, self._words)
        self.scroller = PageScroll(self)
        self._fingers = Fingers(self, self.scroller)
        self.scroller.moved.connect(self._on_scrolled)
        self._page, self._measured = QRectF(), False
        self._walked: Mark | None = None
        self.hover = Hover(
            self,
            panel.key,
            self._read_out,
            lambda: self.view.highlight,
            self.highlight_requested.emit,
            self._extent,
        )
        self.buttons = StageButtons(panel.key, self) if panel.staged else None
        if self.buttons is not None:
            self.buttons.step_requested.connect(self.step)
        self.retranslate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        self.snapshot = snapshot
        self._show_buttons()
        self._measure()
        self.hover.refresh()
        self.accessible.refresh()
        self.update(self.scroller.free_of_it())

    def show_view(self, view: View) -> None:
        """Show the same numbers in another way, and scroll to a new stage or mark."""
        before, self.view = self.view, view
        self._show_buttons()
        self._measure()
        if before.hidden != view.hidden:
            self.accessible.refresh()
        if before.stage != view.stage:
            self._bring_stage()
        if self._walked is not None and self._walked == view.highlight:
            self._bring_mark(self._walked)
        self._walked = None
        self.hover.refresh()
        self.update(self.scroller.free_of_it())

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self.style_of_page = style
        if self.buttons is not None:
            self.buttons.show_style(style)
        self.hover.show_style(style)
        self.scroller.show_style(style)
        self._measure()
        self.update()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.accessible.retranslate()
        if self.buttons is not None:
            self.buttons.retranslate()
        self._cache.forget()
        self._measure()
        self.hover.refresh()
        self.update()

    def step(self, way: int) -> None:
        """Ask for a stage more (1) or one fewer (-1)."""
        if self.snapshot is not None:
            self.go_to(self.panel.stage_beside(self.snapshot, self.view.stage, way))

    def can_step(self, way: int) -> bool:
        """Return whether there is one more stage (1) or one fewer (-1)."""
        snapshot, stage = self.snapshot, self.view.stage
        return snapshot is not None and self.panel.stage_beside(snapshot, stage, way) != stage

    def go_to(self, stage: int | None) -> None:
        """Ask for so many stages; None for all of them."""
        if stage != self.view.stage:
            self.view_requested.emit(replace(self.view, stage=stage))

    def walk(self, way: Way) -> None:
        """Ask that the next mark be highlighted, or the one before."""
        if self.snapshot is None:
            return
        mark = self.panel.mark_beside(self.view.highlight, way, self.snapshot, self.view)
        self._walked = mark
        self.highlight_requested.emit(mark)

    def scroll_step(self, way: int) -> None:
        """Go a step down (1) or up (-1)."""
        self.scroller.step(way)

    def _show_buttons(self) -> None:
        if self.buttons is not None and self.snapshot is not None:
            self.buttons.allow(back=self.can_step(-1), forward=self.can_step(1))

    def _words(self) -> str | None:
        if self.snapshot is None:
            return None
        return words_of_panel(self.panel, self.snapshot, self.view)

    def _read_out(self, mark: Mark) -> ReadOut | None:
        if self.snapshot is None:
            return None
        return self.panel.read_out(mark, self.snapshot, self.view)

    def _extent(self, mark: Mark, point: QPointF) -> QRectF | None:
        snapshot, style, down = self.snapshot, self.style_of_page, QPointF(0, self.scroller.offset)
        if snapshot is None or style is None or not mark.is_in(snapshot.state):
            return None
        places = self.panel.places_of(self._page, snapshot, self.view, style, mark)
        return next(
            (place.translated(-down) for place in places if place.contains(point + down)), None
        )

    def _on_prepared(self) -> None:
        self._measure()
        self.prepared.emit()

    def _look(self) -> None:
        """Paint the page as soon as it is prepared, or say in its place why it cannot be."""
        preparation = self._preparation
        if self.snapshot is not None and (
            preparation.has_failed or preparation.is_ready(self.snapshot, self.view)
        ):
            self.update()

    def _measure(self) -> None:
        """Find the height of the page: now if it is visible, else when it is painted."""
        self._measured = False
        if self.isVisible():
            self._measure_now()

    def _measure_now(self) -> None:
        snapshot, style = self.snapshot, self.style_of_page
        if snapshot is None or style is None or not self._preparation.is_done:
            return
        self._measured = True
        self._page = self.scroller.page(
            lambda size: self.panel.height(size, snapshot, self.view, style)
        )

    def _bring_stage(self) -> None:
        """Scroll to the latest stage."""
        snapshot, style = self.snapshot, self.style_of_page
        if self.scroller.is_needed and snapshot is not None and style is not None:
            place = self.panel.stage_place(self._page, snapshot, self.view, style)
            self.scroller.bring(place if place is not None else QRectF())

    def _bring_mark(self, mark: Mark) -> None:
        """Scroll to a mark, unless one of its places is visible."""
        snapshot, style = self.snapshot, self.style_of_page
        if self.scroller.is_needed and snapshot is not None and style is not None:
            places = self.panel.places_of(self._page, snapshot, self.view, style, mark)
            if places and not any(map(self.scroller.shows, places)):
                self.scroller.bring(places[0])

    def _on_scrolled(self) -> None:
        self.hover.hide()
        self.update(self.scroller.free_of_it())

    # Qt's names from here on.

    def sizeHint(self) -> QSize:
        """Return a card's usual size."""
        return QSize(480, 360)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cached part and the numbers; blank until the formulas are laid out."""
        snapshot, style = self.snapshot, self.style_of_page
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if snapshot is None or style is None:
            painter.fillRect(rect, self.palette().base())
            return
        if not self._preparation.is_ready(snapshot, self.view):
            painter.fillRect(rect, style.color(style.theme.card))
            return
        if not self._measured:
            self._measure_now()
        seen = self.rect().translated(0, self.scroller.offset)
        ratio = self.devicePixelRatioF()
        self._cache.paint(painter, self._page, seen, ratio, snapshot, self.view, style)
        painter.resetTransform()
        painter.setClipping(False)
        if self.scroller.is_needed:
            rows = self.panel.rows(self._page, snapshot, self.view, style)
            hide_cut_rows(painter, rows, seen, style)
        if self.hasFocus():
            draw_focus_ring(painter, rect, style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in their corner."""
        super().resizeEvent(event)
        if self.buttons is not None:
            self.buttons.place()
        self.scroller.place()
        self.hover.hide()  # another thing is under the pointer now
        self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, if the page is higher than its widget."""
        if not self.scroller.wheel(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the read-out."""
        super().mousePressEvent(event)
        self.hover.hide()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Highlight the mark under the pointer."""
        super().mouseMoveEvent(event)
        snapshot, style = self.snapshot, self.style_of_page
        if snapshot is None or style is None or not self._preparation.is_done:
            return
        if event.buttons() != Qt.MouseButton.NoButton:
            return
        point = event.position()
        there = point + QPointF(0.0, self.scroller.offset)
        mark = self.panel.highlight_at(self._page, snapshot, self.view, style, there)
        self.hover.point_at(mark, point)

    def leaveEvent(self, event: QEvent) -> None:
        """Highlight nothing."""
        super().leaveEvent(event)
        self.hover.point_at(None, QPointF())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from stage to stage, from class to class, or with Ctrl up and down the page."""
        if not page_key_pressed(self, event, staged=self.panel.staged):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that this page has the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that this page has lost the focus."""
        super().focusOutEvent(event)
        self.update()
