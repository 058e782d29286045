"""The table of the numbers of a scene: its classes, and what follows from them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.export.numbers.looks import Looks
from xentgui.export.numbers.quantities import CLASS, ClassQuantity, readouts, shown_columns
from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot
from xentgui.model.naming import visible
from xentgui.model.view import View
from xentgui.painting.style import Style

MOST_ROWS: Final = 10
"""So many classes have a row; of more, those with the largest p."""

_MORE = QT_TRANSLATE_NOOP("export", "and {count} more classes")
_ROW, _SIZE = 1.7, 0.92  # em; times the page's letters
_HARDMAX: Final = "hardmax"  # it is 1 where p is largest, which everyone sees
_LONGEST: Final = 9  # characters of a number
_GAP = 2.2  # em between two single numbers
_CENTRED: Final = Qt.AlignmentFlag.AlignVCenter


class NumbersTable:
    """A table of a snapshot, `width` design pixels wide.

    A number that the scene hides is left to be filled in: its cell is empty.
    """

    def __init__(
        self, snapshot: Snapshot, view: View, style: Style, width: float, *, is_blank: bool
    ) -> None:
        self._style, self._width = style, width
        looks = Looks(view.unit, view.decimals, translate)
        columns = [one for one in shown_columns(snapshot, looks) if one.field != _HARDMAX]
        headings = [translate("export", CLASS)]
        headings += [with_logarithm(translate("export", one.heading), view.unit) for one in columns]
        cells = (_short(one, snapshot, looks) for one in columns)
        names = map(visible, snapshot.state.labels)
        rows = [list(row) for row in zip(names, *cells, strict=True)]
        self._more = 0
        if len(rows) > MOST_ROWS:
            largest = sorted(range(len(rows)), key=lambda k: (-snapshot.probabilities.item(k), k))[
                :MOST_ROWS
            ]
            self._more = len(rows) - MOST_ROWS
            rows = [rows[k] for k in sorted(largest)]
        if is_blank:
            rows = [[row[0], *("" for _ in row[1:])] for row in rows]
        self._rows = [headings, *rows]
        self._singles = [] if is_blank else readouts(snapshot, looks)

    @property
    def height(self) -> float:
        """The height in design pixels."""
        rows = len(self._rows) + bool(self._more)
        singles = self._folded()
        return (rows + len(singles) + 0.4 * bool(singles)) * _ROW * self._style.em

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the table."""
        style, theme = self._style, self._style.theme
        step, width = _ROW * style.em, self._width
        names = max(style.ruler(_SIZE).width(row[0]) for row in self._rows) + style.em
        names = min(max(names, width / len(self._rows[0])), 0.4 * width)
        column = (width - names) / max(len(self._rows[0]) - 1, 1)
        y = top
        for at, row in enumerate(self._rows):
            is_head = at == 0
            painter.setFont(style.font(_SIZE, bold=is_head))
            painter.setPen(style.color(theme.ink))
            metrics = style.metrics(_SIZE, bold=is_head)
            name = metrics.elidedText(row[0], Qt.TextElideMode.ElideRight, names - style.em)
            box = QRectF(left, y, names, step)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | _CENTRED, name)
            for nth, text in enumerate(row[1:]):
                cell = QRectF(left + names + nth * column, y, column, step)
                painter.drawText(cell, Qt.AlignmentFlag.AlignRight | _CENTRED, text)
            y += step
            painter.setPen(style.pen(theme.mute if is_head else theme.line, 1.0))
            painter.drawLine(QPointF(left, y), QPointF(left + width, y))
        painter.setPen(style.color(theme.mute))
        painter.setFont(style.font(_SIZE))
        lines = [translate("export", _MORE).format(count=self._more)] if self._more else []
        for text in lines:
            box = QRectF(left, y, width, step)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | _CENTRED, text)
            y += step
        y += 0.4 * step
        for singles in self._folded():
            self._paint_singles(painter, singles, left, y, step)
            y += step

    def _paint_singles(
        self, painter: QPainter, row: list[tuple[str, str]], left: float, y: float, step: float
    ) -> None:
        style, ruler, bold = (
            self._style,
            self._style.ruler(_SIZE),
            self._style.ruler(_SIZE, bold=True),
        )
        x = left
        for name, value in row:
            for text, is_bold, color in (
                (f"{name} ", False, style.theme.mute),
                (value, True, style.theme.ink),
            ):
                painter.setFont(style.font(_SIZE, bold=is_bold))
                painter.setPen(style.color(color))
                box = QRectF(x, y, self._width, step)
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | _CENTRED, text)
                x += (bold if is_bold else ruler).width(text)
            x += _GAP * style.em

    def _folded(self) -> list[list[tuple[str, str]]]:
        """Return the single numbers in lines that are not too wide."""
        lines: list[list[tuple[str, str]]] = []
        used = 0.0
        for name, value in self._singles:
            style = self._style
            width = style.ruler(_SIZE).width(f"{name} ") + style.ruler(_SIZE, bold=True).width(
                value
            )
            if not lines or used + width > self._width:
                lines.append([])
                used = 0.0
            lines[-1].append((name, value))
            used += width + _GAP * style.em
        return lines


def _short(column: ClassQuantity, snapshot: Snapshot, looks: Looks) -> list[str]:
    """Return the numbers of a column; what was typed with many digits is rounded."""
    pairs = zip(column.texts(snapshot, looks), column.values(snapshot), strict=True)
    return [
        text if len(text) <= _LONGEST else number(value, looks.decimals) for text, value in pairs
    ]
