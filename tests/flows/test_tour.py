"""The tour: five steps that ask for real acts, and leave the window as a person has it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from xentgui.model import State
from xentgui.model.subjects import to_state
from xentgui.window.helping.tour import Tour
from xentgui.window.helping.tour_steps import STEPS
from xentgui.window.lesson_bar import LessonBar
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]
LEFT = Qt.MouseButton.LeftButton


def _begin(window: MainWindow) -> Tour:
    window.run_command("help.tour")
    return window.helping.tour


def _logits(window: MainWindow, *logits: float) -> None:
    state = window.store.snapshot.state
    new = State(state.labels, logits, state.target, temperature=state.temperature)
    window.store.edit(to_state(new), "Edit")


def _next(tour: Tour) -> None:
    QTest.mouseClick(tour.note.next, LEFT)


def _place(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def test_that_each_step_sees_when_it_is_done(window: MainWindow, qtbot: QtBot) -> None:
    tour = _begin(window)
    assert tour.note.text.text().startswith("Each bar")

    _logits(window, 2.0, -1.0, 0.5)
    assert tour.note.text.text().startswith("Done: Its logit has moved")
    _next(tour)

    _logits(window, 1.0, -1.0, 0.5)  # the loss rises
    assert tour.note.text.text().startswith("This is the loss")
    _logits(window, 5.0, -1.0, 0.5)
    assert tour.note.text.text().startswith("Done: Training")
    _next(tour)

    state = window.store.snapshot.state
    warm = State(state.labels, state.logits, state.target, temperature=5.0)
    window.store.edit(to_state(warm), "Temperature")
    assert tour.note.text.text().startswith("Done: A high T")
    _next(tour)

    window.run_command("undo")
    assert tour.note.text.text().startswith("Done: Every change")
    _next(tour)

    window.run_command("preset.65-confident-mistake")
    assert tour.note.text.text().startswith("Done: “?”")
    lesson = window.findChild(LessonBar)
    assert lesson is not None
    qtbot.waitUntil(lambda: not _place(window, lesson).intersects(_place(window, tour.note)))
    assert tour.note.next.text() == "Finish"
    _next(tour)

    assert tour.step is None
    assert not tour.note.isVisible()
    assert not tour.frame.isVisible()


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_every_step_frames_a_part_and_covers_nothing_of_it(
    start: Start, qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    window = start(language=language)
    window.resize(*size)
    QApplication.processEvents()
    tour = _begin(window)

    for number in range(len(STEPS)):
        assert tour.step == number
        QApplication.processEvents()
        frame, note = _place(window, tour.frame), _place(window, tour.note)
        assert tour.frame.isVisible(), number
        assert not frame.adjusted(4, 4, -4, -4).intersects(note), number
        assert window.rect().contains(note), number
        card = _place(window, window.cards.by_key["distribution"])
        assert number == 4 or not card.intersects(note), number
        assert tour.note.text.height() >= tour.note.text.heightForWidth(tour.note.text.width())
        _next(tour)


def test_that_escape_ends_it_from_wherever_the_keys_are(window: MainWindow) -> None:
    for holder in (None, window.panels["distribution"], window.logit_table):
        tour = _begin(window)
        if holder is not None:
            holder.setFocus()
        QTest.keyClick(QApplication.focusWidget() or tour.note, Qt.Key.Key_Escape)
        assert tour.step is None
        assert not tour.note.isVisible()


def test_that_it_changes_no_number_and_goes_back_to_where_it_came_from(
    window: MainWindow,
) -> None:
    window.run_command("workspace.learn")
    before = window.store.snapshot

    tour = _begin(window)
    assert window.cards.workspace == "explore"
    for _ in STEPS:
        _next(tour)

    assert window.store.snapshot is before
    assert window.store.history.count() == 0
    assert window.cards.workspace == "learn"


def test_that_another_workspace_or_language_meanwhile_is_nothing_strange(
    window: MainWindow, qtbot: QtBot
) -> None:
    tour = _begin(window)

    window.run_command("workspace.sample")
    qtbot.waitUntil(lambda: not tour.frame.isVisible())
    assert tour.note.isVisible()
    window.run_command("language.zh_CN")
    QApplication.processEvents()
    assert tour.note.title.text() == "导览：第 1 步，共 5 步"
    window.run_command("undo")
    window.run_command("redo")

    window.run_command("workspace.explore")
    qtbot.waitUntil(tour.frame.isVisible)
    window.run_command("workspace.sample")
    tour.end()
    assert window.cards.workspace == "sample"


def test_that_the_window_can_be_closed_in_the_middle(start: Start) -> None:
    window = start()
    _begin(window)
    window.documents.closes_unasked = True
    window.close()

    again = start()
    assert again.cards.workspace == "explore"
    assert again.store.snapshot.state == window.store.snapshot.state


def test_that_it_gives_way_to_a_lecture(window: MainWindow, qtbot: QtBot) -> None:
    tour = _begin(window)

    window.run_command("present.window")
    qtbot.waitUntil(lambda: window.presenter.is_on)
    assert tour.step is None
    window.presenter.leave()


def test_that_the_first_start_offers_it_once_and_stops_nobody(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.helping.welcome()
    take = window.findChild(QPushButton, "tour_offer.take")
    assert isinstance(take, QPushButton)
    qtbot.waitUntil(take.isVisible)
    assert QApplication.activeModalWidget() is None
    QTest.mouseClick(take, LEFT)
    assert window.helping.tour.step == 0
    assert not take.isVisible()
    window.documents.closes_unasked = True
    window.close()

    again = start()
    again.helping.welcome()
    assert again.findChild(QPushButton, "tour_offer.take") is None
