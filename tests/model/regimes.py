"""Logits, targets and temperatures at which softmax and its losses are known to fail."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

INF = math.inf
Row = list[float]


def logits() -> Iterator[tuple[str, Row]]:
    """Yield a name and a row: spreads, offsets, ties, near ties, masks and gaps."""
    random = np.random.default_rng(20261122)
    for count in (2, 3, 10, 130):
        for spread in (1.0, 30.0, 700.0):
            for offset in (0.0, 1e3, 1e8, 1e15):
                row = offset + spread * random.uniform(-1.0, 0.0, count)
                yield f"K={count} spread={spread:g} offset={offset:g}", row.tolist()
    for gap in (1.0, 10.0, 23.5, 36.5, 36.75, 40.0, 100.0, 666.0, 700.0, 708.0, 712.0, 744.0, 1e4):
        yield f"gap={gap:g}", [gap, 0.0, 0.0]
        yield f"gap={gap:g} less an ulp, offset", [0.1 + math.nextafter(gap, 0), 0.1, 0.3]
    yield "the article", [2.33, -1.46, 0.56]
    yield "overflow, wrong class", [123.0, 456.0, 789.0]
    yield "a tie", [3.0, 3.0, 1.0]
    yield "near ties", [1.0, math.nextafter(1.0, 2.0), 1.0 - 1e-12, 1.0 - 1e-9]
    yield "near ties, offset", [1e15, 1e15 + 0.125, 1e15 - 0.125]
    yield "all equal", [-7.25] * 7
    yield "masked", [0.5, -INF, 2.5, -INF, -3.0]
    yield "one class left", [-INF, 12.0, -INF]
    yield "the largest gap there is", [1e308, -1e308, 1e307]
    yield "subnormal", [5e-324, 0.0, -1e-310]


TEMPERATURES = (1.0, 0.5, 0.7, 2.0, 3.0, 0.037, 1e-3, 100.0, 1e-300, 1e308, 5e-324)


def targets(count: int) -> Iterator[tuple[str, Row]]:
    """Yield a name and a target: one-hot first, last, soft, uniform, of other sums."""
    random = np.random.default_rng(count)
    soft = random.dirichlet(np.ones(count))
    first, last = [0.0] * count, [0.0] * count
    first[0] = last[-1] = 1.0
    half = soft.copy()
    half[0] = 0.0
    yield "first", first
    yield "last", last
    yield "soft", soft.tolist()
    yield "uniform", [1.0 / count] * count
    yield "half edited", half.tolist()
    yield "large", (soft * 1e6).tolist()
    yield "nothing", [0.0] * count


LOGITS = list(logits())
EVERY_CASE = [
    (f"{name}, T={temperature:g}", row, temperature)
    for name, row in LOGITS
    for temperature in (TEMPERATURES if len(row) < 100 else (1.0, 0.7))
]
