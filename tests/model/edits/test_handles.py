"""Taking hold of a probability or an information moves the one logit that gives it."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from xentgui.model import State, default_labels, derive
from xentgui.model.edits import FARTHEST, with_information, with_probability, with_setting

INF = math.inf
ROWS = st.lists(st.floats(-50, 50) | st.just(-INF), min_size=2, max_size=10)
TEMPERATURES = st.floats(0.05, 50)


def _state(logits: list[float], temperature: float = 1.0) -> State:
    return State(default_labels(len(logits)), logits, [0.0] * len(logits), temperature=temperature)


@given(ROWS, st.integers(0, 9), st.floats(1e-300, 1.0, exclude_max=True), TEMPERATURES)
def test_that_the_probability_asked_for_is_the_one_obtained(logits, k, probability, temperature):
    k %= len(logits)
    assume(max(v for i, v in enumerate(logits) if i != k) > -INF)
    state = _state(logits, temperature)

    moved = with_probability(state, k, probability)

    assert derive(moved).probabilities[k] == pytest.approx(probability, rel=1e-10)
    assert [v for i, v in enumerate(moved.logits) if i != k] == [
        v for i, v in enumerate(logits) if i != k
    ]


@given(ROWS, st.integers(0, 9), st.floats(1e-12, 1e6), TEMPERATURES)
def test_that_the_information_asked_for_is_the_one_obtained(logits, k, information, temperature):
    k %= len(logits)
    assume(max(v for i, v in enumerate(logits) if i != k) > -INF)
    state = _state(logits, temperature)

    moved = derive(with_information(state, k, information))

    size = max(map(abs, moved.state.logits), key=lambda v: v if v < INF else 0.0) / temperature
    slack = math.ulp(1.0) * 8 * max(size, 1.0)  # of z/T: what a logit can tell apart
    assert moved.information[k] == pytest.approx(information, rel=1e-10 + slack)


@pytest.mark.parametrize("information", [1e-30, 1e-12, 1e-6, 0.1])
def test_that_an_information_next_to_nothing_is_met(information):
    moved = derive(with_information(_state([1.0, 2.0, 3.0]), 0, information))

    assert moved.information[0] == pytest.approx(information, rel=1e-12)


def test_that_an_information_far_beyond_any_probability_is_met():
    moved = derive(with_information(_state([1.0, 2.0, 3.0]), 0, 5000.0))

    assert moved.information[0] == pytest.approx(5000.0, rel=1e-15)
    assert moved.probabilities[0] == 0.0


def test_that_certainty_is_as_far_as_a_float_can_tell():
    state = _state([1.0, 0.0], 2.0)

    sure, never = with_probability(state, 0, 1), with_probability(state, 0, 0)

    assert sure.logits == (pytest.approx(2.0 * FARTHEST), 0.0)
    assert never.logits == (pytest.approx(-2.0 * FARTHEST), 0.0)
    assert derive(sure).probabilities[0] == 1.0
    assert derive(never).probabilities[0] == pytest.approx(2.0**-54)
    assert with_information(state, 0, 0.0) == sure
    assert with_information(state, 0, INF) == never


def test_that_a_logit_farther_than_certainty_stays_where_it_is():
    far, off = _state([900.0, 0.0]), _state([-INF, 0.0])

    assert with_probability(far, 0, 1) == far
    assert with_probability(far, 1, 0) == far
    assert with_probability(off, 0, 0) == off
    assert derive(with_probability(off, 0, 0.25)).probabilities[0] == pytest.approx(0.25)


def test_that_more_probability_never_takes_a_smaller_logit():
    state = _state([0.3, 1.0, -2.0])
    steps = [0.0, 1e-15, 1e-9, 0.1, 0.5, 0.9, 1 - 1e-9, 1 - 1e-15, 1 - 2**-53, 1.0]

    logits = [with_probability(state, 0, p).logits[0] for p in steps]

    assert logits == sorted(logits)


@pytest.mark.parametrize("temperature", [0.0, INF])
def test_that_at_the_limits_no_logit_gives_a_probability(temperature):
    state = with_setting(_state([1.0, 0.0]), "temperature", temperature)

    assert with_probability(state, 0, 0.3) is state
    assert with_information(state, 0, 0.3) is state


def test_that_a_class_without_others_keeps_its_logit():
    alone = _state([1.0, -INF])

    assert with_probability(alone, 0, 0.3) is alone


@pytest.mark.parametrize("temperature", [5e-324, 1e-300, 1e300, 1.7e308])
@pytest.mark.parametrize("probability", [0.0, 1e-300, 0.5, 1.0])
def test_that_extreme_temperatures_give_a_state_and_no_warning(temperature, probability):
    for logits in ([1.0, 0.0, -INF], [1e308, -1e308, 0.0], [0.0, 0.0, 0.0]):
        state = _state(logits, temperature)
        for k in range(3):
            derive(with_probability(state, k, probability))
