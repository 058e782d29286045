"""Goals know when they are reached, and not before."""

from __future__ import annotations

import math

import pytest

from xentgui.model import State, derive
from xentgui.model.goals import GOALS, Goal, is_reached
from xentgui.model.named_numbers import named


def _reached(goal: Goal, *logits: float, target: tuple[float, ...] = (1, 0, 0)) -> bool:
    return is_reached(goal, derive(State(("a", "b", "c"), logits, target)))


@pytest.mark.parametrize(
    ("goal", "there", "not_there"),
    [
        (Goal("wins", named("p:2")), (0, 1, 0), (1, 1, 0)),
        (Goal("ties"), (1, 1, 0), (1, 0.9, 0)),
        (Goal("equals", named("loss"), math.log(3), 0.001), (0, 0, 0), (0.1, 0, 0)),
        (Goal("above", named("p:1"), 0.5), (1, 0, 0), (0, 0, 0)),
        (Goal("below", named("loss"), 0.1), (5, 0, 0), (2, 0, 0)),
        (Goal("equals", named("gap:1,3"), 1.77, 1e-9), (2.33, -1.46, 0.56), (2.33, -1.46, 0.5)),
        (Goal("matches", None, 0.0, 0.01), (9, 0, 0), (3, 0, 0)),
        (Goal("rests", None, 0.0, 0.01), (9, 0, 0), (3, 0, 0)),
    ],
)
def test_that_a_goal_is_reached_there_only(
    goal: Goal, there: tuple[float, ...], not_there: tuple[float, ...]
) -> None:
    assert _reached(goal, *there)
    assert not _reached(goal, *not_there)


@pytest.mark.parametrize("key", [key for key, kind in GOALS.items() if kind.needs])
@pytest.mark.parametrize("name", ["p:9", "b:1"])
def test_that_a_number_that_is_not_there_is_never_reached(key: str, name: str) -> None:
    assert not _reached(Goal(key, named(name), 0.0, 9.0), 0, 0, 0)
