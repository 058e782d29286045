"""Edits that add, copy, remove and reorder classes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from xentgui.model.checks import (
    InvalidStateError,
    checked_labels,
    require_classes,
    require_finite_sum,
    require_one_on,
)
from xentgui.model.edits.copying import copied, require_class, require_list
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.state import State

_NOT_AN_ORDER = QT_TRANSLATE_NOOP(
    "errors", "An order names each of the {count} classes once. Name every class, and none twice."
)


def add_classes(state: State, labels: Iterable[str], at: int | None = None) -> State:
    """Insert a class with logit 0 and target 0 for each of `labels` before class `at`."""
    names = checked_labels(labels)
    at = len(state.labels) if at is None else require_class(state, at, end=True)
    zeros = np.zeros(len(names))
    return copied(
        state,
        labels=state.labels[:at] + names + state.labels[at:],
        logits=np.insert(state.logit_array, at, zeros),
        target=np.insert(state.target_array, at, zeros),
        target_sum=state.target_sum,
    )


def duplicate_classes(state: State, classes: Iterable[int]) -> State:
    """Insert a copy of each of `classes` after it, with its label, logit and target."""
    twice = {require_class(state, k) for k in require_list(classes)}
    order = [k for k in range(len(state.labels)) for _ in range(1 + (k in twice))]
    doubled = _picked(state, order)
    require_finite_sum(doubled.labels, doubled.target_array, doubled.target_sum)
    return doubled


def remove_classes(state: State, classes: Iterable[int]) -> State:
    """Remove `classes`; refused if fewer than two stay, or if all that stay are switched off."""
    gone = {require_class(state, k) for k in require_list(classes)}
    order = [k for k in range(len(state.labels)) if k not in gone]
    require_classes(len(order))
    fewer = _picked(state, order)
    require_one_on(fewer.logit_array)
    return fewer


def reorder_classes(state: State, order: Iterable[int]) -> State:
    """Put the classes into `order`, which holds the number of each class once."""
    places = [require_class(state, k) for k in require_list(order)]
    if sorted(places) != list(range(len(state.labels))):
        raise InvalidStateError(_NOT_AN_ORDER, count=len(state.labels))
    return _picked(state, places)


def _picked(state: State, order: list[int]) -> State:
    return copied(
        state,
        labels=tuple(state.labels[k] for k in order),
        logits=state.logit_array[order],
        target=state.target_array[order],
    )
