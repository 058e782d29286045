"""The dialog for handouts: saved, cancelled, refused, remembered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton

from tests.documents.lecture import LECTURE
from xentgui.documents.scene import Document
from xentgui.export.handout.pdf import handout_pdf
from xentgui.window.dialogs.handout_dialog import HandoutDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _dialog(
    qtbot: QtBot, remembered: dict[str, str], document: Document = LECTURE
) -> HandoutDialog:
    made = HandoutDialog(document, remembered, language="zh_CN")
    qtbot.addWidget(made)
    made.show()
    return made


def _find(dialog: HandoutDialog, kind: type[Any], name: str) -> Any:
    found = dialog.findChild(kind, f"handout.{name}")
    assert found is not None, name
    return found


def test_that_it_saves_what_the_command_line_writes_and_remembers_how(
    qtbot: QtBot, tmp_path: Path
) -> None:
    remembered: dict[str, str] = {}
    dialog = _dialog(qtbot, remembered)
    paper = _find(dialog, QComboBox, "paper")
    paper.setCurrentIndex(paper.findData("letter"))
    _find(dialog, QCheckBox, "notes").setChecked(True)

    with qtbot.waitSignal(dialog.done_with) as told:
        assert dialog.save(tmp_path / "a.pdf")

    assert "a-notes.pdf" in told.args[0]
    handout = dialog.handout()
    assert (handout.language, handout.paper, handout.every_step) == ("zh_CN", "letter", False)
    assert (tmp_path / "a.pdf").read_bytes() == handout_pdf(handout)
    assert (tmp_path / "a-notes.pdf").read_bytes().startswith(b"%PDF")
    again = _dialog(qtbot, remembered)
    assert again.handout().paper == "letter"
    assert _find(again, QCheckBox, "notes").isChecked()
    assert not _find(again, QCheckBox, "steps").isChecked()


def test_that_it_can_be_cancelled_and_then_nothing_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, {}, Document(LECTURE.scenes * 6))
    cancel = dialog.findChild(QPushButton, "progress.cancel")
    assert cancel is not None
    QTimer.singleShot(0, cancel.click)

    assert not dialog.save(tmp_path / "a.pdf")

    assert list(tmp_path.iterdir()) == []
    assert _find(dialog, QLabel, "message").text()
    assert _find(dialog, QPushButton, "save").isEnabled()


def test_that_what_is_refused_is_said_in_the_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, {}, Document(LECTURE.scenes[:1]))

    assert not dialog.save(tmp_path / "none" / "a.pdf")

    assert "a.pdf" in _find(dialog, QLabel, "message").text()
    assert list(tmp_path.iterdir()) == []
