"""What follows from points of which few have moved: as if everything were computed anew."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.classifier.samples import of_twelve
from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.mean_loss import Fit, MeanLoss
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.subjects import Classifier
from xentgui.model.subjects.on_classifier import (
    with_chosen,
    with_class_of_points,
    with_point,
    with_way,
)

RANDOM = np.random.default_rng(3)


def same(one: Fit, other: Fit) -> bool:
    ours, theirs = (*one[:4], *one.gradient), (*other[:4], *other.gradient)
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
