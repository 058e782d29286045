"""Probabilities, loss and entropy as functions of one number of a state, all else the same."""

from __future__ import annotations

import math
from enum import Enum
from typing import NamedTuple

import numpy as np

from xentgui.model.entmax import entmax_each
from xentgui.model.losses import chosen_loss
from xentgui.model.quantity import LOGIT, Quantity, spaced
from xentgui.model.rows import Array, locked
from xentgui.model.settings_of_state import SETTINGS
from xentgui.model.snapshot import Snapshot
from xentgui.model.softmax import Softmax, entropy_rows, softmax_rows
from xentgui.model.state import State

_EVEN, _CLOSE = 241, 121  # points: over the whole axis, and about where p changes most
_FEWEST = 33
_MOST_NUMBERS = 2_500_000
"""Points times classes that are computed at once; more would need too much time, and memory."""

_SLOW = 8
"""Entmax with another alpha takes so many times as long."""

_WIDE = 10.0  # in units of T: beyond, p_k is below 5e-5 or above 1 - 5e-5


class Drawn(Enum):
    """What is drawn over a quantity."""

    PROBABILITIES = "probabilities"
    LOSS = "loss"
    ENTROPY = "entropy"


class Curves(NamedTuple):
    """The curves; arrays are read-only.

    Attributes
    ----------
    at
        The values of the quantity, ascending, shape (n,).
    values
        Shape (n, m): the probabilities of `classes`; or shape (n, 1): the loss in nats or without
        unit, or the entropy of the probabilities in nats.
    classes
        The classes of the columns, from 0; () if the values are of no class.
    targets
        The effective target of the same classes, shape (n, m), if the quantity moves it; else None.
    """

    at: Array
    values: Array
    classes: tuple[int, ...]
    targets: Array | None = None


_Key = tuple[Quantity, Drawn, float, float, int]
_kept: list[tuple[_Key, State, Curves]] = []


def curves_of(
    snapshot: Snapshot, quantity: Quantity, drawn: Drawn, low: float, high: float, most: int
) -> Curves:
    """Return the curves for the quantity from `low` to `high`, which are finite.

    Those of a temperature are above 0.  There are 200 points or more, unless there are thousands
    of classes.  Of more than `most` classes, those are drawn that `drawn_classes` gives.  As long
    as nothing changes but the quantity itself, the same object is returned.
    """
    usual = 0.0 if quantity.key == LOGIT else float(SETTINGS[quantity.key].default)
    alike = quantity.on(snapshot.state, usual)
    key = quantity, drawn, low, high, most
    for known, state, curves in _kept:
        if known == key and state == alike:
            return curves
    curves = _computed(snapshot, quantity, drawn, low, high, most)
    _kept.insert(0, (key, alike, curves))
    del _kept[2:]  # the axes can have other ends than the picture, while they move
    return curves


def drawn_classes(snapshot: Snapshot, quantity: Quantity, most: int) -> tuple[int, ...]:
    """Return all classes, or the `most` that matter most, in order.

    These are the one whose logit it is, the one with the largest target, and those with the largest
    logits: of two classes that stay as they are, the one with the larger logit always has the larger
    probability.
    """
    count = len(snapshot.logits)
    if count <= most:
        return tuple(range(count))
    first = [quantity.index] if quantity.key == LOGIT else []
    if snapshot.support.size:
        first.append(snapshot.largest_target)
    largest = np.argpartition(-snapshot.logits, most)[:most]
    largest = largest[np.argsort(-snapshot.logits[largest], kind="stable")]
    return tuple(sorted([*dict.fromkeys((*first, *largest.tolist()))][:most]))


def even_logit(state: State, k: int) -> float:
    """Return the logit at which class `k` is as probable as all others together.

    -inf if they are off.  At T = 0 it is their largest logit, and at T = inf, where no logit matters,
    too.
    """
    others, temperature = np.delete(state.logit_array, k), state.temperature
    top = float(others.max())
    if temperature in {0.0, math.inf} or top == -math.inf:
        return top
    with np.errstate(all="ignore"):
        weights = np.exp((others - top) / temperature)
        return top + temperature * math.log(float(np.add.reduce(weights)))


