"""The widget for each kind of panel."""

from __future__ import annotations

from xentgui.canvas.page_view import PageView
from xentgui.canvas.plot_view import PlotView
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.panel import Panel
from xentgui.panels.plot_panel import PlotPanel


def view_for(panel: Panel) -> PlotView | PageView:
    """Return a widget that shows `panel`; raises TypeError if there is none for its kind."""
    if isinstance(panel, PlotPanel):
        return PlotView(panel)
    if isinstance(panel, PagePanel):
        return PageView(panel)
    raise TypeError(f"no widget shows a {type(panel).__name__}")
