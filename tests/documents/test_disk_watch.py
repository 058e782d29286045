from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from xentgui.documents.disk_watch import DiskWatch, Loss
from xentgui.documents.document_file import fingerprint


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.xent.json"
    path.write_bytes(b"first")
    return path


@pytest.fixture
def watch(qtbot: QtBot, path: Path) -> Iterator[DiskWatch]:
    watch = DiskWatch()
    watch.follow(path, fingerprint(b"first"))
    yield watch
    watch.follow(None, "")


def _replace(path: Path, data: bytes) -> None:
    """Do what editors do: write beside the file, and put that in its place."""
    beside = path.with_suffix(".new")
    beside.write_bytes(data)
    beside.replace(path)


def test_that_a_file_written_over_is_noticed(qtbot: QtBot, watch: DiskWatch, path: Path) -> None:
    with qtbot.waitSignal(watch.changed):
        path.write_bytes(b"other")

    assert watch.is_other()
    assert watch.loss() is Loss.DAMAGED


def test_that_a_file_put_in_its_place_is_noticed_again_and_again(
    qtbot: QtBot, watch: DiskWatch, path: Path
) -> None:
    for data in (b"second", b"third", b"fourth"):
        with qtbot.waitSignal(watch.changed):
            _replace(path, data)
    with qtbot.waitSignal(watch.changed):
        path.write_bytes(b"fifth")  # of which the folder knows nothing


def test_that_a_file_that_goes_and_comes_back_is_noticed(
    qtbot: QtBot, watch: DiskWatch, path: Path
) -> None:
    with qtbot.waitSignal(watch.changed):
        path.unlink()
    assert watch.loss() is Loss.GONE
    assert not watch.is_other()

    with qtbot.waitSignal(watch.changed):
        path.write_bytes(b"another")
    assert watch.is_other()


def test_that_what_leaves_the_bytes_as_they_are_is_nothing(
    qtbot: QtBot, watch: DiskWatch, path: Path
) -> None:
    with qtbot.assertNotEmitted(watch.changed, wait=300):
        os.utime(path)
        _replace(path, b"first")
        path.with_name("another file").write_bytes(b"other")

    assert not watch.is_other()


def test_that_a_folder_that_is_never_at_rest_hides_nothing(
    qtbot: QtBot, watch: DiskWatch, path: Path
) -> None:
    told: list[None] = []
    watch.changed.connect(lambda: told.append(None))
    path.write_bytes(b"other")

    def write_another_file() -> bool:
        path.with_name("another file").write_bytes(b"other")
        path.with_name("another file").unlink()
        return bool(told)

    qtbot.waitUntil(write_another_file)


def test_that_the_old_content_that_comes_back_is_noticed(
    qtbot: QtBot, watch: DiskWatch, path: Path
) -> None:
    with qtbot.waitSignal(watch.changed):
        path.write_bytes(b"other")

    with qtbot.waitSignal(watch.restored):
        _replace(path, b"first")
    with qtbot.waitSignal(watch.changed):
        path.write_bytes(b"other")


def test_that_one_content_is_told_of_once(qtbot: QtBot, watch: DiskWatch, path: Path) -> None:
    with qtbot.waitSignal(watch.changed):
        path.write_bytes(b"other")

    with qtbot.assertNotEmitted(watch.changed, wait=300):
        os.utime(path)
        _replace(path, b"other")


def test_that_what_we_have_written_ourselves_is_nothing(
    qtbot: QtBot, watch: DiskWatch, path: Path
) -> None:
    with qtbot.assertNotEmitted(watch.changed, wait=300):
        _replace(path, b"ours")
        watch.follow(path, fingerprint(b"ours"))


def test_that_a_change_before_we_looked_is_noticed_when_we_do(
    qtbot: QtBot, watch: DiskWatch, path: Path
) -> None:
    watch.follow(path, fingerprint(b"what it held yesterday"))

    with qtbot.waitSignal(watch.changed, timeout=0):
        watch.check()
