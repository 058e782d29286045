"""Which frames a stage shows: every one of a drag, and of a motion all, or every second one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tests.documents.lecture import LECTURE
from xentgui.documents.moment import Beat
from xentgui.model import Snapshot
from xentgui.model.edits import with_logit
from xentgui.model.subjects import OnState
from xentgui.painting import accessibility
from xentgui.window.presenting.between import way
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.stage_panels import StageNumbers

FRAMES = 6


@pytest.fixture
def lecture(qapp: QApplication) -> Iterator[Lecture]:
    accessibility.reduce_motion(reduced=False)
    made = Lecture(LECTURE.scenes, Beat(1))
    yield made
    made.end()
    accessibility.reduce_motion(reduced=True)


def _shown(lecture: Lecture, parent: QObject, every: int) -> list[Snapshot]:
    numbers, shown = StageNumbers(lecture, parent, every=every), list[Snapshot]()
    numbers.changed.connect(shown.append)
    return shown


def test_that_the_lecturer_has_half_the_frames_of_a_motion_and_its_exact_end(
    lecture: Lecture,
) -> None:
    parent = QObject()
    audience, lecturer = _shown(lecture, parent, 1), _shown(lecture, parent, 2)
    lecture.go(Beat(1, 1), moves=True)
    assert lecture.is_moving
    path = way(LECTURE.scenes[1].subject, lecture.moment.subject)
    assert path is not None
    for nth in range(FRAMES):
        lecture.store.set_subject(path((nth + 1) / (FRAMES + 1)))

    assert (len(audience), len(lecturer)) == (FRAMES, FRAMES // 2)
    lecture.clock.finish()
    assert audience[-1] is lecturer[-1] is lecture.store.snapshot
    assert lecture.store.subject is lecture.moment.subject


def test_that_both_have_every_frame_of_a_drag(lecture: Lecture) -> None:
    parent = QObject()
    audience, lecturer = _shown(lecture, parent, 1), _shown(lecture, parent, 2)
    for nth in range(FRAMES):
        lecture.store.edit(OnState(lambda state, to=nth: with_logit(state, 0, to)), "drag")

    assert len(audience) == FRAMES
    assert audience == lecturer


def test_that_an_action_is_told_once(lecture: Lecture) -> None:
    told: list[None] = []
    lecture.changed.connect(lambda: told.append(None))

    for action in ("next", "next", "previous", "black", "first", "overview", "leave"):
        told.clear()
        lecture.act(action)
        assert len(told) == 1, action
