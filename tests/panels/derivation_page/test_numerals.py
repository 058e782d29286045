from __future__ import annotations

import math

import pytest

from xentgui.panels.derivation_page.numerals import (
    exponential,
    figure,
    logit,
    normaliser,
    scaled,
    share,
    shifted,
)

INF = math.inf


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.83836, "0.838"),
        (0.0056, "0.0056"),
        (0.00056, "5.6e−4"),
        (0.99999, "0.99999"),
        (0.0, "0"),
        (1.0, "1"),
        (-1.5, "−1.500"),
        (INF, "∞"),
    ],
)
def test_that_a_figure_is_short_and_never_a_lie(value: float, text: str) -> None:
    assert figure(value, 3) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(2.33, "2.33"), (-1.46, "−1.46"), (1.23456789, "1.235"), (-INF, "−∞"), (-0.0, "0")],
)
def test_that_a_logit_is_shown_as_typed_if_that_is_short(value: float, text: str) -> None:
    assert logit(value, 3) == text


@pytest.mark.parametrize(
    ("value", "temperature", "text"),
    [
        (2.33, 0.5, "4.66"),
        (2.33, 0.0, "∞"),
        (-1.46, 0.0, "−∞"),
        (0.0, 0.0, "0"),
        (2.33, INF, "0"),
        (-2.33, INF, "0"),
        (-INF, INF, "−∞"),
        (-INF, 2.0, "−∞"),
        (1.0, 1e-320, "1e320"),  # no float64 is so large; 1e−320 itself is 9.99989e−321
        (1e-200, 1e200, "1e−400"),
    ],
)
def test_that_dividing_by_the_temperature_has_its_limits(
    value: float, temperature: float, text: str
) -> None:
    assert scaled(value, temperature, 3) == text


@pytest.mark.parametrize(
    ("value", "largest", "temperature", "text"),
    [
        (2.33, 2.33, 1.0, "0"),
        (-1.46, 2.33, 1.0, "−3.79"),
        (0.55, 1.45, 1.0, "−0.9"),  # not −0.8999999999999999
        (1.0, 2.0, 0.0, "−∞"),
        (2.0, 2.0, 0.0, "0"),
        (1.0, 2.0, INF, "0"),
        (-INF, 2.0, INF, "−∞"),
        (-1e308, 1e308, 1.0, "−2e308"),  # beyond float64
    ],
)
def test_that_the_distance_from_the_largest_is_right(
    value: float, largest: float, temperature: float, text: str
) -> None:
    assert shifted(value, largest, temperature, 3) == text


@pytest.mark.parametrize(
    ("exponent", "text"),
    [
        (0.0, "1"),
        (-3.79, "0.023"),
        (-INF, "0"),
        (-1000.0, "5.1e−435"),  # 10^(-434.2944819) = 10^-435 * 10^0.7055 (by logarithm tables)
        (-1e300, "≈0"),
    ],
)
def test_that_an_exponential_is_0_only_where_it_is(exponent: float, text: str) -> None:
    assert exponential(exponent, 3) == text


def test_that_a_share_near_1_is_told_by_what_is_missing() -> None:
    assert share(1.0, 8.496708510583178e-18, 8.496708510583178e-18, 3) == "1 − 8.5e−18"


def test_that_a_share_that_underflows_is_not_0() -> None:
    assert share(0.0, 1.0, 1000.0, 3) == "5.1e−435"
    assert share(0.0, 1.0, INF, 3) == "0"


def test_that_a_sum_hardly_above_1_is_told_by_what_is_beyond() -> None:
    assert normaliser(1.0, 8.496708510583178e-18, 3) == "1 + 8.5e−18"
    assert normaliser(1.0, 0.0, 3) == "1"


@pytest.mark.parametrize("count", [2, 3, 7, 49, 1000, 50_257])
def test_that_equal_logits_sum_to_their_number(count: int) -> None:
    assert normaliser(1 / count, (count - 1) / count, 3) == str(count)
