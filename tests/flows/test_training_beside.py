"""What people do in the window while a step of a large training is in flight beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from xentgui.documents.document import decode
from xentgui.documents.document_text import encode
from xentgui.documents.scene import Document, Scene
from xentgui.language.numbers import number
from xentgui.model.classifier.made_data import blobs
from xentgui.model.classifier.training import Trainer, begin, safe_rate, trained
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier, with_point
from xentgui.tables.numbers.number_table import NumberTable
from xentgui.window.main_window import MainWindow
from xentgui.window.training.card import TrainingCard
from xentgui.window.training.trains import LARGE

Start = Callable[..., MainWindow]


def _many() -> Classifier:
    points, own = blobs(11_000, 0, 1.0)
    assert 3 * len(points) >= LARGE
    return Classifier(
        labels=("a", "b", "c"),
        points=points,
        targets=np.eye(3)[own],
        weights=np.zeros((3, 2)),
        bias=np.zeros(3),
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "many.xent.json"
    path.write_text(encode(Document((Scene(_many()),))), "utf-8")
    return path


@pytest.fixture
def window(start: Start, file: Path, qtbot: QtBot) -> MainWindow:
    """A window whose training has taken three steps, and goes on."""
    window = start(file=file)
    window.run_command("workspace.classify")
    QApplication.processEvents()
    _click(window, "train.play")
    _wait_in_flight(window, 3, qtbot)
    return window


def _click(window: MainWindow, name: str) -> None:
    button = window.findChild(QToolButton, f"training.{name}")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _wait_in_flight(window: MainWindow, step: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.trains.step >= step and window.trains.looks_ahead)


def _land(window: MainWindow) -> None:
    """Wait until the thread has done what it was at, and has told it."""
    threads = window.trains.beside._threads
    assert threads is not None
    threads.submit(lambda: None).result(60)
    QApplication.processEvents()


def _subject(window: MainWindow) -> Classifier:
    found = classifier_of(window.store.snapshot)
    assert found is not None
    return found


def _losses(steps: int, window: MainWindow) -> list[float]:
    subject = _many()
    trainer = Trainer(subject.mean_loss, window.store.view.training)
    return [fit.loss for _, fit in trained(trainer, begin(subject.trained), steps)]


def test_that_a_document_saved_has_what_is_shown(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "saved.xent.json"
    _wait_in_flight(window, 3, qtbot)
    shown = _subject(window)
    window.documents.session.save(path)
    assert decode(path.read_bytes()).scenes[0].subject == shown
    step = window.trains.step
    qtbot.waitUntil(lambda: window.trains.step > step + 2)
    _click(window, "train.play")
    run = window.store.view.training_run
    assert run is not None
    assert run.losses.tolist() == _losses(window.trains.step, window)


def test_that_a_click_stops_it_at_once(window: MainWindow, qtbot: QtBot) -> None:
    _wait_in_flight(window, 3, qtbot)
    before = _subject(window)
    _click(window, "train.play")
    assert _subject(window) is before
    assert not window.trains.plays
    _land(window)
    assert _subject(window) is before


def test_that_undo_takes_back_what_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    _click(window, "train.play")
    steps = window.trains.step
    _click(window, "train.play")
    _wait_in_flight(window, steps + 2, qtbot)
    window.run_command("undo")
    _land(window)
    assert not window.trains.plays
    at = window.trains.step
    assert at in (0, steps)
    assert _subject(window).fit.loss == _losses(at, window)[at]


def test_that_another_document_is_opened_as_it_is(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    other = file.with_name("other.xent.json")
    other.write_bytes(file.read_bytes())
    window.documents.open_path(other)
    _wait_in_flight(window, window.trains.step, qtbot)  # it goes on while it is asked
    question = window.findChild(QMessageBox)
    assert question is not None
    QTest.mouseClick(question.button(QMessageBox.StandardButton.Discard), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _subject(window) == _many())
    _land(window)
    assert _subject(window) == _many()
    assert window.trains.run is None
    _click(window, "train.play")
    _wait_in_flight(window, 2, qtbot)
    _click(window, "train.play")
    run = window.store.view.training_run
    assert run is not None
    assert run.losses.tolist() == _losses(window.trains.step, window)


def test_that_a_window_closes_at_once_and_nothing_is_left_of_it(
    start: Start, file: Path, qtbot: QtBot
) -> None:
    window = start(file=file)
    window.run_command("workspace.classify")
    QApplication.processEvents()
    _click(window, "train.play")
    _wait_in_flight(window, 3, qtbot)
    window.documents.closes_unasked = True
    assert window.close()
    assert not window.trains.looks_ahead
    assert not window.trains.plays


@pytest.mark.long
def test_that_a_training_that_is_killed_is_recovered(
    window: MainWindow, start: Start, qtbot: QtBot
) -> None:
    _click(window, "train.play")
    steps, shown = window.trains.step, _subject(window)
    _click(window, "train.play")
    _wait_in_flight(window, steps + 2, qtbot)
    work = window.documents.work
    assert work.recovery is not None
    work.recovery.write()
    work.recovery._lock.unlock()  # as a dying process does
    work.recovery = None
    again = start()
    found = _subject(again)
    assert found.fit.loss in _losses(window.trains.step, window)[steps:]
    assert found.points.tobytes() == shown.points.tobytes()
    assert again.trains.step == 0
    assert not again.trains.plays


def test_that_tables_follow_a_play_and_have_its_last_numbers(
    window: MainWindow, qtbot: QtBot
) -> None:
    tables = window.findChildren(NumberTable)
    assert len(tables) == 2
    shown = [table.numbers.snapshot for table in tables]
    qtbot.waitUntil(
        lambda: all(
            table.numbers.snapshot is not one for table, one in zip(tables, shown, strict=True)
        )
    )
    _click(window, "train.play")
    assert all(table.numbers.snapshot is window.store.snapshot for table in tables)


def test_that_the_safe_rate_follows_a_point_as_soon_as_it_rests(
    window: MainWindow, qtbot: QtBot
) -> None:
    card = window.findChild(TrainingCard)
    assert card is not None
    _click(window, "train.play")
    before = card.numbers._rate._more
    assert "λmax" in before
    for x in (1e3, 1e4):
        window.store.edit(OnClassifier(lambda now, x=x: with_point(now, 0, (x, 0.0))), "hand")
        assert card.numbers._rate._more == before
    qtbot.waitUntil(lambda: card.numbers._rate._more != before)
    rate = safe_rate(_subject(window).mean_loss, window.store.view.training)
    assert number(rate, 4) in card.numbers._rate._more
