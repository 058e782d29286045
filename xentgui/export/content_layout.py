"""Lays out a figure by its content: the room around plots is what is written there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QRectF, QSizeF

from xentgui.export.row_breaks import arrangements, rows_of, shared_lengths
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.painting.style import Style
from xentgui.panels import Panel
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.plot_panel import PlotPanel
from xentgui.panels.room import room_around

_SHAPE = 1.5  # width to height: the best shape for a plot
_PAGE = (290.0, 120.0)  # design pixels: the least size of a panel without a plot
_ROUNDING = 0.01  # design pixels
_ALIKE = 24.0  # design pixels: a panel needs about the same in cells that differ by less
_TYPICAL = 190.0  # design pixels: the width of a cell that most panels can do with
_OVER, _UNEVEN = 1e3, 4.0  # the costs of a pixel too much, and of panels beside others
_COMFORTABLE = 1.1  # times its least width, from which on a plot stands beside others


class Shown(NamedTuple):
    """A panel of the figure, and what it takes to paint it.

    `head` is the height of what the figure writes above it; `ranges` are those of its axes, or
    None.
    """

    panel: Panel
    style: Style
    head: float
    ranges: Ranges | None = None


class Place(NamedTuple):
    """Where a panel is painted, and the room around its plot; None if it has no plot."""

    cell: QRectF
    around: QMarginsF | None


class _Need(NamedTuple):
    """What a panel needs: the room around its plot, with its head, and the least plot."""

    around: QMarginsF
    least: tuple[float, float]

    @property
    def across(self) -> float:
        return self.around.left() + self.around.right()

    @property
    def down(self) -> float:
        return self.around.top() + self.around.bottom()


class ContentLayout:
    """The arrangements of the panels of a figure; all lengths are in design pixels."""

    def __init__(self, shown: Sequence[Shown], snapshot: Snapshot, view: View, gap: float) -> None:
        self.shown = tuple(shown)
        self._snapshot, self._view, self._gap = snapshot, view, gap
        self._kept: dict[tuple[int, int, int], _Need] = {}
        self._broken: dict[int, list[tuple[int, ...]]] = {}

    def places(self, page: QRectF) -> list[Place]:
        """Return the place of each panel on `page`, in reading order.

        In a row all plots begin and end at the same height, and are equally wide where they can be.
        """
        spread = self._best(page.width(), page.height())
        needs = self._needs(self._typical(page.width()))
        cells = self._cells(spread, page, needs)
        needs = [
            self._measured(nth, cell.size(), start=needs[nth].around)
            for nth, cell in enumerate(cells)
        ]
        cells = self._cells(spread, page, needs)
        level = list[_Need]()
        for row in rows_of(spread):
            top = max(needs[k].around.top() for k in row)
            bottom = max(needs[k].around.bottom() for k in row)
            # In a plot of another height, the numbers of the axis are others.
            level += [
                needs[k]
                if _is_same(needs[k].around, top, bottom)
                else self._measured(k, cells[k].size(), (top, bottom), needs[k].around)
                for k in row
            ]
        cells = self._cells(spread, page, level)
        places = []
        for shown, cell, need in zip(self.shown, cells, level, strict=True):
            around = QMarginsF(need.around)
            around.setTop(around.top() - shown.head)
            places.append(Place(cell, around if isinstance(shown.panel, PlotPanel) else None))
        return places

    def fits(self, page: QRectF) -> bool:
        """Return whether all panels can be read on `page`."""
        for nth, place in enumerate(self.places(page)):
            cell, head = place.cell, self.shown[nth].head
            inner = cell.adjusted(0.0, head, 0.0, 0.0).marginsRemoved(place.around or QMarginsF())
            width, height = self._least(nth, cell.width())
            if inner.width() < width - _ROUNDING or inner.height() < height - _ROUNDING:
                return False
        return True

    def least_height(self, width: float) -> float:
        """Return the least height of a page of `width` in which all panels can be read.

        It is infinite if the page is too narrow for them.
        """
        found = math.inf
        for spread in self._spreads(width):
            needs = self._needs(self._typical(width))
            if all(w >= 0 for w in self._slack(spread, width, needs)):
                found = min(found, sum(self._least_rows(spread, needs)) + self._gaps(spread))
        return found

    def least_width(self) -> float:
        """Return the least width of a page in which all panels can be read, one below the other."""
        needs = self._needs(QSizeF(*_PAGE))
        return max(need.across + need.least[0] for need in needs)

    def natural_height(self, width: float) -> float:
        """Return the height that suits a page of `width`: plots of a good shape, as few rows as can be."""
        needs, found = self._needs(self._typical(width)), self._spreads(width)
        spread = next(
            (one for one in found if min(self._slack(one, width, needs, _COMFORTABLE)) >= 0.0),
            found[-1],
        )
        return sum(self._good_rows(spread, width, needs)) + self._gaps(spread)

    def _good_rows(
        self, spread: tuple[int, ...], width: float, needs: Sequence[_Need]
    ) -> list[float]:
        """Return the height of each row in which its plots have a good shape."""
        wide = min(self._plot_width(row, width, needs) for row in rows_of(spread))
        return [
            max(max(needs[k].least[1], self._good(k, wide)) for k in row)
            + max(needs[k].around.top() for k in row)
            + max(needs[k].around.bottom() for k in row)
            for row in rows_of(spread)
        ]

    def _good(self, nth: int, wide: float) -> float:
        return wide / _SHAPE if isinstance(self.shown[nth].panel, PlotPanel) else 0.0

    def _best(self, width: float, height: float) -> tuple[int, ...]:
        """Return the number of panels in each row: all can be read, and the plots have a good shape."""
        # Measured once: from one arrangement to the next, hardly more than a row of a legend differs.
        needs = self._needs(self._typical(width))

        def cost(spread: tuple[int, ...]) -> tuple[float, float]:
            lines = rows_of(spread)
            spare = height - self._gaps(spread) - sum(self._least_rows(spread, needs))
            slack = [*self._slack(spread, width, needs), spare]
            down = sum(max(needs[k].down for k in row) for row in lines) + self._gaps(spread)
            high = max((height - down) / len(lines), 1.0)
            shapes = [max(self._plot_width(row, width, needs), 1.0) / high for row in lines]
            off = sum(
                len(row) * abs(math.log(s / _SHAPE)) for row, s in zip(lines, shapes, strict=True)
            )
            return -sum(min(one, 0.0) for one in slack), off

        return min(self._spreads(width), key=cost)

    def _spreads(self, width: float) -> list[tuple[int, ...]]:
        """Return one arrangement for each number of rows: all fit into `width`, and are low."""
        key = round(width / _ALIKE)
        if key in self._broken:
            return self._broken[key]
        needs = self._needs(self._typical(width))

        def cost(first: int, stop: int) -> float:
            row = range(first, stop)
            cell = (width - self._gap * (len(row) - 1)) / len(row)
            least = max(
                self._least(k, cell)[1]
                if isinstance(self.shown[k].panel, PagePanel)
                else needs[k].least[1]
                for k in row
            )
            over = max(-self._slack_of(row, width, needs, _COMFORTABLE), 0.0)
            high = least + max(needs[k].down for k in row)
            return high + _OVER * over + _UNEVEN * len(row) ** 2

        found = self._broken[key] = arrangements(len(self.shown), cost)
        return found

    def _typical(self, width: float) -> QSizeF:
        """Return about the size of a cell, if as many as can be stand side by side."""
        cell = width / max(1, min(len(self.shown), int(width / _TYPICAL)))
        return QSizeF(cell, cell / _SHAPE)

    def _cells(self, spread: tuple[int, ...], page: QRectF, needs: Sequence[_Need]) -> list[QRectF]:
        total = page.height() - self._gaps(spread)
        good = self._good_rows(spread, page.width(), needs)
        if len(good) > 1 and sum(good) <= total:
            heights = [one + (total - sum(good)) / len(good) for one in good]
        else:
            fixed = [max(needs[k].down for k in row) for row in rows_of(spread)]
            heights = shared_lengths(total, self._least_rows(spread, needs), fixed)
        cells, top = list[QRectF](), page.top()
        for row, height in zip(rows_of(spread), heights, strict=True):
            widths = shared_lengths(
                page.width() - self._gap * (len(row) - 1),
                [needs[k].across + needs[k].least[0] for k in row],
                [needs[k].across for k in row],
            )
            left = page.left()
            for width in widths:
                cells.append(QRectF(left, top, width, height))
                left += width + self._gap
            top += height + self._gap
        return cells

    def _least_rows(self, spread: tuple[int, ...], needs: Sequence[_Need]) -> list[float]:
        return [
            max(needs[k].around.top() for k in row)
            + max(needs[k].around.bottom() for k in row)
            + max(needs[k].least[1] for k in row)
            for row in rows_of(spread)
        ]

    def _slack(
        self, spread: tuple[int, ...], width: float, needs: Sequence[_Need], times: float = 1.0
    ) -> list[float]:
        """Return how much wider than needed the page is for each row."""
        return [self._slack_of(row, width, needs, times) for row in rows_of(spread)]

    def _slack_of(self, row: range, width: float, needs: Sequence[_Need], times: float) -> float:
        needed = sum(needs[k].across + times * needs[k].least[0] for k in row)
        return width - self._gap * (len(row) - 1) - needed

    def _plot_width(self, row: range, width: float, needs: Sequence[_Need]) -> float:
        room = width - self._gap * (len(row) - 1) - sum(needs[k].across for k in row)
        return room / len(row)

    def _gaps(self, spread: tuple[int, ...]) -> float:
        return self._gap * (len(spread) - 1)

    def _needs(self, size: QSizeF) -> list[_Need]:
        return [self._need(nth, size) for nth in range(len(self.shown))]

    def _need(self, nth: int, size: QSizeF) -> _Need:
        """Return what panel `nth` needs in a cell of about `size`, to choose an arrangement."""
        across, down = round(size.width() / _ALIKE), round(size.height() / _ALIKE)
        found = self._kept.get((nth, across, down))
        if found is None:
            # In the same size whichever of those that are alike comes first.
            usual = QSizeF(across * _ALIKE, down * _ALIKE)
            found = self._kept[nth, across, down] = self._measured(nth, usual)
        return found

    def _measured(
        self,
        nth: int,
        size: QSizeF,
        heights: tuple[float, float] | None = None,
        start: QMarginsF | None = None,
    ) -> _Need:
        panel, style, head, ranges = self.shown[nth]
        width, height = size.width(), size.height()
        snapshot, view = self._snapshot, self._view
        if not isinstance(panel, PlotPanel):
            return _Need(QMarginsF(0.0, head, 0.0, 0.0), self._least(nth, width))
        face = panel.face(view)
        ranges = ranges or face.ranges(snapshot, view)
        rect = QRectF(0.0, 0.0, max(width, 1.0), max(height - head, 1.0))
        if heights is not None:
            heights = heights[0] - head, heights[1]
        if start is not None:
            start = QMarginsF(start)
            start.setTop(max(start.top() - head, 0.0))
        around = room_around(face, rect, ranges, snapshot, view, style, heights, start)
        around.setTop(around.top() + head)
        return _Need(around, self._least(nth, width))

    def _least(self, nth: int, width: float) -> tuple[float, float]:
        """Return the least size of the plot, or of the page, of panel `nth` in a cell of `width`."""
        panel, style, *_ = self.shown[nth]
        if isinstance(panel, PlotPanel):
            return panel.face(self._view).least_plot_for(self._snapshot, self._view)
        if not isinstance(panel, PagePanel):
            return _PAGE
        size = QSizeF(max(width, _PAGE[0]), 1.0)
        return _PAGE[0], panel.height(size, self._snapshot, self._view, style)


def _is_same(around: QMarginsF, top: float, bottom: float) -> bool:
    return abs(around.top() - top) + abs(around.bottom() - bottom) < _ROUNDING
