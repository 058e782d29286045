"""A step that puts very many classes into another order holds the order alone."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.samples import TIE
from tests.documents.steps.test_steps import _bits, _place, _written
from xentgui.documents.steps import order_change, subject_change
from xentgui.documents.steps import step as steps
from xentgui.documents.steps.order_change import OrderChange
from xentgui.documents.steps.step import EditStep
from xentgui.documents.subject_formats.bare_logits import order_between
from xentgui.model import State, default_labels
from xentgui.model import edits as edit
from xentgui.model.class_order import ascending
from xentgui.model.shared_names import inverse
from xentgui.model.subjects import BareLogits
from xentgui.model.subjects.classifier import Classifier

VOCABULARY = 50_257


def _many(count: int, seed: int = 0, *, colors: bool = False) -> State:
    """Return classes of which some have the same name, the same number, or are off."""
    rng = np.random.default_rng(seed)
    names = [f"token {k}" for k in rng.integers(0, 2 * count, count).tolist()]
    logits = rng.choice([-np.inf, -0.0, 0.0, *rng.normal(size=50)], count)
    logits[0] = 0.0
    numbers = rng.permutation(count).tolist() if colors else ()
    return State(names, logits, rng.random(count), colors=numbers)


def _shuffled(state: State, at: int, end: int, seed: int) -> State:
    order = np.arange(len(state.labels))
    np.random.default_rng(seed).shuffle(order[at:end])
    return edit.reorder_classes(state, order)


@given(
    st.integers(1001, 1300),
    st.lists(st.tuples(st.integers(0, 1300), st.integers(0, 1300)), min_size=1, max_size=4),
    st.booleans(),
    st.integers(0, 2**32 - 1),
)
def test_that_orders_are_undone_done_again_and_read_back_bit_for_bit(
    count: int, stretches: list[tuple[int, int]], colors: bool, seed: int
) -> None:
    states = [_many(count, seed, colors=colors)]
    for at, end in [(0, count), *(sorted(one) for one in stretches)]:
        states.append(_shuffled(states[-1], at, end, seed + len(states)))
    subjects = [BareLogits(state) for state in states]
    wanted = [_bits(subject) for subject in subjects]

    place = _place(subjects[0])
    done = []
    for old, new, bits in zip(subjects[:-1], subjects[1:], wanted[1:], strict=True):
        step = EditStep.between(old, new, 0, "Sort")
        read, there = steps.decode(_written(step), place)
        again, place = read.after(place), step.after(place)
        for one in (there, again, place):
            assert _bits(one.present.subject) == bits
        done.append((step, read))
    assert isinstance(done[0][0].change, OrderChange)
    for (step, read), bits in zip(reversed(done), reversed(wanted[:-1]), strict=True):
        assert _bits(read.before(place).present.subject) == bits
        place = step.before(place)
        assert _bits(place.present.subject) == bits


@pytest.mark.parametrize("key", ["z", "name"])
def test_that_sorting_a_vocabulary_writes_a_tenth_of_what_its_classes_take(key: str) -> None:
    state = _many(VOCABULARY)
    order = ascending(-state.logit_array) if key == "z" else state.picked_names.by_name
    after = edit.reorder_classes(state, order)

    step = EditStep.between(BareLogits(state), BareLogits(after), 0, "Sort")

    written = len(json.dumps(step.encode()))
    assert written < 3 * VOCABULARY
    assert written < 0.1 * (len(json.dumps(state.labels)) + 20 * 2 * VOCABULARY)


def test_that_more_classes_than_sixteen_bits_count_are_read_back() -> None:
    before = BareLogits(State(["a"] * 70_000, np.arange(70_000), [1.0] * 70_000))
    after = BareLogits(edit.reorder_classes(before.state, np.arange(70_000)[::-1]))

    step = EditStep.between(before, after, 0, "Sort")

    assert step.encode()["edit"]["bytes"] == 4
    read, there = steps.decode(_written(step), _place(before))
    assert _bits(there.present.subject) == _bits(after)
    assert _bits(read.before(there).present.subject) == _bits(before)


def test_that_only_the_stretch_that_moved_is_written() -> None:
    state = _many(20_000)
    after = _shuffled(state, 7_000, 8_500, 1)

    step = EditStep.between(BareLogits(state), BareLogits(after), 0, "Sort")

    assert step.encode()["edit"]["at"] >= 7_000
    assert len(json.dumps(step.encode())) < 3 * 1500


@pytest.mark.parametrize(
    "change",
    [
        lambda state: edit.with_logit(state, 7, 1.25),
        lambda state: edit.with_target(state, 7, 0.125),
        lambda state: edit.with_label(state, 7, "another"),
        lambda state: edit.with_setting(state, "temperature", 2.0),
        lambda state: State(
            state.labels, state.logits, state.target, colors=range(len(state.labels))
        ),
        lambda state: edit.remove_classes(state, [7]),
        lambda state: edit.duplicate_classes(state, [7]),
    ],
    ids=["logit", "target", "name", "setting", "colours", "one less", "one more"],
)
def test_that_an_order_with_another_change_is_no_order_alone(change: Any) -> None:
    before = BareLogits(_many(1500, colors=True))
    after = BareLogits(change(_shuffled(before.state, 0, 1500, 3)))

    step = EditStep.between(before, after, 0, "drag")

    assert not isinstance(step.change, OrderChange)
    assert _bits(step.after(_place(before)).present.subject) == _bits(after)
    assert _bits(step.before(_place(after)).present.subject) == _bits(before)
    _, there = steps.decode(_written(step), _place(before))
    assert _bits(there.present.subject) == _bits(after)


def test_that_few_classes_are_written_as_before() -> None:
    after = BareLogits(edit.reorder_classes(TIE.state, range(len(TIE.state.labels))[::-1]))

    assert "parts" in EditStep.between(TIE.subject, after, 0, "Sort").encode()["edit"]


def test_that_a_classifier_of_many_classes_is_put_into_order_and_back() -> None:
    rng, count = np.random.default_rng(5), 1100
    before = Classifier(
        labels=tuple(f"class {k}" for k in range(count)),
        points=rng.normal(size=(3, 2)),
        targets=np.eye(3, count),
        weights=rng.normal(size=(count, 2)),
        bias=rng.normal(size=count),
    )
    after = before.absorb(edit.reorder_classes(before.resolve(), rng.permutation(count)))

    step = EditStep.between(before, after, 0, "Sort")

    read, there = steps.decode(_written(step), _place(before))
    assert after != before
    assert step.after(_place(before)).present.subject == there.present.subject == after
    assert step.before(_place(after)).present.subject == before
    assert read.before(_place(after)).present.subject == before


def _order(numbers: list[int], kind: str = "<u2") -> dict[str, Any]:
    change = OrderChange(0, np.array(numbers, kind))
    return change.encode()


@pytest.mark.parametrize(
    "change",
    [
        _order([0, 1, 2, 3]),
        _order([0, 0, 2]),
        _order([0, 1, 3]),
        {**_order([1, 0]), "at": 2},
        {**_order([1, 0]), "at": -1},
        {**_order([1, 0]), "at": 0.0},
        {**_order([1, 0]), "bytes": 8},
        {**_order([1, 0]), "bytes": 4, "order": "AAAA"},
        {**_order([1, 0]), "order": "!"},
        {"order": None, "bytes": 2, "at": 0},
        {"order": _order([1, 0])["order"]},
    ],
)
def test_that_what_is_no_order_is_refused(change: dict[str, Any]) -> None:
    subject = BareLogits(State(("a", "b", "c"), (1, 2, 3), (1, 0, 0)))

    with pytest.raises((ValueError, TypeError, LookupError)):
        subject_change.decode(change, subject)


def test_that_an_order_of_a_subject_without_one_is_refused() -> None:
    two = Classifier(
        labels=("a", "b"), points=[[1]], targets=[[1, 0]], weights=[[1], [0]], bias=[0, 0]
    )

    with pytest.raises(ValueError, match="have no order"):
        order_change.decode(_order([1, 0]), two)


@given(st.permutations(range(6)), st.permutations(range(6)))
def test_that_the_order_between_two_states_is_found(one: list[int], other: list[int]) -> None:
    state = State(default_labels(6), range(6), range(6))
    before = edit.reorder_classes(state, one)
    after = edit.reorder_classes(before, other)

    found = order_between(before, after)

    assert found is not None
    assert found.tolist() == other
    assert edit.reorder_classes(after, inverse(found)) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda state: edit.with_logit(state, 0, 0.5),
        lambda state: edit.with_target(state, 1, 0.5),
        lambda state: edit.with_labels(state, ["x"]),
        lambda state: edit.with_setting(state, "label_smoothing", 0.5),
        lambda state: edit.remove_classes(state, [0]),
        lambda state: State(state.labels, state.logits, state.target),
    ],
    ids=["logit", "target", "name", "setting", "one less", "made anew"],
)
def test_that_anything_else_is_no_order(change: object) -> None:
    state = State(("a", "b", "c"), (1.0, 2.0, 0.0), (1, 0, 0))
    moved = edit.reorder_classes(state, [2, 0, 1])

    assert order_between(state, change(moved)) is None  # type: ignore[operator]
    assert order_between(state, moved) is not None
