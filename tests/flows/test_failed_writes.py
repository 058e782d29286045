"""Writes that fail: nothing that was safe is lost, it is said, and the work goes on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog

import xentgui
from tests.documents.samples import LECTURE
from xentgui.documents.document import decode, encode
from xentgui.documents.journal.replay import contents
from xentgui.documents.recovery import Recovery
from xentgui.documents.work import Work
from xentgui.program.cli import main
from xentgui.window.main_window import MainWindow

outside = pytest.importorskip("tests.outside", reason="there are no such limits on Windows")

Start = Callable[..., MainWindow]
Break = Callable[[Path], AbstractContextManager[None]]
ROOT = Path(xentgui.__file__).parents[1]
WORK = Work(LECTURE, None, 1, "")


def _no_room(folder: Path) -> AbstractContextManager[None]:
    return outside.full_disk(0)


def _little_room(folder: Path) -> AbstractContextManager[None]:
    """There is room for a lock and for the beginning of a document."""
    return outside.full_disk(200)


def _no_folder(folder: Path) -> AbstractContextManager[None]:
    shutil.rmtree(folder)
    return nullcontext()


@contextmanager
def _no_room_in_the_way(folder: Path) -> Iterator[None]:
    """A file stands where the folder was."""
    aside = folder.with_name("aside")
    folder.rename(aside)
    folder.write_text("in the way")
    yield
    folder.unlink()
    aside.rename(folder)


def _keep(recovery: Recovery, work: Work) -> None:
    recovery.begin(lambda: contents(work, (), 0, work))


FULL = pytest.mark.parametrize("broken", [_no_room, _little_room], ids=["no room", "little room"])
EVERY_WAY = pytest.mark.parametrize(
    "broken",
    [_no_room, _little_room, _no_folder, _no_room_in_the_way],
    ids=["no room", "little room", "no folder", "a file for a folder"],
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a document in a folder of its own."""
    folder = tmp_path / "lectures"
    folder.mkdir()
    path = folder / "lecture.xent.json"
    path.write_text(encode(LECTURE), "utf-8")
    return path


# --- Save


def _save_as(window: MainWindow, path: Path) -> None:
    window.commands["file.save_as"].trigger()
    dialog = window.findChild(QFileDialog, "dialog.save")
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@EVERY_WAY
def test_that_what_could_not_be_saved_is_said_and_can_be_saved_elsewhere(
    start: Start, path: Path, tmp_path: Path, broken: Break
) -> None:
    window = start(file=path)
    window.commands["target.uniform"].trigger()
    state = window.store.snapshot.state

    with broken(path.parent):
        window.commands["file.save"].trigger()

    assert window.message_bar.isVisible()
    assert window.isWindowModified()
    assert window.store.snapshot.state == state
    if path.exists():
        assert decode(path.read_bytes()) == LECTURE
        assert list(path.parent.iterdir()) == [path]
    other = tmp_path / "other.xent.json"
    _save_as(window, other)
    assert decode(other.read_bytes()).scenes[0].state == state
    assert not window.isWindowModified()


# --- Recovery


@EVERY_WAY
def test_that_the_work_goes_on_where_it_cannot_be_kept(
    start: Start, settings_path: Path, broken: Break
) -> None:
    window = start()
    kept = settings_path.parent / "state"
    kept.mkdir(exist_ok=True)

    with broken(kept):
        window.commands["target.uniform"].trigger()
        QApplication.processEvents()
        window.commands["target.normalise"].trigger()
        QApplication.processEvents()

    assert window.store.snapshot.state.target == (1 / 3, 1 / 3, 1 / 3)


@FULL
def test_that_older_work_stays_whole_where_newer_cannot_be_kept(
    qapp: QApplication, tmp_path: Path, broken: Break
) -> None:
    recovery = Recovery(tmp_path)
    _keep(recovery, WORK)
    recovery.write()
    before = recovery.path.read_bytes()

    with broken(tmp_path):
        _keep(recovery, Work(LECTURE, Path("/elsewhere.xent.json"), 0, ""))
        recovery.write()

    assert recovery.path.read_bytes() == before
    recovery.close()


@FULL
def test_that_lost_work_stays_on_the_disk_until_it_is_kept_anew(
    qapp: QApplication, tmp_path: Path, broken: Break
) -> None:
    other = Recovery(tmp_path)
    _keep(other, WORK)
    other.write()
    left = tmp_path / "recovery-1-left.journal"
    other.path.rename(left)
    other.close()

    recovery = Recovery(tmp_path)
    with broken(tmp_path):
        found = recovery.lost()

    assert left.exists() or (recovery.path.exists() and recovery.path.stat().st_size)
    recovery._lock.unlock()  # the program dies before there is room again
    again = Recovery(tmp_path)
    assert found is None or found.work == WORK
    lost = again.lost()
    assert lost is not None
    assert lost.work == WORK
    again.close()


def test_that_what_is_discarded_on_a_full_disk_leaves_what_was_discarded_before(
    qapp: QApplication, tmp_path: Path
) -> None:
    recovery = Recovery(tmp_path)
    recovery.discard(LECTURE)
    before = recovery.discarded.read_bytes()

    with outside.full_disk(100):
        recovery.discard(decode(encode(LECTURE).replace("cat", "dog and another cat")))

    assert recovery.discarded.read_bytes() == before
    recovery.close()


# --- Figures and numbers


@EVERY_WAY
@pytest.mark.parametrize("command", ["evaluate", "export"])
def test_that_a_file_of_the_command_line_stays_whole(
    qapp: QApplication,
    capsys: pytest.CaptureFixture[str],
    path: Path,
    broken: Break,
    command: str,
) -> None:
    output = path.parent / ("figure.svg" if command == "export" else "numbers.csv")
    output.write_text("old")

    with broken(path.parent):
        code = main([command, "--logits=2.33,-1.46,0.56", "-o", str(output)])

    assert code == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"xentgui {command}: ")
    assert output.name in told.err
    if output.exists():
        assert output.read_text() == "old"
        assert sorted(path.parent.iterdir()) == sorted([output, path])


@pytest.mark.expensive
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("command", ["evaluate", "export"])
def test_that_a_full_standard_output_ends_with_1_and_a_reason(command: str) -> None:
    more = ["-o", "-", "--format=svg"] if command == "export" else []

    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "xentgui", command, "--logits=1,2", *more],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert run.returncode == 1
    assert run.stderr.startswith(f"xentgui {command}: ")
    assert "Traceback" not in run.stderr


@EVERY_WAY
def test_that_numbers_that_could_not_be_written_are_told_in_the_window(
    window: MainWindow, path: Path, broken: Break
) -> None:
    output = path.parent / "numbers.csv"
    output.write_text("old")

    with broken(path.parent):
        assert not window.exports.save_numbers("csv", output)

    assert output.name in window.status.message()
    assert not output.exists() or output.read_text() == "old"


# --- Settings


@EVERY_WAY
def test_that_a_window_closes_where_its_settings_cannot_be_written(
    start: Start, settings_path: Path, broken: Break
) -> None:
    window = start()
    window.commands["theme.dark"].trigger()
    window.documents.closes_unasked = True
    settings_path.parent.mkdir(exist_ok=True)

    with broken(settings_path.parent):
        assert window.close()
