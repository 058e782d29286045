"""Training in the window: what becomes of it by steps, plays, hands, and undo."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.model.classifier.samples import (
    SEPARABLE,
    SEPARABLE_TARGETS,
    TWELVE,
    TWELVE_TARGETS,
    of_twelve,
    shipped,
)
from xentgui.documents.store import Store
from xentgui.model.classifier.linear import zero
from xentgui.model.classifier.training import Trainer, begin, trained
from xentgui.model.descent import Verdict
from xentgui.model.message import RefusedError
from xentgui.model.recipes import USUAL_TRAINING, Training
from xentgui.model.rows import Array
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.subjects import BareLogits
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import (
    OnClassifier,
    with_bias,
    with_chosen,
    with_features,
    with_point,
)
from xentgui.window.descent.pace import FRAME_MS
from xentgui.window.training.room_for_steps import MOST_MS
from xentgui.window.training.trains import Trains

PLAIN = Training(rate=0.25)


def of(points: Array, targets: Array, **settings: float | str) -> Classifier:
    """A classifier at W = 0."""
    return Classifier(
        labels=tuple("abc"[: targets.shape[1]]),
        points=points,
        targets=targets,
        weights=np.zeros((targets.shape[1], points.shape[1])),
        bias=np.zeros(targets.shape[1]),
        settings=ScalarSettings(**settings),  # type: ignore[arg-type]
    )


class _Bench:
    """A store with a classifier, and what trains it."""

    def __init__(self, subject: Classifier) -> None:
        self.owner = QObject()
        self.store = Store(subject, self.owner)
        self.trains = Trains(self.store, self.owner)

    @property
    def subject(self) -> Classifier:
        subject = self.store.subject
        assert isinstance(subject, Classifier)
        return subject

    @property
    def numbers(self) -> tuple[list[list[float]], list[float]]:
        return self.subject.weights.tolist(), self.subject.bias.tolist()

    @property
    def losses(self) -> list[float]:
        run = self.store.view.training_run
        assert run is not None
        found: list[float] = run.losses.tolist()
        return found

    def put(self, change: Callable[[Classifier], Classifier], owner: object = None) -> None:
        assert self.store.edit(OnClassifier(change), "hand", owner)


def _headless(training: Training, steps: int) -> tuple[list[object], list[float]]:
    found = list(trained(Trainer(of_twelve(), training), begin(zero(3, 2)), steps))
    numbers = [(place.linear.weights.tolist(), place.linear.bias.tolist()) for place, _ in found]
    return numbers, [fit.loss for _, fit in found]  # type: ignore[return-value]


@pytest.fixture
def bench(qapp: object) -> _Bench:
    bench = _Bench(of(TWELVE, TWELVE_TARGETS))
    bench.trains.choose(PLAIN)
    return bench


@pytest.mark.parametrize(
    "training",
    [
        PLAIN,
        Training(rate=0.3, momentum=0.5, decay=0.01, batch=5, seed=9, standardise=True),
        Training(rate=0.1, batch=1, seed=2),
    ],
)
def test_that_steps_are_those_of_the_command_line_and_each_can_be_undone(
    bench: _Bench, training: Training
) -> None:
    bench.trains.choose(training)
    numbers, losses = _headless(training, 4)
    for _ in range(4):
        bench.trains.forward()
    assert bench.numbers == numbers[4]
    assert bench.losses == losses
    for step in (3, 2, 1, 0):
        bench.store.history.undo()
        assert (bench.trains.step, bench.trains.steps) == (step, 4)
        assert bench.numbers == numbers[step]
    for step in (1, 2, 3, 4):
        bench.store.history.redo()
        assert bench.trains.step == step
        assert bench.numbers == numbers[step]


def test_that_a_play_takes_the_steps_of_the_command_line_and_is_one_undo_step(
    bench: _Bench, qtbot: QtBot
) -> None:
    bench.trains.play()
    qtbot.waitUntil(lambda: bench.trains.step > 200, timeout=60_000)
    bench.trains.pause()
    steps = bench.trains.step
    numbers, losses = _headless(PLAIN, steps)
    assert bench.numbers == numbers[-1]
    assert bench.losses == losses
    assert bench.store.history.count() == 1
    bench.store.history.undo()
    assert bench.trains.step == 0
    assert bench.numbers == numbers[0]
    bench.store.history.redo()
    assert bench.trains.step == steps


def test_that_back_and_forward_go_along_the_run(bench: _Bench) -> None:
    numbers, _ = _headless(PLAIN, 3)
    for _ in range(3):
        bench.trains.forward()
    bench.trains.back()
    bench.trains.back()
    assert (bench.trains.step, bench.trains.steps) == (1, 3)
    assert bench.numbers == numbers[1]
    bench.trains.forward()
    assert bench.numbers == numbers[2]
    bench.trains.to_start()
    assert bench.numbers == numbers[0]
    assert not bench.trains.can_go_back


def test_that_another_rate_resets_nothing(bench: _Bench) -> None:
    for _ in range(3):
        bench.trains.forward()
    before, losses = bench.numbers, bench.losses
    bench.trains.choose(PLAIN._replace(rate=0.01))
    assert (bench.numbers, bench.losses, bench.trains.step) == (before, losses, 3)
    bench.trains.forward()
    assert bench.losses[:4] == losses
    for wrong in ({"rate": 0.0}, {"decay": -1.0}, {"batch": -1}):
        with pytest.raises(RefusedError):
            bench.trains.choose(PLAIN._replace(**wrong))  # type: ignore[arg-type]
    assert bench.trains.step == 4


def test_that_a_chosen_point_resets_nothing(bench: _Bench) -> None:
    for _ in range(3):
        bench.trains.forward()
    bench.put(lambda subject: with_chosen(subject, 5))
    assert bench.trains.step == 3
    bench.trains.forward()
    assert bench.numbers == _headless(PLAIN, 4)[0][4]


def test_that_a_point_that_is_moved_is_part_of_the_next_step(bench: _Bench) -> None:
    for _ in range(3):
        bench.trains.forward()
    before = bench.numbers
    bench.put(lambda subject: with_point(subject, 0, (5.0, 5.0)))
    assert bench.numbers == before
    assert bench.trains.step == 3
    assert bench.losses[-1] == bench.subject.fit.loss
    bench.trains.forward()
    points = TWELVE.copy()
    points[0] = 5.0
    moved = of(points, TWELVE_TARGETS)
    place = begin(bench.subject.trained._replace(weights=np.array(before[0]), bias=before[1]))
    place = place._replace(linear=place.linear._replace(bias=np.array(before[1])))
    assert bench.numbers[0] == Trainer(moved.mean_loss, PLAIN).step(place).linear.weights.tolist()
    bench.store.history.undo()
    bench.store.history.undo()
    assert bench.numbers == before
    assert bench.losses[-1] == _headless(PLAIN, 3)[1][3]


def test_that_it_goes_on_while_a_hand_drags(bench: _Bench, qtbot: QtBot) -> None:
    bench.trains.play()
    qtbot.waitUntil(lambda: bench.trains.step > 20, timeout=60_000)
    hand = bench.store.begin("hand", "Drag")
    for way in range(1, 6):
        step = bench.trains.step
        bench.put(lambda subject, x=way / 5: with_point(subject, 0, (x, 0.0)), "hand")  # type: ignore[misc]
        qtbot.waitUntil(lambda before=step: bench.trains.step > before, timeout=60_000)  # type: ignore[misc]
    hand.end()
    assert bench.trains.plays
    bench.trains.pause()
    assert bench.subject.points[0].tolist() == [1.0, 0.0]
    names = [step.text for step in bench.store.steps()]
    assert names[:2] == ["Train", "hand"]
    while bench.store.history.canUndo():
        bench.store.history.undo()
    assert bench.subject == of(TWELVE, TWELVE_TARGETS)


def test_that_weights_by_hand_begin_a_new_run_and_undo_leads_back(bench: _Bench) -> None:
    for _ in range(3):
        bench.trains.forward()
    bench.put(lambda subject: with_bias(subject, 0, 7.0))
    assert bench.trains.step == 0
    bench.trains.forward()
    assert len(bench.losses) == 2
    bench.store.history.undo()
    bench.store.history.undo()
    assert (bench.trains.step, bench.trains.steps) == (3, 3)
    bench.trains.to_zero()
    assert bench.numbers == _headless(PLAIN, 0)[0][0]


def test_that_features_begin_a_new_run(bench: _Bench) -> None:
    bench.trains.forward()
    bench.trains.choose_features(("x1", "x2", "x1^2"))
    assert bench.trains.step == 0
    bench.trains.forward()
    assert bench.subject.weights.shape == (3, 3)
    assert bench.subject == with_features(bench.subject, ("x1", "x2", "x1^2"))
    bench.store.history.undo()
    bench.store.history.undo()
    assert bench.trains.step == 1


def test_the_optimum_of_penguins_in_one_step(qapp: object) -> None:
    points, targets = shipped("penguins.csv", (0, 1))
    bench = _Bench(of(points, targets))
    for _ in range(3):
        bench.trains.forward()
    bench.trains.to_optimum()
    assert bench.losses[-1] == pytest.approx(0.07001675498197, abs=5e-15)
    run = bench.store.view.training_run
    assert run is not None
    assert round((1.0 - run.accuracies[-1]) * 342) == 12
    assert bench.trains.step == 4
    assert "The optimum" in bench.trains.ending
    bench.store.history.undo()
    assert bench.trains.step == 3


def test_that_separable_points_are_told(qapp: object) -> None:
    bench = _Bench(of(SEPARABLE, SEPARABLE_TARGETS))
    bench.trains.to_optimum()
    assert bench.trains.verdict is Verdict.NO_MINIMUM
    assert "No finite optimum" in bench.trains.ending
    run = bench.store.view.training_run
    assert run is not None
    assert run.grows_for_ever


def test_that_a_rate_that_is_too_large_ends_the_play(bench: _Bench, qtbot: QtBot) -> None:
    bench.trains.choose(PLAIN._replace(rate=500.0))
    bench.trains.play()
    qtbot.waitUntil(lambda: not bench.trains.plays, timeout=60_000)
    assert "Choose a smaller rate" in bench.trains.ending


def test_that_a_closed_form_gives_way_to_training(bench: _Bench) -> None:
    for _ in range(2):
        bench.trains.forward()
    bench.trains.choose_way("lda")
    assert bench.subject.linear.weights[0] == pytest.approx([0.6387382947, 1.0468210941])
    bench.trains.forward()
    assert bench.subject.way == "softmax"
    assert bench.numbers == _headless(PLAIN, 3)[0][3]


def test_that_two_runs_are_compared(bench: _Bench) -> None:
    for _ in range(5):
        bench.trains.forward()
    losses = bench.losses
    bench.trains.pin()
    bench.trains.reset()
    bench.trains.choose(PLAIN._replace(rate=0.5))
    bench.trains.forward()
    kept = bench.store.view.pinned_training
    assert kept is not None
    assert kept.losses.tolist() == losses
    bench.trains.pin()
    assert bench.store.view.pinned_training is None


def test_that_other_losses_have_no_newton(qapp: object) -> None:
    bench = _Bench(of(TWELVE, TWELVE_TARGETS, loss="brier"))
    bench.trains.forward()
    with pytest.raises(RefusedError, match="Newton"):
        bench.trains.to_optimum()


def test_that_bare_logits_are_not_trained(qapp: object) -> None:
    owner = QObject()
    store = Store(BareLogits(of(TWELVE, TWELVE_TARGETS).resolve()), owner)
    trains = Trains(store, owner)
    assert not trains.has_points
    trains.choose(USUAL_TRAINING._replace(rate=3.0))
    for act in (trains.forward, trains.play, trains.to_optimum, trains.pin):
        with pytest.raises(RefusedError, match="Only a classifier"):
            act()


def test_that_a_long_play_is_kept_in_parts(bench: _Bench, qtbot: QtBot) -> None:
    bench.trains.kept_ms = 100  # ten seconds would be too long for a test
    bench.trains.play()
    qtbot.waitUntil(lambda: bench.store.history.count() >= 2, timeout=60_000)
    kept = len(bench.losses)
    bench.trains.pause()
    assert kept > 1
    numbers, losses = _headless(PLAIN, bench.trains.step)
    assert bench.numbers == numbers[-1]
    assert bench.losses == losses
    while bench.store.history.canUndo():
        bench.store.history.undo()
    assert bench.numbers == numbers[0]


def test_that_a_play_gives_way_while_its_frames_are_late(qtbot: QtBot) -> None:
    bench = _Bench(of(TWELVE, TWELVE_TARGETS))
    trains = bench.trains
    late = QTimer()
    late.timeout.connect(lambda: QTest.qSleep(2 * FRAME_MS))
    late.start()
    trains.play(to_the_end=True)
    qtbot.waitUntil(lambda: trains.room.most_ms < 0.5 * MOST_MS)
    late.stop()
    assert trains.step > 0
    trains.pause()
