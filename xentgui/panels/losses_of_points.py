"""The loss of each point, from the largest to the smallest, and their mean."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    loss_in_unit,
    loss_unit,
    number,
    translate,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.naming import name_of
from xentgui.model.rows import Array
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis, draw_y_axis
from xentgui.painting.legend import Header
from xentgui.painting.marks import draw_dot
from xentgui.painting.point_shapes import draw_point_shapes
from xentgui.painting.ticks import round_above
from xentgui.panels.axis_limits import FARTHEST, Zoom, highest, within
from xentgui.panels.kept import kept
from xentgui.panels.later_of_many import LossesOfPointsPanel
from xentgui.panels.marked_panel import REACH, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.point_mark import PointMark
from xentgui.panels.points_mark import lit_points
from xentgui.panels.points_plot import NOBODY, ChoosesPoints, no_points, say_no_points

_RANK = QT_TRANSLATE_NOOP("panels", "points, the largest loss first")
_MEAN = QT_TRANSLATE_NOOP("panels", "mean {loss}")
_POINT = QT_TRANSLATE_NOOP("panels", "Point {number}")
_MOST = 2000  # points that have a shape of their own; of more, a line is drawn
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@kept
def _order(losses: Array) -> np.ndarray:
    return np.argsort(-losses, kind="stable")


class LossesOfPoints(ChoosesPoints, LossesOfPointsPanel):
    """A shape for each point in the colour of its class; the mean is a line."""

    zoom = Zoom(across=3.0)
    measured = "left bottom"

    def margins(self, view: View) -> QMarginsF:
        """Return the room for the numbers of the axes."""
        return QMarginsF(46, 24, 16, 44)

    def header(self, view: View) -> Header:
        """Return nothing: all names stand at what they name."""
        return Header()

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return all points, from 0 to the largest loss."""
        subject = classifier_of(snapshot)
        if subject is None:
            return NOBODY
        values = _losses(snapshot, subject, view)
        top = round_above(min(max(highest(values), 1e-6), FARTHEST))
        low = min(0.0, max(float(np.nanmin(np.where(np.isfinite(values), values, 0.0))), -FARTHEST))
        return Ranges(0.5, len(values) + 0.5, low, top)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes."""
        return classifier_of(snapshot) is None

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid."""
        if classifier_of(snapshot) is not None:
            draw_y_axis(painter, frame)
            draw_x_axis(painter, frame, translate("panels", _RANK), whole=True)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the points and the mean."""
        subject = classifier_of(snapshot)
        if subject is None:
            say_no_points(painter, frame)
            return
        style, order = frame.style, _order(subject.fit.losses)
        places = _places(frame, snapshot, subject, view)[order]
        classes = np.maximum(subject.classes[order], 0)
        painter.save()
        edge = style.px(6)
        painter.setClipRect(frame.rect.adjusted(-edge, -edge, edge, edge))
        self._paint_mean(painter, frame, snapshot, subject, view)
        seen = np.flatnonzero((places[:, 0] >= frame.rect.left() - 1) & np.isfinite(places[:, 1]))
        if len(seen) > _MOST:
            seen = seen[:: math.ceil(len(seen) / _MOST)]
        among = lit_points(subject, view)
        lit = np.ones(len(seen), bool) if among is None else among[order[seen]]
        for which, own in ((seen[~lit], style.faint), (seen[lit], style)):
            if which.size:
                numbers = snapshot.state.colors_of(classes[which])
                draw_point_shapes(painter, own, places[which], numbers, small=True)
        at = self.locate(PointMark(subject.chosen), frame, snapshot, view)
        color = snapshot.state.color_of(max(int(subject.classes[subject.chosen]), 0))
        draw_dot(painter, style, at, style.theme.class_color(color), active=True)
        painter.restore()

    def _paint_mean(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, subject: Classifier, view: View
    ) -> None:
        style, loss = frame.style, chosen_loss(snapshot.state)
        mean = float(loss_in_unit(subject.fit.loss, loss, view.unit))
        if not math.isfinite(mean):
            return
        y = within(frame.y(mean), frame.rect.top(), frame.rect.bottom())
        painter.setPen(style.pen(style.theme.ink, 1.4, (5.0, 3.0)))
        painter.drawLine(QLineF(frame.rect.left(), y, frame.rect.right(), y))
        shown = f"{number(mean, 4)} {loss_unit(loss, view.unit)}".rstrip()
        words = translate("panels", _MEAN).format(loss=shown)
        width = style.metrics(0.9, bold=True).horizontalAdvance(words) + style.px(6)
        box = QRectF(frame.rect.right() - width, y - style.px(19), width, style.px(17))
        painter.setFont(style.font(0.9, bold=True))
        painter.setPen(style.color(style.theme.ink))
        painter.drawText(box, _LEFT, words)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the mean and the largest loss."""
        subject = classifier_of(snapshot)
        if subject is None:
            return no_points()
        values = _losses(snapshot, subject, view)
        worst = int(_order(subject.fit.losses)[0])
        words = translate(
            "panels", "{count} points: mean loss {mean}; the largest, {worst}, of {who}"
        )
        return words.format(
            count=len(values),
            mean=number(loss_in_unit(subject.fit.loss, chosen_loss(snapshot.state), view.unit)),
            worst=number(float(values[worst])),
            who=translate("panels", _POINT).format(number=worst + 1),
        )

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return the loss, the class and the prediction of a point."""
        subject = classifier_of(snapshot)
        if subject is None or not isinstance(mark, PointMark) or mark.number >= len(subject.points):
            return super().read_out(mark, snapshot, view)
        loss, row = chosen_loss(snapshot.state), mark.number
        value = number(float(_losses(snapshot, subject, view)[row]), 6)
        own, predicted = int(subject.classes[row]), int(subject.predictions[row])
        return ReadOut(
            translate("panels", _POINT).format(number=row + 1),
            (
                ("L", f"{value} {loss_unit(loss, view.unit)}".rstrip()),
                (translate("panels", "class"), name_of(subject.labels, own) if own >= 0 else "–"),
                (translate("panels", "predicted"), name_of(subject.labels, predicted)),
            ),
        )

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the point that is nearest, within reach."""
        subject = classifier_of(snapshot)
        if subject is None or not frame.rect.adjusted(-9, -9, 9, 9).contains(point):
            return None
        places = _places(frame, snapshot, subject, view)
        with np.errstate(all="ignore"):
            away = np.hypot(places[:, 0] - point.x(), places[:, 1] - point.y())
        away[~np.isfinite(away)] = math.inf
        nearest = int(away.argmin())
        return PointMark(nearest) if away[nearest] <= frame.style.px(REACH) else None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the chosen point, or the one with the next larger or smaller loss."""
        subject = classifier_of(snapshot)
        if subject is None or (mark is not None and way in (Way.NEXT, Way.PREVIOUS)):
            return None
        order = _order(subject.fit.losses)
        if not isinstance(mark, PointMark) or mark.number >= len(order):
            return PointMark(subject.chosen)
        at = int(np.flatnonzero(order == mark.number)[0])
        steps = {Way.LEFT: at - 1, Way.RIGHT: at + 1, Way.FIRST: 0, Way.LAST: len(order) - 1}
        return PointMark(int(order[min(max(steps.get(way, at), 0), len(order) - 1)]))

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return what a press would take."""
        return self.mark_at(frame, snapshot, view, point)

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of a point; of a class, that of its first point."""
        subject, rect = classifier_of(snapshot), frame.rect
        if subject is None:
            return rect.center()
        row = mark.number if isinstance(mark, PointMark) else subject.chosen
        if isinstance(mark, ClassMark):
            row = int((subject.classes == mark.index).argmax())
        x, y = _places(frame, snapshot, subject, view)[min(row, len(subject.points) - 1)].tolist()
        y = y if math.isfinite(y) else rect.top()
        return QPointF(within(x, rect.left(), rect.right()), within(y, rect.top(), rect.bottom()))

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the surroundings of a point."""
        at, half = self.locate(mark, frame, snapshot, view), frame.style.px(REACH)
        return QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)


def _losses(snapshot: Snapshot, subject: Classifier, view: View) -> np.ndarray:
    found: np.ndarray = loss_in_unit(subject.fit.losses, chosen_loss(snapshot.state), view.unit)
    return found


@np.errstate(all="ignore")
def _places(frame: Frame, snapshot: Snapshot, subject: Classifier, view: View) -> np.ndarray:
    """Return where each point is, in the order of the points, shape (N, 2)."""
    values = np.minimum(_losses(snapshot, subject, view), FARTHEST)
    ranks = np.empty(len(values))
    ranks[_order(subject.fit.losses)] = np.arange(1.0, len(values) + 1.0)
    return np.stack([frame.x(ranks), np.maximum(frame.y(values), frame.rect.top())], axis=1)
