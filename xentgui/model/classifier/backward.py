r"""How the error flows back from the logits to weights and input, at one point.

With :math:`g = \partial L/\partial z` (for cross-entropy p - y over T), the chain rule through
z = W x + b gives :math:`\partial L/\partial W = g x^T`, :math:`\partial L/\partial b = g` and
:math:`\partial L/\partial x = W^T g`.

Source: Rumelhart, Hinton & Williams 1986, :doi:`10.1038/323533a0`.
"""

from __future__ import annotations

import numpy as np

from xentgui.model.classifier.linear import Linear
from xentgui.model.rows import Array


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
