"""What later scenes need is made in the pauses before them, and what they hide follows nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.documents.test_long_documents import document
from tests.flows.counted_calls import counted
from tests.window.presenting.stages import lecture_of, stages_of, wait_for_rest
from xentgui.canvas.plot_canvas import PlotCanvas
from xentgui.documents.moment import Beat
from xentgui.documents.scene_texts import is_large
from xentgui.model import derive
from xentgui.painting import accessibility
from xentgui.panels.plot_panel import PlotPanel
from xentgui.window.main_window import MainWindow
from xentgui.window.presenting.asked_words import rooms_of
from xentgui.window.presenting.later_scenes import LaterScenes
from xentgui.window.presenting.presenting import Presenting
from xentgui.window.presenting.stage_cards import panels_of
from xentgui.window.presenting.stage_panels import StagePanels


def test_that_scenes_in_haste_make_no_panel_derive_no_numbers_and_fill_no_texts_of_questions(
    talk: Presenting, qtbot: QtBot
) -> None:
    accessibility.reduce_motion(reduced=True)
    lecture = lecture_of(talk)
    wait_for_rest(talk, qtbot)

    with counted() as calls:
        for scene in range(1, len(lecture.scenes)):
            lecture.go(Beat(scene))

    assert calls[StagePanels._made.__code__] == 0
    assert calls[derive.__wrapped__.__code__] == 0
    assert calls[rooms_of.__code__] == 0


def test_that_a_step_moves_the_axes_only_of_panels_that_it_shows(
    talk: Presenting, qtbot: QtBot
) -> None:
    accessibility.reduce_motion(reduced=True)
    lecture, stages = lecture_of(talk), stages_of(talk)
    wait_for_rest(talk, qtbot)
    for scene in (12, 14, 16, 3):
        lecture.go(Beat(scene))
        shown = panels_of(lecture.moment)
        for stage in stages:
            for key, view in stage.views.items():
                assert view.isVisible() == (key in shown), (scene, key)
        with counted() as calls:
            lecture.go(Beat(scene + 1))
        # Each window shows two at most, and each of these begins once with numbers, once with the view.
        assert calls[PlotCanvas._start_anew.__code__] <= 8, scene


def test_that_numbers_of_very_many_classes_are_not_found_long_before_they_are_needed(
    window: MainWindow, qtbot: QtBot
) -> None:
    large = document(20, 1200)
    assert all(is_large(one.subject) for one in large.scenes)
    window.documents.session.start(large)
    talk = window.presenter.presenting
    talk.begin(in_window=True)
    QApplication.processEvents()

    with counted() as calls:
        wait_for_rest(talk, qtbot)

    assert calls[LaterScenes._painted.__code__] == 0
    assert calls[PlotPanel.ranges.__code__] > 0
    talk.leave()
