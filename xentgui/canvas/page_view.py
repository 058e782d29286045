"""A page on the screen that answers to pointer, fingers and keys, and goes from stage to stage."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from xentgui.canvas.page_canvas import PageCanvas
from xentgui.canvas.page_controls import StageButtons, page_key_pressed
from xentgui.canvas.readout import Hover
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.view import View
from xentgui.painting.fingers import Fingers
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.panels.marked_panel import Way
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.panel import ReadOut


@guarded
class PageView(PageCanvas):
    """Shows one `PagePanel`, and turns pointing and keys into requests.

    Signals
    -------
    highlight_requested(Mark | None)
        A mark is pointed at, or None.
    view_requested(View)
        Another stage is to be shown.
    """

    highlight_requested = Signal(object)
    view_requested = Signal(object)

    def __init__(self, panel: PagePanel, parent: QWidget | None = None) -> None:
        super().__init__(panel, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._fingers = Fingers(self, self.scroller)
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
        super().show_snapshot(snapshot)
        self._show_buttons()

    def show_view(self, view: View) -> None:
        """Show the same numbers in another way, and scroll to a new stage or mark."""
        super().show_view(view)
        self._show_buttons()
        self._walked = None

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        if self.buttons is not None:
            self.buttons.show_style(style)
        self.hover.show_style(style)
        super().show_style(style)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.buttons is not None:
            self.buttons.retranslate()
        super().retranslate()

    def _show_buttons(self) -> None:
        if self.buttons is not None and self.snapshot is not None:
            self.buttons.allow(back=self.can_step(-1), forward=self.can_step(1))

    def _show_news(self) -> None:
        self.hover.refresh()
        super()._show_news()

    def _bring_what_came(self, before: View) -> None:
        super()._bring_what_came(before)
        if self._walked is not None and self._walked == self.view.highlight:
            self._bring_mark(self._walked)

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

    def _bring_mark(self, mark: Mark) -> None:
        """Scroll to a mark, unless one of its places is visible."""
        snapshot, style = self.snapshot, self.style_of_page
        if self.scroller.is_needed and snapshot is not None and style is not None:
            places = self.panel.places_of(self._page, snapshot, self.view, style, mark)
            if places and not any(map(self.scroller.shows, places)):
                self.scroller.bring(places[0])

    def _on_scrolled(self) -> None:
        self.hover.hide()
        super()._on_scrolled()

    # Qt's names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in their corner."""
        super().resizeEvent(event)
        if self.buttons is not None:
            self.buttons.place()
        self.hover.hide()  # another thing is under the pointer now

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
        """Go from stage to stage, from class to class, or scroll; Escape leaves the class."""
        if event.key() == Qt.Key.Key_Escape and self.view.highlight is not None:
            self.highlight_requested.emit(None)
        elif not page_key_pressed(self, event, staged=self.panel.staged):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that this page has the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that this page has lost the focus."""
        super().focusOutEvent(event)
        self.update()
