"""derive(): published examples, conventions, limits and identities."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.regimes import LOGITS, TEMPERATURES, targets
from xentgui.model import (
    State,
    cross_entropy,
    default_labels,
    derive,
    entropy,
    hardmax,
    kl_divergence,
    log_softmax,
    softmax,
)
from xentgui.model.edits import with_logit, with_setting, with_target

INF = math.inf
SOON = (0.0, INF, 0.7, 1e308, 5e-324)  # the other temperatures take long
ARRAYS = (
    "logits",
    "target",
    "effective_target",
    "probabilities",
    "complements",
    "log_probabilities",
    "information",
    "hardmax",
    "contributions",
    "gradient",
)
EVERY_TEMPERATURE = st.one_of(st.sampled_from([0.0, 1.0, INF]), st.floats(1e-3, 1e3))
STATES = st.integers(2, 12).flatmap(
    lambda count: st.builds(
        State,
        st.just(default_labels(count)),
        st.lists(st.floats(-800, 800) | st.just(-INF), min_size=count, max_size=count).filter(
            lambda row: max(row) > -INF
        ),
        st.lists(st.floats(0, 10), min_size=count, max_size=count),
        temperature=EVERY_TEMPERATURE,
        label_smoothing=st.floats(0, 1),
    )
)


def _state(
    logits: list[float], target: list[float], temperature: float = 1.0, smoothing: float = 0.0
) -> State:
    labels = default_labels(len(logits))
    return State(labels, logits, target, temperature=temperature, label_smoothing=smoothing)


def test_that_the_article_is_right():
    snapshot = derive(_state([2.33, -1.46, 0.56], [1, 0, 0]))

    assert snapshot.probabilities.round(3).tolist() == [0.838, 0.019, 0.143]
    assert snapshot.hardmax.tolist() == [1, 0, 0]
    assert snapshot.prediction == (0,)
    assert snapshot.cross_entropy == pytest.approx(0.176411, abs=1e-6)
    assert snapshot.gradient == pytest.approx(snapshot.probabilities - [1, 0, 0], rel=1e-14)


def test_that_the_gradient_of_the_article_is_right():
    logits = [math.log(p) for p in (0.34, 0.46, 0.20)]

    snapshot = derive(_state(logits, [1, 0, 0]))

    assert snapshot.gradient.round(12).tolist() == [-0.66, 0.46, 0.20]


@pytest.mark.parametrize(  # from the pages the presets are from; nats
    ("logits", "target", "smoothing", "loss", "gradient"),
    [
        ([123.0, 456.0, 789.0], [1, 0, 0], 0.0, 666.0, [-1, 0, 1]),
        ([10.0, -2.0, 3.0], [1, 0, 0], 0.0, 0.0009, [-0.0009, 0.0, 0.0009]),
        ([10.0, 9.0, 9.0], [1, 0, 0], 0.0, 0.5514, [-0.4239, 0.2119, 0.2119]),
        ([10.0, -100.0, -100.0], [1, 0, 0], 0.0, 0.0, [0, 0, 0]),
        ([-2.85, 0.86, 0.28], [0, 0, 1], 0.0, 1.0402, [0.0154, 0.6312, -0.6466]),
        ([2.0, 1.0, 0.1], [1, 0, 0], 0.0, 0.4170, [-0.3410, 0.2424, 0.0986]),
        ([2.0, 1.0, 0.1], [1, 0, 0], 0.1, 0.5137, [-0.2743, 0.2091, 0.0652]),
        ([0.0, 0.0, 0.0], [1, 0, 0], 0.0, 1.0986, [-0.6667, 0.3333, 0.3333]),
    ],
)
def test_that_the_presets_have_their_published_loss(logits, target, smoothing, loss, gradient):
    snapshot = derive(_state(logits, target, 1.0, smoothing))

    assert snapshot.cross_entropy == pytest.approx(loss, abs=6e-5)
    assert snapshot.gradient == pytest.approx(gradient, abs=6e-5)


@pytest.mark.parametrize(("logits", "nats"), [([1, -2, 0], 0.714), ([0.5, -1, 0], 0.953)])
def test_that_the_entropies_of_the_course_notes_are_right(logits, nats):
    assert derive(_state(logits, [1, 0, 0])).entropy == pytest.approx(nats, abs=1e-3)


def test_that_a_loss_and_a_gradient_of_1e_minus_18_are_not_zero():
    snapshot = derive(_state([40, 0, 0], [1, 0, 0]))

    assert snapshot.cross_entropy == 2 * math.exp(-40)
    assert snapshot.gradient[0] == -2 * math.exp(-40)
    assert snapshot.complements[0] == 2 * math.exp(-40)
    assert snapshot.kl_divergence == pytest.approx(8.5e-18, rel=1e-3)


@given(STATES)
def test_that_the_identities_hold(state):
    snapshot = derive(state)
    s, y = snapshot.target_sum, snapshot.effective_target

    assert snapshot.probability_sum == pytest.approx(1.0, abs=len(y) * 2.3e-16)
    assert y.sum() == pytest.approx(s, rel=1e-14)
    assert snapshot.kl_divergence >= 0.0
    assert snapshot.entropy >= 0.0
    np.testing.assert_allclose(snapshot.probabilities + snapshot.complements, 1.0, rtol=3e-16)
    assert snapshot.cross_entropy == snapshot.contributions.sum()
    parts = snapshot.target_entropy + snapshot.kl_divergence + (s - snapshot.probability_sum)
    assert parts == pytest.approx(snapshot.cross_entropy, rel=1e-12, abs=1e-12)
    if 0.0 < state.temperature < INF:
        slope = (s * snapshot.probability_sum - s) / state.temperature
        size = (1.0 + s) * len(y) / state.temperature
        assert snapshot.gradient.sum() == pytest.approx(slope, abs=1e-15 * size)


@given(STATES)
def test_that_the_public_functions_say_the_same_bit_for_bit(state):
    snapshot = derive(state)
    y = snapshot.effective_target
    logs = log_softmax(state.logits, state.temperature)

    np.testing.assert_array_equal(snapshot.probabilities, softmax(state.logits, state.temperature))
    np.testing.assert_array_equal(snapshot.log_probabilities, logs)
    np.testing.assert_array_equal(snapshot.information, -logs)
    np.testing.assert_array_equal(snapshot.hardmax, hardmax(state.logits))
    assert snapshot.target_entropy == entropy(y)
    assert snapshot.cross_entropy == cross_entropy(y, log_probabilities=logs)
    by_logs = kl_divergence(y, log_probabilities=logs)
    assert snapshot.kl_divergence == pytest.approx(by_logs, rel=1e-9, abs=1e-12)


@given(STATES)
def test_that_deriving_twice_gives_the_same_bits(state):
    first = derive(state)
    again = derive(dataclasses.replace(state, logits=list(state.logits)))

    for name in ARRAYS:
        assert getattr(first, name).tobytes() == getattr(again, name).tobytes()


def test_that_without_smoothing_the_target_keeps_its_bits():
    target = [0.1, 0.3333, 5e-324, 0.0]

    snapshot = derive(_state([0, 1, 2, 3], target))

    assert snapshot.effective_target.tobytes() == np.array(target).tobytes()
    assert snapshot.effective_target is snapshot.target


def test_that_smoothing_spreads_the_sum_whatever_it_is():
    smoothed = derive(_state([0, 0, 0, 0], [2, 0, 0, 0], 1.0, 0.4))

    assert smoothed.effective_target.tolist() == pytest.approx([1.4, 0.2, 0.2, 0.2])
    assert smoothed.target.tolist() == [2, 0, 0, 0]
    full = derive(_state([0, 0, 0, 0], [2, 0, 0, 0], 1.0, 1.0))
    assert full.effective_target.tolist() == [0.5, 0.5, 0.5, 0.5]


def test_that_everything_follows_the_effective_target():
    plain = derive(_state([2, 1, -1], [0.9 + 0.1 / 3, 0.1 / 3, 0.1 / 3]))
    smoothed = derive(_state([2, 1, -1], [1, 0, 0], 1.0, 0.1))

    for name in ("contributions", "gradient"):
        np.testing.assert_allclose(getattr(smoothed, name), getattr(plain, name), rtol=1e-13)
    for name in ("cross_entropy", "target_entropy", "kl_divergence", "perplexity"):
        assert getattr(smoothed, name) == pytest.approx(getattr(plain, name), rel=1e-13)


def test_that_a_class_switched_off_costs_nothing_until_it_is_asked_for():
    off = derive(_state([1, -INF, 0], [1, 0, 0]))
    assert off.probabilities[1] == 0.0
    assert off.information[1] == INF
    assert off.log_probabilities[1] == -INF
    assert off.contributions[1] == 0.0
    assert off.gradient[1] == 0.0
    assert math.isfinite(off.cross_entropy)

    asked = derive(_state([1, -INF, 0], [0.5, 0.5, 0]))
    assert asked.cross_entropy == asked.kl_divergence == asked.perplexity == INF
    assert asked.gradient[1] == -0.5
    assert math.isfinite(asked.target_entropy)


def test_that_tied_classes_are_all_predicted_and_share():
    snapshot = derive(_state([3, 1, 3, 3], [1, 0, 0, 0]))

    assert snapshot.prediction == (0, 2, 3)
    assert snapshot.hardmax.tolist() == [1 / 3, 0, 1 / 3, 1 / 3]
    # Hot or cold, the prediction is what the logits favour.
    assert derive(_state([3, 1, 3, 3], [1, 0, 0, 0], INF)).prediction == (0, 2, 3)


def test_that_perplexity_counts_the_choices():
    assert derive(_state([0] * 6, [1, 0, 0, 0, 0, 0])).perplexity == pytest.approx(6.0)
    assert derive(_state([1e5, 0], [0, 1])).perplexity == INF


@pytest.mark.parametrize(
    ("logits", "target", "limit"),
    [
        ([1, 2, 3], [0, 0, 1], [0, 0, 0]),
        ([1, 2, 3], [1, 0, 0], [-INF, 0, INF]),
        ([1, 2, 3], [0, 0.25, 0.5], [0, -INF, INF]),
        ([3, 3, 1], [0.5, 0.5, 0], [0, 0, 0]),
        ([3, 3, 1], [1, 0, 0], [-INF, INF, 0]),
        ([3, 3, 1], [0.1, 0.1, 0], [0, 0, 0]),
        ([3, 3, 3], [0.1, 0.1, 0.1], [0, 0, 0]),  # 0.1 + 0.1 + 0.1 rounds to more than 0.3
        ([3, 3, 3, 0], [1 / 7, 1 / 7, 1 / 7, 0], [0, 0, 0, 0]),
        ([3, 3, 0, 0], [0.5, 0.25, 0.25, 0], [0, INF, -INF, 0]),
        ([3, 3, 0, 0], [0.5, 0.5, 1e-300, 0], [INF, INF, -INF, 0]),
        ([3, 3, 0], [0, 0, 0], [0, 0, 0]),
        ([3, 3, 0], [1e308, 0, 0], [-INF, INF, 0]),
        ([3, -INF, 0], [0, 1, 0], [INF, -INF, 0]),
    ],
)
def test_that_the_gradient_at_temperature_zero_is_the_limit(logits, target, limit):
    snapshot = derive(_state(logits, target, 0.0))

    assert snapshot.gradient.tolist() == limit
    np.testing.assert_array_equal(snapshot.probabilities, snapshot.hardmax)


def test_that_a_large_tie_is_settled_exactly():
    count = 1001
    logits, target = [1.0] * count + [0.0], [1 / count] * count + [0.0]

    assert not derive(_state(logits, target, 0.0)).gradient.any()


def test_that_at_infinite_temperature_no_logit_matters():
    snapshot = derive(_state([5, 1, -INF], [1, 0, 0], INF))

    assert snapshot.probabilities.tolist() == [0.5, 0.5, 0]
    assert snapshot.gradient.tolist() == [0, 0, 0]
    assert not np.signbit(snapshot.gradient).any()  # nobody wants to read -0
    assert snapshot.cross_entropy == pytest.approx(math.log(2))


@pytest.mark.expensive
@pytest.mark.parametrize(
    "temperature",
    [
        pytest.param(one, marks=() if one in SOON else pytest.mark.long)
        for one in (0.0, INF, *TEMPERATURES)
    ],
)
def test_that_no_state_gives_nan_or_a_warning(temperature):
    for name, row in LOGITS:
        hard = [*targets(len(row)), ("huge", [1e308] + [0.0] * (len(row) - 1))]
        for target_name, target in hard:
            for smoothing in (0.0, 0.1, 1.0):
                snapshot = derive(_state(row, target, temperature, smoothing))

                for field in dataclasses.fields(snapshot):
                    if field.name not in {"state", "prediction", "subject"}:
                        value = getattr(snapshot, field.name)
                        assert not np.isnan(value).any(), (name, target_name, field.name)


def test_that_the_target_sum_is_rounded_once():
    snapshot = derive(_state([0] * 10, [0.1] * 10))

    assert snapshot.target_sum == 1.0


def test_that_nobody_can_change_a_snapshot():
    snapshot = derive(_state([1, 2, 3], [0.2, 0.3, 0.5], 1.0, 0.1))

    for name in ARRAYS:
        array = getattr(snapshot, name)
        assert array.dtype == np.float64
        assert array.shape == (3,)
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 7.0
        with pytest.raises(ValueError, match="WRITEABLE"):
            array.setflags(write=True)
        assert array.base is None or not array.base.flags.writeable
    with pytest.raises(dataclasses.FrozenInstanceError):
        snapshot.entropy = 0.0


def test_that_snapshots_are_compared_by_identity():
    state = _state([1, 2], [1, 0])

    assert derive(state) != derive(state)
    assert derive(state).state is state


@given(STATES)
def test_that_the_classes_asked_for_are_those_with_a_target(state: State):
    snapshot = derive(state)

    assert snapshot.support.tolist() == [
        k for k, y in enumerate(snapshot.effective_target.tolist()) if y > 0
    ]
    with pytest.raises(ValueError, match="WRITEABLE"):
        snapshot.support.setflags(write=True)


def test_that_what_is_asked_for_is_worked_out_anew_when_it_changes():
    state = State(("a", "b", "c"), (2.33, -1.46, 0.56), (0.7, 0.3, 0.0))
    steps = [
        state,
        with_setting(state, "label_smoothing", 0.2),
        with_target(state, 2, 0.5),
        with_logit(state, 0, 1.0),
    ]
    steps += [*reversed(steps)]

    seen = [derive(step) for step in steps]

    for step, one in zip(steps, seen, strict=True):
        derive(_state([0, 0], [1, 0], 1.0, 0.9))  # nothing of this one is like any of those
        other = derive(dataclasses.replace(step))
        assert one.effective_target.tolist() == other.effective_target.tolist()
        assert one.support.tolist() == other.support.tolist()
        assert one.target_entropy == other.target_entropy
        assert one.kl_divergence == other.kl_divergence
