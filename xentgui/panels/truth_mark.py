"""The mark of the true class's probability: what moving it along an axis of p means."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot, State, edits
from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit, OnState
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.ticks import snapped
from xentgui.panels.class_numbers import put_back

_STEP = 0.01

_AXES = (
    QT_TRANSLATE_NOOP("panels", "probability of the first class: no class is asked for"),
    QT_TRANSLATE_NOOP("panels", "probability of the true class"),
    QT_TRANSLATE_NOOP("panels", "probability of the class with the largest target"),
)
"""The names of an axis of p, if no class, one class, or several have a target."""


@dataclass(frozen=True, slots=True)
class TruthMark(Mark):
    """The softmax of the class with the largest target, which can be set."""


def true_class(snapshot: Snapshot) -> int:
    """Return the class that is called true: the one with the largest target, or the first."""
    return snapshot.largest_target


def axis_of_truth(snapshot: Snapshot) -> str:
    """Return the name of the axis of p, which says what is called the true class."""
    return translate("panels", _AXES[min(snapshot.support.size, 2)])


def probability_of_truth(snapshot: Snapshot) -> float:
    """Return the softmax of the true class."""
    return float(snapshot.softmax[true_class(snapshot)])


class TruthHold:
    """The probability of the true class while it is dragged along x."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._start, self._index = snapshot.state, true_class(snapshot)

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit for the x of `point`; with Alt it is not rounded."""
        value = frame.x_value(point.x())
        if not modifiers & Qt.KeyboardModifier.AltModifier:
            value = snapped(value, frame.ranges.left, frame.ranges.right, frame.rect.width())
        return _set(self._index, min(max(value, 0.0), 1.0), self._start)

    def put_back(self) -> Edit:
        """Return the edit that restores the logit of the start."""
        return OnState(lambda state: put_back(state, "logits", self._start, self._index))


def nudged_truth(snapshot: Snapshot, by: float) -> Edit:
    """Return the edit for a key that changes p by `by` steps, rounded to a multiple of the step."""
    step = _STEP * abs(by)
    steps = round(probability_of_truth(snapshot) / step) + (1 if by > 0 else -1)
    value = min(max(float(f"{steps * step:.12g}"), 0.0), 1.0)
    return _set(true_class(snapshot), value, None)


def typed_truth(value: float) -> Edit:
    """Return the edit for a typed probability; raises RefusedError outside 0 … 1."""
    return OnState(lambda state: edits.with_softmax(state, _largest(state), value))


def _largest(state: State) -> int:
    return int(state.target_array.argmax())


def _set(index: int, value: float, start: State | None) -> Edit:
    known = None if start is None else float(start.logit_array[index])
    return OnState(lambda state: edits.with_softmax(state, index, value, known))
