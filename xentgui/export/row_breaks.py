"""Breaks a sequence of panels into rows, as a paragraph is broken into lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import lt

import numpy as np

from xentgui.model.rows import Array

MOST_IN_A_ROW = 6


def arrangements(costs: Array) -> list[tuple[int, ...]]:
    """Return, for each number of rows, how many of the panels each row has.

    Of the arrangements with that many rows, it is the one of the least total cost, and of those
    that cost the same the one with the longest rows at the begin.  `costs`, shape (n, most panels
    of a row), are those of the rows that begin with each of the n panels and have one panel, two
    and so on; infinite where there are not so many.  Source: Knuth and Plass 1981,
    :doi:`10.1002/spe.4380111102`.

    >>> arrangements(np.array([[1.0, 4.0, 9.0], [1.0, 4.0, np.inf], [1.0, np.inf, np.inf]]))
    [(3,), (2, 1), (1, 1, 1)]
    """
    count, most = costs.shape
    # The longest rows are first, and so are found first of those that cost the same.
    longest, panels = costs[:, ::-1], np.arange(most, 0, -1)
    after = np.add.outer(np.arange(count), panels)
    best = np.full(count + most, math.inf)
    best[count] = 0.0
    chosen, found = list[list[int]](), list[tuple[int, ...]]()
    for _ in range(count):
        # `best[first]` breaks the panels from `first` on into one row fewer.
        totals = longest + best.take(after)
        nth = totals.argmin(axis=1)
        best[:count], best[count] = totals.min(axis=1), math.inf
        chosen.append(panels.take(nth).tolist())
        if best[0] < math.inf:
            found.append(_spread(chosen))
    return found


def _spread(chosen: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return the panels of each row; `chosen` are those of a last row, of one before it and so on."""
    first, spread = 0, list[int]()
    for panels in reversed(chosen):
        spread.append(panels[first])
        first += spread[-1]
    return tuple(spread)


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
