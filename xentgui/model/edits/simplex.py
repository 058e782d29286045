"""Edits of three logits, or three targets, at once: a point in their triangle is moved."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from xentgui.model.checks import (
    InvalidStateError,
    checked_logits,
    checked_target,
    require_one_on,
)
from xentgui.model.edits.copying import copied, require_class, require_list, with_target_array
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array
from xentgui.model.state import State

_UNEQUAL = QT_TRANSLATE_NOOP(
    "errors", "{values} values do not fit {classes} classes. Give one for each."
)


def with_logits_of(state: State, classes: Iterable[int], logits: Iterable[float]) -> State:
    """Set the logits of `classes`, shape (n,); the others stay.  Raises InvalidStateError."""
    chosen, names = _chosen(state, classes)
    array = state.logit_array.copy()
    array[chosen] = _as_many(chosen, checked_logits(names, logits))
    require_one_on(array)
    return copied(state, logits=array)


def with_target_shares(state: State, classes: Iterable[int], shares: Iterable[float]) -> State:
    """Let the effective targets of `classes` have `shares`, shape (n,), of their sum, which stays.

    Label smoothing gives each class something; where `shares` ask for less, the target becomes 0,
    and the others give way in proportion.  The targets of other classes stay.  Raises
    InvalidStateError.
    """
    chosen, names = _chosen(state, classes)
    parts = _as_many(chosen, checked_target(names, shares))
    target, epsilon = state.target_array, state.label_smoothing
    total = float(target[chosen].sum())
    if total == 0.0 or epsilon == 1.0:
        return state
    with np.errstate(all="ignore"):
        even = epsilon * (state.target_sum / total) / len(target)
        wanted = (parts * (1.0 - epsilon + len(chosen) * even) - even) / (1.0 - epsilon)
        wanted = np.maximum(wanted, 0.0)
        wanted /= wanted.sum()
    if not np.isfinite(wanted).all():  # these targets are nothing beside those of the others
        return state
    array = target.copy()
    array[chosen] = wanted * total
    return with_target_array(state, array)


def _chosen(state: State, classes: Iterable[int]) -> tuple[list[int], tuple[str, ...]]:
    """Return the numbers and the names of `classes`; raises InvalidStateError."""
    chosen = [require_class(state, k) for k in require_list(classes)]
    return chosen, tuple(state.labels[k] for k in chosen)


def _as_many(chosen: list[int], values: Array) -> Array:
    if len(values) != len(chosen):
        raise InvalidStateError(_UNEQUAL, values=len(values), classes=len(chosen))
    return values
