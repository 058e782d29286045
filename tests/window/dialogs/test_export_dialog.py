"""The dialog: what is chosen is seen, saved, copied and remembered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from tests.export.samples import EXAMPLE, of_qimage
from xentgui.documents.embedded import read_state_document
from xentgui.export.choices import PRESETS, Choices, from_text
from xentgui.export.formats.png import render
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.panels import PANELS
from xentgui.window.dialogs.export_dialog import ExportDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def remembered() -> dict[str, str]:
    return {}


@pytest.fixture
def dialog(qtbot: QtBot, remembered: dict[str, str]) -> ExportDialog:
    made = ExportDialog(derive(EXAMPLE), View(), remembered, document=lambda: '{"a": 1}')
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def _find(dialog: ExportDialog, kind: type[Any], name: str) -> Any:
    found = dialog.findChild(kind, f"export.{name}")
    assert found is not None, name
    return found


def _choose(dialog: ExportDialog, name: str, key: str) -> None:
    combo = _find(dialog, QComboBox, name)
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def test_that_the_preview_is_the_figure_that_is_saved(dialog: ExportDialog) -> None:
    _choose(dialog, "theme", "dark")
    preview = dialog.preview
    seen = of_qimage(preview.grab().toImage())
    page = preview._page().toAlignedRect()
    spec = dialog.figure().spec

    assert page.width() / page.height() == pytest.approx(spec.width / spec.height, rel=0.02)
    saved = render(dialog.figure()).scaled(
        page.size(),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    cut = seen[page.top() + 2 : page.bottom() - 2, page.left() + 2 : page.right() - 2]
    gap = np.abs(cut - of_qimage(saved)[2 : 2 + cut.shape[0], 2 : 2 + cut.shape[1]])
    assert gap.mean() < 4


@pytest.mark.parametrize("key", ["png", "svg", "pdf"])
def test_every_format_is_saved_with_its_state_and_reported(
    dialog: ExportDialog, key: str, tmp_path: Path, qtbot: QtBot
) -> None:
    _choose(dialog, "format", key)
    path = tmp_path / f"a.{key}"

    with qtbot.waitSignal(dialog.done_with) as told:
        assert dialog.save(path)

    assert path.name in told.args[0]
    assert read_state_document(path) == '{"a": 1}'


def test_that_the_state_is_left_out_if_that_is_chosen(dialog: ExportDialog, tmp_path: Path) -> None:
    qtbot_box = _find(dialog, QCheckBox, "kept")
    qtbot_box.click()

    assert dialog.save(tmp_path / "a.png")
    assert read_state_document(tmp_path / "a.png") is None


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_every_preset_sets_the_size(dialog: ExportDialog, preset: Any, tmp_path: Path) -> None:
    _choose(dialog, "preset", preset.key)
    dialog.save(tmp_path / "a.png")

    with Image.open(tmp_path / "a.png") as image:
        assert image.size == dialog.figure().spec.device_size
    assert _find(dialog, QDoubleSpinBox, "width").value() == preset.width
    assert _find(dialog, QDoubleSpinBox, "dpi").isEnabled() == (preset.unit == "cm")


def test_that_a_size_of_ones_own_is_no_preset_any_more(dialog: ExportDialog) -> None:
    _find(dialog, QDoubleSpinBox, "width").setValue(1234)

    assert dialog.form.choices().width == 1234
    assert _find(dialog, QComboBox, "preset").currentData() == ""


def test_that_pixels_become_centimetres_of_the_same_size(dialog: ExportDialog) -> None:
    before = dialog.figure().spec.device_size
    _choose(dialog, "unit", "cm")

    after = dialog.figure().spec.device_size
    assert after == pytest.approx(before, abs=1)


def test_that_panels_are_chosen_by_their_boxes(dialog: ExportDialog) -> None:
    panels = _find(dialog, QListWidget, "panels")
    for row in range(panels.count()):
        panels.item(row).setCheckState(Qt.CheckState.Unchecked)

    assert "panel" in dialog.findChild(QWidget, "export.message").text()
    assert not dialog.findChild(QWidget, "export.save").isEnabled()

    panels.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.form.choices().panels == (PANELS[1].key,)
    assert dialog.findChild(QWidget, "export.save").isEnabled()


def test_that_what_cannot_be_made_is_explained_and_not_saved(dialog: ExportDialog) -> None:
    _choose(dialog, "theme", "dark")
    _choose(dialog, "background", "white")

    assert "white" in dialog.findChild(QWidget, "export.message").text()
    assert not dialog.findChild(QWidget, "export.save").isEnabled()
    assert not dialog.findChild(QWidget, "export.copy").isEnabled()


def test_that_sentences_are_typed_without_losing_the_cursor(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    line = _find(dialog, QLineEdit, "caption")
    qtbot.keyClicks(line, "ac")
    line.setCursorPosition(1)
    qtbot.keyClicks(line, "b")

    assert dialog.figure().spec.caption == "abc"
    assert line.cursorPosition() == 2


def test_that_choices_come_back_at_the_next_time(
    dialog: ExportDialog, remembered: dict[str, str], qtbot: QtBot
) -> None:
    _choose(dialog, "theme", "print")
    _choose(dialog, "preset", "column")
    dialog.reject()

    again = ExportDialog(derive(EXAMPLE), View(), remembered)
    qtbot.addWidget(again)
    assert again.form.choices() == dialog.form.choices()
    assert again.form.choices().theme == "print"


def test_that_what_was_remembered_and_is_gone_does_no_harm(qtbot: QtBot) -> None:
    spoilt = {"export/figure": '{"panels": ["no_such_panel"], "language": "tlh", "width": -1}'}
    dialog = ExportDialog(derive(EXAMPLE), View(), spoilt)
    qtbot.addWidget(dialog)

    assert dialog.form.choices().panels == Choices().panels
    _choose(dialog, "language", "")
    assert dialog.figure().spec.width == 1920


def test_that_the_preview_follows_the_window(dialog: ExportDialog) -> None:
    before = of_qimage(dialog.preview.grab().toImage())
    dialog.show_snapshot(derive(State(EXAMPLE.labels, (0.0, 0.0, 0.0), (0, 0, 1))))

    assert (of_qimage(dialog.preview.grab().toImage()) != before).any()
    before = of_qimage(dialog.preview.grab().toImage())
    dialog.show_view(View(unit="bits"))
    assert (of_qimage(dialog.preview.grab().toImage()) != before).any()


def test_that_a_place_that_cannot_be_written_is_reported(
    dialog: ExportDialog, tmp_path: Path
) -> None:
    assert not dialog.save(tmp_path / "no" / "such" / "a.png")
    assert "a.png" in dialog.findChild(QWidget, "export.message").text()


def test_that_copy_copies(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.findChild(QWidget, "export.copy"), Qt.MouseButton.LeftButton)

    assert "image/svg+xml" in QGuiApplication.clipboard().mimeData().formats()
    QGuiApplication.clipboard().clear()


def test_every_question_has_a_name_for_those_who_cannot_see_it(dialog: ExportDialog) -> None:
    asked = [*dialog.findChildren(QComboBox), *dialog.findChildren(QDoubleSpinBox)]
    asked += [one for one in dialog.findChildren(QLineEdit) if one.objectName()]
    for widget in asked:
        if widget.objectName().startswith("export."):
            assert widget.accessibleName(), widget.objectName()
    assert "0.8383" in dialog.preview.accessibleDescription()


def test_that_a_figure_and_all_panels_are_seen_on_a_small_screen(
    qtbot: QtBot, remembered: dict[str, str]
) -> None:
    dialog = ExportDialog(derive(EXAMPLE), View(), remembered)
    qtbot.addWidget(dialog)
    dialog.show()

    assert dialog.preview.width() > 0.8 * dialog.form.width()
    assert dialog.findChild(QListWidget, "export.panels").verticalScrollBar().maximum() == 0
    assert dialog.width() <= dialog.screen().availableGeometry().width()


def test_that_a_style_is_chosen_and_says_which_switches_it_leaves(
    dialog: ExportDialog, remembered: dict[str, str]
) -> None:
    assert _find(dialog, QCheckBox, "titles").isEnabled()

    _choose(dialog, "style", "paper")

    assert dialog.figure().spec.style == "paper"
    assert not _find(dialog, QCheckBox, "titles").isEnabled()
    assert not _find(dialog, QCheckBox, "formulas").isEnabled()
    dialog.close()
    assert from_text(remembered["export/figure"]).style == "paper"


def test_that_a_height_of_none_follows_from_the_content(dialog: ExportDialog) -> None:
    _choose(dialog, "preset", "column")
    few = dialog.figure().spec

    panels = _find(dialog, QListWidget, "panels")
    for row in range(panels.count()):
        panels.item(row).setCheckState(Qt.CheckState.Checked)

    assert few.style == dialog.figure().spec.style == "paper"
    assert dialog.figure().spec.height > 2 * few.height
    assert _find(dialog, QPushButton, "save").isEnabled()


def test_that_a_size_that_is_too_small_is_refused_in_red_with_the_least_that_would_do(
    dialog: ExportDialog,
) -> None:
    _choose(dialog, "preset", "column")
    _find(dialog, QDoubleSpinBox, "height").setValue(3.0)

    message = _find(dialog, QWidget, "message")
    assert "needs at least 8.5 × " in message.text()
    red = message.palette().windowText().color()
    assert red.red() > 2 * max(red.green(), red.blue())
    assert not _find(dialog, QPushButton, "save").isEnabled()

    least = float(message.text().split("× ")[1].split(" ")[0])
    _find(dialog, QDoubleSpinBox, "height").setValue(least)
    assert message.text() == ""
    assert _find(dialog, QPushButton, "save").isEnabled()
