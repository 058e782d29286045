"""z over two inputs where W belongs to features of them: squares, sines and a product beside x.

All but the product are a part that depends on one input and a part that depends on the other.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import numpy as np

from xentgui.model.classifier.features import feature_of, plain_features
from xentgui.model.classifier.linear import Linear
from xentgui.model.rows import Array


class Bent(NamedTuple):
    """z = W x + S x**2 + N sin x + q x1 x2 + b of K classes, over two inputs.

    Attributes
    ----------
    weights, squares, sines
        W, S and N, shape (K, 2) each.
    bias, product
        b and q, shape (K,) each.
    """

    weights: Array
    bias: Array
    squares: Array
    sines: Array
    product: Array


Plane: TypeAlias = Linear | Bent
"""z over two inputs."""


@np.errstate(all="ignore")
def bent(linear: Linear, keys: tuple[str, ...], axes: tuple[int, int], point: Array) -> Bent:
    """Return z over the inputs `axes` while the others stay as in `point`, (D,); W is (K, F).

    >>> one = Linear(np.array([[1.0, 2.0, 3.0]]), np.array([0.5]))
    >>> found = bent(one, ("x1^2", "x1*x2", "x3"), (0, 1), np.array([9.0, 9.0, 2.0]))
    >>> found.squares.tolist(), found.product.tolist(), found.bias.tolist()
    ([[1.0, 0.0]], [2.0], [6.5])
    """
    count = len(linear.bias)
    weights, squares, sines = (np.zeros((count, 2)) for _ in range(3))
    product, bias = np.zeros(count), linear.bias.copy()
    place = {d: at for at, d in enumerate(axes)}
    for own, key in zip(linear.weights.T, keys or plain_features(len(point)), strict=True):
        kind, first, second = feature_of(key, len(point))
        if kind == "product" and (first in place) != (second in place):
            free, fixed = (first, second) if first in place else (second, first)
            weights[:, place[free]] += own * point[fixed]
        elif first not in place:
            one = np.sin(point[first]) if kind == "sin" else point[first]
            bias += own * (one * point[second] if kind in ("product", "square") else one)
        elif kind == "product":
            product += own
        else:
            {"x": weights, "square": squares, "sin": sines}[kind][:, place[first]] += own
    return Bent(weights, bias, squares, sines, product)


def picked(plane: Plane, classes: np.ndarray) -> Plane:
    """Return z of some classes."""
    parts = [part[classes] for part in plane]
    return Linear(*parts) if isinstance(plane, Linear) else Bent(*parts)


def parts_of(plane: Plane, x: Array, y: Array) -> tuple[Array, Array]:
    """Return what depends on `x`, shape (K, len(x)), and what depends on `y`, with b."""
    across = np.multiply.outer(plane.weights[:, 0], x)
    up = np.multiply.outer(plane.weights[:, 1], y) + plane.bias[:, None]
    if isinstance(plane, Bent):
        across = across + _bend(plane, x, 0)
        up = up + _bend(plane, y, 1)
    return across, up


def _bend(plane: Bent, values: Array, d: int) -> Array:
    found: Array = np.multiply.outer(plane.squares[:, d], values * values)
    found += np.multiply.outer(plane.sines[:, d], np.sin(values))
    return found


@np.errstate(all="ignore")
def scores_at(plane: Plane, places: Array) -> Array:
    """Return z at places, shape (n, K); `places` have shape (n, 2)."""
    across, up = parts_of(plane, places[:, 0], places[:, 1])
    found = across + up
    if isinstance(plane, Bent):
        found += np.multiply.outer(plane.product, places[:, 0] * places[:, 1])
    return np.ascontiguousarray(found.T)
