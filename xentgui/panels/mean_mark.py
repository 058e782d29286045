"""The mark of a class's mean: moving it moves all points of the class by the same."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt

from xentgui.model.classifier.ghosts import gaussians
from xentgui.model.mark import Mark
from xentgui.model.rows import Array
from xentgui.model.state import State
from xentgui.model.subjects import Edit
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_boundary import with_mean_at
from xentgui.model.subjects.on_classifier import OnClassifier
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.input_space_choices import MEANS, Axes, shown_in
from xentgui.panels.point_mark import place_in

MOST = 12
"""Of so many classes, means are drawn."""


@dataclass(frozen=True, slots=True)
class MeanMark(Mark):
    """The mean of the points of class `index`, from 0."""

    index: int

    def is_in(self, state: State) -> bool:
        """Return whether `state` has so many classes."""
        return self.index < len(state.labels)


def means_in(subject: Classifier, view: View) -> Array | None:
    """Return the means that are drawn, shape (K, D); None if none are."""
    if MEANS not in shown_in(view) and subject.way != "lda":
        return None
    found = gaussians(subject) if len(subject.labels) <= MOST else None
    return None if found is None else found.means


class MeanHold:
    """A mean while it is dragged."""

    def __init__(self, mark: MeanMark, axes: Axes, start: Classifier, mean: Array) -> None:
        self._mark, self._axes, self._start, self._mean = mark, axes, start, mean

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit for `point`; with Alt the mean is not rounded."""
        return set_mean(self._mark, self._axes, place_in(frame, point, modifiers), self._mean)

    def put_back(self) -> Edit:
        """Return the edit that restores the points of the class."""
        start, rows = self._start, np.flatnonzero(self._start.classes == self._mark.index)

        def restored(subject: Classifier) -> Classifier:
            points = subject.points.copy()
            points[rows] = start.points[rows]
            return subject.replaced(points=points)

        return OnClassifier(restored)


def moved_to(
    mark: MeanMark, subject: Classifier, axes: Axes, values: tuple[float, float]
) -> Classifier:
    """Return the classifier with the mean at two inputs; raises RefusedError without points."""
    rows = subject.classes == mark.index
    mean = subject.points[rows].mean(axis=0) if rows.any() else subject.points[0].copy()
    mean[list(axes)] = values
    return with_mean_at(subject, mark.index, mean)


def set_mean(mark: MeanMark, axes: Axes, values: tuple[float, float], mean: Array) -> Edit:
    """Return the edit that moves the mean to two inputs; the others are those of `mean`, (D,)."""
    to = np.array(mean)
    to[list(axes)] = values
    return OnClassifier(lambda subject: with_mean_at(subject, mark.index, to))
