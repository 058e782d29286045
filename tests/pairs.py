"""Fewer combinations than all, in which each two values still meet.

Most faults of combinations need two values together, and hardly one needs four (D. R. Kuhn,
D. R. Wallace and A. M. Gallo, "Software fault interactions and implications for software testing",
IEEE Transactions on Software Engineering 30(6), 2004).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from itertools import combinations
from typing import TypeVar

Combination = TypeVar("Combination", bound=tuple[Hashable, ...])


def in_pairs(every: Iterable[Combination]) -> list[Combination]:
    """Return some of `every` combination, so that two values that meet in one meet in one of them.

    Each is the first of those with most pairs that have not met yet: the same at every run.
    """
    pairs = {one: set(combinations(enumerate(one), 2)) for one in every}
    left = set().union(*pairs.values())
    found = []
    while left:
        best = max(pairs, key=lambda one: len(pairs[one] & left))
        found.append(best)
        left -= pairs.pop(best)
    return found
