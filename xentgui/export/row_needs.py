"""What panels need that stand side by side, so that many arrangements can be compared."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from xentgui.export.panel_needs import Need
from xentgui.export.row_breaks import MOST_IN_A_ROW
from xentgui.model.rows import Array


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


class RowTable(NamedTuple):
    """The same of every row, as arrays of shape (panels of the figure, most panels of a row).

    An entry is for the row that begins with a panel and has one panel, two and so on; it is
    infinite where there are not so many panels.
    """

    across: Array
    least_plots: Array
    down: Array
    least: Array


class RowNeeds:
    """Adds up what panels need, row by row; what is known is kept."""

    def __init__(self, needs: Sequence[Need], plots: Sequence[bool]) -> None:
        self._needs, self._plots = needs, plots
        self._spreads: dict[tuple[int, ...], list[RowNeed]] = {}

    @cached_property
    def table(self) -> RowTable:
        """What each row needs that could be."""
        panels = [
            (left + right, wide, above + below, above, below, high)
            for left, above, right, below, (wide, high) in self._needs
        ]
        rows = in_rows(np.array(panels))
        sums = np.add.accumulate(rows[..., :2], axis=1)
        highest = np.maximum.accumulate(rows[..., 2:], axis=1)
        least = highest[..., 1] + highest[..., 2] + highest[..., 3]
        return RowTable(sums[..., 0], sums[..., 1], highest[..., 0], least)

    def of(self, spread: tuple[int, ...]) -> list[RowNeed]:
        """Return what each row needs, of so many panels each."""
        found = self._spreads.get(spread)
        if found is None:
            found, first = [], 0
            for count in spread:
                found.append(self.row(first, first + count))
                first += count
            self._spreads[spread] = found
        return found

    def row(self, first: int, stop: int) -> RowNeed:
        """Return what the row needs that begins with `first` and ends before `stop`."""
        across = least_plots = 0.0
        top = bottom = down = least_plot = -math.inf
        for left, above, right, below, (wide, high) in self._needs[first:stop]:
            across += left + right
            least_plots += wide
            # Hundreds of these are added up for a figure, and `max` takes longer.
            top = above if above > top else top
            bottom = below if below > bottom else bottom
            down = above + below if above + below > down else down
            least_plot = high if high > least_plot else least_plot
        ends, has_plot = top + bottom, True in self._plots[first:stop]
        sizes = across, least_plots, ends, down, least_plot, ends + least_plot
        return RowNeed(stop - first, *sizes, has_plot)


def in_rows(panels: Array) -> Array:
    """Return what `panels` have, shape (n, …), for each row: shape (n, most in a row, …).

    It is infinite where a row would have more panels than there are.
    """
    padded: Array = np.full((len(panels) + MOST_IN_A_ROW - 1, *panels.shape[1:]), math.inf)
    padded[: len(panels)] = panels
    rows: Array = padded[_places(len(panels))]
    return rows


@lru_cache(maxsize=64)
def _places(count: int) -> np.ndarray:
    """Return which panel is at each place of each row."""
    return np.add.outer(np.arange(count), np.arange(MOST_IN_A_ROW))
