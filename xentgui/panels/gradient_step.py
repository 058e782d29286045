"""The step about to be taken, as hollow arrows in the panel Gradient; pulling one takes it."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.along import Along, run_at
from xentgui.model.mark import Mark
from xentgui.model.path import path_of
from xentgui.model.rows import Array
from xentgui.model.subjects import Edit, OnState
from xentgui.model.view import View
from xentgui.painting.bars import is_dense
from xentgui.painting.frame import Frame
from xentgui.painting.legend import Header, Sample
from xentgui.painting.marks import arrow_shapes, draw_beyond
from xentgui.painting.qt_arrays import polygon
from xentgui.panels.axis_limits import within
from xentgui.panels.class_numbers import put_back
from xentgui.panels.gradient_arrows import GradientArrows
from xentgui.panels.marked_panel import REACH, Hold, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.step_mark import (
    STEP_NAME,
    STEPS,
    StepMark,
    nudged,
    present_step,
    step_read_out,
    typed_step,
)

_NEXT = QT_TRANSLATE_NOOP("panels", "next step")

_NARROWEST = 7.0  # design pixels of a class; narrower arrows would have no inside
_PULLED = 8.0  # design pixels; so far, a press is not yet a pull


def next_step(snapshot: Snapshot, view: View) -> Array | None:
    """Return the step about to be taken, shape (K,), in logits; None if no step is possible."""
    path = path_of(snapshot, view, 1)
    if path.at + 1 >= len(path):
        return None
    now, then = path.logits_at(path.at), path.logits_at(path.at + 1)
    step: Array = np.zeros_like(now)
    np.subtract(then, now, out=step, where=np.isfinite(now))
    return step


def has_room(frame: Frame) -> bool:
    """Return whether a class is wide enough for a hollow arrow."""
    return not is_dense(frame) and frame.slot >= frame.style.px(_NARROWEST)


def paint_next_step(painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
    """Paint a hollow arrow for each class."""
    step = next_step(snapshot, view) if has_room(frame) else None
    if step is None:
        return
    shown, zero, count = frame.visible(len(step)), frame.y(0.0), len(step)
    width = min(frame.style.px(7), frame.slot * 0.28)
    heads, centers = _heads(frame, step)[shown], frame.centers(count)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shapes = arrow_shapes(centers, zero, heads, width)
    muted, lit = frame.style.faint, view.highlighted_class
    for index, head, shape in zip(range(shown.start, shown.stop), heads, shapes, strict=True):
        if abs(head - zero) * frame.resolution < 1.0:
            continue
        style = frame.style if lit in (None, index) else muted
        color = style.theme.class_color(snapshot.state.color_of(index))
        painter.setPen(style.pen(color, 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(polygon(shape))
        if abs(step[index]) > frame.ranges.top:
            at = QPointF(frame.x(float(index)), float(head))
            draw_beyond(painter, style, at, color, up=bool(step[index] > 0))


def step_at(frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> bool:
    """Return whether a press at `point` grabs the head of a hollow arrow."""
    step = next_step(snapshot, view) if has_room(frame) else None
    if step is None:
        return False
    index = round(frame.x_value(point.x()))
    if not 0 <= index < len(step) or not step[index]:
        return False
    head = float(_heads(frame, step[index : index + 1])[0])
    reach = frame.style.px(REACH)
    return math.hypot(point.x() - frame.x(float(index)), point.y() - head) <= reach


def place_of_step(frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
    """Return the head of the longest hollow arrow."""
    step = next_step(snapshot, view)
    if step is None:
        return QPointF(frame.rect.center().x(), frame.y(0.0))
    index = int(np.abs(step).argmax())
    x = within(frame.x(float(index)), frame.rect.left(), frame.rect.right())
    return QPointF(x, float(_heads(frame, step[index : index + 1])[0]))


class StepPull:
    """The head of an arrow while it is pulled: beyond a little, the step is taken."""

    def __init__(self, snapshot: Snapshot, view: View) -> None:
        self._start, self._view, self._snapshot = snapshot.state, view, snapshot

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit that takes the step, or does not take it yet."""
        at = place_of_step(frame, self._snapshot, self._view)
        if math.hypot(point.x() - at.x(), point.y() - at.y()) < frame.style.px(_PULLED):
            return self.put_back()
        step = present_step(self._view) + 1
        return Along(lambda _: run_at(self._start, self._view, step))

    def put_back(self) -> Edit:
        """Return the edit that restores the logits from before the step."""
        return OnState(lambda state: put_back(state, "logits", self._start))


def _heads(frame: Frame, step: Array) -> Array:
    limited: Array = np.minimum(np.maximum(step, frame.ranges.bottom), frame.ranges.top)
    heads: Array = frame.y(limited)
    return heads


class GradientWithStep(GradientArrows):
    """The gradient, and the step about to be taken."""

    hides_singly = False

    def header(self, view: View) -> Header:
        """Return the axis of the slopes, the pinned state, and the step about to be taken."""
        usual = super().header(view)
        return usual._replace(samples=(*usual.samples, Sample("arrow", translate("panels", _NEXT))))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the hollow arrows, and then the others and their numbers."""
        paint_next_step(painter, frame, snapshot, view)
        super().paint_marks(painter, frame, snapshot, view)

    # The one mark: the step about to be taken

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the mark of the next step on the head of each hollow arrow."""
        return StepMark() if step_at(frame, snapshot, view, point) else None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the only mark, if it is shown, unless Tab leaves it."""
        if mark is not None and way in (Way.NEXT, Way.PREVIOUS):
            return None
        return StepMark() if next_step(snapshot, view) is not None else None

    def highlight_of(self, mark: Mark) -> Mark:
        """Return the mark of the step, which all panels share."""
        return mark

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the head of the longest hollow arrow."""
        return place_of_step(frame, snapshot, view)

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a step along the walk."""
        return translate("panels", STEP_NAME)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin to pull the head of an arrow."""
        return StepPull(snapshot, view)

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for a key: up or right takes the step, down or left goes back."""
        return nudged(view, way[0] or way[1])

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the name of the number that can be typed."""
        return (translate("panels", STEPS),)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the number of the present step."""
        return (float(present_step(view)),)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit that goes to a step."""
        return typed_step(view, values[0])

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return what is said of the present step, or of a class."""
        if isinstance(mark, StepMark):
            return step_read_out(snapshot, view)
        return super().read_out(mark, snapshot, view)


@cache
def with_step() -> GradientWithStep:
    """Return the one panel of its kind."""
    return GradientWithStep()