@np.errstate(all="ignore")
def _computed(
    snapshot: Snapshot, quantity: Quantity, drawn: Drawn, low: float, high: float, most: int
) -> Curves:
    state, count = snapshot.state, len(snapshot.logits)
    at = _points(state, quantity, low, high)
    classes = drawn_classes(snapshot, quantity, most) if drawn is Drawn.PROBABILITIES else ()
    step = max(1, _MOST_NUMBERS // count)
    blocks = [
        _block(snapshot, quantity, drawn, at[start : start + step], classes)
        for start in range(0, len(at), step)
    ]
    targets = None
    if quantity.key == "label_smoothing" and classes:
        share = at.reshape(-1, 1)
        own = state.target_array[list(classes)]
        targets = locked((1.0 - share) * own + share * (state.target_sum / count))
    return Curves(locked(at), locked(np.concatenate(blocks)), classes, targets)


def _points(state: State, quantity: Quantity, low: float, high: float) -> Array:
    """Return the values of the quantity at which the curves are computed, ascending."""
    numbers = len(state.labels) * (_SLOW if quantity.key == "alpha" else 1)
    count = min(_EVEN, max(_FEWEST, _MOST_NUMBERS // numbers))
    even = spaced(low, high, count, by_ratio=quantity.by_ratio)
    if quantity.key != LOGIT or count < _EVEN:
        return even
    middle = even_logit(state, quantity.index)
    half = _WIDE * state.temperature
    if half == 0.0:
        close = np.array([np.nextafter(middle, -np.inf), middle, np.nextafter(middle, np.inf)])
    else:
        close = middle + spaced(-half, half, _CLOSE, by_ratio=False)
    close = close[(close > low) & (close < high)]
    return np.asarray(np.unique(np.concatenate((even, close))))


def _block(
    snapshot: Snapshot, quantity: Quantity, drawn: Drawn, at: Array, classes: tuple[int, ...]
) -> Array:
    """Return the values of the curves at `at`, shape (n, m)."""
    soft = _predicted(snapshot.state, quantity, at)
    if drawn is Drawn.LOSS:
        found = _losses(snapshot, quantity, at, soft)
    elif drawn is Drawn.ENTROPY:
        found = entropy_rows(soft)
    else:
        found = soft.probabilities[:, list(classes)]
    found = found.reshape(len(found), -1)
    return found if len(found) == len(at) else np.repeat(found, len(at), axis=0)


def _predicted(state: State, quantity: Quantity, at: Array) -> Softmax:
    """Return what the loss predicts at each of `at`, or one row if that is the same everywhere."""
    logits, loss = state.logit_array, chosen_loss(state)
    parameters = loss.parameters_in(state)
    if quantity.key == LOGIT:
        rows = np.tile(logits, (len(at), 1))
        rows[:, quantity.index] = at
        return loss.predicted(softmax_rows(rows, state.temperature), parameters)
    if quantity.key == "temperature":
        gaps = (logits - logits.max()) / at.reshape(-1, 1)
        return loss.predicted(softmax_rows(gaps, 1.0), parameters)
    soft = softmax_rows(logits.reshape(1, -1), state.temperature)
    if quantity.key == "alpha" and quantity.key in loss.parameters:
        return entmax_each(soft, at)
    return loss.predicted(soft, parameters)


def _losses(snapshot: Snapshot, quantity: Quantity, at: Array, soft: Softmax) -> Array:
    """Return the loss at each of `at`; `soft` is what is predicted there."""
    state, targets = snapshot.state, snapshot.effective_target.reshape(1, -1)
    if quantity.key in chosen_loss(state).parameters:
        losses = []
        for row, value in enumerate(at.tolist()):
            there, own = quantity.on(state, value), row if len(soft.high) > 1 else 0
            alone = Softmax(*(part[own : own + 1] for part in soft))
            loss = chosen_loss(there)
            losses.append(loss.of_rows(alone, targets, loss.parameters_in(there)))
        return np.concatenate(losses)
    if quantity.key == "label_smoothing":
        share = at.reshape(-1, 1)
        even = state.target_sum / len(state.target_array)
        targets = (1.0 - share) * state.target_array + share * even
        soft = Softmax(*(np.repeat(part, len(at), axis=0) for part in soft))
    rows = np.ascontiguousarray(np.broadcast_to(targets, soft.probabilities.shape))
    loss = chosen_loss(state)
    return loss.of_rows(soft, rows, loss.parameters_in(state))
