"""A class is the same class wherever it has gone."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model.class_matching import aligned, class_matching

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
