"""Strokes instead of colours."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.painting.hatch import PATTERNS, SOLID, _strokes

sizes = st.floats(0.01, 500)
stroked = pytest.mark.parametrize("pattern", [sign for sign in PATTERNS if sign != SOLID])


@stroked
@given(width=sizes, height=sizes, step=st.floats(2, 20))
def test_that_strokes_end_at_the_edges(
    pattern: str, width: float, height: float, step: float
) -> None:
    strokes = _strokes(pattern, width, height, step)

    assert np.isfinite(strokes).all()
    for across, most in ((0, width), (1, height)):
        ends = strokes[:, across::2]
        assert (ends >= -1e-9).all()
        assert (ends <= most + 1e-9).all()


@stroked
def test_that_strokes_fill_the_whole_rectangle(pattern: str) -> None:
    strokes = _strokes(pattern, 90.0, 60.0, 6.0)

    assert np.ptp(strokes[:, ::2]) > 80
    assert np.ptp(strokes[:, 1::2]) > 50
