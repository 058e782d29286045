r"""The Jacobian of the probabilities, and the gradient as it flows back through it.

With u = z/T, softmax has :math:`\partial p_i/\partial u_j = p_i\delta_{ij} - p_i p_j`.  Entmax has
the same form with :math:`s = p^{2-\alpha}` where p is above 0:
:math:`s_i\delta_{ij} - s_i s_j/\sum s`.  The derivative by z is 1/T of that.  The diagonal is
computed from what the others have, so that no digit is lost near p = 1.

For a loss of the probabilities, the gradient at the logits is
:math:`\partial L/\partial z = J^\mathsf{T}\,\partial L/\partial p`.

Sources: Bishop 2006, Pattern Recognition and Machine Learning, 4.3.4 (softmax); Peters, Niculae &
Martins 2019, arXiv:1905.05702 (entmax).
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from xentgui.model.effective_target import sums_of_others
from xentgui.model.losses import chosen_loss
from xentgui.model.rows import Array, locked
from xentgui.model.snapshot import Snapshot

MOST = 6
"""Of more classes, those are shown that have the largest probabilities."""

STEEPEST = 0.25
"""No derivative of softmax by u exceeds p (1 - p) at p = 1/2."""


@lru_cache(maxsize=4)
def shown_classes(snapshot: Snapshot) -> tuple[int, ...]:
    """Return the classes whose rows and columns are shown, in order."""
    count = len(snapshot.logits)
    if count <= MOST:
        return tuple(range(count))
    largest = np.argsort(-snapshot.probabilities, kind="stable")[:MOST]
    return tuple(sorted(largest.tolist()))


def is_defined(snapshot: Snapshot) -> bool:
    """Return whether p depends smoothly on z: not at T = 0, where it jumps."""
    return snapshot.state.temperature > 0.0


@lru_cache(maxsize=4)
def jacobian_of(snapshot: Snapshot) -> Array:
    """Return the derivative of p_i by z_j of the shown classes, shape (n, n); i is the row.

    `snapshot` has a temperature above 0.  At T = inf, all derivatives are 0.
    """
    which = np.array(shown_classes(snapshot))
    with np.errstate(all="ignore"):
        weights, shares, others = _weights(snapshot)
        cells = -np.outer(weights[which], shares[which])
        np.fill_diagonal(cells, (weights * others)[which])
        cells += 0.0  # -0 becomes 0
        return locked(cells / snapshot.state.temperature)


def slope_by_probabilities(snapshot: Snapshot) -> Array | None:
    """Return the derivative of the loss by p, shape (K,), as if each p could be moved alone.

    It is infinite where p is 0 and the target is not, for a loss with a logarithm.  None if the
    loss is no function of the probabilities.
    """
    with np.errstate(all="ignore"):
        slopes = chosen_loss(snapshot.state).by_probabilities(snapshot)
    return None if slopes is None else locked(slopes)


def _weights(snapshot: Snapshot) -> tuple[Array, Array, Array]:
    """Return s, its share of the sum, and the share of the others; each of shape (K,)."""
    p = snapshot.probabilities
    loss = chosen_loss(snapshot.state)
    if loss.predictor == "softmax":
        return p, p, snapshot.complements
    alpha = loss.parameters_in(snapshot.state)["alpha"]
    s = np.where(p > 0.0, p ** (2.0 - alpha), 0.0)
    total = np.add.reduce(s)
    return s, s / total, sums_of_others(s) / total
