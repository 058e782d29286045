"""Edits of the points of the input space: add one, add a cloud piece by piece, remove one."""

from __future__ import annotations

import numpy as np

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.classifier.judgement import classes_of
from xentgui.model.naming import name_of
from xentgui.model.subjects import Edit
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import (
    OnClassifier,
    with_chosen,
    with_points_added,
    without_points,
)
from xentgui.panels.input_space_choices import Axes

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
