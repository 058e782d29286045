"""The mark of the present step of a walk: what moving it means, in every panel that has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    loss_in_unit,
    loss_name,
    loss_unit,
    number,
    translate,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.along import Along, run_at, to_step
from xentgui.model.descent import length_of
from xentgui.model.mark import Mark
from xentgui.model.message import RefusedError
from xentgui.model.subjects import Edit, OnState
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.class_numbers import put_back
from xentgui.panels.panel import ReadOut

STEP_NAME = QT_TRANSLATE_NOOP("panels", "Go Along the Walk")
STEPS = QT_TRANSLATE_NOOP("panels", "step")
_STEP = QT_TRANSLATE_NOOP("panels", "step {step}")
_NO_STEP = QT_TRANSLATE_NOOP(
    "errors", "The step is {value}. Type a whole number from {first} to {last}."
)
_FARTHEST = 10_000  # steps that are typed; more would take longer than a moment


@dataclass(frozen=True, slots=True)
class StepMark(Mark):
    """The present step of the walk, which can be moved back and forth along it."""


class StepHold:
    """The present step while it is dragged."""

    def __init__(
        self, snapshot: Snapshot, view: View, step_at: Callable[[Frame, View, QPointF], int]
    ) -> None:
        """`step_at` gives the step for a point."""
        self._start, self._view, self._step_at = snapshot.state, view, step_at

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Along:
        """Return the edit that goes to the step at `point`."""
        step = self._step_at(frame, view, point)
        known = view if view.run is not None else self._view
        return Along(lambda _: run_at(self._start, known, step))

    def put_back(self) -> Edit:
        """Return the edit that restores the logits of the start, which are a step of the walk."""
        return OnState(lambda state: put_back(state, "logits", self._start))


def present_step(view: View) -> int:
    """Return the number of the present step, from 0."""
    return 0 if view.run is None else view.run.step


def nudged(view: View, by: int) -> Along:
    """Return the edit for a key that goes `by` steps forward, or back."""
    first = 0 if view.run is None else view.run.forgotten
    return to_step(view, max(present_step(view) + by, first))


def typed_step(view: View, value: float) -> Along:
    """Return the edit for a typed number of a step."""
    first = 0 if view.run is None else view.run.forgotten
    if not first <= value <= _FARTHEST or value != int(value):
        raise RefusedError(_NO_STEP, value=number(value), first=first, last=_FARTHEST)
    return to_step(view, int(value))


def step_read_out(snapshot: Snapshot, view: View) -> ReadOut:
    """Return what is said of the present step."""
    run = view.run
    loss, unit = chosen_loss(snapshot.state), view.unit

    def amount(value: float, *, signed: bool = False) -> str:
        shown = number(loss_in_unit(value, loss, unit), 6, signed=signed)
        return f"{shown} {loss_unit(loss, unit)}".rstrip()

    lines = [(loss_name(loss), amount(snapshot.loss))]
    if run is not None and run.at > 0:
        with np.errstate(invalid="ignore"):
            change = float(run.losses[run.at] - run.losses[run.at - 1])
        lines.append((translate("panels", "change in this step"), amount(change, signed=True)))
    distance = float(np.abs(snapshot.probabilities - snapshot.effective_target).sum())
    lines.append(("Σ|p − y|", number(distance, 6)))
    lines.append(("‖∂L/∂z‖", number(length_of(snapshot.gradient), 6)))
    return ReadOut(step_text(present_step(view)), tuple(lines))


def step_text(step: int) -> str:
    """Return "step 3", translated."""
    return translate("panels", _STEP).format(step=step)
