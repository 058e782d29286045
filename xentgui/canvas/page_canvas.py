"""A page on the screen: its static part is cached, and its numbers are painted at every edit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from xentgui.canvas.accessible import AccessibleText
from xentgui.canvas.kept_pictures import PageCache
from xentgui.canvas.page_ahead import PageAhead, PagePreparation, PageShown
from xentgui.canvas.page_scroll import PageScroll, hide_cut_rows
from xentgui.model import Snapshot
from xentgui.model.mark import TermMark
from xentgui.model.view import View
from xentgui.painting.accessibility import PAGE, give_role
from xentgui.painting.handlers import guarded
from xentgui.painting.marks import draw_focus_ring
from xentgui.painting.style import Style
from xentgui.panels.hidden import words_of_panel
from xentgui.panels.page_panel import PagePanel

if TYPE_CHECKING:  # no picture at a start is packed
    from xentgui.canvas.packed_pictures import PackedPictures, Unpacked


@guarded
class PageCanvas(QWidget):
    """Shows one `PagePanel`; `PageView` adds the input.

    If the letters would be too small at the height of the widget, the page is higher and scrolls.

    Signals
    -------
    prepared()
        The page can be painted now; until then it is blank.
    """

    prepared = Signal()

    def __init__(self, panel: PagePanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = panel
        self.snapshot: Snapshot | None = None
        self.view = View()
        self.style_of_page: Style | None = None
        self.setObjectName(f"panel.{panel.key}")
        give_role(self, PAGE)
        # The page covers everything: nothing needs to be painted under it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(120, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._cache, self._ahead = PageCache(panel), PageAhead(panel)
        self._unpacked: Unpacked | None = None
        self._preparation = PagePreparation(panel, self)
        self._preparation.prepared.connect(self._on_prepared)
        self._preparation.waited.connect(self._look)
        self.accessible = AccessibleText(self, panel, self._words)
        self.scroller = PageScroll(self)
        self.scroller.moved.connect(self._on_scrolled)
        self._page, self._measured = QRectF(), False

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        self.snapshot = snapshot
        self._measured = False
        if self.isVisible():  # else it is measured and described when it is shown
            self._measure_now()
            self._show_news()
            self.accessible.refresh()

    def show_view(self, view: View) -> None:
        """Show the same numbers in another way."""
        before, self.view = self.view, view
        self._measured = False
        if not self.isVisible():
            return
        self._measure_now()
        if before.hidden != view.hidden:
            self.accessible.refresh()
        self._bring_what_came(before)
        self._show_news()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self.style_of_page = style
        self.scroller.show_style(style)
        self._measure()
        self.update()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.accessible.retranslate()
        self._cache.forget()
        self._ahead.forget()
        if self._unpacked is not None:
            self._unpacked.forget()
        self._measure()
        self._show_news()
        self.update()

    def paint_ahead(
        self, snapshot: Snapshot, view: View, size: QSize, *, packs: PackedPictures | None = None
    ) -> Iterator[None]:
        """Paint what is to be shown later, a part each time, so that it then is there at once.

        What is shown next is kept as it is; what may come after it, in `packs`.
        """
        style = self.style_of_page
        if style is not None and self._preparation.is_ready(snapshot, view):
            page = self.scroller.page_in(
                QSizeF(size), lambda room: self.panel.height(room, snapshot, view, style)
            )
            lowest = max(0, round(page.height()) - size.height())
            seen = QRect(QPoint(0, min(self.scroller.offset, lowest)), size)
            ratio = self.devicePixelRatioF()
            shown = PageShown(snapshot, view, page, seen, style, ratio)
            if packs is None:
                yield from self._ahead.paint(shown)
                return
            self._unpacked = packs.of_panel(self.panel.key, self._unpacked)
            apart = PageAhead(self.panel)
            yield from self._unpacked.pack(shown, apart.paint(shown), apart.picture)

    def _show_news(self) -> None:
        """Paint what has changed."""
        self.update(self.scroller.free_of_it())

    def _bring_what_came(self, before: View) -> None:
        """Scroll to what the view shows and `before` did not: a stage that is last, or emphasised."""
        mark = self.view.highlight
        is_new = isinstance(mark, TermMark) and mark != before.highlight
        if before.stage != self.view.stage or is_new:
            self._bring_stage()

    def _words(self) -> str | None:
        if self.snapshot is None:
            return None
        return words_of_panel(self.panel, self.snapshot, self.view)

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

    def _on_scrolled(self) -> None:
        self.update(self.scroller.free_of_it())

    # Qt's names from here on.

    def sizeHint(self) -> QSize:
        """Return a card's usual size."""
        return QSize(480, 360)

    def showEvent(self, event: QShowEvent) -> None:
        """Describe what came while the page was hidden."""
        self.accessible.refresh()
        self._show_news()
        super().showEvent(event)

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
        shown = PageShown(snapshot, self.view, self._page, seen, style, ratio)
        whole = self._ahead.picture(shown)
        if whole is not None:
            painter.drawPixmap(0, 0, whole)
            self._cache = self._ahead.cache
        elif self._unpacked is None or not self._unpacked.draw(painter, QPointF(), shown):
            self._cache.paint(painter, self._page, seen, ratio, snapshot, self.view, style)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.resetTransform()
        painter.setClipping(False)
        if self.scroller.is_needed:
            rows = self.panel.rows(self._page, snapshot, self.view, style)
            hide_cut_rows(painter, rows, seen, style)
        if self.hasFocus():
            draw_focus_ring(painter, rect, style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the page again."""
        super().resizeEvent(event)
        self.scroller.place()
        self._measure()
