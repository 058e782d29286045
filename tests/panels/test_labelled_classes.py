"""What is left when there is no room for everything: never another than the largest."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.information_curve import distinct_dots
from xentgui.panels.labelled_classes import largest


@given(st.integers(1, 60_000), st.sampled_from([4, 8, 24]), st.integers(0, 2**32 - 1))
def test_that_the_largest_are_found_among_any_number(count: int, most: int, seed: int) -> None:
    values = np.random.default_rng(seed).normal(size=count)

    found = largest(values, most)

    assert values[found].tolist() == sorted(values.tolist(), reverse=True)[:most]


@pytest.mark.usefixtures("qapp")
@given(st.integers(1, 20_000), st.integers(0, 2**32 - 1), st.sampled_from([1.0, 1.25, 2.0]))
def test_that_dots_are_left_out_only_where_others_cover_them(
    count: int, seed: int, resolution: float
) -> None:
    p = np.random.default_rng(seed).random(count) ** 8
    with np.errstate(divide="ignore"):
        heights = -np.log(p)
    rect = QRectF(46, 30, 570, 320)
    frame = Frame(
        rect, rect, Ranges(0.0, 1.0, 0.0, 8.0), Style(LIGHT, 13.0, ui_font(13)), resolution
    )

    seen = distinct_dots(frame, p, heights)

    x, y = frame.x(p), frame.y(np.minimum(heights, 8.0))
    along = np.sort(x + y)
    kept = np.sort(x[seen] + y[seen])
    after = np.clip(np.searchsorted(kept, along), 1, max(len(kept) - 1, 1))
    nearest = np.minimum(
        np.abs(along - kept[np.minimum(after, len(kept) - 1)]), np.abs(along - kept[after - 1])
    )
    assert nearest.max() <= 2.0 / resolution  # a dot is five pixels wide
    assert len(seen) <= resolution * 1000
