"""Edits of a subject that are made of changes of its state."""

from __future__ import annotations

from tests.documents.classifiers import SMALL
from xentgui.model import State
from xentgui.model.edits import with_setting
from xentgui.model.subjects import BareLogits, OfSample, OnState, resolve, to_state

STATE = State(("a", "b"), (1.0, 2.0), (1.0, 0.0))


def test_that_bare_logits_are_their_state() -> None:
    subject = BareLogits(STATE)

    assert resolve(subject) is STATE
    assert subject == BareLogits(State(("a", "b"), (1.0, 2.0), (1.0, 0.0)))


def test_that_a_change_that_was_tried_is_not_worked_out_again() -> None:
    worked_out: list[State] = []

    def change(state: State) -> State:
        worked_out.append(state)
        return with_setting(state, "temperature", 2.0)

    edit = OnState(change)
    tried = edit.on(STATE)

    assert resolve(edit(BareLogits(STATE))) is tried
    assert worked_out == [STATE]


def test_that_a_change_that_was_tried_elsewhere_is_worked_out_for_what_there_is() -> None:
    other = State(("a", "b", "c"), (1.0, 2.0, 3.0), (1.0, 0.0, 0.0))
    edit = OnState(lambda state: with_setting(state, "temperature", 2.0))
    edit.on(STATE)

    assert resolve(edit(BareLogits(other))) == with_setting(other, "temperature", 2.0)


def test_that_a_change_to_nothing_gives_the_very_subject() -> None:
    subject = BareLogits(STATE)

    assert OnState(lambda state: state)(subject) is subject
    assert to_state(STATE)(subject) is subject


def test_that_a_sample_takes_the_place_of_every_subject() -> None:
    edit = OfSample(lambda state: with_setting(state, "temperature", 2.0))
    for subject in (BareLogits(SMALL.resolve()), SMALL):
        after = edit(subject)
        assert after == BareLogits(with_setting(SMALL.resolve(), "temperature", 2.0))
    bare = BareLogits(STATE)
    assert OfSample(lambda state: state)(bare) is bare
