"""The scales on which settings are slid, and what a setting takes."""

from __future__ import annotations

import math

import pytest

from xentgui.model import InvalidStateError
from xentgui.model.setting import ChoiceSetting, LinearScale, LogScale

WARM, SHARE = LogScale(), LinearScale()
COLOUR = ChoiceSetting(
    key="colour",
    default="red",
    choices={"red": "red", "blue": "blue"},
    symbol="c",
    latex="$c$",
    heading="colour c",
    sentence="The colour is {value}. Choose red or blue.",
    remedy="Write “red” or “blue”.",
    metavar="C",
    usage="red or blue",
)


def test_that_the_ends_of_a_logarithmic_scale_are_the_exact_limits() -> None:
    assert WARM.value_at(0) == 0.0
    assert WARM.value_at(WARM.steps) == math.inf
    assert WARM.value_at(WARM.steps // 2) == 1.0


def test_that_a_logarithmic_scale_rises_all_the_way_and_holds_at_one() -> None:
    values = [WARM.value_at(position) for position in range(WARM.steps + 1)]

    assert values == sorted(values)
    assert 10 <= values.count(1.0) <= 30
    assert 0 < values[1] <= 0.011
    assert 99 <= values[-2] < math.inf


@pytest.mark.parametrize("value", [0.0, 0.01, 0.1, 0.5, 1.0, 2.0, 10.0, math.inf])
def test_that_the_handle_stands_where_its_value_is(value: float) -> None:
    shown = WARM.value_at(WARM.position_of(value))

    assert shown == pytest.approx(value, rel=0.02)


def test_that_values_beyond_a_scale_stand_at_its_ends() -> None:
    assert WARM.position_of(1e-300) == 1  # 0 itself is the end
    assert WARM.position_of(1e300) == WARM.steps - 1
    assert SHARE.position_of(-1.0) == 0
    assert SHARE.position_of(7.0) == SHARE.steps


def test_that_every_position_of_a_linear_scale_is_a_hundredth_and_stands_for_itself() -> None:
    for position in range(SHARE.steps + 1):
        assert SHARE.value_at(position) == position / 100
        assert SHARE.position_of(position / 100) == position


@pytest.mark.parametrize("value", ["green", "", None, 7, ["red"]])
def test_that_a_choice_takes_nothing_but_its_keys(value: object) -> None:
    assert COLOUR.checked("blue") == "blue"

    with pytest.raises(InvalidStateError, match="Choose red or blue"):
        COLOUR.checked(value)
