from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QMessageBox
from pytestqt.qtbot import QtBot

from xentgui.model.subjects import resolve
from xentgui.program.crash import CrashReporter
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]
DISCARD = QMessageBox.StandardButton.Discard


@pytest.fixture
def reporter(window: MainWindow, tmp_path: Path) -> Iterator[CrashReporter]:
    reporter = CrashReporter(tmp_path, window)
    reporter.install()
    yield reporter
    reporter.uninstall()


def _fail(text: str) -> None:
    """Raise and report, as Python does with an exception that nobody catches."""
    try:
        raise ZeroDivisionError(text)
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_that_an_unexpected_exception_is_shown_and_logged(
    reporter: CrashReporter, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    _fail("by nought")
    qtbot.waitUntil(lambda: reporter.dialog is not None)

    assert reporter.dialog is not None
    assert "ZeroDivisionError: by nought" in reporter.dialog.text()
    assert "Traceback" in reporter.dialog.detailedText()
    assert "by nought" in reporter.log_path.read_text()
    assert "by nought" in capsys.readouterr().err
    reporter.dialog.close()


def test_that_the_details_can_be_copied_and_the_dialog_stays(
    reporter: CrashReporter, qtbot: QtBot
) -> None:
    _fail("to copy")
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None

    copy = next(b for b in reporter.dialog.buttons() if "Copy" in b.text())
    assert isinstance(copy, QAbstractButton)
    copy.click()

    assert "ZeroDivisionError: to copy" in QGuiApplication.clipboard().text()
    assert reporter.dialog.isVisible()
    QGuiApplication.clipboard().clear()
    reporter.dialog.close()


def test_that_a_fault_that_comes_back_is_shown_once_and_others_wait_their_turn(
    reporter: CrashReporter, qtbot: QtBot
) -> None:
    for _ in range(50):
        _fail("again and again")
    _fail("another")
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    first = reporter.dialog
    assert first is not None
    assert "again and again" in first.text()

    first.close()
    qtbot.waitUntil(lambda: reporter.dialog is not None and reporter.dialog is not first)
    second = reporter.dialog
    assert second is not None
    assert "another" in second.text()

    second.close()
    assert reporter.dialog is None


def test_that_an_exception_in_another_thread_is_shown(
    reporter: CrashReporter, qtbot: QtBot
) -> None:
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    reporter.dialog.close()


def _die(window: MainWindow) -> None:
    """End a window as a dying process does: nothing is told, and its lock is free."""
    assert window.documents.work.recovery is not None
    window.documents.work.recovery.write()
    window.documents.work.recovery._lock.unlock()
    window.documents.work.recovery = None


def test_that_work_is_back_after_a_crash_and_can_be_discarded(start: Start) -> None:
    dead = start()
    opening = dead.store.snapshot.state
    dead.commands["target.uniform"].trigger()
    work = dead.store.snapshot.state
    _die(dead)

    window = start()
    assert window.store.snapshot.state == work
    assert window.status.discard.isVisible()
    assert window.status.message()

    window.status.discard.click()
    assert window.store.snapshot.state == opening
    assert not window.status.discard.isVisible()
    window.commands["undo"].trigger()
    assert window.store.snapshot.state == work


def test_that_the_offer_to_discard_ends_with_the_first_step(start: Start) -> None:
    dead = start()
    dead.commands["target.uniform"].trigger()
    _die(dead)
    window = start()

    window.commands["class.add"].trigger()

    assert not window.status.discard.isVisible()


def test_that_a_program_that_ended_as_it_should_leaves_nothing_to_recover(start: Start) -> None:
    window = start()
    opening = window.store.snapshot.state
    window.commands["target.uniform"].trigger()
    window.close()
    window.findChild(QMessageBox, "question.unsaved").button(DISCARD).click()
    assert not window.isVisible()

    again = start()

    assert again.store.snapshot.state == opening
    assert not again.status.discard.isVisible()


def test_that_two_running_programs_do_not_take_each_others_work(start: Start) -> None:
    one = start()
    one.commands["target.uniform"].trigger()
    assert one.documents.work.recovery is not None
    one.documents.work.recovery.write()

    other = start()

    assert other.store.snapshot.state == resolve(other.documents.opening_subject)


def test_that_undo_goes_back_into_the_steps_before_a_crash(start: Start) -> None:
    dead = start()
    opening = dead.store.snapshot.state
    dead.commands["target.uniform"].trigger()
    uniform = dead.store.snapshot.state
    dead.commands["class.add"].trigger()
    dead.commands["undo"].trigger()
    _die(dead)

    window = start()

    assert window.store.snapshot.state == uniform
    assert window.commands["undo"].text() == dead.commands["undo"].text()
    window.commands["undo"].trigger()
    assert window.store.snapshot.state == opening
    window.commands["redo"].trigger()
    window.commands["redo"].trigger()
    assert len(window.store.snapshot.state.labels) == 4


def _journal(start: Start) -> Path:
    """Return the journal of a window that has crashed after two steps."""
    dead = start()
    dead.commands["target.uniform"].trigger()
    dead.commands["class.add"].trigger()
    assert dead.documents.work.recovery is not None
    path = dead.documents.work.recovery.path
    _die(dead)
    return path


def test_that_a_journal_that_breaks_off_is_told_of(start: Start) -> None:
    path = _journal(start)
    path.write_bytes(path.read_bytes()[:-100])

    window = start()

    assert "but for a change that was being made" in window.status.message()
    assert window.store.history.count() == 1


def test_that_a_damaged_journal_is_kept_and_told_of(start: Start) -> None:
    path = _journal(start)
    data = bytearray(path.read_bytes())
    data[data.index(b"\nstep ") + 50] ^= 1
    path.write_bytes(bytes(data))

    window = start()

    damaged = path.with_suffix(".damaged")
    assert window.status.message().endswith(f"is kept: {damaged}")
    assert damaged.read_bytes() == bytes(data)
    assert window.status.discard.isVisible()


def test_that_a_journal_of_which_nothing_can_be_read_is_kept_and_told_of(start: Start) -> None:
    path = _journal(start)
    path.write_bytes(b"nothing of ours")

    window = start()

    damaged = path.with_suffix(".damaged")
    assert window.status.message().endswith(f"cannot be read. It is kept: {damaged}")
    assert damaged.read_bytes() == b"nothing of ours"


def test_that_work_that_cannot_be_kept_is_told_of_and_goes_on(start: Start) -> None:
    outside = pytest.importorskip("tests.outside", reason="there are no such limits on Windows")
    window = start()

    with outside.full_disk(0):
        window.commands["target.uniform"].trigger()
        assert "not protected against a crash" in window.status.message()
    window.commands["class.add"].trigger()

    assert "protected against a crash again" in window.status.message()
    assert window.store.history.count() == 2
