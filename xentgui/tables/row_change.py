"""Which rows came or went between two lists of names."""

from __future__ import annotations

from collections.abc import Sequence


def row_change(before: Sequence[str], after: Sequence[str]) -> tuple[int, int, int]:
    """Return (first row, rows removed, rows inserted), so that what stays keeps its row.

    Only one of the two counts is not 0.  Names that are the same at the end stay; what
    differs before them is taken to have changed in place.

    >>> row_change("abcd", "acd"), row_change("abcd", "abxcd"), row_change("ab", "cd")
    ((1, 1, 0), (2, 0, 1), (0, 0, 0))
    """
    growth = len(after) - len(before)
    if growth == 0:
        return 0, 0, 0
    shorter = min(len(before), len(after))
    tail = 0
    while tail < shorter and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return shorter - tail, max(-growth, 0), max(growth, 0)
