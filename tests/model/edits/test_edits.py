"""Edits: pure, exact about what they leave alone, and refused in one way only."""

from __future__ import annotations

import inspect
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.test_state import ANYTHING
from xentgui.model import InvalidStateError, State, derive, edits

INF, NAN = math.inf, math.nan
ARTICLE = State(["cat", "dog", "owl"], [2.33, -1.46, 0.56], [1, 0, 0])
SOFT = State(
    ["cat", "dog", "owl"], [2.0, -INF, 0.5], [0.5, 0.25, 0.25], temperature=0.5, label_smoothing=0.1
)
FUNCTIONS = {
    name: getattr(edits, name) for name in edits.__all__ if callable(getattr(edits, name, None))
}
FUNCTIONS.pop("Field", None)


def _fields(state: State) -> dict[str, object]:
    return {
        "labels": state.labels,
        "logits": state.logits,
        "target": state.target,
        "temperature": state.temperature,
        "label_smoothing": state.label_smoothing,
    }


@pytest.mark.parametrize("state", [ARTICLE, SOFT], ids=["article", "soft"])
@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (
            lambda s: edits.with_logit(s, 1, 4),
            {"logits": lambda s: (s.logits[0], 4.0, s.logits[2])},
        ),
        (lambda s: edits.with_logit(s, 2, -INF), {"logits": lambda s: (*s.logits[:2], -INF)}),
        (lambda s: edits.with_target(s, 0, 3), {"target": lambda s: (3.0, *s.target[1:])}),
        (lambda s: edits.with_label(s, 2, "emu"), {"labels": lambda _: ("cat", "dog", "emu")}),
        (
            lambda s: edits.with_values(s, "logits", 1, [7, 8]),
            {"logits": lambda s: (s.logits[0], 7.0, 8.0)},
        ),
        (
            lambda s: edits.with_values(s, "target", 0, np.array([7, 8])),
            {"target": lambda s: (7.0, 8.0, s.target[2])},
        ),
        (lambda s: edits.with_labels(s, ["x", "y"], 1), {"labels": lambda _: ("cat", "x", "y")}),
        (lambda s: edits.with_setting(s, "temperature", 3), {"temperature": lambda _: 3.0}),
        (lambda s: edits.with_setting(s, "temperature", INF), {"temperature": lambda _: INF}),
        (
            lambda s: edits.with_setting(s, "label_smoothing", 0.25),
            {"label_smoothing": lambda _: 0.25},
        ),
        (lambda s: edits.one_hot(s, 1), {"target": lambda _: (0.0, 1.0, 0.0)}),
        (edits.uniform_target, {"target": lambda _: (1 / 3, 1 / 3, 1 / 3)}),
        (edits.hardmax_target, {"target": lambda _: (1.0, 0.0, 0.0)}),
        (edits.normalised_target, {}),
    ],
)
def test_that_an_edit_changes_what_it_names_and_nothing_else(state, edit, changed):
    before = _fields(state)

    after = edit(state)

    assert _fields(state) == before
    assert _fields(after) == before | {name: value(state) for name, value in changed.items()}
    _assert_consistent(after)


def _assert_consistent(state: State) -> None:
    """Assert that the kept arrays and sum are what a fresh state would have."""
    fresh = State(
        state.labels,
        state.logits,
        state.target,
        colors=state.colors,
        temperature=state.temperature,
        label_smoothing=state.label_smoothing,
    )
    assert state == fresh
    assert state.logit_array.tobytes() == fresh.logit_array.tobytes()
    assert state.target_array.tobytes() == fresh.target_array.tobytes()
    assert state.target_sum == fresh.target_sum
    for array in (state.logit_array, state.target_array):
        with pytest.raises(ValueError, match="WRITEABLE"):
            array.setflags(write=True)


