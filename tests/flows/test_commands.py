from __future__ import annotations

import gc
import tracemalloc

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from xentgui.commands.registry import ACTIONS, MENUS
from xentgui.documents.presets import presets
from xentgui.language.units import with_logarithm
from xentgui.model import State, derive
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import BareLogits
from xentgui.window.main_window import MainWindow

STATE_COMMANDS = [
    "class.add",
    "class.duplicate",
    "class.remove",
    "class.down",
    "target.uniform",
    "target.hardmax",
    *(key for key in ACTIONS if key.startswith("preset.")),
]


def _state(window: MainWindow) -> State:
    return window.store.snapshot.state


def _press(window: MainWindow, key: str) -> None:
    """Choose a command as a menu does."""
    assert window.commands[key].isEnabled(), key
    window.commands[key].trigger()


def test_that_it_opens_on_the_worked_example(window: MainWindow) -> None:
    assert _state(window).logits == (2.33, -1.46, 0.56)
    assert _state(window).target == (1.0, 0.0, 0.0)
    assert set(window.panels) >= {"distribution", "information", "gradient"}


def test_every_command_on_the_state_is_one_step_that_undo_takes_back(
    window: MainWindow, subtests: pytest.Subtests
) -> None:
    before = _state(window)
    for key in STATE_COMMANDS:
        with subtests.test(key):
            window.store.open(BareLogits(before))
            if key == "target.hardmax":
                _press(window, "target.uniform")

            _press(window, key)

            expected = 2 if key == "target.hardmax" else 0 if _state(window) == before else 1
            assert window.store.history.count() == expected
            while window.commands["undo"].isEnabled():
                _press(window, "undo")
            assert _state(window) == before


@pytest.mark.parametrize(
    ("key", "target"),
    [
        ("target.one_hot", (0.0, 1.0, 0.0)),
        ("target.uniform", (1 / 3, 1 / 3, 1 / 3)),
        ("target.hardmax", (1.0, 0.0, 0.0)),
        ("target.normalise", (0.25, 0.75, 0.0)),
    ],
)
def test_that_one_keystroke_sets_the_whole_target(
    window: MainWindow, key: str, target: tuple[float, ...]
) -> None:
    state = _state(window)
    window.store.open(BareLogits(State(state.labels, state.logits, (0.5, 1.5, 0.0))))
    window.logit_table.select_classes([1])

    _press(window, key)

    assert _state(window).target == pytest.approx(target)


def test_that_a_target_that_sums_to_one_needs_no_normalising(window: MainWindow) -> None:
    assert not window.commands["target.normalise"].isEnabled()

    window.store.open(BareLogits(State(["a", "b"], [0, 0], [1, 1])))

    assert window.commands["target.normalise"].isEnabled()


def test_that_undo_and_redo_name_what_they_take_back(window: MainWindow) -> None:
    assert not window.commands["undo"].isEnabled()

    _press(window, "target.uniform")
    assert window.commands["undo"].text() == "&Undo Uniform Target"
    assert not window.commands["redo"].isEnabled()

    _press(window, "undo")
    assert window.commands["redo"].text() == "&Redo Uniform Target"


def test_that_reset_is_a_step_back_to_the_beginning(window: MainWindow) -> None:
    opening = _state(window)
    _press(window, "target.uniform")
    changed = _state(window)

    _press(window, "reset")
    assert _state(window) == opening

    _press(window, "undo")
    assert _state(window) == changed


def test_that_the_class_menu_acts_on_the_selected_classes(window: MainWindow) -> None:
    window.logit_table.select_classes([0, 1])
    _press(window, "class.duplicate")
    assert len(_state(window).logits) == 5

    window.logit_table.select_classes([0, 1, 2])
    _press(window, "class.remove")
    assert len(_state(window).logits) == 2
    assert not window.commands["class.remove"].isEnabled()


def test_that_removing_the_class_that_is_lit_leaves_every_part_in_order(
    window: MainWindow,
) -> None:
    window._built.wiring.point_at(ClassMark(2))
    QTest.qWait(0)
    assert window.store.view.highlight == ClassMark(2)

    window.logit_table.select_classes([2])
    _press(window, "class.remove")

    assert window.store.view.highlight is None


def test_that_pointing_anywhere_lights_the_class_everywhere(window: MainWindow) -> None:
    table = window.logit_table
    row = table.visualRect(table.model().index(1, 0))

    QTest.mouseMove(table.viewport(), row.center())
    QTest.qWait(0)

    assert window.store.view.highlight == ClassMark(1)
    plots = [view for view in window.panels.values() if hasattr(view, "picture")]
    assert len(plots) >= 3
    assert all(view.picture.view.highlight == ClassMark(1) for view in plots)


@pytest.mark.parametrize(("typed", "is_accepted"), [("7", True), ("two", False)])
def test_that_a_name_can_be_edited_while_another_cell_is_if_its_text_is_accepted(
    window: MainWindow, typed: str, is_accepted: bool
) -> None:
    table = window.logit_table
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 1))
    _press(window, "class.rename")
    number = table.model().index(1, 1)
    table.commands.edit_current()
    table.setCurrentIndex(number)
    table.commands.edit_current()
    editor = table.indexWidget(number)
    assert editor is not None
    QTest.keyClicks(editor, typed)

    _press(window, "class.rename")

    assert (table.indexWidget(table.model().index(1, 0)) is not None) is is_accepted
    assert (table.indexWidget(number) is None) is is_accepted


