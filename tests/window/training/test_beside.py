"""Training on so many points that steps are taken beside the window: nothing else is different."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.documents.store import Store
from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.made_data import blobs
from xentgui.model.classifier.mean_loss import MeanLoss
from xentgui.model.classifier.training import Trainer, begin, trained
from xentgui.model.recipes import Training
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import (
    OnClassifier,
    with_chosen,
    with_point,
    with_points_moved,
)
from xentgui.window.training.beside import Beside
from xentgui.window.training.trains import LARGE, Trains

POINTS, OWN = blobs(12_000, 0, 1.0)
TARGETS = np.eye(3)[OWN]
TRAINING = Training(rate=0.5, momentum=0.3, standardise=True)


def many() -> Classifier:
    """Clouds of 12 000 points at W = 0."""
    return Classifier(
        labels=("a", "b", "c"),
        points=POINTS,
        targets=TARGETS,
        weights=np.zeros((3, 2)),
        bias=np.zeros(3),
    )


def bits(linear: Linear) -> tuple[bytes, bytes]:
    return linear.weights.tobytes(), linear.bias.tobytes()


class _Bench:
    """A store with the clouds, and what trains them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot, self.owner = qtbot, QObject()
        self.store = Store(many(), self.owner)
        self.trains = Trains(self.store, self.owner)
        self.trains.choose(TRAINING)

    @property
    def subject(self) -> Classifier:
        subject = self.store.subject
        assert isinstance(subject, Classifier)
        return subject

    @property
    def now(self) -> tuple[bytes, bytes]:
        return bits(self.subject.trained)

    def play_to(self, step: int) -> None:
        """Play, until a step is known and the next one is in flight."""
        if not self.trains.plays:
            self.trains.play()
        self.qtbot.waitUntil(
            lambda: self.trains.step >= step and self.trains.looks_ahead, timeout=60_000
        )

    def put(self, change: Callable[[Classifier], Classifier], owner: object = None) -> None:
        assert self.store.edit(OnClassifier(change), "hand", owner)

    def let_it_land(self) -> None:
        """Let the step that was in flight end, and tell what it has found."""
        threads = self.trains.beside._threads
        assert threads is not None
        threads.submit(lambda: None).result(60)
        QApplication.processEvents()


@pytest.fixture
def bench(qtbot: QtBot) -> _Bench:
    assert TARGETS.size >= LARGE
    return _Bench(qtbot)


def headless(steps: int, training: Training = TRAINING) -> list[tuple[bytes, bytes]]:
    subject = many()
    trainer = Trainer(subject.mean_loss, training)
    return [bits(place.linear) for place, _ in trained(trainer, begin(subject.trained), steps)]


def test_that_a_play_has_the_bits_of_the_command_line_and_is_one_undo_step(bench: _Bench) -> None:
    bench.play_to(12)
    bench.trains.pause()
    steps = bench.trains.step
    assert bench.now == headless(steps)[steps]
    assert bench.store.history.count() == 1
    run = bench.trains.run
    assert run is not None
    assert run.losses[-1] == bench.subject.fit.loss == bench.subject.mean_loss.at(run.linear).loss
    bench.store.history.undo()
    assert (bench.trains.step, bench.now) == (0, headless(0)[0])
    bench.store.history.redo()
    assert (bench.trains.step, bench.now) == (steps, headless(steps)[steps])


def test_that_steps_are_not_taken_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    owner = QObject()
    found: list[object] = []
    beside = Beside(owner)
    beside.begin(lambda _: threading.get_ident(), lambda result: found.append(result()))
    qtbot.waitUntil(lambda: bool(found))
    assert found != [threading.get_ident()]


def test_that_it_stops_at_once(bench: _Bench) -> None:
    bench.play_to(3)
    before, step = bench.now, bench.trains.step
    bench.trains.pause()
    assert not bench.trains.plays
    assert (bench.now, bench.trains.step, bench.store.history.count()) == (before, step, 1)
    bench.let_it_land()
    assert (bench.now, bench.trains.step, bench.store.history.count()) == (before, step, 1)


def test_that_it_goes_on_where_it_was_stopped(bench: _Bench) -> None:
    bench.play_to(3)
    bench.trains.pause()
    bench.trains.forward()
    bench.play_to(bench.trains.step + 3)
    bench.trains.pause()
    steps = bench.trains.step
    assert bench.now == headless(steps)[steps]


