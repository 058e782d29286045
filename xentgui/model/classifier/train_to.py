"""The edit that trains: it goes to a step of a training."""

from __future__ import annotations

from collections.abc import Callable

from xentgui.model.classifier.training_run import TrainingRun
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier, with_linear
from xentgui.model.subjects.subject import Finder
from xentgui.model.view import View


class TrainTo(OnClassifier):
    """Goes to the present step of a training, and writes nothing but W and b."""

    __slots__ = ("_finder",)

    def __init__(self, find: Callable[[Classifier], TrainingRun]) -> None:
        """`find` gives the training for the classifier before; raises RefusedError."""
        self._finder = finder = Finder(find)

        def change(subject: Classifier) -> Classifier:
            run = finder(subject)
            fit = run.fit if run.trainer.mean_loss is subject.mean_loss else None
            return with_linear(subject, run.linear, fit)

        super().__init__(change)

    @property
    def training_run(self) -> TrainingRun | None:
        """The training as it is after the edit; None before the edit is applied."""
        return self._finder.found


def training_at(subject: Classifier, view: View, step: int) -> TrainingRun:
    """Return the training of `view`, or one that begins at `subject`, at a step, from 0.

    It takes the steps that it does not know yet.  Where no step is possible any more, it stands at
    its last one, and at its first one for steps that a long training has forgotten.  Raises
    RefusedError for a training that makes no sense.
    """
    run = view.training_run
    if run is None:
        run = TrainingRun.begun(subject, view.training)
    run = run.to(step - run.forgotten)
    while run.step < step:
        further = run.forward()
        if further is run:
            break
        run = further
    return run


def to_training_step(view: View, step: int) -> TrainTo:
    """Return the edit that goes to a step of the training of `view`, or of one that begins now."""
    return TrainTo(lambda subject: training_at(subject, view, step))
