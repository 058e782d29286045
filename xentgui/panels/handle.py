"""What can be taken hold of: which number of a class, and what setting it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from xentgui.model import Snapshot, State, edits
from xentgui.text import QT_TRANSLATE_NOOP


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
        (snapshot, class, number, keep_sum) to the state that has it.
    step
        What one press of an arrow key changes.
    """

    key: str
    text: str
    read: Callable[[Snapshot, int], float]
    write: Callable[[Snapshot, int, float, bool], State]
    step: float


@dataclass(frozen=True, slots=True)
class Handle:
    """The number `kind` of class `index`."""

    kind: HandleKind
    index: int


def _write_logit(snapshot: Snapshot, index: int, value: float, keep_sum: bool) -> State:
    return edits.with_logit(snapshot.state, index, value)


def _write_probability(snapshot: Snapshot, index: int, value: float, keep_sum: bool) -> State:
    return edits.with_probability(snapshot, index, min(max(value, 0.0), 1.0))


def _write_information(snapshot: Snapshot, index: int, value: float, keep_sum: bool) -> State:
    return edits.with_information(snapshot, index, max(value, 0.0))


def _write_target(snapshot: Snapshot, index: int, value: float, keep_sum: bool) -> State:
    """Set y so that the effective target, which is what is drawn, has `value`."""
    state, count = snapshot.state, len(snapshot.state.target)
    epsilon = state.label_smoothing
    value = max(value, 0.0)
    if keep_sum:
        total = snapshot.target_sum
        share = 1.0 - epsilon
        typed = (value - epsilon * total / count) / share if share > 0 else state.target[index]
        return edits.with_target_scaled(state, index, min(max(typed, 0.0), total))
    others = float(np.delete(snapshot.target, index).sum())
    typed = (value - epsilon * others / count) / (1.0 - epsilon + epsilon / count)
    return edits.with_target(state, index, max(typed if epsilon else value, 0.0))


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
)
INFORMATION = HandleKind(
    "information",
    QT_TRANSLATE_NOOP("panels", "Drag Information of {label}"),
    lambda snapshot, index: float(snapshot.information[index]),
    _write_information,
    0.05,
)
