"""What a step in haste shows was packed in the pauses before, and is what it would be without."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

import pytest
from PySide6.QtCore import QSizeF
from pytestqt.qtbot import QtBot

from tests.flows.counted_calls import counted
from tests.window.presenting.stages import lecture_of, stages_of, wait_for_rest
from xentgui.canvas.kept_pictures import PageCache
from xentgui.canvas.packed_pictures import PackedPictures
from xentgui.canvas.plot_background import PlotBackground
from xentgui.documents.moment import Beat, last_step
from xentgui.model.edits import with_logit
from xentgui.model.subjects import OnState
from xentgui.painting import accessibility
from xentgui.window.presenting.later_scenes import LaterScenes
from xentgui.window.presenting.presenting import Presenting
from xentgui.window.presenting.stage_plot import StagePlot
from xentgui.window.presenting.stage_view import StageView

FROM = 11  # the scenes before it have the panels of this one


class _Step(NamedTuple):
    panels: dict[str, str]  # what each of them shows
    painted: int  # how many of them were painted


def _seen(stage: StageView) -> dict[str, str]:
    images = {key: view.grab().toImage() for key, view in stage.views.items() if view.isVisible()}
    return {key: sha256(image.constBits()).hexdigest() for key, image in images.items()}


def _walk(talk: Presenting, *, anew: bool) -> dict[Beat, _Step]:
    """Take the steps of the last scenes, each as soon as the one before is there."""
    lecture, (stage, _) = lecture_of(talk), stages_of(talk)
    lecture.go(Beat(FROM - 1, last_step(lecture.scenes, FROM - 1)))
    found = {}
    while lecture.next_moment is not None:
        with counted() as calls:
            lecture.act("next")
            if anew:
                for view in stage.views.values():
                    view.retranslate()
            panels = _seen(stage)
        painted = calls[PlotBackground.picture.__code__] + calls[PageCache.paint.__code__]
        found[lecture.beat] = _Step(panels, painted)
        lecture.clock.finish()
    return found


@pytest.mark.long
@pytest.mark.parametrize("reduced", [True, False])
def test_that_a_walk_in_haste_paints_no_panel_and_shows_what_it_would_without(
    talk: Presenting, qtbot: QtBot, *, reduced: bool
) -> None:
    accessibility.reduce_motion(reduced=reduced)
    wait_for_rest(talk, qtbot)

    packed, fresh = _walk(talk, anew=False), _walk(talk, anew=True)

    assert len(packed) > 20
    assert [beat for beat, step in packed.items() if step.painted] == []
    assert all(step.painted for step in fresh.values())
    for beat, step in packed.items():
        assert step.panels == fresh[beat].panels, beat


def test_that_a_step_from_what_somebody_has_changed_is_painted_with_the_change(
    talk: Presenting, qtbot: QtBot
) -> None:
    accessibility.reduce_motion(reduced=False)
    lecture, (stage, _) = lecture_of(talk), stages_of(talk)
    wait_for_rest(talk, qtbot)
    lecture.go(Beat(11, last_step(lecture.scenes, 11)))
    lecture.store.edit(OnState(lambda state: with_logit(state, 0, -1.5)), "what-if")

    lecture.act("next")

    assert lecture.is_moving
    found = _seen(stage)
    for view in stage.views.values():
        view.retranslate()
    assert found == _seen(stage)


def test_that_the_first_frame_after_a_packed_picture_finds_its_axes_painted(
    talk: Presenting, qtbot: QtBot
) -> None:
    accessibility.reduce_motion(reduced=True)
    lecture, (stage, _) = lecture_of(talk), stages_of(talk)
    wait_for_rest(talk, qtbot)
    lecture.go(Beat(8))
    view = stage.views["distribution"]
    assert isinstance(view, StagePlot)
    panel = type(view.picture.face)
    wait_for_rest(talk, qtbot)

    with counted() as calls:
        lecture.store.edit(OnState(lambda state: with_logit(state, 0, 0.5)), "what-if")
        stage.grab()

    assert calls[panel.paint_marks.__code__] > 0
    assert calls[panel.paint_axes.__code__] == 0


def test_that_pictures_of_later_steps_take_bounded_memory_and_are_those_that_come_next(
    talk: Presenting, qtbot: QtBot
) -> None:
    lecture, (stage, _) = lecture_of(talk), stages_of(talk)
    wait_for_rest(talk, qtbot)
    size, style = QSizeF(stage.size()), stage.style_of_room
    most = 300_000
    later = LaterScenes(
        lecture, stage._look, stage._panels, stage.spoken, paints=True, most_bytes=most
    )
    packs = later._packs
    assert isinstance(packs, PackedPictures)
    numbers = range(len(lecture.scenes))
    for here in (0, 7, 15):
        lecture.go(Beat(here))
        for _ in later.get_ready(size, style):
            pass
        taken = [packs.bytes_of((here + nth) % len(numbers)) for nth in numbers]
        packed = [each > 0 for each in taken]
        assert packed[0] and packed == sorted(packed, reverse=True)
        assert not all(packed)
        assert most <= sum(taken) <= most + max(taken)
