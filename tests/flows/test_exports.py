"""Figures and numbers leave the window, and figures come back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton

from xentgui.documents.embedded import read_state_document
from xentgui.export.file_formats import NUMBER_FORMATS
from xentgui.export.numbers.looks import Looks
from xentgui.language.text import translate
from xentgui.model import edits
from xentgui.model.subjects import to_state
from xentgui.window.dialogs.animation_dialog import AnimationDialog
from xentgui.window.dialogs.export_dialog import ExportDialog
from xentgui.window.dialogs.numbers_dialog import NumbersDialog
from xentgui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _clipboard(qapp: QGuiApplication) -> Iterator[None]:
    yield
    qapp.clipboard().clear()


def test_that_a_saved_figure_brings_its_state_back(window: MainWindow, tmp_path: Path) -> None:
    window.store.edit(to_state(edits.with_logit(window.store.snapshot.state, 1, 3.25)), "pull")
    wanted = window.store.snapshot.state
    window.run_command("export.figure")
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.save(tmp_path / "figure.png")
    assert "figure.png" in window.status.message()
    dialog.close()
    window.store.history.undo()

    window.documents.open_path(tmp_path / "figure.png")

    assert window.store.snapshot.state == wanted


def test_that_the_dialog_shows_the_panels_of_the_window_and_follows_it(window: MainWindow) -> None:
    window.run_command("export.figure")
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    shown = {key for key in window.panels if window.cards.is_shown(key)}

    assert set(dialog.form.choices().panels) == shown
    window.store.edit(
        to_state(edits.with_setting(window.store.snapshot.state, "temperature", 3.0)), "warmer"
    )
    assert dialog.figure().snapshot is window.store.snapshot
    dialog.close()


def test_that_the_panel_under_the_pointer_is_copied_at_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = window.panels["gradient"]
    QCursor.setPos(view.mapToGlobal(QPoint(20, 20)))

    window.run_command("export.copy_panel")

    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert data.text().startswith("Gradient: class 1")
    document = read_state_document(bytes(data.data("image/svg+xml").data()))
    assert document is not None
    assert "-1.46" in document


@pytest.mark.parametrize("key", ["csv", "json", "markdown", "latex", "table", "numpy", "pytorch"])
def test_every_format_of_numbers_is_copied(window: MainWindow, key: str) -> None:
    window.run_command(f"numbers.{key}")

    assert "2.33" in QGuiApplication.clipboard().text()
    assert window.status.message().startswith("Copied")


def _numbers_dialog(window: MainWindow, key: str) -> NumbersDialog:
    window.run_command("export.numbers")
    dialog = window.findChild(NumbersDialog)
    assert dialog is not None
    dialog.formats.setCurrentIndex(dialog.formats.findData(key))
    return dialog


def _button(dialog: NumbersDialog, name: str) -> QPushButton:
    button = dialog.findChild(QPushButton, f"numbers.{name}")
    assert button is not None
    return button


def _save_numbers(window: MainWindow, dialog: NumbersDialog, path: Path) -> None:
    _button(dialog, "save").click()
    asked = dialog.findChild(QFileDialog, "dialog.numbers")
    assert asked is not None
    asked.fileSelected.emit(str(path))
    asked.close()
    dialog.close()


def test_that_the_columns_of_latex_are_chosen_and_remembered(
    window: MainWindow, tmp_path: Path
) -> None:
    dialog, path = _numbers_dialog(window, "latex"), tmp_path / "numbers.tex"
    for field, box in dialog.columns.items():
        box.setChecked(field in ("logits", "probabilities"))
    dialog.siunitx.setChecked(True)
    shown = dialog.preview.toPlainText()
    _save_numbers(window, dialog, path)

    looks = Looks(translate=translate, columns=("logits", "probabilities"), siunitx=True)
    assert path.read_text("utf-8") == NUMBER_FORMATS["latex"].encode(window.store.snapshot, looks)
    assert shown == path.read_text("utf-8").rstrip()
    again = _numbers_dialog(window, "latex")
    assert again.looks().columns == ("logits", "probabilities")
    assert (again.looks().siunitx, again.looks().narrow) == (True, False)
    again.close()


def test_that_exact_formats_have_all_columns_and_a_table_needs_one(window: MainWindow) -> None:
    dialog = _numbers_dialog(window, "table")
    for box in dialog.columns.values():
        box.setChecked(False)

    assert not _button(dialog, "save").isEnabled()
    assert not _button(dialog, "copy").isEnabled()
    dialog.formats.setCurrentIndex(dialog.formats.findData("csv"))
    assert _button(dialog, "copy").isEnabled()
    assert not any(box.isEnabled() for box in dialog.columns.values())
    _button(dialog, "copy").click()
    assert QGuiApplication.clipboard().text() == dialog.text()
    dialog.close()


def test_that_numbers_are_saved_in_the_format_that_is_chosen(
    window: MainWindow, tmp_path: Path
) -> None:
    _save_numbers(window, _numbers_dialog(window, "json"), tmp_path / "numbers.json")

    content = json.loads((tmp_path / "numbers.json").read_text())
    assert content["cross_entropy"] == window.store.snapshot.cross_entropy


def test_that_numbers_that_cannot_be_saved_are_reported(window: MainWindow, tmp_path: Path) -> None:
    assert not window.exports.save_numbers("csv", tmp_path / "no" / "such" / "a.csv")
    assert "a.csv" in window.status.message()


def test_that_an_animation_goes_through_the_history(window: MainWindow, qtbot: QtBot) -> None:
    opening = window.store.snapshot.state
    for temperature in (2.0, 3.0):
        window.store.edit(
            to_state(edits.with_setting(window.store.snapshot.state, "temperature", temperature)),
            "warmer",
        )
    window.run_command("export.animation")
    dialog = window.findChild(AnimationDialog)
    assert dialog is not None
    dialog.choose("history")

    states = dialog.animation().states
    assert [state.temperature for state in states] == [1.0, 2.0, 3.0]
    assert states[0] == opening
    dialog.close()
