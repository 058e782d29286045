"""The edits of the numbers that a text names: z₁, y₁, T and others that a person can set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from xentgui.model import State
from xentgui.model.edits import with_setting
from xentgui.model.guess import limited
from xentgui.model.named_numbers import Named
from xentgui.model.subjects import Edit, OnState
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier, with_point
from xentgui.panels.class_numbers import INFORMATION, LOGIT, PROBABILITY, TARGET, ClassNumber

_OF_CLASS: Final[Mapping[str, ClassNumber]] = {
    "z": LOGIT,
    "p": PROBABILITY,
    "h": INFORMATION,
    "y": TARGET,
}
_SETTINGS: Final[Mapping[str, str]] = {"T": "temperature", "epsilon": "label_smoothing"}


def edit_of(number: Named | None, start: State) -> Callable[[float], Edit] | None:
    """Return the edit that gives a number a value; None if it is a consequence of others.

    `start` is the state at which a drag began.
    """
    if number is None:
        return None
    if number.kind in _OF_CLASS:
        which, k = _OF_CLASS[number.kind], number.at[0]
        return lambda value: OnState(lambda state: which.write(state, k, value, start))
    if number.kind in _SETTINGS:
        key = _SETTINGS[number.kind]
        return lambda value: OnState(lambda state: with_setting(state, key, limited(number, value)))
    if number.kind == "x":
        return lambda value: OnClassifier(lambda subject: _with_input(subject, number.at[0], value))
    if number.kind in "wb":
        return lambda value: OnClassifier(lambda subject: _with_weight(subject, number, value))
    return None


def _with_input(subject: Classifier, j: int, value: float) -> Classifier:
    inputs = subject.points[subject.chosen].copy()
    inputs[j] = value
    return with_point(subject, subject.chosen, inputs)


def _with_weight(subject: Classifier, number: Named, value: float) -> Classifier:
    """Set a number of W or b; a closed form that is in use is taken over with it."""
    weights, bias = (array.copy() for array in subject.linear)
    (weights if number.kind == "w" else bias)[number.at] = value
    return subject.replaced(weights=weights, bias=bias, way="softmax")
