"""Arranges the panels of a figure in rows of equal height that fill the page."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

_BEST_SHAPE = 1.5  # width to height: the best shape for a plot with its labels


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in any unit."""

    left: float
    top: float
    width: float
    height: float


def rows(count: int, width: float, height: float) -> tuple[int, ...]:
    """Return how many of `count` panels each row of a page of this size has.

    Rows differ by one panel at most.  Of these arrangements, it is the one whose cells are closest
    to the best shape for a plot.

    >>> rows(3, 960, 540), rows(4, 960, 540), rows(3, 300, 900), rows(1, 10, 10)
    ((2, 1), (2, 2), (1, 1, 1), (1,))
    """
    shape = width / height

    def cost(spread: tuple[int, ...]) -> float:
        # The longer rows are first; all that are as long cost the same.
        most, least = spread[0], spread[-1]
        costs = [_cost(n, shape * len(spread) / n) for n in (most, least)]
        longer = spread.count(most)
        return sum([costs[0]] * longer + [costs[1]] * (len(spread) - longer))

    return min(spreads(count), key=cost)


def _cost(panels: int, shape: float) -> float:
    """Return how far the panels of a row are from the best shape."""
    return panels * abs(math.log(shape / _BEST_SHAPE))


@lru_cache(maxsize=64)
def spreads(count: int) -> tuple[tuple[int, ...], ...]:
    """Return all arrangements of `count` panels in rows that differ by one panel at most.

    >>> spreads(3)
    ((3,), (2, 1), (1, 1, 1))
    """
    return tuple([_spread(count, lines) for lines in range(1, count + 1)])


def _spread(count: int, lines: int) -> tuple[int, ...]:
    short, longer = divmod(count, lines)
    return tuple(short + (line < longer) for line in range(lines))


def arrange(count: int, page: Box, gap: float) -> list[Box]:
    """Return the box of each of `count` panels on `page`, in reading order, `gap` apart."""
    spread = rows(count, page.width, page.height)
    height = (page.height - gap * (len(spread) - 1)) / len(spread)
    boxes = []
    for line, n in enumerate(spread):
        width = (page.width - gap * (n - 1)) / n
        top = page.top + line * (height + gap)
        boxes += [Box(page.left + k * (width + gap), top, width, height) for k in range(n)]
    return boxes
