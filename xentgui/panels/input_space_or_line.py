"""The input space of any number of inputs: a plane of two, or a line of one."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.naming import name_of
from xentgui.model.rows import Array
from xentgui.model.subjects import Edit
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier, with_chosen, with_points_added
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.panels.boundary_mark import BoundaryMark
from xentgui.panels.choice import Choice
from xentgui.panels.input_line import (
    LinePointHold,
    LinePointMark,
    home_of,
    line_subject,
    paint_line,
    paint_line_axes,
    places_on,
    set_input,
)
from xentgui.panels.input_line_boundaries import (
    LineBoundaryHold,
    draw_line_boundaries,
    line_boundaries,
    mark_near,
    nudged,
    place_of,
)
from xentgui.panels.input_space import InputSpace
from xentgui.panels.input_space_edits import new_class, numbers_of, remove_point
from xentgui.panels.input_space_words import point_reading, points_in_words, reading_of
from xentgui.panels.marked_panel import REACH, Hold, Way, beside_in
from xentgui.panels.panel import ReadOut
from xentgui.panels.plot_panel import PlotPanel
from xentgui.panels.point_mark import PointMark, choose, input_step
from xentgui.panels.points_mark import lit_points

_ADD = QT_TRANSLATE_NOOP("panels", "Add Point of {label}")


class InputSpaceOrLine(InputSpace):
    """Draws points with one input on a line; all others are as in `InputSpace`."""

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return what can be chosen of a plane; nothing of a line."""
        return () if line_subject(snapshot) is not None else super().choices(snapshot)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return ranges with all points."""
        subject = line_subject(snapshot)
        return super().home(snapshot, view) if subject is None else home_of(snapshot, subject)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return what the axes depend on."""
        subject = line_subject(snapshot)
        if subject is None:
            return super().axes_key(snapshot, view)
        return subject.input_names, subject.way

    def axes_numbers(
        self, frame: Frame, snapshot: Snapshot, view: View
    ) -> tuple[Array, object] | None:
        """Return what moves the axes of a plane; those of a line move with nothing."""
        is_line = line_subject(snapshot) is not None
        return None if is_line else super().axes_numbers(frame, snapshot, view)

    def axes_in_step(self, snapshot: Snapshot, view: View) -> object:
        """Return what changes the axes without a glide."""
        subject = line_subject(snapshot)
        if subject is None:
            return super().axes_in_step(snapshot, view)
        return subject.input_names, subject.way

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the axes."""
        if line_subject(snapshot) is None:
            super().paint_axes(painter, frame, snapshot, view)
        else:
            paint_line_axes(painter, frame, snapshot, view)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the points and what a classifier makes of every place."""
        subject = line_subject(snapshot)
        if subject is None:
            super().paint_marks(painter, frame, snapshot, view)
            return
        paint_line(painter, frame, snapshot, view, lit_points(subject, view))
        mark = view.highlight
        if isinstance(mark, PointMark) and mark.number != subject.chosen:
            self.paint_pointed(painter, frame, snapshot, view, mark)

    def paint_pointed(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, mark: Mark
    ) -> None:
        """Paint what a press would take: a ring, or the whole boundary."""
        subject = line_subject(snapshot)
        if subject is None:
            super().paint_pointed(painter, frame, snapshot, view, mark)
        elif isinstance(mark, BoundaryMark):
            draw_line_boundaries(painter, frame, subject, mark)
        else:
            PlotPanel.paint_pointed(self, painter, frame, snapshot, view, mark)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return how many points there are, how many are wrong, and the chosen one."""
        subject = line_subject(snapshot)
        if subject is None:
            return super().describe(snapshot, view)
        return points_in_words(snapshot, subject)

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return the input, the class and the prediction of a point, or what makes a boundary."""
        subject = line_subject(snapshot)
        if subject is not None and isinstance(mark, BoundaryMark):
            return reading_of(mark, snapshot, subject, view)
        if subject is None or not isinstance(mark, PointMark | LinePointMark):
            return super().read_out(mark, snapshot, view)
        if mark.number >= len(subject.points):
            return None
        return point_reading(mark.number, snapshot, subject, view)

    # Marks

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the nearest point within reach, or else a boundary."""
        subject = line_subject(snapshot)
        if subject is None:
            return super().mark_at(frame, snapshot, view, point)
        places = places_on(frame, snapshot, subject)
        with np.errstate(all="ignore"):
            away = np.hypot(places[:, 0] - point.x(), places[:, 1] - point.y())
        away[subject.chosen] -= 1.0
        nearest = int(np.nan_to_num(away, nan=math.inf).argmin())
        if away[nearest] <= frame.style.px(REACH):
            return LinePointMark(nearest)
        return mark_near(frame, subject, point)

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the chosen point, and then the boundaries."""
        subject = line_subject(snapshot)
        if subject is None:
            return super().mark_beside(mark, way, snapshot, view)
        found = line_boundaries(subject, self.home(snapshot, view).limited())
        boundaries = dict.fromkeys(BoundaryMark(one.first, one.second) for one in found)
        order: list[Mark] = [LinePointMark(subject.chosen), *boundaries]
        return beside_in(order, mark, way)

    def highlight_of(self, mark: Mark) -> Mark:
        """Return the mark that other panels have of the point."""
        return PointMark(mark.number) if isinstance(mark, LinePointMark) else mark

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return what a press would take."""
        found = self.mark_at(frame, snapshot, view, point)
        return None if found is None else self.highlight_of(found)

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of a point or a boundary."""
        subject = line_subject(snapshot)
        if subject is not None and isinstance(mark, BoundaryMark):
            return place_of(mark, frame, subject)
        if subject is None or not isinstance(mark, PointMark | LinePointMark):
            return super().locate(mark, frame, snapshot, view)
        x, y = places_on(frame, snapshot, subject)[min(mark.number, len(subject.points) - 1)]
        r = frame.rect
        return QPointF(min(max(x, r.left()), r.right()), min(max(y, r.top()), r.bottom()))

    def held_at(
        self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> QPointF:
        """Return the place of a mark that goes along; of a boundary, beside the pointer."""
        subject = line_subject(snapshot)
        if subject is not None and isinstance(mark, BoundaryMark):
            return place_of(mark, frame, subject, point)
        return super().held_at(mark, frame, snapshot, view, point)

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the surroundings of a point."""
        if line_subject(snapshot) is None:
            return super().extent_of(mark, frame, snapshot, view)
        if not isinstance(mark, PointMark | LinePointMark):
            return None
        at, half = self.locate(mark, frame, snapshot, view), frame.style.px(2 * REACH)
        return QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move."""
        return super().step_name(self.highlight_of(mark), snapshot)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin a drag."""
        subject = line_subject(snapshot)
        if subject is not None and isinstance(mark, BoundaryMark):
            return LineBoundaryHold(mark, subject)
        if subject is None or not isinstance(mark, LinePointMark):
            return super().hold(mark, snapshot, view)
        return LinePointHold(mark.number, subject)

    def pressed(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[Edit, str] | None:
        """Choose the point that is pressed."""
        subject = line_subject(snapshot)
        if subject is None or not isinstance(mark, LinePointMark):
            return super().pressed(mark, snapshot, view)
        if mark.number == subject.chosen:
            return None
        words = translate("panels", "Choose Point {number}").format(number=mark.number + 1)
        return choose(PointMark(mark.number)), words

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
        """Add a point where there is none."""
        subject = line_subject(snapshot)
        if subject is None:
            return super().clicked(frame, snapshot, view, point, tool, painting=painting)
        if not frame.rect.contains(point):
            return None
        x, k = frame.x_value(point.x()), new_class(subject, tool)

        def changed(now: Classifier) -> Classifier:
            after = with_points_added(now, [[x]], np.eye(1, len(now.labels), k))
            return after if painting else with_chosen(after, len(after.points) - 1)

        text = translate("panels", _ADD).format(label=name_of(subject.labels, k))
        return OnClassifier(changed), text

    def removed(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[Edit, str] | None:
        """Remove a point."""
        subject = line_subject(snapshot)
        if subject is None or not isinstance(mark, LinePointMark):
            return super().removed(mark, snapshot, view)
        return remove_point(min(mark.number, len(subject.points) - 1))

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for an arrow to the left or right."""
        subject = line_subject(snapshot)
        if subject is None or not isinstance(mark, LinePointMark | BoundaryMark):
            return super().nudge(mark, snapshot, view, way, size)
        if not way[0]:
            return None
        by = size * input_step(subject, 0)
        if isinstance(mark, BoundaryMark):
            return nudged(mark, subject, self.home(snapshot, view).limited(), way[0] * by)
        steps = round(float(subject.points[mark.number, 0]) / by) + way[0]
        return set_input(mark.number, float(f"{steps * by:.12g}"))

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the symbol of the input."""
        return ("x",) if isinstance(mark, LinePointMark) else super().captions(mark, view)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the input of a point, or the difference of two biases."""
        subject = line_subject(snapshot)
        if subject is not None and isinstance(mark, BoundaryMark):
            return numbers_of(mark, subject, view)
        if subject is None or not isinstance(mark, LinePointMark):
            return super().numbers_of(mark, snapshot, view)
        return (float(subject.points[mark.number, 0]),)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for a typed input."""
        if isinstance(mark, LinePointMark):
            return set_input(mark.number, values[0])
        return super().typed(mark, view, values)
