"""What the next step shows is painted while the lecture rests, and is what it would be without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.flows.counted_calls import counted
from tests.window.presenting.stages import lecture_of, stages_of, wait_for_rest
from xentgui.canvas.kept_pictures import PageCache
from xentgui.canvas.plot_background import PlotBackground
from xentgui.documents import lectures
from xentgui.documents.moment import Beat, last_step
from xentgui.model.edits import with_logit
from xentgui.model.subjects import OnState
from xentgui.painting import accessibility
from xentgui.window.main_window import MainWindow
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.presenting import Presenting
from xentgui.window.presenting.stage_view import StageView

TO_OTHER_SCENES = (0, 2, 3, 8, 11, 12, 13, 14, 15, 16)
WITHIN = (4, 7, 12, 13, 16)


def _seen(stage: StageView) -> tuple[QImage, int]:
    """Return the picture, and how many panels were painted for it."""
    with counted() as calls:
        image = _below_the_words(stage)
    return image, calls[PlotBackground.picture.__code__] + calls[PageCache.paint.__code__]


def _painted_anew(stage: StageView) -> QImage:
    for view in stage.views.values():
        view.retranslate()
    return _below_the_words(stage)


def _below_the_words(stage: StageView) -> QImage:
    """Return the picture of the panels: beside the words, a ring runs with the time to think."""
    top = round(stage.laid.words.bottom())
    return stage.grab().toImage().copy(0, top, stage.width(), stage.height() - top)


@pytest.mark.parametrize("reduced", [True, False])
def test_that_a_step_paints_no_panel_and_shows_what_it_would_without(
    talk: Presenting, qtbot: QtBot, *, reduced: bool
) -> None:
    accessibility.reduce_motion(reduced=reduced)
    lecture = lecture_of(talk)
    beats = [Beat(one, last_step(lecture.scenes, one)) for one in TO_OTHER_SCENES]
    for beat in (*beats, *map(Beat, WITHIN)):
        lecture.go(beat)
        wait_for_rest(talk, qtbot)

        lecture.act("next")

        for stage in stages_of(talk):
            image, painted = _seen(stage)
            assert not painted, lecture.beat
            assert image == _painted_anew(stage), lecture.beat


@pytest.mark.long
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scene", [4, 14, 16])
def test_that_a_fade_begins_with_what_is_seen(
    start: Callable[..., MainWindow], qtbot: QtBot, theme: str, scene: int
) -> None:
    window = start(theme=theme)
    window.documents.begin_lecture(lectures.BUILT_IN, 0)
    talk = window.presenter.presenting
    talk.begin(in_window=True)
    accessibility.reduce_motion(reduced=False)
    lecture, (stage, _) = lecture_of(talk), stages_of(talk)
    lecture.go(Beat(scene, last_step(lecture.scenes, scene)))
    wait_for_rest(talk, qtbot)

    with counted() as calls:
        lecture.act("next")

    before = stage.cover.fading
    assert before is not None and calls[StageView.paintEvent.__wrapped__.__code__] == 1
    lecture.go(Beat(scene, last_step(lecture.scenes, scene)))
    stage.cover.fading = None
    stage.cover.refresh()
    assert stage.grab().toImage() == before.toImage()
    talk.leave()


def _hasty_step(lecture: Lecture) -> None:
    lecture.act("next")
    lecture.act("next")


def _step_after_a_change(lecture: Lecture) -> None:
    lecture.store.edit(OnState(lambda state: with_logit(state, 0, -1.5)), "what-if")
    lecture.act("next")


def _step_in_another_size(lecture: Lecture) -> None:
    lecture.act("larger")
    lecture.act("next")


@pytest.mark.parametrize("act", [_hasty_step, _step_after_a_change, _step_in_another_size])
@pytest.mark.parametrize("reduced", [True, False])
def test_that_what_was_painted_for_something_else_is_not_shown(
    talk: Presenting, qtbot: QtBot, act: Callable[[Lecture], None], *, reduced: bool
) -> None:
    accessibility.reduce_motion(reduced=reduced)
    lecture = lecture_of(talk)
    for scene in (1, 3, 10):
        lecture.go(Beat(scene, last_step(lecture.scenes, scene)))
        wait_for_rest(talk, qtbot)

        act(lecture)

        for stage in stages_of(talk):
            image, _ = _seen(stage)
            assert image == _painted_anew(stage), lecture.beat
        lecture.act("return")


@pytest.mark.long
def test_that_another_language_is_not_that_which_was_painted(
    talk: Presenting, window: MainWindow, qtbot: QtBot
) -> None:
    lecture = lecture_of(talk)
    lecture.go(Beat(3))
    wait_for_rest(talk, qtbot)
    window.run_command("language.zh_CN")
    QApplication.processEvents()
    lecture.act("next")

    for stage in stages_of(talk):
        image, _ = _seen(stage)
        assert image == _painted_anew(stage)
    window.run_command("language.en")


def test_that_a_step_in_haste_waits_for_no_picture_that_would_fade(talk: Presenting) -> None:
    accessibility.reduce_motion(reduced=False)
    lecture, (stage, _) = lecture_of(talk), stages_of(talk)
    lecture.go(Beat(4, last_step(lecture.scenes, 4)))
    assert not stage.ahead.is_done

    with counted() as calls:
        lecture.act("next")

    assert stage.cover.fading is None
    assert calls[StageView.paintEvent.__wrapped__.__code__] == 1, "the new one alone"