def test_that_what_is_not_touched_is_not_copied():
    colder = edits.with_setting(ARTICLE, "temperature", 0.5)
    assert colder.logit_array is ARTICLE.logit_array
    assert colder.target_array is ARTICLE.target_array
    moved = edits.with_logit(ARTICLE, 0, 1.0)
    assert moved.target_array is ARTICLE.target_array
    asked = edits.with_target(ARTICLE, 0, 0.5)
    assert asked.logit_array is ARTICLE.logit_array


def test_that_a_minus_sign_before_nothing_is_dropped():
    state = edits.with_values(ARTICLE, "target", 0, [-0.0])

    assert math.copysign(1.0, state.target[0]) == 1.0


def test_that_hardmax_target_shares_ties():
    tied = State(list("abcd"), [3, 1, 3, 3], [0, 0, 0, 0])

    assert edits.hardmax_target(tied).target == (1 / 3, 0.0, 1 / 3, 1 / 3)


@given(st.lists(st.floats(0, 1e300), min_size=2, max_size=60).filter(any))
def test_that_normalising_makes_the_sum_one_and_is_done_once(target):
    state = State([str(k) for k in range(len(target))], [0.0] * len(target), target)

    once = edits.normalised_target(state)

    assert once.target_is_normalised
    assert edits.normalised_target(once) is once


def test_that_nothing_cannot_be_normalised():
    nothing = State(["cat", "dog"], [0, 0], [0, 0])

    with pytest.raises(InvalidStateError, match="Every target is 0"):
        edits.normalised_target(nothing)


@given(
    st.lists(st.floats(0, 1e3, allow_subnormal=False), min_size=2, max_size=20),
    st.integers(0, 19),
    st.floats(0, 1),
)
def test_that_a_scaled_target_keeps_the_sum(target, k, share):
    state = State([str(k) for k in range(len(target))], [0.0] * len(target), target)
    k %= len(target)
    value = share * state.target_sum

    scaled = edits.with_target_scaled(state, k, value)

    assert scaled.target[k] == value
    assert scaled.target_sum == pytest.approx(state.target_sum, rel=1e-12)
    left = [v for i, v in enumerate(target) if i != k]
    now = [v for i, v in enumerate(scaled.target) if i != k]
    if any(left):
        np.testing.assert_allclose(
            np.array(now) * sum(left), np.array(left) * sum(now), rtol=1e-9, atol=1e-300
        )
    else:
        assert len(set(now)) == 1


def test_that_a_target_above_the_sum_takes_it_all():
    assert edits.with_target_scaled(SOFT, 0, 3).target == (3.0, 0.0, 0.0)
    assert edits.with_target_scaled(ARTICLE, 0, 0.4).target == pytest.approx((0.4, 0.3, 0.3))


def test_that_classes_are_added_neutral():
    assert edits.add_classes(ARTICLE, ["emu"]).labels == ("cat", "dog", "owl", "emu")
    first = edits.add_classes(SOFT, ["emu"], 0)
    assert first.labels == ("emu", "cat", "dog", "owl")
    assert first.logits == (0.0, *SOFT.logits)
    assert first.target == (0.0, *SOFT.target)
    several = edits.add_classes(SOFT, ["x", "y"], 1)
    assert several.logits == (2.0, 0.0, 0.0, -INF, 0.5)
    for state in (first, several, edits.add_classes(SOFT, [])):
        _assert_consistent(state)


def test_that_a_class_is_doubled_with_all_it_has():
    doubled = edits.duplicate_classes(SOFT, [0])

    assert doubled.labels == ("cat", "cat", "dog", "owl")
    assert doubled.logits == (2.0, 2.0, -INF, 0.5)
    assert doubled.target == (0.5, 0.5, 0.25, 0.25)
    _assert_consistent(doubled)
    several = edits.duplicate_classes(SOFT, (2, 0))
    assert several.labels == ("cat", "cat", "dog", "owl", "owl")
    _assert_consistent(several)
    assert edits.duplicate_classes(SOFT, []) == SOFT


