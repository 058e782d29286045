"""The mark of a boundary between two classes: moving it shifts biases, turning it moves weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt

from xentgui.model.classifier.linear import Linear
from xentgui.model.mark import Mark
from xentgui.model.rows import Array
from xentgui.model.state import State
from xentgui.model.subjects import Edit
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_boundary import with_boundary_through, with_boundary_turned
from xentgui.model.subjects.on_classifier import OnClassifier, with_linear
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.input_space_boundaries import LINE, START, boundaries_in, boundary_of
from xentgui.panels.input_space_choices import Axes
from xentgui.panels.input_space_regions import plane_of


@dataclass(frozen=True, slots=True)
class BoundaryMark(Mark):
    """The boundary between the classes `first` < `second`, or one of its ends, by which it turns."""

    first: int
    second: int
    part: str = LINE

    @property
    def pair(self) -> tuple[int, int]:
        """The two classes."""
        return self.first, self.second

    def is_in(self, state: State) -> bool:
        """Return whether `state` has so many classes."""
        return self.second < len(state.labels)


class BoundaryHold:
    """A boundary while it is dragged; by an end, it turns about the other end."""

    def __init__(self, mark: BoundaryMark, axes: Axes, start: Classifier) -> None:
        self._mark, self._axes, self._start = mark, axes, start

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit for `point`: the boundary, or its end, goes there."""
        mark, axes, start = self._mark, self._axes, self._start
        to = _inputs(start, axes, (frame.x_value(point.x()), frame.y_value(point.y())))
        pivot = self._pivot(frame)
        if pivot is None:
            moved = with_boundary_through(start, mark.first, mark.second, to)
        else:
            about = _inputs(start, axes, pivot)
            moved = with_boundary_turned(start, mark.first, mark.second, about, to, axes)
        return OnClassifier(lambda subject: with_linear(subject, moved.linear))

    def _pivot(self, frame: Frame) -> tuple[float, float] | None:
        """Return the end that stays, as it was at the start; None if the whole line moves."""
        if self._mark.part == LINE:
            return None
        found = boundaries_in(plane_of(self._start, self._axes), frame.ranges)
        boundary = boundary_of(self._mark.pair, found)
        if boundary is None:
            return None
        x, y = (boundary.end if self._mark.part == START else boundary.start).tolist()
        return x, y

    def put_back(self) -> Edit:
        """Return the edit that restores weights and biases, and the model that gave them."""
        start = self._start
        return OnClassifier(
            lambda subject: subject.replaced(weights=start.weights, bias=start.bias, way=start.way)
        )


def nudged_boundary(
    mark: BoundaryMark,
    axes: Axes,
    subject: Classifier,
    at: tuple[float, float],
    by: tuple[float, float],
) -> Edit:
    """Return the edit that moves a boundary that goes through `at` by `by`."""
    to = _inputs(subject, axes, (at[0] + by[0], at[1] + by[1]))
    return OnClassifier(lambda now: with_boundary_through(now, mark.first, mark.second, to))


def with_offset(mark: BoundaryMark, value: float) -> Edit:
    """Return the edit that sets the difference of the two biases; their sum stays."""

    def changed(subject: Classifier) -> Classifier:
        weights, now = subject.linear
        bias = now.copy()
        middle = 0.5 * (bias[mark.first] + bias[mark.second])
        bias[mark.first], bias[mark.second] = middle + 0.5 * value, middle - 0.5 * value
        return with_linear(subject, Linear(weights, bias))

    return OnClassifier(changed)


def _inputs(subject: Classifier, axes: Axes, values: tuple[float, float]) -> Array:
    """Return the inputs of the chosen point, but for two of them."""
    inputs: Array = np.array(subject.points[subject.chosen])
    inputs[list(axes)] = values
    return inputs
