"""The mark of a point: what choosing it and moving it mean."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt

from xentgui.model.mark import Mark
from xentgui.model.rows import Array
from xentgui.model.subjects import Edit
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier, with_chosen, with_point
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.ticks import snapped, tick_step
from xentgui.panels.input_space_choices import Axes

_STEPS = 100  # of an arrow key, along an axis


@dataclass(frozen=True, slots=True)
class PointMark(Mark):
    """A point by its number, from 0."""

    number: int


class PointHold:
    """A point while it is dragged."""

    def __init__(self, mark: PointMark, axes: Axes, start: Classifier) -> None:
        self._mark, self._axes, self._start = mark, axes, start.points[mark.number]

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit for `point`; with Alt the inputs are not rounded."""
        return set_inputs(self._mark, self._axes, place_in(frame, point, modifiers), self._start)

    def put_back(self) -> Edit:
        """Return the edit that restores all inputs."""
        number, start = self._mark.number, self._start
        return OnClassifier(lambda subject: with_point(subject, number, start))


def place_in(
    frame: Frame, point: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> tuple[float, float]:
    """Return the two inputs at `point`, within the plot; rounded, unless Alt is held."""
    r, rect = frame.ranges, frame.rect
    x = min(max(frame.x_value(point.x()), r.left), r.right)
    y = min(max(frame.y_value(point.y()), r.bottom), r.top)
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return x, y
    return (
        snapped(x, r.left, r.right, rect.width()),
        snapped(y, r.bottom, r.top, rect.height()),
    )


def set_inputs(
    mark: PointMark,
    axes: Axes | Callable[[Classifier], Axes],
    values: tuple[float, float],
    start: Array | None = None,
) -> Edit:
    """Return the edit that sets two inputs of a point; the others are as in `start`, or stay."""

    def changed(subject: Classifier) -> Classifier:
        inputs = np.array(subject.points[mark.number] if start is None else start)
        inputs[list(axes if isinstance(axes, Axes) else axes(subject))] = values
        return with_point(subject, mark.number, inputs)

    return OnClassifier(changed)


def choose(mark: PointMark) -> Edit:
    """Return the edit that chooses the point."""
    return OnClassifier(lambda subject: with_chosen(subject, mark.number))


def nudged_point(
    mark: PointMark, axes: Axes, subject: Classifier, way: tuple[int, int], size: float
) -> Edit:
    """Return the edit for an arrow key: a hundredth of how far the points reach, rounded."""
    d = axes.across if way[0] else axes.up
    by = (way[0] or way[1]) * size * input_step(subject, d)

    def changed(subject: Classifier) -> Classifier:
        inputs = np.array(subject.points[mark.number])
        steps = round(float(inputs[d]) / abs(by))
        inputs[d] = float(f"{(steps + math.copysign(1.0, by)) * abs(by):.12g}")
        return with_point(subject, mark.number, inputs)

    return OnClassifier(changed)


def input_step(subject: Classifier, d: int) -> float:
    """Return a round step of input `d`."""
    column = subject.points[:, d]
    low, high = float(column.min()), float(column.max())
    if not high > low:
        high = low + max(abs(low), 1.0)
    return tick_step(low, high, _STEPS)
