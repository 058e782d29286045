"""Chooses how many panels of a figure stand in each of its rows."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QSizeF

from xentgui.export.panel_needs import Need, PanelNeeds, Shown
from xentgui.export.row_breaks import MOST_IN_A_ROW, arrangements
from xentgui.export.row_needs import RowNeed, RowNeeds
from xentgui.panels.page_panel import PagePanel

SHAPE = 1.5
"""Width to height: the best shape for a plot."""

COMFORTABLE = 1.1
"""Times its least width, from which on a plot stands beside others."""

TRUSTED = 0.85
"""Of the room that a plot needs around it in one cell, it needs at least so much in any other."""

_TRUSTED_OF_PAGE = 0.6  # the same of the height of a page

_ALIKE = 24.0  # design pixels: in pages that differ by less, rows are broken at the same panels
_TYPICAL = 190.0  # design pixels: the width of a cell that most panels can do with
_OVER, _UNEVEN = 1e3, 4.0  # the costs of a pixel too much, and of panels beside others


class RowChoice:
    """The arrangements of panels in rows; all lengths are in design pixels.

    `gap` is the distance between panels.
    """

    def __init__(self, shown: Sequence[Shown], needs: PanelNeeds, gap: float) -> None:
        self._needs, self._gap, self._count = needs, gap, len(shown)
        self._pages = [k for k, one in enumerate(shown) if isinstance(one.panel, PagePanel)]
        self._plots = [needs.is_plot(nth) for nth in range(self._count)]
        self._rows: dict[tuple[Need, ...], RowNeeds] = {}
        self._broken: dict[int, list[tuple[int, ...]]] = {}
        self._latest: tuple[tuple[float, float], tuple[int, ...]] = (0.0, 0.0), ()

    def best(self, width: float, height: float) -> tuple[int, ...]:
        """Return the number of panels in each row: all can be read, and the plots have a good shape."""
        if self._latest[0] != (width, height):  # asked before a page is laid out, and then
            self._latest = (width, height), self._best(width, height)
        return self._latest[1]

    def _best(self, width: float, height: float) -> tuple[int, ...]:
        # Measured once: from one arrangement to the next, hardly more than a row of a legend differs.
        known, lacking = self.rows_of(self.about(width)), dict[tuple[int, ...], float]()
        for spread in self.spreads(width):
            rows = known.of(spread)
            spare = height - self.gaps(spread) - sum([row.least for row in rows])
            short = sum([slack for row in rows if (slack := self.slack(row, width)) < 0.0])
            lacking[spread] = -(min(spare, 0.0) + short)
        least = min(lacking.values())

        def off(spread: tuple[int, ...]) -> float:
            rows, gaps = known.of(spread), self.gaps(spread)
            high = max((height - sum([row.down for row in rows]) - gaps) / len(rows), 1.0)
            shapes = [max(self.plot_width(row, width), 1.0) / high / SHAPE for row in rows]
            return sum(
                [row.panels * abs(math.log(one)) for row, one in zip(rows, shapes, strict=True)]
            )

        return min([one for one, lacks in lacking.items() if lacks == least], key=off)

    def spreads(self, width: float) -> list[tuple[int, ...]]:
        """Return one arrangement for each number of rows: all fit into `width`, and are low."""
        key = round(width / _ALIKE)
        if key in self._broken:
            return self._broken[key]
        about, count = self.about(width), self._count
        rows, most = self.rows_of(about), min(count, MOST_IN_A_ROW)
        # The height of a page depends on how many panels share the width.
        highest = [[one.least[1] for one in about] for _ in range(most + 1)]
        for beside in range(1, most + 1):
            cell = (width - self._gap * (beside - 1)) / beside
            for k in self._pages:
                highest[beside][k] = self._needs.least(k, cell)[1]

        def cost(first: int, stop: int) -> float:
            row, beside = rows.between(first, stop), stop - first
            least = max(highest[beside][first:stop])
            over = max(-self.slack(row, width, COMFORTABLE), 0.0)
            return least + row.down + _OVER * over + _UNEVEN * beside**2

        found = self._broken[key] = arrangements(count, cost)
        return found

    def shortest(self, known: tuple[Need, ...], width: float) -> float:
        """Return the least height of a page of `width` if panels need hardly less than is known."""
        rows, count = self.trusted(known), self._count
        best = [math.inf] * count + [-self._gap]
        for first in reversed(range(count)):
            for stop in range(first + 1, min(first + MOST_IN_A_ROW, count) + 1):
                row = rows.between(first, stop)
                if self.slack(row, width) < 0.0:
                    break
                best[first] = min(best[first], row.least + self._gap + best[stop])
        return best[0]

    def trusted(self, known: tuple[Need, ...]) -> RowNeeds:
        """Return what rows need at least in any cells, where panels need `known` in some."""
        pages = set(self._pages)
        return self.rows_of(tuple(_trusted(one, nth in pages) for nth, one in enumerate(known)))

    def with_low_pages(self, needs: tuple[Need, ...]) -> RowNeeds:
        """Return what rows need where only the widths of cells may change: pages may become lower."""
        if not self._pages:
            return RowNeeds(needs, self._plots)
        low = list(needs)
        for k in self._pages:
            wide, high = needs[k].least
            low[k] = needs[k]._replace(least=(wide, _TRUSTED_OF_PAGE * high))
        return RowNeeds(low, self._plots)

    def about(self, width: float) -> tuple[Need, ...]:
        """Return what panels need in a typical cell, if as many as can be stand side by side."""
        cell = width / max(1, min(self._count, int(width / _TYPICAL)))
        return self._needs.about(QSizeF(cell, cell / SHAPE))

    def rows_of(self, needs: tuple[Need, ...]) -> RowNeeds:
        """Return what rows need where each panel needs what `needs` says."""
        found = self._rows.get(needs)
        if found is None:
            found = self._rows[needs] = RowNeeds(needs, self._plots)
        return found

    def slack(self, row: RowNeed, width: float, times: float = 1.0) -> float:
        """Return how much wider than needed the page is for `row`."""
        return width - self._gap * (row.panels - 1) - row.across - times * row.least_plots

    def plot_width(self, row: RowNeed, width: float) -> float:
        """Return the width of each plot of `row` on a page of `width`."""
        return (width - self._gap * (row.panels - 1) - row.across) / row.panels

    def gaps(self, spread: tuple[int, ...]) -> float:
        """Return the height of all gaps between rows."""
        return self._gap * (len(spread) - 1)


def _trusted(need: Need, is_page: bool) -> Need:  # noqa: FBT001 (private)
    """Return what a panel needs in any cell that needs `need` in one."""
    wide, high = need.least
    return Need(
        left=TRUSTED * need.left,
        top=TRUSTED * need.top,
        right=TRUSTED * need.right,
        bottom=TRUSTED * need.bottom,
        least=(wide, high * _TRUSTED_OF_PAGE if is_page else high),
    )
