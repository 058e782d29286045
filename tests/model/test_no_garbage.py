"""Steps of a run leave nothing in memory that only Python's collector of garbage could free."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import numpy as np
import pytest

from tests.model.classifier.samples import TWELVE, TWELVE_TARGETS
from xentgui.model import State
from xentgui.model.along import Along
from xentgui.model.classifier.train_to import TrainTo
from xentgui.model.classifier.training_run import TrainingRun
from xentgui.model.recipes import Training, Walk
from xentgui.model.run import Run
from xentgui.model.subjects import BareLogits
from xentgui.model.subjects.classifier import Classifier


@pytest.fixture(autouse=True)
def without_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def test_that_a_step_of_training_is_freed_with_its_edit() -> None:
    subject = Classifier(
        labels=("a", "b", "c"),
        points=TWELVE,
        targets=TWELVE_TARGETS,
        weights=np.zeros((3, 2)),
        bias=np.zeros(3),
    )
    edit = TrainTo(lambda now: TrainingRun.begun(now, Training()).forward())
    after = edit(subject)
    assert isinstance(after, Classifier)
    assert edit.training_run is not None
    assert edit.training_run.fit is after.fit
    probabilities = weakref.ref(after.fit.probabilities)
    del edit, after
    assert probabilities() is None


def test_that_a_step_of_a_walk_is_freed_with_its_edit() -> None:
    edit = Along(lambda state: Run.begun(state, Walk()).forward())
    edit(BareLogits(State(("a", "b"), (1.0, 0.0), (1.0, 0.0))))
    assert edit.run is not None
    numbers = weakref.ref(edit.run.logits.base)
    del edit
    assert numbers() is None
