"""What follows from points of which few have moved: as if everything were computed anew."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.classifier.samples import of_twelve
from xentgui.model.classifier.fit import Fit
from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.mean_loss import MeanLoss
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import (
    with_chosen,
    with_class_of_points,
    with_point,
    with_way,
)

RANDOM = np.random.default_rng(3)


def same(one: Fit, other: Fit) -> bool:
    ours, theirs = (
        (fit.logits, fit.probabilities, fit.losses, fit.slopes, *fit.gradient, fit.predictions)
        for fit in (one, other)
    )
    return one.loss == other.loss and all(map(np.array_equal, ours, theirs))


def anew(subject: Classifier) -> Fit:
    return MeanLoss(subject.inputs, subject.targets, subject.settings).at(subject.linear)


def many(classes: int, count: int, **settings: float | str) -> Classifier:
    own = RANDOM.integers(classes, size=count)
    return Classifier(
        labels=tuple(f"class {k}" for k in range(classes)),
        points=RANDOM.normal(size=(count, 2)),
        targets=np.eye(classes)[own],
        weights=RANDOM.normal(size=(classes, 2)),
        bias=RANDOM.normal(size=classes),
        settings=ScalarSettings(**settings),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("classes", [2, 3, 10])
@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"temperature": 0.3, "label_smoothing": 0.1},
        {"loss": "brier"},
        {"loss": "hinge_ww"},
        {"loss": "fenchel_young", "alpha": 1.5},
    ],
)
def test_that_a_moved_point_gives_the_bits_of_all_points(
    classes: int, settings: dict[str, float | str]
) -> None:
    subject = many(classes, 400, **settings)
    assert same(subject.fit, anew(subject))
    for row, at in ((0, (3.0, 1.0)), (399, (0.0, 0.0)), (7, (-2.0, 5.0))):
        subject = with_point(subject, row, at)
        assert same(subject.fit, anew(subject))
        assert subject.predictions.tolist() == subject.fit.logits.argmax(axis=1).tolist()


@given(st.lists(st.tuples(st.integers(0, 99), st.sampled_from("mckl")), max_size=8), st.booleans())
def test_that_any_edits_one_after_the_other_do(edits: list[tuple[int, str]], look: bool) -> None:
    subject = many(3, 100)
    assert subject.fit is not None
    for row, what in edits:
        if what == "m":
            subject = with_point(subject, row, (row / 10.0, 1.0))
        elif what == "c":
            subject = with_class_of_points(subject, (row,), row % 3)
        elif what == "k":
            subject = with_chosen(subject, row)
        else:
            subject = with_way(subject, "lda" if subject.way == "softmax" else "softmax")
        assert not look or same(subject.fit, anew(subject))
    assert same(subject.fit, anew(subject))
    assert same(subject.trained_fit, subject.mean_loss.at(subject.trained))


def test_that_points_of_which_many_differ_are_computed_anew() -> None:
    one, other = of_twelve(), of_twelve()
    linear = Linear(np.ones((3, 2)), np.zeros(3))
    fit = one.at(linear)
    assert one.beside(one, linear, fit) is fit
    same_points = other.beside(one, linear, fit)
    assert same_points is not None
    assert same(same_points, fit)
    far = other.moved(other.points + 1.0, other.targets)
    assert far is not None
    assert far.beside(one, linear, fit) is None
    assert of_twelve(loss="brier").beside(one, linear, fit) is None
    assert same(far.at(linear), MeanLoss(one.points + 1.0, one.targets, one.settings).at(linear))


def test_that_a_chosen_point_changes_nothing_of_all_points() -> None:
    subject = many(3, 50)
    fit = subject.fit
    assert with_chosen(subject, 7).fit is fit


@given(
    st.lists(
        st.tuples(st.integers(0, 19), st.sampled_from([-9.0, -0.0, 0.0, 0.5, 9.0])),
        min_size=1,
        max_size=12,
    )
)
def test_that_the_farthest_is_known_wherever_points_have_moved(
    moves: list[tuple[int, float]],
) -> None:
    subject = many(3, 20)
    assert subject.fit is not None
    for row, x in moves:
        subject = with_point(subject, row, (x, -x))
        mean_loss = MeanLoss(subject.inputs, subject.targets, subject.settings)
        assert np.array_equal(subject.farthest, np.abs(subject.points).max(axis=0))
        assert np.array_equal(subject.mean_loss.farthest, mean_loss.farthest)
        assert same(subject.fit, mean_loss.at(subject.linear))


def test_that_zeros_of_both_signs_are_told_apart() -> None:
    points, targets = np.array([[0.0, 1.0], [2.0, 3.0]] * 4), np.eye(2)[[0, 1] * 4]
    mean_loss = MeanLoss(points, targets, ScalarSettings())
    moved = points.copy()
    moved[0, 0] = -0.0
    found = mean_loss.moved(moved, targets)

    assert found is not None
    assert np.signbit(found.of(np.array([0])).points[0, 0])
    fit, linear = mean_loss.at(Linear(np.eye(2), np.zeros(2))), Linear(np.eye(2), np.zeros(2))
    beside = found.beside(mean_loss, linear, fit)
    assert beside is not None
    assert same(beside, MeanLoss(moved, targets, ScalarSettings()).at(linear))


def test_that_a_fit_in_other_hands_stays_as_it_is() -> None:
    subject = many(3, 100)
    before, logits = subject.fit, subject.fit.logits.copy()
    moved = with_point(subject, 4, (7.0, 7.0))
    assert not np.array_equal(moved.fit.logits, logits)

    assert subject.fit is before
    assert np.array_equal(before.logits, logits)
    assert same(before, anew(subject))


def test_that_the_points_before_are_no_others_than_those_that_it_was_made_from() -> None:
    first = many(3, 100)
    assert first.fit is not None
    second = with_point(first, 4, (7.0, 7.0))
    assert second.fit is not None
    third, linear = with_point(second, 9, (7.0, 7.0)), first.linear
    # Of two moves one after the other, each is known by itself, and both are to be seen.
    for before in (first, second):
        found = third.mean_loss.beside(before.mean_loss, linear, anew(before))
        assert found is not None
        assert same(found, anew(third))
        owned = third.mean_loss.beside(before.mean_loss, linear, anew(before), is_own=True)
        assert owned is not None
        assert same(owned, anew(third))
