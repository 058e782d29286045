"""Edits of what follows from a classifier: a boundary between two classes, and a mean of a class.

Each is a pure function Classifier -> Classifier that raises InvalidStateError, as those in
`on_classifier`.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from xentgui.model.checks import InvalidStateError
from xentgui.model.classifier.features import mapped
from xentgui.model.classifier.judgement import classes_of
from xentgui.model.classifier.linear import Linear, scores
from xentgui.model.edits.copying import require_class
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.naming import name_of
from xentgui.model.rows import Array
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import with_linear, with_points_moved

_NO_BOUNDARY = QT_TRANSLATE_NOOP(
    "errors", "{one} and {other} have no boundary that could be moved. Choose two classes that do."
)
_BENT = QT_TRANSLATE_NOOP(
    "errors",
    "The boundaries bend with the chosen features, and cannot be turned as lines. "
    "Shift them, change a weight, or choose the inputs as they are.",
)
_NO_POINT: Final = QT_TRANSLATE_NOOP(
    "errors", "The class {label} has no point, and so no mean. Add one, or remove the class."
)


@np.errstate(all="ignore")
def with_boundary_through(subject: Classifier, j: int, k: int, point: npt.ArrayLike) -> Classifier:
    """Shift the boundary between two classes so that it goes through a point, shape (D,).

    Each bias takes half of the change, in opposite directions.
    """
    j, k = _pair(subject, j, k)
    inputs = mapped(subject.features, np.asarray(point, float).reshape(1, -1))
    gap = _gap(subject.linear, j, k, inputs)
    weights, now = subject.linear
    bias = now.copy()
    bias[j] -= 0.5 * gap
    bias[k] += 0.5 * gap
    return with_linear(subject, Linear(weights, bias))


def with_boundary_turned(
    subject: Classifier,
    j: int,
    k: int,
    pivot: npt.ArrayLike,
    to: npt.ArrayLike,
    axes: tuple[int, int] = (0, 1),
) -> Classifier:
    """Turn the boundary between two classes so that it goes through two points, shape (D,) each.

    Only the two inputs `axes` count for its direction.  w_j - w_k keeps its length there, and each
    of the two takes half of the change; each class stays on its side.  Points that are the same
    only shift the boundary.
    """
    j, k = _pair(subject, j, k)
    if subject.features:
        raise InvalidStateError(_BENT)
    plane = list(axes)
    start, end = np.asarray(pivot, float), np.asarray(to, float)
    along = (end - start)[plane]
    length = float(np.hypot(*along))
    if length > 0.0:
        now = subject.linear
        across = (now.weights[j] - now.weights[k])[plane]
        normal = np.array([-along[1], along[0]]) / length * float(np.hypot(*across))
        if normal @ across < 0.0:
            normal = -normal
        weights = now.weights.copy()
        weights[j, plane] += 0.5 * (normal - across)
        weights[k, plane] -= 0.5 * (normal - across)
        subject = with_linear(subject, Linear(weights, now.bias))
    return with_boundary_through(subject, j, k, start)


def with_mean_at(subject: Classifier, k: int, point: npt.ArrayLike) -> Classifier:
    """Move all points of class `k` by the same, so that their mean is at `point`, shape (D,)."""
    k = require_class(subject.resolve(), k)
    rows = np.flatnonzero(classes_of(subject.targets) == k)
    if not rows.size:
        raise InvalidStateError(_NO_POINT, label=name_of(subject.labels, k))
    mean = subject.points[rows].mean(axis=0)
    return with_points_moved(subject, rows.tolist(), np.asarray(point, float) - mean)


def _pair(subject: Classifier, j: int, k: int) -> tuple[int, int]:
    j, k = require_class(subject.resolve(), j), require_class(subject.resolve(), k)
    weights, bias = subject.linear
    is_line = np.isfinite(bias[[j, k]]).all()
    if not is_line or np.array_equal(weights[j], weights[k]):
        one, other = name_of(subject.labels, j), name_of(subject.labels, k)
        raise InvalidStateError(_NO_BOUNDARY, one=one, other=other)
    return j, k


@np.errstate(all="ignore")
def _gap(linear: Linear, j: int, k: int, inputs: Array) -> float:
    found = scores(linear, inputs)[0]
    return float(found[j] - found[k])
