"""One door for changes, one way for data, and always a way back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from xentgui.documents.store import Store
from xentgui.model import State
from xentgui.model.view import View

OPENING = State(("a", "b", "c"), (2.33, -1.46, 0.56), (1, 0, 0))


def _warmer(temperature: float) -> State:
    return replace(OPENING, temperature=temperature)


@pytest.fixture
def store(qapp: object) -> Store:
    return Store(OPENING)


def test_that_an_edit_is_derived_told_once_and_undone(store: Store, qtbot: QtBot) -> None:
    with qtbot.waitSignal(store.changed, timeout=0) as changed:
        store.edit(_warmer(2.0), "Temperature")

    assert changed.args[0] is store.snapshot
    assert store.snapshot.state == _warmer(2.0)
    assert store.history.undoText() == "Temperature"
    store.history.undo()
    assert store.snapshot.state is OPENING


def test_that_an_edit_to_the_same_is_no_step(store: Store) -> None:
    store.edit(replace(OPENING), "Nothing")

    assert store.history.count() == 0


def test_that_a_gesture_is_one_step(store: Store) -> None:
    store.begin_gesture("Drag")
    for temperature in (1.5, 2.0, 3.0):
        store.edit(_warmer(temperature), "Drag")
        assert store.history.count() == 0
        assert store.snapshot.state.temperature == temperature
    store.end_gesture()

    assert store.history.count() == 1
    store.history.undo()
    assert store.snapshot.state is OPENING
    store.history.redo()
    assert store.snapshot.state.temperature == 3.0


def test_that_a_cancelled_gesture_never_was(store: Store) -> None:
    store.begin_gesture("Drag")
    store.edit(_warmer(5.0), "Drag")
    store.cancel_gesture()

    assert store.snapshot.state is OPENING
    assert store.history.count() == 0
    assert not store.in_gesture


def test_that_a_gesture_that_comes_back_is_no_step(store: Store) -> None:
    store.begin_gesture("Drag")
    store.edit(_warmer(5.0), "Drag")
    store.edit(_warmer(1.0), "Drag")
    store.end_gesture()

    assert store.history.count() == 0


def test_that_a_listener_may_not_edit(store: Store, qtbot: QtBot) -> None:
    refused: list[str] = []

    def listen(_snapshot: object) -> None:
        try:
            store.edit(_warmer(9.0), "Echo")
        except RuntimeError as error:
            refused.append(str(error))

    store.changed.connect(listen)
    store.edit(_warmer(2.0), "Temperature")

    assert refused == ["'Echo' was asked for by a listener of a change"]
    assert store.snapshot.state.temperature == 2.0


def test_that_a_view_is_told_and_is_no_step(store: Store, qtbot: QtBot) -> None:
    with qtbot.waitSignal(store.view_changed, timeout=0):
        store.show(View(unit="bits"))
    with qtbot.assertNotEmitted(store.view_changed):
        store.show(View(unit="bits"))

    assert store.history.count() == 0


def test_that_opening_forgets_the_history(store: Store) -> None:
    store.edit(_warmer(2.0), "Temperature")
    store.open(OPENING)

    assert not store.history.canUndo()
    assert store.snapshot.state is OPENING


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.floats(0.1, 10)),
        st.tuples(st.just("gesture"), st.floats(0.1, 10)),
        st.tuples(st.just("end"), st.none()),
        st.tuples(st.just("cancel"), st.none()),
    ),
    max_size=30,
)


@given(STEPS)
def test_that_undo_to_the_start_restores_every_bit(steps: list[tuple[str, float | None]]) -> None:
    store = Store(OPENING)
    for kind, temperature in steps:
        if kind == "gesture":
            store.begin_gesture("Drag")
        if temperature is not None:
            store.edit(_warmer(temperature), kind)
        elif kind == "end":
            store.end_gesture()
        else:
            store.cancel_gesture()
    store.end_gesture()
    last = store.snapshot.state

    while store.history.canUndo():
        store.history.undo()
    assert store.snapshot.state == OPENING
    while store.history.canRedo():
        store.history.redo()
    assert store.snapshot.state == last