def test_that_undo_takes_no_notice_of_a_step_in_flight(bench: _Bench) -> None:
    bench.trains.forward()
    bench.play_to(4)
    bench.trains.pause()
    bench.play_to(6)
    bench.store.history.undo()
    assert not bench.trains.plays
    bench.let_it_land()
    step = bench.trains.step
    assert step < 6
    assert bench.now == headless(6)[step]


def test_that_a_dragged_point_is_part_of_the_next_step(bench: _Bench) -> None:
    bench.play_to(4)
    hand = bench.store.begin("hand", "Drag")
    for way in range(1, 5):
        bench.put(lambda now, x=way / 4: with_point(now, 7, (x, 3.0)), "hand")  # type: ignore[misc]
        assert bench.trains.looks_ahead  # with the points as they were
        bench.play_to(bench.trains.step + 1)
    bench.play_to(bench.trains.step + 2)
    hand.end()
    bench.trains.pause()
    subject, run = bench.subject, bench.trains.run
    assert run is not None
    assert subject.points[7].tolist() == [1.0, 3.0]
    whole = MeanLoss(subject.points, subject.targets, subject.settings).at(subject.trained)
    for part in ("logits", "probabilities", "losses", "slopes"):
        assert np.array_equal(getattr(subject.fit, part), getattr(whole, part))
    assert bits(subject.fit.gradient) == bits(whole.gradient)
    assert run.losses[-1] == whole.loss
    while bench.store.history.canUndo():
        bench.store.history.undo()
    assert bench.subject == many()


def test_that_a_chosen_point_loses_no_step(bench: _Bench) -> None:
    bench.play_to(2)
    bench.put(lambda subject: with_chosen(subject, 5))
    assert bench.trains.looks_ahead
    step = bench.trains.step
    bench.qtbot.waitUntil(lambda: bench.trains.step > step, timeout=60_000)
    bench.trains.pause()
    steps = bench.trains.step
    assert bench.now == headless(steps)[steps]


def test_that_another_rate_holds_from_the_next_step_on(bench: _Bench) -> None:
    bench.play_to(3)
    at, before = bench.trains.step, bench.subject.trained
    slower = TRAINING._replace(rate=0.01, momentum=0.0)
    bench.trains.choose(slower)
    bench.play_to(at + 2)
    bench.trains.pause()
    steps = bench.trains.step - at
    trainer = Trainer(many().mean_loss, slower)
    wanted = [bits(place.linear) for place, _ in trained(trainer, begin(before), steps)]
    assert bench.now == wanted[steps]


def test_that_many_points_moved_at_once_begin_the_step_anew(bench: _Bench) -> None:
    bench.play_to(3)
    before = bench.now
    bench.put(lambda subject: with_points_moved(subject, range(12_000), (1.0, 0.0)), "hand")
    assert bench.now == before
    step = bench.trains.step
    bench.play_to(step + 1)
    bench.trains.pause()
    run = bench.trains.run
    assert run is not None
    assert run.losses[-1] == bench.subject.mean_loss.at(run.linear).loss


def test_that_another_document_knows_nothing_of_a_step_in_flight(bench: _Bench) -> None:
    bench.play_to(3)
    bench.store.open(many())
    assert not bench.trains.plays
    bench.let_it_land()
    assert bench.subject == many()
    assert bench.trains.run is None


def test_that_the_optimum_is_found_beside_the_window_and_is_the_same(bench: _Bench) -> None:
    bench.trains.forward()
    run = bench.trains.run
    assert run is not None
    found = run.optimum()
    bench.trains.to_optimum()
    assert bench.trains.plays  # so that it can be stopped
    assert bench.trains.step == 1
    bench.qtbot.waitUntil(lambda: not bench.trains.plays, timeout=60_000)
    assert bench.now == bits(found.linear)
    assert (bench.trains.step, bench.trains.verdict) == (2, found.verdict)
    assert bench.store.history.count() == 2


def test_that_the_way_to_the_optimum_can_be_stopped(bench: _Bench) -> None:
    before = bench.now
    bench.trains.to_optimum()
    bench.trains.toggle()
    assert not bench.trains.plays
    bench.let_it_land()
    assert (bench.now, bench.store.history.count()) == (before, 0)


def test_that_an_error_beside_the_window_is_told_in_it(qtbot: QtBot) -> None:
    owner = QObject()
    beside, caught = Beside(owner), list[BaseException]()

    def fails(_: object) -> None:
        raise ValueError("too many")

    def done(result: Callable[[], object]) -> None:
        try:
            result()
        except ValueError as error:
            caught.append(error)

    beside.begin(fails, done)
    qtbot.waitUntil(lambda: bool(caught))
    assert str(caught[0]) == "too many"
    assert not beside.is_busy
