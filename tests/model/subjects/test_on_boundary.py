"""A boundary that is taken by the hand goes where it is put, and nothing else changes."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.documents.classifiers import OFF, SMALL
from xentgui.model.checks import InvalidStateError
from xentgui.model.classifier.closed_forms import gaussians_of
from xentgui.model.classifier.linear import scores
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_boundary import (
    with_boundary_through,
    with_boundary_turned,
    with_mean_at,
)

PLACES = st.tuples(st.floats(-9, 9), st.floats(-9, 9))


def _gap(subject: Classifier, point: tuple[float, float]) -> float:
    found = scores(subject.linear, np.array([point]))[0]
    return float(found[0] - found[1])


@given(PLACES)
def test_that_a_boundary_goes_through_where_it_is_put(place: tuple[float, float]) -> None:
    after = with_boundary_through(SMALL, 0, 1, place)
    assert _gap(after, place) == pytest.approx(0.0, abs=1e-13)
    assert after.weights is SMALL.weights
    assert after.bias[2] == SMALL.bias[2]
    assert after.bias.sum() == pytest.approx(SMALL.bias.sum())


@given(PLACES, PLACES)
def test_that_a_boundary_is_turned_about_a_point(
    pivot: tuple[float, float], to: tuple[float, float]
) -> None:
    assume(math.dist(pivot, to) > 1e-3)
    after = with_boundary_turned(SMALL, 0, 1, pivot, to)
    assert _gap(after, pivot) == pytest.approx(0.0, abs=1e-12)
    assert _gap(after, to) == pytest.approx(0.0, abs=1e-12)
    before, now = (one.weights[0] - one.weights[1] for one in (SMALL, after))
    assert np.linalg.norm(now) == pytest.approx(np.linalg.norm(before))
    assert now @ before >= -1e-12
    assert after.weights.sum(axis=0) == pytest.approx(SMALL.weights.sum(axis=0))
    assert after.weights[2].tolist() == SMALL.weights[2].tolist()


def test_that_turning_about_nothing_shifts() -> None:
    assert with_boundary_turned(SMALL, 0, 1, (1, 1), (1, 1)) == with_boundary_through(
        SMALL, 0, 1, (1, 1)
    )


def test_that_a_mean_is_put_somewhere_and_the_covariance_stays() -> None:
    points = np.random.default_rng(1).normal(size=(30, 2))
    targets = np.eye(3)[np.arange(30) % 3]
    subject = SMALL.replaced(points=points, targets=targets)
    after = with_mean_at(subject, 1, (5.0, -2.0))
    before, now = (gaussians_of(one.points, one.targets, one.labels) for one in (subject, after))
    assert now.means[1] == pytest.approx([5.0, -2.0])
    assert now.means[[0, 2]] == pytest.approx(before.means[[0, 2]])
    assert now.covariance == pytest.approx(before.covariance)


def test_that_what_is_not_there_cannot_be_moved() -> None:
    with pytest.raises(InvalidStateError, match="a and b have no boundary that could be moved"):
        with_boundary_through(OFF, 0, 1, (1.0,))
    with pytest.raises(InvalidStateError, match="a and c have no boundary that could be moved"):
        with_boundary_through(OFF.replaced(weights=np.array([[1.0], [0], [0]])), 0, 2, (1.0,))
    with pytest.raises(InvalidStateError, match="The class c has no point, and so no mean"):
        with_mean_at(OFF, 2, (1.0,))
    steep = SMALL.replaced(weights=SMALL.weights * 100.0)
    with pytest.raises(InvalidStateError, match="The bias of cat is"):
        with_boundary_through(steep, 0, 1, (1e308, 1e308))
