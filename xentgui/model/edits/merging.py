"""Two changes at the same time, such as a drag and a training: the one written over the other."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np

from xentgui.model.checks import require_finite_sum, require_one_on
from xentgui.model.edits.copying import copied
from xentgui.model.rows import Array
from xentgui.model.state import State


def with_changes(state: State, before: State, after: State) -> State:
    """Return `state` with only those values of `after` that differ from `before`.

    Logits and target are compared number by number.  If the number of classes differs, the classes
    cannot be matched, and `after` is returned as it is.  Raises InvalidStateError if the result is
    no valid state.
    """
    if state is before:
        return after
    if not len(state.labels) == len(before.labels) == len(after.labels):
        return after
    changes: dict[str, Any] = {}
    for one in fields(State):
        if not one.init:
            continue
        if one.name in {"logits", "target"}:
            name = "logit_array" if one.name == "logits" else "target_array"
            old, new = getattr(before, name), getattr(after, name)
            if old is not new:
                changes[one.name] = _merged(getattr(state, name), old, new)
        elif getattr(before, one.name) != getattr(after, one.name):
            changes[one.name] = getattr(after, one.name)
    if not changes:
        return state
    merged = copied(state, **changes)
    require_one_on(merged.logit_array)
    require_finite_sum(merged.labels, merged.target_array, merged.target_sum)
    return merged


def _merged(now: Array, before: Array, after: Array) -> Array:
    return np.where(before == after, now, after)
