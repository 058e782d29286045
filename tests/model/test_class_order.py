"""The order of classes against Python's own, for names of any letters and numbers with any ties."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model import State, edits
from xentgui.model.class_order import ascending, name_ranks
from xentgui.model.naming import most_bytes_of

# Letters whose case, bytes or blanks are not as simple as they look, and few of them: so they tie.
_LETTERS = st.sampled_from(
    [
        *"aAbB 01\t\n\x1c\x00",
        "\x85",
        "\xa0",
        "é",
        "É",
        "ß",
        "ſ",
        "İ",
        "词",
        "😀",
        "\ud83d",
        "\u3000",
        "１",
    ]
)
_NAMES = st.one_of(
    st.text(_LETTERS, max_size=20),
    st.text("ab", min_size=6, max_size=26),
    st.text("0123456789", min_size=1, max_size=24),
)
_NUMBERS = st.one_of(st.sampled_from([0.0, -0.0, 1.0, -math.inf]), st.floats(allow_nan=False))


def _python(labels: list[str]) -> list[int]:
    keys = [label.strip().casefold() for label in labels]
    if all(map(str.isdecimal, keys)):
        return sorted(range(len(keys)), key=[int(key) for key in keys].__getitem__)
    return sorted(range(len(keys)), key=keys.__getitem__)


@given(
    st.one_of(
        st.lists(one, min_size=2, max_size=12) for one in (_NAMES, st.text("0 7", min_size=1))
    )
)
def test_that_names_stand_in_the_order_of_pythons_sorting(labels: list[str]) -> None:
    assert ascending(name_ranks(labels)).tolist() == _python(labels)


@pytest.mark.parametrize("pattern", ["token {}", "{}", " {}\n", "a name that is longer {}"])
def test_that_many_names_stand_in_that_order_too(pattern: str) -> None:
    numbers = np.random.default_rng(4).integers(0, 3000, 4000).tolist()
    labels = [pattern.format(number) for number in numbers]

    assert ascending(name_ranks(labels)).tolist() == _python(labels)


@given(st.lists(_NUMBERS, min_size=1, max_size=60))
def test_that_numbers_ascend_and_tied_ones_keep_their_order(values: list[float]) -> None:
    given_ones = np.array(values)

    assert ascending(given_ones).tolist() == np.argsort(given_ones, kind="stable").tolist()


def test_that_a_new_order_keeps_what_is_known_of_the_names() -> None:
    state = State(["é", "b\x07", "c"], [1, 2, 3], [1, 0, 0])
    after = edits.reorder_classes(state, np.array([2, 0, 1]))

    assert after.labels == ("c", "é", "b\x07")
    assert after.label_bytes == state.label_bytes == most_bytes_of(after.labels) == 6 * 4
    fewer = edits.remove_classes(after, [2])
    assert fewer.label_bytes == most_bytes_of(fewer.labels) == 4 * 2
    renamed = edits.with_labels(after, ["owl"])
    assert renamed.picked_names.by_name.tolist() == [2, 0, 1]
    assert renamed.label_bytes == most_bytes_of(renamed.labels)


@pytest.mark.parametrize("order", [[0, 1], [0, 1, 1], [0, 1, 3], [-1, 0, 1], [0, 1, 2, 2]])
def test_that_an_array_that_is_no_order_is_refused(order: list[int]) -> None:
    state = State(["a", "b", "c"], [1, 2, 3], [1, 0, 0])

    with pytest.raises(ValueError, match="each of the"):
        edits.reorder_classes(state, np.array(order))
