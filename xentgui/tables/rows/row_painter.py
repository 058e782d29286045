"""Paints the rows of a table of classes, all visible ones in one go.

Qt's own way asks a delegate for every cell, and the delegate asks the model for fourteen
roles; painting the rows at once costs a fraction of that.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from xentgui.painting.style import Style
from xentgui.tables.cells.cell_geometry import DOT, EDGE, RADIUS, box, frame
from xentgui.tables.class_model import ClassModel
from xentgui.tables.rows.cell_text import CellTextCache, CellTexts
from xentgui.tables.rows.row_cache import RowCache, Run, all_runs, changed_runs

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


class Marks(NamedTuple):
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


def _is_sharp(ratio: float, *lengths: int) -> bool:
    """Return whether a picture with these edges lies on whole pixels."""
    return ratio == 1.0 or all((length * ratio).is_integer() for length in lengths)


class RowPainter:
    """Keeps what the rows say, ready to be drawn, until something about it changes."""

    def __init__(self, model: ClassModel, style: Style) -> None:
        self._model = model
        self._style = style
        self._words = CellTextCache(model, style)
        self._pictures: dict[object, QPixmap] = {}
        self._kept = RowCache()

    def set_style(self, style: Style) -> None:
        """Paint with other fonts and colours."""
        self._style = style
        self._words.set_style(style)
        self._pictures, self._kept = {}, RowCache()

    def set_columns(self, lefts: list[int], widths: list[int]) -> None:
        """Place the columns; `lefts` are from the left of the first."""
        if (lefts, widths) != (self._words.lefts, self._words.widths):
            self._words.set_columns(lefts, widths)
            self._pictures, self._kept = {}, RowCache()

    def words(self, row: int) -> list[str]:
        """Return what the cells of a row say, shortened as they are drawn."""
        return [column[0].text for column in self._words.of(range(row, row + 1))]

    def paint(
        self, painter: QPainter, rows: range, top: int, height: int, width: int, marks: Marks
    ) -> None:
        """Draw `rows`, the first one at `top`, each `height` high and `width` wide."""
        ratio = painter.device().devicePixelRatioF()
        plain = not marks.selected and not self._model.drafts.all
        kept = plain and _is_sharp(ratio, top, height, width)
        if not kept:
            card = self._style.color(self._style.theme.card)
            painter.fillRect(0, top, width, len(rows) * height, card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if kept:
            painter.drawPixmap(0, top, self._picture_of(rows, height, width, ratio, marks))
        else:
            self._paint_anew(painter, rows, top, height, width, marks)
        if marks.current is not None:
            self._outline(painter, marks.current, rows, top, height)

    def _picture_of(
        self, rows: range, height: int, width: int, ratio: float, marks: Marks
    ) -> QPixmap:
        """Return what `rows` look like, with only those words drawn that are others than before."""
        words, kept = self._words.of(rows), self._kept
        key = rows, height, width, ratio, marks.highlight, self._model.rowCount()
        if key == kept.key:
            runs = changed_runs(words, kept.words)
        else:
            runs = all_runs(words)
            kept.ground = self._empty(rows, height, width, ratio, marks)
            kept.picture = QPixmap(kept.ground)
        if runs:
            painter = QPainter(kept.picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if key == kept.key:
                self._clear(painter, runs, height, ratio)
            self._say(painter, words, runs, rows, 0, height, marks)
            painter.end()
        kept.key, kept.words = key, words
        return kept.picture

    def _empty(self, rows: range, height: int, width: int, ratio: float, marks: Marks) -> QPixmap:
        picture = self._style.blank(QSizeF(width, len(rows) * height), ratio)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._grounds(painter, rows, 0, height, width, marks)
        painter.end()
        return picture

    def _clear(self, painter: QPainter, runs: Iterable[Run], height: int, ratio: float) -> None:
        """Take words away."""
        for column, run in runs:
            start, wide = self._words.lefts[column], self._words.widths[column]
            top, tall = run.start * height, len(run) * height
            # Whole pixels of the device, or what was there before would shine through the edges.
            left, right = math.floor(start * ratio), math.ceil((start + wide) * ratio)
            part = QRectF(left, top * ratio, right - left, tall * ratio)
            painter.drawPixmap(QPointF(left / ratio, top), self._kept.ground, part)

    def _paint_anew(
        self, painter: QPainter, rows: range, top: int, height: int, width: int, marks: Marks
    ) -> None:
        self._grounds(painter, rows, top, height, width, marks)
        self._veil(painter, marks.selected, rows, top, height)
        for draft in self._model.drafts.all:
            self._outline(painter, (draft.index.row(), draft.index.column()), rows, top, height)
        words = self._words.of(rows)
        self._say(painter, words, all_runs(words), rows, top, height, marks)

    def _say(
        self,
        painter: QPainter,
        words: CellTexts,
        runs: Iterable[Run],
        rows: range,
        top: int,
        height: int,
        marks: Marks,
    ) -> None:
        """Draw the `runs` of the words of `rows`."""
        style, theme = self._style, self._style.theme
        baseline = top + height / 2 + style.ruler().rise
        number, bold_number = style.font(number=True), style.font(bold=True, number=True)
        name, font = style.font(), None
        ink, mute, wrong = [style.pen(c) for c in (theme.ink, theme.mute, theme.warning)]
        pen = None
        highlight, chosen = marks.highlight, marks.selected
        receded = highlight is not None and highlight < self._model.rowCount()
        for at, run in runs:
            column = words[at]
            for nth in run:
                left, text, quiet, bold, is_wrong = column[nth]
                recede = receded and rows[nth] != highlight
                wanted = wrong if is_wrong else mute if quiet or recede else ink
                if wanted is mute and chosen and any(b.covers(rows[nth], at) for b in chosen):
                    wanted = ink  # muted text is hard to read on what is selected
                if wanted is not pen:
                    pen = wanted
                    painter.setPen(pen)
                face = bold_number if bold else name if text[:1].isalpha() else number
                if face is not font:
                    font = face
                    painter.setFont(font)
                painter.drawText(QPointF(left, baseline + nth * height), text)

    # -- under the words ----------------------------------------------------------------

    def _grounds(
        self, painter: QPainter, rows: range, top: int, height: int, width: int, marks: Marks
    ) -> None:
        style, ratio = self._style, painter.device().devicePixelRatioF()
        size, dot = style.px(DOT), style.px(EDGE)
        for at, row in enumerate(rows):
            y = top + at * height
            if _is_sharp(ratio, y, height, width):
                ground = self._ground_of(row, width, height, ratio, marks.highlight)
                painter.drawPixmap(0, y, ground)
            else:
                self._ground(painter, row, y, width, height, marks.highlight)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color(style.theme.class_color(row)))
            painter.drawEllipse(QRectF(dot, y + (height - size) / 2, size, size))

    def _ground_of(
        self, row: int, width: int, height: int, ratio: float, highlight: int | None
    ) -> QPixmap:
        """Return what is under the words of a row, as a picture."""
        key = width, height, ratio, row == highlight, self._is_ruled(row, highlight)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._style.blank(QSizeF(width, height), ratio)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._ground(painter, row, 0, width, height, highlight)
            painter.end()
            self._pictures[key] = picture
        return picture

    def _is_ruled(self, row: int, highlight: int | None) -> bool:
        return row not in (self._model.rowCount() - 1, highlight) and row + 1 != highlight

    def _ground(
        self, painter: QPainter, row: int, y: int, width: int, height: int, highlight: int | None
    ) -> None:
        style, theme = self._style, self._style.theme
        if row == highlight:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color(theme.selection))
            painter.drawRoundedRect(QRectF(0, y, width, height), style.px(6), style.px(6))
        if self._is_ruled(row, highlight):
            edge = round(style.px(EDGE))
            line = QRect(edge, y + height - 1, width - 2 * edge, 1)
            painter.fillRect(line, style.color(theme.grid))
        painter.setPen(QPen(style.color(theme.line), style.px(1.2)))
        painter.setBrush(style.color(theme.field))
        radius = style.px(RADIUS)
        for at, column in enumerate(self._model.columns):
            if column.editable and not column.is_name and at < len(self._words.lefts):
                cell = QRectF(self._words.lefts[at], y, self._words.widths[at], height)
                painter.drawRoundedRect(box(style, cell), radius, radius)

    def _veil(
        self, painter: QPainter, blocks: Sequence[Cells], rows: range, top: int, height: int
    ) -> None:
        veil = QColor(self._style.theme.accent)
        veil.setAlphaF(VEIL)
        for block in blocks:
            first, last = max(block.top, rows.start), min(block.bottom, rows.stop - 1)
            if first <= last and block.right < len(self._words.lefts):
                left = self._words.lefts[block.left]
                right = self._words.lefts[block.right] + self._words.widths[block.right]
                y, tall = top + (first - rows.start) * height, (last - first + 1) * height
                painter.fillRect(QRectF(left, y, right - left, tall), veil)

    def _outline(
        self, painter: QPainter, cell: tuple[int, int], rows: range, top: int, height: int
    ) -> None:
        row, at = cell
        if row not in rows or at >= len(self._words.lefts):
            return
        style = self._style
        color = style.theme.warning if self._model.drafts.at(row, at) else style.theme.accent
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.color(color), style.px(2)))
        y = top + (row - rows.start) * height
        whole = QRectF(self._words.lefts[at], y, self._words.widths[at], height)
        shape = frame(style, self._model.columns[at], whole)
        painter.drawRoundedRect(shape, style.px(RADIUS), style.px(RADIUS))
