"""What can be taken hold of in the input space: points, boundaries and their ends, means of classes."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.classifier.bent import Bent
from xentgui.model.mark import Mark
from xentgui.model.naming import name_of
from xentgui.model.subjects import Edit
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.boundary_mark import BoundaryHold, BoundaryMark, nudged_boundary
from xentgui.panels.input_space_boundaries import (
    LINE,
    boundaries_in,
    boundary_at,
    boundary_of,
    hold_place,
    line_of,
)
from xentgui.panels.input_space_boundaries import REACH as BOUNDARY_REACH
from xentgui.panels.input_space_choices import (
    BOUNDARIES,
    Axes,
    axes_of,
    needed,
    plane_subject,
    shown_in,
)
from xentgui.panels.input_space_curves import curve_at, curve_of, curves_in, draw_curve, nearest_of
from xentgui.panels.input_space_edits import (
    add_point,
    captions_of,
    mean_of,
    new_class,
    numbers_of,
    remove_point,
    typed,
)
from xentgui.panels.input_space_points import (
    inside,
    places_in,
)
from xentgui.panels.input_space_regions import (
    plane_of,
)
from xentgui.panels.later import InputSpacePanel
from xentgui.panels.marked_panel import REACH, Hold, Way, beside_in
from xentgui.panels.mean_mark import MeanHold, MeanMark, means_in, set_mean
from xentgui.panels.plane_mark import nearest_place
from xentgui.panels.point_mark import (
    PointHold,
    PointMark,
    choose,
    input_step,
    nudged_point,
    place_in,
)

_MOVE = QT_TRANSLATE_NOOP("panels", "Drag Point {number}")
_CHOOSE = QT_TRANSLATE_NOOP("panels", "Choose Point {number}")
_SHIFT = QT_TRANSLATE_NOOP("panels", "Shift Boundary of {one} and {other}")
_MEAN = QT_TRANSLATE_NOOP("panels", "Drag Mean of {label}")
_TURN = QT_TRANSLATE_NOOP("panels", "Turn Boundary of {one} and {other}")


class InputSpaceMarks(InputSpacePanel):
    """The marks of the input space, and what pointer and keys do to them."""

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the mean or the nearest point within reach, or else a boundary or its end."""
        subject = plane_subject(snapshot)
        if subject is None:
            return None
        axes = axes_of(subject, view)
        means = means_in(subject, view)
        if means is not None and frame.rect.contains(point):
            x, y = frame.x(means[:, axes.across]), frame.y(means[:, axes.up])
            near = np.hypot(x - point.x(), y - point.y())
            if near.min() <= frame.style.px(REACH):
                return MeanMark(int(near.argmin()))
        places = places_in(frame, subject, axes)
        with np.errstate(all="ignore"):
            away = np.hypot(places[:, 0] - point.x(), places[:, 1] - point.y())
        away[~inside(frame, places)] = math.inf
        away[subject.chosen] -= 1.0  # of two in one place, the one that is on top
        nearest = int(away.argmin())
        if away[nearest] <= frame.style.px(REACH):
            return PointMark(nearest)
        if BOUNDARIES not in shown_in(view) or not frame.rect.contains(point):
            return None
        plane = plane_of(subject, axes)
        if isinstance(plane, Bent):
            curves = curves_in(plane, frame.ranges)
            curve = curve_at(frame, curves, point, frame.style.px(BOUNDARY_REACH))
            return None if curve is None else BoundaryMark(curve.first, curve.second)
        taken = boundary_at(frame, boundaries_in(plane, frame.ranges), point)
        return None if taken is None else BoundaryMark(taken[0].first, taken[0].second, taken[1])

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the chosen point, and then the boundaries and the means."""
        subject = plane_subject(snapshot)
        if subject is None:
            return None
        axes = axes_of(subject, view)
        plane, ranges = plane_of(subject, axes), self.home(snapshot, view).limited()
        order: list[Mark] = [PointMark(subject.chosen)]
        order += [BoundaryMark(one.first, one.second) for one in boundaries_in(plane, ranges)]
        if isinstance(plane, Bent):
            order += [BoundaryMark(one.first, one.second) for one in curves_in(plane, ranges)]
        if means_in(subject, view) is not None:
            order += [MeanMark(k) for k in range(len(subject.labels))]
        if isinstance(mark, BoundaryMark):
            mark = BoundaryMark(mark.first, mark.second)
        return beside_in(order, mark, way)

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return what a press would take."""
        return self.mark_at(frame, snapshot, view, point)

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of a point, or of the part of a boundary."""
        subject = needed(snapshot)
        axes = axes_of(subject, view)
        if isinstance(mark, BoundaryMark):
            return _hold_place(mark, frame, subject, axes)
        if isinstance(mark, MeanMark):
            mean = mean_of(subject, view, mark)
            return nearest_place(frame, float(mean[axes.across]), float(mean[axes.up]))
        if not isinstance(mark, PointMark):
            raise TypeError(f"an input space has no {mark!r}")
        row = subject.points[min(mark.number, len(subject.points) - 1)]
        return nearest_place(frame, float(row[axes.across]), float(row[axes.up]))

    def held_at(
        self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> QPointF:
        """Return the place of a mark that goes along; of a boundary that bends, the nearest one."""
        subject = plane_subject(snapshot)
        if subject is not None and isinstance(mark, BoundaryMark):
            plane = plane_of(subject, axes_of(subject, view))
            curve = curve_of(mark.pair, plane, frame.ranges)
            if curve is not None:
                return nearest_of(frame, curve, point)
        return super().held_at(mark, frame, snapshot, view, point)

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the surroundings of a point."""
        if plane_subject(snapshot) is None or not isinstance(mark, PointMark):
            return None
        at, half = self.locate(mark, frame, snapshot, view), frame.style.px(2 * REACH)
        return QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)

    def paint_pointed(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, mark: Mark
    ) -> None:
        """Paint what a press would take: a ring, or the whole boundary."""
        subject = plane_subject(snapshot)
        if subject is None:
            return
        if isinstance(mark, BoundaryMark) and mark.part == LINE:
            plane = plane_of(subject, axes_of(subject, view))
            painter.setPen(frame.style.pen(frame.style.theme.accent, 3.6))
            curve = curve_of(mark.pair, plane, frame.ranges)
            boundary = boundary_of(mark.pair, boundaries_in(plane, frame.ranges))
            if curve is not None:
                draw_curve(painter, frame, curve)
            elif boundary is not None:
                painter.drawLine(line_of(frame, boundary))
            return
        super().paint_pointed(painter, frame, snapshot, view, mark)

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move."""
        if isinstance(mark, BoundaryMark):
            labels = snapshot.state.labels
            one, other = name_of(labels, mark.first), name_of(labels, mark.second)
            text = _SHIFT if mark.part == LINE else _TURN
            return translate("panels", text).format(one=one, other=other)
        if isinstance(mark, MeanMark):
            label = name_of(snapshot.state.names, mark.index)
            return translate("panels", _MEAN).format(label=label)
        assert isinstance(mark, PointMark)
        return translate("panels", _MOVE).format(number=mark.number + 1)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin a drag."""
        subject = needed(snapshot)
        axes = axes_of(subject, view)
        if isinstance(mark, PointMark):
            return PointHold(mark, axes, subject)
        if isinstance(mark, MeanMark):
            return MeanHold(mark, axes, subject, mean_of(subject, view, mark))
        assert isinstance(mark, BoundaryMark)
        return BoundaryHold(mark, axes, subject)

    def pressed(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[Edit, str] | None:
        """Choose the point that is pressed."""
        subject = plane_subject(snapshot)
        if subject is None or not isinstance(mark, PointMark) or mark.number == subject.chosen:
            return None
        return choose(mark), translate("panels", _CHOOSE).format(number=mark.number + 1)

    def clicked(
        self,
        frame: Frame,
        snapshot: Snapshot,
        view: View,
        point: QPointF,
        tool: int | None,
        *,
        painting: bool = False,
    ) -> tuple[Edit, str] | None:
        """Add a point where there is none, of the class `tool`, or of that of the chosen one."""
        subject = plane_subject(snapshot)
        if subject is None or not frame.rect.contains(point):
            return None
        values, axes = place_in(frame, point), axes_of(subject, view)
        if painting:
            return add_point(subject, axes, values, new_class(subject, tool), chosen=False)
        return add_point(subject, axes, values, new_class(subject, tool))

    def removed(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[Edit, str] | None:
        """Remove a point."""
        subject = plane_subject(snapshot)
        if subject is None or not isinstance(mark, PointMark):
            return None
        return remove_point(min(mark.number, len(subject.points) - 1))

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for a key in any of four directions; an end of a boundary has none."""
        subject = needed(snapshot)
        axes = axes_of(subject, view)
        if isinstance(mark, PointMark):
            return nudged_point(mark, axes, subject, way, size)
        if isinstance(mark, MeanMark):
            mean = mean_of(subject, view, mark)
            across = float(mean[axes.across]) + way[0] * size * input_step(subject, axes.across)
            up = float(mean[axes.up]) + way[1] * size * input_step(subject, axes.up)
            return set_mean(mark, axes, (across, up), mean)
        assert isinstance(mark, BoundaryMark)
        plane, ranges = plane_of(subject, axes), self.home(snapshot, view).limited()
        curve = curve_of(mark.pair, plane, ranges)
        boundary = boundary_of(mark.pair, boundaries_in(plane, ranges))
        if mark.part != LINE:
            return None
        if curve is not None:
            x, y = curve.middle
        elif boundary is not None:
            x, y = ((boundary.start + boundary.end) / 2).tolist()
        else:
            return None
        by = (
            way[0] * size * input_step(subject, axes.across),
            way[1] * size * input_step(subject, axes.up),
        )
        return nudged_boundary(mark, axes, subject, (x, y), by)

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the symbols of the two inputs, or of the difference of two biases."""
        return captions_of(mark)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the two inputs of a point, or the difference of two biases."""
        return numbers_of(mark, needed(snapshot), view)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for typed numbers."""
        return typed(mark, view, values)


def _hold_place(mark: BoundaryMark, frame: Frame, subject: Classifier, axes: Axes) -> QPointF:
    """Return where a boundary is taken hold of; the middle of the plot if it cannot be seen."""
    plane = plane_of(subject, axes)
    curve = curve_of(mark.pair, plane, frame.ranges)
    if curve is not None:
        return nearest_place(frame, *curve.middle)
    boundary = boundary_of(mark.pair, boundaries_in(plane, frame.ranges))
    return frame.rect.center() if boundary is None else hold_place(frame, boundary, mark.part)
