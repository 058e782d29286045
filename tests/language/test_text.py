"""Numbers as people see them: never a lie."""

from __future__ import annotations

import math
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xentgui.language.numbers import without_rounding
from xentgui.language.text import (
    MINUS,
    explain,
    exponential,
    in_unit,
    number,
    plain,
    probability,
    typed,
)
from xentgui.model import State, default_labels, derive
from xentgui.model.message import RefusedError

FINITE = st.floats(allow_nan=False, allow_infinity=False)


def _read(text: str) -> float:
    return float(text.replace(MINUS, "-").replace("∞", "inf"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (1.0, "1"),
        (666.0, "666"),
        (0.83836, "0.8384"),
        (-1.46, "−1.4600"),
        (0.99999, "0.99999"),
        (0.9999999999, "0.9999999999"),
        (1.00001, "1.00001"),
        (8.496e-18, "8.496e−18"),
        (1.5e10, "1.5e10"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
    ],
)
def test_that_a_number_is_written_as_people_expect(value: float, text: str) -> None:
    assert number(value) == text


@given(st.floats(-1e300, 1e300), st.integers(2, 12))
def test_that_a_number_never_rounds_to_a_lie(value: float, decimals: int) -> None:
    shown = _read(number(value, decimals))

    assert (shown == 0) == (value == 0)
    assert math.copysign(1, shown) == math.copysign(1, value) or value == 0
    assert float(shown).is_integer() <= (float(value).is_integer() or abs(value) >= 1e7)
    places, digits = 0.51 * 10.0**-decimals, 10.0 ** (1 - decimals) * abs(value)
    assert abs(shown - value) <= max(places, digits)


@pytest.mark.parametrize("value", [0.00583, 0.0123, -0.000583, 5.83e-12, 0.83836])
def test_that_one_number_is_written_in_one_way_in_tables_and_plots(value: float) -> None:
    powers = {"e" in number(value, decimals) for decimals in range(2, 9)}

    assert len(powers) == 1


@given(st.floats(1e-3, 1e3), st.integers(2, 8))
def test_that_small_numbers_keep_two_digits(value: float, decimals: int) -> None:
    shown = _read(number(value, decimals))

    assert abs(shown - value) <= 0.0501 * value


@example(1.5e308, 1)
@given(
    st.one_of(st.floats(-1e5, 1e5), st.floats(-1e12, 1e12), FINITE.filter(lambda x: x > -1e300)),
    st.integers(1, 17),
)
def test_that_e_to_any_power_is_written_with_right_digits(power: float, decimals: int) -> None:
    text = exponential(power, decimals)
    if text.startswith("e^"):
        assert abs(power) > 1e12
        # Rounded to few digits it may be more than any float64.
        told = Decimal(text[2:].replace(MINUS, "-"))
        assert abs(told / Decimal(power) - 1) < Decimal("0.1") ** (min(decimals, 15) - 1)
        return
    context = Context(prec=50, Emax=MAX_EMAX, Emin=MIN_EMIN)
    exact = context.exp(Decimal(power))
    shown = Decimal(text.replace(MINUS, "-"))
    mantissa = text.partition("e")[0].replace(".", "").lstrip("0")
    digits = min(max(len(mantissa), 1), 15)
    error = context.divide(context.subtract(shown, exact), exact).copy_abs()
    assert error <= Decimal("0.501") * Decimal(10) ** (1 - digits)


def test_that_a_probability_below_all_float64_is_told_by_its_logarithm() -> None:
    snapshot = derive(State(("a", "b", "c"), (1023.0, 0.0, 1000.0), (1.0, 0.0, 0.0)))
    p, rest, information = (
        float(array[1])
        for array in (snapshot.probabilities, snapshot.complements, snapshot.information)
    )

    assert p == 0.0
    assert probability(p, rest, 4, information) == "5.209e−445"
    assert probability(0.0, 1.0, 4, math.inf) == "0"  # a class that is switched off


@given(FINITE)
def test_that_what_is_typed_reads_back_the_same(value: float) -> None:
    assert _read(typed(value)) == value


def test_that_a_positive_number_carries_its_sign_when_asked() -> None:
    assert number(0.143, 3, signed=True) == "+0.143"
    assert number(0.0, signed=True) == "0"


def test_that_a_probability_near_one_tells_its_distance() -> None:
    assert probability(1.0, 8.496e-18) == "1 − 8.5e−18"
    assert probability(1.0, 0.0) == "1"
    assert probability(0.99999, 1e-5) == "0.99999"


def test_that_units_convert_numbers_and_arrays() -> None:
    assert in_unit(math.log(2.0), "bits") == 1.0
    assert in_unit(np.array([math.log(10.0)]), "dits").tolist() == [1.0]
    assert in_unit(0.1764, "nats") == 0.1764


@pytest.mark.parametrize("count", [10, 100, 1000, 1024, 4096, 100_000])
def test_that_a_round_amount_of_information_is_round_in_its_unit(count: int) -> None:
    snapshot = derive(State(default_labels(count), np.zeros(count), np.full(count, 1 / count)))
    unit, base = ("bits", 2) if count in (1024, 4096) else ("dits", 10)
    amount = round(math.log(count, base))

    for nats in (snapshot.entropy, snapshot.target_entropy, snapshot.cross_entropy):
        assert number(in_unit(nats, unit)) == str(amount)
    assert (in_unit(snapshot.information, unit) == amount).all()


def test_that_only_what_rounding_left_is_taken_away() -> None:
    kept = [0.0, 1e-18, -1e-18, 0.99999999999999, 3.00000000000005, math.inf, -math.inf]

    assert [without_rounding(value) for value in kept] == kept
    assert without_rounding(np.array(kept)).tolist() == kept
    assert math.isnan(without_rounding(math.nan))
    assert without_rounding(-2.9999999999999996) == -3.0


def test_that_a_refusal_is_explained_with_its_values() -> None:
    error = RefusedError("The logit of {label} is {value}.", label="cat", value=-0.5)

    assert explain(error) == "The logit of cat is −0.5."
    assert explain(RuntimeError("as it is")) == "as it is"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Save &As…", "Save As…"),
        ("另存为(&A)…", "另存为…"),
        ("Rename R && D", "Rename R & D"),
        ("f(x)", "f(x)"),
    ],
)
def test_that_a_menu_text_is_shown_without_its_access_key(text: str, shown: str) -> None:
    assert plain(text) == shown
