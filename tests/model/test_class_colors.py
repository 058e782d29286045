"""A class keeps its colour, whatever is added, removed, reordered or pasted."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model import InvalidStateError, State, edits
from xentgui.model.class_colors import MOST, aligned, class_matching

THREE = State(["cat", "dog", "owl"], [2.33, -1.46, 0.56], [1, 0, 0])


def _color_by_name(state: State) -> dict[str, int]:
    return {label: state.color_of(k) for k, label in enumerate(state.labels)}


def test_that_a_state_whose_classes_never_moved_names_no_colours() -> None:
    assert THREE.colors == ()
    assert State(THREE.labels, THREE.logits, THREE.target, colors=[0, 1, 2]) == THREE
    assert edits.add_classes(THREE, ["emu"]).colors == ()
    assert edits.remove_classes(THREE, [2]).colors == ()


def test_that_the_others_keep_their_colours_when_a_class_is_removed() -> None:
    assert _color_by_name(edits.remove_classes(THREE, [0])) == {"dog": 1, "owl": 2}


def test_that_a_new_class_gets_a_colour_that_no_other_class_has() -> None:
    without = edits.remove_classes(THREE, [0])

    assert edits.add_classes(without, ["emu"]).colors == (1, 2, 0)
    assert edits.add_classes(THREE, ["emu"], 0).colors == (3, 0, 1, 2)
    assert edits.duplicate_classes(THREE, [0]).colors == (0, 3, 1, 2)


def test_that_moving_there_and_back_leaves_no_trace() -> None:
    there = edits.reorder_classes(THREE, [2, 0, 1])

    assert there.colors == (2, 0, 1)
    assert edits.reorder_classes(there, [1, 2, 0]) == THREE


def test_that_names_that_are_pasted_in_another_order_bring_their_colours() -> None:
    after = edits.with_names_moved(THREE, ["owl", "cat", "dog"])

    assert _color_by_name(after) == _color_by_name(THREE)


def test_that_a_class_with_a_new_name_keeps_its_colour() -> None:
    after = edits.with_names_moved(THREE, ["hen", "owl", "fox"])

    assert after.color_of(1) == THREE.color_of(2)
    assert len(set(after.colors)) == 3
    assert edits.with_labels(THREE, ["owl"]).colors == ()


def test_that_a_name_that_another_class_has_too_moves_no_colour() -> None:
    assert edits.with_names_moved(THREE, ["dog"]).colors == ()


@pytest.mark.parametrize("colors", [[0, 1], [0, -1, 2], [0, 1, MOST + 1], [0, 1, 0.5], 3, "abc"])
def test_that_what_is_no_colour_for_each_class_is_refused(colors: object) -> None:
    with pytest.raises(InvalidStateError, match="whole number from 0"):
        State(THREE.labels, THREE.logits, THREE.target, colors=colors)  # type: ignore[arg-type]


@given(st.data())
def test_that_a_class_keeps_its_colour_for_life(data: st.DataObject) -> None:
    """Names tell the classes apart here, so each edit can be looked at by name."""
    state, made = THREE, 0
    states = [state]
    for _ in range(data.draw(st.integers(1, 12))):
        count = len(state.labels)
        kind = data.draw(st.sampled_from(["add", "remove", "move"]))
        if kind == "add":
            at = data.draw(st.integers(0, count))
            made += 1
            state = edits.add_classes(state, [f"class {made}"], at)
        elif kind == "remove" and count > 2:
            state = edits.remove_classes(state, [data.draw(st.integers(0, count - 1))])
        else:
            state = edits.reorder_classes(state, data.draw(st.permutations(range(count))))
        states.append(state)

    for before, after in pairwise(map(_color_by_name, states)):
        assert {name: after[name] for name in before if name in after}.items() <= before.items()
        assert len(set(after.values())) == len(after)
    every = np.arange(len(state.labels))
    assert state.colors_of(every).tolist() == [state.color_of(k) for k in every.tolist()]


LABELS = st.lists(st.sampled_from("abcde"), min_size=2, max_size=8).map(tuple)


def test_that_removed_added_and_moved_classes_keep_their_counterpart() -> None:
    assert class_matching(("a", "c"), ("a", "b", "c")).tolist() == [0, 2]
    assert class_matching(("c", "a", "b"), ("a", "b", "c")).tolist() == [2, 0, 1]
    assert class_matching(("a", "a", "b"), ("a", "b")).tolist() == [0, -1, 1]


def test_that_a_renamed_class_is_where_it_was() -> None:
    assert class_matching(("a", "x", "c"), ("a", "b", "c")).tolist() == [0, 1, 2]


def test_that_a_value_without_counterpart_is_none() -> None:
    rows = class_matching(("new", "a"), ("a",))

    assert np.isnan(aligned(np.array([0.5]), rows)[0])
    assert aligned(np.array([0.5]), rows)[1] == 0.5


@given(LABELS, LABELS)
def test_that_no_class_is_the_counterpart_of_two(
    now: tuple[str, ...], then: tuple[str, ...]
) -> None:
    rows = class_matching(now, then)

    found = rows[rows >= 0].tolist()
    assert len(found) == len(set(found))
    assert all(now[row] == then[other] for row, other in enumerate(rows) if other >= 0) or len(
        now
    ) == len(then)


@given(LABELS)
def test_that_a_state_is_its_own_counterpart(labels: tuple[str, ...]) -> None:
    assert class_matching(labels, (*labels,)).tolist() == list(range(len(labels)))
