"""The input space: points, and the regions into which a classifier divides their plane."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.classifier.bent import Bent
from xentgui.model.classifier.linear import Linear
from xentgui.model.mark import Mark
from xentgui.model.naming import name_of
from xentgui.model.rows import Array
from xentgui.model.settings_of_state import values_of
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis, draw_y_axis
from xentgui.panels.axis_limits import Zoom, span
from xentgui.panels.boundary_mark import BoundaryMark
from xentgui.panels.choice import Choice
from xentgui.panels.input_space_boundaries import (
    boundaries_in,
    draw_boundaries,
    draw_zero_lines,
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
    plane_subject,
    shading_in,
    shown_in,
)
from xentgui.panels.input_space_curves import draw_curves
from xentgui.panels.input_space_ghosts import draw_gaussians, draw_ghosts
from xentgui.panels.input_space_marks import InputSpaceMarks
from xentgui.panels.input_space_points import (
    arrow_of,
    draw_arrow,
    draw_chosen,
    draw_points,
)
from xentgui.panels.input_space_regions import (
    draw_contours,
    draw_names,
    draw_shading,
    names_at_edge,
    plane_of,
)
from xentgui.panels.input_space_seen import UNSEEN, lines_of
from xentgui.panels.input_space_words import points_in_words, reading_of
from xentgui.panels.kept import Same
from xentgui.panels.landscape_marks import draw_sentence
from xentgui.panels.mean_mark import MeanMark
from xentgui.panels.panel import ReadOut
from xentgui.panels.point_mark import (
    PointMark,
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


class InputSpace(InputSpaceMarks):
    """Shades, contours, boundaries, points, and the arrow along which the error pulls."""

    zoom = Zoom(across=1e-3, up=1e-3)
    measured = "left bottom"
    axes_take_long = True
    one_in = 2

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return the two inputs, the shading, and what is drawn."""
        return input_space_choices(snapshot)

    def margins(self, view: View) -> QMarginsF:
        """Return the room for the numbers of the axes, and their names."""
        return QMarginsF(46, 26, 16, 44)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return ranges with all points, and some room about them."""
        subject = plane_subject(snapshot)
        if subject is None:
            return _NOBODY
        axes = axes_of(subject, view)
        across, up = (_with_room(*span(subject.points[:, d])) for d in axes)
        return Ranges(*across, *up)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the shading; it stays while a point moves."""
        subject = plane_subject(snapshot)
        if subject is None:
            return reason_for_none(snapshot)
        linear = plane_of(subject, axes_of(subject, view))
        return Same(linear.weights), Same(linear.bias), _rest_of_key(subject, snapshot, view)

    def axes_numbers(
        self, frame: Frame, snapshot: Snapshot, view: View
    ) -> tuple[Array, object] | None:
        """Return where the lines between the classes are; None where they are no straight ones."""
        subject = plane_subject(snapshot)
        if subject is None or ZERO_LINES in shown_in(view):
            return None
        plane = plane_of(subject, axes_of(subject, view))
        if isinstance(plane, Bent):
            return None
        on = plane.bias > -np.inf
        straight = plane if on.all() else Linear(plane.weights[on], plane.bias[on])
        lines = lines_of(straight, snapshot.state.temperature, frame)
        rest = on.tobytes(), _rest_of_key(subject, snapshot, view)
        return None if lines is None else (lines, rest)

    def unseen(self, frame: Frame, snapshot: Snapshot, view: View) -> float:
        """Return with how much less no line, and no contour, is elsewhere by about a pixel."""
        return UNSEEN

    def axes_in_step(self, snapshot: Snapshot, view: View) -> object:
        """Return the names of the axes."""
        subject = plane_subject(snapshot)
        return None if subject is None else (subject.input_names, axes_of(subject, view))

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint axes, shades and contours."""
        subject = plane_subject(snapshot)
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
        subject = plane_subject(snapshot)
        if subject is None:
            draw_sentence(painter, frame, reason_for_none(snapshot), is_low=False)
            return
        axes, shown, lit = axes_of(subject, view), shown_in(view), view.highlighted_class
        linear = plane_of(subject, axes)
        painter.save()
        painter.setClipRect(frame.rect.adjusted(-1, -1, 1, 1))
        if BOUNDARIES in shown:
            draw_boundaries(painter, frame, boundaries_in(linear, frame.ranges), lit)
            if isinstance(linear, Bent):
                draw_curves(painter, frame, linear, lit)
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
        names = names_at_edge(frame, linear, snapshot.state) if NAMES in shown else []
        draw_names(painter, frame, names, snapshot.state)
        painter.restore()
        at = self.locate(PointMark(subject.chosen), frame, snapshot, view)
        if ARROW in shown:
            arrow = arrow_of(frame, snapshot, subject, axes)
            taken = [name.box for name in names]
            draw_arrow(painter, frame, at, arrow, taken, named=view.values)
        draw_chosen(painter, frame, snapshot, subject, at)
        mark = view.highlight
        if isinstance(mark, PointMark) and mark.number != subject.chosen:
            self.paint_pointed(painter, frame, snapshot, view, mark)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return how many points there are, how many are wrong, and the chosen one."""
        subject = plane_subject(snapshot)
        if subject is None:
            return reason_for_none(snapshot)
        return points_in_words(snapshot, subject)

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return the inputs, the class and the prediction of a point, or the equation of a line."""
        subject = plane_subject(snapshot)
        if subject is not None and isinstance(mark, PointMark | BoundaryMark | MeanMark):
            return reading_of(mark, snapshot, subject, view)
        return super().read_out(mark, snapshot, view)


def _rest_of_key(subject: Classifier, snapshot: Snapshot, view: View) -> tuple[object, ...]:
    """Return what the axes depend on beside W and b."""
    state, names = snapshot.state, [subject.input_names[d] for d in axes_of(subject, view)]
    shown = *names, shading_in(view), shown_in(view)
    return values_of(state), state.labels, state.colors, *shown


def reason_for_none(snapshot: Snapshot) -> str:
    """Return why there is no plane, translated; "" if there is one."""
    subject = classifier_of(snapshot)
    if subject is None:
        return translate("panels", _NO_POINTS)
    return translate("panels", _ONE_INPUT) if len(subject.input_names) < 2 else ""


def _with_room(low: float, high: float) -> tuple[float, float]:
    room = _ROOM * (high - low)
    if not room > 1e-9 * max(abs(low), abs(high), 1e-90):
        room = max(0.5 * abs(low), 1.0)
    return low - room, high + room
