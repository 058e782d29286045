"""The rows of a table of a classifier's numbers: the room that they take, and how they are painted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QTableView

from xentgui.painting.style import Style
from xentgui.tables.cells.cell_geometry import (
    BOX_INSET,
    BOX_SIDE,
    DOT,
    EDGE,
    RADIUS,
    box,
    column_widths,
    least_row_height,
    name_left,
    row_height,
    text_right,
)
from xentgui.tables.cells.row_painter import SELECTION_OPACITY
from xentgui.tables.numbers.number_model import NumberModel

_SAMPLE = "−00.000"
_TIGHT = 2.0  # design pixels between the edge of a box and a number that fills it
_SIZES = 1.0, 0.92, 0.85, 0.77, 0.7, 0.63, 0.56  # em, of a number that has too little room
_SAMPLED = 60  # rows that determine the width of a column of names
_NAMES = ("label", "class")
"""The columns of names of classes."""

_LEAST_NAME = 84  # design pixels, of a column of names that has little room
_WIDEST_NAME = 120  # design pixels
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NumberRows:
    """Shares out the room of a table, and paints one cell after the other."""

    def __init__(self, model: NumberModel) -> None:
        self._model = model

    def needed(self, style: Style, at: int) -> int:
        """Return the width that the texts of a column need."""
        model, metrics = self._model, style.metrics()
        column = model.columns[at]
        if not self._is_name(at):
            sides = 2 * text_right(style, boxed=column.editable)
            return round(metrics.horizontalAdvance(_SAMPLE) + sides)
        subject, rows = model.subject, range(min(model.rowCount(), _SAMPLED))
        if column.key == "class" and subject is not None:
            texts: Iterable[str] = subject.labels[:_SAMPLED]
        else:
            texts = (model.text(row, at) for row in rows if not model.heading_row(row))
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
        return round(name_left(style) + min(widest, style.px(_WIDEST_NAME)) + style.px(10))

    def widths(self, style: Style, least: Sequence[int], room: int) -> Sequence[int]:
        """Return the widths of all columns, of which the headings need `least`, within `room`."""
        needed = [max(one, self.needed(style, at)) for at, one in enumerate(least)]
        names = round(style.px(_LEAST_NAME))
        floor = [
            min(need, max(one, names if self._model.columns[at].key in _NAMES else one))
            for at, (need, one) in enumerate(zip(needed, least, strict=True))
        ]
        return column_widths(needed, floor, room)

    def height(self, style: Style, room: int) -> int:
        """Return the height of each row where all of them together have `room`."""
        usual, least, rows = row_height(style), least_row_height(style), self._model.rowCount()
        rows = max(rows, 1)
        # Low rows, because there is more beneath: but whole ones.
        fits = rows * least <= room
        return min(room // rows, usual) if fits else room // max(room // least, 1)

    def paint_all(self, painter: QPainter, style: Style, table: QTableView, room: QRect) -> None:
        """Paint the rows of `table` in `room`, with the selection and the current cell."""
        model, selection = self._model, table.selectionModel()
        first, last = table.rowAt(room.top()), table.rowAt(room.bottom())
        last = model.rowCount() - 1 if last < 0 else last
        index = table.currentIndex() if table.hasFocus() else None
        current = None if index is None else (index.row(), index.column())
        alone = len(selection.selectedIndexes()) < 2
        lowest = table.viewport().height()
        columns = [
            (at, table.columnViewportPosition(at), table.columnWidth(at))
            for at in range(model.columnCount())
        ]
        while last > first and table.rowViewportPosition(last) + table.rowHeight(last) > lowest + 1:
            last -= 1  # a row that would be cut is not shown at all
        for row in range(max(first, 0), last + 1):
            top, high = table.rowViewportPosition(row), table.rowHeight(row)
            for at, left, wide in columns:
                cell = QRect(left, top, wide, high)
                if not cell.intersects(room) and (at or not model.heading_row(row)):
                    continue
                chosen = not alone and selection.isSelected(model.index(row, at))
                is_current = (row, at) == current
                self.paint(painter, style, cell, row, at, chosen=chosen, current=is_current)

    def paint(
        self,
        painter: QPainter,
        style: Style,
        cell: QRect,
        row: int,
        at: int,
        *,
        chosen: bool,
        current: bool,
    ) -> None:
        """Paint a cell; `chosen` if it is one of several that are selected."""
        model, theme = self._model, style.theme
        heading = model.heading_row(row)
        if heading:
            if at == 0:
                self._heading(painter, style, cell, heading)
            return
        look, draft = model.look(row, at), model.drafts.at(row, at)
        whole = QRectF(cell)
        if model.is_lit(row):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(whole, style.color(theme.selection))
        if look.boxed:
            painter.setPen(QPen(style.color(theme.frame), style.px(1.0)))
            painter.setBrush(style.color(theme.field))
            painter.drawRoundedRect(box(style, whole), style.px(RADIUS), style.px(RADIUS))
        if chosen:
            color = QColor(theme.accent)
            color.setAlphaF(SELECTION_OPACITY)
            painter.fillRect(whole, color)
        ink = theme.warning if draft else theme.ink
        left, is_name = style.px(EDGE), self._is_name(at)
        if look.color >= 0:
            own = theme.class_color(look.color)
            if look.inked:
                ink = own
            else:
                size = style.px(DOT)
                inset = style.px(BOX_SIDE + BOX_INSET) if look.boxed else left
                dot = QRectF(whole.left() + inset, whole.center().y() - size / 2, size, size)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(style.color(own))
                painter.drawEllipse(dot)
            left = name_left(style) + (style.px(BOX_SIDE) if look.boxed else 0.0)
        if not is_name:
            left = style.px(BOX_SIDE + _TIGHT) if look.boxed else 2.0
        right = 2.0 if is_name else text_right(style, boxed=look.boxed)
        room = whole.width() - left - right
        value = draft.text if draft else model.value(row, at)
        text, size, wide = self._fitted(style, value, row, at, room, bold=look.bold)
        if not is_name:
            left = whole.width() - right - wide
        baseline = whole.center().y() + style.ruler(size, bold=look.bold).rise
        painter.setFont(style.font(size, bold=look.bold, number=not isinstance(value, str)))
        painter.setPen(style.color(ink))
        painter.drawText(QPointF(whole.left() + left, baseline), text)
        if current or draft:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.color(theme.warning if draft else theme.accent), style.px(2)))
            painter.drawRoundedRect(box(style, whole), style.px(RADIUS), style.px(RADIUS))

    def _is_name(self, at: int) -> bool:
        column = self._model.columns[at]
        return column.is_name or column.key == "class"

    def _fitted(
        self, style: Style, value: float | str, row: int, at: int, room: float, *, bold: bool
    ) -> tuple[str, float, float]:
        """Return the text of `value` that fits, its size in em, and its width in pixels.

        A number has fewer decimals where there is too little room.  One that has too little even so
        is smaller: without its end it would be another.
        """
        model, ruler = self._model, style.ruler(bold=bold)
        if isinstance(value, str):
            wide = ruler.whole(value)
            if wide > room:
                value = ruler.cut(value, room)
                wide = ruler.whole(value)
            return value, 1.0, wide
        text = model.short(row, at, value)
        for decimals in range(model.view.decimals - 1, 0, -1):
            wide = ruler.width(text)
            if wide <= room:
                return text, 1.0, wide
            text = model.rounded(row, at, value, decimals)
        for size in _SIZES:
            wide = style.ruler(size, bold=bold).width(text)
            if wide <= room:
                return text, size, wide
        text = ruler.cut(text, room)
        return text, 1.0, ruler.whole(text)

    def _heading(self, painter: QPainter, style: Style, cell: QRect, text: str) -> None:
        line = QRectF(cell)
        line.setRight(painter.viewport().right())
        painter.setPen(style.pen(style.theme.grid, 1.0))
        painter.drawLine(line.topLeft(), line.topRight())
        painter.setFont(style.font(0.92))
        painter.setPen(style.color(style.theme.mute))
        painter.drawText(line.adjusted(style.px(EDGE), 0, 0, 0), _LEFT, text)


def paint_instead(painter: QPainter, style: Style, rect: QRect, text: str) -> None:
    """Paint a sentence where there are no rows."""
    side = round(style.px(10))
    painter.setFont(style.font())
    painter.setPen(style.color(style.theme.mute))
    room = rect.adjusted(side, side, -side, -side)
    painter.drawText(room, Qt.TextFlag.TextWordWrap.value, text)
