"""Points with one input: p of each class along it as a curve, and each point at the p of its class.

Where there is no activation, the outputs are drawn in place of p: straight lines, which leave [0, 1].
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.mark import Mark
from xentgui.model.naming import name_of
from xentgui.model.rows import Array
from xentgui.model.softmax import softmax_rows
from xentgui.model.subjects import Edit, classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier, with_point
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis, draw_x_name, draw_y_axis
from xentgui.painting.point_shapes import draw_point_shape, draw_point_shapes, draw_rings
from xentgui.painting.qt_arrays import polygon
from xentgui.painting.ticks import snapped
from xentgui.panels.axis_limits import span
from xentgui.panels.input_line_boundaries import PLACES, draw_line_boundaries, scores_at
from xentgui.panels.input_space_points import draw_chosen, wrong_in

_MOST_CURVES = 40
_ROOM = 0.08
_MOST_SHAPES = 4000  # points; of more, so many are drawn
_P = QT_TRANSLATE_NOOP("panels", "p of the class")
_OUTPUT = QT_TRANSLATE_NOOP("panels", "output f(x), without softmax")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class LinePointMark(Mark):
    """A point with one input, by its number, from 0."""

    number: int


class LinePointHold:
    """A point while it is dragged along its input."""

    def __init__(self, number: int, start: Classifier) -> None:
        self._number, self._start = number, start.points[number]

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit for the x of `point`; with Alt it is not rounded."""
        r = frame.ranges
        x = min(max(frame.x_value(point.x()), r.left), r.right)
        if not modifiers & Qt.KeyboardModifier.AltModifier:
            x = snapped(x, r.left, r.right, frame.rect.width())
        return set_input(self._number, x)

    def put_back(self) -> Edit:
        """Return the edit that restores the input."""
        number, start = self._number, self._start
        return OnClassifier(lambda subject: with_point(subject, number, start))


def set_input(number: int, x: float) -> Edit:
    """Return the edit that sets the only input of a point."""
    return OnClassifier(lambda subject: with_point(subject, number, [x]))


def line_subject(snapshot: Snapshot) -> Classifier | None:
    """Return the classifier, if its points have one input."""
    subject = classifier_of(snapshot)
    return subject if subject is not None and len(subject.input_names) == 1 else None


@np.errstate(all="ignore")
def heights(subject: Classifier, snapshot: Snapshot, x: Array) -> Array:
    """Return p, or the output without activation, of each class at `x`, shape (len(x), K)."""
    z = scores_at(subject, x)
    if subject.way == "linear":
        return z
    loss, state = chosen_loss(snapshot.state), snapshot.state
    soft = loss.predicted(softmax_rows(z, state.temperature), loss.parameters_in(state))
    return soft.probabilities


def places_on(frame: Frame, snapshot: Snapshot, subject: Classifier) -> Array:
    """Return where each point is in pixels, shape (N, 2): at the height of its class."""
    at = heights(subject, snapshot, subject.points[:, 0])
    own = np.take_along_axis(at, np.maximum(subject.classes, 0)[:, None], axis=1)[:, 0]
    return np.stack([frame.x(subject.points[:, 0]), frame.y(own)], axis=1)


def home_of(snapshot: Snapshot, subject: Classifier) -> Ranges:
    """Return ranges with all points and 0 … 1; without activation with all outputs."""
    low, high = span(subject.points[:, 0])
    room = _ROOM * (high - low) or max(0.5 * abs(low), 1.0)
    bottom, top = 0.0, 1.0
    if subject.way == "linear":
        ends = span(heights(subject, snapshot, np.array([low, high])).ravel())
        bottom, top = min(0.0, ends[0]), max(1.0, ends[1])
    edge = 0.04 * (top - bottom)
    return Ranges(low - room, high + room, bottom - edge, top + edge)


