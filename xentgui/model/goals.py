"""Goals that a person can be asked to reach, and whether a snapshot reaches them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np

from xentgui.model.named_numbers import Named
from xentgui.model.snapshot import Snapshot


class Goal(NamedTuple):
    """What is to be reached.

    Attributes
    ----------
    key
        A key of `GOALS`.
    of
        The number that it is about, or None for a goal that is about all of them.
    value
        The number that is to be reached, in nats; 0 where the goal needs none.
    tolerance
        How far from it counts as there.
    """

    key: str
    of: Named | None = None
    value: float = 0.0
    tolerance: float = 0.005


class GoalKind(NamedTuple):
    """One sort of goal.

    Attributes
    ----------
    is_reached
        Whether a snapshot reaches it.
    needs
        "class" if `of` is a number of a class, "number" for any number, "" for none.
    has_value
        Whether `value` belongs to it.
    """

    is_reached: Callable[[Goal, Snapshot], bool]
    needs: str = ""
    has_value: bool = False


def is_reached(goal: Goal, snapshot: Snapshot) -> bool:
    """Return whether `snapshot` reaches `goal`; never if it has no such number."""
    if goal.of is not None and not goal.of.is_in(snapshot):
        return False
    return GOALS[goal.key].is_reached(goal, snapshot)


def _value(goal: Goal, snapshot: Snapshot) -> float:
    assert goal.of is not None
    return goal.of.value(snapshot)


def _wins(goal: Goal, snapshot: Snapshot) -> bool:
    assert goal.of is not None
    return snapshot.prediction == (goal.of.at[0],)


def _ties(goal: Goal, snapshot: Snapshot) -> bool:
    # A hand that drags, and snaps, does not reach equal numbers.
    largest = np.sort(snapshot.probabilities)[-2:]
    return len(largest) > 1 and bool(largest[1] - largest[0] <= goal.tolerance)


def _matches(goal: Goal, snapshot: Snapshot) -> bool:
    apart = np.abs(snapshot.probabilities - snapshot.effective_target)
    return bool(apart.max() <= goal.tolerance)


def _rests(goal: Goal, snapshot: Snapshot) -> bool:
    return bool(np.abs(snapshot.gradient).max() <= goal.tolerance)


GOALS: Final[Mapping[str, GoalKind]] = MappingProxyType(
    {
        "wins": GoalKind(_wins, "class"),
        "ties": GoalKind(_ties),
        "equals": GoalKind(
            lambda goal, snapshot: abs(_value(goal, snapshot) - goal.value) <= goal.tolerance,
            "number",
            has_value=True,
        ),
        "above": GoalKind(
            lambda goal, snapshot: _value(goal, snapshot) > goal.value, "number", has_value=True
        ),
        "below": GoalKind(
            lambda goal, snapshot: _value(goal, snapshot) < goal.value, "number", has_value=True
        ),
        "matches": GoalKind(_matches),
        "rests": GoalKind(_rests),
    }
)
"""Every goal: a class wins alone, the first two tie, a number is v or on one side of it, p = y, and the
gradient is 0."""
