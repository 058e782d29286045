"""Edits of the points of the input space: add one, remove one, and what is typed at a mark."""

from __future__ import annotations

import numpy as np

from xentgui.language.numbers import lowered
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.classifier.judgement import classes_of
from xentgui.model.mark import Mark
from xentgui.model.naming import name_of
from xentgui.model.rows import Array
from xentgui.model.subjects import Edit
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import (
    OnClassifier,
    with_chosen,
    with_points_added,
    without_points,
)
from xentgui.model.view import View
from xentgui.panels.boundary_mark import BoundaryMark, with_offset
from xentgui.panels.input_space_choices import Axes, axes_of
from xentgui.panels.mean_mark import MeanMark, means_in, moved_to
from xentgui.panels.point_mark import PointMark, set_inputs

_ADD = QT_TRANSLATE_NOOP("panels", "Add Point of {label}")
_REMOVE = QT_TRANSLATE_NOOP("panels", "Remove Point {number}")


def new_class(subject: Classifier, tool: int | None) -> int:
    """Return the class of a new point: `tool`, if there is such a class, or the chosen point's."""
    if tool is not None and tool < len(subject.labels):
        return tool
    chosen = subject.targets[subject.chosen : subject.chosen + 1]
    return max(int(classes_of(chosen)[0]), 0)


def add_point(
    subject: Classifier, axes: Axes, values: tuple[float, float], k: int, *, chosen: bool = True
) -> tuple[Edit, str]:
    """Return the edit that adds a point of class `k` with two inputs, and the name of the step.

    Its other inputs are those of the chosen point.  It becomes the chosen one, if so.
    """

    def changed(now: Classifier) -> Classifier:
        inputs = np.array(now.points[now.chosen : now.chosen + 1])
        inputs[0, list(axes)] = values
        target = np.zeros((1, len(now.labels)))
        target[0, k] = 1.0
        after = with_points_added(now, inputs, target)
        return with_chosen(after, len(after.points) - 1) if chosen else after

    text = translate("panels", _ADD).format(label=name_of(subject.labels, k))
    return OnClassifier(changed), text


def remove_point(number: int) -> tuple[Edit, str]:
    """Return the edit that removes a point, and the name of the step."""
    text = translate("panels", _REMOVE).format(number=number + 1)
    return OnClassifier(lambda subject: without_points(subject, (number,))), text


def captions_of(mark: Mark) -> tuple[str, ...]:
    """Return the symbols of the two inputs, or of the difference of two biases."""
    if isinstance(mark, BoundaryMark):
        first, second = (lowered(str(one + 1)) for one in (mark.first, mark.second))
        return (f"b{first} − b{second}",)
    return ("x (→)", "x (↑)")


def numbers_of(mark: Mark, subject: Classifier, view: View) -> tuple[float, ...]:
    """Return the two inputs of a point or a mean, or the difference of two biases."""
    if isinstance(mark, BoundaryMark):
        return (float(subject.bias[mark.first] - subject.bias[mark.second]),)
    axes = axes_of(subject, view)
    if isinstance(mark, MeanMark):
        return tuple(mean_of(subject, view, mark)[list(axes)].tolist())
    assert isinstance(mark, PointMark)
    return tuple(subject.points[mark.number, [axes.across, axes.up]].tolist())


def typed(mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
    """Return the edit for typed numbers."""
    if isinstance(mark, BoundaryMark):
        return with_offset(mark, values[0])
    across, up = values
    if isinstance(mark, MeanMark):
        mean = mark
        return OnClassifier(
            lambda subject: moved_to(mean, subject, axes_of(subject, view), (across, up))
        )
    assert isinstance(mark, PointMark)
    return set_inputs(mark, lambda subject: axes_of(subject, view), (across, up))


def mean_of(subject: Classifier, view: View, mark: MeanMark) -> Array:
    """Return the inputs of a mean, shape (D,)."""
    means = means_in(subject, view)
    found: Array = subject.points[0] if means is None else means[mark.index]
    return found
