"""Every number against 50 digits, in every regime in which known libraries lose it."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest

from tests.model.oracle import SMALLEST_NORMAL, truth, ulps, worst
from tests.model.regimes import EVERY_CASE, targets
from xentgui.model import State, cross_entropy, default_labels, derive, kl_divergence, log_softmax

BOUND = 8.0  # ulp
# Every row of logits at T = 1 and at one or two temperatures more, which go on from row to row.
CASES = [
    pytest.param(
        logits,
        temperature,
        id=name,
        marks=() if temperature == 1.0 or nth % 8 == 0 else pytest.mark.long,
    )
    for nth, (name, logits, temperature) in enumerate(EVERY_CASE)
]
LARGEST = Decimal("1.7976931348623157e308")


@pytest.mark.turns
@pytest.mark.parametrize(("logits", "temperature"), CASES)
def test_that_every_number_is_within_eight_ulp(logits, temperature):
    labels = default_labels(len(logits))
    for name, target in targets(len(logits)):
        for smoothing in (0.0, 0.1) if temperature == 1.0 else (0.0,):
            exact = truth(logits, target, temperature, smoothing)
            snapshot = derive(
                State(labels, logits, target, temperature=temperature, label_smoothing=smoothing)
            )

            assert worst(snapshot.probabilities, exact.probabilities) <= BOUND
            assert worst(snapshot.complements, exact.complements) <= BOUND
            assert worst(snapshot.information, exact.information) <= BOUND
            assert ulps(snapshot.entropy, exact.entropy) <= BOUND
            size = exact.target_entropy_scale
            assert ulps(snapshot.target_entropy, exact.target_entropy, size) <= BOUND
            assert worst(snapshot.gradient, exact.gradient, exact.gradient_scale) <= BOUND
            if name in {"first", "last"} and smoothing == 0.0:
                assert worst(snapshot.gradient, exact.gradient) <= BOUND
            assert snapshot.kl_divergence >= 0.0
            if any(LARGEST < h < Decimal("Infinity") for h in exact.information):
                continue  # -log p itself is no float64 there, nor then what it is part of
            # A -log p below the normal floats is coarse, and y * -log p as coarse as that.
            coarse = [float(h) < SMALLEST_NORMAL for h in exact.information]
            parts = zip(snapshot.contributions, exact.contributions, coarse, strict=True)
            assert all(ulps(term, true) <= BOUND for term, true, skip in parts if not skip)
            assert ulps(snapshot.cross_entropy, exact.cross_entropy) <= BOUND
            size += exact.cross_entropy + abs(1 - sum(exact.effective_target))
            assert ulps(snapshot.kl_divergence, exact.kl_divergence, size) <= BOUND
            if Decimal("1e-12") < exact.kl_divergence < LARGEST:
                error = Decimal(snapshot.kl_divergence) / exact.kl_divergence - 1
                assert abs(error) <= Decimal("1e-9")


@pytest.mark.long
def test_that_a_hundred_thousand_classes_stay_within_the_bound():
    random = np.random.default_rng(5)
    logits = random.normal(scale=8.0, size=100_000).round(2).tolist()  # few values, fast oracle
    target = (random.integers(0, 100, 100_000) / 2**23).tolist()
    exact = truth(logits, target)

    snapshot = derive(State(default_labels(len(logits)), logits, target))

    assert worst(snapshot.probabilities, exact.probabilities) <= BOUND
    assert worst(snapshot.information, exact.information) <= BOUND
    assert ulps(snapshot.entropy, exact.entropy) <= BOUND
    assert ulps(snapshot.cross_entropy, exact.cross_entropy) <= BOUND
    size = exact.target_entropy_scale + exact.cross_entropy + abs(1 - sum(exact.effective_target))
    assert ulps(snapshot.kl_divergence, exact.kl_divergence, size) <= BOUND
    assert worst(snapshot.gradient, exact.gradient, exact.gradient_scale) <= BOUND


@pytest.mark.parametrize("gap", [1e-3, 1.0, 10.0, 23.5, 36.5, 36.75, 40.0, 500.0, 708.0])
def test_that_a_small_loss_keeps_its_digits(gap):
    exact = truth([gap, 0.0, 0.0], [1.0, 0.0, 0.0])

    loss = cross_entropy([1.0, 0.0, 0.0], log_probabilities=log_softmax([gap, 0.0, 0.0]))

    assert loss > 0.0
    assert ulps(loss, exact.cross_entropy) <= BOUND


@pytest.mark.parametrize("distance", [0.3, 1e-2, 1e-4, 1e-6, 1e-9, 1e-15])
def test_that_the_divergence_of_near_equals_does_not_cancel(distance):
    target = np.array([0.2, 0.5, 0.3])
    logits = np.log(target) + np.array([distance, -distance, 0.0])
    exact = truth(logits.tolist(), target.tolist())

    snapshot = derive(State(["a", "b", "c"], logits, target))
    alone = kl_divergence(target, log_probabilities=log_softmax(logits))

    for value in (snapshot.kl_divergence, alone):
        assert value >= 0.0
        if exact.kl_divergence > Decimal("1e-12"):
            assert value == pytest.approx(float(exact.kl_divergence), rel=1e-9)
    assert snapshot.cross_entropy == pytest.approx(snapshot.target_entropy, abs=distance)


@pytest.mark.parametrize("gap", [708.0, 710.0, 712.0, 714.0, 714.9])
def test_that_entropy_is_exact_where_the_probability_is_subnormal(gap):
    exact = truth([gap, 0.0], [1.0, 0.0])

    snapshot = derive(State(["sure", "never"], [gap, 0.0], [1.0, 0.0]))

    assert ulps(snapshot.entropy, exact.entropy) <= BOUND
    assert snapshot.entropy > 0.0


def test_that_the_oracle_is_itself_right():
    exact = truth([math.log(3.0), 0.0], [0.25, 0.75])

    assert float(exact.probabilities[0]) == pytest.approx(0.75)
    assert float(exact.complements[0]) == pytest.approx(0.25)
    assert float(exact.entropy) == pytest.approx(-0.75 * math.log(0.75) - 0.25 * math.log(0.25))
    assert float(exact.cross_entropy) == pytest.approx(
        -0.25 * math.log(0.75) - 0.75 * math.log(0.25)
    )
    assert float(exact.kl_divergence) == pytest.approx(0.25 * math.log(1 / 3) + 0.75 * math.log(3))
    assert [float(v) for v in exact.gradient] == pytest.approx([0.5, -0.5])
    assert ulps(1.0 + 3 * math.ulp(1.0), Decimal(1)) == 3.0
    assert ulps(0.0, Decimal("1e-300")) > 1e15
    assert ulps(math.inf, Decimal("1e309")) == 0.0
    assert ulps(math.inf, Decimal("1e307")) == math.inf
