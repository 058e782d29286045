"""Boundaries are where two classes tie and no other has more; and data that are made."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from xentgui.model.classifier.boundaries import Rectangle, boundaries, line_in
from xentgui.model.classifier.closed_forms import gaussians_of, least_squares
from xentgui.model.classifier.judgement import accuracy, classes_of, confusion, margins
from xentgui.model.classifier.linear import Linear, scores
from xentgui.model.classifier.made_data import MADE, in_a_row, one_outlier, two_blobs
from xentgui.model.message import RefusedError
from xentgui.model.rows import Array

SQUARE = Rectangle(-3.0, -2.0, 3.0, 2.0)
NUMBERS = st.integers(-6, 6).map(lambda n: n / 2.0)
LINEARS = st.integers(2, 6).flatmap(
    lambda count: st.builds(
        Linear, arrays(float, (count, 2), elements=NUMBERS), arrays(float, count, elements=NUMBERS)
    )
)


@given(LINEARS, st.floats(0.0, 1.0))
def test_that_two_classes_tie_along_a_boundary_and_none_has_more(
    linear: Linear, share: float
) -> None:
    for line in boundaries(linear, SQUARE):
        at = line.start + share * (line.end - line.start)
        found = scores(linear, at.reshape(1, -1))[0]
        assert found[line.first] == pytest.approx(found[line.second], abs=1e-9)
        assert found.max() <= found[line.first] + 1e-9
        assert SQUARE.left <= at[0] <= SQUARE.right
        assert SQUARE.bottom <= at[1] <= SQUARE.top


@given(LINEARS)
def test_that_a_change_of_class_along_a_line_crosses_a_boundary(linear: Linear) -> None:
    """Along y = 0.123 the class changes at boundaries, and nowhere else."""
    cuts = []
    for line in boundaries(linear, SQUARE):
        (x0, y0), (x1, y1) = line.start, line.end
        if min(y0, y1) <= 0.123 <= max(y0, y1) and y0 != y1:
            cuts.append(x0 + (0.123 - y0) * (x1 - x0) / (y1 - y0))
    xs = np.linspace(-2.9987, 2.9991, 301)
    found = scores(linear, np.column_stack((xs, np.full(301, 0.123))))
    lead = np.sort(found, axis=1)
    clear = lead[:, -1] - lead[:, -2] > 1e-9
    winners = found.argmax(axis=1)
    for left, right in zip(range(300), range(1, 301), strict=True):
        if clear[left] and clear[right] and winners[left] != winners[right]:
            assert any(xs[left] - 1e-9 <= cut <= xs[right] + 1e-9 for cut in cuts)


def test_that_parallel_boundaries_do_not_meet() -> None:
    linear = Linear(np.array([(-1.0, 0.0), (0.0, 0.0), (1.0, 0.0)]), np.array([-1.0, 0.0, -1.0]))
    lines = boundaries(linear, SQUARE)
    assert [(line.first, line.second, line.start[0]) for line in lines] == [(0, 1, -1), (1, 2, 1)]


def test_that_equal_and_switched_off_classes_have_no_boundary() -> None:
    same = Linear(np.ones((3, 2)), np.array([0.0, 0.0, -np.inf]))
    assert boundaries(same, SQUARE) == []
    off = Linear(np.array([(1.0, 0.0), (-1.0, 0.0), (0.0, 9.0)]), np.array([0.0, 0.0, -np.inf]))
    assert [(line.first, line.second) for line in boundaries(off, SQUARE)] == [(0, 1)]


@pytest.mark.parametrize("size", [1e-300, 1.0, 1e300])
def test_that_only_the_direction_of_weights_matters(size: float) -> None:
    piece = line_in(np.array([size, size]), -size, SQUARE)
    assert piece is not None
    assert np.array(piece).tolist() == [[3.0, -2.0], [-1.0, 2.0]]


def test_that_a_line_outside_is_none() -> None:
    assert line_in(np.array([1.0, 0.0]), 9.0, SQUARE) is None
    assert line_in(np.array([0.0, 0.0]), 0.0, SQUARE) is None
    assert line_in(np.array([1.0, 1e-9]), 9.0, SQUARE) is None


# What is told of points


def test_that_points_without_a_target_are_not_counted() -> None:
    outputs = np.array([(1.0, 0.0), (0.0, 1.0), (5.0, 1.0)])
    targets = np.array([(1.0, 0.0), (0.7, 0.3), (0.0, 0.0)])
    assert classes_of(targets).tolist() == [0, 0, -1]
    assert accuracy(outputs, targets) == 0.5
    assert confusion(outputs, targets).tolist() == [[1, 1], [0, 0]]
    assert margins(outputs, targets).tolist() == [1.0, -1.0, np.inf]
    assert np.isnan(accuracy(outputs, np.zeros((3, 2))))


def test_that_discriminants_do_not_depend_on_units_or_origin() -> None:
    points, classes = MADE["blobs"](60, 0, 1.0)
    targets = np.eye(3)[classes]
    plain = scores(gaussians_of(points, targets, "abc").linear(), points)
    moved = points * [1e-6, 1e4] + [1e-5, -3e4]
    other = scores(gaussians_of(moved, targets, "abc").linear(), moved)
    gaps, others = (one - one[:, :1] for one in (plain, other))
    assert others == pytest.approx(gaps, abs=1e-5)


@pytest.mark.parametrize(
    "points", [np.zeros((4, 2)), np.array([(0.0, 0.1), (0.3, 0.4), (0.2, 0.3), (0.7, 0.8)])]
)
def test_that_points_on_a_line_are_refused(points: Array) -> None:
    targets = np.eye(2)[[0, 0, 1, 1]]
    with pytest.raises(RefusedError, match="lie too nearly on one line"):
        gaussians_of(points, targets, "ab").linear()
    with pytest.raises(RefusedError, match="lie too nearly on one line"):
        least_squares(points, targets)


def test_that_a_class_without_points_has_no_discriminant() -> None:
    with pytest.raises(RefusedError, match="The class c has no point, and so no mean"):
        gaussians_of(np.eye(2), np.eye(3)[:2], "abc")


# Data that are made


@pytest.mark.parametrize("key", MADE)
def test_that_the_same_seed_makes_the_same_points(key: str) -> None:
    points, classes = MADE[key](42, 5, 0.5)
    again, other = MADE[key](42, 5, 0.5).points, MADE[key](42, 6, 0.5).points
    assert points.shape == (42, 2)
    assert points.tolist() == again.tolist()
    assert points.tolist() != other.tolist()
    counts = np.bincount(classes)
    assert counts.max() - counts.min() <= 1


def test_that_made_data_teach_their_lesson() -> None:
    points, classes = in_a_row(99, 0)
    targets = np.eye(3)[classes]
    by_squares = confusion(scores(least_squares(points, targets), points), targets)
    assert by_squares[:, 1].sum() == 0
    by_means = scores(gaussians_of(points, targets, "abc").linear(), points)
    assert accuracy(by_means, targets) == 1.0

    points, classes = MADE["xor"](80, 0, 0.3)
    targets = np.eye(2)[classes]
    assert accuracy(scores(least_squares(points, targets), points), targets) < 0.8


def test_that_one_outlier_moves_the_boundary_of_the_discriminants() -> None:
    plain, far = two_blobs(40, 0), one_outlier(40, 0)
    targets = np.eye(2)[plain.classes]
    places = []
    for points in (plain.points, far.points):
        linear = gaussians_of(points, targets, "ab").linear()
        (line,) = boundaries(linear, Rectangle(-9, -0.01, 9, 0.01))
        places.append(float(line.start[0]))
    assert places[1] - places[0] > 0.3
