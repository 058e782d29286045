from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import (
    QEvent,
    QLibraryInfo,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QUrl,
    QVersionNumber,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.documents.samples import LECTURE, MASKED, ONE, TIE
from xentgui.documents.document import Document, Scene, decode, encode
from xentgui.export.figure import Figure
from xentgui.export.file_formats import EXPORT_FORMATS
from xentgui.export.spec import FigureSpec
from xentgui.model import State, derive
from xentgui.model.subjects import BareLogits, to_state
from xentgui.model.view import View
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]
SAVE = QMessageBox.StandardButton.Save
DISCARD = QMessageBox.StandardButton.Discard
CANCEL = QMessageBox.StandardButton.Cancel


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "lecture.xent.json"
    path.write_text(encode(LECTURE), "utf-8")
    return path


def _state(window: MainWindow) -> State:
    return window.store.snapshot.state


def _open(window: MainWindow, path: Path) -> None:
    window.documents.open_path(path)


def _edit(window: MainWindow) -> State:
    window.commands["target.uniform"].trigger()
    return _state(window)


def _question(window: MainWindow, key: str = "question.unsaved") -> QMessageBox:
    box = window.findChild(QMessageBox, key)
    assert isinstance(box, QMessageBox), key
    return box


def _answer(window: MainWindow, answer: QMessageBox.StandardButton) -> None:
    _question(window).button(answer).click()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _choose(window: MainWindow, key: str, path: Path) -> None:
    """Type a name into a file dialog and press its button."""
    dialog = window.findChild(QFileDialog, key)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _asks_nothing(window: MainWindow) -> bool:
    return not window.findChildren(QMessageBox)


# The title


def test_that_the_title_names_the_document_and_marks_what_is_not_saved(
    window: MainWindow, tmp_path: Path
) -> None:
    assert window.windowTitle() == "Untitled[*] — XentGUI"
    assert not window.isWindowModified()

    _edit(window)
    assert window.isWindowModified()

    window.documents.session.save(tmp_path / "odd [*] name.xent.json")
    assert window.windowTitle() == "odd [*][*] name.xent.json[*] — XentGUI"
    assert not window.isWindowModified()
    assert window.windowFilePath().endswith("name.xent.json")

    window.commands["undo"].trigger()
    assert window.isWindowModified()


def test_that_untitled_work_is_called_so_in_the_language_of_the_moment(start: Start) -> None:
    window = start(language="zh_CN")

    assert window.windowTitle().endswith("[*] — XentGUI")
    assert not window.isWindowModified()
    window.commands["language.en"].trigger()
    QApplication.processEvents()
    assert window.windowTitle() == "Untitled[*] — XentGUI"
    assert not window.isWindowModified()
    window.commands["language.system"].trigger()


# Opening


def test_that_opening_shows_the_first_scene_as_it_was_meant(window: MainWindow, path: Path) -> None:
    _edit(window)
    window.commands["undo"].trigger()

    _open(window, path)

    assert _state(window) == TIE.state
    assert window.store.view.unit == "bits"
    assert set(window.cards.panels_shown()) == {"gradient", "information"}
    assert not window.store.history.canUndo()
    assert not window.store.history.canRedo()
    assert window.windowTitle() == "lecture.xent.json[*] (1/3) — A tie — XentGUI"
    assert not window.isWindowModified()

    _edit(window)
    window.commands["reset"].trigger()
    assert _state(window) == TIE.state


def test_that_a_file_is_chosen_in_a_dialog(window: MainWindow, path: Path) -> None:
    window.commands["file.open"].trigger()

    _choose(window, "dialog.open", path)

    assert _state(window) == TIE.state


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (encode(LECTURE).replace("1.5", '"one"'), "$.scenes[0].logits[0] is “one”"),
        (encode(LECTURE).replace('"version": 1', '"version": 99'), "newer XentGUI"),
        (encode(LECTURE).replace('"unit"', '"unix"'), "Write “unit”"),
        (encode(LECTURE)[:300], "breaks off at line"),
    ],
)
def test_that_a_file_that_cannot_be_opened_says_why_and_leaves_everything(
    window: MainWindow, path: Path, data: str, words: str
) -> None:
    work = _edit(window)
    path.write_text(data, "utf-8")

    _open(window, path)

    assert words in window.message_bar.message()
    assert "lecture.xent.json" in window.message_bar.message()
    assert window.message_bar.isVisible()
    assert _state(window) == work
    assert window.store.history.canUndo()
    assert _asks_nothing(window)
    window.message_bar.button("Dismiss").click()
    assert not window.message_bar.isVisible()


