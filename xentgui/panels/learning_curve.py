"""The learning curve: mean loss and accuracy after each step of a training."""

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
from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit, classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis, draw_y_axis
from xentgui.painting.marks import draw_dot, draw_handle
from xentgui.painting.ticks import round_above
from xentgui.panels.axis_limits import FARTHEST, Zoom, highest, within
from xentgui.panels.later_of_many import LearningCurvePanel
from xentgui.panels.learning_curve_lines import ACCURACY, SHARES, accuracy_of, lines_of, paint_names
from xentgui.panels.marked_panel import REACH, Hold, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.points_plot import NOBODY, no_points, say_no_points
from xentgui.panels.step_mark import STEPS, step_text
from xentgui.panels.trace_lines import draw_line
from xentgui.panels.training_step import (
    TRAINING_STEP_NAME,
    TrainingStepHold,
    TrainingStepMark,
    nudged,
    steps_of,
    typed_step,
)

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MEAN = QT_TRANSLATE_NOOP("panels", "mean loss")
_SHORTEST = 10


class LearningCurve(LearningCurvePanel):
    """The loss in ink, the accuracy in the accent colour, and the blind guess dashed."""

    zoom = Zoom(across=3.0)
    measured = "left bottom"
    one_in = 4

    def margins(self, view: View) -> QMarginsF:
        """Return the room for numbers, for the step above, and for names at the right."""
        return QMarginsF(46, 22, 66, 44)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return all steps that are known, from 0 up to the highest value that is drawn."""
        subject = classifier_of(snapshot)
        if subject is None:
            return NOBODY
        first, _, last = steps_of(view)
        kept = view.pinned_training
        if kept is not None:
            last = max(last, min(kept.steps, 2 * last + _SHORTEST))
        high = max(highest(line.values) for line in lines_of(snapshot, subject, view))
        top = round_above(min(max(high, 1.0), FARTHEST))
        return Ranges(float(first), float(first + _length(last - first)), 0.0, top)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes."""
        return classifier_of(snapshot) is None

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid and the numbers of the steps."""
        if classifier_of(snapshot) is not None:
            draw_y_axis(painter, frame)
            draw_x_axis(painter, frame, translate("panels", STEPS), whole=True)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the lines with their names, and the present step."""
        subject = classifier_of(snapshot)
        if subject is None:
            say_no_points(painter, frame)
            return
        style, lines = frame.style, lines_of(snapshot, subject, view)
        edge = style.px(8)
        painter.save()
        painter.setClipRect(frame.rect.adjusted(-edge, -edge, edge, edge))
        for line in reversed(lines):
            color = getattr(style.theme, line.color)
            painter.setPen(style.pen(color, line.width, line.dashes or ()))
            values = line.values
            if len(values) > 1:
                draw_line(painter, frame, line.first + np.arange(len(values)), values)
            elif line.dashes is not None:
                y = frame.y(float(values[0]))
                painter.drawLine(QLineF(frame.rect.left(), y, frame.rect.right(), y))
            elif math.isfinite(values[0]):
                at = QPointF(frame.x(float(line.first)), frame.y(float(values[0])))
                draw_dot(painter, style, at, color)
        painter.restore()
        paint_names(painter, frame, lines)
        self._paint_step(painter, frame, snapshot, view, subject)

    def _paint_step(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, subject: Classifier
    ) -> None:
        style, theme, rect = frame.style, frame.style.theme, frame.rect
        _, step, _ = steps_of(view)
        if not frame.ranges.left <= step <= frame.ranges.right:
            return
        at = self.locate(TrainingStepMark(), frame, snapshot, view)
        painter.setPen(style.pen(theme.accent, 1.4))
        painter.drawLine(QLineF(at.x(), rect.top() - style.px(4), at.x(), rect.bottom()))
        if view.handles:
            draw_handle(painter, style, at, theme.ink)
        here = _loss_here(subject, view)
        words = f"{step_text(step)}: L = {_amount(here, snapshot, view, 4)}"
        width = style.metrics(0.9, bold=True).horizontalAdvance(words)
        gap = style.px(6)
        box = QRectF(at.x() + gap, frame.outer.top(), width + gap, style.px(22))
        if box.right() > frame.outer.right():
            box.moveRight(at.x() - gap / 2)
        box.moveLeft(max(box.left(), frame.outer.left()))
        painter.setFont(style.font(0.9, bold=True))
        painter.setPen(style.color(theme.accent))
        painter.drawText(box, _LEFT, words)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the present step, the loss and the accuracy there."""
        subject = classifier_of(snapshot)
        if subject is None:
            return no_points()
        _, step, last = steps_of(view)
        words = translate("panels", "step {step} of {steps}: L = {loss}; accuracy {accuracy}")
        return words.format(
            step=step,
            steps=last,
            loss=_amount(subject.fit.loss, snapshot, view),
            accuracy=number(accuracy_of(subject)),
        )

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return loss, accuracy and gradient at the present step."""
        subject = classifier_of(snapshot)
        if not isinstance(mark, TrainingStepMark) or subject is None:
            return super().read_out(mark, snapshot, view)
        lines = [
            (translate("panels", _MEAN), _amount(subject.fit.loss, snapshot, view, 6)),
            (translate("panels", ACCURACY), number(accuracy_of(subject), 6)),
        ]
        if chosen_loss(snapshot.state).unit == "nats":
            shares = _amount(subject.base_rate, snapshot, view, 6)
            lines.append((translate("panels", SHARES), shares))
        return ReadOut(step_text(steps_of(view)[1]), tuple(lines))

    # The one mark: the present step

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the mark of the present step, all along its line."""
        if classifier_of(snapshot) is None:
            return None
        at = self.locate(TrainingStepMark(), frame, snapshot, view)
        is_there = frame.outer.top() <= point.y() <= frame.rect.bottom()
        near = abs(point.x() - at.x()) <= frame.style.px(REACH)
        return TrainingStepMark() if is_there and near else None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the only mark, unless Tab leaves it."""
        if classifier_of(snapshot) is None or (
            mark is not None and way in (Way.NEXT, Way.PREVIOUS)
        ):
            return None
        return TrainingStepMark()

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the present step."""
        return self.mark_at(frame, snapshot, view, point)

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of the present step on the line of the loss."""
        subject, rect = classifier_of(snapshot), frame.rect
        loss = 0.0 if subject is None else _loss_here(subject, view)
        amount = within(
            loss_in_unit(loss, chosen_loss(snapshot.state), view.unit), -FARTHEST, FARTHEST
        )
        x = within(frame.x(float(steps_of(view)[1])), rect.left(), rect.right())
        return QPointF(x, within(frame.y(amount), rect.top(), rect.bottom()))

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the strip about the line of the present step."""
        x = self.locate(TrainingStepMark(), frame, snapshot, view).x()
        half = frame.style.px(REACH)
        return QRectF(x - half, frame.outer.top(), 2 * half, frame.outer.height())

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move along the training."""
        return translate("panels", TRAINING_STEP_NAME)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin to drag the present step."""
        subject = classifier_of(snapshot)
        assert subject is not None
        return TrainingStepHold(subject, view, _step_at)

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
        return (float(steps_of(view)[1]),)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit that goes to a step."""
        return typed_step(view, values[0])


def _step_at(frame: Frame, view: View, point: QPointF) -> int:
    first, _, last = steps_of(view)
    return min(max(round(frame.x_value(point.x())), first), last)


def _length(steps: int) -> int:
    """Return the length of the axis for so many steps.

    >>> [_length(steps) for steps in (0, 10, 11, 340, 12345)]
    [10, 10, 20, 500, 20000]
    """
    if steps <= _SHORTEST:
        return _SHORTEST
    power = int(10 ** math.floor(math.log10(steps)))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= steps)


def _amount(loss: float, snapshot: Snapshot, view: View, decimals: int = 4) -> str:
    chosen = chosen_loss(snapshot.state)
    shown = number(loss_in_unit(loss, chosen, view.unit), decimals)
    return f"{shown} {loss_unit(chosen, view.unit)}".rstrip()


def _loss_here(subject: Classifier, view: View) -> float:
    """Return the loss of the trained W and b, also while a closed form is in use."""
    run = view.training_run
    return subject.fit.loss if run is None else float(run.losses[run.at])