def test_that_copy_and_paste_carry_a_column_from_one_table_to_the_other(
    window: MainWindow,
) -> None:
    window.logit_table.setFocus()
    window.logit_table.select_classes([0, 2])
    _press(window, "copy")

    assert QGuiApplication.clipboard().text().split() == ["2.33", "0.56"]
    QGuiApplication.clipboard().clear()


def test_that_decimals_go_up_and_down_and_stop_at_the_ends(window: MainWindow) -> None:
    for _ in range(20):
        window.commands["decimals.more"].trigger()
    assert window.store.view.decimals == 15
    assert not window.commands["decimals.more"].isEnabled()

    for _ in range(20):
        window.commands["decimals.fewer"].trigger()
    assert window.store.view.decimals == 1


def test_that_the_unit_of_the_menu_and_of_the_toolbar_are_one(window: MainWindow) -> None:
    _press(window, "unit.bits")
    assert window.toolbar.unit.buttons["bits"].isChecked()

    QTest.mouseClick(window.toolbar.unit.buttons["dits"], Qt.MouseButton.LeftButton)
    assert window.commands["unit.dits"].isChecked()
    assert not window.commands["unit.bits"].isChecked()


def test_that_tool_tips_show_the_keys(window: MainWindow) -> None:
    for spec in ACTIONS.values():
        tip = window.commands[spec.key].toolTip()
        assert all(keys in tip for keys in spec.shortcuts if "+" not in keys)
        assert tip.endswith(")") == bool(spec.shortcuts)


def test_that_the_help_lists_every_command_that_has_keys(window: MainWindow) -> None:
    _press(window, "help.shortcuts")

    shown = window.findChild(QTextBrowser, "shortcuts.list")
    lines = shown.toPlainText().splitlines()
    headings = {menu.title.replace("&", "") for menu in MENUS.values()}
    for spec in ACTIONS.values():
        text = spec.text.replace("&", "")
        if text not in headings:  # a menu and a card can have one name
            assert (text in lines) == bool(spec.shortcuts), text
    shown.window().close()


def test_that_the_menu_for_a_class_opens_where_it_is_asked_for(window: MainWindow) -> None:
    window.logit_table.context_menu_requested.emit(QPoint(20, 30))

    menu = window.commands.menus["classes"]
    assert menu.isVisible()
    menu.close()


def test_that_examples_are_called_by_their_titles_once_the_menu_opens(window: MainWindow) -> None:
    menu = window.commands.menus["presets"]
    menu.aboutToShow.emit()

    assert menu.actions()[0].text() == "The worked example"


def test_that_the_largest_example_is_shown_in_all_parts(window: MainWindow) -> None:
    _press(window, "preset.52-vocabulary")

    assert len(_state(window).logits) == 50_257
    assert window.logit_table.model().rowCount() == 50_257
    for view in window.panels.values():
        assert view.snapshot is window.store.snapshot


def test_that_a_random_walk_through_commands_can_be_undone_to_the_last_bit(
    window: MainWindow,
) -> None:
    beginning = _state(window)
    for key in (*STATE_COMMANDS[:6], "reset", *STATE_COMMANDS[3:12], "class.add", "class.up"):
        window.commands[key].trigger()

    while window.store.history.canUndo():
        _press(window, "undo")

    assert _state(window) == beginning
    assert derive(beginning).cross_entropy == window.store.snapshot.cross_entropy


def test_that_an_example_is_named_as_long_as_its_numbers_are_shown(window: MainWindow) -> None:
    window.run_command("preset.14-peaky")
    name = window.toolbar.example
    assert name

    window.run_command("target.uniform")
    assert window.toolbar.example == ""
    window.run_command("undo")
    assert window.toolbar.example == name
    window.run_command("undo")
    assert window.toolbar.example == ""


@pytest.mark.parametrize("times", [3, pytest.param(50, marks=pytest.mark.long)])
def test_that_examples_taken_again_take_no_more_memory(
    window: MainWindow, qtbot: QtBot, times: int
) -> None:
    def memory() -> int:
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    def take_both() -> None:
        for key in ("52-vocabulary", "14-peaky"):
            window.examples.take(key)
        QApplication.processEvents()

    tracemalloc.start()
    take_both()
    take_both()
    before = memory()
    for _ in range(times):
        take_both()
    # The names and numbers of 50 257 classes take more than 4 MB.  The journal holds steps in
    # memory only until it is written anew, which it does while there is nothing else to do.
    allowed = before + 1_000_000 + 4000 * times
    qtbot.waitUntil(lambda: memory() < allowed, timeout=60_000)
    tracemalloc.stop()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_the_menu_of_examples_says_what_each_one_shows(
    window: MainWindow, language: str
) -> None:
    window.look.choose_language(language)

    window.commands.menus["presets"].aboutToShow.emit()
    window.commands.menus["mistakes"].aboutToShow.emit()

    for preset in presets():
        action = window.commands[f"preset.{preset.key}"]
        assert action.text() == preset.title(language)
        if note := preset.note(language):
            assert action.statusTip() == with_logarithm(note, window.store.view.unit)
            assert action.toolTip() == action.statusTip()
