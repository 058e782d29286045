"""A plot in the picture for a room: its axes go with the numbers, and where the scene fixes them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from xentgui.canvas.plot_view import PlotView
from xentgui.model import Snapshot
from xentgui.painting.frame import Ranges
from xentgui.painting.handlers import guarded
from xentgui.panels.plot_panel import PlotPanel


@guarded
class StagePlot(PlotView):
    """A `PlotView` without a clock of its own: axes move in the frames of the values."""

    def __init__(self, panel: PlotPanel, parent: QWidget) -> None:
        self._fixed: Ranges | None = None
        super().__init__(panel, parent)
        self.setObjectName(f"stage.{panel.key}")

    def fix(self, ranges: Ranges | None) -> None:
        """Show `ranges` from now on, or those of the numbers."""
        if ranges != self._fixed:
            self._fixed = ranges
            self.axes.zoomed = False
            self.settle()

    def settle(self, *, eased: bool = True) -> None:
        """Move the axes in the same frame to where they belong."""
        if self.snapshot is None or self.pointer.drags:
            return
        if self._fixed is not None:
            self.axes.go(self._fixed, eased=False)
        else:
            super().settle(eased=False)

    def _start_anew(self, snapshot: Snapshot) -> None:
        super()._start_anew(snapshot)
        if self._fixed is not None:
            self.axes.jump(self._fixed)
