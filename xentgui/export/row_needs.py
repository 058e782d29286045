"""What panels need that stand side by side, so that many arrangements can be compared."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from xentgui.export.panel_needs import Need
from xentgui.export.row_breaks import MOST_IN_A_ROW


class RowNeed(NamedTuple):
    """What the panels of a row need together, in design pixels.

    `across` is the width of all that stands beside plots, and `least_plots` that of the least
    plots; `ends` is the height above and below plots that begin and end at the same height, and
    `down` the height of what the highest panel has there; `least_plot` is the height of the highest
    of the least plots, and `least` that of the row.
    """

    panels: int
    across: float
    least_plots: float
    ends: float
    down: float
    least_plot: float
    least: float
    has_plot: bool


class RowNeeds:
    """Adds up what panels need, row by row; what is known is kept."""

    def __init__(self, needs: Sequence[Need], plots: Sequence[bool]) -> None:
        self._needs, self._plots = needs, plots
        self._spreads: dict[tuple[int, ...], list[RowNeed]] = {}
        self._starting = list[list[RowNeed]]()

    @property
    def starting(self) -> list[list[RowNeed]]:
        """What rows need, by the first of their panels: those of one panel, of two and so on."""
        if not self._starting:
            count = len(self._needs)
            self._starting = [self._added_up(k, k + MOST_IN_A_ROW) for k in range(count)]
        return self._starting

    def of(self, spread: tuple[int, ...]) -> list[RowNeed]:
        """Return what each row needs, of so many panels each."""
        found = self._spreads.get(spread)
        if found is None:
            found, first, known = [], 0, self._starting
            for count in spread:
                rows = known[first] if known else self._added_up(first, first + count)
                found.append(rows[count - 1])
                first += count
            self._spreads[spread] = found
        return found

    def _added_up(self, first: int, stop: int) -> list[RowNeed]:
        """Return what the rows need that begin with `first` and end before `stop` or earlier."""
        across = least_plots = 0.0
        top = bottom = down = least_plot = -math.inf
        has_plot, rows = False, list[RowNeed]()
        needs, plots = self._needs[first:stop], self._plots[first:stop]
        for panels, (need, is_plot) in enumerate(zip(needs, plots, strict=True), 1):
            left, above, right, below, (wide, high) = need
            across += left + right
            least_plots += wide
            # Thousands of these are added up for a figure, and `max` takes longer.
            top = above if above > top else top
            bottom = below if below > bottom else bottom
            down = above + below if above + below > down else down
            least_plot = high if high > least_plot else least_plot
            ends, has_plot = top + bottom, has_plot or is_plot
            sizes = across, least_plots, ends, down, least_plot, ends + least_plot
            rows.append(RowNeed(panels, *sizes, has_plot))
        return rows
