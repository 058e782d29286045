"""State: what is taken, what is refused and how that is said."""

from __future__ import annotations

import copy
import dataclasses
import math
import pickle
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model import InvalidStateError, State, default_labels, derive
from xentgui.model.edits import with_logit

INF, NAN = math.inf, math.nan
ANYTHING = st.one_of(
    st.floats(),
    st.integers(),
    st.just(10**400),
    st.none(),
    st.booleans(),
    st.text(max_size=3),
    st.binary(max_size=3),
    st.complex_numbers(),
    st.fractions(),
    st.decimals(),
    st.lists(st.floats(), max_size=3),
)
SEQUENCES = st.one_of(
    ANYTHING,
    st.lists(ANYTHING, max_size=4),
    st.lists(st.floats(-10, 10), min_size=2, max_size=3),
    st.sampled_from([np.eye(2), np.array(None), np.array(3.0), np.array(["1", "2"]), {"a": 1}]),
)


@pytest.mark.parametrize(
    "give",
    [
        list,
        tuple,
        np.array,
        iter,
        lambda row: np.array(row, dtype=np.longdouble),
        lambda row: np.array(row, dtype=object),
        lambda row: [np.float64(v) for v in row],
        lambda row: [Fraction(v) for v in row],
    ],
)
def test_that_any_sequence_becomes_a_tuple_of_plain_floats(give):
    state = State(
        ["a", "b", "c"],
        give([1, -2, 0]),
        give([0, 1, 0]),
        temperature=np.float64(2),
        label_smoothing=0,
    )

    assert state == State(
        ("a", "b", "c"), (1.0, -2.0, 0.0), (0.0, 1.0, 0.0), temperature=2.0, label_smoothing=0.0
    )
    for numbers in (state.logits, state.target, (state.temperature, state.label_smoothing)):
        assert type(numbers) is tuple
        assert {type(v) for v in numbers} == {float}
    assert state.logit_array.tolist() == [1.0, -2.0, 0.0]


def test_that_names_become_plain_strings_and_may_be_equal_or_empty():
    state = State(np.array(["cat", "cat", ""]), [0, 0, 0], [0, 0, 0])

    assert state.labels == ("cat", "cat", "")
    assert {type(name) for name in state.labels} == {str}


def test_that_minus_zero_is_zero():
    state = State(["a", "b"], [-0.0, -0.0], [-0.0, -0.0], temperature=-0.0, label_smoothing=-0.0)

    for number in (*state.logits, *state.target, state.temperature, state.label_smoothing):
        assert math.copysign(1.0, number) == 1.0


def test_that_the_legal_extremes_are_legal():
    State(["a", "b"], [-INF, 1e308], [0, 1e308], temperature=0, label_smoothing=1)
    State(["a", "b"], [-1e308, 5e-324], [0, 0], temperature=INF, label_smoothing=0)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (
            {"logits": [0, NAN]},
            "The logit of dog is NaN. Type a finite number, or −inf to switch the class off.",
        ),
        (
            {"logits": [INF, 0]},
            "The logit of cat is ∞. Type a finite number, or −inf to switch the class off.",
        ),
        (
            {"logits": [0, "two"]},
            "The logit of dog is “two”. Type a finite number, or −inf to switch the class off.",
        ),
        (
            {"logits": [0, "2"]},
            "The logit of dog is “2”. Type a finite number, or −inf to switch the class off.",
        ),
        (
            {"logits": [-INF, -INF]},
            "Every class would be switched off. Give at least one class a finite logit.",
        ),
        (
            {"target": [0, -0.5]},
            "The target of dog is −0.5. Type 0 or a positive finite number.",
        ),
        (
            {"target": [NAN, 0]},
            "The target of cat is NaN. Type 0 or a positive finite number.",
        ),
        (
            {"target": [0, INF]},
            "The target of dog is ∞. Type 0 or a positive finite number.",
        ),
        (
            {"target": [1.5e308, 1.7e308]},
            "The sum of the targets overflows. Type a smaller target than 1.7e+308 for dog.",
        ),
        (
            {"temperature": -1},
            "The temperature is −1. Type 0, a positive number or inf.",
        ),
        (
            {"temperature": NAN},
            "The temperature is NaN. Type 0, a positive number or inf.",
        ),
        (
            {"label_smoothing": 1.5},
            "The label smoothing is 1.5. Type a number from 0 to 1.",
        ),
        (
            {"labels": ["cat", 7]},
            "The name of class 2 is 7. Type some text.",
        ),
        (
            {"labels": "ab"},
            "The class names are “ab”. Give a list of names.",
        ),
        (
            {"labels": ["cat"], "logits": [0], "target": [1]},
            "Softmax needs at least two classes; there would be 1. Add a class.",
        ),
        (
            {"target": [1, 0, 0]},
            "There are 2 class names, 2 logits and 3 targets. Give every class one of each.",
        ),
        (
            {"logits": 3.0},
            "The numbers of the classes are 3. Give one list with a number for each class.",
        ),
        (
            {"labels": ["cat", " "], "logits": [0, NAN]},
            "The logit of ‿ is NaN. Type a finite number, or −inf to switch the class off.",
        ),
    ],
)
def test_that_what_is_refused_is_named_with_its_remedy(parts, sentence):
    legal = {"labels": ["cat", "dog"], "logits": [0.0, 0.0], "target": [1.0, 0.0]}

    with pytest.raises(InvalidStateError) as refusal:
        State(**(legal | parts))

    assert str(refusal.value) == sentence


