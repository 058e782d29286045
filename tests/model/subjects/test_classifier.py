"""A classifier as a subject: its state is that of the chosen point, and every edit knows its place."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.classifiers import LARGE, OFF, SMALL
from xentgui.model import State, edits
from xentgui.model.checks import InvalidStateError
from xentgui.model.classifier.training import Trainer, Training, begin
from xentgui.model.message import RefusedError
from xentgui.model.settings_of_state import SETTINGS, ScalarSettings
from xentgui.model.subjects import BareLogits, OnState, on_classifier
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.classifier_parts import PARTS
from xentgui.model.subjects.on_classifier import OnClassifier

GIVEN: dict[str, Any] = {
    "labels": ("a", "b"),
    "points": [(1.0, 2.0), (3.0, 4.0)],
    "targets": [(1, 0), (0, 1)],
    "weights": [(1.0, 0.5), (0.0, -1.0)],
    "bias": (0.25, 0.0),
}


def _changed(before: Classifier, after: Classifier) -> set[str]:
    return {
        name for name in PARTS if not np.array_equal(getattr(before, name), getattr(after, name))
    }


# What follows


def test_that_its_state_is_that_of_the_chosen_point() -> None:
    state = SMALL.resolve()

    expected = np.array(SMALL.weights) @ SMALL.points[2] + SMALL.bias
    assert state.logits == pytest.approx(expected.tolist(), rel=1e-14)
    assert state.target == (0.5, 0.25, 0.0)
    assert (state.labels, state.colors) == (SMALL.labels, SMALL.colors)
    assert ScalarSettings.of(state) == SMALL.settings
    assert SMALL.resolve() is state


def test_that_the_numbers_of_all_points_are_those_of_each_state() -> None:
    for number in range(len(SMALL.points)):
        state = on_classifier.with_chosen(SMALL, number).resolve()
        assert SMALL.fit.logits[number].tolist() == list(state.logits)


def test_that_equal_parts_are_equal_and_every_part_counts() -> None:
    again = Classifier(**{name: getattr(SMALL, name) for name in PARTS})
    assert again == SMALL
    assert BareLogits(SMALL.resolve()) != SMALL
    others: dict[str, Any] = {
        "labels": ("cat", "dog", "emu"),
        "colors": (),
        "input_names": ("length", "height"),
        "points": SMALL.points + 1.0,
        "targets": np.eye(3)[[0, 0, 0, 0]],
        "weights": SMALL.weights * 2.0,
        "bias": SMALL.bias + 1.0,
        "chosen": 1,
        "settings": ScalarSettings(),
        "features": ("x1", "x1^2"),
        "way": "lda",
    }
    for name in PARTS:
        assert SMALL.replaced(**{name: others[name]}) != SMALL, name


def test_that_its_arrays_cannot_be_written_to() -> None:
    for subject in (SMALL, SMALL.replaced(bias=np.zeros(3))):
        for name in ("points", "targets", "weights", "bias"):
            with pytest.raises(ValueError, match="read-only"):
                getattr(subject, name)[0] = 1.0


def test_that_what_stays_the_same_is_shared() -> None:
    moved = on_classifier.with_bias(LARGE, 0, 1.0)
    assert moved.points is LARGE.points
    assert moved.targets is LARGE.targets


def test_that_what_is_kept_is_worked_out_anew_where_it_changes() -> None:
    before = SMALL.fit.loss, SMALL.farthest
    changed: list[Classifier] = [
        SMALL.replaced(points=SMALL.points * 2.0),
        SMALL.replaced(targets=np.eye(3)[[0, 0, 0, 0]]),
        SMALL.replaced(settings=ScalarSettings()),
        SMALL.replaced(weights=SMALL.weights * 2.0),
        SMALL.replaced(bias=SMALL.bias * 2.0),
    ]
    for one in changed:
        again = Classifier(**{name: getattr(one, name) for name in PARTS})
        assert one.fit.loss == again.fit.loss != before[0]
        assert one.farthest.tolist() == again.farthest.tolist()
    assert changed[3].mean_loss is SMALL.mean_loss


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"points": []}, "A classifier needs at least one point. Add a point."),
        ({"points": [(1, 2), (3,)]}, "Give a row for each point, with a number for each input."),
        ({"points": "two"}, "The points are “two”. Give a row for each point"),
        ({"points": [1.0, 2.0]}, "Give a row for each point"),
        ({"points": [(1, 2), (3, math.nan)]}, "Point 2 has NaN for x2. Type a finite number."),
        ({"points": [(1, 2), (math.inf, 3)]}, "Point 2 has ∞ for x1. Type a finite number."),
        ({"targets": [(1, 0)]}, "2 points and 2 classes do not fit the targets, “1 × 2”."),
        ({"targets": [(1, 0), (0, -1)]}, "The target of b is −1. Type 0 or a positive"),
        ({"targets": [(1, 0), (1e308, 1e308)]}, "The sum of the targets overflows."),
        ({"weights": [(1, 2)]}, "2 classes and 2 inputs do not fit the weights, “1 × 2”."),
        ({"weights": [(1, 2), (math.nan, 0)]}, "The weight of b for x1 is NaN."),
        ({"bias": (0, math.inf)}, "The bias of b is ∞. Type a finite number, or −inf"),
        ({"bias": (0,)}, "2 classes do not fit the biases, “1”. Give a number for each class."),
        ({"bias": (-math.inf, -math.inf)}, "Every class would be switched off."),
        ({"weights": [(1e308, 1e308), (0, 0)]}, "The logits of some point would overflow."),
        ({"chosen": 2}, "There is no point 3. Choose one of the 2 points."),
        (
            {"input_names": ("x",)},
            "The inputs are called “x”. Give a name for each of the 2 inputs",
        ),
        ({"labels": ("a",)}, "Softmax needs at least two classes"),
    ],
)
def test_that_what_is_no_classifier_is_refused(wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InvalidStateError) as refused:
        Classifier(**GIVEN | wrong)
    assert sentence in str(refused.value)


# What is edited elsewhere: logits, target, settings, classes


def _absorbed(change: Callable[[State], State], subject: Classifier = SMALL) -> Classifier:
    after = OnState(change)(subject)
    assert isinstance(after, Classifier)
    return after


def test_that_a_logit_moves_the_bias_of_its_class() -> None:
    after = _absorbed(lambda state: edits.with_logit(state, 1, 3.0))
    assert after.resolve().logits[1] == 3.0
    assert _changed(SMALL, after) == {"bias"}
    assert (after.bias != SMALL.bias).tolist() == [False, True, False]
    assert after.fit.logits[:, 1] - SMALL.fit.logits[:, 1] == pytest.approx(
        np.full(4, after.bias[1] - SMALL.bias[1])
    )


@given(st.floats(-1e6, 1e6), st.integers(0, 2))
def test_that_a_logit_is_what_was_asked_for_and_comes_back_bit_for_bit(
    value: float, k: int
) -> None:
    before = SMALL.resolve()
    there = SMALL
    for step in (value, value / 3.0, value):
        there = there.absorb(edits.with_logit(there.resolve(), k, step))
        # A logit that is much smaller than W x has the digits that their sum leaves to it.
        assert abs(there.resolve().logits[k] - step) <= 2.0**-51
    back = there.absorb(edits.with_logit(there.resolve(), k, before.logits[k]))
    assert back == SMALL


def test_that_a_class_is_switched_off_and_on_by_its_bias() -> None:
    off = _absorbed(lambda state: edits.with_logit(state, 0, -math.inf))
    assert off.bias[0] == -math.inf
    assert _absorbed(lambda state: edits.with_logit(state, 0, 2.5), off).resolve().logits[0] == 2.5


def test_that_a_target_is_that_of_the_chosen_point() -> None:
    after = _absorbed(lambda state: edits.one_hot(state, 2))
    assert _changed(SMALL, after) == {"targets"}
    assert after.targets.tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1]]


def test_that_every_setting_is_taken() -> None:
    for key in SETTINGS:
        other = getattr(ScalarSettings(), key)
        after = _absorbed(lambda state, key=key, other=other: edits.with_setting(state, key, other))
        assert getattr(after.settings, key) == other
        assert _changed(SMALL, after) <= {"settings"}


def test_that_names_are_taken() -> None:
    after = _absorbed(lambda state: edits.with_label(state, 0, "hen"))
    assert (after.labels, _changed(SMALL, after)) == (("hen", "dog", "owl"), {"labels"})


def test_that_a_state_that_is_the_same_changes_nothing() -> None:
    assert _absorbed(lambda state: state) is SMALL
    assert _absorbed(lambda state: edits.with_logit(state, 0, state.logits[0])) == SMALL


def test_that_rows_move_with_their_classes() -> None:
    order = [2, 0, 1]
    after = _absorbed(lambda state: edits.reorder_classes(state, order))
    for name in ("weights", "bias"):
        assert getattr(after, name).tolist() == getattr(SMALL, name)[order].tolist()
    assert after.targets.tolist() == SMALL.targets[:, order].tolist()
    assert (after.labels, after.colors) == (("owl", "cat", "dog"), (5, 0, 2))
    again = _absorbed(lambda state: edits.reorder_classes(state, [1, 2, 0]), after)
    assert again == SMALL


def test_that_a_new_class_has_no_weights_and_no_points() -> None:
    after = _absorbed(lambda state: edits.add_classes(state, ["hen"], 1))
    assert after.labels == ("cat", "hen", "dog", "owl")
    assert after.weights[1].tolist() == [0.0, 0.0]
    assert after.bias[1] == 0.0
    assert not after.targets[:, 1].any()
    kept = [0, 2, 3]
    assert after.weights[kept].tolist() == SMALL.weights.tolist()
    assert after.targets[:, kept].tolist() == SMALL.targets.tolist()


def test_that_a_copy_of_a_class_has_its_weights() -> None:
    after = _absorbed(lambda state: edits.duplicate_classes(state, [1]))
    assert after.weights[[1, 2]].tolist() == [SMALL.weights[1].tolist()] * 2
    assert after.bias[[1, 2]].tolist() == [SMALL.bias[1]] * 2
    assert after.targets[:, 2].tolist() == SMALL.targets[:, 1].tolist()


def test_that_a_class_with_points_is_not_removed_unasked() -> None:
    with pytest.raises(InvalidStateError, match=r"The class dog still has points: 2\."):
        _absorbed(lambda state: edits.remove_classes(state, [1]))


def test_that_a_class_without_points_is_removed() -> None:
    assert _absorbed(lambda state: edits.remove_classes(state, [2]), OFF) == Classifier(
        labels=("a", "b"),
        points=OFF.points,
        targets=np.eye(2),
        weights=np.zeros((2, 1)),
        bias=(0.0, 1.0),
    )


def test_that_classes_of_one_colour_cannot_be_told_apart() -> None:
    alike = SMALL.replaced(colors=(1, 1, 1))
    with pytest.raises(InvalidStateError, match="Two classes have the same colour"):
        _absorbed(
            lambda state: edits.reorder_classes(edits.add_classes(state, ["x"]), range(4)), alike
        )


# Its own edits


def test_that_points_are_chosen_moved_added_and_removed() -> None:
    chosen = on_classifier.with_chosen(SMALL, 3)
    assert (chosen.chosen, _changed(SMALL, chosen)) == (3, {"chosen"})
    assert on_classifier.with_chosen(SMALL, 2) is SMALL

    moved = on_classifier.with_point(SMALL, 1, (5.0, 6.0))
    assert _changed(SMALL, moved) == {"points"}
    assert moved.points[1].tolist() == [5.0, 6.0]
    assert on_classifier.with_point(moved, 1, SMALL.points[1]) == SMALL

    shifted = on_classifier.with_points_moved(SMALL, [0, 3], (1.0, -1.0))
    assert (shifted.points - SMALL.points).tolist()[::3] == [[1.0, -1.0], [1.0, -1.0]]
    assert shifted.points[1:3].tolist() == SMALL.points[1:3].tolist()

    more = on_classifier.with_points_added(SMALL, [(7.0, 8.0)], [(0, 1, 0)], 1)
    assert more.points.tolist() == np.insert(SMALL.points, 1, (7.0, 8.0), axis=0).tolist()
    assert (more.targets[1].tolist(), more.chosen) == ([0, 1, 0], 3)
    assert on_classifier.without_points(more, [1]) == SMALL
    for at, chosen in ((None, 2), (3, 2), (2, 3), (0, 3)):
        more = on_classifier.with_points_added(SMALL, [(7.0, 8.0)], [(0, 1, 0)], at)
        assert more.chosen == chosen


@pytest.mark.parametrize(
    ("removed", "chosen"), [([0], 1), ([2], 2), ([3], 2), ([2, 3], 1), ([0, 1, 3], 0)]
)
def test_that_the_chosen_point_stays_or_gives_way_to_the_next(
    removed: list[int], chosen: int
) -> None:
    fewer = on_classifier.without_points(SMALL, removed)
    assert fewer.chosen == chosen
    assert len(fewer.points) == 4 - len(removed)


def test_that_points_get_classes_and_targets() -> None:
    after = on_classifier.with_class_of_points(SMALL, [0, 2], 1)
    assert after.targets.tolist() == [[0, 1, 0], [0, 1, 0], [0, 1, 0], [0, 0, 1]]
    after = on_classifier.with_target_of_point(SMALL, 0, (0.1, 0.2, 0.7))
    assert after.targets[0].tolist() == [0.1, 0.2, 0.7]
    assert _changed(SMALL, after) == {"targets"}


def test_that_weights_and_biases_are_set() -> None:
    after = on_classifier.with_weight(SMALL, 1, 0, 9.0)
    assert (after.weights[1, 0], _changed(SMALL, after)) == (9.0, {"weights"})
    after = on_classifier.with_bias(SMALL, 1, 9.0)
    assert (after.bias[1], _changed(SMALL, after)) == (9.0, {"bias"})


def test_that_a_class_goes_with_its_points_if_asked() -> None:
    after = on_classifier.without_classes_and_points(SMALL, [0])
    assert after.labels == ("dog", "owl")
    assert after.points.tolist() == SMALL.points[[1, 3]].tolist()
    assert after.targets.tolist() == [[1, 0], [0, 1]]
    assert after.weights.tolist() == SMALL.weights[1:].tolist()


def test_that_a_step_of_training_and_a_hand_compose() -> None:
    """A point that is dragged while it trains keeps its place, and the weights keep theirs."""
    trainer = Trainer(LARGE.mean_loss, Training(rate=0.5))
    place = trainer.step(begin(LARGE.linear))
    both = on_classifier.with_point(on_classifier.with_linear(LARGE, place.linear), 7, (9.0, 9.0))
    swapped = on_classifier.with_linear(
        on_classifier.with_point(LARGE, 7, (9.0, 9.0)), place.linear
    )
    assert both == swapped
    assert both.weights is not LARGE.weights


EDITS: dict[str, Callable[[Classifier], Classifier]] = {
    "There is no point 5. Choose one of the 4 points.": lambda s: on_classifier.with_chosen(s, 4),
    "There is no point 0. Choose one": lambda s: on_classifier.with_point(s, -1, (0, 0)),
    "There is no point “one”. Choose one": lambda s: on_classifier.with_chosen(s, "one"),  # type: ignore[arg-type]
    "A point has 2 inputs, and 3 are given.": lambda s: on_classifier.with_point(s, 0, (0, 0, 0)),
    "Point 4 has NaN for width.": lambda s: on_classifier.with_point(s, 3, (0, math.nan)),
    "Point 1 has ∞ for length.": lambda s: on_classifier.with_points_moved(
        on_classifier.with_point(s, 0, (1.5e308, 0)), [0], (1.5e308, 0)
    ),
    "needs at least one point. Add another": lambda s: on_classifier.without_points(s, range(4)),
    "There is no class 4": lambda s: on_classifier.with_class_of_points(s, [0], 3),
    "The target of dog is −1.": lambda s: on_classifier.with_target_of_point(s, 0, (1, -1, 0)),
    "There is no input 3. Choose one": lambda s: on_classifier.with_weight(s, 0, 2, 1.0),
    "The weight of cat for width is NaN": lambda s: on_classifier.with_weight(s, 0, 1, math.nan),
    "The bias of owl is NaN.": lambda s: on_classifier.with_bias(s, 2, math.nan),
    "Softmax needs at least two classes": lambda s: on_classifier.without_classes_and_points(
        s, [0, 1]
    ),
}


@pytest.mark.parametrize("sentence", EDITS)
def test_that_edits_are_refused_with_a_sentence(sentence: str) -> None:
    with pytest.raises(InvalidStateError) as refused:
        OnClassifier(EDITS[sentence])(SMALL)
    assert sentence in str(refused.value)


def test_that_other_subjects_refuse_its_edits() -> None:
    with pytest.raises(RefusedError, match="Only a classifier has points"):
        OnClassifier(lambda s: on_classifier.with_chosen(s, 0))(BareLogits(SMALL.resolve()))
