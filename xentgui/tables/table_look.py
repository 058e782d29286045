"""The look of a table: fonts, heights, widths of columns, and painting."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontInfo, QPainter, QRegion
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from xentgui.language.text import MINUS
from xentgui.painting.style import Style
from xentgui.painting.theme import Theme
from xentgui.tables.cells.cell_geometry import (
    column_widths,
    least_row_height,
    name_left,
    row_height,
    text_right,
)
from xentgui.tables.cells.row_painter import Marks, RowPainter, RowPlaces
from xentgui.tables.class_model import ClassModel
from xentgui.tables.table_header import TableHeader

_SAMPLED = 64  # names that determine the width of their column
_WIDEST_NAME = 120  # design pixels
_NARROWEST_NAME = 46
_LEAST_NAME = 28  # where the other columns need all the rest
_ROWS_WANTED = 8
_ROWS_SEEN = 3  # also if there is little room


def style_for(table: QWidget, theme: Theme) -> Style:
    """Return the fonts and colours of a table that uses its own font."""
    font = table.font()
    return Style(theme, QFontInfo(font).pixelSize(), font)


class TableLook:
    """Lays out and paints one table."""

    def __init__(self, table: QTableView, model: ClassModel, theme: Theme) -> None:
        self._table = table
        self._model = model
        self.style = style_for(table, theme)
        self.header = TableHeader(model, self.style, table)
        self.rows = RowPainter(model, self.style)
        self._widest_name = 0.0
        self._row_height = 0
        table.setHorizontalHeader(self.header)
        lines = table.verticalHeader()
        lines.hide()
        lines.setMinimumSectionSize(1)
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_row_height(row_height(self.style))

    def set_theme(self, theme: Theme) -> None:
        """Apply the theme, and the table's current font."""
        self.style = style_for(self._table, theme)
        self.header.set_style(self.style)
        self.rows.set_style(self.style)
        self._set_row_height(row_height(self.style))
        self.lay_out()

    def names_changed(self) -> None:
        """Lay the columns out again if the first names are wider or narrower than before."""
        if self._measure_names():
            self.lay_out()

    def _measure_names(self) -> bool:
        """Measure the first names; return whether their column needs another width."""
        state = self._model.state
        names, before = () if state is None else state.names[:_SAMPLED], self._widest_name
        width_of, most = self.style.metrics().horizontalAdvance, self.style.px(_WIDEST_NAME)
        self._widest_name = min(max(map(width_of, names), default=0.0), most)
        return self._widest_name != before

    # -- sizes --------------------------------------------------------------------------

    def wanted_height(self) -> int:
        """Return the height that shows all of a few classes, or some of many."""
        rows = min(max(self._model.rowCount(), _ROWS_SEEN), _ROWS_WANTED)
        return self.header.sizeHint().height() + rows * row_height(self.style) + 2

    def whole_height(self) -> int:
        """Return the least height that shows all classes."""
        rows = self._model.rowCount()
        return self.header.sizeHint().height() + rows * least_row_height(self.style) + 2

    def least_height(self) -> int:
        """Return the least useful height of the table."""
        return self.header.sizeHint().height() + _ROWS_SEEN * least_row_height(self.style) + 2

    def share_height(self) -> None:
        """Choose a height with which whole rows fill the room, or all of them fit."""
        height = whole_row_height(
            self._table.viewport().height(),
            max(self._model.rowCount(), 1),
            least_row_height(self.style),
            row_height(self.style),
        )
        if height != self._row_height:
            self._set_row_height(height)

    def _set_row_height(self, height: int) -> None:
        self._row_height = height
        lines = self._table.verticalHeader()
        lines.setDefaultSectionSize(height)
        # Qt keeps the offset in pixels, with which the first row would be cut.
        lines.setOffsetToSectionPosition(self._table.verticalScrollBar().value())

    def lay_out(self) -> None:
        """Set the widths of columns and the height of rows; long headings get two lines.

        A hidden table is laid out when it is shown, because until then it can change often.
        """
        if not self._table.isVisible():
            return
        self._measure_names()
        available = self._table.viewport().width()
        needed = self._needed(wrapped=False)
        if sum(needed) > available:
            needed = self._needed(wrapped=True)
        least = self._least(needed)
        lack = max(sum(least) - available, 0)
        least[0] = max(least[0] - lack, round(name_left(self.style) + self.style.px(_LEAST_NAME)))
        widths = column_widths(needed, least, available)
        for at, width in enumerate(widths):
            if self.header.sectionSize(at) != width:
                self.header.resizeSection(at, width)
        headings = range(len(widths))
        cramped = any(widths[at] < self.header.least(at, wrapped=False) for at in headings)
        if self.header.set_lines(2 if cramped else 1):
            self._table.updateGeometry()
            self._table.updateGeometries()  # otherwise the header keeps its old height
        self.share_height()
        self._place_columns()

    def _place_columns(self) -> None:
        count = len(self._model.columns)
        lefts = [self.header.sectionPosition(at) for at in range(count)]
        self.rows.set_columns(lefts, [self.header.sectionSize(at) for at in range(count)])

    def _needed(self, *, wrapped: bool) -> list[int]:
        return [
            max(self.header.needed(at, wrapped=wrapped), self._content(at))
            for at in range(len(self._model.columns))
        ]

    def _content(self, at: int, *, fewer: int = 0) -> int:
        column, style = self._model.columns[at], self.style
        metrics = style.metrics()
        if column.is_name:
            return round(name_left(style) + self._widest_name + style.px(6))
        decimals = max(self._decimals() - fewer, 2)
        sample = column.sample or f"{MINUS}0." + "0" * decimals
        if fewer and column.least_sample:
            sample = column.least_sample
        sides = text_right(style, boxed=column.editable)
        if column.editable:
            sides *= 2
        elif not fewer:  # otherwise it uses the margin of the column before
            sides += style.px(6)
        return math.ceil(metrics.horizontalAdvance(sample) + sides)

    def _least(self, needed: list[int]) -> list[int]:
        least = [
            min(need, max(self.header.least(at), self._content(at, fewer=2)))
            for at, need in enumerate(needed)
        ]
        name = name_left(self.style) + self.style.px(_NARROWEST_NAME)
        least[0] = min(least[0], round(name))
        return least

    def _decimals(self) -> int:
        table_view = self._model.table_view
        return 4 if table_view is None else table_view.view.decimals

    # -- painting -----------------------------------------------------------------------

    def follow(self, down: int, across: int) -> QRegion | None:
        """Follow the model; return the part of the viewport that has changed, or None for all."""
        others = self.rows.follow(self._places(down))
        return others if others is None else others.translated(-across, 0)

    def _places(self, down: int) -> RowPlaces:
        """Return the rows that are visible as a whole in a viewport that is scrolled by `down`."""
        viewport, height = self._table.viewport(), self._row_height
        first, beyond = -(-down // height), (viewport.height() + down) // height
        rows = range(first, min(beyond, self._model.rowCount()))
        width = max(self.header.length(), viewport.width())
        return RowPlaces(rows, first * height - down, height, width)

    def paint(
        self, painter: QPainter, exposed: QRegion, down: int, across: int, marks: Marks
    ) -> None:
        """Paint the part `exposed` of the viewport, which is scrolled by `down` and `across`."""
        viewport, places = self._table.viewport().rect(), self._places(down)
        card = self.style.color(self.style.theme.card)
        painter.fillRect(viewport.adjusted(0, max(places.y(places.rows.stop), 0), 0, 0), card)
        painter.fillRect(0, 0, viewport.width(), places.y(places.rows.start), card)
        painter.translate(-across, 0)
        if places.rows:
            # Qt's type stubs do not say that a region is iterable.
            rects = list(cast("Iterable[QRect]", exposed.translated(across, 0)))
            self.rows.paint(painter, places, rects, marks)


def whole_row_height(room: int, count: int, least: int, usual: int) -> int:
    """Return the height of `count` rows in `room`, so that none of the visible ones is cut.

    All of them, if they fit with `least`, are at most as high as is `usual`; else those that fit
    fill the room, three at least.

    >>> [whole_row_height(100, count, 20, 29) for count in (2, 3, 5, 6)]
    [29, 29, 20, 33]
    >>> whole_row_height(50, 6, 20, 29)
    16
    """
    if count * least <= room:
        return min(room // count, usual)
    return max(room // max(room // usual, min(count, _ROWS_SEEN)), 1)
