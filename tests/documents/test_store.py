"""One door for changes, one way for data, and always a way back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from xentgui.documents.store import Store
from xentgui.model import State
from xentgui.model.edits import with_logit, with_setting
from xentgui.model.subjects import BareLogits, OnState, difference, to_state
from xentgui.model.view import View

OPENING = State(("a", "b", "c"), (2.33, -1.46, 0.56), (1, 0, 0))


HAND = object()


def _warmer(temperature: float) -> OnState:
    return OnState(lambda state: with_setting(state, "temperature", temperature))


@pytest.fixture
def store(qapp: object) -> Store:
    return Store(BareLogits(OPENING))


def test_that_an_edit_is_derived_told_once_and_undone(store: Store, qtbot: QtBot) -> None:
    with qtbot.waitSignal(store.changed, timeout=0) as changed:
        store.edit(_warmer(2.0), "Temperature")

    assert changed.args[0] is store.snapshot
    assert store.snapshot.state == replace(OPENING, temperature=2.0)
    assert store.history.undoText() == "Temperature"
    store.history.undo()
    assert store.snapshot.state == OPENING


def test_that_an_edit_to_the_same_is_no_step(store: Store) -> None:
    store.edit(to_state(replace(OPENING)), "Nothing")

    assert store.history.count() == 0


def test_that_a_gesture_is_one_step(store: Store) -> None:
    gesture = store.begin(HAND, "Drag")
    for temperature in (1.5, 2.0, 3.0):
        gesture.edit(_warmer(temperature))
        assert store.history.count() == 0
        assert store.snapshot.state.temperature == temperature
    gesture.end()

    assert store.history.count() == 1
    store.history.undo()
    assert store.snapshot.state == OPENING
    store.history.redo()
    assert store.snapshot.state.temperature == 3.0


def test_that_a_cancelled_gesture_never_was(store: Store) -> None:
    gesture = store.begin(HAND, "Drag")
    gesture.edit(_warmer(5.0))
    gesture.cancel()

    assert store.snapshot.state == OPENING
    assert store.history.count() == 0
    assert store.gesture is None


def test_that_undo_during_a_gesture_puts_it_back_first(store: Store) -> None:
    store.edit(_warmer(2.0), "Temperature")
    gesture = store.begin(HAND, "Drag")
    gesture.edit(_warmer(5.0))

    store.history.undo()

    assert not gesture.is_open
    assert store.snapshot.state == OPENING
    store.history.redo()
    assert store.snapshot.state == replace(OPENING, temperature=2.0)


def test_that_a_gesture_that_comes_back_is_no_step(store: Store) -> None:
    gesture = store.begin(HAND, "Drag")
    gesture.edit(_warmer(5.0))
    gesture.edit(_warmer(1.0))
    gesture.end()

    assert store.history.count() == 0


def _steps(store: Store) -> list[str]:
    return [store.history.text(step) for step in range(store.history.count())]


@pytest.mark.always
@pytest.mark.parametrize("other", [None, object()])
def test_that_an_edit_of_another_hand_is_a_step_of_its_own(
    store: Store, other: object | None
) -> None:
    gesture = store.begin(HAND, "Drag")
    gesture.edit(_warmer(5.0))

    store.edit(OnState(lambda state: with_logit(state, 0, 7.0)), "Table", other)

    assert _steps(store) == ["Drag", "Table"]
    assert not gesture.is_open
    assert not gesture.edit(_warmer(9.0))
    gesture.end()
    gesture.cancel()
    assert _steps(store) == ["Drag", "Table"]
    assert store.snapshot.state.temperature == 5.0
    store.history.undo()
    assert store.snapshot.state == replace(OPENING, temperature=5.0)


def test_that_a_gesture_of_another_hand_ends_the_one_before(store: Store) -> None:
    first = store.begin(HAND, "Drag")
    first.edit(_warmer(5.0))

    second = store.begin(object(), "Train")
    second.edit(_warmer(6.0))
    second.cancel()

    assert _steps(store) == ["Drag"]
    assert store.snapshot.state.temperature == 5.0


def test_that_one_hand_that_begins_twice_makes_one_step(store: Store) -> None:
    store.begin(HAND, "Drag").edit(_warmer(5.0))
    store.begin(HAND, "Drag").edit(_warmer(6.0))
    store.end_gesture()

    assert _steps(store) == ["Drag"]


def test_that_an_edit_is_applied_to_what_there_is_now(store: Store) -> None:
    began = store.snapshot.state
    pull = difference(began, with_logit(began, 0, 7.0))
    store.edit(_warmer(5.0), "Train")
    store.edit(OnState(lambda state: with_logit(state, 1, 8.0)), "Train")

    store.edit(pull, "Drag")

    assert store.snapshot.state == State(
        OPENING.labels, (7.0, 8.0, 0.56), (1, 0, 0), temperature=5.0
    )


def test_that_a_refused_edit_is_told_and_changes_nothing(store: Store, qtbot: QtBot) -> None:
    gesture = store.begin(HAND, "Drag")
    gesture.edit(_warmer(5.0))

    with qtbot.waitSignal(store.refused, timeout=0) as refused:
        assert not gesture.edit(_warmer(-1.0))

    assert "−1" in str(refused.args[0])
    assert store.snapshot.state.temperature == 5.0
    assert gesture.is_open


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
    store.open(BareLogits(OPENING))

    assert not store.history.canUndo()
    assert store.snapshot.state == OPENING


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
    store = Store(BareLogits(OPENING))
    for kind, temperature in steps:
        if kind == "gesture":
            store.begin(None, "Drag")
        if temperature is not None:
            store.edit(_warmer(temperature), kind)
        elif kind == "end":
            store.end_gesture()
        elif store.gesture is not None:
            store.gesture.cancel()
    store.end_gesture()
    last = store.snapshot.state

    while store.history.canUndo():
        store.history.undo()
    assert store.snapshot.state == OPENING
    while store.history.canRedo():
        store.history.redo()
    assert store.snapshot.state == last
