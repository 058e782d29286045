"""Edits of the whole target at once."""

from __future__ import annotations

import numpy as np

from xentgui.model.checks import InvalidStateError, checked_target
from xentgui.model.edits.copying import require_class, with_target_array
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.state import State

_NO_SUM = QT_TRANSLATE_NOOP(
    "errors", "Every target is 0, so no factor makes them add up to 1. Give one class a target."
)


def one_hot(state: State, k: int) -> State:
    """Make the target 1 for class `k` and 0 for the others."""
    target = np.zeros(len(state.labels))
    target[require_class(state, k)] = 1.0
    return with_target_array(state, target)


def uniform_target(state: State) -> State:
    """Give every class the target 1/K."""
    count = len(state.labels)
    return with_target_array(state, np.full(count, 1.0 / count))


def normalised_target(state: State) -> State:
    """Divide the target by its sum; unchanged if that is 1 already.  Refused if all are 0."""
    if state.target_sum == 0.0:
        raise InvalidStateError(_NO_SUM)
    if state.target_is_normalised:
        return state
    return with_target_array(state, state.target_array / state.target_sum)


def hardmax_target(state: State) -> State:
    """Make the target the hardmax of the logits; tied classes share."""
    largest = state.logit_array == state.logit_array.max()
    return with_target_array(state, largest / np.count_nonzero(largest))


def with_target_scaled(state: State, k: int, value: float) -> State:
    """Set the target of class `k` and scale the others so that the sum stays.

    If the others are all 0, they share the rest evenly.  If the value is above the sum, the others
    become 0 and the sum grows, because no target is below 0.
    """
    k = require_class(state, k)
    value = float(checked_target(state.labels, [value], k)[0])
    array = state.target_array.copy()
    others = array.copy()
    others[k] = 0.0
    left = max(state.target_sum - value, 0.0)
    total = float(others.sum())
    if total > 0.0:
        array = others / total * left
    else:
        array[:] = left / (array.size - 1)
    array[k] = value
    return with_target_array(state, array)