def test_that_what_is_wrong_is_said_in_the_language_of_the_moment(
    window: MainWindow, path: Path
) -> None:
    path.write_text(encode(LECTURE).replace("1.5", '"one"'), "utf-8")
    _open(window, path)

    window.commands["language.zh_CN"].trigger()
    assert "$.scenes[0].logits[0]" in window.message_bar.message()
    window.commands["language.en"].trigger()
    assert "is “one”" in window.message_bar.message()
    window.commands["language.system"].trigger()


def test_that_unsaved_work_is_asked_about_before_another_document_is_opened(
    window: MainWindow, path: Path
) -> None:
    work = _edit(window)

    _open(window, path)
    assert _state(window) == work
    _answer(window, CANCEL)
    assert _state(window) == work
    assert window.store.history.canUndo()

    _open(window, path)
    _answer(window, DISCARD)
    assert _state(window) == TIE.state
    assert _asks_nothing(window)


def test_that_discarded_work_can_be_had_back(window: MainWindow, path: Path) -> None:
    assert not window.commands["file.discarded"].isEnabled()
    work = _edit(window)
    _open(window, path)
    _answer(window, DISCARD)

    window.commands["file.discarded"].trigger()

    assert _state(window) == work
    assert window.isWindowModified()
    assert window.documents.session.path is None


