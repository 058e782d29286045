r"""K linear functions of an input, z = W x + b, and how the error flows back through them.

Softmax has one direction too many: the same vector added to every row of W, and the same number to
every b, change no probability.  Weights are compared after `gauge_fixed`.

With :math:`g = \partial L/\partial z` (for cross-entropy p - y over T), the chain rule gives
:math:`\partial L/\partial W = g x^T`, :math:`\partial L/\partial b = g` and
:math:`\partial L/\partial x = W^T g`.

Source: Rumelhart, Hinton & Williams 1986, :doi:`10.1038/323533a0`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from xentgui.model.rows import Array


class Linear(NamedTuple):
    """The weights of K classes for D inputs, or a change or a derivative of them.

    Attributes
    ----------
    weights
        W, shape (K, D), finite.
    bias
        b, shape (K,), finite, or -inf for a class that is switched off.
    """

    weights: Array
    bias: Array


def zero(classes: int, inputs: int) -> Linear:
    """Return W = 0 and b = 0."""
    return Linear(np.zeros((classes, inputs)), np.zeros(classes))


@np.errstate(all="ignore")
def scores(linear: Linear, points: Array) -> Array:
    """Return the logits W x + b of each point, shape (N, K); `points` have shape (N, D).

    Each row has the same bits as if it were computed alone, which matrix products do not promise:
    the products are added in the order of the inputs, and the bias last.
    """
    return scores_of_columns(linear, points.T)


def scores_of_columns(linear: Linear, columns: Array) -> Array:
    """Return `scores` of points whose inputs are `columns`, shape (D, N), faster if contiguous.

    The caller silences numpy's warnings, which takes as long as a product.
    """
    sums = _products(linear.weights, columns)
    sums += linear.bias[:, None]
    return np.ascontiguousarray(sums.T)


@np.errstate(all="ignore")
def products(weights: Array, points: Array) -> Array:
    """Return W x of each point, shape (K, N), which `scores` adds the bias to."""
    return _products(weights, points.T)


def _products(weights: Array, columns: Array) -> Array:
    sums = np.zeros((len(weights), columns.shape[1]))
    for d in range(len(columns)):
        sums += weights[:, d, None] * columns[d]
    return sums


def gauge_fixed(linear: Linear) -> Linear:
    """Return the weights minus their mean over the classes: the same probabilities, one way.

    >>> fixed = gauge_fixed(Linear(np.array([[1.0, 5.0], [3.0, 5.0]]), np.array([0.0, 4.0])))
    >>> fixed.weights.tolist(), fixed.bias.tolist()
    ([[-1.0, 0.0], [1.0, 0.0]], [-2.0, 2.0])
    """
    weights, bias = linear
    return Linear(weights - weights.mean(axis=0), bias - bias.mean())


def plane(linear: Linear, point: Array, axes: tuple[int, int]) -> Linear:
    """Return z as a function of the two inputs `axes`, while the others stay as in `point`, (D,).

    >>> whole = Linear(np.array([[1.0, 2.0, 3.0]]), np.array([0.5]))
    >>> plane(whole, np.array([7.0, 10.0, 9.0]), (2, 0))
    Linear(weights=array([[3., 1.]]), bias=array([20.5]))
    """
    rest = point.copy()
    rest[list(axes)] = 0.0
    return Linear(linear.weights[:, list(axes)], scores(linear, rest.reshape(1, -1))[0])


def outer_product(slopes: Array, point: Array) -> Linear:
    """Return the derivatives by W and b; `slopes` by z have shape (K,), `point` has (D,).

    >>> outer_product(np.array([-1.0, 1.0]), np.array([1.0, 2.0])).weights.tolist()
    [[-1.0, -2.0], [1.0, 2.0]]
    """
    return Linear(np.multiply.outer(slopes, point), slopes)


@np.errstate(all="ignore")
def by_input(weights: Array, slopes: Array) -> Array:
    """Return the derivative by x, shape (D,): the point falls along minus this.

    >>> by_input(np.array([[2.0, 0.0], [0.0, 1.0]]), np.array([-1.0, 1.0])).tolist()
    [-2.0, 1.0]
    """
    found: Array = np.add.reduce(weights * slopes[:, None], axis=0)
    return found
