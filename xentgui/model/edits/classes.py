"""Edits that add, copy, remove and reorder classes."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from typing import TypeVar, cast

import numpy as np

from xentgui.model.checks import (
    InvalidStateError,
    checked_labels,
    require_classes,
    require_finite_sum,
    require_one_on,
)
from xentgui.model.class_colors import shortened, unused, with_new_classes, written_out
from xentgui.model.edits.copying import copied, require_class, require_list
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.state import State

_Part = TypeVar("_Part")

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
    if isinstance(order, np.ndarray) and order.dtype.kind == "i" and order.ndim == 1:
        # Of a million classes each would take its time to be looked at.
        is_order = np.array_equal(np.sort(order), np.arange(len(state.labels)))
        places = order.tolist()
    else:
        places = [require_class(state, k) for k in require_list(order)]
        is_order = sorted(places) == list(range(len(state.labels)))
    if not is_order:
        raise InvalidStateError(_NOT_AN_ORDER, count=len(state.labels))
    return _picked(state, places)


def _picked(state: State, order: list[int]) -> State:
    places = np.array(order, dtype=np.intp)  # once, because a list takes its time
    return copied(
        state,
        labels=_in_order(state.labels, order),
        logits=state.logit_array[places],
        target=state.target_array[places],
        colors=shortened(_in_order(state.colors, order) if state.colors else tuple(order)),
    )


def _in_order(parts: tuple[_Part, ...], order: list[int]) -> tuple[_Part, ...]:
    """Return some of `parts`; of many, in a third of the time of picking one by one."""
    if len(order) < 2:
        return tuple(parts[k] for k in order)
    return cast("tuple[_Part, ...]", operator.itemgetter(*order)(parts))
