"""softmax, log_softmax and hardmax: limits, symmetries and refusals."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.regimes import LOGITS
from xentgui.model import hardmax, log_softmax, softmax

INF = math.inf
FINITE = st.floats(-1e3, 1e3)
ROWS = st.lists(FINITE, min_size=2, max_size=40)
TEMPERATURES = st.one_of(st.sampled_from([0.0, 0.25, 1.0, 3.0, INF]), st.floats(1e-3, 1e3))


def test_that_the_article_is_right():
    assert softmax([2.33, -1.46, 0.56]).round(3).tolist() == [0.838, 0.019, 0.143]
    assert hardmax([2.33, -1.46, 0.56]).tolist() == [1.0, 0.0, 0.0]


@pytest.mark.parametrize(  # from the page each preset is from, some rounded up to sum to 1
    ("logits", "temperature", "printed"),
    [
        ([1.0, -2.0, 0.0], 1.0, [0.705, 0.035, 0.260]),
        ([0.5, -1.0, 0.0], 1.0, [0.547, 0.122, 0.332]),
        ([1.0, -2.0, 0.0], 2.0, [0.547, 0.122, 0.332]),
        ([2.0, 1.0, 0.1], 1.0, [0.659, 0.242, 0.099]),
        ([-2.85, 0.86, 0.28], 1.0, [0.015, 0.631, 0.353]),
        (
            [-0.8, -5.0, 0.5, 1.5, 3.4, -2.3, 2.5],
            1.0,
            [0.009, 0.0, 0.034, 0.092, 0.614, 0.002, 0.250],
        ),
        ([10.0, 9.0, 9.0], 1.0, [0.576, 0.212, 0.212]),
    ],
)
def test_that_published_examples_are_right(logits, temperature, printed):
    np.testing.assert_allclose(softmax(logits, temperature), printed, atol=1e-3)


@pytest.mark.parametrize("count", [1, 2, 3, 7, 49, 1000, 50_257, 100_000])
@pytest.mark.parametrize("value", [0.0, -7.3, 1e300])
def test_that_equal_logits_share_to_the_last_bit(count, value):
    for temperature in (0.0, 0.3, 1.0, INF):
        assert set(softmax([value] * count, temperature).tolist()) == {1.0 / count}


@given(
    st.lists(st.integers(-(2**30), 2**30), min_size=2, max_size=40), st.integers(-(2**51), 2**51)
)
def test_that_an_exact_shift_changes_no_bit(numerators, shift):
    # Multiples of 2**-20 below 2**32: every sum is exact.
    logits = np.array(numerators) / 2**20
    moved = logits + shift / 2**20
    assert (Fraction(moved[0]) - Fraction(logits[0])) == Fraction(shift, 2**20)

    for temperature in (0.0, 1.0, 0.7, 2.0, INF):
        assert softmax(moved, temperature).tobytes() == softmax(logits, temperature).tobytes()
        assert (
            log_softmax(moved, temperature).tobytes() == log_softmax(logits, temperature).tobytes()
        )


@given(ROWS, TEMPERATURES, st.randoms())
def test_that_the_order_of_classes_does_not_matter(logits, temperature, random):
    order = list(range(len(logits)))
    random.shuffle(order)

    shuffled = softmax(np.array(logits)[order], temperature)

    np.testing.assert_allclose(shuffled, softmax(logits, temperature)[order], rtol=1e-14, atol=0)


@given(ROWS, TEMPERATURES)
def test_that_probabilities_sum_to_one_and_follow_the_logits(logits, temperature):
    p = softmax(logits, temperature)

    assert abs(math.fsum(p) - 1.0) <= len(logits) * math.ulp(1.0)
    assert ((p >= 0.0) & (p <= 1.0)).all()
    order = np.argsort(logits, kind="stable")
    assert (np.diff(p[order]) >= 0.0).all()


@given(ROWS, TEMPERATURES)
def test_that_log_softmax_is_the_logarithm_of_softmax(logits, temperature):
    p, logs = softmax(logits, temperature), log_softmax(logits, temperature)

    with np.errstate(divide="ignore"):
        seen = p > 1e-300
        np.testing.assert_allclose(np.log(p[seen]), logs[seen], rtol=1e-13, atol=1e-15)
    assert (logs <= 0.0).all()
    assert not np.signbit(logs[logs == 0.0]).any()


@given(ROWS)
def test_that_cooling_ends_in_hardmax_and_heating_in_uniform(logits):
    at = [np.spacing(1.0) * max(1.0, abs(v)) for v in logits]
    distinct = len(set(logits)) == len(logits) and np.diff(np.sort(logits)).min() > 1e3 * max(at)
    if distinct:
        gap = np.diff(np.sort(logits)[-2:])[0]
        np.testing.assert_allclose(softmax(logits, gap / 1e3), hardmax(logits), atol=1e-300)
    np.testing.assert_array_equal(softmax(logits, 0.0), hardmax(logits))
    np.testing.assert_array_equal(softmax(logits, INF), np.full(len(logits), 1.0 / len(logits)))
    np.testing.assert_allclose(softmax(logits, 1e30), softmax(logits, INF), rtol=1e-15)


def test_that_the_limits_leave_out_what_is_switched_off():
    row = [1.0, -INF, 5.0, 5.0]

    assert softmax(row, INF).tolist() == [1 / 3, 0.0, 1 / 3, 1 / 3]
    assert softmax(row, 0.0).tolist() == [0.0, 0.0, 0.5, 0.5]
    assert log_softmax(row, 0.0).tolist() == pytest.approx([-INF, -INF, -math.log(2), -math.log(2)])
    assert log_softmax(row, INF).tolist() == pytest.approx(
        [-math.log(3), -INF, -math.log(3), -math.log(3)]
    )
    assert log_softmax(row)[1] == -INF
    assert softmax([1e308, -1e308], INF).tolist() == [0.5, 0.5]


def test_that_a_difference_beyond_the_largest_float_is_still_divided_by_the_temperature():
    p = softmax([1e308, -1e308], 1e308)

    np.testing.assert_allclose(p, [1 / (1 + math.exp(-2)), 1 / (1 + math.exp(2))], rtol=1e-15)
    assert softmax([1e308, -1e308]).tolist() == [1.0, 0.0]
    assert log_softmax([1e308, -1e308], 1.5)[1] == pytest.approx(-1e308 / 0.75)


@pytest.mark.parametrize("temperature", [5e-324, 1e-310, 1e-300, 1e-20, 1e20, 1e300, 1.7e308])
def test_that_extreme_temperatures_give_numbers_and_no_warning(temperature):
    for name, row in LOGITS:
        p, logs = softmax(row, temperature), log_softmax(row, temperature)

        assert not np.isnan(p).any(), name
        assert not np.isnan(logs).any(), name
        assert abs(math.fsum(p) - 1.0) <= len(row) * math.ulp(1.0)


def test_that_subnormal_logits_over_a_subnormal_temperature_are_exact():
    tiny = 5e-324

    np.testing.assert_allclose(softmax([3 * tiny, 0.0], 2 * tiny), softmax([1.5, 0.0]), rtol=1e-15)
    np.testing.assert_allclose(
        softmax([3 * tiny, 0.0], 7 * tiny), softmax([3 / 7, 0.0]), rtol=1e-15
    )


@pytest.mark.parametrize("function", [softmax, log_softmax, hardmax])
@pytest.mark.parametrize(
    ("logits", "named"),
    [
        ([1.0, math.nan], "nan"),
        ([1.0, INF], "inf"),
        ([-INF, -INF], "-inf"),
        ([[1.0, 2.0], [math.nan, 0.0]], "nan"),
        ([], r"\(0,\)"),
        (np.empty((3, 0)), r"\(3, 0\)"),
        (1.0, r"\(\)"),
        (["1", "2"], "'1'"),
        ([[1.0], [2.0, 3.0]], "equal length"),
        ([1j, 2.0], "1j"),
        ([None, 2.0], "None"),
        ([10**400, 2.0], "1000"),
    ],
)
def test_that_what_is_no_row_of_logits_is_refused_by_name(function, logits, named):
    with pytest.raises(ValueError, match=named):
        function(logits)


@pytest.mark.parametrize("temperature", [-1.0, -INF, math.nan, "warm", None])
def test_that_what_is_no_temperature_is_refused_by_name(temperature):
    with pytest.raises(ValueError, match=f"temperature .*{temperature}"):
        softmax([1.0, 2.0], temperature)


def test_that_integers_fractions_and_an_empty_batch_are_taken():
    assert softmax([0, 0]).tolist() == [0.5, 0.5]
    assert softmax(np.array([Fraction(1, 2), Fraction(1, 2)])).tolist() == [0.5, 0.5]
    assert softmax(np.empty((0, 3))).shape == (0, 3)
    assert hardmax([True, False]).tolist() == [1.0, 0.0]
