"""Contour lines lie where the level is, and levels are round."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.painting.contours import MOST_LEVELS, contour_levels, contour_lines, level_texts

_X, _Y = np.linspace(-2.0, 2.0, 81), np.linspace(-1.0, 1.0, 41)


def _hill() -> np.ndarray:
    return _X**2 + _Y[:, None] ** 2


def test_the_contours_of_a_paraboloid_are_circles() -> None:
    half, one = contour_lines(_X, _Y, _hill(), [0.25, 0.81])
    for lines, radius in ((half, 0.5), (one, 0.9)):
        (line,) = lines
        assert line.shape[1] == 2
        assert np.array_equal(line[0], line[-1])
        # Between grid points 0.05 apart, a straight line is off by 0.05² / 4 / (2 r) at most.
        assert np.hypot(*line.T) == pytest.approx(radius, abs=0.05**2 / 4 / radius)


def test_the_first_column_of_a_line_is_x() -> None:
    ((line,),) = contour_lines(_X, _Y, np.broadcast_to(_X, (41, 81)), [0.51])
    assert line[:, 0] == pytest.approx(0.51)
    assert sorted(line[[0, -1], 1]) == [-1.0, 1.0]


@pytest.mark.parametrize("hole", [np.nan, np.inf, -np.inf])
def test_no_line_enters_what_is_not_finite(hole: float) -> None:
    values = _hill()
    values[:, _X > 0.2] = hole
    (lines,) = contour_lines(_X, _Y, values, [0.25])
    assert lines
    assert all(line[:, 0].max() <= 0.2 + 1e-9 for line in lines)
    assert contour_lines(_X, _Y, np.full_like(values, hole), [0.25]) == [[]]


def test_single_precision_and_far_levels_are_legal() -> None:
    values = _hill().astype(np.float32)
    lines = contour_lines(_X, _Y, values, [-1.0, 0.25, 99.0])
    assert [len(one) for one in lines] == [0, 1, 0]


def test_levels_are_round_and_between_the_ends() -> None:
    assert contour_levels(0.0, 1.0, 5) == [0.2, 0.4, 0.6, 0.8]
    assert contour_levels(0.03, 11.7, 6) == [2.0, 4.0, 6.0, 8.0, 10.0]
    assert contour_levels(-3.1, 2.2, 6) == [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0]
    assert level_texts(contour_levels(0.03, 11.7, 6)) == ["2", "4", "6", "8", "10"]
    assert level_texts([0.0, 0.25, 0.5]) == ["0", "0.25", "0.5"]
    assert level_texts([10_000_001.0, 10_000_002.0]) == ["10000001", "10000002"]
    assert level_texts([0.125]) == ["0.125"]
    assert level_texts([]) == []


@given(
    st.floats(allow_nan=True, allow_infinity=True),
    st.floats(allow_nan=True, allow_infinity=True),
)
def test_levels_of_any_range_ascend_within_it(low: float, high: float) -> None:
    levels = contour_levels(low, high)
    assert len(levels) <= MOST_LEVELS + 1
    assert all(low < level < high for level in levels)
    assert all(before < after for before, after in pairwise(levels))
    texts = level_texts(levels)
    assert len(set(texts)) == len(levels)
    if math.isfinite(high - low) and high - low > 1e-6 * max(abs(low), abs(high), 1e-290):
        assert len(levels) >= 3
