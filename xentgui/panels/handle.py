"""What can be taken hold of: which number of a class, and what setting it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.model import Snapshot, State, edits


@dataclass(frozen=True, slots=True)
class HandleKind:
    """One number that each class has and a person can pull at.

    Attributes
    ----------
    key
        Stable: part of a handle's name.
    text
        Names the undo step; translated under "panels", with the class as {label}.
    read
        (snapshot, class) to the number as it is.
    write
        (snapshot, class, number) to the state that has it.
    step
        What one press of an arrow key changes.
    share
        Like `write`, but the others give way so that the sum stays; or None.
    """

    key: str
    text: str
    read: Callable[[Snapshot, int], float]
    write: Callable[[Snapshot, int, float], State]
    step: float
    share: Callable[[Snapshot, int, float], State] | None = None


@dataclass(frozen=True, slots=True)
class Handle:
    """The number `kind` of class `index`."""

    kind: HandleKind
    index: int


def _write_logit(snapshot: Snapshot, index: int, value: float) -> State:
    return edits.with_logit(snapshot.state, index, value)


def _write_probability(snapshot: Snapshot, index: int, value: float) -> State:
    return edits.with_probability(snapshot, index, min(max(value, 0.0), 1.0))


def _write_information(snapshot: Snapshot, index: int, value: float) -> State:
    return edits.with_information(snapshot, index, max(value, 0.0))


def _write_target(snapshot: Snapshot, index: int, value: float) -> State:
    """Set y so that the effective target, which is what is drawn, has `value`."""
    state, count = snapshot.state, len(snapshot.target)
    epsilon = state.label_smoothing
    if epsilon:
        others = float(np.delete(snapshot.target, index).sum())
        value = (value - epsilon * others / count) / (1.0 - epsilon + epsilon / count)
    return edits.with_target(state, index, max(value, 0.0))


def _share_target(snapshot: Snapshot, index: int, value: float) -> State:
    state, total = snapshot.state, snapshot.target_sum
    epsilon = state.label_smoothing
    if epsilon == 1.0:
        return state  # all of it is spread evenly, whatever is typed
    value = (value - epsilon * total / len(snapshot.target)) / (1.0 - epsilon)
    return edits.with_target_scaled(state, index, min(max(value, 0.0), total))


LOGIT = HandleKind(
    "logit",
    QT_TRANSLATE_NOOP("panels", "Drag Logit of {label}"),
    lambda snapshot, index: float(snapshot.logits[index]),
    _write_logit,
    0.1,
)
PROBABILITY = HandleKind(
    "probability",
    QT_TRANSLATE_NOOP("panels", "Drag Probability of {label}"),
    lambda snapshot, index: float(snapshot.probabilities[index]),
    _write_probability,
    0.01,
)
TARGET = HandleKind(
    "target",
    QT_TRANSLATE_NOOP("panels", "Drag Target of {label}"),
    lambda snapshot, index: float(snapshot.effective_target[index]),
    _write_target,
    0.01,
    _share_target,
)
INFORMATION = HandleKind(
    "information",
    QT_TRANSLATE_NOOP("panels", "Drag Information of {label}"),
    lambda snapshot, index: float(snapshot.information[index]),
    _write_information,
    0.05,
)
