"""A long document: its first scene is there at once, and can be used while the others come."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.documents.test_long_documents import compact, document
from xentgui.documents.document_file import LONG_FILE
from xentgui.documents.scene import Document
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]
VOCABULARY, SCENES, MANY = 50_257, 8, 100


@pytest.fixture(scope="module")
def long() -> Document:
    return document(SCENES, VOCABULARY)


def _written(folder: Path, one: Document, *, end: str = "") -> Path:
    path = folder / "long.xent.json"
    path.write_text(compact(one) + end, "utf-8")
    assert path.stat().st_size > LONG_FILE
    return path


def _count(window: MainWindow) -> int:
    return window.documents.session.count


def test_that_the_first_scene_is_shown_at_once_and_the_others_come(
    start: Start, qtbot: QtBot, tmp_path: Path, long: Document
) -> None:
    window, path = start(), _written(tmp_path, long)

    window.documents.open_path(path)

    assert window.store.snapshot.state == long.scenes[0].state
    assert (_count(window), window.documents.path) == (1, None)
    qtbot.waitUntil(lambda: _count(window) == SCENES, timeout=60_000)
    assert window.documents.path == path
    assert not window.documents.is_modified
    window.run_command("scene.next")
    assert window.store.snapshot.state == long.scenes[1].state


@pytest.mark.long
def test_that_what_is_done_meanwhile_stays_and_can_be_undone(
    start: Start, qtbot: QtBot, tmp_path: Path, long: Document
) -> None:
    window, path = start(), _written(tmp_path, long)
    window.documents.open_path(path)

    window.run_command("target.uniform")
    uniform = window.store.snapshot.state
    qtbot.waitUntil(lambda: _count(window) == SCENES, timeout=60_000)

    assert window.store.snapshot.state == uniform != long.scenes[0].state
    assert window.documents.is_modified
    window.run_command("undo")
    assert window.store.snapshot.state == long.scenes[0].state
    assert not window.documents.is_modified


def test_that_another_document_that_is_begun_meanwhile_stays(
    start: Start, qtbot: QtBot, tmp_path: Path, long: Document
) -> None:
    window, path = start(), _written(tmp_path, long)
    window.documents.open_path(path)

    window.run_command("file.new")
    state = window.store.snapshot.state
    qtbot.wait(400)  # longer than until the others are read

    assert window.store.snapshot.state == state
    assert (_count(window), window.documents.path) == (1, None)


@pytest.mark.long
def test_that_damage_further_down_is_said_and_the_first_scene_stays(
    start: Start, qtbot: QtBot, tmp_path: Path, long: Document
) -> None:
    window, path = start(), _written(tmp_path, long, end="}")
    window.documents.open_path(path)

    qtbot.waitUntil(lambda: "damaged" in window.message_bar.message(), timeout=60_000)

    assert window.store.snapshot.state == long.scenes[0].state
    assert window.documents.path is None


@pytest.mark.long
def test_that_100_scenes_of_a_vocabulary_come_while_the_first_one_is_there(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    many = document(MANY, VOCABULARY)
    window, path = start(), _written(tmp_path, many)

    window.documents.open_path(path)

    assert window.store.snapshot.state == many.scenes[0].state
    qtbot.waitUntil(lambda: _count(window) == MANY, timeout=240_000)
    assert window.documents.session.document().scenes[-1].state == many.scenes[-1].state
