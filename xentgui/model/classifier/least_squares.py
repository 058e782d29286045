r"""Without the activation: linear regression on the targets, :math:`B = (A^T A)^{-1} A^T Y`.

The outputs W x + b sum to 1 where the targets do, but they leave [0, 1]; and a class that lies
between two others can be masked: no point is predicted to belong to it.

Source: Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, 4.2.
"""

from __future__ import annotations

import numpy as np

from xentgui.model.classifier.discriminant import SINGULAR
from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.standard import scale_of
from xentgui.model.message import RefusedError
from xentgui.model.rows import Array


def least_squares(points: Array, targets: Array) -> Linear:
    """Return W and b with the least squared error; shapes (N, D) and (N, K).

    Raises RefusedError where more than one W has it.
    """
    scale = scale_of(points)
    inputs = np.column_stack((scale.points(points), np.ones(len(points))))
    found, _, rank, _ = np.linalg.lstsq(inputs, targets, rcond=1e-12)
    if rank < inputs.shape[1]:
        raise RefusedError(SINGULAR)
    return scale.outside(Linear(np.ascontiguousarray(found[:-1].T), found[-1].copy()))
