"""The trace of a walk: loss and probabilities after each step, passed and to come."""

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
from xentgui.model.path import Path
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.axis_name import AxisName, draw_along
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis, draw_y_axis, draw_y_ticks
from xentgui.painting.marks import draw_handle
from xentgui.painting.ticks import round_above
from xentgui.panels.axis_limits import FARTHEST, Zoom, highest, within
from xentgui.panels.choice import Choice, Option
from xentgui.panels.later import TracePanel
from xentgui.panels.marked_panel import REACH, Hold, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.pinned_run import pinned_label, pinned_path
from xentgui.panels.shown_losses import predicted_symbol
from xentgui.panels.step_mark import (
    STEP_NAME,
    STEPS,
    StepHold,
    StepMark,
    nudged,
    present_step,
    step_read_out,
    step_text,
    typed_step,
)
from xentgui.panels.trace_axis import (
    decades_of,
    distances_of,
    is_log,
    last_step,
    path_shown,
    scaled,
    shows_distance,
    step_at,
)
from xentgui.panels.trace_lines import draw_line, drawn_classes, lines_of, paint_lines, paint_names

_PINNED = (1.2, 2.4)
_MOST_DECADES = 16.0  # of a logarithmic axis: the digits of a float
_AXIS = QT_TRANSLATE_NOOP("panels", "Axis")
_VALUES = QT_TRANSLATE_NOOP("panels", "loss, probability")
_LINEAR = QT_TRANSLATE_NOOP("panels", "Linear")
_LOG = QT_TRANSLATE_NOOP("panels", "Logarithmic")
_MORE_LINES = QT_TRANSLATE_NOOP("panels", "Further lines")
_DISTANCE = QT_TRANSLATE_NOOP("panels", "Distance Σ|p − y|")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Trace(TracePanel):
    """The loss and the probabilities after each step; what is to come is dashed."""

    zoom = Zoom(across=3.0)
    measured = "left bottom"

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return the scale of the axis, and the lines that can be added."""
        linear = Option("linear", translate("panels", _LINEAR))
        log = Option("log", translate("panels", _LOG))
        distance = Option("distance", translate("panels", _DISTANCE))
        return (
            Choice("axis", translate("panels", _AXIS), (linear, log), "linear"),
            Choice("lines", translate("panels", _MORE_LINES), (distance,), (), several=True),
        )

    def margins(self, view: View) -> QMarginsF:
        """Return the room for numbers, for the step above, and for names at the right."""
        return QMarginsF(46, 22, 60 if shows_distance(view) else 34, 44)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return all steps that are known, and some to come, with every value that is drawn."""
        path, loss = path_shown(snapshot, view), chosen_loss(snapshot.state)
        lines = [loss_in_unit(path.losses, loss, view.unit)]
        kept = pinned_path(view, last_step(view))
        if kept is not None:
            lines.append(loss_in_unit(kept.losses, loss, view.unit))
        if shows_distance(view):
            lines.append(distances_of(snapshot, path))
        left, right = float(path.first), float(last_step(view))
        top = round_above(min(max(highest(np.concatenate(lines)), 1.0), FARTHEST))
        if not is_log(view):
            return Ranges(left, right, 0.0, top)
        lines.append(path.probabilities_of(drawn_classes(snapshot, path)).ravel())
        values = np.concatenate(lines)
        low = float(values[values > 0.0].min(initial=1.0))
        decades = within(math.log10(top) - math.log10(max(low, 1e-300)), 1.0, _MOST_DECADES)
        return Ranges(left, right, math.floor(math.log10(top) - decades), math.log10(top))

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes."""
        return is_log(view)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid and the numbers of the steps."""
        if is_log(view):
            draw_y_ticks(painter, frame, decades_of(frame))
        else:
            draw_y_axis(painter, frame)
        draw_x_axis(painter, frame, translate("panels", STEPS), whole=True)
        if frame.style.snug:
            draw_along(painter, frame, AxisName("", words=translate("panels", _VALUES)))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the lines, the present step, and the names."""
        path = path_shown(snapshot, view)
        lines = lines_of(frame, snapshot, view, path)
        edge = frame.style.px(8)  # a dot at the edge is whole
        painter.save()
        painter.setClipRect(frame.rect.adjusted(-edge, -edge, edge, edge))
        self._paint_pinned(painter, frame, snapshot, view)
        paint_lines(painter, frame, path, lines)
        painter.restore()
        paint_names(painter, frame, path, lines)
        self._paint_step(painter, frame, snapshot, view, path)

    def _paint_pinned(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        kept = pinned_path(view, last_step(view))
        if kept is None:
            return
        loss, style = chosen_loss(snapshot.state), frame.style
        values = scaled(loss_in_unit(kept.losses, loss, view.unit), view)
        painter.setPen(style.pen(style.theme.ink, 1.2, _PINNED))
        steps = kept.first + np.arange(len(values))
        draw_line(painter, frame, steps, values)
        words = pinned_label(snapshot, view)
        width = style.metrics(0.85).horizontalAdvance(words) + style.px(4)
        left = max(frame.rect.right() - 1.4 * width, frame.rect.left())
        # Over the line, all along the words.
        over = values[(frame.x(steps.astype(float)) >= left - frame.slot).nonzero()[0]]
        over = over[np.isfinite(over)]
        if not over.size:
            return
        y = frame.y(within(float(over.max()), frame.ranges.bottom, frame.ranges.top))
        y = max(y - style.px(18), frame.rect.top())
        painter.setFont(style.font(0.85))
        painter.setPen(style.color(style.theme.mute))
        painter.drawText(QRectF(left, y, width, style.px(16)), _LEFT, words)

    def _paint_step(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, path: Path
    ) -> None:
        style, theme, rect = frame.style, frame.style.theme, frame.rect
        at = self.locate(StepMark(), frame, snapshot, view)
        step = present_step(view)
        if not frame.ranges.left <= step <= frame.ranges.right:
            return
        painter.setPen(style.pen(theme.accent, 1.4))
        painter.drawLine(QLineF(at.x(), rect.top() - style.px(4), at.x(), rect.bottom()))
        if view.handles:
            draw_handle(painter, style, at, theme.ink)
        loss = chosen_loss(snapshot.state)
        value = number(loss_in_unit(snapshot.loss, loss, view.unit), 3)
        unit = loss_unit(loss, view.unit)
        words = f"{step_text(step)}: L = {value} {unit}".rstrip()
        font = style.font(0.9, bold=True)
        width = style.metrics(0.9, bold=True).horizontalAdvance(words)
        gap = style.px(6)
        box = QRectF(at.x() + gap, frame.outer.top(), width + gap, style.px(22))
        if box.right() > frame.outer.right():
            box.moveRight(at.x() - gap / 2)
        if box.left() < frame.outer.left():
            box.moveLeft(frame.outer.left())
        painter.setFont(font)
        painter.setPen(style.color(theme.accent))
        painter.drawText(box, _LEFT, words)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the present step, and how far the steps go that are known."""
        path, loss = path_shown(snapshot, view), chosen_loss(snapshot.state)

        def amount(value: float) -> str:
            shown = number(loss_in_unit(value, loss, view.unit))
            return f"{shown} {loss_unit(loss, view.unit)}".rstrip()

        words = translate("panels", "step {step} of {steps}: L = {loss}; {classes}")
        form, symbol = translate("panels", "{label}: {value}"), predicted_symbol(snapshot)
        classes = "; ".join(
            form.format(
                label=name_of(snapshot.state.names, index),
                value=f"{symbol} = {number(float(snapshot.probabilities[index]))}",
            )
            for index in drawn_classes(snapshot, path)
        )
        steps = 0 if view.run is None else view.run.steps
        return words.format(
            step=present_step(view), steps=steps, loss=amount(snapshot.loss), classes=classes
        )

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return what is said of the present step, or of a class."""
        if isinstance(mark, StepMark):
            return step_read_out(snapshot, view)
        return super().read_out(mark, snapshot, view)

    # The one mark: the present step

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the mark of the present step, all along its line."""
        at = self.locate(StepMark(), frame, snapshot, view)
        within_plot = frame.outer.top() <= point.y() <= frame.rect.bottom()
        return (
            StepMark() if within_plot and abs(point.x() - at.x()) <= frame.style.px(REACH) else None
        )

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the only mark, unless Tab leaves it."""
        if mark is not None and way in (Way.NEXT, Way.PREVIOUS):
            return None
        return StepMark()

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the present step, or the class whose line is nearest to `point`."""
        if not frame.rect.contains(point):
            return None
        found = self.mark_at(frame, snapshot, view, point)
        if found is not None:
            return found
        path = path_shown(snapshot, view)
        row = round(frame.x_value(point.x())) - path.first
        if not 0 <= row < len(path):
            return None
        shown = drawn_classes(snapshot, path)
        values = path.probabilities_of(shown)[row]
        heights = np.abs(frame.y(scaled(values, view)) - point.y())
        nearest = int(heights.argmin())
        return ClassMark(shown[nearest]) if heights[nearest] <= frame.style.px(REACH) else None

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of the present step on the line of the loss."""
        loss, rect = chosen_loss(snapshot.state), frame.rect
        amount = within(loss_in_unit(snapshot.loss, loss, view.unit), -FARTHEST, FARTHEST)
        value = float(scaled(np.array([amount]), view)[0])
        x = within(frame.x(float(present_step(view))), rect.left(), rect.right())
        return QPointF(x, within(frame.y(value), rect.top(), rect.bottom()))

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the strip about the line of the present step."""
        x = self.locate(StepMark(), frame, snapshot, view).x()
        half = frame.style.px(REACH)
        return QRectF(x - half, frame.outer.top(), 2 * half, frame.outer.height())

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move along the walk."""
        return translate("panels", STEP_NAME)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin to drag the present step."""
        return StepHold(snapshot, view, step_at)

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for a key to the left or right: a step, or ten with Ctrl."""
        return nudged(view, way[0] * max(round(size), 1)) if way[0] else None

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the name of the number that can be typed."""
        return (translate("panels", STEPS),)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the number of the present step."""
        return (float(present_step(view)),)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit that goes to a step."""
        return typed_step(view, values[0])
