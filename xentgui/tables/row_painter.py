"""Paints the rows of a table of classes, all visible ones in one go.

Qt's own way asks a delegate for every cell, and the delegate asks the model for fourteen
roles; painting the rows at once costs a fraction of that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from xentgui.painting.style import Style
from xentgui.tables.cell_geometry import DOT, EDGE, RADIUS, box, frame, name_left, text_right
from xentgui.tables.class_model import ClassModel
from xentgui.tables.fitted_text import fitted_name, fitted_number, fitted_typed
from xentgui.tables.measure import Measure

VEIL = 0.12
"""How much of the accent colour lies over selected cells."""


class Cells(NamedTuple):
    """A block of cells, ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        """Return whether a cell is one of the block."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


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
    whole: str
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
        self._before: dict[int, list[_Word]] = {}
        self._pictures: dict[tuple[int, int, float, bool], QPixmap] = {}
        self._measure = Measure(style)

    def forget(self) -> None:
        """Read the rows anew, and remember what those said that were drawn last."""
        if self._words:
            self._before, self._words = self._words, {}

    def set_style(self, style: Style) -> None:
        """Paint with other fonts and colours."""
        self._style = style
        self._words, self._before, self._pictures = {}, {}, {}
        self._measure = Measure(style)

    def set_columns(self, lefts: list[int], widths: list[int]) -> None:
        """Place the columns; `lefts` are from the left of the first."""
        if (lefts, widths) != (self._lefts, self._widths):
            self._lefts, self._widths = lefts, widths
            self._words, self._before, self._pictures = {}, {}, {}

    def words(self, row: int) -> list[str]:
        """Return what the cells of a row say, shortened as they are drawn."""
        return [word.text for word in self._row(row)]

    def paint(
        self, painter: QPainter, rows: range, top: int, height: int, width: int, marks: Marks
    ) -> None:
        """Draw `rows`, the first one at `top`, each `height` high and `width` wide."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._grounds(painter, rows, top, height, width, marks)
        self._veil(painter, marks.selected, rows, top, height)
        for draft in self._model.drafts.all:
            self._outline(painter, (draft.index.row(), draft.index.column()), rows, top, height)
        self._say(painter, rows, top, height, marks)
        if marks.current is not None:
            self._outline(painter, marks.current, rows, top, height)

    def _say(self, painter: QPainter, rows: range, top: int, height: int, marks: Marks) -> None:
        style, theme = self._style, self._style.theme
        metrics = style.metrics()
        rise = (height + metrics.ascent() - metrics.descent()) / 2
        font, bold = style.font(), style.font(bold=True)
        ink, mute = QPen(style.color(theme.ink)), QPen(style.color(theme.mute))
        wrong = QPen(style.color(theme.warning))
        highlight, chosen = marks.highlight, marks.selected
        receded = highlight is not None and highlight < self._model.rowCount()
        painter.setFont(font)
        for at, row in enumerate(rows):
            baseline = top + at * height + rise
            recede = receded and row != highlight
            for column, word in enumerate(self._row(row)):
                pen = wrong if word.wrong else mute if word.quiet or recede else ink
                if pen is mute and chosen and any(b.covers(row, column) for b in chosen):
                    pen = ink  # muted text is hard to read on what is selected
                painter.setPen(pen)
                if word.bold:
                    painter.setFont(bold)
                    painter.drawText(QPointF(word.left, baseline), word.text)
                    painter.setFont(font)
                else:
                    painter.drawText(QPointF(word.left, baseline), word.text)

    # -- under the words ----------------------------------------------------------------

    def _grounds(
        self, painter: QPainter, rows: range, top: int, height: int, width: int, marks: Marks
    ) -> None:
        style, lit = self._style, marks.highlight
        last = self._model.rowCount() - 1
        ratio = painter.device().devicePixelRatioF()
        # A picture of the row is quick, and sharp where a row is a whole number of pixels.
        sharp = all((length * ratio).is_integer() for length in (top, height, width))
        size, dot = style.px(DOT), style.px(EDGE)
        for at, row in enumerate(rows):
            y = top + at * height
            ruled = row not in (last, lit) and row + 1 != lit
            if sharp and row != lit:
                painter.drawPixmap(0, y, self._picture(width, height, ratio, ruled=ruled))
            else:
                self._ground(painter, y, width, height, lit=row == lit, ruled=ruled)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color(style.theme.class_color(row)))
            painter.drawEllipse(QRectF(dot, y + (height - size) / 2, size, size))

    def _picture(self, width: int, height: int, ratio: float, *, ruled: bool) -> QPixmap:
        key = width, height, ratio, ruled
        picture = self._pictures.get(key)
        if picture is None:
            picture = QPixmap(round(width * ratio), round(height * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(self._style.color(self._style.theme.card))
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._ground(painter, 0, width, height, lit=False, ruled=ruled)
            painter.end()
            self._pictures[key] = picture
        return picture

    def _ground(
        self, painter: QPainter, y: int, width: int, height: int, *, lit: bool, ruled: bool
    ) -> None:
        style, theme = self._style, self._style.theme
        if lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color(theme.selection))
            painter.drawRoundedRect(QRectF(0, y, width, height), style.px(6), style.px(6))
        if ruled:
            edge = round(style.px(EDGE))
            line = QRect(edge, y + height - 1, width - 2 * edge, 1)
            painter.fillRect(line, style.color(theme.grid))
        painter.setPen(QPen(style.color(theme.line), style.px(1.2)))
        painter.setBrush(style.color(theme.field))
        radius = style.px(RADIUS)
        for at, column in enumerate(self._model.columns):
            if column.editable and not column.is_name and at < len(self._lefts):
                cell = QRectF(self._lefts[at], y, self._widths[at], height)
                painter.drawRoundedRect(box(style, cell), radius, radius)

    def _veil(
        self, painter: QPainter, blocks: Sequence[Cells], rows: range, top: int, height: int
    ) -> None:
        veil = QColor(self._style.theme.accent)
        veil.setAlphaF(VEIL)
        for block in blocks:
            first, last = max(block.top, rows.start), min(block.bottom, rows.stop - 1)
            if first <= last and block.right < len(self._lefts):
                left = self._lefts[block.left]
                right = self._lefts[block.right] + self._widths[block.right]
                y, tall = top + (first - rows.start) * height, (last - first + 1) * height
                painter.fillRect(QRectF(left, y, right - left, tall), veil)

    def _outline(
        self, painter: QPainter, cell: tuple[int, int], rows: range, top: int, height: int
    ) -> None:
        row, at = cell
        if row not in rows or at >= len(self._lefts):
            return
        style = self._style
        color = style.theme.warning if self._model.drafts.at(row, at) else style.theme.accent
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.color(color), style.px(2)))
        y = top + (row - rows.start) * height
        whole = QRectF(self._lefts[at], y, self._widths[at], height)
        shape = frame(style, self._model.columns[at], whole)
        painter.drawRoundedRect(shape, style.px(RADIUS), style.px(RADIUS))

    # -- the words ----------------------------------------------------------------------

    def _row(self, row: int) -> list[_Word]:
        words = self._words.get(row)
        if words is None:
            before = self._before.get(row)
            words = [
                self._word(row, at, before[at] if before else None)
                for at in range(len(self._lefts))
            ]
            self._words[row] = words
        return words

    def _word(self, row: int, at: int, before: _Word | None) -> _Word:
        model = self._model
        sight = model.sight
        if sight is None:
            return _Word(0.0, "", "", quiet=False, bold=False, wrong=False)
        column = model.columns[at]
        bold = column.bold is not None and column.bold(sight, row)
        quiet = column.quiet is not None and column.quiet(sight, row)
        draft = model.drafts.at(row, at) if model.drafts.all else None
        whole = draft.text if draft else model.text_of(row, at)
        wrong = draft is not None
        # Most cells say what they said before; to shorten and to measure is what takes time.
        same = before is not None and before[2:] == (whole, quiet, bold, wrong)
        if same and before is not None and (before.text == whole or column.editable):
            return before
        style, left, width = self._style, self._lefts[at], self._widths[at]
        ruler = self._measure.bold if bold else self._measure.plain
        if column.is_name:
            start = name_left(style)
            text = fitted_name(whole, ruler, width - start - style.px(2))
            return _Word(left + start, text, whole, quiet, bold, wrong)
        right = text_right(style, boxed=column.editable)
        room = width - (2 * right if column.editable else right)
        if wrong:
            text = fitted_name(whole, ruler, room)
        elif column.editable and column.value is not None:
            text = fitted_typed(whole, column.value(sight, row), ruler, room)
        else:
            text = fitted_number(whole, column, sight, row, ruler, room)
        start = left + width - right - ruler.width(text)
        return _Word(start, text, whole, quiet, bold, wrong)
