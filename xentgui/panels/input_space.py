"""The input space: points, and the regions into which a classifier divides their plane."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.naming import name_of
from xentgui.model.settings_of_state import values_of
from xentgui.model.subjects import Classifier, Edit, classifier_of
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis, draw_y_axis
from xentgui.panels.boundary_mark import BoundaryHold, BoundaryMark, nudged_boundary
from xentgui.panels.boundary_mark import with_offset as with_boundary_offset
from xentgui.panels.choice import Choice
from xentgui.panels.input_space_boundaries import (
    LINE,
    boundaries_in,
    boundary_at,
    boundary_of,
    draw_bent,
    draw_boundaries,
    draw_zero_lines,
    hold_place,
    line_of,
)
from xentgui.panels.input_space_choices import (
    ARROW,
    BOUNDARIES,
    CONTOURS,
    GHOSTS,
    MEANS,
    NAMES,
    WRONG,
    ZERO_LINES,
    Axes,
    axes_of,
    input_space_choices,
    shading_in,
    shown_in,
)
from xentgui.panels.input_space_edits import add_point, new_class, remove_point
from xentgui.panels.input_space_ghosts import draw_gaussians, draw_ghosts
from xentgui.panels.input_space_points import (
    arrow_of,
    draw_arrow,
    draw_chosen,
    draw_points,
    inside,
    places_in,
)
from xentgui.panels.input_space_regions import (
    draw_contours,
    draw_names,
    draw_shading,
    names_at_edge,
    plane_of,
)
from xentgui.panels.input_space_words import points_in_words, reading_of
from xentgui.panels.kept import Same
from xentgui.panels.landscape_marks import draw_sentence
from xentgui.panels.later import InputSpacePanel
from xentgui.panels.marks import Hold, ReadOut, Way
from xentgui.panels.plane_mark import nearest_place
from xentgui.panels.plot_panel import REACH, Zoom, span
from xentgui.panels.point_mark import (
    PointHold,
    PointMark,
    choose,
    input_step,
    nudged_point,
    place_in,
    set_inputs,
)
from xentgui.panels.points_mark import lit_points

_ROOM = 0.08  # of an axis, beyond the outermost points
_NOBODY = Ranges(0.0, 1.0, 0.0, 1.0)
_AXIS = 0.92  # em
_LINE = 18.0  # design pixels: the height of a name of an axis
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_NO_POINTS = QT_TRANSLATE_NOOP(
    "panels",
    "These logits follow from no input. “Penguins” among the examples opens points, and what a "
    "classifier makes of them.",
)
_ONE_INPUT = QT_TRANSLATE_NOOP("panels", "A plane needs two inputs, and these points have one.")
_MOVE = QT_TRANSLATE_NOOP("panels", "Drag Point {number}")
_CHOOSE = QT_TRANSLATE_NOOP("panels", "Choose Point {number}")
_SHIFT = QT_TRANSLATE_NOOP("panels", "Shift Boundary of {one} and {other}")
_TURN = QT_TRANSLATE_NOOP("panels", "Turn Boundary of {one} and {other}")


class InputSpace(InputSpacePanel):
    """Shades, contours, boundaries, points, and the arrow along which the error pulls."""

    zoom = Zoom(across=1e-3, up=1e-3)
    measured = "left bottom"
    axes_take_long = True

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return the two inputs, the shading, and what is drawn."""
        return input_space_choices(snapshot)

    def margins(self, view: View) -> QMarginsF:
        """Return the room for the numbers of the axes, and their names."""
        return QMarginsF(46, 26, 16, 44)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return ranges with all points, and some room about them."""
        subject = _plane_subject(snapshot)
        if subject is None:
            return _NOBODY
        axes = axes_of(subject, view)
        across, up = (_with_room(*span(subject.points[:, d])) for d in axes)
        return Ranges(*across, *up)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the shading; it stays while a point moves."""
        subject = _plane_subject(snapshot)
        if subject is None:
            return reason_for_none(snapshot)
        axes, state = axes_of(subject, view), snapshot.state
        linear = plane_of(subject, axes)
        names = (subject.input_names[d] for d in axes)
        return (
            *(Same(linear.weights), Same(linear.bias), values_of(state)),
            *(state.labels, state.colors),
            *(*names, shading_in(view), shown_in(view)),
        )

    def axes_in_step(self, snapshot: Snapshot, view: View) -> object:
        """Return the names of the axes."""
        subject = _plane_subject(snapshot)
        return None if subject is None else (subject.input_names, axes_of(subject, view))

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint axes, shades and contours."""
        subject = _plane_subject(snapshot)
        if subject is None:
            return
        axes, shown, state = axes_of(subject, view), shown_in(view), snapshot.state
        linear = plane_of(subject, axes)
        draw_y_axis(painter, frame)
        draw_x_axis(painter, frame)
        self._name_axes(painter, frame, subject, axes)
        painter.save()
        painter.setClipRect(frame.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        draw_shading(painter, frame, linear, state, shading_in(view))
        if CONTOURS in shown:
            draw_contours(painter, frame, linear, state)
        if ZERO_LINES in shown:
            draw_zero_lines(painter, frame, linear, state)
        painter.restore()

    def _name_axes(self, painter: QPainter, frame: Frame, subject: Classifier, axes: Axes) -> None:
        style, rect = frame.style, frame.rect
        metrics, high = style.metrics(_AXIS), style.px(_LINE)
        left, top = frame.outer.left() + style.px(8), rect.top() - style.px(4) - high
        above = QRectF(left, top, rect.right() - left, high)
        below = QRectF(rect.left(), rect.bottom() + style.px(21), rect.width(), high)
        painter.setFont(style.font(_AXIS))
        painter.setPen(style.color(style.theme.mute))
        for d, box, align in (
            (axes.up, above, _LEFT),
            (axes.across, below, Qt.AlignmentFlag.AlignCenter),
        ):
            name = metrics.elidedText(
                name_of(subject.input_names, d), Qt.TextElideMode.ElideRight, box.width()
            )
            painter.drawText(box, align, name)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint boundaries, names, points, and the chosen point with its arrow."""
        subject = _plane_subject(snapshot)
        if subject is None:
            draw_sentence(painter, frame, reason_for_none(snapshot), is_low=False)
            return
        axes, shown, lit = axes_of(subject, view), shown_in(view), view.highlighted_class
        linear = plane_of(subject, axes)
        painter.save()
        painter.setClipRect(frame.rect.adjusted(-1, -1, 1, 1))
        if BOUNDARIES in shown:
            draw_boundaries(painter, frame, boundaries_in(linear, frame.ranges), lit)
            draw_bent(painter, frame, linear, lit)
        draw_points(
            painter,
            frame,
            snapshot,
            subject,
            axes,
            rings=WRONG in shown,
            lit=lit_points(subject, view),
        )
        if GHOSTS in shown:
            draw_ghosts(painter, frame, subject, axes)
        if MEANS in shown or subject.way == "lda":
            draw_gaussians(painter, frame, subject, axes)
        if NAMES in shown:
            draw_names(painter, frame, names_at_edge(frame, linear, snapshot.state), snapshot.state)
        painter.restore()
        at = self.locate(PointMark(subject.chosen), frame, snapshot, view)
        if ARROW in shown:
            arrow = arrow_of(frame, snapshot, subject, axes)
            draw_arrow(painter, frame, at, arrow, named=view.values)
        draw_chosen(painter, frame, snapshot, subject, at)
        mark = view.highlight
        if isinstance(mark, PointMark) and mark.number != subject.chosen:
            self.paint_pointed(painter, frame, snapshot, view, mark)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return how many points there are, how many are wrong, and the chosen one."""
        subject = _plane_subject(snapshot)
        if subject is None:
            return reason_for_none(snapshot)
        return points_in_words(snapshot, subject)

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return the inputs, the class and the prediction of a point, or the equation of a line."""
        subject = _plane_subject(snapshot)
        if subject is not None and isinstance(mark, PointMark | BoundaryMark):
            return reading_of(mark, snapshot, subject, view)
        return super().read_out(mark, snapshot, view)

    # Marks

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the nearest point within reach, or else a boundary or its end."""
        subject = _plane_subject(snapshot)
        if subject is None:
            return None
        axes = axes_of(subject, view)
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
        found = boundaries_in(plane_of(subject, axes), frame.ranges)
        taken = boundary_at(frame, found, point)
        return None if taken is None else BoundaryMark(taken[0].first, taken[0].second, taken[1])

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the chosen point, and then the boundaries."""
        subject = _plane_subject(snapshot)
        if subject is None:
            return None
        axes = axes_of(subject, view)
        found = boundaries_in(plane_of(subject, axes), self.home(snapshot, view).limited())
        order: list[Mark] = [PointMark(subject.chosen)]
        order += [BoundaryMark(one.first, one.second) for one in found]
        if mark is None:
            return order[-1 if way is Way.PREVIOUS else 0]
        if isinstance(mark, BoundaryMark):
            mark = BoundaryMark(mark.first, mark.second)
        at = order.index(mark) if mark in order else 0
        steps = {Way.NEXT: at + 1, Way.RIGHT: at + 1, Way.PREVIOUS: at - 1, Way.LEFT: at - 1}
        to = steps.get(way, 0 if way is Way.FIRST else len(order) - 1)
        return order[to] if 0 <= to < len(order) else None

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return what a press would take."""
        return self.mark_at(frame, snapshot, view, point)

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of a point, or of the part of a boundary."""
        subject = _needed(snapshot)
        axes = axes_of(subject, view)
        if isinstance(mark, BoundaryMark):
            found = boundaries_in(plane_of(subject, axes), frame.ranges)
            boundary = boundary_of(mark.pair, found)
            return (
                frame.rect.center() if boundary is None else hold_place(frame, boundary, mark.part)
            )
        if not isinstance(mark, PointMark):
            raise TypeError(f"an input space has no {mark!r}")
        row = subject.points[min(mark.number, len(subject.points) - 1)]
        return nearest_place(frame, float(row[axes.across]), float(row[axes.up]))

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the surroundings of a point."""
        if _plane_subject(snapshot) is None or not isinstance(mark, PointMark):
            return None
        at, half = self.locate(mark, frame, snapshot, view), frame.style.px(2 * REACH)
        return QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)

    def paint_pointed(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, mark: Mark
    ) -> None:
        """Paint what a press would take: a ring, or the whole boundary."""
        subject = _plane_subject(snapshot)
        if subject is None:
            return
        if isinstance(mark, BoundaryMark) and mark.part == LINE:
            linear = plane_of(subject, axes_of(subject, view))
            boundary = boundary_of(mark.pair, boundaries_in(linear, frame.ranges))
            if boundary is not None:
                painter.setPen(frame.style.pen(frame.style.theme.accent, 3.6))
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
        assert isinstance(mark, PointMark)
        return translate("panels", _MOVE).format(number=mark.number + 1)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin a drag."""
        subject = _needed(snapshot)
        axes = axes_of(subject, view)
        if isinstance(mark, PointMark):
            return PointHold(mark, axes, subject)
        assert isinstance(mark, BoundaryMark)
        return BoundaryHold(mark, axes, subject)

    def pressed(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[Edit, str] | None:
        """Choose the point that is pressed."""
        subject = _plane_subject(snapshot)
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
        subject = _plane_subject(snapshot)
        if subject is None or not frame.rect.contains(point):
            return None
        values, axes = place_in(frame, point), axes_of(subject, view)
        if painting:
            return add_point(subject, axes, values, new_class(subject, tool), chosen=False)
        return add_point(subject, axes, values, new_class(subject, tool))

    def removed(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[Edit, str] | None:
        """Remove a point."""
        subject = _plane_subject(snapshot)
        if subject is None or not isinstance(mark, PointMark):
            return None
        return remove_point(min(mark.number, len(subject.points) - 1))

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for a key in any of four directions; an end of a boundary has none."""
        subject = _needed(snapshot)
        axes = axes_of(subject, view)
        if isinstance(mark, PointMark):
            return nudged_point(mark, axes, subject, way, size)
        assert isinstance(mark, BoundaryMark)
        found = boundaries_in(plane_of(subject, axes), self.home(snapshot, view).limited())
        boundary = boundary_of(mark.pair, found)
        if boundary is None or mark.part != LINE:
            return None
        x, y = ((boundary.start + boundary.end) / 2).tolist()
        by = (
            way[0] * size * input_step(subject, axes.across),
            way[1] * size * input_step(subject, axes.up),
        )
        return nudged_boundary(mark, axes, subject, (x, y), by)

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the symbols of the two inputs, or of the difference of two biases."""
        if isinstance(mark, BoundaryMark):
            return (f"b{_digits(mark.first + 1)} − b{_digits(mark.second + 1)}",)
        return ("x (→)", "x (↑)")

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the two inputs of a point, or the difference of two biases."""
        subject = classifier_of(snapshot)
        assert subject is not None
        if isinstance(mark, BoundaryMark):
            return (float(subject.bias[mark.first] - subject.bias[mark.second]),)
        assert isinstance(mark, PointMark)
        axes = axes_of(subject, view)
        return tuple(subject.points[mark.number, [axes.across, axes.up]].tolist())

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for typed numbers."""
        if isinstance(mark, BoundaryMark):
            return with_boundary_offset(mark, values[0])
        assert isinstance(mark, PointMark)
        point, (across, up) = mark, values
        return set_inputs(point, lambda subject: axes_of(subject, view), (across, up))


def reason_for_none(snapshot: Snapshot) -> str:
    """Return why there is no plane, translated; "" if there is one."""
    subject = classifier_of(snapshot)
    if subject is None:
        return translate("panels", _NO_POINTS)
    return translate("panels", _ONE_INPUT) if len(subject.input_names) < 2 else ""


def _plane_subject(snapshot: Snapshot) -> Classifier | None:
    subject = classifier_of(snapshot)
    return subject if subject is not None and len(subject.input_names) >= 2 else None


def _needed(snapshot: Snapshot) -> Classifier:
    subject = _plane_subject(snapshot)
    if subject is None:
        raise TypeError("there is no plane of inputs")
    return subject


def _with_room(low: float, high: float) -> tuple[float, float]:
    room = _ROOM * (high - low)
    if not room > 1e-9 * max(abs(low), abs(high), 1e-90):
        room = max(0.5 * abs(low), 1.0)
    return low - room, high + room


def _digits(count: int) -> str:
    return str(count).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
