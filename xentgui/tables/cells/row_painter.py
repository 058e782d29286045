"""Paints all visible rows of a table of classes in one step.

Qt would call a delegate for every cell, and each call would read fourteen roles of the model.
Painting the rows in one step costs a fraction of that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from xentgui.painting.style import Style
from xentgui.tables.cells.cell_geometry import DOT, EDGE, RADIUS, box, frame
from xentgui.tables.cells.cell_text import CellTexts
from xentgui.tables.class_model import ClassModel

if TYPE_CHECKING:
    from xentgui.model.found import Found

SELECTION_OPACITY = 0.12
"""The opacity of the accent colour over selected cells."""


class Cells(NamedTuple):
    """A block of cells; its ends are included."""

    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        """Return whether a cell belongs to the block."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class Marks(NamedTuple):
    """The highlighted class, the selection and the current cell.

    Attributes
    ----------
    highlight
        The class that is highlighted while the others are muted.
    selected
        The blocks of cells that are selected, if more than one cell is.
    current
        The row and column of the cell that keys act on, or None without the focus.
    found
        The classes that are looked for, or None.
    """

    highlight: int | None = None
    selected: Sequence[Cells] = ()
    current: tuple[int, int] | None = None
    found: Found | None = None


class RowPlaces(NamedTuple):
    """The places of consecutive rows, in pixels: the first begins at `top`."""

    rows: range
    top: int
    height: int
    width: int

    def y(self, row: int) -> int:
        """Return the y of the top of a row."""
        return self.top + (row - self.rows.start) * self.height

    def between(self, top: int, bottom: int) -> range:
        """Return the rows that are at least partly between two lines of pixels, ends included."""
        first = max((top - self.top) // self.height, 0)
        last = min((bottom - self.top) // self.height, len(self.rows) - 1)
        return self.rows[first : last + 1]


class RowPainter:
    """Paints the rows of `model` in the fonts and colours of `style`."""

    def __init__(self, model: ClassModel, style: Style) -> None:
        self._model = model
        self._style = style
        self._texts = CellTexts(model, style)

    @property
    def _lefts(self) -> list[int]:
        return self._texts.lefts

    @property
    def _widths(self) -> list[int]:
        return self._texts.widths

    def set_style(self, style: Style) -> None:
        """Paint with other fonts and colours."""
        self._style = style
        self._texts.set_style(style)

    def set_columns(self, lefts: list[int], widths: list[int]) -> None:
        """Place the columns; `lefts` are from the left of the first."""
        self._texts.set_columns(lefts, widths)

    def texts(self, row: int) -> list[str]:
        """Return the texts of the cells of a row as they are drawn."""
        return [self._texts.of(at, [row])[0].text for at in range(len(self._lefts))]

    def follow(self, places: RowPlaces) -> QRegion | None:
        """Follow the model; return where it says something else now, or None for everywhere."""
        cells = self._texts.follow(places.rows)
        if cells is None:
            return None
        others = QRegion()
        for row, at in cells:
            others += QRect(self._lefts[at], places.y(row), self._widths[at], places.height)
        return others

    def paint(
        self, painter: QPainter, places: RowPlaces, exposed: Sequence[QRect], marks: Marks
    ) -> None:
        """Draw the cells of `places` that are at least partly in one of the `exposed` rectangles.

        No cell is drawn twice, because the edges of its letters would become darker.
        """
        card = self._style.color(self._style.theme.card)
        for rect in exposed:
            painter.fillRect(rect, card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lines(painter, places, marks.highlight)
        if marks.found is not None:
            self._paint_found(painter, places, marks.found)
        columns = self._exposed_columns(places, exposed)
        for column, rows in columns:
            self._paint_ground(painter, places, column, rows)
        self._paint_selection(painter, places, marks.selected)
        for draft in self._model.drafts.all:
            self._paint_outline(painter, places, draft.index.row(), draft.index.column())
        self._paint_texts(painter, places, columns, marks)
        if marks.current is not None:
            self._paint_outline(painter, places, *marks.current)

    def _exposed_columns(
        self, places: RowPlaces, exposed: Sequence[QRect]
    ) -> list[tuple[int, list[int]]]:
        """Return the columns that are at least partly exposed, each with its exposed rows."""
        columns, edges = [], [(r.left(), r.top(), r.right(), r.bottom()) for r in exposed]
        for column, (left, width) in enumerate(zip(self._lefts, self._widths, strict=True)):
            seen = [
                places.between(first_y, last_y)
                for first_x, first_y, last_x, last_y in edges
                if first_x < left + width and last_x >= left
            ]
            if seen:
                columns.append((column, sorted({row for rows in seen for row in rows})))
        return columns

    def _paint_texts(
        self,
        painter: QPainter,
        places: RowPlaces,
        columns: list[tuple[int, list[int]]],
        marks: Marks,
    ) -> None:
        style, theme = self._style, self._style.theme
        baseline = places.height / 2 + style.ruler().rise
        number, bold_number = style.font(number=True), style.font(bold=True, number=True)
        name, font = style.font(), None
        ink, muted, warning = [style.pen(c) for c in (theme.ink, theme.mute, theme.warning)]
        pen = None
        highlight, selected = marks.highlight, marks.selected
        receded = highlight is not None and highlight < self._model.rowCount()
        for column, rows in columns:
            texts = self._texts.of(column, rows)
            for row, (left, text, quiet, bold, wrong) in zip(rows, texts, strict=True):
                recede = receded and row != highlight
                wanted = warning if wrong else muted if quiet or recede else ink
                if wanted is muted and selected and any(b.covers(row, column) for b in selected):
                    wanted = ink  # muted text is hard to read on a selection
                if wanted is not pen:
                    pen = wanted
                    painter.setPen(pen)
                face = bold_number if bold else name if text[:1].isalpha() else number
                if face is not font:
                    font = face
                    painter.setFont(font)
                painter.drawText(QPointF(left, places.y(row) + baseline), text)

    # -- under the texts ----------------------------------------------------------------

    def _paint_lines(self, painter: QPainter, places: RowPlaces, highlight: int | None) -> None:
        """Draw the lines between rows, and the background of the highlighted row."""
        style, theme, edge = self._style, self._style.theme, round(self._style.px(EDGE))
        color, last = style.color(theme.grid), self._model.rowCount() - 1
        for row in places.rows:
            if row not in (last, highlight) and row + 1 != highlight:
                y = places.y(row + 1) - 1
                painter.fillRect(edge, y, places.width - 2 * edge, 1, color)
        if highlight is not None and highlight in places.rows:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color(theme.selection))
            strip = QRectF(0, places.y(highlight), places.width, places.height)
            painter.drawRoundedRect(strip, style.px(6), style.px(6))

    def _paint_found(self, painter: QPainter, places: RowPlaces, found: Found) -> None:
        """Draw a strip behind every class that is looked for, and a bar at its left."""
        style, accent = self._style, self._style.theme.accent
        for row in found.among(places.rows.start, places.rows.stop):
            strip = QRectF(0, places.y(row), places.width, places.height)
            painter.fillRect(strip, style.color(accent, SELECTION_OPACITY))
            painter.fillRect(
                QRectF(0, strip.top(), style.px(3), strip.height()), style.color(accent)
            )

    def _paint_ground(
        self, painter: QPainter, places: RowPlaces, column: int, rows: list[int]
    ) -> None:
        """Draw the dots before names, or the boxes of editable numbers."""
        if self._model.columns[column].is_name:
            self._paint_dots(painter, places, rows)
        elif self._model.columns[column].editable:
            self._paint_boxes(painter, places, column, rows)

    def _paint_dots(self, painter: QPainter, places: RowPlaces, rows: list[int]) -> None:
        style = self._style
        size, left = style.px(DOT), style.px(EDGE)
        down = (places.height - size) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        state = self._model.state
        if state is None:
            return
        for row in rows:
            painter.setBrush(style.color(style.theme.class_color(state.color_of(row))))
            painter.drawEllipse(QRectF(left, places.y(row) + down, size, size))

    def _paint_boxes(
        self, painter: QPainter, places: RowPlaces, column: int, rows: list[int]
    ) -> None:
        style, theme, radius = self._style, self._style.theme, self._style.px(RADIUS)
        left, width = self._lefts[column], self._widths[column]
        painter.setPen(QPen(style.color(theme.frame), style.px(1.0)))
        painter.setBrush(style.color(theme.field))
        for row in rows:
            cell = QRectF(left, places.y(row), width, places.height)
            painter.drawRoundedRect(box(style, cell), radius, radius)

    def _paint_selection(
        self, painter: QPainter, places: RowPlaces, blocks: Sequence[Cells]
    ) -> None:
        color = QColor(self._style.theme.accent)
        color.setAlphaF(SELECTION_OPACITY)
        for block in blocks:
            first = max(block.top, places.rows.start)
            last = min(block.bottom, places.rows.stop - 1)
            if first <= last and block.right < len(self._lefts):
                left = self._lefts[block.left]
                right = self._lefts[block.right] + self._widths[block.right]
                top, bottom = places.y(first), places.y(last + 1)
                painter.fillRect(QRectF(left, top, right - left, bottom - top), color)

    def _paint_outline(self, painter: QPainter, places: RowPlaces, row: int, column: int) -> None:
        if row not in places.rows or column >= len(self._lefts):
            return
        style = self._style
        wrong = self._model.drafts.at(row, column)
        color = style.theme.warning if wrong else style.theme.accent
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.color(color), style.px(2)))
        left, width = self._lefts[column], self._widths[column]
        whole = QRectF(left, places.y(row), width, places.height)
        shape = frame(style, self._model.columns[column], whole)
        painter.drawRoundedRect(shape, style.px(RADIUS), style.px(RADIUS))
