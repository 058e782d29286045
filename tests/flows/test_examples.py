"""The list of examples with their lessons, and the lesson that stays after one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStyleOptionViewItem, QToolButton
from pytestqt.qtbot import QtBot

from xentgui.documents.presets import presets
from xentgui.model.subjects import resolve
from xentgui.window.controls.example_chooser import ExampleChooser
from xentgui.window.controls.example_rows import ROW
from xentgui.window.lesson_bar import LessonBar
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def _no_list_stays_open() -> Iterator[None]:
    yield
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def _opened(window: MainWindow) -> ExampleChooser:
    QTest.mouseClick(window.toolbar.examples, Qt.MouseButton.LeftButton)
    chooser = QApplication.activePopupWidget()
    assert isinstance(chooser, ExampleChooser)
    return chooser


def _titles(chooser: ExampleChooser) -> list[str]:
    model = chooser.list.model()
    return [model.index(row, 0).data(ROW).title for row in range(model.rowCount())]


def _lesson(window: MainWindow) -> LessonBar:
    bar = window.findChild(LessonBar)
    assert bar is not None
    return bar


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_every_example_is_listed_with_its_lesson(start: Start, language: str) -> None:
    chooser = _opened(start(language=language))

    model = chooser.list.model()
    for row, one in enumerate(presets()):
        index = model.index(row, 0)
        assert index.data(ROW).title == one.title(language)
        assert index.data(ROW).lesson == one.note(language) != ""
        told = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert told == f"{one.title(language)}. {one.note(language)}"


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_the_list_is_within_the_window_and_shows_whole_lessons(
    start: Start, qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    window = start(language=language)
    window.resize(*size)
    QApplication.processEvents()
    chooser = _opened(window)

    corners = chooser.rect().topLeft(), chooser.rect().bottomRight()
    for corner in map(chooser.mapToGlobal, corners):
        assert window.rect().contains(window.mapFromGlobal(corner))
    option = QStyleOptionViewItem()
    option.widget = chooser.list  # type: ignore[attr-defined]
    for row in range(chooser.list.model().rowCount()):
        index = chooser.list.model().index(row, 0)
        place = chooser.list.visualRect(index)
        assert place.width() == chooser.list.viewport().width()
        assert place.height() == chooser.list.itemDelegate().sizeHint(option, index).height()


def test_that_keys_find_and_take_an_example(window: MainWindow) -> None:
    chooser = _opened(window)
    assert chooser.search.hasFocus()

    QTest.keyClicks(chooser.search, "confident")
    assert _titles(chooser) == ["A confident mistake"]
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)

    assert window.toolbar.example == "A confident mistake"
    assert window.store.history.count() == 1


def test_that_arrows_walk_through_the_list_and_escape_changes_nothing(window: MainWindow) -> None:
    chooser = _opened(window)

    QTest.keyClick(chooser.search, Qt.Key.Key_Down)
    QTest.keyClick(chooser.search, Qt.Key.Key_Down)
    assert chooser.list.currentIndex().row() == 2
    QTest.keyClick(chooser.search, Qt.Key.Key_Escape)

    assert QApplication.activePopupWidget() is None
    assert window.store.history.count() == 0


def test_that_words_that_no_example_has_are_answered(window: MainWindow) -> None:
    chooser = _opened(window)

    chooser.search.setText("zebra")

    assert _titles(chooser) == []
    said = [one.text() for one in chooser.findChildren(QLabel) if one.isVisible()]
    assert "No example has these words." in said
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)  # takes nothing
    assert window.store.history.count() == 0


def test_that_the_list_opens_at_the_example_that_is_shown(window: MainWindow) -> None:
    window.run_command("preset.33-tie")

    chooser = _opened(window)

    assert chooser.list.currentIndex().data(ROW).key == "33-tie"


def test_that_the_lesson_stays_while_somebody_tries_it_and_leads_back(window: MainWindow) -> None:
    window.run_command("preset.65-confident-mistake")
    bar, taken = _lesson(window), resolve(window.store.subject)
    assert bar.isVisible()
    assert bar.title.text() == "A confident mistake"
    assert "5.013 nats" in bar.text.text()
    height = bar.height()

    window.run_command("target.uniform")
    QApplication.processEvents()
    back = bar.findChild(QPushButton, "lesson.back")
    assert isinstance(back, QPushButton)
    assert bar.isVisible()
    assert bar.height() == height  # or the cards would move under a hand
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)

    assert resolve(window.store.subject) == taken
    assert not back.isVisible()


def test_that_the_lesson_follows_undo_another_example_and_another_language(
    window: MainWindow,
) -> None:
    window.run_command("preset.33-tie")
    window.run_command("preset.23-just-right")
    bar = _lesson(window)
    assert bar.title.text() == "Right and sure"

    window.run_command("undo")
    assert bar.title.text() == "A tie"
    window.run_command("language.zh_CN")
    QApplication.processEvents()
    assert bar.text.text() == next(one for one in presets() if one.key == "33-tie").note("zh_CN")


def test_that_the_lesson_goes_when_it_is_put_away_and_with_a_new_document(
    window: MainWindow,
) -> None:
    window.run_command("preset.33-tie")
    bar = _lesson(window)
    cross = bar.findChild(QToolButton, "lesson.close")
    assert isinstance(cross, QToolButton)

    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    window.run_command("target.uniform")
    assert not bar.isVisible()

    window.run_command("preset.33-tie")
    assert bar.isVisible()
    window.documents.closes_unasked = True
    window.documents.begin_with(presets()[0].state())
    assert not bar.isVisible()


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_every_lesson_can_be_read_whole(start: Start, language: str) -> None:
    window = start(language=language)
    window.resize(1024, 768)
    for one in presets():
        if one.key == "52-vocabulary":
            continue  # its numbers take long, and its lesson is no longer than others
        window.run_command(f"preset.{one.key}")
        QApplication.processEvents()
        text = _lesson(window).text
        assert text.height() >= text.heightForWidth(text.width()), one.key
        assert text.mapTo(window, QPoint()).x() + text.width() <= window.width()
