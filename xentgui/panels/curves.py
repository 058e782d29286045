"""Curves: probabilities, loss or entropy over one number, with its present value as a line."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import translate, typed
from xentgui.model import Snapshot
from xentgui.model.curves import Drawn
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.quantity import LOGIT, Quantity
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis, draw_x_ticks, draw_y_axis
from xentgui.painting.legend import AxisName, Header, draw_header
from xentgui.painting.marks import draw_dot, draw_handle
from xentgui.panels.axis_limits import FARTHEST, Zoom, within
from xentgui.panels.choice import Choice
from xentgui.panels.curves_axes import (
    axis_title,
    curves_choices,
    drawn_in,
    in_shown_unit,
    quantity_in,
    ranges_of,
)
from xentgui.panels.curves_picture import (
    Line,
    draw_lines,
    draw_names,
    draw_numbers,
    draw_sentence,
    lines_of,
)
from xentgui.panels.curves_words import drawn_symbol, numbers_now, sentence, unit_of, value_words
from xentgui.panels.later import CurvesPanel
from xentgui.panels.marked_panel import REACH, Hold, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.quantity_mark import (
    QuantityHold,
    QuantityMark,
    nudged_quantity,
    place_on_axis,
    step_of,
    symbol_of,
    typed_quantity,
    value_text,
)

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CurvesOverOne(CurvesPanel):
    """Curves over a logit or a setting; the line at its present value can be dragged."""

    zoom = Zoom()
    measured = "left bottom"

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return what is drawn, and over what."""
        return curves_choices(snapshot)

    def margins(self, view: View) -> QMarginsF:
        """Return the room for numbers, for the value above, and for names at the right."""
        return QMarginsF(46, 24, 44 if drawn_in(view) is Drawn.ENTROPY else 34, 44)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return the values that matter, and all curves over them."""
        return ranges_of(snapshot, view)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes, which have names of classes and units."""
        chosen = quantity_in(snapshot, view), drawn_in(view)
        symbol = drawn_symbol(drawn_in(view), snapshot)
        return (chosen, symbol, snapshot.state.labels, snapshot.state.loss, view.unit)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid, the numbers of the quantity, and the names of both axes."""
        quantity, drawn = quantity_in(snapshot, view), drawn_in(view)
        title = axis_title(quantity, snapshot)
        draw_y_axis(painter, frame)
        if quantity.by_ratio:
            powers = range(math.ceil(frame.ranges.left), math.floor(frame.ranges.right) + 1)
            draw_x_ticks(painter, frame, {n: typed(10.0**n) for n in powers}, title, steady=True)
        else:
            draw_x_axis(painter, frame, title)
        name = AxisName(drawn_symbol(drawn, snapshot), unit_of(drawn, snapshot, view))
        draw_header(painter, frame, Header(name))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the curves, their names, and the line at the present value."""
        lines = lines_of(frame, snapshot, view)
        draw_lines(painter, frame, lines)
        draw_names(painter, frame, lines)
        values = np.concatenate([line.values for line in lines])
        self._paint_value(painter, frame, snapshot, view, lines)
        draw_sentence(painter, frame, sentence(snapshot, view, values))

    def _paint_value(
        self,
        painter: QPainter,
        frame: Frame,
        snapshot: Snapshot,
        view: View,
        lines: list[Line],
    ) -> None:
        """Paint the line, a dot where it meets each curve, and what it stands for."""
        style, rect, theme = frame.style, frame.rect, frame.style.theme
        quantity = quantity_in(snapshot, view)
        at = self.locate(QuantityMark(quantity), frame, snapshot, view)
        painter.setPen(style.pen(theme.accent, 1.4))
        painter.drawLine(QLineF(at.x(), rect.top() - style.px(4), at.x(), rect.bottom()))
        for line in reversed(lines):
            if line.of_class is not None and math.isfinite(line.now):
                draw_dot(painter, style, QPointF(at.x(), frame.y(line.now)), line.color)
        if view.handles:
            draw_handle(painter, style, at, theme.ink)
        if not view.values:
            return
        draw_numbers(painter, frame, lines, at.x(), _main_class(quantity, snapshot))
        words = value_words(snapshot, view)
        width = style.metrics(0.9, bold=True).horizontalAdvance(words) + style.px(6)
        box = QRectF(at.x() + style.px(4), frame.outer.top(), width, style.px(22))
        if box.right() > frame.outer.right():
            box.moveRight(at.x() - style.px(4))
        least = frame.outer.left() + style.px(76 if unit_of(drawn_in(view), snapshot, view) else 34)
        if box.left() < least:
            box.moveLeft(least)
        painter.setFont(style.font(0.9, bold=True))
        painter.setPen(style.color(theme.accent))
        painter.drawText(box, _LEFT, words)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the quantity with its value, and what the curves are there."""
        form = translate("panels", "{label}: {value}")
        lines = (
            form.format(label=name, value=value) for name, value in numbers_now(snapshot, view)
        )
        title = axis_title(quantity_in(snapshot, view), snapshot)
        said = sentence(snapshot, view, np.array([snapshot.loss]))
        return "; ".join(filter(None, (title, value_words(snapshot, view), *lines, said)))

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return what the curves are at the present value, or the numbers of a class."""
        if isinstance(mark, QuantityMark):
            name = value_text(mark.quantity, snapshot.state)
            return ReadOut(name, tuple(numbers_now(snapshot, view)))
        return super().read_out(mark, snapshot, view)

    # The one mark: the present value

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the mark, all along its line."""
        mark = QuantityMark(quantity_in(snapshot, view))
        x = self.locate(mark, frame, snapshot, view).x()
        is_inside = frame.outer.top() <= point.y() <= frame.rect.bottom()
        return mark if is_inside and abs(point.x() - x) <= frame.style.px(REACH) else None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the only mark, unless Tab leaves it."""
        if mark is not None and way in (Way.NEXT, Way.PREVIOUS):
            return None
        return QuantityMark(quantity_in(snapshot, view))

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the present value, or the class whose curve is nearest to `point`."""
        found = self.mark_at(frame, snapshot, view, point)
        if found is not None or not frame.rect.contains(point):
            return found
        lines = lines_of(frame, snapshot, view)
        of_classes = [line for line in lines if line.of_class is not None]
        if not of_classes:
            return None
        x = frame.x_value(point.x())
        heights = np.array([np.interp(x, line.places, line.values) for line in of_classes])
        away = np.abs(frame.y(heights) - point.y())
        nearest = int(away.argmin())
        index = of_classes[nearest].of_class
        is_near = index is not None and away[nearest] <= frame.style.px(REACH)
        return ClassMark(index) if is_near and index is not None else None

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of the present value, on the curve that matters most."""
        quantity, drawn, rect = quantity_in(snapshot, view), drawn_in(view), frame.rect
        x = within(place_on_axis(quantity, quantity.of(snapshot.state)), -FARTHEST, FARTHEST)
        if drawn is Drawn.PROBABILITIES:
            value = float(snapshot.probabilities[_main_class(quantity, snapshot)])
        else:
            now = snapshot.loss if drawn is Drawn.LOSS else snapshot.entropy
            value = float(in_shown_unit(np.array([now]), drawn, snapshot, view)[0])
        y = within(frame.y(within(value, -FARTHEST, FARTHEST)), rect.top(), rect.bottom())
        return QPointF(within(frame.x(x), rect.left(), rect.right()), y)

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the strip about the line."""
        if not isinstance(mark, QuantityMark):
            return None
        x, half = self.locate(mark, frame, snapshot, view).x(), frame.style.px(REACH)
        return QRectF(x - half, frame.outer.top(), 2 * half, frame.outer.height())

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move, as where the quantity is usually set."""
        return step_of(_checked(mark), snapshot)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin to drag the line."""
        return QuantityHold(_checked(mark), snapshot.state)

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for a key to the left or right."""
        return nudged_quantity(_checked(mark), snapshot, view, way[0], size) if way[0] else None

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the symbol of the number that can be typed."""
        return (symbol_of(_checked(mark)),)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the number that is varied."""
        return (_checked(mark).of(snapshot.state),)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for a typed value."""
        return typed_quantity(_checked(mark), values[0])


def _main_class(quantity: Quantity, snapshot: Snapshot) -> int:
    """Return the class whose curve has the handle."""
    is_logit = quantity.key == LOGIT
    return quantity.index if is_logit else int(snapshot.probabilities.argmax())


def _checked(mark: Mark) -> Quantity:
    if not isinstance(mark, QuantityMark):
        raise TypeError(f"there is no {mark!r} here")
    return mark.quantity
