"""What one hand changes leaves alone what another has changed meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xentgui.model import InvalidStateError, State
from xentgui.model.edits import add_classes, with_logit, with_target
from xentgui.model.edits.merging import with_changes

START = State(("a", "b", "c"), (1.0, 2.0, 3.0), (1.0, 0.0, 0.0), temperature=2.0)


def test_that_only_what_differs_is_written() -> None:
    hand = with_logit(START, 0, 9.0)
    now = replace(START, logits=(5.0, 6.0, 7.0), target=(0.0, 1.0, 0.0), temperature=0.5)

    assert with_changes(now, START, hand) == replace(now, logits=(9.0, 6.0, 7.0))


def test_that_what_comes_back_is_written_too() -> None:
    there = with_target(START, 2, 0.5)
    now = replace(there, temperature=0.5)

    back = with_changes(now, there, START)

    assert back == replace(START, temperature=0.5)


def test_that_names_and_settings_are_written_whole() -> None:
    hand = replace(START, labels=("x", "b", "c"), label_smoothing=0.1)
    now = replace(START, logits=(5.0, 6.0, 7.0))

    assert with_changes(now, START, hand) == replace(hand, logits=(5.0, 6.0, 7.0))


def test_that_nothing_between_gives_the_very_state() -> None:
    hand = with_logit(START, 0, 9.0)
    now = replace(START, temperature=0.5)

    assert with_changes(START, START, hand) is hand
    assert with_changes(now, START, START) is now


def test_that_another_number_of_classes_is_taken_whole() -> None:
    hand = add_classes(START, ["d"])

    assert with_changes(replace(START, temperature=0.5), START, hand) is hand


def test_that_two_hands_cannot_switch_off_the_last_class() -> None:
    start = replace(START, logits=(1.0, 2.0, -float("inf")))
    hand = with_logit(start, 0, -float("inf"))
    now = with_logit(start, 1, -float("inf"))

    with pytest.raises(InvalidStateError):
        with_changes(now, start, hand)
