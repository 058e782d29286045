"""The flow: from the input through W, b and softmax to the loss, and the error back to the input."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate, typed
from xentgui.model import Snapshot
from xentgui.model.classifier.linear import by_input
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.naming import name_of
from xentgui.model.subjects import classifier_of
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.flow_drawing import FlowDrawing, loss_text, still_key
from xentgui.panels.flow_layout import (
    FlowMark,
    L,
    Layout,
    P,
    X,
    Z,
    inputs_shown,
    layout,
    least_height,
)
from xentgui.panels.later import FlowPanel
from xentgui.panels.marked_panel import Way
from xentgui.panels.panel import ReadOut

STAGES = (X, Z, P, L, "∂p", "∂z", "∂x")
"""What each stage adds: the numbers forward, and then the error back."""

_REACH = 5.0  # design pixels from a line
_NO_INPUT = QT_TRANSLATE_NOOP("panels", "These logits follow from no input.")
_WEIGHT = QT_TRANSLATE_NOOP("panels", "weight of {label} for {name}")
_WORDS = QT_TRANSLATE_NOOP("panels", "x: {x}; z: {z}; p: {p}; L = {loss}; ∂L/∂z: {slopes}")


class Flow(FlowPanel):
    """Circles with the numbers forward, and the error below them."""

    def number_parts(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> tuple[object, ...]:
        """Return that all numbers are painted anew."""
        return ((snapshot, view),)

    def static_key(self, rect: QRectF, snapshot: Snapshot, view: View, style: Style) -> object:
        """Return what the headings, the legend and the lines without a weight depend on."""
        return rect.height(), _stages(view), still_key(snapshot)

    def paint_static(
        self, painter: QPainter, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> None:
        """Paint what stays from step to step."""
        found = layout(rect, snapshot, style)
        FlowDrawing(painter, found, snapshot, view, style, _stages(view)).draw_still()

    def paint_numbers(
        self,
        painter: QPainter,
        rect: QRectF,
        snapshot: Snapshot,
        view: View,
        style: Style,
        parts: frozenset[int] | None = None,
    ) -> None:
        """Paint the weights and the numbers of the stages that are shown."""
        found = layout(rect, snapshot, style)
        FlowDrawing(painter, found, snapshot, view, style, _stages(view)).draw_numbers()

    def height(self, size: QSizeF, snapshot: Snapshot, view: View, style: Style) -> float:
        """Return the height of `size`, or what legible circles need."""
        return max(size.height(), least_height(snapshot, style))

    def stage_place(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> QRectF | None:
        """Return the column of the latest stage."""
        stages = _stages(view)
        if not stages:
            return None
        column = stages[-1].removeprefix("∂")
        found = layout(rect, snapshot, style)
        circles = found.circles.get(column, ())
        return _box(found, circles[0].at) if circles else None

    def places_of(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style, mark: Mark
    ) -> tuple[QRectF, ...]:
        """Return the circles of a class, an input or the loss, or the middle of a line."""
        found = layout(rect, snapshot, style)
        if isinstance(mark, FlowMark) and mark.part == "w":
            lines = [line for _, line in _weight_lines(found) if _ == (mark.k, mark.d)]
            half = style.px(2 * _REACH)
            return tuple(
                QRectF(line.p1(), line.p2()).normalized().adjusted(-half, -half, half, half)
                for line in lines
            )
        return tuple(
            _box(found, circle.at)
            for own in found.circles.values()
            for circle in own
            if circle.mark == mark
        )

    def highlight_at(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style, point: QPointF
    ) -> Mark | None:
        """Return the circle at `point`, or the weight whose line is near."""
        found = layout(rect, snapshot, style)
        for own in found.circles.values():
            for circle in own:
                if _box(found, circle.at).contains(point):
                    return circle.mark
        near, nearest = None, style.px(_REACH)
        for (k, d), line in _weight_lines(found):
            far = _distance(line, point)
            if far <= nearest:
                near, nearest = FlowMark("w", k, d), far
        return near

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the mark after or before `mark`: the inputs, the classes, and the loss."""
        order: list[Mark] = [FlowMark(X, d=d) for d in inputs_shown(snapshot)]
        order += [ClassMark(k) for k in range(len(snapshot.logits))]
        order.append(FlowMark(L, d=0))
        step = 1 if way is Way.NEXT else -1
        if mark not in order:
            return order[0 if step > 0 else -1]
        return order[min(max(order.index(mark) + step, 0), len(order) - 1)]

    def stage_beside(self, snapshot: Snapshot, stage: int | None, way: int) -> int | None:
        """Return the stage after `stage` (1) or before it (-1); all of them are None."""
        present = [at for at, one in enumerate(STAGES, 1) if snapshot_has(snapshot, one)]
        if way > 0:
            further = [at for at in present if stage is not None and at > stage]
            return further[0] if len(further) > 1 else None
        shown = [at for at in present if stage is None or at <= stage]
        return shown[-2] if len(shown) > 1 else 0

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the numbers in words, forward and back."""
        subject = classifier_of(snapshot)
        labels = snapshot.state.labels
        most = slice(0, 10)

        def listed(names: tuple[str, ...], values: np.ndarray, *, signed: bool = False) -> str:
            pairs = zip(range(len(names)), values[most].tolist(), strict=False)
            return ", ".join(
                f"{name_of(names, at)} {number(one, 4, signed=signed)}" for at, one in pairs
            )

        inputs = translate("panels", _NO_INPUT)
        if subject is not None:
            inputs = listed(subject.feature_names, subject.inputs[subject.chosen])
        return translate("panels", _WORDS).format(
            x=inputs,
            z=listed(labels, snapshot.logits),
            p=listed(labels, snapshot.probabilities),
            loss=loss_text(snapshot, view),
            slopes=listed(labels, snapshot.gradient, signed=True),
        )

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return the numbers of an input, of a weight, of the loss, or of a class."""
        if not isinstance(mark, FlowMark):
            return super().read_out(mark, snapshot, view)
        if mark.part == L:
            return ReadOut("L", (("L", loss_text(snapshot, view)),))
        subject = classifier_of(snapshot)
        if subject is None or mark.d >= len(subject.feature_names) or mark.k >= len(subject.labels):
            return None
        name, at = (
            name_of(subject.feature_names, mark.d),
            float(subject.inputs[subject.chosen][mark.d]),
        )
        if mark.part == X:
            slope = float(by_input(subject.linear.weights, snapshot.gradient)[mark.d])
            return ReadOut(name, (("x", typed(at)), ("∂L/∂x", number(slope, 6, signed=True))))
        weight, pull = (
            float(subject.linear.weights[mark.k, mark.d]),
            float(snapshot.gradient[mark.k]),
        )
        label = name_of(subject.labels, mark.k)
        with np.errstate(all="ignore"):
            lines = (
                ("w", typed(weight)),
                ("w · x", number(float(np.float64(weight) * at), 6)),
                ("∂L/∂w = ∂L/∂z · x", number(float(np.float64(pull) * at), 6, signed=True)),
            )
        return ReadOut(translate("panels", _WEIGHT).format(label=label, name=name), lines)


def _stages(view: View) -> tuple[str, ...]:
    """Return the stages that are shown."""
    return STAGES if view.stage is None else STAGES[: view.stage]


def snapshot_has(snapshot: Snapshot, stage: str) -> bool:
    """Return whether there is such a stage: without an input, two are missing."""
    return stage not in (X, "∂x") or classifier_of(snapshot) is not None


def _box(found: Layout, at: QPointF) -> QRectF:
    r = found.radius
    return QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r)


def _weight_lines(found: Layout) -> list[tuple[tuple[int, int], QLineF]]:
    return [
        ((to.number, start.number), QLineF(start.at, to.at))
        for start in found.circles.get(X, ())
        for to in found.circles[Z]
    ]


def _distance(line: QLineF, point: QPointF) -> float:
    size = line.dx() ** 2 + line.dy() ** 2
    if size <= 0.0:
        return math.inf
    along = (point.x() - line.x1()) * line.dx() + (point.y() - line.y1()) * line.dy()
    near = line.pointAt(min(max(along / size, 0.0), 1.0))
    return math.hypot(point.x() - near.x(), point.y() - near.y())
