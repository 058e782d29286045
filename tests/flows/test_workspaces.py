"""Workspaces: named arrangements, each of which keeps what a person made of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.commands.view import WORKSPACE_TEXTS
from xentgui.program.cli import WORKSPACES as OFFERED
from xentgui.window.main_window import MainWindow
from xentgui.window.workspaces import WORKSPACES

Start = Callable[..., MainWindow]


def _shown(window: MainWindow) -> set[str]:
    return {key for key in window.cards.by_key if window.cards.is_shown(key)}


def _cards_of(key: str) -> set[str]:
    workspace = WORKSPACES[key]
    return {one for one, _ in workspace.tables} | {one for row in workspace.panels for one in row}


def _again(start: Start, window: MainWindow) -> MainWindow:
    window.documents.closes_unasked = True
    window.close()
    return start()


def test_that_registry_commands_and_command_line_offer_the_same() -> None:
    assert tuple(WORKSPACES) == OFFERED == tuple(key for key, _, _ in WORKSPACE_TEXTS)


@pytest.mark.parametrize(("number", "key"), [*enumerate(WORKSPACES, 1)])
def test_that_keys_and_buttons_go_to_each_workspace(
    window: MainWindow, number: int, key: str
) -> None:
    QTest.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)

    assert window.cards.workspace == key
    assert _shown(window) == _cards_of(key)
    buttons = window.toolbar.workspaces.buttons
    assert [one for one, button in buttons.items() if button.isChecked()] == [key]

    QTest.mouseClick(buttons["explore"], Qt.MouseButton.LeftButton)
    assert _shown(window) == _cards_of("explore")


def test_that_buttons_show_names_without_the_letters_of_the_menu(window: MainWindow) -> None:
    buttons = window.toolbar.workspaces.buttons.values()
    assert [button.text() for button in buttons] == ["Explore", "Learn", "Classify", "Sample"]

    window.run_command("language.zh_CN")
    window.run_command("workspace.learn")
    QApplication.processEvents()

    assert [button.text() for button in buttons] == ["探索", "学习", "分类", "抽样"]


def test_that_another_workspace_is_no_step_and_no_change(window: MainWindow) -> None:
    before = window.store.snapshot

    window.run_command("workspace.learn")

    assert window.store.snapshot is before
    assert not window.store.history.canUndo()
    assert not window.documents.is_modified


def test_that_each_workspace_keeps_what_a_person_made_of_it(
    start: Start, window: MainWindow, qtbot: QtBot
) -> None:
    window.run_command("show.derivation")
    window.run_command("workspace.learn")
    window.run_command("show.why_cross_entropy")
    window.run_command("show.decomposition")

    window.run_command("workspace.explore")
    assert _shown(window) == _cards_of("explore") - {"derivation"}
    window.run_command("workspace.learn")
    learn = _cards_of("learn") - {"why_cross_entropy"} | {"decomposition"}
    assert _shown(window) == learn
    QApplication.processEvents()
    cards = {key: window.cards.by_key[key] for key in learn}
    places = {
        key: one.geometry() for key, one in cards.items() if not one.visibleRegion().isEmpty()
    }
    assert len(places) == len(learn) - 1  # one lies in a tab under another

    window = _again(start, window)
    assert window.cards.workspace == "learn"
    assert _shown(window) == learn
    for key, place in places.items():
        qtbot.waitUntil(lambda k=key, p=place: window.cards.by_key[k].geometry() == p)
    window.run_command("workspace.explore")
    assert _shown(window) == _cards_of("explore") - {"derivation"}


def test_that_the_keys_stay_in_the_card_that_has_them_or_go_to_the_first(
    window: MainWindow,
) -> None:
    window.target_table.setFocus()
    window.run_command("workspace.learn")
    assert window.target_table.hasFocus()

    QApplication.processEvents()  # only what is visible takes the keys
    window.panels["trace"].setFocus()
    window.run_command("workspace.explore")
    assert window.logit_table.hasFocus()


def test_that_reset_is_for_the_present_workspace_alone(window: MainWindow) -> None:
    window.run_command("show.derivation")
    window.run_command("workspace.learn")
    window.run_command("show.trace")

    window.run_command("layout.reset")

    assert _shown(window) == _cards_of("learn")
    window.run_command("workspace.explore")
    assert "derivation" not in _shown(window)


def test_that_the_arrangement_of_an_older_program_is_the_one_of_explore(
    start: Start, window: MainWindow, settings_path: object
) -> None:
    window.run_command("show.derivation")
    window.documents.closes_unasked = True
    window.close()
    settings = QSettings(str(settings_path), QSettings.Format.IniFormat)
    settings.remove("window/workspace")
    settings.remove("window/arrangements")
    settings.sync()

    window = start()

    assert window.cards.workspace == "explore"
    assert _shown(window) == _cards_of("explore") - {"derivation"}
    window.run_command("workspace.learn")
    assert _shown(window) == _cards_of("learn")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"learn": 3}', '{"learn": ["x", "y"]}'])
def test_that_damaged_arrangements_give_the_first_ones(
    start: Start, window: MainWindow, settings_path: object, text: str
) -> None:
    window.documents.closes_unasked = True
    window.close()
    settings = QSettings(str(settings_path), QSettings.Format.IniFormat)
    settings.setValue("window/arrangements", text)
    settings.setValue("window/workspace", "learn")
    settings.sync()

    assert _shown(start()) == _cards_of("learn")


def test_that_an_enlarged_card_goes_back_before_the_workspace_changes(window: MainWindow) -> None:
    window.cards.enlarge("gradient")

    window.run_command("workspace.learn")
    window.run_command("workspace.explore")

    assert window.cards.enlarged is None
    assert _shown(window) == _cards_of("explore")


def test_that_panels_of_the_other_workspace_do_not_follow_edits(window: MainWindow) -> None:
    window.run_command("workspace.learn")
    window.run_command("workspace.explore")
    QApplication.processEvents()

    hidden = [key for key in _cards_of("learn") - _cards_of("explore") if key in window.panels]
    assert hidden
    assert not any(window.panels[key].isVisible() for key in hidden)
