"""The loss before: whatever a hand does, and whatever is undone, it is known or not told."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.documents.loss_before import LossBefore
from xentgui.documents.steps.step import HistoryCommand
from xentgui.documents.store import Store
from xentgui.model import State, derive
from xentgui.model.edits import with_logit, with_setting
from xentgui.model.snapshot import KnownLoss
from xentgui.model.subjects import BareLogits, OnState, to_state

OPENING = State(("a", "b", "c"), (2.33, -1.46, 0.56), (1, 0, 0))
HAND = object()


def _logit(value: float) -> OnState:
    return OnState(lambda state: with_logit(state, 0, value))


def _loss(value: float) -> float:
    return derive(replace(OPENING, logits=(value, -1.46, 0.56))).loss


@pytest.fixture
def store(qapp: object) -> Iterator[Store]:
    store = Store(BareLogits(OPENING))
    yield store
    store.history.blockSignals(True)  # its end would tell of steps that go


@pytest.fixture
def before(store: Store) -> LossBefore:
    return LossBefore(store, store)


def _known(before: LossBefore) -> float | None:
    return None if before.loss is None else before.loss.value


def test_that_nothing_is_known_before_the_first_change(before: LossBefore) -> None:
    assert before.loss is None


def test_that_each_step_is_compared_with_what_was_before_it(
    store: Store, before: LossBefore
) -> None:
    for number, value in enumerate((1.0, 2.0, -3.0)):
        store.edit(_logit(value), "Logit")
        assert _known(before) == _loss((2.33, 1.0, 2.0)[number])

    store.history.undo()
    assert _known(before) == _loss(1.0)
    store.history.undo()
    assert _known(before) == _loss(2.33)
    store.history.undo()
    assert before.loss is None
    store.history.redo()
    assert _known(before) == _loss(2.33)
    store.edit(_logit(9.0), "Logit")
    assert _known(before) == _loss(1.0)


def test_that_a_gesture_is_compared_with_its_beginning(store: Store, before: LossBefore) -> None:
    store.edit(_logit(5.0), "Logit")
    gesture = store.begin(HAND, "Drag")
    for value in (4.0, 3.0, 2.0):
        gesture.edit(_logit(value))
        assert _known(before) == _loss(5.0)
    gesture.end()
    assert _known(before) == _loss(5.0)

    store.edit(_logit(1.0), "Logit")
    assert _known(before) == _loss(2.0)
    store.history.undo()
    assert _known(before) == _loss(5.0)


def test_that_a_gesture_that_is_put_back_leaves_what_was(store: Store, before: LossBefore) -> None:
    store.edit(_logit(5.0), "Logit")
    gesture = store.begin(HAND, "Drag")
    gesture.edit(_logit(4.0))
    gesture.cancel()

    assert _known(before) == _loss(2.33)


def test_that_undo_in_a_gesture_puts_it_back_first(store: Store, before: LossBefore) -> None:
    store.edit(_logit(5.0), "Logit")
    store.edit(_logit(6.0), "Logit")
    gesture = store.begin(HAND, "Drag")
    gesture.edit(_logit(4.0))
    store.history.undo()

    assert _known(before) == _loss(2.33)


def test_that_the_steps_of_an_earlier_run_are_not_known(store: Store) -> None:
    store.edit(_logit(1.0), "Logit")
    store.edit(_logit(2.0), "Logit")
    again = Store(store.subject)
    commands = [HistoryCommand(again, step) for step in store.steps()]
    before = LossBefore(again, again)
    again.refill(commands, 2)

    assert before.loss is None
    again.edit(_logit(3.0), "Logit")
    assert _known(before) == _loss(2.0)
    again.history.blockSignals(True)


def test_that_a_step_of_another_scene_is_not_compared(store: Store, before: LossBefore) -> None:
    store.edit(_logit(1.0), "Logit")
    store.visit(1, BareLogits(replace(OPENING, logits=(0, 0, 0))))
    assert before.loss is None

    store.visit(0, BareLogits(replace(OPENING, logits=(1.0, -1.46, 0.56))))
    assert _known(before) == _loss(2.33)


def test_that_a_new_document_forgets(store: Store, before: LossBefore) -> None:
    store.edit(_logit(1.0), "Logit")
    store.open(BareLogits(OPENING))

    assert before.loss is None


def test_that_losses_of_two_kinds_are_not_compared(store: Store, before: LossBefore) -> None:
    store.edit(OnState(lambda state: with_setting(state, "loss", "brier")), "Loss")

    assert before.loss is not None
    assert KnownLoss.of(store.snapshot).change_since(before.loss) is None


def test_changes_from_and_to_infinity() -> None:
    finite, infinite = KnownLoss("gce", 1.0), KnownLoss("gce", math.inf)

    assert infinite.change_since(finite) == math.inf
    assert finite.change_since(infinite) == -math.inf
    assert infinite.change_since(infinite) is None
    assert finite.change_since(None) is None
    assert finite.change_since(KnownLoss("gce", 0.25)) == 0.75


_ACTS = st.lists(st.sampled_from(["edit", "drag", "end", "cancel", "undo", "redo"]), max_size=25)


@given(_ACTS)
def test_that_it_is_what_undo_would_lead_back_to(qapp: object, acts: list[str]) -> None:
    store = Store(BareLogits(OPENING))
    before = LossBefore(store, store)
    for number, act in enumerate(acts):
        if act == "edit":
            store.end_gesture()
            store.edit(to_state(replace(OPENING, logits=(number / 8, 0.0, 1.0))), "x")
        elif act == "drag":
            store.begin(HAND, "y").edit(_logit(number / 8))
        elif act == "end":
            store.end_gesture()
        elif act == "cancel" and store.gesture is not None:
            store.gesture.cancel()
        elif act == "undo":
            store.history.undo()
        elif act == "redo":
            store.history.redo()
    shown = before.loss
    store.end_gesture()
    assert before.loss == shown
    can_undo = store.history.canUndo()
    store.history.undo()
    assert shown == (KnownLoss.of(store.snapshot) if can_undo else None)
    store.history.blockSignals(True)  # its end would tell of steps that go
