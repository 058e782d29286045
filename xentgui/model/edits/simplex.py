"""Edits of three logits, or three targets, at once: a point in their triangle is moved."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from xentgui.model.edits.copying import copied, with_target_array
from xentgui.model.rows import Array
from xentgui.model.state import State


def with_logits_of(state: State, classes: Sequence[int], logits: Array) -> State:
    """Set the logits of `classes`, shape (n,), at least one of them finite; the others stay."""
    array = state.logit_array.copy()
    array[list(classes)] = logits
    return copied(state, logits=array)


def with_target_shares(state: State, classes: Sequence[int], shares: Array) -> State:
    """Let the effective targets of `classes` have `shares`, shape (n,), of their sum, which stays.

    Label smoothing gives each class something; where `shares` ask for less, the target becomes 0,
    and the others give way in proportion.  The targets of other classes stay.
    """
    chosen = list(classes)
    target, epsilon = state.target_array, state.label_smoothing
    total = float(target[chosen].sum())
    if total == 0.0 or epsilon == 1.0:
        return state
    with np.errstate(all="ignore"):
        even = epsilon * (state.target_sum / total) / len(target)
        wanted = (shares * (1.0 - epsilon + len(chosen) * even) - even) / (1.0 - epsilon)
        wanted = np.maximum(wanted, 0.0)
        wanted /= wanted.sum()
    if not np.isfinite(wanted).all():  # these targets are nothing beside those of the others
        return state
    array = target.copy()
    array[chosen] = wanted * total
    return with_target_array(state, array)
