"""Edits that add, copy, remove and reorder classes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from xentgui.model.checks import (
    InvalidStateError,
    checked_labels,
    require_classes,
    require_finite_sum,
    require_one_on,
)
from xentgui.model.class_colors import (
    shortened,
    unused,
    with_new_classes,
    written_out,
)
from xentgui.model.edits.copying import copied, require_class, require_list
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.state import State

_NOT_AN_ORDER = QT_TRANSLATE_NOOP(
    "errors", "An order names each of the {count} classes once. Name every class, and none twice."
)


def add_classes(state: State, labels: Iterable[str], at: int | None = None) -> State:
    """Insert a class with logit 0 and target 0 for each of `labels` before class `at`.

    The others keep their colours, and each new class gets one that no other has.
    """
    names, count = checked_labels(labels), len(state.labels)
    at = count if at is None else require_class(state, at, end=True)
    require_classes(count + len(names))
    zeros = np.zeros(len(names))
    return copied(
        state,
        labels=state.labels[:at] + names + state.labels[at:],
        logits=np.insert(state.logit_array, at, zeros),
        target=np.insert(state.target_array, at, zeros),
        target_sum=state.target_sum,
        colors=with_new_classes(state.colors, count, at, len(names)),
    )


def duplicate_classes(state: State, classes: Iterable[int]) -> State:
    """Insert a copy of each of `classes` after it, with its label, logit and target.

    The copy is another class, and has another colour.
    """
    twice = {require_class(state, k) for k in require_list(classes)}
    require_classes(len(state.labels) + len(twice))
    order = [k for k in range(len(state.labels)) for _ in range(1 + (k in twice))]
    old = written_out(state.colors, len(state.labels))
    new, colors = iter(unused(old, len(twice))), list[int]()
    for k, color in enumerate(old):
        colors += [color, next(new)] if k in twice else [color]
    doubled = copied(_picked(state, order), colors=shortened(tuple(colors)))
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


def reorder_classes(state: State, order: Iterable[int] | np.ndarray) -> State:
    """Put the classes into `order`, which holds the number of each class once."""
    count = len(state.logit_array)
    if isinstance(order, np.ndarray) and order.dtype.kind == "i" and order.ndim == 1:
        # Of a million classes each would take its time to be looked at.
        places = order
        is_order = len(order) == count and _are_all(order)
    else:
        places = np.array([require_class(state, k) for k in require_list(order)], dtype=np.intp)
        is_order = len(places) == count and _are_all(places)
    if not is_order:
        raise InvalidStateError(_NOT_AN_ORDER, count=count)
    return _picked(
        state,
        places,
        target_sum=state.target_sum,  # rounded once, and so the same in any order
        _names=state.picked_names.in_order(places),
        _label_bytes=state.label_bytes,
    )


def _are_all(places: np.ndarray) -> bool:
    """Return whether `places` are all those of an array as long, each once."""
    count = len(places)
    if not count or not (0 <= places.min() <= places.max() < count):
        return False
    seen = np.zeros(count, dtype=bool)
    seen[places] = True
    return bool(seen.all())


def _picked(state: State, order: Sequence[int] | np.ndarray, **known: Any) -> State:
    """Return `state` with some of its classes; `known` is what else is known of it."""
    places = np.asarray(order, dtype=np.intp)  # once, because a list takes its time
    if not known:
        known = {"labels": state.picked_names.in_order(places)[:]}
    return copied(
        state,
        **known,
        logits=state.logit_array[places],
        target=state.target_array[places],
        color_array=state.colors_of(places).copy(),
    )
