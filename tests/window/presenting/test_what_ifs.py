"""A what-if goes into its scene or step, and a lecture goes on where it was left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.documents.lecture import LECTURE
from xentgui.documents.moment import Beat
from xentgui.documents.session import Session
from xentgui.documents.store import Store
from xentgui.model import State
from xentgui.model.subjects import BareLogits
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.what_ifs import WhatIfs

OTHER = BareLogits(State(("class 1", "class 2", "class 3"), (3.0, 2.0, 1.0), (1.0, 0.0, 0.0)))
MOVES = next(at for at, step in enumerate(LECTURE.scenes[1].staging.steps) if step.subject)


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    """Yield a session with the lecture."""
    store = Store(LECTURE.scenes[0].subject)
    session = Session(store, ("distribution", "information"), store)
    session.start(LECTURE)
    yield session
    # A stack that is deleted emits signals about its steps, when their receivers are gone.
    store.history.blockSignals(True)


def _left(session: Session, beat: Beat, *, tried: bool) -> WhatIfs:
    """Return what is known once a lecture was left at `beat`, where something was tried, or not."""
    what_ifs, lecture = WhatIfs(session), Lecture(session.document().scenes, beat)
    if tried:
        lecture.store.edit(lambda _before: OTHER, "x")
    assert lecture.is_what_if is tried
    lecture.end()
    what_ifs.leave(lecture)
    session.visit(beat.scene)
    return what_ifs


def test_that_a_lecture_goes_on_where_it_was_left_with_what_was_tried(session: Session) -> None:
    what_ifs = _left(session, Beat(1, 1), tried=True)

    assert what_ifs.where(session.document().scenes) == (Beat(1, 1), OTHER)
    assert what_ifs.was_left_at(Beat(1, 1))
    assert what_ifs.has_one
    assert not what_ifs.was_left_at(Beat(1))


def test_that_it_begins_another_scene_and_one_that_was_changed_meanwhile(session: Session) -> None:
    what_ifs = _left(session, Beat(1, 1), tried=True)

    session.visit(2)
    assert what_ifs.where(session.document().scenes) == (Beat(2), None)
    session.visit(1)
    session.keep(1, OTHER, "x")
    assert what_ifs.where(session.document().scenes) == (Beat(1), None)
    assert not what_ifs.has_one


def test_that_nothing_is_kept_where_nothing_was_tried(session: Session) -> None:
    what_ifs = _left(session, Beat(1, 1), tried=False)

    assert not what_ifs.keep_left()
    assert session.document() == LECTURE
    assert what_ifs.was_left_at(Beat(1, 1))


def test_that_what_was_left_is_kept_once_in_its_scene(session: Session) -> None:
    what_ifs = _left(session, Beat(0), tried=True)

    assert what_ifs.keep_left()
    assert session.document().scenes[0].subject == OTHER
    assert not what_ifs.was_left_at(Beat(0))
    assert not what_ifs.keep_left()


def test_that_a_step_that_has_moved_the_values_takes_what_is_kept(session: Session) -> None:
    WhatIfs(session).keep(Beat(1, MOVES + 1), OTHER)

    scene = session.document().scenes[1]
    assert scene.staging.steps[MOVES].subject == OTHER
    assert scene.subject == LECTURE.scenes[1].subject


def test_that_a_step_is_added_after_the_present_one(session: Session) -> None:
    WhatIfs(session).add_step(Beat(1, 1), OTHER)

    before, after = LECTURE.scenes[1].staging.steps, session.document().scenes[1].staging.steps
    assert after[1].subject == OTHER
    assert (*after[:1], *after[2:]) == before
