"""A page of a figure whose panels are measured; its plots are made level row by row.

Most pages that a search for a size tries are too small.  To measure all their rows again, with
plots that begin and end at the same height, takes as long as everything before: the row that lacks
most tells enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from xentgui.export.panel_needs import Need, PanelNeeds
from xentgui.export.row_breaks import rows_of, shared_lengths
from xentgui.export.row_needs import RowNeed

ROUNDING = 0.01  # design pixels

Cell = tuple[float, float, float, float]
"""The left, the top, the width and the height of the room of a panel."""


class BegunPage:
    """The panels of a page in their rows; all lengths are in design pixels.

    Attributes
    ----------
    spread
        The number of panels in each row.
    needs
        What each panel needs in the cell that it has by what is known of it, which is its cell in
        `tried`.
    rows
        What each row needs by that.
    cells
        The cells in which the rows are made level.

    `across` is the width of the page, and the distance between panels.
    """

    def __init__(
        self,
        spread: tuple[int, ...],
        tried: Sequence[Cell],
        needs: Sequence[Need],
        rows: Sequence[RowNeed],
        cells: Sequence[Cell],
        measure: PanelNeeds,
        across: tuple[float, float],
    ) -> None:
        self._width, self._gap = across
        self.spread, self.needs, self.rows, self.cells = spread, needs, rows, cells
        self._rows, self._tried, self._measure = rows_of(spread), tried, measure
        self._levels: dict[int, list[Need]] = {}
        self._widths: dict[int, list[float]] = {}

    @cached_property
    def level(self) -> list[Need]:
        """What all panels need, where in each row all plots begin and end equally high."""
        return [need for line in range(len(self._rows)) for need in self._levelled(line)]

    @cached_property
    def level_widths(self) -> list[list[float]]:
        """The widths of the cells of each row, where plots are level."""
        return [self._level_widths(line) for line in range(len(self._rows))]

    def _level_widths(self, line: int) -> list[float]:
        found = self._widths.get(line)
        if found is None:
            found = shared_widths(self._levelled(line), self._width, self._gap)
            self._widths[line] = found
        return found

    @cached_property
    def needed_height(self) -> float:
        """The least height of all rows, without gaps; a row is as high as before if all are plots."""
        needed = 0.0
        for line, row in enumerate(self._rows):
            if self._measure.pages.isdisjoint(row):
                needed += self.rows[line].least
            else:
                level, widths = self._levelled(line), self._level_widths(line)
                each = zip(row, widths, strict=True)
                least = max([self._measure.least(k, wide)[1] for k, wide in each])
                needed += (
                    max([one.top for one in level]) + max([one.bottom for one in level]) + least
                )
        return needed

    @cached_property
    def is_too_wide(self) -> bool:
        """Whether one of its rows is too wide; the one that seems so most is made level first."""
        lines = range(len(self._rows))
        for line in sorted(lines, key=self._spares.__getitem__):
            if _spare(self._levelled(line), self._width, self._gap) < 0.0:
                return True
        return False

    @cached_property
    def _spares(self) -> list[float]:
        """How much wider than needed each row is by what is known of it."""
        width, gap = self._width, self._gap
        return [_spare([self.needs[k] for k in row], width, gap) for row in self._rows]

    def lacks(self, height: float, low: Sequence[RowNeed]) -> bool:
        """Return whether one of its rows is too wide, or all are too high.

        `height` is that of all rows, and `low` is what each row needs at least.  What lacks nothing
        is not sure to be readable.
        """
        least, pages, spare = [row.least for row in low], self._measure.pages, self._spares
        paged = [not pages.isdisjoint(row) for row in self._rows]
        most = height + 2 * ROUNDING * len(least)
        lines = range(len(least))
        for line in sorted(lines, key=lambda one: (spare[one] >= 0.0, not paged[one], spare[one])):
            level, widths = self._levelled(line), self._level_widths(line)
            for need, wide in zip(level, widths, strict=True):
                if wide - need.left - need.right < need.least[0] - ROUNDING:
                    return True
            if paged[line]:
                least[line] = self._least(line, widths)
                if sum(least) > most:
                    return True
        return False

    def _levelled(self, line: int) -> list[Need]:
        found = self._levels.get(line)
        if found is None:
            row, needs, tried, cells = self._rows[line], self.needs, self._tried, self.cells
            top = max([needs[k].top for k in row])
            bottom = max([needs[k].bottom for k in row])
            # In a plot of another height, the numbers of the axis are others.
            found = self._levels[line] = [
                needs[k]
                if _is_same(needs[k], top, bottom) and _is_as_high(tried[k], cells[k])
                else self._measure.measured(k, cells[k][2:], (top, bottom), needs[k])
                for k in row
            ]
        return found

    def _least(self, line: int, widths: Sequence[float]) -> float:
        """Return the least height of a row; that of a page follows from its width."""
        row, level, measure = self._rows[line], self._levelled(line), self._measure
        ends = max(one.top for one in level) + max(one.bottom for one in level)
        highest = 0.0
        for k, need, wide in zip(row, level, widths, strict=True):
            around = ends if measure.is_plot(k) else need.top
            highest = max(highest, around + measure.least(k, wide)[1])
        return highest


def widths_of_rows(
    spread: tuple[int, ...], needs: Sequence[Need], width: float, gap: float
) -> list[list[float]]:
    """Return the widths of the cells of each row of panels that need `needs`."""
    return [shared_widths([needs[k] for k in row], width, gap) for row in rows_of(spread)]


def shared_widths(needs: Sequence[Need], width: float, gap: float) -> list[float]:
    """Return the widths of the cells of a row of panels that need `needs`."""
    if len(needs) == 1:
        return [width]
    fixed = [one.left + one.right for one in needs]
    least = [one + need.least[0] for one, need in zip(fixed, needs, strict=True)]
    return shared_lengths(width - gap * (len(needs) - 1), least, fixed)


def _spare(needs: Sequence[Need], width: float, gap: float) -> float:
    """Return how much wider than needed a row is."""
    across = sum([one.left + one.right + one.least[0] for one in needs])
    return width - gap * (len(needs) - 1) - across


def _is_as_high(one: Cell, other: Cell) -> bool:
    """Return whether the axis has the same numbers in both cells."""
    return abs(one[3] - other[3]) < ROUNDING


def _is_same(need: Need, top: float, bottom: float) -> bool:
    return abs(need.top - top) + abs(need.bottom - bottom) < ROUNDING
