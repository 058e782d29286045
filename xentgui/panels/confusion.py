"""The confusion matrix: how many points of each class are predicted as each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.naming import name_of
from xentgui.model.short_names import WHOLE, names_that_fit, short_names
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.fitting_text import fitting_size
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.signed_heat import heat
from xentgui.painting.style import Style
from xentgui.panels.axis_limits import Zoom
from xentgui.panels.later_of_many import ConfusionPanel
from xentgui.panels.marked_panel import Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.point_mark import PointMark
from xentgui.panels.points_mark import ConfusionMark
from xentgui.panels.points_plot import (
    NOBODY,
    ChoosesPoints,
    no_points,
    no_targets,
    say,
    say_no_points,
)

_MOST = 24
_TOO_MANY = QT_TRANSLATE_NOOP(
    "panels", "A matrix of {count} classes could not be read; it is drawn of up to {most}."
)
_PREDICTED = QT_TRANSLATE_NOOP("panels", "predicted as")
_CLASS = QT_TRANSLATE_NOOP("panels", "class")
_CELL = QT_TRANSLATE_NOOP("panels", "{own}, predicted as {predicted}")
_POINTS = QT_TRANSLATE_NOOP("panels", "points")
_SHARE = QT_TRANSLATE_NOOP("panels", "of this class")
_RIGHT_ONES = QT_TRANSLATE_NOOP("panels", "right")
_CENTER = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


_MANY = 60  # classes, whose cells are lower than a line


def counts_of(subject: Classifier) -> np.ndarray:
    """Return how many points of each class (row) are predicted as each (column), (K, K)."""
    count, has = len(subject.labels), subject.classes >= 0
    places = subject.classes[has] * count + subject.predictions[has]
    found: np.ndarray = np.bincount(places, minlength=count * count).reshape(count, count)
    return found


def _names_and_size(
    style: Style, labels: Sequence[str], room: float
) -> tuple[tuple[str, ...], float]:
    """Return all names and their size in em, in which each has its `room`; or they are cut."""
    classes = range(len(labels))
    if len(labels) > _MANY:
        metrics, elide = style.metrics(0.92), Qt.TextElideMode.ElideRight
        return tuple(metrics.elidedText(name_of(labels, k), elide, room) for k in classes), 0.92
    size = fitting_size(style, short_names(labels, classes, WHOLE), room, 0.92)
    metrics = style.metrics(size)
    names = names_that_fit(
        labels, classes, lambda cut: all(metrics.horizontalAdvance(one) <= room for one in cut)
    )
    return names, size


class Confusion(ChoosesPoints, ConfusionPanel):
    """A row a class; what is right is blue, and what is wrong is orange, by its share of the row."""

    zoom = Zoom()
    in_rows = True
    measured = ""

    def margins(self, view: View) -> QMarginsF:
        """Return the room for the names, and for the share that is right."""
        return QMarginsF(86, 44, 54, 12)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return a square a class."""
        if _reason(snapshot):
            return NOBODY
        count = float(len(snapshot.state.labels))
        return Ranges(0.0, count, 0.0, count)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached names."""
        return (snapshot.state.labels, bool(_reason(snapshot)))

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the names of the classes."""
        if _reason(snapshot):
            return
        style, px, rect = frame.style, frame.style.px, frame.rect
        labels, wide = snapshot.state.labels, cell_rect(frame, 0, 0).width()
        beside, beside_size = _names_and_size(style, labels, px(76))
        over, over_size = _names_and_size(style, labels, wide - px(2))
        for k in range(len(labels)):
            color = style.theme.class_color(snapshot.state.color_of(k))
            painter.setPen(style.color(color))
            cell = cell_rect(frame, k, k)
            left = QRectF(frame.outer.left() + px(6), cell.top(), px(76), cell.height())
            painter.setFont(style.font(beside_size))
            painter.drawText(left, _RIGHT, beside[k])
            above = QRectF(cell.left(), rect.top() - px(20), cell.width(), px(18))
            painter.setFont(style.font(over_size))
            painter.drawText(above, _CENTER, over[k])
        painter.setPen(style.color(style.theme.mute))
        painter.setFont(style.font(0.85))
        top = QRectF(rect.left(), frame.outer.top() + px(2), rect.width(), px(18))
        painter.drawText(top, _CENTER, translate("panels", _PREDICTED))
        corner = QRectF(frame.outer.left() + px(6), rect.top() - px(20), px(76), px(18))
        painter.drawText(corner, _RIGHT, translate("panels", _CLASS))
        after = QRectF(rect.right() + px(6), rect.top() - px(20), px(48), px(18))
        painter.drawText(after, _LEFT, translate("panels", _RIGHT_ONES))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the cells with their counts."""
        subject = classifier_of(snapshot)
        if subject is None:
            say_no_points(painter, frame)
            return
        if _reason(snapshot):
            say(painter, frame, _reason(snapshot))
            return
        style, counts = frame.style, counts_of(subject)
        totals = counts.sum(axis=1)
        gap = style.px(1.5)
        for own, row in enumerate(counts.tolist()):
            total = max(int(totals[own]), 1)
            for predicted, count in enumerate(row):
                cell = cell_rect(frame, own, predicted).adjusted(gap, gap, -gap, -gap)
                share = count / total * (1.0 if own == predicted else -1.0)
                color = heat(style.theme, share) if count else style.theme.window
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(style.color(color))
                painter.drawRoundedRect(cell, style.px(3), style.px(3))
                if cell.height() < style.px(11):
                    continue
                painter.setFont(style.font(1.0, bold=own == predicted))
                painter.setPen(style.color(style.theme.ink if count else style.theme.mute))
                painter.drawText(cell, _CENTER, str(count))
            right = QRectF(
                frame.rect.right() + style.px(6), cell.top(), style.px(48), cell.height()
            )
            if totals[own] and cell.height() >= style.px(11):
                painter.setFont(style.font(0.92))
                painter.setPen(style.color(style.theme.mute))
                painter.drawText(right, _LEFT, f"{round(100.0 * row[own] / total)} %")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        own, predicted = (
            int(subject.classes[subject.chosen]),
            int(subject.predictions[subject.chosen]),
        )
        if own >= 0:
            painter.setPen(style.pen(style.theme.accent, 2.2))
            painter.drawRoundedRect(
                cell_rect(frame, own, predicted).adjusted(gap, gap, -gap, -gap),
                *(style.px(3), style.px(3)),
            )

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the counts that are not 0."""
        subject = classifier_of(snapshot)
        if subject is None or _reason(snapshot):
            return _reason(snapshot)
        counts, words = counts_of(subject), translate("panels", _CELL)
        parts = []
        for own, predicted in np.argwhere(counts).tolist():
            names = (name_of(subject.labels, k) for k in (own, predicted))
            cell = words.format(**dict(zip(("own", "predicted"), names, strict=True)))
            parts.append(f"{cell}: {counts[own, predicted]}")
        return "; ".join(parts)

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return how many points are in a cell, and which share of their class they are."""
        subject = classifier_of(snapshot)
        if not isinstance(mark, ConfusionMark) or subject is None or not mark.is_in(snapshot.state):
            return super().read_out(mark, snapshot, view)
        counts = counts_of(subject)
        count, total = int(counts[mark.own, mark.predicted]), int(counts[mark.own].sum())
        name = translate("panels", _CELL).format(
            own=name_of(subject.labels, mark.own), predicted=name_of(subject.labels, mark.predicted)
        )
        share = number(100.0 * count / total, 1) if total else "–"
        lines = (
            (translate("panels", _POINTS), str(count)),
            (translate("panels", _SHARE), f"{share} %"),
        )
        return ReadOut(name, lines)

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the cell at `point`."""
        if _reason(snapshot) or not frame.rect.contains(point):
            return None
        count = len(snapshot.state.labels)
        column = int(frame.x_value(point.x()))
        row = int(count - frame.y_value(point.y()))
        return ConfusionMark(min(max(row, 0), count - 1), min(max(column, 0), count - 1))

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the first cell, or the one beside `mark`."""
        if _reason(snapshot):
            return None
        last = len(snapshot.state.labels) - 1
        if not isinstance(mark, ConfusionMark):
            return ConfusionMark(0, 0) if way is not Way.PREVIOUS else ConfusionMark(last, last)
        if way in (Way.NEXT, Way.PREVIOUS):
            return None
        down = {Way.UP: -1, Way.DOWN: 1}.get(way, 0)
        across = {Way.LEFT: -1, Way.RIGHT: 1}.get(way, 0)
        if way in (Way.FIRST, Way.LAST):
            return ConfusionMark(mark.own, 0 if way is Way.FIRST else last)
        return ConfusionMark(
            min(max(mark.own + down, 0), last), min(max(mark.predicted + across, 0), last)
        )

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the cell, whose points light everywhere."""
        return self.mark_at(frame, snapshot, view, point)

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the middle of a cell."""
        if isinstance(mark, ConfusionMark) and mark.is_in(snapshot.state):
            return cell_rect(frame, mark.own, mark.predicted).center()
        subject = classifier_of(snapshot)
        if (
            isinstance(mark, PointMark)
            and subject is not None
            and mark.number < len(subject.points)
        ):
            own = max(int(subject.classes[mark.number]), 0)
            return cell_rect(frame, own, int(subject.predictions[mark.number])).center()
        return frame.rect.center()

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the cell."""
        if isinstance(mark, ConfusionMark) and mark.is_in(snapshot.state):
            return cell_rect(frame, mark.own, mark.predicted)
        return None

    def paint_pointed(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, mark: Mark
    ) -> None:
        """Paint a frame around the cell."""
        self._paint_frame(painter, frame, mark, ())

    def paint_focused(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, mark: Mark
    ) -> None:
        """Paint a dashed frame around the cell."""
        self._paint_frame(painter, frame, mark, (2.0, 1.5))

    def _paint_frame(
        self, painter: QPainter, frame: Frame, mark: Mark, dashes: tuple[float, ...]
    ) -> None:
        if isinstance(mark, ConfusionMark):
            painter.setPen(frame.style.pen(frame.style.theme.accent, 2.0, dashes))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell_rect(frame, mark.own, mark.predicted))


def cell_rect(frame: Frame, own: int, predicted: int) -> QRectF:
    """Return where a cell is."""
    top = frame.y(frame.ranges.top - own)
    left = frame.x(float(predicted))
    return QRectF(left, top, abs(frame.slot), abs(frame.lift))


def _reason(snapshot: Snapshot) -> str:
    """Return why there is no matrix, translated; "" if there is one."""
    subject = classifier_of(snapshot)
    if subject is None:
        return no_points()
    if not (subject.classes >= 0).any():
        return no_targets()
    count = len(snapshot.state.labels)
    return translate("panels", _TOO_MANY).format(count=count, most=_MOST) if count > _MOST else ""
