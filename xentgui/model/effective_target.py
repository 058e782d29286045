"""The effective target and what follows from it alone.  It is kept while only logits are edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from xentgui.model.information import entropy_terms, support_of
from xentgui.model.rows import Array, locked, row_sums

if TYPE_CHECKING:
    import numpy.typing as npt


class EffectiveTarget(NamedTuple):
    """The effective target y; arrays are read-only.

    Attributes
    ----------
    target : y = (1 - e) * target + e * sum(target)/K under label smoothing e; shape (K,).
    total : s = sum(target), which smoothing does not change.
    support : where y is not 0, in order; shape (n,).
    entropy_terms : -y log y; shape (K,).
    entropy : the sum of `entropy_terms`, in nats.

    Source: Szegedy et al. 2016, :doi:`10.1109/CVPR.2016.308` (label smoothing).
    """

    target: Array
    total: float
    support: npt.NDArray[np.intp]
    entropy_terms: Array
    entropy: float


_latest: tuple[Array, float, EffectiveTarget] | None = None


def effective_target_of(target: Array, total: float, smoothing: float) -> EffectiveTarget:
    """Return the effective target of a `target`, whose sum is `total`, under label smoothing.

    `target` is read-only, shape (K,).  The same `target` and `smoothing` give the same object as
    the call before.
    """
    global _latest  # noqa: PLW0603 (one is enough: edits follow each other)
    if _latest is not None and _latest[0] is target and _latest[1] == smoothing:
        return _latest[2]
    if smoothing == 0.0:
        y = target
    else:
        y = locked((1.0 - smoothing) * target + smoothing * (total / len(target)))
    support = support_of(y)
    terms = entropy_terms(y, support)
    effective = EffectiveTarget(y, total, locked(support), locked(terms), float(row_sums(terms)))
    _latest = target, smoothing, effective
    return effective
