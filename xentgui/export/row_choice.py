"""Chooses how many panels of a figure stand in each of its rows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

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


class Spread(NamedTuple):
    """An arrangement on a page of some width: `count` panels in each row.

    `gaps` is the height of all gaps between rows, and `short` how much width its rows lack, below
    zero; `least` and `down` are the heights of its rows added up.  `plots` are the number of panels
    in each row and the width of each of their plots.
    """

    counts: tuple[int, ...]
    gaps: float
    short: float
    least: float
    down: float
    plots: list[tuple[int, float]]

    def lacks(self, height: float) -> float:
        """Return how much is lacking on a page of `height`."""
        return -(min(height - self.gaps - self.least, 0.0) + self.short)

    def off(self, height: float) -> float:
        """Return how far from a good shape the plots are on a page of `height`."""
        high, log = max((height - self.down - self.gaps) / len(self.plots), 1.0), math.log
        return sum([panels * abs(log(wide / high / SHAPE)) for panels, wide in self.plots])


class RowChoice:
    """The arrangements of panels in rows; all lengths are in design pixels.

    `gap` is the distance between panels.
    """

    def __init__(self, shown: Sequence[Shown], needs: PanelNeeds, gap: float) -> None:
        self._needs, self._gap, self._count = needs, gap, len(shown)
        self._pages = [k for k, one in enumerate(shown) if isinstance(one.panel, PagePanel)]
        self._plots = [needs.is_plot(nth) for nth in range(self._count)]
        self._rows: list[tuple[Sequence[Need], RowNeeds]] = []
        self._trusted: list[tuple[Sequence[Need], RowNeeds]] = []
        self._broken: dict[int, list[tuple[int, ...]]] = {}
        self._wide: tuple[float, list[Spread]] = math.nan, []
        self._latest: tuple[tuple[float, float], tuple[int, ...]] = (0.0, 0.0), ()

    def best(self, width: float, height: float) -> tuple[int, ...]:
        """Return the number of panels in each row: all can be read, and the plots have a good shape."""
        if self._latest[0] != (width, height):  # asked before a page is laid out, and then
            known = self.known_spreads(width)
            lacks = [one.lacks(height) for one in known]
            least = min(lacks)
            good = [one for one, lack in zip(known, lacks, strict=True) if lack == least]
            chosen = min(good, key=lambda one: one.off(height)) if len(good) > 1 else good[0]
            self._latest = (width, height), chosen.counts
        return self._latest[1]

    def known_spreads(self, width: float) -> list[Spread]:
        """Return all arrangements on a page of `width`: it is asked about at many heights."""
        if self._wide[0] != width:
            # Measured once: from one to the next, hardly more than a row of a legend differs.
            known = self.rows_of(self.about(width))
            found = [self._known_spread(one, known, width) for one in self.spreads(width)]
            self._wide = width, found
        return self._wide[1]

    def _known_spread(self, counts: tuple[int, ...], known: RowNeeds, width: float) -> Spread:
        gap, starting, plots = self._gap, known.starting, list[tuple[int, float]]()
        short = least = down = 0.0
        first = 0
        for count in counts:
            row = starting[first][count - 1]
            room = width - gap * (count - 1) - row.across
            slack = room - row.least_plots
            short += slack if slack < 0.0 else 0.0
            least += row.least
            down += row.down
            wide = room / count
            plots.append((count, wide if wide > 1.0 else 1.0))
            first += count
        return Spread(counts, self.gaps(counts), short, least, down, plots)

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

        def costs(first: int) -> list[float]:
            found, gap = [], self._gap
            for beside, row in enumerate(rows.starting[first], 1):
                least = max(highest[beside][first : first + beside])
                slack = width - gap * (beside - 1) - row.across - COMFORTABLE * row.least_plots
                over = -slack if slack < 0.0 else 0.0
                found.append(least + row.down + _OVER * over + _UNEVEN * beside**2)
            return found

        found = self._broken[key] = arrangements([costs(first) for first in range(count)])
        return found

    def shortest(self, known: tuple[Need, ...], width: float) -> float:
        """Return the least height of a page of `width` if panels need hardly less than is known."""
        rows, count, gap = self.trusted(known), self._count, self._gap
        best = [math.inf] * count + [-gap]
        for first in reversed(range(count)):
            lowest = math.inf
            for nth, row in enumerate(rows.starting[first]):
                if width - gap * nth - row.across - row.least_plots < 0.0:
                    break
                high = row.least + gap + best[first + nth + 1]
                lowest = high if high < lowest else lowest
            best[first] = lowest
        return best[0]

    def trusted(self, known: tuple[Need, ...]) -> RowNeeds:
        """Return what rows need at least in any cells, where panels need `known` in some."""
        for needs, found in self._trusted:
            if needs is known:
                return found
        pages = set(self._pages)
        low = [_trusted(one, nth in pages) for nth, one in enumerate(known)]
        self._trusted.append((known, found := RowNeeds(low, self._plots)))
        return found

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
        return self._needs.about((cell, cell / SHAPE))

    def rows_of(self, needs: tuple[Need, ...]) -> RowNeeds:
        """Return what rows need where each panel needs what `needs` says."""
        for known, found in self._rows:  # few, and to tell whether they are equal takes long
            if known is needs:
                return found
        self._rows.append((needs, found := RowNeeds(needs, self._plots)))
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
