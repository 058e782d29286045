"""Draws: their frequencies, their seeds, and the mean that runs towards the entropy."""

from __future__ import annotations

import math
import time

import numpy as np
import pytest

from xentgui.model import State, derive
from xentgui.model.sampling.draws import OF_TARGET, draw, running_mean, spread


def _chance(counts: np.ndarray, p: np.ndarray) -> float:
    """Return how probable it is that `counts` are as far from p as they are, or farther."""
    expected = p * counts.sum()
    statistic = float((np.square(counts - expected) / expected).sum())
    x, a = statistic / 2.0, 0.5 if len(p) % 2 == 0 else 1.0
    chance = math.erfc(math.sqrt(x)) if a == 0.5 else math.exp(-x)
    while a < (len(p) - 1) / 2:  # Q(a + 1, x) = Q(a, x) + x^a e^-x / Γ(a + 1)
        chance += math.exp(a * math.log(x) - x - math.lgamma(a + 1.0))
        a += 1.0
    return chance


STATE = State(["cat", "dog", "owl"], [2.33, -1.46, 0.56], [0.7, 0.2, 0.1])


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 2**53 - 1])
@pytest.mark.parametrize("classes", [2, 3, 10, 200])
def test_that_frequencies_pass_a_chi_squared_test(seed: int, classes: int) -> None:
    p = derive(
        State(
            [str(k) for k in range(classes)],
            np.random.default_rng(classes).normal(size=classes),
            [1.0] * classes,
        )
    ).softmax

    counts = draw(p, 100_000, seed).counts

    assert counts.sum() == 100_000
    assert _chance(counts, p) > 1e-3


def test_that_the_test_of_frequencies_can_fail() -> None:
    p = np.array([0.5, 0.3, 0.2])
    wrong = np.array([0.49, 0.31, 0.2])

    assert _chance(draw(wrong, 100_000, 0).counts, p) < 1e-3


def test_that_anybody_can_repeat_the_draws_and_that_more_of_them_begin_alike() -> None:
    p = derive(STATE).softmax
    few, many = draw(p, 10, 7), draw(p, 1000, 7)

    again = np.searchsorted(np.cumsum(p), np.random.default_rng(7).random(1000), side="right")
    assert many.classes.tolist() == again.tolist()
    assert many.classes[:10].tolist() == few.classes.tolist()
    assert many.classes.tolist() != draw(p, 1000, 8).classes.tolist()
    assert many.classes.tolist() != draw(p, 1000, 7, OF_TARGET).classes.tolist()


@pytest.mark.parametrize("p", [[0.0, 1.0, 0.0], [0.0, 0.5, 0.0, 0.5, 0.0], [5e-324, 0.0, 5e-324]])
def test_that_what_is_impossible_is_never_drawn(p: list[float]) -> None:
    counts = draw(np.array(p), 10_000, 0).counts

    assert not counts[np.array(p) == 0.0].any()
    assert counts.sum() == 10_000


def test_that_nothing_can_be_drawn_from_nothing() -> None:
    with pytest.raises(ValueError, match="every probability is 0"):
        draw(np.zeros(3), 1, 0)


def test_that_the_spread_of_a_draw_is_the_reference_value() -> None:
    snapshot = derive(STATE)

    mean, deviation = spread(snapshot.softmax, snapshot.information)

    assert mean == pytest.approx(0.500929218, abs=1e-9)
    assert deviation == pytest.approx(0.783642, abs=1e-6)
    assert deviation / math.sqrt(100) == pytest.approx(0.0784, abs=1e-4)


@pytest.mark.parametrize("count", [100, 1000, 10_000, 100_000, 1_000_000])
def test_that_the_running_mean_stays_near_the_entropy(count: int) -> None:
    snapshot = derive(STATE)
    mean, deviation = spread(snapshot.softmax, snapshot.information)

    means = running_mean(snapshot.information, draw(snapshot.softmax, count, 0))

    assert abs(means[-1] - mean) < 4.0 * deviation / math.sqrt(count)


def test_that_draws_of_the_target_pay_the_cross_entropy() -> None:
    snapshot = derive(STATE)

    means = running_mean(
        snapshot.information, draw(snapshot.effective_target, 1_000_000, 0, OF_TARGET)
    )

    deviation = spread(snapshot.effective_target, snapshot.information)[1]
    assert abs(means[-1] - snapshot.cross_entropy) < 4.0 * deviation / 1000.0


def test_that_a_code_that_lacks_a_word_costs_infinitely_much() -> None:
    information = np.array([math.inf, 0.0])
    draws = draw(np.array([0.5, 0.5]), 100, 0)

    means = running_mean(information, draws)

    first = int((draws.classes == 0).argmax())
    assert (means[:first] == 0.0).all()
    assert (means[first:] == math.inf).all()
    assert spread(np.array([0.5, 0.5]), information)[0] == math.inf


def test_that_a_million_draws_of_a_vocabulary_take_less_than_a_second() -> None:
    logits = np.random.default_rng(0).normal(size=50_257) * 3.0
    p = np.exp(logits - logits.max())
    p /= p.sum()

    begun = time.process_time()
    draws = draw(p, 1_000_000, 0)
    taken = time.process_time() - begun

    assert taken < 1.0
    assert draws.counts.sum() == 1_000_000
