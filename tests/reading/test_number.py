"""What people type, and what they must not get away with."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xentgui.model.message import RefusedError
from xentgui.reading.literal import plain_number
from xentgui.reading.number import read_number
from xentgui.reading.read_error import NumberError

UNDERSTOOD = {
    "2.33": 2.33,
    "0.1": 0.1,
    "−1.46": -1.46,
    "–1.46": -1.46,
    "−1,46": -1.46,
    " 0.3333 ": 0.3333,
    "1/3": 1 / 3,
    "=1/3": 1 / 3,
    "-inf": -math.inf,
    "−∞": -math.inf,
    "-Infinity": -math.inf,
    "+inf": math.inf,
    "ln 2": math.log(2),
    "ln(0.34)": math.log(0.34),
    "-ln 2": -math.log(2),
    "log(3)": math.log(3),
    "log2(8)": 3.0,
    "log10 100": 2.0,
    "lg 1": 0.0,
    "exp(1)": math.e,
    "exp(-inf)": 0.0,
    "e^2": math.e**2,
    "sqrt(2)": math.sqrt(2),
    "√2": math.sqrt(2),
    "2*3": 6.0,
    "1e-3": 0.001,
    "1e−3": 0.001,
    "1×10^−3": 0.001,
    "2.33×10⁻³": 0.00233,
    "50%": 0.5,
    "5‰": 0.005,
    "pi": math.pi,
    "2·π": 2 * math.pi,
    "½": 0.5,
    "-2^2": -4.0,
    "2^3^2": 512.0,
    "2**-1": 0.5,
    "(1+2)*3": 9.0,
    "0.1 + 0.2": 0.3,
    "10^400/10^399": 10.0,
    "（０１２．５）": 12.5,
    "２。５": 2.5,
    "−１，４６": -1.46,
    "1/inf": 0.0,
}


@pytest.mark.parametrize(("text", "value"), UNDERSTOOD.items())
def test_that_people_are_understood(text, value):
    assert read_number(text) == value


REFUSED = [
    "", "  ", "nan", "−NaN", "x", "None", "True", "1/0", "0^-1", "log(-1)", "ln 0", "sqrt(-4)",
    "(-8)^(1/3)", "inf-inf", "0*inf", "1 2", "2pi", "1½", "2 ln 2", "ln 1/3", "ln 2^3", "ln",
    "(1", "1)", "()", "1+", "*2", "1..2", "1,2,3", "1,2.3,4", "log(3,2)", "5,", "a.b", "1_000",
    "0x10", "1e", "1e400", "-1e400", "1e-400", "1e999999999", "exp(1000)", "exp(-1000)",
    "9^9^9^9", "9^999999", "10^400*pi", "10^-400*pi", "exp(-740)^2", "(" * 100, "(" * 60 + "1" + ")" * 60,
    "2^" * 80 + "2", "1" * 201, "__import__('os')", "lambda: 1", "2 if 1 else 3", "\x00", "1\n2",
    "𝟏", "٣", "²", "1j", "10 000", "#N/A",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_that_everything_else_is_refused_with_a_remedy(text):
    with pytest.raises(NumberError) as refusal:
        read_number(text)
    assert isinstance(refusal.value, RefusedError)
    assert str(refusal.value).endswith(".")
    assert "{" not in str(refusal.value)


@pytest.mark.always
@pytest.mark.parametrize(
    ("text", "with_point", "with_comma"),
    [
        ("1,460", 1460.0, 1.46),
        ("1.460", 1.46, 1460.0),
        ("1,46", 1.46, 1.46),
        ("1.46", 1.46, 1.46),
        ("0,460", 0.46, 0.46),
        ("0.460", 0.46, 0.46),
        ("1,4600", 1.46, 1.46),
        ("1234,567", 1234.567, 1234.567),  # the first group has one to three digits
        ("1234.567", 1234.567, 1234.567),
        ("1.460e0", 1.46, 1.46),
        ("1,234.5", 1234.5, 1234.5),
        ("1.234,5", 1234.5, 1234.5),
        ("1,234,567", 1234567.0, 1234567.0),
        ("1.234.567", 1234567.0, 1234567.0),
        ("1'234.5", 1234.5, 1234.5),
        ("1\u202f234", 1234.0, 1234.0),
        ("１，４６０", 1460.0, 1.46),
    ],
)
def test_that_separators_follow_the_locale_only_where_it_matters(text, with_point, with_comma):
    assert read_number(text) == with_point
    assert read_number(text, decimal_point=",", group=".") == with_comma


def test_that_a_plain_space_groups_only_where_the_locale_says_so():
    assert read_number("1 460,5", decimal_point=",", group="\u00a0") == 1460.5
    with pytest.raises(NumberError):
        read_number("1 460,5", decimal_point=",", group=".")


def test_that_a_comma_with_no_meaning_in_the_locale_is_refused_not_guessed():
    with pytest.raises(NumberError, match="are ambiguous"):
        read_number("1,460", decimal_point=".", group="'")


def test_that_the_locale_also_rules_inside_an_expression():
    assert read_number("ln(0,34)", decimal_point=",") == math.log(0.34)
    assert read_number("2,5*2", decimal_point=",") == 5.0


@pytest.mark.parametrize(
    ("text", "place"), [("1+x", 3), ("  2 ? 3", 5), ("1 2", 3), ("(1", 3), ("=2*", 4), ("２＋a", 3)]
)
def test_that_the_place_is_the_one_that_was_typed(text, place):
    with pytest.raises(NumberError) as refusal:
        read_number(text)
    assert refusal.value.place == place


@given(st.floats(allow_nan=False))
@example(-0.0)
@example(5e-324)
def test_every_float_as_python_writes_it_is_read_back_exactly(number):
    assert math.copysign(1, read_number(repr(number))) == math.copysign(1, number)
    assert read_number(repr(number)) == plain_number(repr(number)) == number
    assert read_number(repr(number).replace(".", ","), decimal_point=",") == number
    assert read_number(f"({number!r})") == number


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**12))
def test_every_fraction_is_the_nearest_float(numerator, denominator):
    assert read_number(f"{numerator}/{denominator}") == numerator / denominator


@given(st.text(alphabet="0123456789.,'eE+-*/^()% lnogxpsqrtif√∞π½²－．，", max_size=40))
def test_that_no_mixture_of_signs_gives_anything_but_a_number_or_a_reason(text):
    for decimal_point in ".,":
        try:
            value = read_number(text, decimal_point=decimal_point)
        except NumberError:
            continue
        assert not math.isnan(value)
        assert math.isfinite(value) or "inf" in text or "∞" in text


@given(st.text(max_size=300))
def test_that_no_text_gives_anything_but_a_number_or_a_reason(text):
    refusal = None
    try:
        assert not math.isnan(read_number(text))
    except NumberError as error:
        refusal = error
    assert refusal is None or refusal.place <= len(text) + 1
    assert refusal is None or len(str(refusal)) < 400
