"""Information, entropy, cross-entropy and divergence of plain distributions."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model import (
    cross_entropy,
    entropy,
    information,
    kl_divergence,
    log_softmax,
    softmax,
)

INF = math.inf
MASSES = st.lists(st.floats(0.0, 1e3, allow_subnormal=False), min_size=2, max_size=30)
PAIRS = st.integers(2, 30).flatmap(
    lambda count: st.tuples(
        *[st.lists(st.floats(0.0, 1.0), min_size=count, max_size=count).filter(any)] * 2
    )
)


def _distribution(masses: list[float]) -> np.ndarray:
    array = np.array(masses)
    return array / array.max() / (array / array.max()).sum()


def test_that_the_conventions_at_zero_hold():
    assert information([0.0, 1.0]).tolist() == [INF, 0.0]
    assert not np.signbit(information([1.0])).any()
    assert entropy([1.0, 0.0]) == 0.0
    assert entropy([0.0, 0.0]) == 0.0
    assert cross_entropy([1.0, 0.0], [1.0, 0.0]) == 0.0
    assert cross_entropy([0.0, 1.0], [1.0, 0.0]) == INF
    assert cross_entropy([0.0, 1.0], log_probabilities=[-INF, 0.0]) == 0.0
    assert kl_divergence([1.0, 0.0], [1.0, 0.0]) == 0.0
    assert kl_divergence([0.0, 1.0], [1.0, 0.0]) == INF
    assert kl_divergence([0.0, 0.0], [0.25, 0.75]) == 1.0


def test_that_the_overflow_example_has_its_published_loss():
    logs = log_softmax([123.0, 456.0, 789.0])

    assert cross_entropy([1.0, 0.0, 0.0], log_probabilities=logs) == 666.0
    assert kl_divergence([1.0, 0.0, 0.0], log_probabilities=logs) == 666.0
    assert cross_entropy([0.0, 0.0, 1.0], log_probabilities=logs) == pytest.approx(math.exp(-333))


def test_that_a_small_loss_survives_in_logarithms_only():
    target, logits = [1.0, 0.0, 0.0], [40.0, 0.0, 0.0]

    assert cross_entropy(target, log_probabilities=log_softmax(logits)) == 2 * math.exp(-40)
    assert kl_divergence(target, log_probabilities=log_softmax(logits)) == pytest.approx(
        2 * math.exp(-40), rel=1e-15
    )
    assert cross_entropy(target, softmax(logits)) == 0.0


@pytest.mark.parametrize("count", [2, 3, 49, 1000])
def test_that_a_fair_choice_has_the_logarithm_of_its_number(count):
    fair = np.full(count, 1.0 / count)

    assert entropy(fair) == pytest.approx(math.log(count), rel=1e-14)
    assert cross_entropy(fair, fair) == pytest.approx(math.log(count), rel=1e-14)
    assert kl_divergence(fair, fair) == 0.0


@given(PAIRS)
def test_that_cross_entropy_is_entropy_and_divergence(pair):
    y, p = map(_distribution, pair)

    whole, parts = cross_entropy(y, p), entropy(y) + kl_divergence(y, p)

    assert kl_divergence(y, p) >= 0.0
    assert parts == pytest.approx(whole, rel=1e-12, abs=1e-14)


@given(PAIRS, st.floats(0.0, 1e3))
def test_that_for_other_sums_the_difference_of_the_sums_is_added(pair, factor):
    y, p = map(_distribution, pair)
    y = y * factor

    whole = cross_entropy(y, p)
    parts = entropy(y) + kl_divergence(y, p) + (y.sum() - p.sum())

    assert kl_divergence(y, p) >= 0.0
    size = 1.0 + factor * (1.0 + math.log1p(factor) + math.log(y.size))
    assert parts == pytest.approx(whole, rel=1e-12, abs=1e-14 * size)


@given(MASSES)
def test_that_nothing_diverges_from_itself(masses):
    assert kl_divergence(masses, masses) == 0.0


def test_that_rounding_makes_no_divergence_negative():
    random = np.random.default_rng(0)
    for _ in range(500):
        y = random.dirichlet(np.ones(3))
        ulps = random.integers(-3, 4, 3)

        assert kl_divergence(y, np.abs(y * (1.0 + ulps * math.ulp(1.0)))) >= 0.0


@given(PAIRS)
def test_that_both_routes_agree(pair):
    y, p = map(_distribution, pair)
    with np.errstate(divide="ignore"):
        logs = np.log(p)

    for function in (cross_entropy, kl_divergence):
        assert function(y, log_probabilities=logs) == pytest.approx(
            function(y, p), rel=1e-12, abs=1e-14
        )


def test_that_extreme_masses_give_numbers_and_no_warning():
    hard = [0.0, 5e-324, 1e-310, 1e-290, 1e-20, 0.5, 1.0, 1e20, 1.7e308]
    for a in hard:
        for b in hard:
            for y, p in (([a, b], [b, a]), ([a, 0.0], [b, 1.0])):
                assert not math.isnan(entropy(y))
                assert not math.isnan(cross_entropy(y, p))
                assert kl_divergence(y, p) >= 0.0
    assert kl_divergence([1e20, 0.0], [1e-289, 0.0]) == pytest.approx(
        1e20 * (math.log(1e20) - math.log(1e-289) - 1.0)
    )


@pytest.mark.parametrize("function", [information, entropy])
@pytest.mark.parametrize(
    ("values", "named"),
    [
        ([0.5, math.nan], "nan"),
        ([0.5, -0.25], "-0.25"),
        ([0.5, INF], "inf"),
        ([], r"\(0,\)"),
        (0.5, r"\(\)"),
        (["half"], "half"),
    ],
)
def test_that_what_is_no_mass_is_refused_by_name(function, values, named):
    with pytest.raises(ValueError, match=f"probabilities .*{named}"):
        function(values)


@pytest.mark.parametrize("function", [cross_entropy, kl_divergence])
@pytest.mark.parametrize(
    ("target", "given_as", "named"),
    [
        ([0.5, math.nan], {"probabilities": [0.5, 0.5]}, "target .*nan"),
        ([0.5, -1.0], {"probabilities": [0.5, 0.5]}, "target .*-1.0"),
        ([0.5, INF], {"probabilities": [0.5, 0.5]}, "target .*inf"),
        ([0.5, 0.5], {"probabilities": [0.5, -0.5]}, "probabilities .*-0.5"),
        ([0.5, 0.5], {"log_probabilities": [0.0, math.nan]}, "log_probabilities .*nan"),
        ([0.5, 0.5], {"log_probabilities": [0.0, INF]}, "log_probabilities .*inf"),
        ([0.5, 0.5], {"probabilities": [0.2, 0.3, 0.5]}, r"\(2,\) and \(3,\)"),
        ([0.5, 0.5], {"probabilities": [1.0]}, r"\(2,\) and \(1,\)"),
        (np.ones((2, 3)), {"probabilities": np.ones((4, 3))}, r"\(2, 3\) and \(4, 3\)"),
        ([0.5, 0.5], {}, "exactly one"),
        ([0.5, 0.5], {"probabilities": [1, 0], "log_probabilities": [0, -1]}, "exactly one"),
    ],
)
def test_that_pairs_that_do_not_fit_are_refused_by_name(function, target, given_as, named):
    with pytest.raises(ValueError, match=named):
        function(target, **given_as)
