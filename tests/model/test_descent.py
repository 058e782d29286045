"""Walks down the loss, against exact facts and values worked out elsewhere."""

from __future__ import annotations

import math

import numpy as np
import pytest

from xentgui.model import State, derive
from xentgui.model.descent import (
    Trace,
    Verdict,
    length_of,
    safe_rate,
    size_of,
    walked,
)
from xentgui.model.losses import LOSSES
from xentgui.model.message import RefusedError
from xentgui.model.recipes import Method, Walk

ARTICLE = State(("a", "b", "c"), tuple(math.log(p) for p in (0.34, 0.46, 0.20)), (1.0, 0.0, 0.0))
HARD = State(("a", "b", "c"), (2.33, -1.46, 0.56), (0.7, 0.2, 0.1))


def _flat(count: int, target: tuple[float, ...]) -> State:
    return State(tuple(f"c{k}" for k in range(count)), (0.0,) * count, target)


def _one_hot(count: int) -> tuple[float, ...]:
    return (1.0, *(0.0,) * (count - 1))


def _walked(state: State, steps: int, **walk: float) -> Trace:
    return walked(state, Walk(**walk), steps)


def test_that_the_articles_example_is_walked_as_it_is_known() -> None:
    trace = _walked(ARTICLE, 3)

    assert trace.loss.round(5).tolist() == [1.07881, 0.52494, 0.31393, 0.21882]
    wanted = [[0.34, 0.46, 0.20], [0.59159, 0.26115, 0.14726], [0.73057, 0.16510, 0.10432],
              [0.80346, 0.11758, 0.07896]]  # fmt: skip
    np.testing.assert_allclose(trace.probabilities, wanted, atol=1e-5)
    assert trace.stopped is Verdict.NO_MINIMUM


@pytest.mark.parametrize(
    ("count", "steps", "loss"),
    [
        (3, 10, 0.0689105610509),
        (3, 100, 0.00671581377612),
        (3, 1000, 0.000667413035767),
        (2, 1000, 0.000499731164526),
        (10, 1000, 0.00090381752744),
    ],
)
def test_that_a_one_hot_target_is_walked_to_for_ever(count: int, steps: int, loss: float) -> None:
    trace = _walked(_flat(count, _one_hot(count)), steps)

    assert trace.loss[-1] == pytest.approx(loss, rel=1e-11)
    assert steps * trace.loss[-1] == pytest.approx((count - 1) / count, rel=0.04)
    assert len(trace.loss) == steps + 1
    assert trace.stopped is Verdict.NO_MINIMUM


@pytest.mark.parametrize(("count", "rate"), [(2, 4.0), (3, 6.0)])
def test_that_too_large_a_rate_cycles_and_a_smaller_one_arrives(count: int, rate: float) -> None:
    state = State(
        tuple(f"c{k}" for k in range(count)), tuple(np.arange(count) * 0.3), (1 / count,) * count
    )

    assert _walked(state, 3000, rate=rate - 0.1).stopped is Verdict.REACHED
    cycling = _walked(state, 3000, rate=rate + 0.1)
    assert cycling.stopped is Verdict.CYCLING
    assert np.isfinite(cycling.loss).all()


def test_that_the_known_cycle_of_two_classes_is_found() -> None:
    trace = _walked(State(("a", "b"), (0.3, 0.0), (0.5, 0.5)), 3000, rate=4.1)

    assert trace.loss[-1] == pytest.approx(0.7304, abs=5e-5)
    assert abs(trace.logits[-1, 0]) + abs(trace.logits[-1, 1]) > 0.0


def test_that_newton_with_halving_arrives_where_newton_alone_is_known_to_fail() -> None:
    trace = walked(HARD, Walk(Method.NEWTON), 6)

    distances = np.abs(trace.probabilities - HARD.target).max(axis=1)
    wanted = [0.181, 0.0193, 0.00147, 2.8e-6, 3.4e-11]
    np.testing.assert_allclose(distances[:4], wanted[:4], rtol=0.35)
    assert distances[-1] < 1e-15
    assert trace.stopped is Verdict.REACHED


def test_that_a_step_of_newton_is_the_one_that_is_known() -> None:
    trace = walked(ARTICLE, Walk(Method.NEWTON), 1)

    moved = trace.logits[1] - trace.logits[0]
    np.testing.assert_allclose(moved, (1 / 0.34 - 1, -1.0, -1.0), rtol=1e-12)


@pytest.mark.parametrize("temperature", [0.5, 1.0, 2.0])
def test_that_below_the_safe_rate_the_loss_never_rises(temperature: float) -> None:
    random = np.random.default_rng(2)
    for _ in range(40):
        count = int(random.integers(2, 7))
        target = random.dirichlet(np.ones(count)) * random.uniform(0.2, 3.0)
        logits = random.normal(size=count) * 4.0
        labels = tuple(f"c{k}" for k in range(count))
        state = State(labels, tuple(logits), tuple(target), temperature=temperature)
        trace = _walked(state, 60, rate=0.999 * safe_rate(derive(state)))
        assert (np.diff(trace.loss) <= 1e-12).all()


