"""What rows of panels need is the same for one row as for all that could be."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from xentgui.export.panel_needs import Need
from xentgui.export.row_breaks import MOST_IN_A_ROW
from xentgui.export.row_needs import RowNeeds


@given(st.integers(1, 30), st.integers(0, 10**6))
def test_that_a_table_has_every_row_that_could_be(count: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    needs = []
    for left, top, right, bottom, wide, high in random.uniform(0.0, 200.0, (count, 6)).tolist():
        needs.append(Need(left, top, right, bottom, (wide, high)))
    rows = RowNeeds(needs, [True] * count)

    for first in range(count):
        for nth in range(MOST_IN_A_ROW):
            entries = [one[first, nth] for one in rows.table]
            if first + nth >= count:
                assert entries == [math.inf] * 4
                continue
            row = rows.row(first, first + nth + 1)
            assert row.panels == nth + 1
            assert entries == [row.across, row.least_plots, row.down, row.least]
            assert row.least == row.ends + row.least_plot
            assert row.across >= max(one.left + one.right for one in needs[first : first + nth + 1])