def test_that_work_is_saved_first_if_that_is_the_answer(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    work = _edit(window)
    _open(window, path)

    _answer(window, SAVE)
    _choose(window, "dialog.save", tmp_path / "mine.xent.json")

    assert decode((tmp_path / "mine.xent.json").read_bytes()).scenes[0].state == work
    assert _state(window) == TIE.state


def test_that_new_begins_as_the_program_begins(window: MainWindow, path: Path) -> None:
    opening = _state(window)
    _open(window, path)

    window.commands["file.new"].trigger()

    assert _state(window) == opening
    assert window.documents.session.path is None
    assert not window.isWindowModified()
    assert not window.commands["undo"].isEnabled()


def test_that_the_unit_of_a_document_does_not_become_that_of_the_person(
    window: MainWindow, path: Path
) -> None:
    window.commands["unit.dits"].trigger()

    _open(window, path)
    assert window.store.view.unit == "bits"
    assert window.settings.unit == "dits"

    window.commands["file.new"].trigger()
    assert window.store.view.unit == "dits"


def test_that_files_that_were_open_are_in_the_menu(
    start: Start, path: Path, tmp_path: Path
) -> None:
    window = start()
    other = tmp_path / "R&D.xent.json"
    other.write_text(encode(ONE), "utf-8")
    _open(window, path)
    _open(window, other)

    again = start()
    again.commands.menus["recent"].aboutToShow.emit()
    shown = [action.text() for action in again.commands.menus["recent"].actions()]
    assert shown[:2] == ["&1  R&&D.xent.json", "&2  lecture.xent.json"]
    visible = [action.isVisible() for action in again.commands.menus["recent"].actions()]
    assert visible[:3] == [True, True, False]

    again.commands["recent.2"].trigger()
    assert _state(again) == TIE.state

    path.unlink()
    again.commands["recent.1"].trigger()
    assert "There is no file" in again.message_bar.message()
    again.commands["recent.clear"].trigger()
    assert not again.commands["recent.1"].isVisible()


# Saving


def test_that_saving_asks_for_a_name_once(window: MainWindow, tmp_path: Path) -> None:
    first = _edit(window)
    window.commands["file.save"].trigger()
    _choose(window, "dialog.save", tmp_path / "mine")
    saved = tmp_path / "mine.xent.json"
    assert decode(saved.read_bytes()).scenes[0].state == first
    assert window.windowTitle().startswith("mine.xent.json[*]")

    window.commands["class.add"].trigger()
    window.commands["file.save"].trigger()

    assert decode(saved.read_bytes()).scenes[0].state == _state(window)
    assert not window.isWindowModified()
    assert window.status.message().startswith("Saved ")


def test_that_a_name_that_becomes_that_of_another_file_is_asked_about(
    window: MainWindow, path: Path
) -> None:
    window.commands["file.save"].trigger()
    _choose(window, "dialog.save", path.with_name("lecture."))
    other = path.with_name("lecture..xent.json")
    assert other.exists()

    other.write_text("somebody's")
    window.commands["file.save_as"].trigger()
    _choose(window, "dialog.save", path.with_name("lecture."))
    _question(window, "question.replace").button(CANCEL).click()
    assert other.read_text() == "somebody's"


def test_that_the_panels_and_the_unit_of_the_moment_are_saved(
    window: MainWindow, path: Path
) -> None:
    _open(window, path)
    window.commands["show.distribution"].trigger()
    window.commands["show.gradient"].trigger()
    window.commands["unit.dits"].trigger()
    assert window.isWindowModified()

    window.commands["file.save"].trigger()

    scene = decode(path.read_bytes()).scenes[0]
    assert (scene.panels, scene.unit) == (("information", "distribution"), "dits")
    assert decode(path.read_bytes()).scenes[1:] == LECTURE.scenes[1:]


def test_that_enlarging_a_panel_is_no_change(window: MainWindow, path: Path) -> None:
    _open(window, path)

    window.cards.enlarge("gradient")

    assert not window.isWindowModified()
    assert set(window.documents.session.document().scenes[0].panels) == set(TIE.panels)


def test_that_a_save_that_fails_says_why_and_keeps_the_work(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    inside = path.rename(folder / path.name)
    _open(window, inside)
    work = _edit(window)
    folder.rename(tmp_path / "elsewhere")

    window.commands["file.save"].trigger()
    assert "does not exist" in window.message_bar.message()
    assert window.isWindowModified()
    assert _state(window) == work

    window.message_bar.button("Save As…").click()
    _choose(window, "dialog.save", tmp_path / "b.xent.json")
    assert decode((tmp_path / "b.xent.json").read_bytes()).scenes[0].state == work
    assert not window.message_bar.isVisible()


def test_that_revert_is_a_step_back_to_the_disk(window: MainWindow, path: Path) -> None:
    _open(window, path)
    assert not window.commands["file.revert"].isEnabled()
    work = _edit(window)

    window.commands["file.revert"].trigger()
    assert _state(window) == TIE.state
    assert not window.isWindowModified()

    window.commands["undo"].trigger()
    assert _state(window) == work
    assert window.isWindowModified()


# Closing


def test_that_closing_asks_about_unsaved_work_and_cancel_keeps_the_window(
    window: MainWindow,
) -> None:
    work = _edit(window)

    window.close()
    assert window.isVisible()
    window.close()
    assert len(window.findChildren(QMessageBox, "question.unsaved")) == 1
    _answer(window, CANCEL)

    assert window.isVisible()
    assert _state(window) == work


def test_that_closing_saves_if_that_is_the_answer(window: MainWindow, path: Path) -> None:
    _open(window, path)
    work = _edit(window)

    window.commands["quit"].trigger()
    _answer(window, SAVE)

    assert not window.isVisible()
    assert decode(path.read_bytes()).scenes[0].state == work


def test_that_a_window_whose_work_could_not_be_saved_stays_open(
    window: MainWindow, path: Path
) -> None:
    _open(window, path)
    _edit(window)
    path.unlink()
    path.mkdir()

    window.close()
    _answer(window, SAVE)

    assert window.isVisible()
    assert "a folder, a pipe or a device has taken its place" in window.message_bar.message()


def test_that_closing_without_a_change_asks_nothing(window: MainWindow, path: Path) -> None:
    _open(window, path)
    _edit(window)
    window.commands["undo"].trigger()

    window.close()

    assert not window.isVisible()


def test_that_the_questions_are_in_the_language_of_the_moment(start: Start) -> None:
    window = start(language="zh_CN")
    _edit(window)
    window.close()

    assert _question(window).button(SAVE).text() != "Save"
    _answer(window, CANCEL)


# Other programs


def test_that_a_change_on_the_disk_is_told_of_and_can_be_taken(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    _open(window, path)
    work = _edit(window)

    path.write_text(encode(ONE), "utf-8")
    qtbot.waitUntil(window.message_bar.isVisible)
    assert "Another program has changed lecture.xent.json" in window.message_bar.message()
    assert _state(window) == work

    window.message_bar.button("Reload").click()
    assert _state(window) == MASKED.state
    assert not window.isWindowModified()
    assert not window.message_bar.isVisible()
    window.commands["undo"].trigger()
    assert _state(window) == work


def test_that_what_keys_have_begun_is_a_step_of_its_own_before_a_reload(
    window: MainWindow, path: Path
) -> None:
    _open(window, path)
    begun = State(["cat", "dog"], [1, 2], [1, 0])
    window.store.begin(None, "keys")
    window.store.edit(to_state(begun), "keys")

    window.documents.saving.revert()

    for state in (TIE.state, begun, TIE.state):
        assert _state(window) == state
        window.commands["undo"].trigger()


def test_that_a_change_on_the_disk_can_be_left(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    _open(window, path)
    path.write_text(encode(ONE), "utf-8")
    qtbot.waitUntil(window.message_bar.isVisible)

    window.message_bar.button("Keep My Version").click()

    assert _state(window) == TIE.state
    assert window.isWindowModified()
    window.commands["file.save"].trigger()
    assert _asks_nothing(window)
    assert decode(path.read_bytes()).scenes[0].state == TIE.state


def test_that_a_file_that_is_gone_is_told_of_and_can_be_saved_again(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    _open(window, path)
    path.unlink()
    qtbot.waitUntil(window.message_bar.isVisible)
    assert "no longer where it was" in window.message_bar.message()

    window.message_bar.button("Save").click()

    assert decode(path.read_bytes()).scenes[0].state == TIE.state
    assert not window.message_bar.isVisible()


def test_that_what_another_program_wrote_is_not_replaced_unasked(
    window: MainWindow, path: Path
) -> None:
    _open(window, path)
    work = _edit(window)
    path.write_text(encode(ONE), "utf-8")
    window.documents.session.file.watch.check()
    assert window.message_bar.isVisible()

    window.commands["file.save"].trigger()
    _question(window, "question.overwrite").button(CANCEL).click()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert decode(path.read_bytes()) == ONE

    window.commands["file.save"].trigger()
    _question(window, "question.overwrite").button(SAVE).click()
    assert decode(path.read_bytes()).scenes[0].state == work
    assert not window.message_bar.isVisible()


def test_that_our_own_save_is_no_change_by_another_program(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    _open(window, path)
    _edit(window)
    with qtbot.assertNotEmitted(window.documents.session.changed_on_disk, wait=300):
        window.commands["file.save"].trigger()
        window.documents.session.file.watch.check()


# Scenes


def test_that_scenes_are_walked_through_with_the_keys_of_a_clicker(
    window: MainWindow, path: Path
) -> None:
    assert not window.commands["scene.next"].isEnabled()
    _open(window, path)
    assert not window.commands["scene.previous"].isEnabled()

    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert _state(window) == MASKED.state
    assert "(2/3)" in window.windowTitle()
    assert window.store.view.unit == "nats"
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert not window.commands["scene.next"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    QTest.keyClick(window, Qt.Key.Key_PageUp)

    assert _state(window) == TIE.state
    assert set(window.cards.panels_shown()) == set(TIE.panels)
    assert not window.isWindowModified()


def test_that_a_large_document_is_read_beside_the_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    names = [f"token {k}" for k in range(20_000)]
    scene = Scene(BareLogits(State(names, [0.25] * 20_000, [1.0] + [0.0] * 19_999)))
    file = tmp_path / "large.xent.json"
    file.write_text(encode(Document((scene, scene))), encoding="utf-8")
    assert file.stat().st_size > 1_000_000

    window.documents.open_path(file)

    assert window.documents.session.path is None  # it is being read
    qtbot.waitUntil(lambda: window.documents.session.path == file)
    assert _state(window) == scene.state


# Dropping


def _drop(window: MainWindow, data: QMimeData, where: QPoint) -> None:
    """Drop `data` on whatever Qt would give it to: the innermost widget that takes drops."""
    target: QWidget | None = window.childAt(where)
    while target is not None and not target.acceptDrops():
        target = target.parentWidget() if not target.isWindow() else None
    target = target or window
    action, left, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    # Before 6.12 whole pixels are asked for, and since then advised against.
    whole = QLibraryInfo.version() < QVersionNumber(6, 12)
    entered = QDragEnterEvent(where if whole else QPointF(where), action, data, left, keys)
    QApplication.sendEvent(target, entered)
    assert entered.isAccepted()
    dropped = QDropEvent(QPointF(where), action, data, left, keys)
    QApplication.sendEvent(target, dropped)
    assert dropped.isAccepted()
    QApplication.processEvents()


def _files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def _middle(window: MainWindow, widget: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


def test_that_a_document_can_be_dropped_anywhere(window: MainWindow, path: Path) -> None:
    parts = [window.logit_table, window.target_table, window.readouts, window.status]
    for part in (*parts, *window.panels.values()):
        if not part.isVisible():
            continue
        window.commands["file.new"].trigger()
        _drop(window, _files(path), _middle(window, part))
        assert _state(window) == TIE.state, part.objectName()


@pytest.mark.parametrize("kind", EXPORT_FORMATS)
def test_that_an_exported_figure_that_is_dropped_restores_what_it_was_made_from(
    window: MainWindow, tmp_path: Path, kind: str
) -> None:
    state = State(
        ["猫", "b"], [0.1, -math.inf], [1 / 3, 1], temperature=1e-300, label_smoothing=0.1
    )
    document = window.documents.session.document()
    window.store.open(BareLogits(state))
    document = window.documents.session.document()
    figure = Figure(
        FigureSpec.in_pixels(("information",), 600, 400), derive(state), View(), encode(document)
    )
    file = tmp_path / f"figure.{kind}"
    file.write_bytes(EXPORT_FORMATS[kind].encode(figure))
    window.commands["file.new"].trigger()
    if not _asks_nothing(window):
        _answer(window, DISCARD)

    _drop(window, _files(file), QPoint(700, 400))

    assert _state(window) == state
    assert window.documents.session.path is None
    assert not window.isWindowModified()


@pytest.mark.parametrize("name", ["logits.json", "logits.txt"])
def test_that_logits_in_json_are_opened_like_a_document(
    window: MainWindow, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.write_text('{"labels": ["cat", "dog"], "logits": [1.5, -2]}', "utf-8")

    window.documents.open_path(file)

    assert _state(window).labels == ("cat", "dog")
    assert _state(window).logits == (1.5, -2.0)
    assert window.message_bar.message() == ""
    window.commands["undo"].trigger()
    _drop(window, _files(file), QPoint(700, 400))
    assert _state(window).logits == (1.5, -2.0)


@pytest.mark.parametrize("kind", ["document", *EXPORT_FORMATS])
def test_that_a_document_that_is_imported_is_opened(
    window: MainWindow, path: Path, tmp_path: Path, kind: str
) -> None:
    if kind in EXPORT_FORMATS:
        spec = FigureSpec.in_pixels(("information",), 600, 400)
        figure = Figure(spec, derive(TIE.state), View(), encode(LECTURE))
        path = tmp_path / f"figure.{kind}"
        path.write_bytes(EXPORT_FORMATS[kind].encode(figure))
    work = _edit(window)

    window.samples.open(path)
    assert _state(window) == work
    _answer(window, DISCARD)

    assert _state(window) == TIE.state
    assert window.documents.session.path == (path if kind == "document" else None)


def test_that_a_document_that_cannot_be_imported_is_named(window: MainWindow, path: Path) -> None:
    path.write_text(encode(LECTURE).replace("1.5", '"one"'), "utf-8")

    window.samples.open(path)

    assert "lecture.xent.json: $.scenes[0].logits[0]" in window.message_bar.message()


def test_that_a_table_of_tokens_in_angle_brackets_is_no_picture(
    window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "vocabulary.csv"
    file.write_text("<pad>,<unk>,cat\n1,2,3\n", "utf-8")

    window.documents.open_path(file)

    assert _state(window).labels == ("<pad>", "<unk>", "cat")
    assert _state(window).logits == (1.0, 2.0, 3.0)


def test_that_content_is_opened_under_any_name_and_refused_by_its_kind(
    window: MainWindow, tmp_path: Path
) -> None:
    with (tmp_path / "result").open("wb") as file:
        np.save(file, np.array([3.0, 1.0]))
    window.documents.open_path(tmp_path / "result")
    assert _state(window).logits == (3.0, 1.0)

    (tmp_path / "model.bin").write_bytes(b"\x89HDF\r\n")
    window.documents.open_path(tmp_path / "model.bin")
    assert "a file of the kind HDF5" in window.message_bar.message()
    assert _state(window).logits == (3.0, 1.0)


def test_that_a_file_with_the_name_of_a_document_is_refused_as_one(
    window: MainWindow, path: Path
) -> None:
    path.write_text("label,logit\ncat,1\ndog,2\n", "utf-8")

    window.documents.open_path(path)

    assert "lecture.xent.json: This is not an XentGUI document" in window.message_bar.message()


def test_that_a_damaged_document_is_not_taken_for_logits(
    window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "work.json"
    file.write_text('{"format": "xentgui-document", "version": 1, "logits": [1, 2]}', "utf-8")

    window.documents.open_path(file)

    assert "work.json: The key “logits” at $" in window.message_bar.message()


def test_that_dropping_asks_about_unsaved_work(window: MainWindow, path: Path) -> None:
    work = _edit(window)

    _drop(window, _files(path), QPoint(700, 400))
    _answer(window, CANCEL)

    assert _state(window) == work


def test_that_a_text_that_is_dropped_is_read_as_if_it_were_pasted(window: MainWindow) -> None:
    text = QMimeData()
    text.setText("cat\t1.5\ndog\t-2\nowl\t3")

    _drop(window, text, QPoint(700, 400))

    assert _state(window).labels == ("cat", "dog", "owl")
    assert _state(window).logits == (1.5, -2.0, 3.0)
    window.run_command("undo")
    assert _state(window).logits == (2.33, -1.46, 0.56)


def test_that_anything_else_that_is_dropped_is_told_what_can_be(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    before = _state(window)
    text, remote, picture = QMimeData(), QMimeData(), tmp_path / "photo.png"
    text.setText(" \n")
    remote.setUrls([QUrl("https://example.org/a.xent.json")])
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")

    for data, words in (
        (text, "a figure that XentGUI has exported"),
        (remote, "neither a file nor a text"),
        (_files(path, path), "2 files were dropped"),
        (_files(tmp_path), "is a folder"),
        (_files(picture), "picture without numbers"),
    ):
        _drop(window, data, QPoint(700, 400))
        assert words in window.message_bar.message()
    assert _state(window) == before


# The command line


def test_that_a_document_can_be_named_at_the_start(start: Start, path: Path) -> None:
    window = start(file=path)

    assert _state(window) == TIE.state
    assert window.documents.session.path == path
    assert not window.store.history.canUndo()


def test_that_a_start_with_a_file_that_is_not_there_opens_the_window_and_says_so(
    start: Start, tmp_path: Path
) -> None:
    window = start(file=tmp_path / "nothing.xent.json")

    assert "There is no file" in window.message_bar.message()
    assert window.message_bar.isVisible()
    assert window.documents.session.path is None


@pytest.mark.parametrize("width", [1440, 700])
def test_that_a_message_has_the_room_it_needs_and_no_more(
    window: MainWindow, tmp_path: Path, width: int
) -> None:
    _open(window, tmp_path / ("n" * 60) / "nothing.xent.json")
    window.resize(width, 700)
    QApplication.processEvents()

    text = window.message_bar.findChild(QLabel, "message_bar.text")
    assert text.height() == text.heightForWidth(text.width())
    assert window.message_bar.height() < text.height() + 40
    assert (text.height() > 2 * text.fontMetrics().height()) == (width == 700)
