"""The distribution in rows: names of any length beside bars, and the rest of many classes as one."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.hatch import draw_hatched
from xentgui.painting.labels import draw_x_axis, draw_x_ticks
from xentgui.painting.legend import Header, draw_header
from xentgui.painting.marks import draw_dot
from xentgui.painting.parts import part
from xentgui.painting.style import Style
from xentgui.painting.ticks import raised, round_limit
from xentgui.panels.accessible_text import distribution_in_words
from xentgui.panels.axis_limits import FARTHEST, Zoom, within
from xentgui.panels.distribution_bars import LOG, arrangement, samples_of_marks
from xentgui.panels.distribution_row_numbers import (
    BAR,
    VALUE,
    RowNumber,
    numbered_rows,
    numbers_of_rows,
    share_x,
)
from xentgui.panels.plot_panel import PlotPanel
from xentgui.panels.ranked_rows import GAP, SHARES, Row, draw_names, rows_of

_HARDMAX, _TARGET = 0.66, 0.78  # shares of a row
_LOWEST = -15.0  # the farthest decade of a logarithmic axis
_TELLING = 3  # numbers
_LEAST_ROW = 14.5  # design pixels
_LEAST_HALF = 5.8  # design pixels: of the outline, in which a number has room


class DistributionRows(PlotPanel):
    """A row for each class, with its bar, its target as a line and the hardmax as an outline."""

    key = "distribution"
    title = QT_TRANSLATE_NOOP("panels", "Distribution")
    tip = QT_TRANSLATE_NOOP(
        "panels", "Rows only show their numbers. Choose upright bars to drag them."
    )
    zoom = Zoom()
    legible = (200.0, 126.0)

    def margins(self, view: View) -> QMarginsF:
        """Return the room for names, numbers and the name of the axis."""
        return QMarginsF(124, 30, 44, 46)

    def header(self, view: View) -> Header:
        """Return a sample of each mark that the axis does not explain."""
        return Header(None, samples_of_marks()[1:])

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return 0 … 1, or some decades, and a row for each class that is shown."""
        rows = rows_of(snapshot, arrangement(view))
        most = within(max(row.y for row in rows), 1.0, FARTHEST)
        right = 1.0 if most <= 1.0 else round_limit(most)
        if arrangement(view) != LOG:
            return Ranges(0.0, right, -0.5, len(rows) - 0.5)
        seen = [value for row in rows for value in (row.p, row.y) if value > 0.0]
        low = max(math.floor(math.log10(max(min(seen, default=1.0), 1e-300))), _LOWEST)
        return Ranges(min(low, -2.0), math.log10(right), -0.5, len(rows) - 0.5)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes, which hold names and numbers."""
        return snapshot, view.highlighted_class, view.values

    def usual_room(self, rect: QRectF, view: View, style: Style) -> QMarginsF:
        """Return the margins; in a figure, with as much room for names as they may take."""
        around = super().usual_room(rect, view, style)
        if style.snug:
            around.setLeft(max(around.left(), SHARES[-1] * rect.width() + style.px(GAP)))
        return around

    def least_plot_for(self, snapshot: Snapshot, view: View) -> tuple[float, float]:
        """Return the least size of the plot, in which each row has room for its number."""
        width, height = self.least_plot(view)
        return width, max(height, _LEAST_ROW * len(rows_of(snapshot, arrangement(view))))

    def is_legible(self, frame: Frame) -> bool:
        """Return whether the rows of `frame` are high enough for their numbers."""
        return super().is_legible(frame) and abs(frame.lift) >= frame.style.px(_LEAST_ROW) - 0.01

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid, the names, and the numbers beside the bars."""
        style, rect = frame.style, frame.rect
        rows = rows_of(snapshot, arrangement(view))
        with part(painter, "axis", "x"):
            ticks = self._draw_x(painter, frame, snapshot, view)
        painter.setPen(style.pen(style.theme.grid, 1.0))
        for x in ticks:
            painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))
        painter.setPen(style.pen(style.theme.mute, 1.0))
        painter.drawLine(QLineF(rect.left(), rect.top(), rect.left(), rect.bottom()))
        with part(painter, "axis", "y"):
            draw_names(painter, frame, snapshot, rows)
        draw_header(painter, frame, self.header(view))
        if view.values:
            for nth, number in enumerate(numbers_of_rows(frame, snapshot, view)):
                if not number.inside:
                    self._draw_number(painter, frame, snapshot, view, nth, number)

    def paint_around(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint what stands around the plot: of the numbers, those that leave it."""
        self._draw_x(painter, frame, snapshot, view)
        draw_names(painter, frame, snapshot, rows_of(snapshot, arrangement(view)))
        draw_header(painter, frame, self.header(view))
        if view.values:
            right = frame.rect.right()
            found = [
                (nth, number)
                for nth, number in numbered_rows(frame, snapshot, view, beyond=right)
                if not number.inside and number.right > right
            ]
            if len(found) > _TELLING:  # the highest, the lowest and the farthest tell of all
                found = [found[0], max(found, key=lambda one: one[1].right), found[-1]]
            for nth, number in found:
                self._draw_number(painter, frame, snapshot, view, nth, number)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the bars, the outlines, the lines, and the numbers within bars."""
        rows, is_log = rows_of(snapshot, arrangement(view)), arrangement(view) == LOG
        numbers = numbers_of_rows(frame, snapshot, view) if view.values else []
        for nth, row in enumerate(rows):
            style = frame.style
            if view.highlighted_class not in (None, row.which):
                style = style.faint
            end, middle, high = (
                share_x(frame, row.p, is_log=is_log),
                _y(frame, rows, nth),
                abs(frame.lift),
            )
            if view.found is not None and row.which is not None and row.which in view.found:
                hit = QRectF(frame.rect.left() - style.px(5), middle - 0.4 * high, 0, 0.8 * high)
                hit.setWidth(style.px(3.4))
                painter.fillRect(hit, frame.style.color(frame.style.theme.accent))
            number = None if row.which is None else snapshot.state.color_of(row.which)
            color = style.theme.mute if number is None else style.theme.class_color(number)
            left = frame.rect.left()
            if is_log:
                painter.setPen(style.pen(color, 1.6))
                painter.drawLine(QLineF(left, middle, end, middle))
                draw_dot(painter, style, QPointF(end, middle), color)
            else:
                bar = QRectF(left, middle - BAR / 2 * high, max(end - left, 0.0), BAR * high)
                if style.theme.hatched and number is not None:
                    draw_hatched(painter, style, np.array([bar.getRect()]), number)
                else:
                    painter.fillRect(bar, style.color(color))
            if row.which in snapshot.prediction and snapshot.probabilities is snapshot.softmax:
                share = share_x(frame, 1.0 / len(snapshot.prediction), is_log=is_log)
                half = min(max(_HARDMAX / 2 * high, style.px(_LEAST_HALF)), high / 2)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(style.pen(style.theme.mute, 1.0, (4.0, 3.0)))
                painter.drawRect(QRectF(left, middle - half, share - left, 2 * half))
            if row.y > 0.0 or not is_log:
                at, half = share_x(frame, row.y, is_log=is_log), _TARGET / 2 * high
                painter.setPen(style.pen(style.theme.ink, 2.8 if row.y > 0.0 else 1.0))
                painter.drawLine(QLineF(at, middle - half, at, middle + half))
            if numbers and numbers[nth].inside:
                self._draw_number(painter, frame, snapshot, view, nth, numbers[nth])

    def _draw_x(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> list[float]:
        """Draw the numbers below the plot and the name of the axis; return where they are."""
        softmax = snapshot.probabilities is snapshot.softmax
        title = translate("panels", "softmax p") if softmax else translate("panels", "entmax p̂")
        if arrangement(view) != LOG:
            return [frame.x(value) for value in draw_x_axis(painter, frame, title)]
        low, high = math.ceil(frame.ranges.left - 1e-9), math.floor(frame.ranges.right + 1e-9)
        room = max(int(frame.rect.width() / frame.style.px(34)), 2)
        step = max(1, math.ceil((high - low) / room))
        texts = {float(power): raised(power) for power in range(high, low - 1, -step)}
        draw_x_ticks(painter, frame, dict(sorted(texts.items())), title)
        return [frame.x(power) for power in texts]

    def _draw_number(
        self,
        painter: QPainter,
        frame: Frame,
        snapshot: Snapshot,
        view: View,
        nth: int,
        number: RowNumber,
    ) -> None:
        rows, style = rows_of(snapshot, arrangement(view)), frame.style
        which = rows[nth].which
        ink = style.theme.ink if which is not None else style.theme.mute
        if number.inside and which is not None:
            ink = style.theme.ink_on(style.theme.class_color(snapshot.state.color_of(which)))
        painter.setFont(style.font(VALUE))
        painter.setPen(style.color(ink))
        rise = style.metrics(VALUE).capHeight() / 2
        middle = _y(frame, rows, nth)
        painter.drawText(QPointF(number.left, middle + rise), number.text)
        if number.leader is not None:
            start, end = number.leader
            painter.setPen(style.pen(style.theme.mute, 1.0))
            painter.drawLine(QLineF(start, middle, end, middle))

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the class whose row is at `point`."""
        rows = rows_of(snapshot, arrangement(view))
        nth = len(rows) - 1 - round(frame.y_value(point.y()))
        if not (frame.outer.contains(point) and 0 <= nth < len(rows)):
            return None
        index = rows[nth].which
        return None if index is None else ClassMark(index)

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the row of a class."""
        rows = rows_of(snapshot, arrangement(view))
        for nth, row in enumerate(rows):
            if isinstance(mark, ClassMark) and row.which == mark.index:
                high = abs(frame.lift)
                top = _y(frame, rows, nth) - high / 2
                return QRectF(frame.outer.left(), top, frame.outer.width(), high)
        return None

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the largest probabilities with their targets."""
        return distribution_in_words(snapshot, view)


def _y(frame: Frame, rows: tuple[Row, ...], nth: int) -> float:
    return frame.y(float(len(rows) - 1 - nth))
