"""What is drawn of the ways that are not chosen: their boundaries, and the ellipses of the Gaussians.

All are pure functions of a classifier, and kept while it stays the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numpy as np

from xentgui.model.classifier.boundaries import Boundary, Rectangle, boundaries
from xentgui.model.classifier.closed_forms import Gaussians, gaussians_of
from xentgui.model.classifier.linear import Linear, plane
from xentgui.model.classifier.ways import in_closed_form
from xentgui.model.message import RefusedError
from xentgui.model.rows import Array
from xentgui.model.subjects.classifier import Classifier

_Found = TypeVar("_Found")
_kept: dict[object, tuple[tuple[object, ...], object]] = {}


def linear_of_way(subject: Classifier, way: str) -> Linear | None:
    """Return W and b of a way, chosen or not; None where the points do not determine them."""
    if way == "softmax":
        return subject.trained
    if way == subject.way:
        return None if subject.refusal is not None else subject.linear

    def find() -> Linear | None:
        try:
            return in_closed_form(way, subject.inputs, subject.targets, subject.labels)
        except RefusedError:
            return None

    return _once(way, (subject.inputs, subject.targets, subject.labels), find)


def boundaries_of_way(
    subject: Classifier, way: str, within: Rectangle, axes: tuple[int, int] = (0, 1)
) -> list[Boundary]:
    """Return the boundaries of a way over two inputs; the others are those of the chosen point.

    There are none where the way has no W and b, and none that are straight with features.
    """
    linear = linear_of_way(subject, way)
    if linear is None or subject.features or subject.points.shape[1] < 2:
        return []
    return boundaries(plane(linear, subject.points[subject.chosen], axes), within)


def gaussians(subject: Classifier) -> Gaussians | None:
    """Return the Gaussians of the inputs of each class; None where a class has no point."""

    def find() -> Gaussians | None:
        try:
            return gaussians_of(subject.points, subject.targets, subject.labels)
        except RefusedError:
            return None

    return _once("gaussians", (subject.points, subject.targets, subject.labels), find)


def ellipse(mean: Array, covariance: Array, count: int = 64) -> Array:
    """Return the points at a distance of one standard deviation from a mean, shape (count, 2).

    `mean` has shape (2,), and `covariance`, (2, 2), is that of the two inputs that are drawn.  One
    that cannot be a covariance gives the mean alone.

    >>> ellipse(np.array([1.0, 2.0]), np.diag([4.0, 1.0]), 4).round(9).tolist()
    [[3.0, 2.0], [1.0, 3.0], [-1.0, 2.0], [1.0, 1.0]]
    """
    angles = 2.0 * np.pi * np.arange(count) / count
    circle = np.column_stack((np.cos(angles), np.sin(angles)))
    values, vectors = np.linalg.eigh(covariance)
    root = (vectors * np.sqrt(np.maximum(values, 0.0))) @ vectors.T
    found: Array = mean + circle @ root
    return found


def _once(key: object, given: tuple[object, ...], find: Callable[[], _Found]) -> _Found:
    """Return what `find` has found for the same objects, or find it now; the last one is kept."""
    known = _kept.get(key)
    if known is not None and all(a is b for a, b in zip(known[0], given, strict=True)):
        return known[1]  # type: ignore[return-value]
    found = find()
    _kept[key] = given, found
    return found