def paint_line_axes(painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
    """Paint the axes with the name of the input."""
    subject = line_subject(snapshot)
    assert subject is not None
    draw_y_axis(painter, frame)
    draw_x_axis(painter, frame)
    style = frame.style
    draw_x_name(painter, frame, name_of(subject.input_names, 0), frame.rect.bottom() + style.px(21))
    words = translate("panels", _OUTPUT if subject.way == "linear" else _P)
    left = frame.outer.left() + style.px(8)
    box = QRectF(left, frame.rect.top() - style.px(22), frame.rect.right() - left, style.px(18))
    painter.setFont(style.font(0.92))
    painter.setPen(style.color(style.theme.mute))
    painter.drawText(box, _LEFT, words)


def paint_line(
    painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, lit: np.ndarray | None
) -> None:
    """Paint the curves, the boundaries between them, and the points."""
    subject = line_subject(snapshot)
    assert subject is not None
    style, theme, state = frame.style, frame.style.theme, snapshot.state
    x = np.linspace(frame.ranges.left, frame.ranges.right, PLACES)
    at = heights(subject, snapshot, x)
    painter.save()
    painter.setClipRect(frame.rect.adjusted(-1, -1, 1, 1))
    if subject.way == "linear":
        painter.setPen(style.pen(theme.mute, 1.0, (4.0, 3.0)))
        for value in (0.0, 1.0):
            painter.drawLine(
                QLineF(frame.rect.left(), frame.y(value), frame.rect.right(), frame.y(value))
            )
    draw_line_boundaries(painter, frame, subject)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for k in np.argsort(-at.max(axis=0), kind="stable")[:_MOST_CURVES].tolist():
        kind = style if view.highlighted_class in (None, k) else style.faint
        painter.setPen(kind.pen(kind.theme.class_color(state.color_of(k)), 2.0))
        painter.drawPolyline(polygon(np.stack([frame.x(x), frame.y(at[:, k])], axis=1)))
    places = places_on(frame, snapshot, subject)
    rows = np.flatnonzero(np.arange(len(places)) != subject.chosen)
    rows = rows[:: max(1, len(rows) // _MOST_SHAPES)]
    numbers = state.colors_of(np.maximum(subject.classes, 0))
    is_lit = np.ones(len(places), bool) if lit is None else lit
    for kind, which in ((style.faint, rows[~is_lit[rows]]), (style, rows[is_lit[rows]])):
        if which.size:
            small = len(places) > 300
            draw_point_shapes(painter, kind, places[which], numbers[which], small=small)
    draw_rings(painter, style, places[rows[wrong_in(subject)[rows]]])
    painter.restore()
    _name_curves(painter, frame, snapshot, at)
    draw_chosen(painter, frame, snapshot, subject, QPointF(*places[subject.chosen].tolist()))


def _name_curves(painter: QPainter, frame: Frame, snapshot: Snapshot, at: Array) -> None:
    """Write the name of each class where it leads the most."""
    style, state = frame.style, snapshot.state
    painter.setFont(style.font(bold=True))
    metrics, high = style.metrics(bold=True), style.px(18)
    taken: list[QRectF] = []
    best = at.argmax(axis=1)
    for k in range(min(at.shape[1], _MOST_CURVES)):
        where = np.flatnonzero(best == k)
        if not where.size:
            continue
        middle = float(where[len(where) // 2]) / (PLACES - 1)
        text = metrics.elidedText(
            name_of(state.names, k), Qt.TextElideMode.ElideRight, style.px(110)
        )
        box = QRectF(0, 0, metrics.horizontalAdvance(text) + style.px(22), high)
        box.moveCenter(
            QPointF(frame.rect.left() + middle * frame.rect.width(), frame.rect.center().y())
        )
        box.moveLeft(min(max(box.left(), frame.rect.left()), frame.rect.right() - box.width()))
        if any(box.intersects(other) for other in taken):
            continue
        taken.append(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color(style.theme.card, 0.7))
        painter.drawRoundedRect(box, style.px(3), style.px(3))
        sign = QPointF(box.left() + style.px(10), box.center().y())
        draw_point_shape(painter, style, sign, state.color_of(k))
        painter.setPen(style.color(style.theme.ink))
        painter.drawText(box.adjusted(style.px(19), 0, 0, 0), _LEFT, text)
