"""How good a classifier is: right and wrong, the confusion matrix, margins, the blind guess."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from xentgui.model.rows import Array, row_places, row_sums


def classes_of(targets: Array) -> npt.NDArray[np.intp]:
    """Return the class of each target, shape (N,): the largest, the first if some are equal.

    It is -1 for a point without any target.
    """
    found = row_places(targets)
    found[row_sums(targets) == 0.0] = -1
    return found


TIE = 1e-12
"""Outputs of least squares that differ by less are equal: symmetric points give equal ones, which
are computed in different ways."""


def predictions_of(outputs: Array, tie: float = 0.0) -> npt.NDArray[np.intp]:
    """Return the class with the largest output, shape (N,); the first of those within `tie` of it.

    >>> predictions_of(np.array([[0.0, 1e-17], [0.0, 1.0]]), TIE).tolist()
    [0, 1]
    """
    if not tie:
        return row_places(outputs)
    found: npt.NDArray[np.intp] = (outputs >= outputs.max(axis=1, keepdims=True) - tie).argmax(
        axis=1
    )
    return found


def accuracy(outputs: Array, targets: Array, tie: float = 0.0) -> float:
    """Return the share of the points that have a target whose class is predicted; NaN if none has.

    >>> accuracy(np.array([[1.0, 0.0], [3.0, 2.0]]), np.array([[1.0, 0.0], [0.0, 1.0]]))
    0.5
    """
    return share_right(predictions_of(outputs, tie), classes_of(targets))


def share_right(predictions: npt.NDArray[np.intp], classes: npt.NDArray[np.intp]) -> float:
    """Return the same for classes, shape (N,) both; those of points without a target are -1."""
    count = len(classes) - int(np.count_nonzero(classes < 0))
    return int(np.count_nonzero(classes == predictions)) / count if count else float("nan")


def confusion(outputs: Array, targets: Array, tie: float = 0.0) -> npt.NDArray[np.intp]:
    """Return how many points of each class (row) are predicted as each (column), shape (K, K).

    >>> confusion(np.array([[1.0, 0.0], [3.0, 2.0]]), np.array([[1.0, 0.0], [0.0, 1.0]])).tolist()
    [[1, 0], [1, 0]]
    """
    classes, count = classes_of(targets), targets.shape[1]
    has = classes >= 0
    places = classes[has] * count + predictions_of(outputs, tie)[has]
    return np.bincount(places, minlength=count * count).reshape(count, count)


def margins(outputs: Array, targets: Array) -> Array:
    """Return the output of each point's class minus the largest other one, shape (N,).

    It is below 0 for a wrong point, and inf for one without a target.
    """
    classes, rows = classes_of(targets), np.arange(len(outputs))
    own = outputs[rows, classes]
    others = outputs.copy()
    others[rows, classes] = -np.inf
    with np.errstate(invalid="ignore"):
        found: Array = np.where(classes >= 0, own - others.max(axis=1), np.inf)
    return found


def base_rate_loss(targets: Array) -> float:
    """Return the mean cross-entropy of the class shares, in nats: what W = 0 can reach.

    >>> round(base_rate_loss(np.array([[1.0, 0.0], [0.0, 1.0]])), 12)
    0.69314718056
    """
    masses = np.add.reduce(targets, axis=0)
    on = masses[masses > 0.0]
    if not on.size:
        return 0.0
    return float(-np.add.reduce(on * np.log(on / np.add.reduce(on)))) / len(targets)
