"""A walk in progress, and the path that is drawn of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from tests.extremes import states
from xentgui.model import State, derive, edits
from xentgui.model.descent import Verdict, walked
from xentgui.model.losses import LOSSES
from xentgui.model.message import RefusedError
from xentgui.model.path import path_of
from xentgui.model.recipes import Method, Walk
from xentgui.model.run import MOST_NUMBERS, Run, falls_like_1_over_n
from xentgui.model.slope import Slope
from xentgui.model.view import View

SOFT = State(("a", "b", "c"), (2.33, -1.46, 0.56), (0.7, 0.2, 0.1))
WALKS = [Walk(), Walk(rate=0.3, momentum=0.9), Walk(Method.NEWTON)]


def _stepped(run: Run, steps: int) -> Run:
    for _ in range(steps):
        run = run.forward()
    return run


def _state(run: Run, row: int) -> State:
    return edits.with_values(run.state, "logits", 0, run.logits[row])


@pytest.mark.parametrize("walk", WALKS)
def test_that_a_run_is_the_walk_of_the_command_line_bit_for_bit(walk: Walk) -> None:
    run, trace = _stepped(Run.begun(SOFT, walk), 5), walked(SOFT, walk, 5)

    np.testing.assert_array_equal(run.logits, trace.logits)
    np.testing.assert_array_equal(run.probabilities, trace.probabilities)
    np.testing.assert_array_equal(run.losses, trace.loss)
    assert run.verdict is trace.stopped


@pytest.mark.parametrize("walk", WALKS)
def test_that_a_run_that_goes_back_takes_the_same_steps_again(walk: Walk) -> None:
    run = _stepped(Run.begun(SOFT, walk), 4)

    again = _stepped(run.to(2).walking(walk), 2)

    assert (run.to(2).step, run.to(2).steps) == (2, 4)
    np.testing.assert_array_equal(again.logits, run.logits)


def test_that_another_walk_goes_on_from_the_present_step() -> None:
    run = _stepped(Run.begun(SOFT, Walk()), 6).to(3).walking(Walk(rate=0.1))

    on = run.forward()

    assert (on.step, on.steps) == (4, 4)
    np.testing.assert_array_equal(on.logits[:4], run.logits)
    slope = derive(_state(run, 3)).gradient
    np.testing.assert_array_equal(on.logits[4], run.logits[3] - 0.1 * slope)


def test_that_two_runs_with_a_common_beginning_do_not_write_over_each_other() -> None:
    run = _stepped(Run.begun(SOFT, Walk()), 3)

    one, other = run.forward(), run.walking(Walk(rate=0.2)).forward()

    assert one.logits[4].tolist() != other.logits[4].tolist()
    np.testing.assert_array_equal(one.logits, walked(SOFT, Walk(), 4).logits)


def test_that_a_hand_puts_the_present_step_elsewhere_and_the_run_goes_on_from_there() -> None:
    run = _stepped(Run.begun(SOFT, Walk()), 3)
    there = edits.with_logit(_state(run, 3), 1, 4.0)

    put = run.put(there).forward()

    assert put.step == 4
    np.testing.assert_array_equal(put.logits[:3], run.logits[:3])
    np.testing.assert_array_equal(put.logits[3:], walked(there, Walk(), 1).logits)


def test_that_a_state_is_found_among_the_steps_only_if_all_of_it_is_the_same() -> None:
    run = _stepped(Run.begun(SOFT, Walk()), 4)
    second = _state(run, 2)

    assert run.place_of(second) == 2
    assert run.place_of(edits.with_setting(second, "temperature", 2.0)) is None
    assert run.place_of(edits.with_target(second, 0, 1.0)) is None
    assert run.place_of(edits.with_logit(second, 2, 0.0)) is None
    assert run.place_of(edits.add_classes(second, ["d"])) is None


def test_that_a_run_that_rests_is_itself_one_step_further() -> None:
    rest = State(("a", "b"), (0.0, 0.0), (0.5, 0.5))
    run = Run.begun(rest, Walk())

    assert run.forward() is run
    assert run.verdict is Verdict.REACHED


def test_that_a_long_run_forgets_its_oldest_steps_and_still_counts_them() -> None:
    count = MOST_NUMBERS // 8
    state = State([f"c{k}" for k in range(count)], np.zeros(count), np.eye(1, count)[0])

    run = _stepped(Run.begun(state, Walk(rate=5.0)), 10)

    assert run.step == run.steps == 10
    assert run.forgotten > 0
    np.testing.assert_array_equal(run.logits[-1], walked(state, Walk(rate=5.0), 10).logits[-1])


@pytest.mark.parametrize("loss", LOSSES)
def test_that_loss_and_gradient_have_the_bits_of_the_snapshot(loss: str) -> None:
    for name, state in states(step=7):
        there = edits.with_setting(state, "loss", loss)
        whole = derive(there)

        point = Slope(there).at(there.logit_array)

        np.testing.assert_array_equal(point.gradient, whole.gradient, err_msg=name)
        np.testing.assert_array_equal(point.probabilities, whole.probabilities, err_msg=name)
        np.testing.assert_equal(point.loss, whole.loss, err_msg=name)


@pytest.mark.parametrize("method", Method)
def test_that_no_walk_leads_to_what_is_not_a_number(method: Method) -> None:
    for name, state in states(step=11):
        for loss in ("cross_entropy",) if method is Method.NEWTON else LOSSES:
            there = edits.with_setting(state, "loss", loss)
            if 0.0 < there.temperature < math.inf:
                run = _stepped(Run.begun(there, Walk(method, 2.0)), 3)
                assert (run.logits < math.inf).all(), (name, loss)


@pytest.mark.parametrize(
    ("losses", "is_harmonic"),
    [
        (lambda n: 2 / (n + 1), True),
        (lambda n: 2 / (n + 9), True),
        (lambda n: 2 / (n + 500), False),  # it has hardly fallen
        (lambda n: 2.0 - 0.01 * n, False),
        (lambda n: 0.9**n, False),
        (lambda n: (n + 1) ** -0.5, False),
        (lambda n: 0.0 * n, False),
    ],
)
def test_that_only_a_loss_that_falls_like_1_over_n_is_taken_for_one(
    losses: Callable[[np.ndarray], np.ndarray], is_harmonic: bool
) -> None:
    assert falls_like_1_over_n(losses(np.arange(61))) is is_harmonic
    assert not falls_like_1_over_n(losses(np.arange(20)))


# The path that is drawn


@pytest.mark.parametrize("walk", WALKS)
def test_that_the_path_goes_on_with_the_steps_that_will_be_taken(walk: Walk) -> None:
    run = _stepped(Run.begun(SOFT, walk), 3)
    for _ in range(3):  # the path of a run that has moved on is computed from the one before
        path = path_of(derive(_state(run, run.at)), View(walk=walk, run=run), 4)

        steps = len(path.losses) - 1  # fewer than four, where Newton's method has arrived
        trace = walked(SOFT, walk, steps)
        assert (path.at, path.first) == (run.at, 0)
        assert steps == run.at + 4 or walk.method is Method.NEWTON
        np.testing.assert_array_equal(path.logits, trace.logits)
        np.testing.assert_array_equal(path.losses, trace.loss)
        run = run.forward()


def test_that_the_path_follows_another_walk_and_a_hand() -> None:
    run = _stepped(Run.begun(SOFT, Walk()), 3)
    path_of(derive(_state(run, 3)), View(walk=Walk(), run=run), 4)
    slow = Walk(rate=0.1)
    for other in (run.walking(slow), run.put(edits.with_logit(_state(run, 3), 0, 1.0))):
        at = _state(other, other.at)
        path = path_of(derive(at), View(walk=other.walk, run=other), 4)

        np.testing.assert_array_equal(path.logits[3:], walked(at, other.walk, 4).logits)


def test_that_the_path_of_somebody_who_has_gone_back_shows_the_steps_that_are_known() -> None:
    run = _stepped(Run.begun(SOFT, Walk()), 5).to(2)

    path = path_of(derive(_state(run, 2)), View(run=run, walk=Walk()), 4)

    assert path.at == 2
    np.testing.assert_array_equal(path.logits, walked(SOFT, Walk(), 6).logits)


def test_that_the_path_of_nobody_begins_at_the_state() -> None:
    path = path_of(derive(SOFT), View(walk=Walk()), 4)

    assert path.at == 0
    np.testing.assert_array_equal(path.logits, walked(SOFT, Walk(), 4).logits)


def test_that_a_path_ends_where_no_step_is_possible() -> None:
    cold = replace(SOFT, temperature=0.0)

    path = path_of(derive(cold), View(walk=Walk()), 4)

    assert len(path.losses) == 1
    with pytest.raises(RefusedError, match="temperature"):
        Run.begun(cold, Walk())


@pytest.mark.parametrize("at", [0, 3, 6])
def test_that_a_path_is_as_long_as_asked_whatever_was_asked_before(at: int) -> None:
    run = _stepped(Run.begun(SOFT, Walk()), 6).to(at)
    snapshot, view = derive(_state(run, at)), View(run=run, walk=Walk())
    for ahead in (1, 50, 30, 1, 4):
        path = path_of(snapshot, view, ahead)

        steps = max(6, at + ahead)
        assert len(path) == len(path.losses) == steps + 1
        np.testing.assert_array_equal(path.logits, walked(SOFT, Walk(), steps).logits)


def test_that_parts_of_a_path_are_those_of_the_whole() -> None:
    state = State([f"{k}" for k in range(20)], np.linspace(-3, 3, 20).tolist(), [0.05] * 20)
    run = Run.begun(state, Walk(rate=0.5, momentum=0.8))
    for step in range(45):
        if step == 30:  # a hand: what is passed stays, and the next steps are others
            run = run.put(edits.with_logit(_state(run, run.at), 2, 9.0))
        path = path_of(derive(_state(run, run.at)), View(run=run, walk=run.walk), 7)

        np.testing.assert_array_equal(path.largest, path.probabilities.max(axis=0))
        np.testing.assert_array_equal(path.logits_of((7, 2)), path.logits[:, [7, 2]])
        np.testing.assert_array_equal(path.probabilities_of([3]), path.probabilities[:, [3]])
        for row in (0, run.at, run.at + 1, len(path) - 1):
            np.testing.assert_array_equal(path.logits_at(row), path.logits[row])
        run = run.forward()
