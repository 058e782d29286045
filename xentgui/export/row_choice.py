"""Chooses how many panels of a figure stand in each of its rows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from xentgui.export.panel_needs import TRUSTED, Need, PanelNeeds, Shown
from xentgui.export.row_breaks import MOST_IN_A_ROW, arrangements, rows_of
from xentgui.export.row_needs import RowNeed, RowNeeds, RowTable, in_rows
from xentgui.model.rows import Array
from xentgui.panels.page_panel import PagePanel

SHAPE = 1.5
"""Width to height: the best shape for a plot."""

COMFORTABLE = 1.1
"""Times its least width, from which on a plot stands beside others."""

_TRUSTED_OF_PAGE = 0.6  # the same of the height of a page

_ALIKE = 24.0  # design pixels: in pages that differ by less, rows are broken at the same panels
_TYPICAL = 190.0  # design pixels: the width of a cell that most panels can do with
_OVER, _UNEVEN = 1e3, 4.0  # the costs of a pixel too much, and of panels beside others
_BESIDE = np.arange(float(MOST_IN_A_ROW))  # others in a row


class Spread(NamedTuple):
    """An arrangement on a page of some width: `count` panels in each row.

    `gaps` is the height of all gaps between rows, and `short` how much width its rows lack, below
    zero; `least` is the height of its rows added up.  `at` is where its rows are in `down` and
    `plots`, which are the `down` of all rows that could be, and the widths of their plots.
    """

    counts: tuple[int, ...]
    gaps: float
    short: float
    least: float
    at: list[int]
    down: list[float]
    plots: list[float]

    def lacks(self, height: float) -> float:
        """Return how much is lacking on a page of `height`."""
        return -(min(height - self.gaps - self.least, 0.0) + self.short)

    def off(self, height: float) -> float:
        """Return how far from a good shape the plots are on a page of `height`."""
        down, plots, log = sum([self.down[k] for k in self.at]), self.plots, math.log
        high = max((height - down - self.gaps) / len(self.at), 1.0)
        each = zip(self.counts, self.at, strict=True)
        return sum([panels * abs(log(plots[k] / high / SHAPE)) for panels, k in each])


class RowChoice:
    """The arrangements of panels in rows; all lengths are in design pixels.

    `gap` is the distance between panels.
    """

    def __init__(self, shown: Sequence[Shown], needs: PanelNeeds, gap: float) -> None:
        self._needs, self._gap, self._count = needs, gap, len(shown)
        self._pages = [k for k, one in enumerate(shown) if isinstance(one.panel, PagePanel)]
        self._plots = needs.plots
        self._rows: list[tuple[Sequence[Need], RowNeeds]] = []
        self._trusted: list[tuple[Sequence[Need], RowNeeds]] = []
        self._broken: dict[int, list[tuple[int, ...]]] = {}
        self._first: dict[int, float] = {}
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
            table = self.rows_of(self.about(width)).table
            room = width - self._gap * _BESIDE - table.across
            slack = room - table.least_plots
            plots = np.maximum(room / (_BESIDE + 1.0), 1.0)
            tables = np.minimum(slack, 0.0), table.least, table.down, plots
            short, least, down, wide = (one.ravel().tolist() for one in tables)
            found = list[Spread]()
            for counts in self.spreads(width):
                at = _places(counts)
                sums = sum([short[k] for k in at]), sum([least[k] for k in at])
                found.append(Spread(counts, self.gaps(counts), *sums, at, down, wide))
            self._wide = width, found
        return self._wide[1]

    def spreads(self, width: float) -> list[tuple[int, ...]]:
        """Return one arrangement for each number of rows: all fit into `width`, and are low."""
        key = round(width / _ALIKE)
        if key in self._broken:
            return self._broken[key]
        width = self._first_alike(width)
        about, gap = self.about(width), self._gap
        table = self.rows_of(about).table
        # The height of a page depends on how many panels share the width.
        highest = np.tile([one.least[1] for one in about], (MOST_IN_A_ROW, 1))
        for beside in range(min(self._count, MOST_IN_A_ROW)):
            cell = (width - gap * beside) / (beside + 1)
            for k in self._pages:
                highest[beside, k] = self._needs.least(k, cell)[1]
        every = np.maximum.accumulate(in_rows(highest.T), axis=1)
        least = every.diagonal(axis1=1, axis2=2)
        slack = self._slack(table, width, COMFORTABLE)
        over = np.maximum(-slack, 0.0)
        costs = least + table.down + _OVER * over + _UNEVEN * (_BESIDE + 1.0) ** 2
        found = self._broken[key] = arrangements(costs)
        return found

    def _first_alike(self, width: float) -> float:
        """Return which width was asked about first, of those of which rows are broken alike."""
        return self._first.setdefault(round(width / _ALIKE), width)

    def is_one_wider(self, width: float, trusted: float = 1.0) -> bool:
        """Return whether one panel alone is too wide for a page of `width`.

        It has `trusted` times the room at its sides that it needs about.
        """
        self._first_alike(width)
        return self._needs.is_one_wider(width, self._typical(width), trusted)

    def fewest_rows(self, width: float) -> int:
        """Return in how many rows panels stand at least where plots are wider than they have to be.

        Nothing is measured.
        """
        self._first_alike(width)
        narrowest = COMFORTABLE * min(self._needs.least_widths) + self._gap
        return math.ceil(self._count / max(int((width + self._gap) / narrowest), 1))

    def first_comfortable(self, width: float) -> tuple[int, ...]:
        """Return the arrangement of the fewest rows in which plots are wider than they have to be.

        If there is none, it is the one of the most rows.
        """
        table, found = self.rows_of(self.about(width)).table, self.spreads(width)
        slack = self._slack(table, width, COMFORTABLE)
        fits = (slack >= 0.0).ravel().tolist()
        good = (one for one in found if all(map(fits.__getitem__, _places(one))))
        return next(good, found[-1])

    def shortest(self, known: tuple[Need, ...], width: float) -> float:
        """Return the least height of a page of `width` if panels need hardly less than is known."""
        table, count, gap = self.trusted(known).table, self._count, self._gap
        slack = self._slack(table, width).tolist()
        least = table.least.tolist()
        best = [math.inf] * count + [-gap]
        for first in reversed(range(count)):
            lowest = math.inf
            for after, (spare, high) in enumerate(
                zip(slack[first], least[first], strict=True), first + 1
            ):
                if spare < 0.0:
                    break
                total = high + gap + best[after]
                lowest = total if total < lowest else lowest
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

    def with_low_pages(
        self, needs: Sequence[Need], spread: tuple[int, ...], rows: Sequence[RowNeed]
    ) -> Sequence[RowNeed]:
        """Return what `rows` of `needs` need where only the widths of cells may change.

        Pages may become lower then.
        """
        if not self._pages:
            return rows
        low = list(needs)
        for k in self._pages:
            wide, high = needs[k].least
            low[k] = needs[k]._replace(least=(wide, _TRUSTED_OF_PAGE * high))
        lowered, pages = RowNeeds(low, self._plots), set(self._pages)
        each = zip(rows, rows_of(spread), strict=True)
        return [
            one if pages.isdisjoint(row) else lowered.row(row.start, row.stop) for one, row in each
        ]

    def about(self, width: float) -> tuple[Need, ...]:
        """Return what panels need in a typical cell, if as many as can be stand side by side."""
        return self._needs.about(self._typical(width))

    def _typical(self, width: float) -> tuple[float, float]:
        cell = width / max(1, min(self._count, int(width / _TYPICAL)))
        return cell, cell / SHAPE

    def rows_of(self, needs: tuple[Need, ...]) -> RowNeeds:
        """Return what rows need where each panel needs what `needs` says."""
        for known, found in self._rows:  # few, and to tell whether they are equal takes long
            if known is needs:
                return found
        self._rows.append((needs, found := RowNeeds(needs, self._plots)))
        return found

    def slack(self, row: RowNeed, width: float) -> float:
        """Return how much wider than needed the page is for `row`."""
        return width - self._gap * (row.panels - 1) - row.across - row.least_plots

    def _slack(self, table: RowTable, width: float, times: float = 1.0) -> Array:
        """Return how much wider the page is than each row needs with plots `times` the least ones."""
        return width - self._gap * _BESIDE - table.across - times * table.least_plots

    def plot_widths(self, rows: Sequence[RowNeed], width: float) -> list[float]:
        """Return the width of each plot of each row on a page of `width`."""
        gap = self._gap
        return [(width - gap * (row.panels - 1) - row.across) / row.panels for row in rows]

    def gaps(self, spread: tuple[int, ...]) -> float:
        """Return the height of all gaps between rows."""
        return self._gap * (len(spread) - 1)


@lru_cache(maxsize=256)
def _places(counts: tuple[int, ...]) -> list[int]:
    """Return where each row of an arrangement is in a `RowTable`, row after row."""
    places, first = [], 0
    for count in counts:
        places.append(first * MOST_IN_A_ROW + count - 1)
        first += count
    return places


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
