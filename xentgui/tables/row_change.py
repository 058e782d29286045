"""Which rows came or went between two lists of names."""

from __future__ import annotations

from collections.abc import Sequence


def row_change(before: Sequence[str], after: Sequence[str]) -> tuple[int, int, int] | None:
    """Return (first row, rows removed, rows inserted), so that what stays keeps its row.

    At least one of the two counts is 0.  None if other names changed as well: these are
    other classes, and no row of old is a row of new.

    >>> row_change("abcd", "acd"), row_change("abcd", "abxcd"), row_change("ab", "cd")
    ((1, 1, 0), (2, 0, 1), (0, 0, 0))
    >>> row_change("abc", "xy") is None
    True
    """
    growth = len(after) - len(before)
    if growth == 0:
        return 0, 0, 0
    shorter = min(len(before), len(after))
    tail = 0
    while tail < shorter and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    first = shorter - tail
    if before[:first] != after[:first]:
        return None
    return first, max(-growth, 0), max(growth, 0)
