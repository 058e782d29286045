"""Choosing what a panel shows, by the menu beside its title; it is so at the next start, too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from xentgui.model import State
from xentgui.model.subjects import to_state
from xentgui.window.controls.choice_button import ChoiceButton
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]


def _button(window: MainWindow, key: str) -> ChoiceButton:
    assert window.panels[key]  # made with its button, if its card has not been shown yet
    found = window.findChild(ChoiceButton, f"control.choices.{key}")
    assert isinstance(found, ChoiceButton)
    return found


def _opened(button: ChoiceButton) -> QMenu:
    menu = button.menu()
    menu.aboutToShow.emit()  # the menu itself would wait for the person
    return menu


def _choose(window: MainWindow, key: str, text: str) -> None:
    menu = _opened(_button(window, key))
    action = next(one for one in menu.actions() if one.text() == text)
    action.trigger()


@pytest.fixture
def learning(window: MainWindow) -> MainWindow:
    window.run_command("workspace.learn")
    window.complete()
    return window


def test_that_the_button_stands_beside_the_title(learning: MainWindow) -> None:
    button = _button(learning, "trace")
    title_bar = learning.cards.by_key["trace"].title_bar

    assert title_bar.isAncestorOf(button)
    assert button.isVisible()
    assert button.geometry().left() >= title_bar.title.geometry().right()
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_that_a_choice_is_shown_marked_and_no_undo_step(learning: MainWindow) -> None:
    _choose(learning, "trace", "Logarithmic")
    _choose(learning, "trace", "Distance Σ|p − y|")

    assert learning.store.view.choices == {"trace.axis": "log", "trace.lines": ("distance",)}
    assert learning.panels["trace"].picture.view.choices == learning.store.view.choices
    checked = [
        one.text() for one in _opened(_button(learning, "trace")).actions() if one.isChecked()
    ]
    assert checked == ["Logarithmic", "Distance Σ|p − y|"]
    assert not learning.store.history.canUndo()

    _choose(learning, "trace", "Distance Σ|p − y|")
    _choose(learning, "trace", "Linear")
    assert learning.store.view.choices == {}


def test_that_the_menu_opens_by_a_key(learning: MainWindow) -> None:
    button = _button(learning, "trace")
    opened: list[bool] = []
    button.menu().aboutToShow.connect(lambda: opened.append(True))
    button.menu().aboutToShow.connect(button.menu().close, Qt.ConnectionType.QueuedConnection)
    button.setFocus()

    QTest.keyClick(button, Qt.Key.Key_Space)

    assert opened


def test_that_a_loss_can_be_taken_away_but_not_the_chosen_one(learning: MainWindow) -> None:
    _choose(learning, "why_cross_entropy", "Focal loss")
    described = learning.panels["why_cross_entropy"].panel.describe
    assert "γ" not in described(learning.store.snapshot, learning.store.view)

    learning.run_command("loss.focal")
    assert "γ" in described(learning.store.snapshot, learning.store.view)


def test_that_choices_are_there_after_a_restart(start: Start) -> None:
    window = start()
    window.run_command("workspace.learn")
    window.complete()
    _choose(window, "trace", "Logarithmic")
    window.documents.closes_unasked = True
    window.close()

    again = start()
    again.complete()

    assert again.store.view.choices == {"trace.axis": "log"}
    assert next(
        one for one in _opened(_button(again, "trace")).actions() if one.text() == "Logarithmic"
    ).isChecked()


def test_that_the_menu_speaks_the_language_of_the_window(learning: MainWindow) -> None:
    learning.run_command("language.zh_CN")
    QApplication.processEvents()

    button = _button(learning, "trace")
    assert button.toolTip() == button.accessibleName() == "选择“轨迹”显示的内容"
    assert "对数" in [one.text() for one in _opened(button).actions()]


def test_that_names_of_classes_are_shown_as_they_are(learning: MainWindow) -> None:
    names = ("R&D", "two\nlines", "a\tb", "w" * 300)
    state = State(names, (1.0, 0.5, 0.2, 0.1), (1.0, 0.0, 0.0, 0.0))
    learning.store.edit(to_state(state), "names")

    shown = {}
    for inner in _opened(_button(learning, "curves")).findChildren(QMenu):
        shown |= {one.text(): one for one in inner.actions()}
    for action in _opened(_button(learning, "simplex")).actions():
        shown[action.text()] = action

    assert any("R&&D" in text for text in shown)
    assert not any("\n" in text or "\t" in text for text in shown)
    assert max(map(len, shown)) < 80
