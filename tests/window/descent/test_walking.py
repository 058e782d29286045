"""The walk in the window: what becomes of it by steps, plays, hands, and undo."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from xentgui.documents.store import Store
from xentgui.model import State, edits
from xentgui.model.descent import Verdict, walked
from xentgui.model.message import RefusedError
from xentgui.model.recipes import USUAL_WALK, Method, Walk
from xentgui.model.subjects import BareLogits, OnState
from xentgui.window.descent.walking import Walking

SOFT = State(("a", "b", "c"), (2.33, -1.46, 0.56), (0.7, 0.2, 0.1))
ONE_HOT = State(("a", "b", "c"), tuple(map(math.log, (0.34, 0.46, 0.20))), (1.0, 0.0, 0.0))


class _Bench:
    """A store and its walking."""

    def __init__(self, state: State) -> None:
        self.owner = QObject()
        self.store = Store(BareLogits(state), self.owner)
        self.walking = Walking(self.store, self.owner)

    @property
    def logits(self) -> list[float]:
        return self.store.snapshot.logits.tolist()

    @property
    def undo_steps(self) -> int:
        return self.store.history.count()

    def put(self, change: Callable[[State], State], owner: object = None) -> None:
        self.store.edit(OnState(change), "hand", owner)


def _logit(value: float) -> Callable[[State], State]:
    return lambda state: edits.with_logit(state, 1, value)


def _there(state: State, walk: Walk, steps: int) -> list[float]:
    return walked(state, walk, steps).logits[steps].tolist()


@pytest.fixture
def bench(qapp: object) -> _Bench:
    return _Bench(SOFT)


@pytest.mark.parametrize(
    "walk",
    [Walk(), Walk(rate=0.4, momentum=0.8), Walk(Method.NEWTON)],
    ids=lambda walk: walk.method,
)
def test_that_steps_are_those_of_the_command_line_and_each_can_be_undone(
    bench: _Bench, walk: Walk
) -> None:
    bench.walking.choose(walk)
    for _ in range(4):
        bench.walking.forward()

    assert bench.logits == _there(SOFT, walk, 4)
    assert bench.undo_steps == 4
    for step in (3, 2, 1, 0):
        bench.store.history.undo()
        assert (bench.walking.step, bench.walking.steps) == (step, 4)
        assert bench.logits == _there(SOFT, walk, step)
    for step in (1, 2, 3, 4):
        bench.store.history.redo()
        assert bench.walking.step == step
        assert bench.logits == _there(SOFT, walk, step)


def test_that_back_goes_along_the_run_and_forward_takes_the_same_steps(bench: _Bench) -> None:
    for _ in range(3):
        bench.walking.forward()

    bench.walking.back()
    bench.walking.back()
    assert (bench.walking.step, bench.walking.steps) == (1, 3)
    assert bench.logits == _there(SOFT, Walk(), 1)
    bench.walking.forward()
    assert bench.logits == _there(SOFT, Walk(), 2)
    bench.walking.to_start()
    assert bench.logits == list(SOFT.logits)
    assert not bench.walking.can_go_back
    assert bench.undo_steps == 7


def test_that_another_rate_takes_the_next_steps_and_keeps_those_before(bench: _Bench) -> None:
    for _ in range(3):
        bench.walking.forward()
    bench.walking.back()
    at = bench.store.snapshot.state

    bench.walking.choose(Walk(rate=0.1))
    bench.walking.forward()

    assert (bench.walking.step, bench.walking.steps) == (3, 3)
    assert bench.logits == _there(at, Walk(rate=0.1), 1)
    bench.walking.back()
    assert bench.logits == at.logit_array.tolist()


def test_that_a_reset_forgets_the_steps_and_undo_brings_them_back(bench: _Bench) -> None:
    for _ in range(3):
        bench.walking.forward()

    bench.walking.reset()
    assert bench.logits == list(SOFT.logits)
    assert bench.store.view.run is None
    bench.store.history.undo()
    assert (bench.walking.step, bench.walking.steps) == (3, 3)


@pytest.mark.parametrize(
    "walk",
    [Walk(rate=0.0), Walk(rate=-1.0), Walk(momentum=1.0), Walk(momentum=-0.1), Walk(rate=math.nan)],
    ids=str,
)
def test_that_a_walk_that_makes_no_sense_is_refused_and_the_old_one_stays(
    bench: _Bench, walk: Walk
) -> None:
    with pytest.raises(RefusedError):
        bench.walking.choose(walk)

    assert bench.store.view.walk == USUAL_WALK


def test_that_newton_is_refused_with_a_loss_that_has_none(bench: _Bench) -> None:
    bench.put(lambda state: edits.with_setting(state, "loss", "brier"))

    with pytest.raises(RefusedError, match="Newton"):
        bench.walking.choose(Walk(Method.NEWTON))


def test_that_no_step_is_taken_where_the_loss_has_no_gradient(bench: _Bench) -> None:
    bench.put(lambda state: edits.with_setting(state, "temperature", 0.0))

    with pytest.raises(RefusedError, match="temperature"):
        bench.walking.forward()
    with pytest.raises(RefusedError, match="temperature"):
        bench.walking.play()
    assert not bench.walking.plays


# What becomes of the run


def test_that_a_hand_at_rest_begins_a_new_run_and_undo_steps_back_into_the_old_one(
    bench: _Bench,
) -> None:
    for _ in range(3):
        bench.walking.forward()

    bench.put(_logit(4.0))
    there = bench.store.snapshot.state
    assert bench.store.view.run is None
    bench.walking.forward()
    assert (bench.walking.step, bench.walking.steps) == (1, 1)
    assert bench.logits == _there(there, Walk(), 1)

    bench.store.history.undo()
    bench.store.history.undo()
    assert (bench.walking.step, bench.walking.steps) == (3, 3)
    bench.store.history.undo()
    assert (bench.walking.step, bench.walking.steps) == (2, 3)


@pytest.mark.parametrize(
    "change",
    [
        lambda state: edits.with_target(state, 0, 0.5),
        lambda state: edits.with_setting(state, "loss", "brier"),
        lambda state: edits.with_setting(state, "temperature", 2.0),
        lambda state: edits.with_setting(state, "label_smoothing", 0.1),
        lambda state: edits.add_classes(state, ["d"]),
        lambda state: edits.with_label(state, 0, "z"),
    ],
    ids=["target", "loss", "temperature", "smoothing", "classes", "name"],
)
def test_that_every_other_change_begins_a_new_run_and_undo_leads_back(
    bench: _Bench, change: Callable[[State], State]
) -> None:
    for _ in range(3):
        bench.walking.forward()

    bench.put(change)
    there = bench.store.snapshot.state
    assert bench.store.view.run is None
    bench.walking.forward()
    assert bench.logits == _there(there, Walk(), 1)
    assert bench.walking.steps == 1

    bench.store.history.undo()
    bench.store.history.undo()
    assert (bench.walking.step, bench.walking.steps) == (3, 3)


def test_that_another_document_ends_the_play_and_forgets_the_run(bench: _Bench) -> None:
    bench.walking.forward()
    bench.walking.play()

    bench.store.open(BareLogits(ONE_HOT))

    assert not bench.walking.plays
    assert bench.store.view.run is None
    bench.store.open(BareLogits(SOFT))
    assert bench.store.view.run is None


# Plays


def _played(bench: _Bench, qtbot: QtBot) -> Verdict | None:
    bench.walking.play(to_the_end=True)
    qtbot.waitUntil(lambda: not bench.walking.plays)
    return bench.walking.verdict


def test_that_a_play_is_one_undo_step_and_stops_where_it_arrives(
    bench: _Bench, qtbot: QtBot
) -> None:
    assert _played(bench, qtbot) is Verdict.REACHED

    trace = walked(SOFT, USUAL_WALK, 10_000)
    np.testing.assert_array_equal(bench.store.view.run.logits, trace.logits)
    assert bench.undo_steps == 1
    bench.store.history.undo()
    assert bench.logits == list(SOFT.logits)
    assert bench.walking.step == 0
    bench.store.history.redo()
    assert bench.walking.step == len(trace.loss) - 1
    assert bench.logits == trace.logits[-1].tolist()


def _even(count: int) -> State:
    logits = tuple(0.3 * k for k in range(count))
    return State([f"c{k}" for k in range(count)], logits, (1 / count,) * count)


@pytest.mark.parametrize(
    ("state", "walk", "verdict"),
    [
        (ONE_HOT, USUAL_WALK, Verdict.NO_MINIMUM),
        (SOFT, Walk(Method.NEWTON, tolerance=1e-4), Verdict.REACHED),
        (ONE_HOT, Walk(Method.NEWTON, tolerance=1e-4), Verdict.NO_MINIMUM),
        (_even(2), Walk(rate=4.1), Verdict.CYCLING),
        (_even(2), Walk(rate=3.9, tolerance=1e-4), Verdict.REACHED),
        (_even(3), Walk(rate=6.1), Verdict.CYCLING),
        (_even(3), Walk(rate=5.9, tolerance=1e-4), Verdict.REACHED),
        (SOFT, Walk(rate=30.0, momentum=0.95), Verdict.NOT_DECREASING),
        (edits.with_setting(ONE_HOT, "loss", "hinge_cs"), Walk(rate=0.5), Verdict.REACHED),
        (edits.with_setting(ONE_HOT, "loss", "brier"), USUAL_WALK, Verdict.NO_MINIMUM),
        (edits.with_setting(ONE_HOT, "loss", "kl_reverse"), USUAL_WALK, Verdict.NOT_DECREASING),
    ],
    ids=lambda value: value.value if isinstance(value, Verdict) else "",
)
def test_that_a_play_stops_by_itself_and_says_why(
    qtbot: QtBot, state: State, walk: Walk, verdict: Verdict
) -> None:
    bench = _Bench(state)
    bench.walking.choose(walk)

    assert _played(bench, qtbot) is verdict
    assert np.isfinite(bench.store.snapshot.logits).all()


def test_that_a_play_takes_its_steps_one_after_the_other(bench: _Bench, qtbot: QtBot) -> None:
    seen: list[list[float]] = []
    bench.store.changed.connect(lambda snapshot: seen.append(snapshot.logits.tolist()))

    bench.walking.play()
    qtbot.waitUntil(lambda: bench.walking.step >= 3)
    bench.walking.pause()

    trace = walked(SOFT, USUAL_WALK, bench.walking.step)
    assert seen == trace.logits[1:].tolist()
    assert bench.undo_steps == 1
    assert bench.walking.verdict is None


def test_that_a_hand_may_pull_while_it_plays_and_both_happen(bench: _Bench, qtbot: QtBot) -> None:
    hand = object()
    bench.walking.play()
    qtbot.waitUntil(lambda: bench.walking.step >= 2)

    passed = bench.walking.step
    drag = bench.store.begin(hand, "Drag")
    drag.edit(OnState(_logit(4.0)))
    assert bench.logits[1] == 4.0
    assert bench.walking.step == passed  # the run goes on
    put, step = bench.store.snapshot.state, bench.walking.step
    qtbot.waitUntil(lambda: bench.walking.step >= step + 2)
    assert drag.is_open
    assert bench.logits == _there(put, Walk(), bench.walking.step - step)
    drag.edit(OnState(_logit(-3.0)))
    drag.end()
    assert bench.logits[1] == -3.0
    put, step = bench.store.snapshot.state, bench.walking.step
    qtbot.waitUntil(lambda: bench.walking.step >= step + 2)
    bench.walking.pause()

    assert bench.logits == _there(put, Walk(), bench.walking.step - step)
    assert [bench.store.history.text(at) for at in range(bench.undo_steps)] == [
        "Walk",
        "Drag",
        "Walk",
    ]
    for _ in range(3):
        bench.store.history.undo()
    assert bench.logits == list(SOFT.logits)
    assert bench.walking.step == 0


def test_that_a_target_may_change_while_it_plays(bench: _Bench, qtbot: QtBot) -> None:
    bench.walking.play()
    qtbot.waitUntil(lambda: bench.walking.step >= 2)

    bench.put(lambda state: edits.with_target(state, 0, 0.2), object())
    there = bench.store.snapshot.state
    qtbot.waitUntil(lambda: bench.walking.step >= 2)
    bench.walking.pause()

    assert bench.logits == _there(there, Walk(), bench.walking.step)


def test_that_undo_ends_a_play_and_takes_it_back(bench: _Bench, qtbot: QtBot) -> None:
    bench.put(_logit(1.0))
    start = bench.logits
    bench.walking.play()
    qtbot.waitUntil(lambda: bench.walking.step >= 2)

    bench.store.end_gesture()  # as every command does first
    bench.store.history.undo()

    assert not bench.walking.plays
    assert bench.logits == start
    assert (bench.walking.step, bench.walking.steps >= 2) == (0, True)


def test_that_a_play_ends_with_a_sentence_where_no_step_is_possible_any_more(
    bench: _Bench, qtbot: QtBot
) -> None:
    bench.walking.play()
    qtbot.waitUntil(lambda: bench.walking.step >= 1)

    bench.put(lambda state: edits.with_setting(state, "temperature", 0.0), object())
    qtbot.waitUntil(lambda: not bench.walking.plays)

    assert "temperature 0" in bench.walking.reason


def test_that_a_play_of_somebody_who_has_arrived_says_so_at_once(qtbot: QtBot) -> None:
    bench = _Bench(State(("a", "b"), (0.0, 0.0), (0.5, 0.5)))

    assert _played(bench, qtbot) is Verdict.REACHED
    assert bench.undo_steps == 0
    bench.walking.forward()
    assert bench.walking.verdict is Verdict.REACHED
