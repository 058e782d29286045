"""The mark of the present step of a training: what moving it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from xentgui.language.text import QT_TRANSLATE_NOOP, number
from xentgui.model.classifier.train_to import TrainTo, to_training_step, training_at
from xentgui.model.mark import Mark
from xentgui.model.message import RefusedError
from xentgui.model.subjects import Edit
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier, with_linear
from xentgui.model.view import View
from xentgui.painting.frame import Frame

TRAINING_STEP_NAME = QT_TRANSLATE_NOOP("panels", "Go Along the Training")
_NO_STEP = QT_TRANSLATE_NOOP(
    "errors", "The step is {value}. Type a whole number from {first} to {last}."
)


@dataclass(frozen=True, slots=True)
class TrainingStepMark(Mark):
    """The present step of the training, which can be moved back and forth along it."""


class TrainingStepHold:
    """The present step while it is dragged."""

    def __init__(
        self, subject: Classifier, view: View, step_at: Callable[[Frame, View, QPointF], int]
    ) -> None:
        """`step_at` gives the step for a point, of those that are known."""
        self._start, self._view, self._step_at = subject, view, step_at

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> TrainTo:
        """Return the edit that goes to the step at `point`."""
        step = self._step_at(frame, view, point)
        known = view if view.training_run is not None else self._view
        return TrainTo(lambda subject: training_at(subject, known, step))

    def put_back(self) -> Edit:
        """Return the edit that restores W and b of the start."""
        linear = self._start.trained
        return OnClassifier(lambda subject: with_linear(subject, linear))


def steps_of(view: View) -> tuple[int, int, int]:
    """Return the first step that is known, the present one, and the last one."""
    run = view.training_run
    return (0, 0, 0) if run is None else (run.forgotten, run.step, run.steps)


def nudged(view: View, by: int) -> TrainTo:
    """Return the edit for a key that goes `by` steps forward, or back."""
    first, step, _ = steps_of(view)
    return to_training_step(view, max(step + by, first))


def typed_step(view: View, value: float) -> TrainTo:
    """Return the edit for a typed number of a step; raises RefusedError for one that is unknown."""
    first, _, last = steps_of(view)
    if not first <= value <= last or value != int(value):
        raise RefusedError(_NO_STEP, value=number(value), first=first, last=last)
    return to_training_step(view, int(value))
