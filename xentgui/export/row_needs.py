"""What panels need that stand side by side, so that many arrangements can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xentgui.export.panel_needs import Need


class RowNeed(NamedTuple):
    """What the panels of a row need together, in design pixels.

    `across` is the width of all that stands beside plots, and `least_plots` that of the least
    plots; `ends` is the height above and below plots that begin and end at the same height, and
    `down` the height of what the highest panel has there; `least_plot` is the height of the highest
    of the least plots.
    """

    panels: int
    across: float
    least_plots: float
    ends: float
    down: float
    least_plot: float
    has_plot: bool

    @property
    def least(self) -> float:
        """The least height of the row."""
        return self.ends + self.least_plot


class RowNeeds:
    """Adds up what panels need, row by row; what is known is kept."""

    def __init__(self, needs: Sequence[Need], plots: Sequence[bool]) -> None:
        self._needs, self._plots = needs, plots
        self._known: dict[tuple[int, int], RowNeed] = {}

    def between(self, first: int, stop: int) -> RowNeed:
        """Return what the panels from `first` to before `stop` need side by side."""
        found = self._known.get((first, stop))
        if found is None:
            row = self._needs[first:stop]
            found = self._known[first, stop] = RowNeed(
                stop - first,
                sum(one.left + one.right for one in row),
                sum(one.least[0] for one in row),
                max(one.top for one in row) + max(one.bottom for one in row),
                max(one.top + one.bottom for one in row),
                max(one.least[1] for one in row),
                any(self._plots[first:stop]),
            )
        return found

    def of(self, spread: tuple[int, ...]) -> list[RowNeed]:
        """Return what each row needs, of so many panels each."""
        found, first = [], 0
        for count in spread:
            found.append(self.between(first, first + count))
            first += count
        return found
