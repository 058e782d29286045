"""What is asked for, and what follows from that alone: worked out once for many edits of logits."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from xentgui.model.information import asked_of, own_terms
from xentgui.model.rows import Array, locked, row_sums
from xentgui.model.state import State


class EffectiveTarget(NamedTuple):
    """The effective target of a state.

    Attributes
    ----------
    target : (1 - e) * target + e * sum(target)/K under label smoothing e; shape (K,), read-only.
    asked : where that is not 0, in order; shape (n,), read-only.
    own : the terms -y log y of its entropy; shape (K,), read-only.
    entropy : their sum.
    """

    target: Array
    asked: npt.NDArray[np.intp]
    own: Array
    entropy: float


_latest: tuple[Array, float, EffectiveTarget] | None = None


def effective_target_of(state: State) -> EffectiveTarget:
    """Return what `state` asks for; the same object while its target and smoothing stay."""
    global _latest  # noqa: PLW0603 (one is enough: edits follow each other)
    target, smoothing = state.target_array, state.label_smoothing
    if _latest is not None and _latest[0] is target and _latest[1] == smoothing:
        return _latest[2]
    if smoothing == 0.0:
        y = target
    else:
        share = smoothing * (state.target_sum / len(state.labels))
        y = locked((1.0 - smoothing) * target + share)
    asked = asked_of(y)
    own = own_terms(y, asked)
    aim = EffectiveTarget(y, locked(asked), locked(own), float(row_sums(own)))
    _latest = target, smoothing, aim
    return aim
