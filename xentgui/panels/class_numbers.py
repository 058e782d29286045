"""The numbers of a class that a person can move, and the edit for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from xentgui.language.text import QT_TRANSLATE_NOOP, unit_name
from xentgui.language.units import UNITS, with_logarithm
from xentgui.model import Snapshot, State, edits
from xentgui.model.mark import Mark
from xentgui.model.message import RefusedError
from xentgui.model.naming import name_of
from xentgui.model.view import View


class ClassNumber(NamedTuple):
    """One number that each class has and a person can move.

    Attributes
    ----------
    key
        Stable, lower case.
    symbol
        Its symbol in formulas.
    text
        Names the undo step; translated under "panels", with the class as {label}.
    field
        The field of the state that it writes.
    read
        (snapshot, class) to the current number.
    write
        (state, class, number, start) to `state` with that number; `start` is the state
        when the drag began.
    step
        What one press of an arrow key changes.
    share
        Like `write`, but the others change so that the sum stays; or None.
    has_unit
        Whether it is shown in the unit of the view; here it is in nats.
    """

    key: str
    symbol: str
    text: str
    field: edits.Field
    read: Callable[[Snapshot, int], float]
    write: Callable[[State, int, float, State], State]
    step: float
    share: Callable[[State, int, float, State], State] | None = None
    has_unit: bool = False

    def unit(self, view: View) -> float:
        """Return the size of one unit of the axis in the unit of this number."""
        return UNITS[view.unit].nats if self.has_unit else 1.0

    def caption(self, view: View) -> str:
        """Return the symbol, with the unit if it has one."""
        symbol = with_logarithm(self.symbol, view.unit)
        return f"{symbol} / {unit_name(view.unit)}" if self.has_unit else symbol


@dataclass(frozen=True, slots=True)
class NumberMark(Mark):
    """The number `number` of class `index`."""

    number: ClassNumber
    index: int

    def is_in(self, state: State) -> bool:
        """Return whether `state` has so many classes."""
        return self.index < len(state.labels)


_FIRM = 1e12  # steps; one more changes none of the digits that a key leaves of a number
_STAYS = QT_TRANSLATE_NOOP(
    "errors", "{number} of {label} is {value}, and a step does not change it. Type a number."
)


def is_firm(value: float, step: float) -> bool:
    """Return whether `step` is too small to change `value`, as beside infinity."""
    return not abs(value) < _FIRM * step


def stays(number: ClassNumber, state: State, index: int, value: float, view: View) -> RefusedError:
    """Return why the number of class `index`, which is `value`, does not move by a step."""
    label, shown = name_of(state.names, index), value / number.unit(view)
    return RefusedError(_STAYS, number=number.caption(view), label=label, value=shown)


def stepped(value: float, step: float, steps: int) -> float:
    """Return the multiple of `step` that is `steps` beyond the one nearest to `value`.

    Ten steps of 0.01 from 0 lead to 0.1, not to 0.09999999999999999.
    """
    return float(f"{(round(value / step) + steps) * step:.12g}")


def put_back(state: State, field: edits.Field, start: State, index: int | None = None) -> State:
    """Return `state` with the `field` of `start`: of class `index`, or of all classes."""
    array = start.logit_array if field == "logits" else start.target_array
    first, stop = (0, len(array)) if index is None else (index, index + 1)
    return edits.with_values(state, field, first, array[first:stop])


def _write_logit(state: State, index: int, value: float, _start: State) -> State:
    return edits.with_logit(state, index, value)


def _write_probability(state: State, index: int, value: float, start: State) -> State:
    known = float(start.logit_array[index])
    return edits.with_probability(state, index, min(max(value, 0.0), 1.0), known)


def _write_information(state: State, index: int, value: float, start: State) -> State:
    known = float(start.logit_array[index])
    return edits.with_information(state, index, max(value, 0.0), known)


def _write_target(state: State, index: int, value: float, _start: State) -> State:
    """Set y so that the effective target, which is drawn, has `value`."""
    count, epsilon = len(state.labels), state.label_smoothing
    if epsilon:
        others = float(np.delete(state.target_array, index).sum())
        value = (value - epsilon * others / count) / (1.0 - epsilon + epsilon / count)
    return edits.with_target(state, index, max(value, 0.0))


def _share_target(state: State, index: int, value: float, start: State) -> State:
    """Set y, and scale the others so that the sum stays; where it is 0, there is none to keep.

    The others are scaled from `start`, unless something else has set them since.
    """
    if _is_shared_from(start, state, index):
        state = put_back(state, "target", start)
    count, epsilon, total = len(state.labels), state.label_smoothing, state.target_sum
    if total == 0.0:
        return _write_target(state, index, value, start)
    if epsilon == 1.0:
        return state  # the target is spread evenly, whatever y is
    value = (value - epsilon * total / count) / (1.0 - epsilon)
    return edits.with_target_scaled(state, index, min(max(value, 0.0), total))


def _is_shared_from(start: State, state: State, index: int) -> bool:
    """Return whether the target of `state` is the one of `start` with class `index` moved."""
    now, then = state.target_array, start.target_array
    if len(now) != len(then):
        return False
    if np.array_equal(np.delete(now, index), np.delete(then, index)):
        return True  # the class alone has moved
    moved = edits.with_target_scaled(start, index, float(now[index]))
    return np.array_equal(moved.target_array, now)


LOGIT = ClassNumber(
    "logit",
    "z",
    QT_TRANSLATE_NOOP("panels", "Drag Logit of {label}"),
    "logits",
    lambda snapshot, index: float(snapshot.logits[index]),
    _write_logit,
    0.1,
)
PROBABILITY = ClassNumber(
    "probability",
    "p",
    QT_TRANSLATE_NOOP("panels", "Drag Probability of {label}"),
    "logits",
    lambda snapshot, index: float(snapshot.probabilities[index]),
    _write_probability,
    0.01,
)
TARGET = ClassNumber(
    "target",
    "y",
    QT_TRANSLATE_NOOP("panels", "Drag Target of {label}"),
    "target",
    lambda snapshot, index: float(snapshot.effective_target[index]),
    _write_target,
    0.01,
    _share_target,
)
INFORMATION = ClassNumber(
    "information",
    "−log p",
    QT_TRANSLATE_NOOP("panels", "Drag Information of {label}"),
    "logits",
    lambda snapshot, index: float(snapshot.information[index]),
    _write_information,
    0.05,
    has_unit=True,
)
