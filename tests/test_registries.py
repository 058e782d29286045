"""What the command line, the dialogs and the menus offer is what the registries hold, no more, no less."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from tests.export.samples import EXAMPLE
from xentgui.commands.bars import TOOLBAR
from xentgui.commands.registry import ACTIONS, MENUS
from xentgui.documents.file_readers import (
    DOCUMENTS,
    FIGURES,
    FILE_READERS,
    LOGITS,
    FileReader,
)
from xentgui.documents.scene import Scene
from xentgui.export import choices
from xentgui.export.file_formats import ANIMATION_FORMATS, EXPORT_FORMATS, NUMBER_FORMATS
from xentgui.language.catalog import Catalog
from xentgui.language.units import UNITS
from xentgui.model import derive
from xentgui.model.quantity import LOGIT, SWEPT
from xentgui.model.setting import NumberSetting
from xentgui.model.settings_of_state import SETTINGS, SLIDES
from xentgui.model.subjects import BareLogits
from xentgui.model.view import View
from xentgui.panels import PANELS
from xentgui.program.cli import main
from xentgui.program.help_page import help_page
from xentgui.program.options import CommandLine, Option
from xentgui.program.subcommands import SUBCOMMANDS, evaluate, export, input_options
from xentgui.program.subcommands.sample_text import SAMPLE_FORMATS
from xentgui.window.dialogs.animation_dialog import AnimationDialog
from xentgui.window.dialogs.animation_form import HISTORY
from xentgui.window.dialogs.export_dialog import ExportDialog
from xentgui.window.dialogs.numbers_dialog import NumbersDialog
from xentgui.window.main_window import MainWindow


def _options(command: Any) -> dict[str, Option]:
    return {name: option for option in command.options() for name in option.names}


def _help(command: Any) -> str:
    return help_page(CommandLine("", "", command.options(), input_options.operand()), Catalog())


def _keys(combo: QComboBox) -> list[str]:
    return [combo.itemData(place) for place in range(combo.count())]


def _commands(beginning: str) -> list[str]:
    return [key.removeprefix(beginning) for key in ACTIONS if key.startswith(beginning)]


def _endings(dialog: QFileDialog) -> list[set[str]]:
    return [set(re.findall(r"\*(\S*?)(?=[ )])", one)) for one in dialog.nameFilters()]


@pytest.mark.parametrize("command", [evaluate, export])
def test_that_units_and_settings_are_options_of_the_command_line(command: Any) -> None:
    options = _options(command)

    assert list(options["--unit"].choices) == list(UNITS)
    assert {setting.option for setting in SETTINGS.values()} <= set(options)


def test_that_units_are_commands_buttons_and_units_of_documents(window: MainWindow) -> None:
    assert _commands("unit.") == list(UNITS)
    assert list(MENUS["unit"].entries) == [f"unit.{unit}" for unit in UNITS]
    assert list(window.toolbar.unit.buttons) == list(UNITS)
    for unit in UNITS:
        assert Scene(BareLogits(EXAMPLE), unit=unit).unit == unit
        window.settings.unit = unit
        assert window.settings.unit == unit


def test_that_every_setting_that_can_be_slid_is_in_the_toolbar(window: MainWindow) -> None:
    slid = {
        key
        for key, setting in SETTINGS.items()
        if isinstance(setting, NumberSetting) and setting.slide is not None
    }

    assert set(window.toolbar.sliders) == slid
    assert {f"control.{slide.control}" for slide in SLIDES.values()} <= set(TOOLBAR)


def test_that_every_format_of_figures_is_in_the_command_line_and_the_dialog(qtbot: QtBot) -> None:
    dialog = ExportDialog(derive(EXAMPLE), View(), {})
    qtbot.addWidget(dialog)

    offered = list(_options(export)["--format"].choices)
    assert offered == [*EXPORT_FORMATS, *ANIMATION_FORMATS]
    assert _keys(dialog.findChild(QComboBox, "export.format")) == list(EXPORT_FORMATS)  # type: ignore[arg-type]
    for key in EXPORT_FORMATS:
        assert choices.from_text(f'{{"file_format": "{key}"}}').file_format == key
    for written in (*EXPORT_FORMATS.values(), *ANIMATION_FORMATS.values()):
        assert written.name in SUBCOMMANDS["export"].help
    for figure in EXPORT_FORMATS.values():
        assert figure.name in ACTIONS["export.figure"].tip


def test_that_every_animation_and_sweep_is_in_the_dialog_and_the_help(qtbot: QtBot) -> None:
    dialog = AnimationDialog(
        derive(EXAMPLE), View(), {}, history=(BareLogits(EXAMPLE), BareLogits(EXAMPLE))
    )
    qtbot.addWidget(dialog)
    swept, formats = (
        dialog.findChild(QComboBox, f"animation.{name}") for name in ("parameter", "format")
    )

    assert _keys(formats) == list(ANIMATION_FORMATS)  # type: ignore[arg-type]
    assert _keys(swept) == [*SWEPT, HISTORY]  # type: ignore[arg-type]
    for key in SWEPT.keys() - {LOGIT}:
        assert key in _help(export)


def test_that_every_format_of_numbers_is_a_command_and_in_the_dialog(
    window: MainWindow,
) -> None:
    assert _commands("numbers.") == list(NUMBER_FORMATS)
    assert list(MENUS["numbers"].entries) == [f"numbers.{key}" for key in NUMBER_FORMATS]
    window.exports.ask_numbers()
    dialog = window.findChild(NumbersDialog)
    assert dialog is not None
    assert _keys(dialog.formats) == list(NUMBER_FORMATS)
    dialog.close()


def test_that_evaluate_offers_all_formats_of_numbers() -> None:
    offered = _options(evaluate)["--format"].choices

    assert set(SAMPLE_FORMATS) <= set(NUMBER_FORMATS) == set(offered)
    for key in SAMPLE_FORMATS:
        assert key in SUBCOMMANDS["evaluate"].help.lower()


def test_that_every_ending_of_a_file_is_in_the_dialogs_and_the_help(window: MainWindow) -> None:
    window.commands["file.open"].trigger()
    opening = window.findChild(QFileDialog, "dialog.open")
    window.samples.ask()
    importing = window.findChild(QFileDialog, "dialog.import")
    assert opening is not None
    assert importing is not None

    every = {ending for one in FILE_READERS.values() for ending in one.endings} - {".xent.json"}
    assert _endings(opening)[:3] == [every, set(DOCUMENTS.endings), set(FIGURES.endings)]
    assert _endings(importing)[0] == set(LOGITS.endings)
    assert [ending.removeprefix(".") for ending in FIGURES.endings] == [
        *EXPORT_FORMATS,
        *ANIMATION_FORMATS,
    ]
    told = _help(evaluate)
    for ending in (DOCUMENTS.endings[0], *LOGITS.endings):
        assert ending in told
    for ending in FILE_READERS["array"].endings:
        assert ending in ACTIONS["file.import"].tip
    opening.close()
    importing.close()


@pytest.fixture
def dice(monkeypatch: pytest.MonkeyPatch) -> FileReader:
    """Register a kind of file that only the tests know: one file, and this one entry."""
    reader = FileReader(
        "dice", LOGITS, "tests.dice_reader", endings=(".dice",), begins=re.compile(rb"dice\b")
    )
    monkeypatch.setitem(FILE_READERS, reader.key, reader)
    return reader


@pytest.mark.parametrize("name", ["throw.dice", "throw.csv", "throw"])
@pytest.mark.parametrize("way", ["open", "import", "start"])
def test_that_a_new_kind_of_file_is_opened_by_the_window(
    start: Callable[..., MainWindow], dice: FileReader, tmp_path: Path, way: str, name: str
) -> None:
    path = tmp_path / name
    path.write_text("dice 3 1 2")

    window = start(file=path) if way == "start" else start()
    if way == "open":
        window.documents.open_path(path)
    elif way == "import":
        window.samples.open(path)

    assert window.store.snapshot.state.logits == (3.0, 1.0, 2.0)
    assert window.store.history.undoText() == f"Import {name}"


@pytest.mark.parametrize("piped", [False, True])
def test_that_a_new_kind_of_file_is_evaluated(
    dice: FileReader,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    piped: bool,
) -> None:
    path, output = tmp_path / "throw.dice", tmp_path / "numbers.json"
    path.write_text("dice 3 1 2")
    with path.open() as standard_input:
        monkeypatch.setattr(sys, "stdin", standard_input)

        code = main(["evaluate", "-" if piped else str(path), "--format=json", "-o", str(output)])
        monkeypatch.undo()

    assert code == 0
    assert json.loads(output.read_text())["state"]["logits"] == [3, 1, 2]


def test_that_a_new_kind_of_file_is_in_the_dialogs_the_sentences_and_the_help(
    window: MainWindow, dice: FileReader, tmp_path: Path
) -> None:
    (tmp_path / "strange.abc").write_bytes(b"?")

    window.documents.open_path(tmp_path / "strange.abc")
    window.commands["file.open"].trigger()
    window.samples.ask()

    assert ".dice" in window.message_bar.message()
    for name in ("dialog.open", "dialog.import"):
        dialog = window.findChild(QFileDialog, name)
        assert dialog is not None
        assert ".dice" in _endings(dialog)[0]
        dialog.close()
    assert ".dice" in _help(evaluate)


def test_that_every_panel_is_a_command_and_every_command_is_in_the_window(
    window: MainWindow,
) -> None:
    assert set(_commands("show.")) > {panel.key for panel in PANELS}
    assert all(window.commands[key].objectName() == f"action.{key}" for key in ACTIONS)