@pytest.mark.parametrize("field", ["logits", "target"])
@pytest.mark.parametrize(
    "bad", [np.eye(2), [[1, 2], [3, 4]], [[1], [2, 3]], b"12", [1, None], [1j, 2]]
)
def test_that_what_is_no_list_of_numbers_is_refused(field, bad):
    legal = {"labels": ["cat", "dog"], "logits": [0.0, 0.0], "target": [1.0, 0.0]}

    with pytest.raises(InvalidStateError):
        State(**(legal | {field: bad}))


@given(SEQUENCES, SEQUENCES, SEQUENCES, ANYTHING, ANYTHING)
def test_that_bad_input_is_refused_in_one_way_only(labels, logits, target, temperature, smoothing):
    try:
        state = State(labels, logits, target, temperature=temperature, label_smoothing=smoothing)
    except InvalidStateError as refusal:
        said = str(refusal)
    else:
        derive(state)
        said = "taken"
    assert said


@given(st.lists(st.one_of(st.floats(), ANYTHING), min_size=2, max_size=4))
def test_that_whatever_numbers_are_typed_are_taken_or_refused(values):
    labels = default_labels(len(values))
    zeros = [0.0] * len(values)
    for parts in ((values, zeros), (zeros, values)):
        try:
            state = State(labels, *parts)
        except InvalidStateError:
            continue
        derive(state)


def test_that_a_state_cannot_be_changed_and_equal_states_are_equal():
    state = State(["a", "b"], [1, 2], [0, 1])
    twin = State(["a", "b"], (1.0, 2.0), np.array([0, 1]))

    assert state == twin
    assert hash(state) == hash(twin)
    assert state != State(["a", "b"], [1, 2], [0, 1], temperature=2.0)
    with pytest.raises(dataclasses.FrozenInstanceError):
        state.temperature = 2.0
    with pytest.raises(ValueError, match="read-only"):
        state.logit_array[0] = 5.0
    with pytest.raises(ValueError, match="WRITEABLE"):
        state.target_array.setflags(write=True)


def test_that_the_callers_array_stays_the_callers():
    logits = np.array([1.0, 2.0])
    state = State(["a", "b"], logits, [0, 1])

    logits[0] = 9.0

    assert state.logits == (1.0, 2.0)
    assert state.logit_array.tolist() == [1.0, 2.0]


def test_that_copies_are_equal_and_as_locked():
    state = State(["a", "b"], [1, -INF], [0.25, 1], temperature=0.5, label_smoothing=0.1)
    copies = [
        copy.copy(state),
        copy.deepcopy(state),
        pickle.loads(pickle.dumps(state)),  # noqa: S301
        dataclasses.replace(state),
    ]
    for twin in copies:
        assert twin == state
        assert not twin.logit_array.flags.writeable
        assert twin.target_sum == 1.25
    assert dataclasses.replace(state, temperature=2).temperature == 2.0


def test_that_the_caches_are_no_part_of_what_is_shown():
    shown = repr(State(["a", "b"], [1, 2], [0, 1]))

    assert shown.startswith("State(labels=('a', 'b'), logits=(1.0, 2.0), target=(0.0, 1.0), temp")
    assert "array" not in shown
    assert "_target_sum" not in shown


@pytest.mark.parametrize("count", [2, 3, 49, 98, 1000, 50_257])
def test_that_equal_shares_count_as_normalised(count):
    shares = State(default_labels(count), [0.0] * count, [1.0 / count] * count)

    assert shares.target_is_normalised
    assert not dataclasses.replace(
        shares, target=[1.0, 1e-12] + [0.0] * (count - 2)
    ).target_is_normalised
    assert not dataclasses.replace(shares, target=[0.0] * count).target_is_normalised


def test_that_what_an_edit_leaves_to_be_asked_for_is_the_same_as_what_is_set():
    edited = with_logit(State(["cat", "dog"], [1, 2], [0.25, 0.75]), 1, -3.5)

    assert edited == State(["cat", "dog"], [1, -3.5], [0.25, 0.75])
    assert edited != State(["cat", "dog"], [1, -3.25], [0.25, 0.75])
    assert edited.logits == (1.0, -3.5)
    assert [type(number) for number in edited.logits] == [float, float]
    assert edited.target == (0.25, 0.75)
    with pytest.raises(AttributeError, match="labelz"):
        edited.labelz  # noqa: B018
