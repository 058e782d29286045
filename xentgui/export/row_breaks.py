"""Breaks a sequence of panels into rows, as a paragraph is broken into lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import lt

MOST_IN_A_ROW = 6


def arrangements(costs: Sequence[Sequence[float]]) -> list[tuple[int, ...]]:
    """Return, for each number of rows, how many of the panels each row has.

    Of the arrangements with that many rows, it is the one of the least total cost, where `costs`
    are, for each panel, those of rows that begin with it and have one panel, two and so on.  A row
    has up to six panels.  Source: Knuth and Plass 1981, :doi:`10.1002/spe.4380111102`.

    >>> arrangements([[1.0, 4.0, 9.0], [1.0, 4.0], [1.0]])
    [(3,), (2, 1), (1, 1, 1)]
    """
    count = len(costs)
    none: tuple[float, tuple[int, ...]] = math.inf, ()
    best = [none] * count + [(0.0, ())]
    found = []
    for lines in range(1, count + 1):
        # `best[first]` breaks the panels from `first` on into one row fewer.
        best = [
            _broken(costs[first], best[first + 1 : first + 1 + MOST_IN_A_ROW])
            if lines <= count - first <= MOST_IN_A_ROW * lines
            else none
            for first in range(count)
        ] + [none]
        if len(best[0][1]) == lines and math.isfinite(best[0][0]):
            found.append(best[0][1])
    return found


def _broken(
    costs: Sequence[float], rest: Sequence[tuple[float, tuple[int, ...]]]
) -> tuple[float, tuple[int, ...]]:
    """Return the cheapest first row, which is the longest of those that cost the same, and the rest."""
    least, panels = math.inf, 0
    for nth in range(len(rest) - 1, -1, -1):
        total = costs[nth] + rest[nth][0]
        if total < least:
            least, panels = total, nth + 1
    return (least, (panels, *rest[panels - 1][1])) if panels else (least, ())


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
    needed = sum(least)
    if needed >= total:
        return [one * total / needed for one in least]
    each = (total - sum(fixed)) / len(least)
    equal = [part + each for part in fixed]
    if not any(map(lt, equal, least)):
        return equal
    held = [False] * len(least)
    while True:
        low = parts = 0.0
        for part, one, is_held in zip(fixed, least, held, strict=True):
            if is_held:
                low += one
            else:
                parts += part
        each = (total - low - parts) / held.count(False)
        lengths = [
            one if is_held else part + each
            for part, one, is_held in zip(fixed, least, held, strict=True)
        ]
        if not any(map(lt, lengths, least)):
            return lengths
        held = [
            is_held or part + each < one
            for part, one, is_held in zip(fixed, least, held, strict=True)
        ]