def test_that_classes_are_removed_down_to_two():
    two = edits.remove_classes(SOFT, [1])

    assert two.labels == ("cat", "owl")
    assert two.logits == (2.0, 0.5)
    _assert_consistent(two)
    assert edits.remove_classes(SOFT, (1, 1)) == two
    assert edits.remove_classes(SOFT, []) == SOFT
    with pytest.raises(InvalidStateError, match="at least two classes; there would be 1"):
        edits.remove_classes(SOFT, [0, 2])
    off = State(["a", "b", "c"], [-INF, -INF, 0], [0, 0, 1])
    with pytest.raises(InvalidStateError, match="switched off"):
        edits.remove_classes(off, [2])


def test_that_an_order_names_every_class_once():
    moved = edits.reorder_classes(SOFT, [2, 0, 1])

    assert moved.labels == ("owl", "cat", "dog")
    assert moved.logits == (0.5, 2.0, -INF)
    assert moved.target == (0.25, 0.5, 0.25)
    _assert_consistent(moved)
    for wrong in ([0, 1], [0, 1, 1], [0, 1, 2, 2], [], [0, 1, 3], 5):
        with pytest.raises(InvalidStateError):
            edits.reorder_classes(SOFT, wrong)


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (
            lambda: edits.with_logit(ARTICLE, 1, NAN),
            "The logit of dog is NaN. Type a finite number, or −inf to switch the class off.",
        ),
        (
            lambda: edits.with_values(ARTICLE, "target", 1, [0, -1]),
            "The target of owl is −1. Type 0 or a positive finite number.",
        ),
        (
            lambda: edits.with_values(ARTICLE, "logits", 0, [-INF] * 3),
            "Every class would be switched off. Give at least one class a finite logit.",
        ),
        (
            lambda: edits.with_values(ARTICLE, "logits", 1, [1, 2, 3]),
            "3 values from class 2 on do not fit 3 classes. Paste fewer values, or add classes first.",
        ),
        (
            lambda: edits.with_values(ARTICLE, "moon", 1, [1]),
            "There are no values called “moon”. Use logits or target.",
        ),
        (
            lambda: edits.with_labels(ARTICLE, ["x", None], 1),
            "The name of class 3 is “None”. Type some text.",
        ),
        (
            lambda: edits.with_target(edits.with_target(ARTICLE, 0, 1e308), 1, 1.7e308),
            "The sum of the targets overflows. Type a smaller target than 1.7e+308 for dog.",
        ),
        (
            lambda: edits.duplicate_classes(edits.with_target(ARTICLE, 0, 1e308), [0]),
            "The sum of the targets overflows. Type a smaller target than 1e+308 for cat.",
        ),
        (
            lambda: edits.one_hot(ARTICLE, 3),
            "There is no class 4. Choose one of the 3 classes.",
        ),
        (
            lambda: edits.one_hot(ARTICLE, -1),
            "There is no class 0. Choose one of the 3 classes.",
        ),
        (
            lambda: edits.with_probability(ARTICLE, 1, 1.5),
            "The probability of dog is 1.5. Type a number from 0 to 1.",
        ),
        (
            lambda: edits.with_information(ARTICLE, 1, -1),
            "The information of dog is −1. Type 0 or a positive number.",
        ),
    ],
)
def test_that_a_refused_edit_says_why(edit, sentence):
    with pytest.raises(InvalidStateError) as refusal:
        edit()

    assert str(refusal.value) == sentence


@pytest.mark.turns
@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.data())
def test_that_every_edit_refuses_in_one_way_only(name, data):
    function = FUNCTIONS[name]
    _, *others = inspect.signature(function).parameters.values()
    small = st.integers(-1, 4)
    given_ones = [
        data.draw(st.one_of(small, st.lists(small, max_size=4), ANYTHING), label=parameter.name)
        for parameter in others
    ]
    try:
        after = function(SOFT, *given_ones)
    except InvalidStateError as refusal:
        said = str(refusal)
    else:
        _assert_consistent(after)
        derive(after)
        said = "done"
    assert said
