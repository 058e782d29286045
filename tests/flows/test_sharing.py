"""Scenes that are shared as tokens: copied, pasted, dropped and opened in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.documents.lecture import LECTURE
from tests.documents.samples import TIE
from tests.flows.test_documents import _drop, _middle
from xentgui.documents.document import Document, encode
from xentgui.documents.scene_token import decode_token, encode_token
from xentgui.model.subjects import to_state
from xentgui.tables.logits_and_targets import LogitTable
from xentgui.tables.numbers.weights_table import WeightsTable
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]


def _copied() -> str:
    return QGuiApplication.clipboard().text()


def test_that_a_scene_goes_through_a_chat_and_back(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "lecture.xent.json"
    path.write_text(encode(LECTURE), "utf-8")
    window = start(file=path)
    window.documents.session.visit(3)
    window.run_command("share.token")

    token = _copied()
    (scene,) = decode_token(token).scenes
    assert scene.title == LECTURE.scenes[3].title
    assert scene.staging == LECTURE.scenes[3].staging
    assert scene.subject == LECTURE.scenes[3].subject
    assert str(len(token)) in window.status.message()

    window.documents.new()
    QGuiApplication.clipboard().setText(f"  <{token}>\n")
    window.table_commands.paste()

    session = window.documents.session
    assert session.count == 1
    assert session.document().scenes[0].subject == scene.subject
    assert session.path is None
    assert not session.is_modified


@pytest.mark.parametrize("where", ["logit_table", "weight_table", "drop", "menu"])
def test_that_a_token_is_recognised_wherever_a_block_can_be_pasted(
    where: str, start: Start, qtbot: QtBot
) -> None:
    window = start()
    if where == "weight_table":
        window.examples.take("71-penguins")
        window.run_command("workspace.classify")
    token = encode_token(TIE)
    QGuiApplication.clipboard().setText(token)
    if where == "drop":
        data = QMimeData()
        data.setText(token)
        _drop(window, data, _middle(window, window.panels["distribution"]))
    elif where == "menu":
        window.run_command("paste")
    else:
        kind = WeightsTable if where == "weight_table" else LogitTable
        table = window.findChild(kind)
        assert table is not None
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        box = window.findChild(QMessageBox)
        if box is not None:  # the points of the example are not saved
            box.button(QMessageBox.StandardButton.Discard).click()

    qtbot.waitUntil(lambda: window.store.snapshot.state == TIE.state)
    assert window.documents.session.title == dict(TIE.title)
    assert window.store.view.unit == "bits"


def test_that_a_bad_token_says_what_is_wrong_and_nothing_changes(start: Start) -> None:
    window = start()
    before = window.documents.session.document()
    window.documents.open_token(encode_token(TIE)[:-9])

    assert "not whole" in window.message_bar.message()
    assert window.documents.session.document() == before


def test_that_unsaved_work_is_asked_about_before_a_token_takes_its_place(start: Start) -> None:
    window = start()
    window.store.edit(to_state(TIE.state), "Edit")
    before = window.store.snapshot.state
    window.documents.open_token(encode_token(LECTURE.scenes[0]))

    box = window.findChild(QMessageBox)
    assert box is not None
    assert window.store.snapshot.state == before
    box.button(QMessageBox.StandardButton.Discard).click()
    assert window.documents.session.document().scenes[0].subject == LECTURE.scenes[0].subject


def test_that_the_window_starts_with_a_token(start: Start) -> None:
    window = start(file=Path(encode_token(TIE)))

    assert window.store.snapshot.state == TIE.state
    assert not window.message_bar.isVisible()
    assert Document((TIE,)).scenes[0].title == window.documents.session.title
