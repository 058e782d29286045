"""The pyqtgraph side of a panel: a view that shows it, and hands that pull at it."""

from xentgui.canvas.plot_view import PlotView

__all__ = ["PlotView"]
