"""Paints the rows of a table of classes, all visible ones in one go.

Qt's own way asks a delegate for every cell, and the delegate asks the model for fourteen
roles; painting the rows at once costs a fraction of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from xentgui.painting.style import Style
from xentgui.tables.cell_geometry import DOT, EDGE, RADIUS, box, frame, name_left, text_right
from xentgui.tables.class_model import ClassModel
from xentgui.tables.fitted_text import fitted_name, fitted_number, fitted_typed


class Cells(NamedTuple):
    """A block of cells, ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked, apart from the numbers.

    Attributes
    ----------
    highlight
        The class that is lit while the others recede.
    selected
        The blocks of cells that are selected, if more than one cell is.
    current
        The row and column of the cell that keys act on, or None without the focus.
    """

    highlight: int | None = None
    selected: Sequence[Cells] = ()
    current: tuple[int, int] | None = None


class _Word(NamedTuple):
    left: float
    text: str
    quiet: bool
    bold: bool
    wrong: bool


class RowPainter:
    """Keeps what the rows say, ready to be drawn, until something about it changes."""

    def __init__(self, model: ClassModel, style: Style) -> None:
        self._model = model
        self._style = style
        self._lefts: list[int] = []
        self._widths: list[int] = []
        self._words: dict[int, list[_Word]] = {}

    def forget(self) -> None:
        """Read the rows anew."""
        self._words = {}

    def set_style(self, style: Style) -> None:
        """Paint with other fonts and colours."""
        self._style = style
        self._words = {}

    def set_columns(self, lefts: list[int], widths: list[int]) -> None:
        """Place the columns; `lefts` are from the left of the first."""
        if (lefts, widths) != (self._lefts, self._widths):
            self._lefts, self._widths = lefts, widths
            self._words = {}

    def words(self, row: int) -> list[str]:
        """Return what the cells of a row say, shortened as they are drawn."""
        return [word.text for word in self._row(row)]

    def paint(
        self, painter: QPainter, rows: range, top: float, height: int, width: float, marks: Marks
    ) -> None:
        """Draw `rows`, the first one at `top`, each `height` high and `width` wide."""
        style, theme = self._style, self._style.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._grounds(painter, rows, top, height, width, marks)
        self._boxes(painter, rows, top, height)
        metrics = style.metrics()
        rise = (height + metrics.ascent() - metrics.descent()) / 2
        font, bold = style.font(), style.font(bold=True)
        ink, mute = QPen(style.color(theme.ink)), QPen(style.color(theme.mute))
        wrong = QPen(style.color(theme.warning))
        receded = marks.highlight is not None and marks.highlight < self._model.rowCount()
        painter.setFont(font)
        for at, row in enumerate(rows):
            baseline = top + at * height + rise
            recede = receded and row != marks.highlight
            for word in self._row(row):
                pen = wrong if word.wrong else mute if word.quiet or recede else ink
                painter.setPen(pen)
                if word.bold:
                    painter.setFont(bold)
                    painter.drawText(QPointF(word.left, baseline), word.text)
                    painter.setFont(font)
                else:
                    painter.drawText(QPointF(word.left, baseline), word.text)
        if marks.current is not None and marks.current[0] in rows:
            self._outline(painter, marks.current, rows, top, height)

    # -- under the words ----------------------------------------------------------------

    def _grounds(
        self, painter: QPainter, rows: range, top: float, height: int, width: float, marks: Marks
    ) -> None:
        style, theme = self._style, self._style.theme
        lit = marks.highlight
        painter.setPen(QPen(style.color(theme.grid), 1.0))
        edge = style.px(EDGE)
        last = self._model.rowCount() - 1
        for at, row in enumerate(rows):
            if row not in (last, lit) and row + 1 != lit:
                y = top + (at + 1) * height - 0.5
                painter.drawLine(QPointF(edge, y), QPointF(width - edge, y))
        painter.setPen(Qt.PenStyle.NoPen)
        if lit is not None and lit in rows:
            painter.setBrush(style.color(theme.selection))
            y = top + rows.index(lit) * height
            painter.drawRoundedRect(QRectF(0, y, width, height), style.px(6), style.px(6))
        if marks.selected:
            veil = QColor(theme.accent)
            veil.setAlphaF(0.14)
            for block in self._visible(marks.selected, rows):
                left = self._lefts[block.left]
                right = self._lefts[block.right] + self._widths[block.right]
                y = top + (block.top - rows.start) * height
                tall = (block.bottom - block.top + 1) * height
                painter.fillRect(QRectF(left, y, right - left, tall), veil)

    def _visible(self, blocks: Iterable[Cells], rows: range) -> Iterable[Cells]:
        for block in blocks:
            first, last = max(block.top, rows.start), min(block.bottom, rows.stop - 1)
            if first <= last and block.right < len(self._lefts):
                yield Cells(first, block.left, last, block.right)

    def _boxes(self, painter: QPainter, rows: range, top: float, height: int) -> None:
        style, theme, model = self._style, self._style.theme, self._model
        radius = style.px(RADIUS)
        values = [
            (self._lefts[at], self._widths[at])
            for at, column in enumerate(model.columns)
            if column.editable and not column.is_name
        ]
        painter.setPen(QPen(style.color(theme.line), style.px(1.2)))
        painter.setBrush(style.color(theme.field))
        for at in range(len(rows)):
            for left, width in values:
                cell = QRectF(left, top + at * height, width, height)
                painter.drawRoundedRect(box(style, cell), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        size = style.px(DOT)
        for at, row in enumerate(rows):
            painter.setBrush(style.color(theme.class_color(row)))
            y = top + at * height + (height - size) / 2
            painter.drawEllipse(QRectF(style.px(EDGE), y, size, size))
        if model.drafts:
            painter.setBrush(style.color(theme.field))
            painter.setPen(QPen(style.color(theme.warning), style.px(2)))
            for draft in model.drafts.all:
                row, at = draft.index.row(), draft.index.column()
                if row in rows:
                    painter.drawRoundedRect(
                        self._frame((row, at), rows, top, height), radius, radius
                    )

    def _outline(
        self, painter: QPainter, cell: tuple[int, int], rows: range, top: float, height: int
    ) -> None:
        style = self._style
        draft = self._model.drafts.at(*cell)
        color = style.theme.warning if draft else style.theme.accent
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.color(color), style.px(2)))
        frame = self._frame(cell, rows, top, height)
        painter.drawRoundedRect(frame, style.px(RADIUS), style.px(RADIUS))

    def _frame(self, cell: tuple[int, int], rows: range, top: float, height: int) -> QRectF:
        row, at = cell
        y = top + (row - rows.start) * height
        whole = QRectF(self._lefts[at], y, self._widths[at], height)
        return frame(self._style, self._model.columns[at], whole)

    # -- the words ----------------------------------------------------------------------

    def _row(self, row: int) -> list[_Word]:
        words = self._words.get(row)
        if words is None:
            words = [self._word(row, at) for at in range(len(self._lefts))]
            self._words[row] = words
        return words

    def _word(self, row: int, at: int) -> _Word:
        model, style = self._model, self._style
        sight = model.sight
        if sight is None:
            return _Word(0.0, "", quiet=False, bold=False, wrong=False)
        column, left, width = model.columns[at], self._lefts[at], self._widths[at]
        bold = column.bold is not None and column.bold(sight, row)
        quiet = column.quiet is not None and column.quiet(sight, row)
        draft = model.drafts.at(row, at)
        text = draft.text if draft else model.text_of(row, at)
        metrics = style.metrics(bold=bold)
        if column.is_name:
            start = name_left(style)
            text = fitted_name(text, metrics, width - start - style.px(2))
            return _Word(left + start, text, quiet, bold, wrong=draft is not None)
        right = text_right(style, boxed=column.editable)
        room = width - 2 * right if column.editable else width - right - style.px(4)
        if draft:
            text = fitted_name(text, metrics, room)
        elif column.editable and column.value is not None:
            text = fitted_typed(text, column.value(sight, row), metrics, room)
        else:
            text = fitted_number(text, column, sight, row, metrics, room)
        start = left + width - right - metrics.horizontalAdvance(text)
        return _Word(start, text, quiet, bold, wrong=draft is not None)
