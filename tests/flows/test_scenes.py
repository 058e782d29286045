"""Scenes: what they are called, and that they come, go and change as steps that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from tests.documents.samples import LECTURE
from xentgui.documents.document import encode
from xentgui.documents.place import Place
from xentgui.model.edits import with_logit
from xentgui.model.subjects import to_state
from xentgui.window.dialogs.export_dialog import ExportDialog
from xentgui.window.dialogs.scene_dialog import SceneDialog
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]


@pytest.fixture
def lecture(start: Start, tmp_path: Path) -> MainWindow:
    file = tmp_path / "lecture.xent.json"
    file.write_text(encode(LECTURE), "utf-8")
    return start(file=file)


def _dialog(window: MainWindow) -> SceneDialog:
    window.commands["scene.describe"].trigger()
    dialog = window.findChild(SceneDialog)
    assert dialog is not None
    return dialog


def test_that_a_title_and_a_caption_are_written_as_one_step(window: MainWindow) -> None:
    session = window.documents.session
    dialog = _dialog(window)
    dialog.title.setText("  Who is\tit? ")
    dialog.caption.setPlainText("Two\nlines\n")
    dialog.accept()

    assert (session.title, session.caption) == ({"en": "Who is it?"}, {"en": "Two\nlines"})
    assert window.windowTitle() == "Untitled[*] — Who is it? — XentGUI"
    assert session.is_modified
    assert window.store.history.undoText() == "Title and Caption"
    window.commands["undo"].trigger()
    assert (session.title, session.caption, session.is_modified) == ({}, {}, False)


def test_that_a_dialog_left_as_it_was_is_no_step(lecture: MainWindow) -> None:
    _dialog(lecture).accept()
    cancelled = _dialog(lecture)
    cancelled.title.setText("another")
    cancelled.reject()

    assert lecture.store.history.count() == 0


def test_that_each_language_has_its_own_words(lecture: MainWindow) -> None:
    dialog = _dialog(lecture)
    assert dialog.title.text() == "A tie"
    dialog.title.setText("A draw")
    dialog.language.setCurrentIndex(dialog.language.findData("zh_CN"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    assert (dialog.title.text(), dialog.caption.toPlainText()) == ("并列", "")
    assert dialog.caption.placeholderText() == "Two classes share the first place."
    dialog.title.clear()
    dialog.accept()

    assert lecture.documents.session.title == {"en": "A draw"}
    assert lecture.documents.session.caption == {"en": "Two classes share the first place."}


def test_that_words_do_not_move_the_cards(window: MainWindow) -> None:
    window.commands["panel.enlarge"].trigger()
    enlarged = window.cards.enlarged

    window.documents.session.change(lambda place: place.described({"en": "A tie"}, {}), "words")

    assert window.cards.enlarged == enlarged


def test_that_a_scene_that_is_shown_says_what_it_shows(lecture: MainWindow) -> None:
    assert lecture.status.message() == "A tie — Two classes share the first place."

    lecture.commands["scene.next"].trigger()

    assert lecture.status.message() == "Three"
    assert lecture.windowTitle() == "lecture.xent.json[*] (2/3) — Three — XentGUI"


def test_that_a_title_from_a_strange_file_stays_on_its_line(window: MainWindow) -> None:
    title = {"en": "two\nlines\u202e[*]" + "x" * 1000}
    window.documents.session.change(lambda place: place.described(title, {}), "words")

    assert window.windowTitle().startswith("Untitled[*] — two lines[*][*]xxx")
    assert len(window.windowTitle()) < 120


def test_that_a_figure_begins_with_the_words_of_its_scene(lecture: MainWindow) -> None:
    lecture.commands["export.figure"].trigger()
    dialog = lecture.findChild(QDialog, "export.dialog")
    assert isinstance(dialog, ExportDialog)

    choices = dialog.form.choices()

    assert choices.heading == "A tie"
    assert choices.caption == "Two classes share the first place."
    dialog.reject()


def test_that_scenes_are_added_and_removed_and_each_goes_back_to_its_own_numbers(
    lecture: MainWindow,
) -> None:
    session, store = lecture.documents.session, lecture.store
    first = store.snapshot.state

    lecture.commands["scene.add"].trigger()
    assert (session.scene, session.count, session.title) == (1, 4, {})
    assert store.snapshot.state == first
    store.edit(to_state(with_logit(first, 0, 9.0)), "edit")
    lecture.commands["reset"].trigger()
    assert store.snapshot.state == first

    lecture.commands["scene.previous"].trigger()
    lecture.commands["scene.remove"].trigger()
    assert (session.scene, session.count, session.title) == (0, 3, {})
    while store.history.canUndo():
        lecture.commands["undo"].trigger()
    assert session.document().scenes == LECTURE.scenes
    assert not session.is_modified


def test_that_the_last_scene_is_not_removed(window: MainWindow) -> None:
    assert not window.commands["scene.remove"].isEnabled()

    window.documents.session.change(Place.without_present, "remove")

    assert window.documents.session.count == 1
