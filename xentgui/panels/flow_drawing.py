"""Draws the flow: weighted lines, circles with the numbers forward, and the error below them."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from xentgui.language.text import (
    loss_in_unit,
    loss_unit,
    number,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.classifier.linear import by_input
from xentgui.model.jacobian import slope_by_probabilities
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import classifier_of
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.panels.flow_layout import (
    Circle,
    FlowMark,
    L,
    Layout,
    P,
    X,
    Z,
    classes_shown,
    draw_legend,
    has_legend,
    inputs_shown,
)

_CENTER = Qt.AlignmentFlag.AlignCenter
_WIDEST, _THINNEST = 5.0, 0.8  # design pixels of a line
_NUMBER, _ERROR = 0.96, 0.86  # em
_INNER = 1.66  # radii: the room for a number in a circle
_SIDE = 4.0  # design pixels beside a number that has widened its circle


def loss_text(snapshot: Snapshot, view: View) -> str:
    """Return the loss with its unit."""
    loss = chosen_loss(snapshot.state)
    amount = number(loss_in_unit(snapshot.loss, loss, view.unit), view.decimals)
    return f"{amount} {loss_unit(loss, view.unit)}".rstrip()


def still_key(snapshot: Snapshot) -> object:
    """Return what the still part depends on beside its layout, its style and its stages."""
    subject, state = classifier_of(snapshot), snapshot.state
    classes = list(classes_shown(snapshot))
    return (
        *(classes, len(snapshot.logits)),
        *(snapshot.effective_target[classes].tobytes(), float(snapshot.effective_target.max())),
        *(snapshot.probabilities is snapshot.softmax, state.temperature == 1.0),
        None if subject is None else (bool(subject.features), inputs_shown(snapshot)),
    )


class FlowDrawing:
    """The picture of one snapshot, of which only `stages` are shown."""

    def __init__(
        self,
        painter: QPainter,
        found: Layout,
        snapshot: Snapshot,
        view: View,
        style: Style,
        stages: tuple[str, ...],
    ) -> None:
        self._painter, self._found, self._snapshot = painter, found, snapshot
        self._view, self._style, self._stages = view, style, stages
        self._subject = classifier_of(snapshot)
        self._forward, self._errors = self._numbers()

    def _numbers(self) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray | None]]:
        snapshot, subject = self._snapshot, self._subject
        loss = chosen_loss(snapshot.state)
        value = loss_in_unit(snapshot.loss, loss, self._view.unit)
        forward = {Z: snapshot.logits, P: snapshot.probabilities, L: np.array([value])}
        errors = {
            Z: snapshot.gradient,
            P: slope_by_probabilities(snapshot),
            L: np.array([1.0]),
        }
        if subject is not None:
            forward[X] = subject.inputs[subject.chosen]
            errors[X] = by_input(subject.linear.weights, snapshot.gradient)
        return forward, errors

    def draw_still(self) -> None:
        """Draw what stays from step to step, as `still_key` says: no weight, circle and number."""
        self._painter.save()
        self._lines()
        self._headings()
        if has_legend(self._style):
            draw_legend(self._painter, self._style, self._found.rect, self._snapshot)
        self._painter.restore()

    def draw_numbers(self) -> None:
        """Draw the lines of the weights, and the circles over their ends, with their numbers."""
        self._painter.save()
        if X in self._found.circles and Z in self._stages:
            self._weights()
        for column, circles in self._found.circles.items():
            for circle in circles:
                self._circle(column, circle)
        self._painter.restore()

    def _lines(self) -> None:
        found, snapshot, style = self._found, self._snapshot, self._style
        if P in self._stages:
            for start in found.circles[Z]:
                for to in found.circles[P]:
                    own = start.number == to.number
                    color = style.theme.mute if own else style.theme.line
                    self._painter.setPen(style.pen(color, 1.6 if own else 1.0))
                    self._painter.drawLine(self._between(start, to))
        if L in self._stages:
            y = snapshot.effective_target
            largest = float(y.max()) or 1.0
            for start in found.circles[P]:
                share = float(y[start.number]) / largest
                color = style.theme.ink if share > 0.0 else style.theme.line
                self._painter.setPen(style.pen(color, 1.0 + 1.6 * share))
                self._painter.drawLine(self._between(start, found.circles[L][0]))

    def _weights(self) -> None:
        """Draw a line for each weight: as wide as it is large, and dashed below 0."""
        subject, style, found = self._subject, self._style, self._found
        if subject is None:
            return
        with np.errstate(all="ignore"):
            # The wider of two lines adds more to its logit, or takes more away.
            terms = np.abs(subject.linear.weights * subject.inputs[subject.chosen])
        shown = terms[
            np.ix_(classes_shown(self._snapshot), [one.number for one in found.circles[X]])
        ]
        largest = float(shown.max(initial=0.0))
        lit = self._view.highlight
        for start in found.circles[X]:
            for to in found.circles[Z]:
                weight = float(subject.linear.weights[to.number, start.number])
                term = float(terms[to.number, start.number])
                share = term / largest if 0.0 < largest < math.inf else 0.0
                if isinstance(lit, FlowMark) and lit.part == "w":
                    is_lit = (lit.k, lit.d) == (to.number, start.number)
                else:
                    is_lit = self._is_lit(to) and self._is_lit(start)
                number = self._snapshot.state.color_of(to.number)
                own = style.theme if is_lit else style.faint.theme
                width = round(_THINNEST + (_WIDEST - _THINNEST) * share, 1)
                pen = QPen(style.pen(own.class_color(number), width))  # wide enough for a room
                if weight < 0.0:
                    pen.setDashPattern([max(9.0 / width, 2.0), max(5.0 / width, 1.2)])
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                self._painter.setPen(pen)
                self._painter.drawLine(self._between(start, to))

    def _between(self, start: Circle, to: Circle) -> QLineF:
        line, r = QLineF(start.at, to.at), self._found.radius
        length = max(line.length(), 1e-9)
        return QLineF(line.pointAt(r / length), line.pointAt(1.0 - r / length))

    def _is_lit(self, circle: Circle) -> bool:
        lit = self._view.highlight
        if isinstance(lit, ClassMark) and circle.column in (Z, P):
            return lit.index == circle.number
        if isinstance(lit, FlowMark) and lit.part == X and circle.column == X:
            return lit.d == circle.number
        return True

    def _circle(self, column: str, circle: Circle) -> None:
        painter, style, r = self._painter, self._style, self._found.radius
        shows = column in self._stages
        own = style if self._is_lit(circle) else style.faint
        color = own.theme.ink
        if column in (Z, P):
            color = own.theme.class_color(self._snapshot.state.color_of(circle.number))
        text, size, half = "", _NUMBER, r
        if shows:
            value = float(self._forward[column][circle.number])
            text = number(value, 3 if column in (P, L) else 2)
            text, size, wide = self._fitted(text, _NUMBER, bold=True, room=_INNER * r)
            if wide > _INNER * r:  # letters that may not shrink widen the circle
                half = wide / 2 + style.px(_SIDE)
        painter.setPen(own.pen(color if shows else style.theme.line, 2.0))
        painter.setBrush(style.color(style.theme.card))
        at = circle.at
        painter.drawRoundedRect(QRectF(at.x() - half, at.y() - r, 2 * half, 2 * r), r, r)
        if shows:
            self._write(at, text, own.theme.ink, size, bold=True)
        if self._shows_error(column):
            self._error(column, circle)

    def _shows_error(self, column: str) -> bool:
        if column == L:
            return any(stage.startswith("∂") for stage in self._stages)
        return f"∂{column}" in self._stages

    def _error(self, column: str, circle: Circle) -> None:
        errors = self._errors[column]
        if errors is None:
            return
        style, r = self._style, self._found.radius
        text = number(float(errors[circle.number]), 3, signed=column != L)
        at = circle.at + QPointF(0.0, r + style.px(10))
        text, size, _ = self._fitted(text, _ERROR, bold=False, room=3.4 * r)
        self._write(at, text, style.theme.accent, size, bold=False)

    def _fitted(
        self, text: str, size: float, *, bold: bool, room: float
    ) -> tuple[str, float, float]:
        """Return `text`, its size in em and its width in pixels, smaller or shorter to fit."""
        style = self._style
        wide = style.ruler(size, bold=bold).width(text)
        if wide > room:
            size = max(round(size * room / wide, 2), 0.6)
            wide = style.ruler(size, bold=bold).width(text)
            if wide > room:
                text = _shorter(text)
                wide = style.ruler(size, bold=bold).width(text)
        return text, size, wide

    def _write(self, at: QPointF, text: str, color: str, size: float, *, bold: bool) -> None:
        style, painter = self._style, self._painter
        ruler = style.ruler(size, bold=bold)
        painter.setFont(style.font(size, bold=bold, number=True))
        painter.setPen(style.color(color))
        painter.drawText(QPointF(at.x() - ruler.width(text) / 2, at.y() + ruler.rise), text)

    def _headings(self) -> None:
        style, painter = self._style, self._painter
        is_softmax = self._snapshot.probabilities is self._snapshot.softmax
        over = "z" if self._snapshot.state.temperature == 1.0 else "z/T"
        is_bent = self._subject is not None and bool(self._subject.features)
        inputs = "f(x)" if is_bent else "x"
        names = {
            X: inputs,
            Z: f"z = W {inputs} + b" if self._subject is not None else "z",
            P: f"p = softmax {over}" if is_softmax else f"p̂ = entmax {over}",
            L: "L",
        }
        painter.setFont(fonts.math_font(style.math_em))
        painter.setPen(style.color(style.theme.ink))
        top, columns = self._found.rect.top() + style.px(12), self._found.columns
        metrics = painter.fontMetrics()
        wides = [metrics.horizontalAdvance(fonts.formula(names[one])) for one in columns]
        step = (columns[L] - columns[Z]) / (len(columns) - (2 if X in columns else 1))
        short = any((a + b) / 2 + style.px(10) > step for a, b in pairwise(wides))
        for column, x in columns.items():
            drawn = fonts.formula(names[column].partition(" ")[0] if short else names[column])
            wide = metrics.horizontalAdvance(drawn) + style.px(4)
            left = min(
                max(x - wide / 2, self._found.rect.left() + 2), self._found.rect.right() - wide - 2
            )
            painter.drawText(QRectF(left, top, wide, style.px(22)), _CENTER, drawn)


def _shorter(text: str) -> str:
    """Return a number with fewer digits: "−1.23e45" as "−1e45"."""
    if "e" in text:
        mantissa, _, power = text.partition("e")
        return f"{mantissa.partition('.')[0]}e{power}"
    return text[:7]
