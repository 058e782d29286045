"""Breaks a sequence of panels into rows, as a paragraph is broken into lines."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

MOST_IN_A_ROW = 6


def arrangements(count: int, cost: Callable[[int, int], float]) -> list[tuple[int, ...]]:
    """Return, for each number of rows, how many of `count` panels each row has.

    Of the arrangements with that many rows, it is the one of the least total cost, where `cost` is
    that of a row with the panels from the first up to before the second number.  A row has up to
    six panels.  Source: Knuth and Plass 1981, :doi:`10.1002/spe.4380111102`.

    >>> arrangements(3, lambda first, stop: (stop - first) ** 2)
    [(3,), (2, 1), (1, 1, 1)]
    """
    rows = {
        (first, stop): cost(first, stop)
        for first in range(count)
        for stop in range(first + 1, min(first + MOST_IN_A_ROW, count) + 1)
    }
    none: tuple[float, tuple[int, ...]] = math.inf, ()
    best = [none] * count + [(0.0, ())]
    found = []
    for lines in range(1, count + 1):
        # `best[first]` breaks the panels from `first` on into one row fewer.
        best = [
            _broken(first, count, rows, best)
            if lines <= count - first <= MOST_IN_A_ROW * lines
            else none
            for first in range(count)
        ] + [none]
        if len(best[0][1]) == lines and math.isfinite(best[0][0]):
            found.append(best[0][1])
    return found


def _broken(
    first: int,
    count: int,
    rows: dict[tuple[int, int], float],
    best: list[tuple[float, tuple[int, ...]]],
) -> tuple[float, tuple[int, ...]]:
    """Return the cheapest first row, which is the longest of those that cost the same, and the rest."""
    chosen: tuple[float, tuple[int, ...]] = (math.inf, ())
    for stop in range(min(first + MOST_IN_A_ROW, count), first, -1):
        total = rows[first, stop] + best[stop][0]
        if total < chosen[0]:
            chosen = total, (stop - first, *best[stop][1])
    return chosen


def rows_of(spread: tuple[int, ...]) -> list[range]:
    """Return the numbers of the panels in each row."""
    ends = [sum(spread[: line + 1]) for line in range(len(spread))]
    return [range(end - count, end) for end, count in zip(ends, spread, strict=True)]


def shared_lengths(total: float, least: Sequence[float], fixed: Sequence[float]) -> list[float]:
    """Return lengths that sum to `total`: equal but for their `fixed` parts, and not below `least`.

    Where `total` is too small for that, all are too small by the same factor.

    >>> shared_lengths(100.0, [10.0, 70.0], [0.0, 0.0]), shared_lengths(40.0, [10.0, 10.0], [2.0, 8.0])
    ([30.0, 70.0], [17.0, 23.0])
    """
    if sum(least) >= total:
        return [one * total / sum(least) for one in least]
    held: set[int] = set()
    while True:
        free = [k for k in range(len(least)) if k not in held]
        room = total - sum(least[k] for k in held) - sum(fixed[k] for k in free)
        each = room / len(free)
        short = {k for k in free if fixed[k] + each < least[k]}
        if not short:
            return [least[k] if k in held else fixed[k] + each for k in range(len(least))]
        held |= short