@pytest.mark.parametrize("loss", sorted(set(LOSSES) - {"kl_reverse"}))
def test_that_every_loss_falls_from_an_ordinary_state(loss: str) -> None:
    state = State(("a", "b", "c"), (-0.5, 0.4, 0.2), (0.7, 0.2, 0.1), loss=loss)

    trace = _walked(state, 400, rate=0.1)

    assert trace.loss[-1] < trace.loss[0]
    assert np.isfinite(trace.logits).all()


def test_that_it_comes_to_rest_where_each_loss_is_known_to() -> None:
    def rest(loss: str, **settings: float) -> list[float]:
        state = State(("a", "b", "c"), (0.0,) * 3, (0.7, 0.2, 0.1), loss=loss, **settings)
        return walked(state, Walk(rate=1.0, tolerance=1e-10), 100_000).probabilities[-1].tolist()

    assert rest("cross_entropy") == pytest.approx([0.7, 0.2, 0.1], abs=1e-6)
    assert rest("brier") == pytest.approx([0.7, 0.2, 0.1], abs=1e-6)
    assert rest("focal", gamma=0.5) == pytest.approx([0.6449, 0.2364, 0.1187], abs=5e-5)
    assert rest("focal", gamma=2.0) == pytest.approx([0.5352, 0.2927, 0.1721], abs=5e-5)
    assert rest("gce", q=0.5) == pytest.approx([0.9074, 0.0741, 0.0185], abs=5e-5)


def test_that_a_tolerance_ends_the_walk_and_0_takes_all_steps() -> None:
    walk = Walk(rate=1.0, tolerance=1e-3)
    short = walked(HARD, walk, 10_000)

    last = derive(State(HARD.labels, tuple(short.logits[-1]), HARD.target))
    assert short.stopped is Verdict.REACHED
    assert size_of(last) <= 1e-3
    assert len(short.loss) < 1000
    # A hinge is exactly 0 after a while, and walks on all the same.
    hinge = State(("a", "b"), (0.0, 0.0), (1.0, 0.0), loss="hinge_ww")
    still = _walked(hinge, 50, rate=0.5)
    assert len(still.loss) == 51
    assert still.loss[-1] == 0.0
    assert still.stopped is Verdict.REACHED


def test_that_a_gradient_has_a_length_whose_squares_overflow() -> None:
    assert length_of(np.array([3e200, -4e200])) == pytest.approx(5e200, rel=1e-15)
    assert length_of(np.array([3e-200, -4e-200])) == pytest.approx(5e-200, rel=1e-15)
    assert length_of(np.array([math.inf, -1.0])) == math.inf
    assert length_of(np.zeros(3)) == 0.0


def test_that_momentum_takes_the_step_before_along() -> None:
    plain, heavy = _walked(HARD, 2), _walked(HARD, 2, momentum=0.5)

    assert heavy.logits[1].tolist() == plain.logits[1].tolist()
    taken = 0.5 * (plain.logits[1] - plain.logits[0])
    np.testing.assert_allclose(heavy.logits[2], plain.logits[2] + taken, rtol=1e-14)


def test_that_a_class_that_is_off_stays_off() -> None:
    state = State(("a", "b", "c"), (1.0, -math.inf, 0.5), (0.6, 0.0, 0.4))

    for method in Method:
        trace = walked(state, Walk(method), 20)
        assert (trace.logits[:, 1] == -math.inf).all()
        assert np.isfinite(trace.logits[:, [0, 2]]).all()


@pytest.mark.parametrize(
    ("changes", "walk", "words"),
    [
        ({}, Walk(rate=0.0), "rate"),
        ({}, Walk(rate=math.nan), "rate"),
        ({}, Walk(rate=math.inf), "rate"),
        ({}, Walk(momentum=1.0), "momentum"),
        ({}, Walk(momentum=-0.1), "momentum"),
        ({}, Walk(tolerance=-1.0), "tolerance"),
        ({"loss": "brier"}, Walk(Method.NEWTON), "Newton"),
        ({"temperature": 0.0}, Walk(), "temperature"),
    ],
)
def test_that_a_walk_that_makes_no_sense_is_refused(
    changes: dict[str, object], walk: Walk, words: str
) -> None:
    state = State(("a", "b"), (1.0, 0.0), (1.0, 0.0), **changes)  # type: ignore[arg-type]

    with pytest.raises(RefusedError, match=words):
        walked(state, walk, 3)
