"""A document that shows a class only some of the controls, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QCheckBox, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from tests.documents.lecture import LECTURE
from tests.documents.samples import TIE
from tests.flows.test_crash import _die
from xentgui.commands.bars import TOOLBAR
from xentgui.commands.panels import CARDS
from xentgui.commands.registry import ACTIONS, MENUS
from xentgui.commands.withheld import WITHHELD
from xentgui.documents.document import Document, decode, encode
from xentgui.documents.scene_token import decode_token, encode_token
from xentgui.documents.staging import WITHHOLDABLE
from xentgui.window.dialogs.controls_dialog import ControlsDialog
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]
SOME = ("tables", "examples", "losses", "panels", "classes")
SAID = "It is no lock"


def _withhold(window: MainWindow, *keys: str, everywhere: bool = True) -> None:
    window.documents.session.change(
        lambda place: place.withholding(keys, everywhere=everywhere), "Withhold"
    )


def _tools(window: MainWindow) -> set[str]:
    """Return the controls of the tool bar that are seen, once it is laid out."""
    QApplication.processEvents()
    names = {entry for entry in TOOLBAR if entry and entry.startswith("control.")}
    found = {name: window.toolbar.findChild(QWidget, name) for name in names}
    return {name for name, one in found.items() if one is not None and one.isVisible()}


def _action(window: MainWindow, key: str) -> QAction:
    return window.commands[key]


def test_that_every_word_of_a_document_says_what_belongs_to_it() -> None:
    assert tuple(WITHHELD) == WITHHOLDABLE
    cards = {key for key, _ in CARDS}
    for one in WITHHELD.values():
        assert set(one.tools) <= set(TOOLBAR)
        assert set(one.menus) <= set(MENUS)
        assert set(one.cards) <= cards
        for beginning in one.commands:
            assert any(key.startswith(beginning) for key in ACTIONS)
        assert one.tools or one.menus or one.cards


def test_that_a_lecturer_chooses_what_others_see_as_a_step_that_can_be_undone(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "lecture.xent.json"
    path.write_text(encode(LECTURE), "utf-8")
    window = start(file=path)
    before = window.documents.session.document()
    tools = _tools(window)
    window.run_command("share.controls")
    dialog = window.findChild(ControlsDialog)
    assert dialog is not None
    for key in ("examples", "losses"):
        box = dialog.findChild(QCheckBox, f"controls.{key}")
        assert box is not None
        assert box.isChecked()
        box.setChecked(False)
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()

    assert tools - _tools(window) == {"control.presets", "control.loss"}
    after = window.documents.session.document()
    assert all(scene.staging.withheld == ("examples", "losses") for scene in after.scenes)
    assert SAID in window.message_bar.message()

    window.store.history.undo()
    assert window.documents.session.document() == before
    assert _tools(window) == tools
    assert not window.message_bar.isVisible()
    window.store.history.redo()
    assert window.documents.session.document() == after
    assert tools - _tools(window) == {"control.presets", "control.loss"}


def test_that_who_opens_it_sees_only_that_and_can_have_all_back(
    start: Start, tmp_path: Path
) -> None:
    first = start()
    shown, tools = {key for key, _ in CARDS if first.cards.is_shown(key)}, _tools(first)
    first.documents.session.start(LECTURE)
    _withhold(first, *SOME)
    path = tmp_path / "for the class.xent.json"
    first.documents.session.save(path)
    assert decode(path.read_text("utf-8")).scenes[1].staging.withheld == SOME
    assert '"version": 5' in path.read_text("utf-8")

    window = start(file=path)
    assert SAID in window.message_bar.message()
    assert tools - _tools(window) == {"control.presets", "control.loss"}
    for card in ("logit_table", "target_table"):
        assert not window.cards.is_shown(card)
    assert window.cards.is_shown("loss")
    assert set(LECTURE.scenes[0].panels) <= set(window.cards.panels_shown())
    for menu in ("presets", "loss", "classes", "panels"):
        assert not window.commands.menus[menu].menuAction().isVisible()
    for key in ("class.add", "show.trace", "preset.01-worked-example"):
        assert not _action(window, key).isVisible()
        assert not _action(window, key).isEnabled()  # nor by its keys
    assert window.commands.menus["file"].menuAction().isVisible()

    window.message_bar.button("Show All").click()
    assert not window.message_bar.isVisible()
    assert _tools(window) == tools
    assert {key for key, _ in CARDS if window.cards.is_shown(key)} == shown
    assert _action(window, "class.add").isEnabled()
    assert not window.documents.is_modified
    assert _action(window, "share.show_all").isChecked()

    window.run_command("share.show_all")
    assert not window.cards.is_shown("logit_table")
    window.documents.session.start(Document((TIE,)))
    assert window.cards.is_shown("logit_table")
    assert not _action(window, "share.show_all").isEnabled()


def test_that_who_has_shown_all_controls_is_told_again_by_the_next_document(start: Start) -> None:
    window = start()
    window.documents.session.start(LECTURE)
    _withhold(window, "examples")
    lesson = window.documents.session.document()
    window.message_bar.button("Show All").click()
    assert "control.presets" in _tools(window)

    window.documents.session.start(lesson)
    assert "control.presets" not in _tools(window)
    assert SAID in window.message_bar.message()


def test_that_a_document_does_not_change_how_the_next_start_looks(start: Start) -> None:
    window = start()
    _withhold(window, *WITHHOLDABLE)
    assert not window.cards.is_shown("logit_table")
    window.documents.closes_unasked = True
    window.close()
    window.documents.session.start(Document((TIE,)))

    again = start()
    again.documents.session.start(Document((TIE,)))
    assert again.cards.is_shown("logit_table")
    assert again.cards.is_shown("loss")
    assert "control.presets" in _tools(again)


def test_that_lost_work_comes_back_as_it_was_shown(start: Start) -> None:
    window = start()
    _withhold(window, *SOME)
    _die(window)

    again = start()
    assert again.documents.session.staging.withheld == SOME
    assert "control.presets" not in _tools(again)
    assert SAID in again.message_bar.message()


def test_that_each_scene_can_withhold_something_else_and_a_token_keeps_it(start: Start) -> None:
    window = start()
    window.documents.session.start(LECTURE)
    _withhold(window, "temperature", everywhere=False)
    assert "control.temperature" not in _tools(window)
    window.documents.session.visit(1)
    assert "control.temperature" in _tools(window)
    window.documents.session.visit(0)
    assert "control.temperature" not in _tools(window)

    scene = window.documents.session.document().scenes[0]
    assert decode_token(encode_token(scene)).scenes == (scene,)
    assert scene.staging.withheld == ("temperature",)


@pytest.mark.parametrize("key", ["explore", "learn", "classify", "sample"])
def test_that_all_can_be_withheld_in_every_workspace_and_comes_back(
    key: str, start: Start, qtbot: QtBot
) -> None:
    window = start()
    window.run_command(f"workspace.{key}")
    shown = {card for card, _ in CARDS if window.cards.is_shown(card)}
    _withhold(window, *WITHHOLDABLE)
    withheld = {card for one in WITHHELD.values() for card in one.cards}
    assert not {card for card in withheld if window.cards.is_shown(card)}
    assert window.cards.panels_shown()

    window.store.history.undo()
    assert {card for card, _ in CARDS if window.cards.is_shown(card)} == shown


def test_that_withheld_cards_stay_away_when_another_workspace_is_shown(start: Start) -> None:
    window = start()
    _withhold(window, "tables")
    window.run_command("workspace.learn")
    assert not window.cards.is_shown("logit_table")
    window.run_command("workspace.explore")
    assert not window.cards.is_shown("logit_table")
    window.run_command("share.show_all")
    assert window.cards.is_shown("logit_table")


def test_that_a_withheld_command_has_no_key_and_has_it_again(start: Start) -> None:
    window = start()
    action = _action(window, "workspace.learn")
    assert action.shortcut() == QKeySequence("Ctrl+2")
    _withhold(window, "workspaces")
    assert not action.isEnabled()
    window.store.history.undo()
    assert action.isEnabled()
