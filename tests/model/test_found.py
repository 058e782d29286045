"""Classes are found by a part of their names as Python would find them, one name after the other."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model import State, edits
from xentgui.model.found import found_in
from xentgui.model.naming import visible

# Letters of one to four bytes, those that grow without capitals, blanks, and what has a sign.
_LETTERS = st.sampled_from([*"aAb ", "\0", "\n", "é", "É", "ß", "词", "😀", "\ud83d", "‿", "⏎"])
_NAMES = st.lists(st.text(_LETTERS, max_size=9), min_size=2, max_size=12)


def _python(labels: tuple[str, ...], text: str) -> list[int]:
    wanted = text.casefold()
    hits = [nth for nth, label in enumerate(labels) if wanted and wanted in label.casefold()]
    if wanted and not hits and not wanted.isalnum():
        hits = [nth for nth, label in enumerate(labels) if wanted in visible(label).casefold()]
    return hits


@given(_NAMES, st.text(_LETTERS, max_size=7), st.data())
def test_that_classes_are_found_as_python_finds_them(
    labels: list[str], text: str, data: st.DataObject
) -> None:
    if data.draw(st.booleans()):  # a part of a name, which is found nearly always
        name = data.draw(st.sampled_from(labels))
        text = name[len(name) // 3 :]
    names = tuple(labels)

    assert found_in(names, text).classes.tolist() == _python(names, text)


@given(st.sampled_from(["token 12", "oken", "9", "xyz", " ", "token 1234"]), st.integers(0, 99))
def test_that_many_are_found_in_any_order(text: str, seed: int) -> None:
    state = State([f"Token {k}" for k in range(1500)], range(1500), [1.0] * 1500)
    moved = edits.reorder_classes(state, np.random.default_rng(seed).permutation(1500))

    found = found_in(moved.names, text)

    assert found.classes.tolist() == _python(moved.labels, text)
    assert found.labels is moved.names is edits.with_logit(moved, 3, 9.5).names
