"""Panels are broken into rows as cheaply as can be."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from xentgui.export.row_breaks import MOST_IN_A_ROW, arrangements


def _all(count: int) -> list[tuple[int, ...]]:
    """Return every way to break `count` panels into rows."""
    found = []
    for cuts in product((False, True), repeat=count - 1):
        ends = [k + 1 for k, cut in enumerate(cuts) if cut] + [count]
        found.append(tuple(np.diff([0, *ends]).tolist()))
    return [one for one in found if max(one) <= MOST_IN_A_ROW]


@given(st.integers(1, 8), st.integers(0, 10**6))
def test_that_no_arrangement_with_as_many_rows_costs_less(count: int, seed: int) -> None:
    costs = np.random.default_rng(seed).uniform(0.0, 9.0, (count, count + 1))

    def total(spread: tuple[int, ...]) -> float:
        ends = np.cumsum(spread).tolist()
        return sum(costs[end - n, end] for n, end in zip(spread, ends, strict=True))

    of_rows = np.full((count, MOST_IN_A_ROW), np.inf)
    for first in range(count):
        some = costs[first, first + 1 : first + 1 + MOST_IN_A_ROW]
        of_rows[first, : len(some)] = some
    found = {len(spread): total(spread) for spread in arrangements(of_rows)}
    for spread in _all(count):
        assert found[len(spread)] <= total(spread) + 1e-9
    assert set(found) == {len(spread) for spread in _all(count)}
