"""The room that panels need on cards of one size, with the margins of the window."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF

from xentgui.export.figure_parts import GAP, style_of, title_height
from xentgui.export.layout import Box, arrange, rows, spreads
from xentgui.export.spec import FigureSpec
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.panels import Panel
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.plot_panel import PlotPanel

_SHAPE = 1.5  # width to height: the best shape for a panel
_PAGE = 220.0  # design pixels: the least width of a panel without a plot
_COMFORTABLE = 1.1  # times its least width, from which on a panel stands beside others
_ROUNDING = 0.01  # design pixels


class GridLayout:
    """The arrangements of panels on a grid; all lengths are in design pixels.

    Attributes
    ----------
    gap
        The width between cards and around them; 0 without cards.
    """

    def __init__(
        self, spec: FigureSpec, panels: Sequence[Panel], snapshot: Snapshot, view: View
    ) -> None:
        self._panels, self._snapshot, self._view = tuple(panels), snapshot, view
        self._style, self._head = style_of(spec), title_height(spec)
        on_cards = spec.look.cards and spec.background == "theme" and len(panels) > 1
        self.gap = GAP if on_cards else 0.0
        self._kept: dict[int, float] = {}
        self._least_cell = max(
            panel.face(view).legible[0] if isinstance(panel, PlotPanel) else _PAGE
            for panel in panels
        )

    def fits(self, page: QRectF) -> bool:
        """Return whether all panels can be read on `page`."""
        whole = Box(page.left(), page.top(), page.width(), page.height())
        cell = min(
            arrange(len(self._panels), whole, self.gap), key=lambda box: (box.width, box.height)
        )
        wide = cell.width >= self._least_cell - _ROUNDING
        return wide and cell.height >= self._least_row(cell.width) - _ROUNDING

    def could_fit(self, page: QRectF) -> bool:
        """Return whether all panels could be read on `page`."""
        return self.fits(page)

    def is_too_narrow(self, page: QRectF) -> bool:
        """Return that a higher page could do: to ask takes no longer than to try."""
        return False

    def needed_height(self, page: QRectF) -> float:
        """Return the least height of a page in which the rows of panels on `page` could be read."""
        spread = rows(len(self._panels), page.width(), page.height())
        row = max(self._least_row(self._cell((most,), page.width())) for most in set(spread))
        return self._height(len(spread), row)

    def is_too_wide(self, page: QRectF) -> bool:
        """Return whether a row of panels on `page` is too wide for it."""
        most = max(rows(len(self._panels), page.width(), page.height()))
        return self._least_cell * most + self.gap * (most - 1) > page.width()

    def least_height(self, width: float) -> float:
        """Return the least height of a page of `width` that could do."""
        found = [
            self._height(len(spread), self._least_row(wide))
            for spread in spreads(len(self._panels))
            if (wide := self._cell(spread, width)) >= self._least_cell - _ROUNDING
        ]
        return min(found, default=math.inf)

    def is_wide(self, width: float) -> bool:
        """Return whether all panels can be read on a page of `width`, one below the other."""
        return width >= self._least_cell

    def least_width(self) -> float:
        """Return the least width of a page in which all panels can be read, one below the other."""
        return self._least_cell

    def natural_height(self, width: float) -> float:
        """Return the height that suits a page of `width`: as few rows as can be read with ease."""
        spread = self._comfortable(width)
        wide = self._cell(spread, width)
        return self._height(len(spread), max(self._least_row(wide), wide / _SHAPE))

    def is_taller(self, width: float, height: float) -> bool:
        """Return whether the height that suits a page of `width` is more than `height`."""
        spread = self._comfortable(width)
        good = self._height(len(spread), self._cell(spread, width) / _SHAPE)
        return good > height or self.natural_height(width) > height

    def _comfortable(self, width: float) -> tuple[int, ...]:
        every, least = spreads(len(self._panels)), _COMFORTABLE * self._least_cell
        return next((one for one in every if self._cell(one, width) >= least), every[-1])

    def _cell(self, spread: tuple[int, ...], width: float) -> float:
        return (width - self.gap * (max(spread) - 1)) / max(spread)

    def _height(self, lines: int, row: float) -> float:
        return lines * row + self.gap * (lines - 1)

    def _least_row(self, width: float) -> float:
        key = round(width)
        if key not in self._kept:
            highest = max(self._least_panel(panel, width) for panel in self._panels)
            self._kept[key] = self._head + highest
        return self._kept[key]

    def _least_panel(self, panel: Panel, width: float) -> float:
        if isinstance(panel, PlotPanel):
            return self._least_face(panel.face(self._view), width)
        if isinstance(panel, PagePanel):
            return panel.height(QSizeF(width, 1.0), self._snapshot, self._view, self._style)
        return 0.0

    def _least_face(self, face: PlotPanel, width: float) -> float:
        """Return the least height of a plot with its usual room: each of its rows has room, too."""
        usual, high = face.least_plot(self._view)[1], face.legible[1]
        needed = face.least_plot_for(self._snapshot, self._view)[1]
        if needed <= usual:
            return high
        around = face.usual_room(QRectF(0.0, 0.0, width, high), self._view, self._style)
        return max(high, around.top() + needed + around.bottom())
