"""The strip of scenes: chosen, dragged, added, copied, described and removed, as undo steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.documents.lecture import LECTURE
from xentgui.documents.document import encode
from xentgui.documents.staging import Staging, Step
from xentgui.model.edits import with_logit
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import OnState, resolve
from xentgui.window.dialogs.scene_dialog import SceneDialog
from xentgui.window.dialogs.staging_dialog import StagingDialog
from xentgui.window.main_window import MainWindow
from xentgui.window.strip.strip_bar import StripBar

K = Qt.Key


@pytest.fixture
def window(start: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    file = tmp_path / "lecture.xent.json"
    file.write_text(encode(LECTURE), "utf-8")
    return start(file=file)


def _bar(window: MainWindow) -> StripBar:
    assert window.strip.bar is not None
    QApplication.processEvents()
    return window.strip.bar


def _titles(window: MainWindow) -> list[str]:
    return [scene.title.get("en", "") for scene in window.documents.session.document().scenes]


def _center(window: MainWindow, scene: int) -> QPoint:
    return _bar(window).strip.cell(scene).center().toPoint()


def test_that_there_is_no_strip_for_one_scene_until_it_is_wanted(
    start: Callable[..., MainWindow],
) -> None:
    window = start()
    assert window.strip.bar is None

    window.run_command("scene.strip")
    assert _bar(window).isVisible()
    window.run_command("scene.strip")
    assert not _bar(window).isVisible()
    window.run_command("scene.add")
    assert _bar(window).isVisible()
    window.run_command("undo")
    assert not _bar(window).isVisible()


def test_that_a_click_shows_a_scene_and_every_scene_gets_a_picture(
    window: MainWindow, qtbot: QtBot
) -> None:
    strip = _bar(window).strip
    qtbot.waitUntil(lambda: strip._thumbs.missing == 0)

    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=_center(window, 3))

    assert window.documents.session.scene == 3
    assert "4 of 5" in strip.accessibleDescription()
    assert window.store.history.count() == 0


@pytest.mark.parametrize(("scene", "to"), [(0, 3), (4, 1), (1, 2), (2, 0)])
def test_that_a_drag_gives_a_scene_another_place(window: MainWindow, scene: int, to: int) -> None:
    strip, before = _bar(window).strip, _titles(window)
    wanted = [*before[:scene], *before[scene + 1 :]]
    wanted.insert(to, before[scene])
    side = 12 if to > scene else -12

    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=_center(window, scene))
    QTest.mouseMove(strip, _center(window, scene) + QPoint(side, 0))
    QTest.mouseMove(strip, _center(window, to) + QPoint(side, 0))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=_center(window, to) + QPoint(side, 0))

    assert _titles(window) == wanted
    assert window.store.history.count() == 1
    window.run_command("undo")
    assert _titles(window) == before


def test_that_a_drag_there_and_back_changes_nothing(window: MainWindow) -> None:
    strip, before = _bar(window).strip, _titles(window)
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=_center(window, 1))
    QTest.mouseMove(strip, _center(window, 3))
    QTest.mouseMove(strip, _center(window, 1))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=_center(window, 1))

    assert _titles(window) == before
    assert window.store.history.count() == 0


def test_that_keys_do_the_same(window: MainWindow) -> None:
    strip, before = _bar(window).strip, _titles(window)
    strip.setFocus()
    QTest.keyClick(strip, K.Key_Right)
    assert window.documents.session.scene == 1
    QTest.keyClick(strip, K.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert _titles(window) == [before[0], before[2], before[1], *before[3:]]
    assert window.documents.session.scene == 2
    QTest.keyClick(strip, K.Key_Delete)
    assert _titles(window) == [before[0], before[2], *before[3:]]


def test_that_enter_and_a_double_click_describe_a_scene(window: MainWindow) -> None:
    strip = _bar(window).strip
    QTest.mouseDClick(strip, Qt.MouseButton.LeftButton, pos=_center(window, 2))
    dialog = window.findChild(SceneDialog)
    assert dialog is not None
    assert dialog.title.text() == LECTURE.scenes[2].title["en"]
    assert dialog.notes.toPlainText() == LECTURE.scenes[2].staging.notes["en"]

    dialog.title.setText("Shares")
    dialog.notes.setPlainText("Say less.")
    dialog.answer.setText("one")
    dialog.accept()

    scene = window.documents.session.document().scenes[2]
    assert scene.title["en"] == "Shares"
    assert scene.staging.notes == {**LECTURE.scenes[2].staging.notes, "en": "Say less."}
    assert scene.staging.answer == {"en": "one"}
    assert scene.staging.steps == LECTURE.scenes[2].staging.steps
    assert window.store.history.count() == 1
    window.run_command("undo")
    assert window.documents.session.document().scenes == LECTURE.scenes


def test_that_a_duplicate_has_everything(window: MainWindow) -> None:
    window.documents.session.visit(3)
    window.run_command("scene.duplicate")

    scenes = window.documents.session.document().scenes
    assert scenes[4] == scenes[3] == LECTURE.scenes[3]
    assert window.documents.session.scene == 4


def test_that_a_new_scene_has_the_numbers_and_the_look_of_the_window(window: MainWindow) -> None:
    store = window.store
    store.edit(OnState(lambda state: with_logit(state, 0, 3.0)), "x")
    view = replace(store.view, pinned=store.snapshot.state, areas=True, highlight=ClassMark(1))
    store.show(view)

    window.run_command("scene.add")

    scene = window.documents.session.document().scenes[1]
    assert resolve(scene.subject).logits[0] == 3.0
    assert scene.staging.pinned == store.snapshot.state
    assert (scene.staging.areas, scene.staging.focus) == (True, 1)
    assert scene.title == {}
    assert scene.staging.steps == ()


def test_that_a_scene_brings_its_look_back(window: MainWindow) -> None:
    session = window.documents.session
    session.visit(3)
    assert window.store.view.areas
    assert window.store.view.pinned == LECTURE.scenes[3].staging.pinned
    session.visit(4)
    assert window.cards.workspace == "learn"
    assert not window.store.view.areas
    assert window.store.view.pinned is None
    session.visit(2)
    assert window.store.view.stage == 1


def test_that_the_look_of_the_window_is_kept_in_the_scene(window: MainWindow) -> None:
    store = window.store
    store.show(replace(store.view, areas=True))
    window.run_command("scene.look")

    scene = window.documents.session.document().scenes[0]
    assert scene.staging.areas
    assert scene.staging.notes == LECTURE.scenes[0].staging.notes
    assert scene.staging.steps == LECTURE.scenes[0].staging.steps


def test_that_what_was_shown_last_can_be_kept_from_the_strip(window: MainWindow) -> None:
    bar = _bar(window)
    assert not bar.keep.isVisible()
    window.commands["present"].trigger()
    lecture = window.presenter.presenting.lecture
    assert lecture is not None
    lecture.store.edit(OnState(lambda state: with_logit(state, 0, 8.0)), "x")
    window.presenter.leave()
    assert bar.keep.isVisible()

    bar.keep.click()

    assert window.store.snapshot.state.logits[0] == 8.0
    assert not bar.keep.isVisible()
    window.run_command("undo")
    assert window.documents.session.document().scenes == LECTURE.scenes


def test_that_the_steps_of_a_scene_are_edited_as_one_undo_step(window: MainWindow) -> None:
    window.documents.session.visit(1)
    window.run_command("scene.staging")
    dialog = window.findChild(StagingDialog)
    assert dialog is not None
    assert dialog.steps.list.count() == 2
    dialog.motion.setCurrentIndex(dialog.motion.findData("quick"))
    dialog.focus.setCurrentIndex(0)
    dialog.hidden["loss"].setChecked(True)
    dialog.steps.list.setCurrentRow(1)
    dialog.steps.append(Step(reveal=("loss",)))
    dialog.steps.shift(-1)
    dialog.steps.list.setCurrentRow(0)
    dialog.steps.remove()
    dialog.accept()

    prepared = LECTURE.scenes[1].staging
    staging = window.documents.session.staging
    assert staging == replace(
        prepared,
        transition="quick",
        focus=None,
        hidden=("loss",),
        steps=(Step(reveal=("loss",)), prepared.steps[1]),
    )
    assert window.store.history.count() == 1
    window.run_command("undo")
    assert window.documents.session.staging == prepared


def test_that_a_dialog_of_steps_left_as_it_was_is_no_step(window: MainWindow) -> None:
    for scene in range(5):
        window.documents.session.visit(scene)
        dialog = StagingDialog(
            window.documents.session.staging, window.store.snapshot.state.labels, window
        )
        reported: list[Staging] = []
        dialog.staged.connect(reported.append)
        dialog.accept()
        assert reported == [LECTURE.scenes[scene].staging]
