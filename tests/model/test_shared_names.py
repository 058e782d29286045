"""A state in another order shares its names, and is the same as one that was made anew."""

from __future__ import annotations

import copy
import pickle

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model import State, derive, edits
from xentgui.model.class_order import ascending, name_ranks
from xentgui.model.shared_names import PickedNames
from xentgui.model.state import parts_of

MANY = 1200


def _many(seed: int) -> State:
    rng = np.random.default_rng(seed)
    names = [
        f"{'bB '[k % 3]}{k % (700 if seed % 2 else MANY)}" for k in rng.permutation(MANY).tolist()
    ]
    return State(names, rng.normal(size=MANY), rng.random(MANY))


def _anew(state: State, order: np.ndarray) -> State:
    """Return the state with its classes in `order`, made from what a person has set."""
    picked = {
        key: [part[k] for k in order.tolist()] if isinstance(part, tuple) and part else part
        for key, part in parts_of(state).items()
    }
    colors = [state.color_of(k) for k in order.tolist()]
    return State(**{**picked, "colors": colors})


@given(st.integers(0, 2**32 - 1), st.integers(1, 3))
def test_that_another_order_is_the_state_made_anew(seed: int, times: int) -> None:
    rng = np.random.default_rng(seed)
    state = _many(seed)
    for _ in range(times):
        order = rng.permutation(MANY)
        expected, state = _anew(state, order), edits.reorder_classes(state, order)
        assert list(state.names) == list(expected.labels) == list(state.names[:])
        assert state.color_of(7) == expected.color_of(7)
        assert np.array_equal(state.colors_of(np.arange(MANY)), expected.colors)
        assert derive(state).loss == derive(expected).loss
        edited = edits.with_logit(state, 3, 1.5)
        assert edited.names == state.names
        assert edited == edits.with_logit(expected, 3, 1.5)
        assert state.label_bytes == expected.label_bytes
        order = ascending(name_ranks(expected.labels)).tolist()
        assert state.picked_names.by_name.tolist() == order
        assert (state.labels, state.colors) == (expected.labels, expected.colors)
        assert state == expected
        assert hash(state) == hash(expected)
        assert copy.deepcopy(state) == pickle.loads(pickle.dumps(state)) == expected  # noqa: S301


def test_that_names_that_are_picked_are_a_sequence() -> None:
    names = PickedNames.of(("a", "b", "c", "d")).in_order(np.array([3, 1, 0, 2]))

    assert len(names) == 4
    assert (names[0], names[-1], names[1:3]) == ("d", "c", ("b", "a"))
    assert list(reversed(names)) == ["c", "a", "b", "d"]
    assert names == names.in_order(np.arange(4))
    assert names != names.in_order(np.array([1, 0, 2, 3]))
    assert names != ("d", "b", "a", "c")
