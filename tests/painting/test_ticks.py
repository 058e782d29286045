"""Ticks are round, in range, and say what they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xentgui.painting.ticks import round_limit, tick_step, tick_text, ticks

LOW = st.floats(-1e6, 1e6)
SPAN = st.floats(1e-3, 1e6)


@given(LOW, SPAN, st.integers(1, 12))
def test_that_ticks_lie_within_the_range_and_are_not_too_many(
    low: float, span: float, most: int
) -> None:
    found = ticks(low, low + span, most)

    assert len(found) <= most + 2
    slack = tick_step(low, low + span, most) * 1e-5
    assert all(low - slack <= value <= low + span + slack for value in found)


@given(st.floats(1e-300, 1e300))
def test_that_a_limit_is_round_and_no_smaller(value: float) -> None:
    limit = round_limit(value)

    assert value * (1 - 1e-9) <= limit <= value * 2.6
    assert f"{limit:.6e}"[0] in "125"


def test_that_ticks_are_written_with_a_true_minus_and_without_noise() -> None:
    assert [tick_text(value, 0.1) for value in ticks(-0.2, 0.3, 5)] == [
        "−0.2",
        "−0.1",
        "0",
        "0.1",
        "0.2",
        "0.3",
    ]
    assert tick_text(0.25, 0.25, signed=True) == "+0.25"
    assert tick_text(2e9, 1e9) == "2e9"
    assert tick_text(1e-9, 1e-9) == "1e−9"
