"""Panels in the picture for a room: axes go with the numbers, and nothing covers the picture."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtWidgets import QWidget

from xentgui.canvas.packed_pictures import PackedPictures
from xentgui.canvas.page_view import PageView
from xentgui.canvas.plot_view import PlotView
from xentgui.documents.focus import in_panel
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.painting.handlers import guarded
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.panel import ReadOut
from xentgui.panels.plot_panel import PlotPanel


@guarded
class StagePlot(PlotView):
    """A `PlotView` without a clock of its own: axes move in the frames of the values."""

    def __init__(self, panel: PlotPanel, parent: QWidget) -> None:
        self._fixed: Ranges | None = None
        super().__init__(panel, parent)
        self.setObjectName(f"stage.{panel.key}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_view(self, view: View) -> None:
        """Show `view`, with what is emphasised in this panel."""
        super().show_view(in_panel(view, self.panel.key))

    def fix(self, ranges: Ranges | None) -> None:
        """Show `ranges` from now on, or those of the numbers."""
        if ranges != self._fixed:
            self._fixed = ranges
            self.axes.zoomed = False
            self.settle()

    def home(self) -> None:
        """Show again what the scene shows, after somebody has zoomed."""
        if self.axes.zoomed:
            self.axes.zoomed = False
            self.settle()

    def paint_ahead(
        self,
        snapshot: Snapshot,
        view: View,
        size: QSize,
        fixed: Ranges | None = None,
        *,
        packs: PackedPictures | None = None,
    ) -> Iterator[None]:
        """Paint what a step will show at this size, a part each time; see `PictureItem`."""
        view = in_panel(view, self.panel.key)
        if fixed is not None:
            ranges = fixed
        elif self._fixed is not None:
            ranges = self.panel.face(view).ranges(snapshot, view)
        else:
            ranges = self.ranges_for(snapshot, view)
        rect = QRectF(QPointF(), size)
        yield from self.picture.paint_ahead(snapshot, view, ranges, rect, packs=packs)

    def settle(self, *, eased: bool = True) -> None:
        """Move the axes in the same frame to where they belong."""
        if self.snapshot is None or self.pointer.drags:
            return
        if self._fixed is not None:
            self.axes.go(self._fixed, eased=False)
        else:
            super().settle(eased=False)

    def _read_out(self, mark: Mark) -> ReadOut | None:
        """Read nothing out: the numbers stand at the marks."""
        return None

    def _start_anew(self, snapshot: Snapshot) -> None:
        super()._start_anew(snapshot)
        if self._fixed is not None:
            self.axes.jump(self._fixed)


@guarded
class StagePage(PageView):
    """A `PageView` that the lecture steps through."""

    def __init__(self, panel: PagePanel, parent: QWidget) -> None:
        super().__init__(panel, parent)
        self.setObjectName(f"stage.{panel.key}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if self.buttons is not None:
            self.buttons.hide()

    def paint_ahead(
        self,
        snapshot: Snapshot,
        view: View,
        size: QSize,
        _fixed: Ranges | None = None,
        *,
        packs: PackedPictures | None = None,
    ) -> Iterator[None]:
        """Paint what a step will show at this size, a part each time; see `PageCanvas`."""
        view = in_panel(view, self.panel.key)
        yield from super().paint_ahead(snapshot, view, size, packs=packs)

    def show_view(self, view: View) -> None:
        """Show `view`, with what is emphasised in this panel."""
        super().show_view(in_panel(view, self.panel.key))

    def _read_out(self, mark: Mark) -> ReadOut | None:
        """Read nothing out: the numbers stand on the page."""
        return None
