"""The file of the open document is lost: nothing hangs, the work is kept, offered and asked about."""

from __future__ import annotations

import os
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from xentgui.documents.disk_watch import Loss
from xentgui.documents.document import decode
from xentgui.documents.document_text import encode
from xentgui.documents.file_error import FileError
from xentgui.documents.opening import read_file
from xentgui.documents.scene import Document, Scene
from xentgui.model import State
from xentgui.model.subjects import BareLogits
from xentgui.settings import CONFIG_VARIABLE, Settings
from xentgui.window.main_window import MainWindow

WORK = Document((Scene(BareLogits(State(["cat", "dog"], [1, 2], [1, 0]))),))
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "lecture"
    folder.mkdir()
    (folder / "a.xent.json").write_text(encode(WORK), "utf-8")
    return folder / "a.xent.json"


@pytest.fixture
def opened(window: MainWindow, path: Path) -> Iterator[MainWindow]:
    window.documents.open_path(path)
    assert not window.isWindowModified()
    yield window
    window.documents.closes_unasked = True


def _delete_folder(path: Path) -> None:
    path.unlink()
    path.parent.rmdir()


def _put_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _put_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _put_device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _put_8_gb(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(8 << 30)


def _cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(100)


LOSSES: dict[Callable[[Path], None], tuple[Loss, str, str]] = {
    Path.unlink: (Loss.GONE, "is no longer where it was", "Save"),
    _delete_folder: (Loss.GONE, "is no longer where it was", "Save"),
    _put_folder: (Loss.NO_FILE, "is no longer a file", "Save As…"),
    _put_pipe: (Loss.NO_FILE, "is no longer a file", "Save As…"),
    _put_device: (Loss.NO_FILE, "is no longer a file", "Save As…"),
    _put_8_gb: (Loss.DAMAGED, "no longer holds a document", "Save"),
    _cut: (Loss.DAMAGED, "no longer holds a document", "Save"),
}


@needs_pipes
@pytest.mark.parametrize("lose", LOSSES)
def test_that_every_loss_is_told_and_what_is_here_is_offered(
    opened: MainWindow, path: Path, lose: Callable[[Path], None], qtbot: QtBot
) -> None:
    loss, says, answer = LOSSES[lose]
    lose(path)
    qtbot.waitUntil(lambda: opened.documents.session.loss is loss)

    assert f"a.xent.json {says}" in opened.message_bar.message()
    assert opened.message_bar.button(answer)
    assert opened.isWindowModified()
    assert opened.documents.session.document().scenes[0].state == WORK.scenes[0].state


@needs_pipes
@pytest.mark.parametrize("lose", LOSSES)
def test_that_a_window_whose_file_was_lost_a_moment_ago_asks_before_it_closes(
    opened: MainWindow, path: Path, lose: Callable[[Path], None]
) -> None:
    lose(path)

    opened.close()

    question = opened.findChild(QMessageBox, "question.unsaved")
    assert isinstance(question, QMessageBox)
    assert question.text() == "a.xent.json no longer holds what is here."
    assert opened.isVisible()
    question.button(QMessageBox.StandardButton.Discard).click()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    kept = opened.documents.work.discarded_file
    assert decode(kept.read_bytes()).scenes[0].state == WORK.scenes[0].state


@needs_pipes
def test_that_what_has_a_pipe_in_its_place_is_saved_under_another_name(
    opened: MainWindow, path: Path
) -> None:
    _put_pipe(path)
    opened.close()
    question = opened.findChild(QMessageBox, "question.unsaved")
    assert isinstance(question, QMessageBox)

    question.button(QMessageBox.StandardButton.Save).click()

    dialog = opened.findChild(QFileDialog, "dialog.save")
    assert isinstance(dialog, QFileDialog)
    dialog.reject()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs another user")
def test_that_lost_rights_are_told(opened: MainWindow, path: Path) -> None:
    path.chmod(0)
    os.seteuid(65534)  # root may read everything
    try:
        opened.documents.session.look_at_disk()
    finally:
        os.seteuid(0)

    assert "a.xent.json may no longer be read by you" in opened.message_bar.message()
    assert opened.isWindowModified()


def test_that_a_file_that_comes_back_is_saved_again(
    opened: MainWindow, path: Path, qtbot: QtBot
) -> None:
    path.rename(path.with_suffix(".old"))
    qtbot.waitUntil(opened.message_bar.isVisible)

    path.with_suffix(".old").rename(path)
    qtbot.waitUntil(lambda: not opened.message_bar.isVisible())

    assert not opened.isWindowModified()


def test_that_a_file_of_8_gb_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(encode(WORK), "utf-8")
    _put_8_gb(path)

    tracemalloc.start()
    try:
        with pytest.raises(FileError, match="at most 512 MB are read"):
            read_file(path)
        assert tracemalloc.get_traced_memory()[1] < 10 << 20
    finally:
        tracemalloc.stop()


def test_that_a_name_that_is_no_utf_8_stays_the_name(
    start: Callable[..., MainWindow], tmp_path: Path
) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.xent.json")
    path.write_text(encode(WORK), "utf-8")
    window = start(file=path)
    window.commands["target.uniform"].trigger()

    window.documents.saving.save()

    assert decode(path.read_bytes()).scenes[0].state.target == (0.5, 0.5)
    names = [os.fsencode(one.name) for one in tmp_path.iterdir() if one.suffix == ".json"]
    assert names == [b"caf\xe9.xent.json"]


@needs_pipes
def test_that_nothing_is_written_in_the_place_of_a_pipe(opened: MainWindow, path: Path) -> None:
    _put_pipe(path)

    opened.documents.saving.save()

    assert path.is_fifo()
    assert "is not saved" in opened.message_bar.message()


@needs_pipes
def test_that_settings_that_are_a_pipe_are_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path))
    os.mkfifo(tmp_path / "settings.ini")

    settings = Settings.of_person()
    settings.zoom = 1.5
    settings.save()

    assert settings.zoom == pytest.approx(1.5)
    assert (tmp_path / "settings.ini").is_fifo()


@needs_pipes
@pytest.mark.parametrize("name", ["recovery-1-0.json", "recovery-1-0.journal", "discarded.new"])
def test_that_a_recovery_file_that_is_a_pipe_is_not_waited_for(
    start: Callable[..., MainWindow], settings_path: Path, name: str
) -> None:
    folder = settings_path.parent / "state"
    folder.mkdir(parents=True)
    os.mkfifo(folder / name)

    assert start().isVisible()


def test_that_another_document_has_no_word_about_the_lost_file(
    opened: MainWindow, path: Path, qtbot: QtBot
) -> None:
    path.unlink()
    qtbot.waitUntil(opened.message_bar.isVisible)

    opened.documents.new()
    question = opened.findChild(QMessageBox, "question.unsaved")
    assert isinstance(question, QMessageBox)
    question.button(QMessageBox.StandardButton.Discard).click()

    assert not opened.message_bar.isVisible()
    assert not opened.isWindowModified()
