"""A matrix that stays in its file: the same numbers, and a sentence for whatever happens to it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from xentgui.model import State
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.reading.arrays import open_array
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.file_array import LostFileError
from xentgui.reading.regular_file import NoOrdinaryFileError, open_regular, read_regular
from xentgui.reading.samples.scan import Scan
from xentgui.reading.samples.walk import Walk

ROWS, K = 40_000, 5
LOGITS = np.arange(ROWS * K, dtype=np.float64).reshape(ROWS, K) % 7.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "a.npy"
    np.save(found, LOGITS)
    return found


@pytest.fixture
def of(path: Path) -> LogitsBatch:
    return open_array(path)


def _cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def _grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"\0" * 80)


def _write_over(path: Path) -> None:
    np.save(path, LOGITS + 1.0)


def _replace(path: Path) -> None:
    np.save(path.with_name("new.npy"), LOGITS + 1.0)
    path.with_name("new.npy").replace(path)


def _remove_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def _put_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _put_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _put_device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


CHANGES: dict[Callable[[Path], None], str] = {
    _cut: "was cut off: it had 1600128 bytes and has 800064",
    _grow: "has grown: it had 1600128 bytes and has 1600208",
    _write_over: "was written over by another program",
    _replace: "is another file now",
    Path.unlink: "is no longer where it was",
    _remove_folder: "is no longer where it was",
    _put_folder: "is no longer a file",
    _put_pipe: "is no longer a file",
    _put_device: "is no longer a file",
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")
@pytest.mark.parametrize(("change", "says"), CHANGES.items())
def test_that_whatever_happens_to_the_file_has_a_sentence_and_no_numbers(
    path: Path, of: LogitsBatch, change: Callable[[Path], None], says: str
) -> None:
    assert of.row(3).tolist() == LOGITS[3].tolist()
    change(path)

    for row in (3, ROWS - 1):
        with pytest.raises(LostFileError, match=says) as error:
            of.row(row)
        assert "“a.npy”" in str(error.value)
        assert "What is shown stays" in str(error.value)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs another user")
def test_that_lost_rights_have_a_sentence(path: Path, of: LogitsBatch) -> None:
    path.chmod(0)
    os.seteuid(65534)  # root may read everything
    try:
        with pytest.raises(LostFileError, match="may no longer be read by you"):
            of.row(3)
    finally:
        os.seteuid(0)


def test_that_a_scan_never_mixes_two_files(path: Path, of: LogitsBatch) -> None:
    scan = Scan(of, ScalarSettings())
    scan.advance()
    assert 0 < scan.reached < ROWS
    _write_over(path)

    with pytest.raises(LostFileError, match="written over"):
        scan.advance()
    assert scan.skipped == 0


def test_that_a_step_stays_where_it_is_once_the_file_is_lost(path: Path, of: LogitsBatch) -> None:
    walk, like = Walk(of), State(tuple("abcde"), (0.0,) * K, (1.0, 0.0, 0.0, 0.0, 0.0))
    walk.go(7, like)
    path.unlink()

    with pytest.raises(LostFileError, match="no longer where it was"):
        walk.go(8, like)
    assert (walk.row, walk.place) == (7, 7)


@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("kind", ["<f8", ">f4", "<f2", "<i2"])
@pytest.mark.parametrize("shape", [(4,), (1, 4), (9, 4)])
def test_that_rows_are_those_of_the_array(
    tmp_path: Path, shape: tuple[int, ...], kind: str, order: str
) -> None:
    array = np.asarray(np.arange(np.prod(shape)).reshape(shape), kind, order=order)  # type: ignore[call-overload]
    np.save(tmp_path / "a.npy", array)

    of = open_array(tmp_path / "a.npy")
    matrix = array.reshape(-1, 4)

    assert of.rows(0, of.samples).tolist() == matrix.tolist()
    assert [of.row(k).tolist() for k in range(of.samples)] == matrix.tolist()


def test_that_targets_stay_in_the_file_too(tmp_path: Path) -> None:
    rows = 6_000_000
    targets = (np.arange(rows) % 2).reshape(rows, 1)
    np.savez(tmp_path / "a.npz", logits=np.zeros((rows, 2), np.float32), y=targets)

    of = open_array(tmp_path / "a.npz")

    assert not isinstance(of.targets, np.ndarray)
    assert np.asarray(of.target_rows(5, 9)).tolist() == [1, 0, 1, 0]
    _cut(tmp_path / "a.npz")
    with pytest.raises(LostFileError):
        of.target_rows(5, 9)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")
def test_that_neither_a_pipe_nor_a_device_is_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path / "pipe", Path("/dev/zero"), Path("/dev/tty")):
        if path.exists():
            with pytest.raises(NoOrdinaryFileError):
                open_regular(path)
    with pytest.raises(IsADirectoryError):
        open_regular(tmp_path)


def test_that_no_more_is_read_than_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "8GB"
    with path.open("wb") as file:
        file.truncate(8 << 30)

    assert read_regular(path, 10) == b"\0" * 10
