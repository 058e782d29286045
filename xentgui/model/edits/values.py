"""Edits of the numbers and labels of one class or several, and of the scalar settings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import numpy as np

from xentgui.model.checks import (
    InvalidStateError,
    checked_labels,
    checked_logits,
    checked_target,
    require_one_on,
)
from xentgui.model.class_colors import by_name
from xentgui.model.edits.copying import copied, require_class, require_room, with_target_array
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.model.settings_of_state import SETTINGS
from xentgui.model.state import State

Field = Literal["logits", "target"]

_NO_FIELD = QT_TRANSLATE_NOOP("errors", "There are no values called {field}. Use logits or target.")
_NO_SETTING = QT_TRANSLATE_NOOP("errors", "There is no setting called {key}. Use {choices}.")


def with_logit(state: State, k: int, value: float) -> State:
    """Set the logit of class `k`; -inf switches it off."""
    return with_values(state, "logits", k, [value])


def with_target(state: State, k: int, value: float) -> State:
    """Set the target of class `k`; the others stay, so the sum changes."""
    return with_values(state, "target", k, [value])


def with_label(state: State, k: int, label: str) -> State:
    """Rename class `k`."""
    k = require_class(state, k)
    labels = list(state.labels)
    labels[k] = label
    return with_labels(state, labels)


def with_values(state: State, field: Field, start: int, values: Iterable[float]) -> State:
    """Write `values` into the logits or the target, from class `start` on."""
    start = require_class(state, start)
    if field == "logits":
        block = checked_logits(state.labels, values, start)
        array = state.logit_array.copy()
    elif field == "target":
        block = checked_target(state.labels, values, start)
        array = state.target_array.copy()
    else:
        raise InvalidStateError(_NO_FIELD, field=shown(field))
    stop = require_room(state, start, block.size)
    array[start:stop] = block
    if field == "target":
        return with_target_array(state, array)
    if not (block > -np.inf).any():
        require_one_on(array)
    return copied(state, logits=array)


def with_labels(state: State, labels: Iterable[str], start: int = 0) -> State:
    """Write `labels` from class `start` on."""
    start = require_class(state, start)
    block = checked_labels(labels, start)
    stop = require_room(state, start, len(block))
    return copied(state, labels=state.labels[:start] + block + state.labels[stop:])


def with_names_moved(state: State, labels: Iterable[str], start: int = 0) -> State:
    """Write `labels` from class `start` on; a name that was there before brings its colour along.

    A sorted table that is pasted over the old one means the same classes in another order, while
    `with_labels` gives the classes other names.
    """
    named = with_labels(state, labels, start)
    return copied(named, colors=by_name(state.colors, state.labels, named.labels))


def with_setting(state: State, key: str, value: float | str) -> State:
    """Set the scalar setting `key`, one of `xentgui.model.settings_of_state.SETTINGS`."""
    setting = SETTINGS.get(str(key))
    if setting is None:
        raise InvalidStateError(_NO_SETTING, key=shown(key), choices=", ".join(SETTINGS))
    return copied(state, **{key: setting.checked(value)})
