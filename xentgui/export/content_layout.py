"""Lays out a figure by its content: the room around plots is what is written there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QRectF

from xentgui.export.begun_page import ROUNDING, BegunPage, Cell, widths_of_rows
from xentgui.export.panel_needs import PAGE, TRUSTED, PanelNeeds, Shown
from xentgui.export.row_breaks import shared_lengths
from xentgui.export.row_choice import SHAPE, RowChoice
from xentgui.export.row_needs import RowNeed, RowNeeds
from xentgui.model import Snapshot
from xentgui.model.view import View

_DIGITS = 6  # behind the point of a length, in whichever unit it was given
_MOST_PAGES = 64


class Place(NamedTuple):
    """Where a panel is painted, and the room around its plot; None if it has no plot."""

    cell: QRectF
    around: QMarginsF | None


class ContentLayout:
    """The arrangements of the panels of a figure; all lengths are in design pixels."""

    def __init__(self, shown: Sequence[Shown], snapshot: Snapshot, view: View, gap: float) -> None:
        self.shown = tuple(shown)
        self._gap = gap
        self._needs = PanelNeeds(self.shown, snapshot, view)
        self._rows = RowChoice(self.shown, self._needs, gap)
        self._widths: dict[tuple[tuple[int, ...], float], list[list[float]]] = {}
        self._places: dict[tuple[float, ...], tuple[Place, ...]] = {}
        self._latest: tuple[tuple[float, float], BegunPage] | None = None

    def places(self, page: QRectF) -> tuple[Place, ...]:
        """Return the place of each panel on `page`, in reading order.

        In a row all plots begin and end at the same height, and are equally wide where they can be.
        """
        whole = _rounded(page)
        size = whole.width(), whole.height()
        found = self._places.get(size)
        if found is None:
            if len(self._places) >= _MOST_PAGES:
                self._places.clear()
            found = self._places[size] = self._placed(whole)
        at = page.topLeft()
        if at.isNull():
            return found
        return tuple(Place(one.cell.translated(at), one.around) for one in found)

    def _begun(self, page: QRectF) -> BegunPage:
        """Return what the panels need in the cells that they would have by what is known of them."""
        size = page.width(), page.height()
        if self._latest is None or self._latest[0] != size:  # asked whether it fits, and then where
            spread, about = self._rows.best(*size), self._rows.about(page.width())
            rows, measured = self._rows.rows_of(about).of(spread), self._needs.measured
            tried = self._cells(spread, page, rows, self._known_widths(spread, page.width()))
            needs = [measured(nth, cell[2:], start=about[nth]) for nth, cell in enumerate(tried)]
            rows, across = RowNeeds(needs, self._needs.plots).of(spread), (page.width(), self._gap)
            cells = self._cells(spread, page, rows, widths_of_rows(spread, needs, *across))
            self._latest = size, BegunPage(spread, tried, needs, rows, cells, self._needs, across)
        return self._latest[1]

    def _known_widths(self, spread: tuple[int, ...], width: float) -> list[list[float]]:
        """Return the widths of cells by what is known of panels, which is asked at many heights."""
        found = self._widths.get((spread, width))
        if found is None:
            if len(self._widths) >= _MOST_PAGES:
                self._widths.clear()
            found = widths_of_rows(spread, self._rows.about(width), width, self._gap)
            self._widths[spread, width] = found
        return found

    def _level_cells(self, begun: BegunPage, page: QRectF) -> list[Cell]:
        """Return the cells of panels whose plots are level."""
        rows = RowNeeds(begun.level, self._needs.plots).of(begun.spread)
        return self._cells(begun.spread, page, rows, begun.level_widths)

    def _placed(self, page: QRectF) -> tuple[Place, ...]:
        begun = self._begun(page)
        level, cells, places = begun.level, self._level_cells(begun, page), list[Place]()
        for nth, (shown, cell, need) in enumerate(zip(self.shown, cells, level, strict=True)):
            around = QMarginsF(need.left, need.top - shown.head, need.right, need.bottom)
            places.append(Place(QRectF(*cell), around if self._needs.is_plot(nth) else None))
        return tuple(places)

    def fits(self, page: QRectF) -> bool:
        """Return whether all panels can be read on `page`."""
        page = _rounded(page)
        if not self._could_stand(page) or self._lacks(page):
            return False
        begun = self._begun(page)
        level = begun.level
        for nth, cell in enumerate(self._level_cells(begun, page)):
            need, (_, _, wide, high) = level[nth], cell
            width, height = self._needs.least(nth, wide)
            if (
                wide - need.left - need.right < width - ROUNDING
                or high - need.top - need.bottom < height - ROUNDING
            ):
                return False
        return True

    def could_fit(self, page: QRectF) -> bool:
        """Return whether all panels could be read on `page`; measures nothing.

        Of what has been measured in one cell, each panel is trusted to need most in any other.
        """
        known, width, height = self._needs.known, page.width(), page.height()
        if known is None:
            return True
        return self._rows.shortest(known, width) <= height

    def is_too_narrow(self, page: QRectF) -> bool:
        """Return whether panels could be read in no rows on `page`, however high it were."""
        return self._rows.is_one_wider(_rounded(page).width(), TRUSTED)

    def _could_stand(self, page: QRectF) -> bool:
        """Return whether panels could be read in the rows in which they would stand on `page`.

        What is measured to choose the rows tells so, nearly always, of a page that is too small.
        """
        width, height = page.width(), page.height()
        choice = self._rows
        spread = choice.best(width, height)
        rows = choice.trusted(choice.about(width)).of(spread)
        least = sum([row.least for row in rows]) + choice.gaps(spread)
        return least <= height and all(choice.slack(row, width) >= 0.0 for row in rows)

    def _lacks(self, page: QRectF) -> bool:
        """Return whether the rows of panels on `page` need more room than it has.

        Plots that begin and end at the same height need no less height than before that.
        """
        begun, gaps = self._begun(page), self._rows.gaps
        low = self._rows.with_low_pages(begun.needs, begun.spread, begun.rows)
        least, height = sum([row.least for row in low]), page.height() - gaps(begun.spread)
        is_too_low = least > height + ROUNDING * len(low)
        return is_too_low or begun.lacks(height, low)

    def needed_height(self, page: QRectF) -> float:
        """Return the least height of a page in which the rows of panels on `page` could be read."""
        begun = self._begun(_rounded(page))
        return begun.needed_height + self._rows.gaps(begun.spread)

    def is_too_wide(self, page: QRectF) -> bool:
        """Return whether a row of panels on `page` is too wide for it."""
        return self._begun(_rounded(page)).is_too_wide

    def least_height(self, width: float) -> float:
        """Return the least height of a page of `width` in which all panels can be read.

        It is infinite if the page is too narrow for them.
        """
        if self._rows.is_one_wider(width):
            return math.inf
        known = self._rows.known_spreads(width)
        return min([one.least + one.gaps for one in known if one.short >= 0.0])

    def is_wide(self, width: float) -> bool:
        """Return whether all panels can be read on a page of `width`, one below the other."""
        known = self._needs.known
        if known is not None and width >= max(self._needs.widths_at_most(known)):
            return True
        return width >= self.least_width()

    def least_width(self) -> float:
        """Return the least width of a page in which all panels can be read, one below the other."""
        return self._needs.widest(PAGE)

    def natural_height(self, width: float) -> float:
        """Return the height that suits a page of `width`: plots of a good shape, as few rows as can be."""
        choice = self._rows
        spread = choice.first_comfortable(width)
        rows = choice.rows_of(choice.about(width)).of(spread)
        return sum(self._good_rows(rows, width)) + choice.gaps(spread)

    def is_taller(self, width: float, height: float) -> bool:
        """Return whether the height that suits a page of `width` is more than `height`.

        Nothing is measured where so many panels would be too high without the room around plots.
        """
        rows = self._rows.fewest_rows(width)
        least = rows * self._needs.lowest + (rows - 1) * self._gap
        return least > height or self.natural_height(width) > height

    def _good_rows(self, rows: Sequence[RowNeed], width: float) -> list[float]:
        """Return the height of each row in which its plots have a good shape."""
        good = min(self._rows.plot_widths(rows, width)) / SHAPE
        return [row.ends + max(row.least_plot, good if row.has_plot else 0.0) for row in rows]

    def _cells(
        self,
        spread: tuple[int, ...],
        page: QRectF,
        rows: Sequence[RowNeed],
        widths: Sequence[Sequence[float]],
    ) -> list[Cell]:
        total = page.height() - self._rows.gaps(spread)
        good = self._good_rows(rows, page.width())
        if len(good) > 1 and sum(good) <= total:
            heights = [one + (total - sum(good)) / len(good) for one in good]
        else:
            heights = shared_lengths(total, [row.least for row in rows], [row.down for row in rows])
        cells, top = list[Cell](), page.top()
        for row, height in zip(widths, heights, strict=True):
            left = page.left()
            for width in row:
                cells.append((left, top, width, height))
                left += width + self._gap
            top += height + self._gap
        return cells


def _rounded(page: QRectF) -> QRectF:
    """Return a page at the origin; its size is the same for lengths that differ by rounding."""
    return QRectF(0.0, 0.0, round(page.width(), _DIGITS), round(page.height(), _DIGITS))
