"""Where targets are typed and dragged it is said that they do not sum to 1, and mended there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from xentgui.model.edits import uniform_target, with_target
from xentgui.model.subjects import OnState
from xentgui.painting.text_widgets import LinkButton
from xentgui.window.controls.target_sum import TargetSum
from xentgui.window.help_dialogs import Shortcuts
from xentgui.window.main_window import MainWindow

CARDS = ("target_table", "distribution")
every_card = pytest.mark.parametrize("key", CARDS)


def _warning(window: MainWindow, key: str) -> TargetSum:
    found = window.findChild(TargetSum, f"target_sum.{key}")
    assert isinstance(found, TargetSum)
    return found


def _text(warning: TargetSum) -> str:
    return warning._text.text()


def _set(window: MainWindow, k: int, value: float) -> None:
    window.store.edit(OnState(lambda state: with_target(state, k, value)), "y")
    QApplication.processEvents()


@every_card
def test_that_targets_that_sum_to_1_need_no_word(window: MainWindow, key: str) -> None:
    assert _warning(window, key).isHidden()
    window.store.edit(OnState(uniform_target), "y")
    assert _warning(window, key).isHidden()


@every_card
def test_that_the_sum_stands_on_the_card_and_a_click_mends_it_as_a_step(
    window: MainWindow, key: str
) -> None:
    _set(window, 0, 0.5)
    warning = _warning(window, key)
    assert warning.isVisible()
    assert _text(warning) == "Σy = 0.5000 ≠ 1"
    card = window.findChild(QWidget, f"dock.{key}")
    assert isinstance(card, QWidget)
    assert card.rect().contains(warning.mapTo(card, warning.rect().bottomRight()))

    link = warning.findChild(LinkButton)
    assert isinstance(link, LinkButton)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)

    assert window.store.snapshot.state.target == (1.0, 0.0, 0.0)
    assert all(_warning(window, one).isHidden() for one in CARDS)
    window.run_command("undo")
    assert all(_warning(window, one).isVisible() for one in CARDS)


@every_card
def test_that_there_is_no_mend_where_every_target_is_0(window: MainWindow, key: str) -> None:
    _set(window, 0, 0.0)

    assert _text(_warning(window, key)) == "Σy = 0 ≠ 1"
    link = _warning(window, key).findChild(LinkButton)
    assert isinstance(link, LinkButton)
    assert link.isHidden()


def test_that_the_warning_comes_and_goes_without_moving_what_is_dragged(
    window: MainWindow,
) -> None:
    views = [window.cards.by_key[key].widget() for key in CARDS]
    before = [(view.mapTo(window, view.rect().topLeft()), view.size()) for view in views]

    _set(window, 0, 0.5)
    for _ in range(5):
        QApplication.processEvents()

    assert [(view.mapTo(window, view.rect().topLeft()), view.size()) for view in views] == before


@every_card
def test_that_the_words_follow_language_and_decimals(window: MainWindow, key: str) -> None:
    _set(window, 0, 1 / 3)
    window.commands["language.zh_CN"].trigger()
    QApplication.processEvents()
    link = _warning(window, key).findChild(LinkButton)

    assert isinstance(link, LinkButton)
    assert link.text() == "归一化"
    assert _text(_warning(window, key)) == "Σy = 0.3333 ≠ 1"


def test_that_help_tells_how_targets_are_dragged(window: MainWindow) -> None:
    window.run_command("help.shortcuts")

    shown = window.findChild(Shortcuts)
    assert isinstance(shown, Shortcuts)
    words = shown.list.toPlainText()
    assert "The other targets give way: Σy stays" in words
    assert "Alt while dragging" in words
    shown.close()
