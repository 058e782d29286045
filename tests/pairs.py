"""Fewer combinations than all, in which each two values still meet.

Most faults of combinations need two values together, and hardly one needs four (D. R. Kuhn,
D. R. Wallace and A. M. Gallo, "Software fault interactions and implications for software testing",
IEEE Transactions on Software Engineering 30(6), 2004).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from itertools import combinations
from typing import TypeVar

Combination = TypeVar("Combination", bound=tuple[Hashable, ...])


def in_pairs(every: Iterable[Combination]) -> list[Combination]:
    """Return some of `every` combination, so that two values that meet in one meet in one of them."""
    return _covering(every, 2)


def each_once(every: Iterable[Combination]) -> list[Combination]:
    """Return some of `every` combination, so that each value in one is in one of them."""
    return _covering(every, 1)


def _covering(every: Iterable[Combination], size: int) -> list[Combination]:
    """Return combinations in which all groups of so many values are that are in one of `every`.

    Each is the first of those with most groups that have not come yet, and of those one of values
    that were rare so far: the same at every run, and each value comes about as often as the others
    of its kind.
    """
    groups = {one: {*combinations(enumerate(one), size)} for one in every}
    left = set().union(*groups.values())
    used: Counter[tuple[int, Hashable]] = Counter()

    def worth(one: Combination) -> tuple[int, int]:
        return len(groups[one] & left), -sum(used[value] for value in enumerate(one))

    found = []
    while left:
        best = max(groups, key=worth)
        found.append(best)
        left -= groups.pop(best)
        used.update(enumerate(best))
    return found
