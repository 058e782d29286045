"""Edits of a classifier: its chosen point, its points, its weights, and classes with their points.

Each is a pure function Classifier -> Classifier that raises InvalidStateError; `OnClassifier` makes
an edit of it, which other subjects refuse.  Points, inputs and classes are counted from 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from xentgui.model.checks import InvalidStateError
from xentgui.model.classifier.features import checked_features, plain_features, require_some
from xentgui.model.classifier.fit import Fit
from xentgui.model.classifier.judgement import classes_of
from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.ways import checked_way
from xentgui.model.edits import remove_classes
from xentgui.model.edits.copying import require_class, require_list
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError
from xentgui.model.rows import Array
from xentgui.model.subjects import classifier_checks as checks
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.subject import Subject

NO_CLASSIFIER = QT_TRANSLATE_NOOP("errors", "Only a classifier has points. Open one.")
_LAST_POINT = QT_TRANSLATE_NOOP(
    "errors", "A classifier needs at least one point. Add another one first."
)
_NO_INPUTS = QT_TRANSLATE_NOOP(
    "errors", "A point has {count} inputs, and {given} are given. Give a number for each."
)


class OnClassifier:
    """An edit made from a change of the classifier."""

    __slots__ = ("_change",)

    def __init__(self, change: Callable[[Classifier], Classifier]) -> None:
        """`change` is pure, and raises RefusedError."""
        self._change = change

    def __call__(self, subject: Subject) -> Subject:
        """Return the subject after the change; raises RefusedError, also for other subjects."""
        if not isinstance(subject, Classifier):
            raise RefusedError(NO_CLASSIFIER)
        return self._change(subject)


def with_chosen(subject: Classifier, number: int) -> Classifier:
    """Choose a point, whose state all panels show."""
    number = checks.require_point(len(subject.points), number)
    return subject if number == subject.chosen else subject.replaced(chosen=number)


def with_point(subject: Classifier, number: int, inputs: npt.ArrayLike) -> Classifier:
    """Move a point to `inputs`, shape (D,)."""
    number = checks.require_point(len(subject.points), number)
    row = _points(subject, np.array([inputs]), number)[0]
    points = subject.points.copy()
    points[number] = row
    return subject.replaced(points=points, moved=np.array([number]))


def with_points_moved(subject: Classifier, numbers: Iterable[int], by: npt.ArrayLike) -> Classifier:
    """Move some points by the same, shape (D,)."""
    rows = _rows(subject, numbers)
    points = subject.points.copy()
    with np.errstate(over="ignore"):
        points[rows] += np.asarray(by, float)
    return subject.replaced(points=checks.checked_points(points, subject.input_names))


def with_points_added(
    subject: Classifier,
    points: npt.ArrayLike,
    targets: npt.ArrayLike,
    at: int | None = None,
) -> Classifier:
    """Insert points, shape (n, D), with `targets`, (n, K), before point `at`, or after all.

    The chosen point stays chosen.
    """
    count = len(subject.points)
    at = count if at is None else checks.require_point(count + 1, at)
    new = _points(subject, points, at)
    own = checks.checked_targets(subject.labels, targets, len(new))
    return subject.replaced(
        points=np.insert(subject.points, at, new, axis=0),
        targets=np.insert(subject.targets, at, own, axis=0),
        chosen=subject.chosen + len(new) * (at <= subject.chosen),
    )


def without_points(subject: Classifier, numbers: Iterable[int]) -> Classifier:
    """Remove points, but not all.

    If the chosen one is among them, the next one that stays is chosen, or the last.
    """
    stays = np.ones(len(subject.points), bool)
    stays[_rows(subject, numbers)] = False
    if stays.all():
        return subject
    left = int(np.count_nonzero(stays))
    if not left:
        raise InvalidStateError(_LAST_POINT)
    chosen = min(int(np.count_nonzero(stays[: subject.chosen])), left - 1)
    return subject.replaced(
        points=subject.points[stays], targets=subject.targets[stays], chosen=chosen
    )


def with_class_of_points(subject: Classifier, numbers: Iterable[int], k: int) -> Classifier:
    """Give some points the class `k`."""
    rows, k = _rows(subject, numbers), require_class(subject.resolve(), k)
    targets = subject.targets.copy()
    targets[rows] = 0.0
    targets[rows, k] = 1.0
    return subject.replaced(targets=targets)


def with_target_of_point(subject: Classifier, number: int, target: npt.ArrayLike) -> Classifier:
    """Set the target of a point, shape (K,)."""
    number = checks.require_point(len(subject.points), number)
    targets = subject.targets.copy()
    targets[number] = checks.checked_targets(subject.labels, np.array([target]), 1)[0]
    return subject.replaced(targets=targets)


def with_weight(subject: Classifier, k: int, d: int, value: float) -> Classifier:
    """Set the weight of class `k` for input `d`."""
    k = require_class(subject.resolve(), k)
    now = subject.linear
    d = checks.require_input(now.weights.shape[1], d)
    weights: Array = now.weights.copy()
    weights[k, d] = value
    return with_linear(subject, Linear(weights, now.bias))


def with_bias(subject: Classifier, k: int, value: float) -> Classifier:
    """Set the bias of class `k`; -inf switches it off."""
    k = require_class(subject.resolve(), k)
    weights, now = subject.linear
    bias = now.copy()
    bias[k] = value
    return with_linear(subject, Linear(weights, bias))


def with_linear(subject: Classifier, linear: Linear, fit: Fit | None = None) -> Classifier:
    """Set W and b, as a step of training does; what stays the same stays the same array.

    A closed form gives way to them.  `fit` is what follows from them at the points of `subject`, if
    it is known.
    """
    changes: dict[str, Any] = {}
    if subject.way != "softmax":
        changes["way"] = "softmax"
    if linear.weights is not subject.weights:
        changes["weights"] = checks.checked_weights(
            subject.labels, linear.weights, subject.feature_names
        )
    if linear.bias is not subject.bias:
        changes["bias"] = checks.checked_bias(subject.labels, linear.bias)
    after = subject.replaced(**changes) if changes else subject
    return after if fit is None else after.knowing(fit)


def with_way(subject: Classifier, way: str) -> Classifier:
    """Choose how W and b are found; a closed form that the points do not determine is refused."""
    after = subject if subject.way == way else subject.replaced(way=checked_way(way))
    if after.refusal is not None:
        raise after.refusal
    return after


def with_features(subject: Classifier, keys: Iterable[str]) -> Classifier:
    """Choose the features of x that W belongs to.

    The weights of a feature that stays are those that it has; a new one begins with 0.
    """
    keys, inputs = tuple(keys), len(subject.input_names)
    require_some(keys)
    features = checked_features(keys, inputs)
    if features == subject.features:
        return subject
    plain = plain_features(inputs)
    before, after = subject.features or plain, features or plain
    weights = np.zeros((len(subject.labels), len(after)))
    for number, key in enumerate(after):
        if key in before:
            weights[:, number] = subject.weights[:, before.index(key)]
    return subject.replaced(features=features, weights=weights)


def without_classes_and_points(subject: Classifier, classes: Iterable[int]) -> Classifier:
    """Remove classes with the points that belong to them, as their largest target says.

    What other points ask of these classes goes, too.
    """
    gone = sorted({require_class(subject.resolve(), k) for k in require_list(classes)})
    belong = np.isin(classes_of(subject.targets), gone)
    fewer = without_points(subject, np.flatnonzero(belong).tolist())
    targets = fewer.targets.copy()
    targets[:, gone] = 0.0
    fewer = fewer.replaced(targets=targets)
    return fewer.absorb(remove_classes(fewer.resolve(), gone))


def _points(subject: Classifier, values: npt.ArrayLike, first: int) -> Array:
    points = checks.checked_points(values, subject.input_names, first)
    wanted, given = len(subject.input_names), points.shape[1]
    if given != wanted:
        raise InvalidStateError(_NO_INPUTS, count=wanted, given=given)
    return points


def _rows(subject: Classifier, numbers: Iterable[int]) -> npt.NDArray[np.intp]:
    count = len(subject.points)
    each = [checks.require_point(count, one) for one in require_list(numbers)]
    return np.array(each, dtype=np.intp)
