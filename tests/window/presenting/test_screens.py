"""Which screen is whose, and that it is remembered for each arrangement of screens."""

from __future__ import annotations

import json

import pytest

from xentgui.window.presenting.lecturer_words import clock_text, pace, steps_done
from xentgui.window.presenting.screens import Chosen, Monitor, arrangement, chosen, with_choice

LAPTOP = Monitor("eDP-1", 0, 0, 1920, 1200)
HALL = Monitor("HDMI-1", 1920, 0, 1920, 1080)
OTHER = Monitor("HDMI-1", 1920, 0, 1024, 768)


def test_that_one_screen_is_the_audiences() -> None:
    assert chosen([LAPTOP], 0, "") == Chosen(0, None)


@pytest.mark.parametrize("own", [0, 1])
def test_that_the_audience_has_the_screen_without_the_window(own: int) -> None:
    assert chosen([LAPTOP, HALL], own, "") == Chosen(1 - own, own)


def test_that_a_choice_holds_for_its_arrangement_alone_whatever_its_order() -> None:
    text = with_choice([LAPTOP, HALL], 0, "")

    assert chosen([LAPTOP, HALL], 0, text) == Chosen(0, 1)
    assert chosen([HALL, LAPTOP], 1, text) == Chosen(1, 0)
    assert chosen([LAPTOP, OTHER], 0, text) == Chosen(1, 0)
    assert chosen([LAPTOP], 0, text) == Chosen(0, None)


def test_that_a_later_choice_takes_the_place_of_the_one_before() -> None:
    text = with_choice([LAPTOP, HALL], 1, with_choice([LAPTOP, HALL], 0, ""))

    assert chosen([LAPTOP, HALL], 1, text) == Chosen(1, 0)
    assert list(json.loads(text)) == [arrangement([HALL, LAPTOP])]


@pytest.mark.parametrize("text", ["{", "[]", "null", '{"a": 3}', "[" * 100_000])
def test_that_settings_that_cannot_be_read_do_no_harm(text: str) -> None:
    assert chosen([LAPTOP, HALL], 0, text) == Chosen(1, 0)
    assert chosen([LAPTOP, HALL], 0, with_choice([LAPTOP, HALL], 0, text)) == Chosen(0, 1)


def test_that_three_screens_have_an_audience_and_a_lecturer() -> None:
    third = Monitor("DP-2", 0, 1200, 1280, 720)

    found = chosen([LAPTOP, HALL, third], 1, "")

    assert found == Chosen(0, 1)


@pytest.mark.parametrize(
    ("elapsed", "step", "said"),
    [
        (39, 1, "ahead"),
        (40, 1, ""),
        (160, 1, ""),
        (161, 1, "behind"),
        (1700, 9, ""),
        (1639, 9, "ahead"),
    ],
)
def test_that_the_pace_is_that_of_pdfpc(elapsed: float, step: int, said: str) -> None:
    # Half an hour for nine steps: the middle of the first is 100 s, of the last 1700 s.
    assert pace(elapsed, 1800.0, step, 9)[0] == said


def test_that_steps_are_counted_through_the_lecture() -> None:
    from tests.documents.lecture import LECTURE
    from xentgui.documents.moment import Beat

    assert steps_done(LECTURE.scenes, Beat(0, 0)) == (1, 14)
    assert steps_done(LECTURE.scenes, Beat(4, 2)) == (14, 14)
    assert clock_text(59.9) == "0:59"
