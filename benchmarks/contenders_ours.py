"""The program's three panels, in a window of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from xentgui.canvas.plot_view import PlotView
from xentgui.model import Snapshot
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.distribution import Distribution
from xentgui.panels.gradient import Gradient
from xentgui.panels.information import Information

SIZE = (1280, 800)


def style() -> Style:
    """Return the style for everything."""
    return Style(LIGHT, 13.0, fonts.ui_font(13.0))


def three(panels: Sequence[QWidget]) -> QWidget:
    """Return a window with two panels above a wide one."""
    window = QWidget()
    grid = QGridLayout(window)
    grid.setContentsMargins(4, 4, 4, 4)
    grid.setSpacing(4)
    for panel, (row, column, width) in zip(panels, ((0, 0, 1), (0, 1, 1), (1, 0, 2)), strict=True):
        grid.addWidget(panel, row, column, 1, width)
    window.resize(*SIZE)
    return window


class Ours:
    """Distribution, Information and Gradient, as the program shows them."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.views = [PlotView(panel()) for panel in (Distribution, Information, Gradient)]
        for view in self.views:
            view.show_style(style())
            view.show_snapshot(snapshot)
        self.window = three(self.views)
        self.painted = [view.viewport() for view in self.views]

    def show(self, snapshot: Snapshot) -> None:
        """Show other numbers."""
        for view in self.views:
            view.show_snapshot(snapshot)
