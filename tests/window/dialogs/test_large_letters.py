"""Dialogs with letters twice as large: they fit on the screen, and every field can be reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.export.samples import EXAMPLE
from xentgui.documents.staging import Staging
from xentgui.model import derive
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.window.dialogs.animation_dialog import AnimationDialog
from xentgui.window.dialogs.export_dialog import ExportDialog
from xentgui.window.dialogs.form_scroll import FormScroll
from xentgui.window.dialogs.staging_dialog import StagingDialog

MADE = {
    "figure": lambda: ExportDialog(derive(EXAMPLE), View(), {}),
    "animation": lambda: AnimationDialog(derive(EXAMPLE), View(), {}),
    "staging": lambda: StagingDialog(Staging(), ("cat", "dog", "owl")),
}


def _fields(dialog: QDialog) -> list[QWidget]:
    scroll = dialog.findChild(FormScroll)
    assert scroll is not None
    return [
        one
        for one in scroll.widget().findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()
    ]


@pytest.fixture
def _letters() -> Iterator[None]:
    """Give the application letters twice as large, for one test."""
    before = QApplication.font()
    QApplication.setFont(ui_font(26.0))
    yield
    QApplication.setFont(before)


@pytest.mark.usefixtures("_letters")
@pytest.mark.parametrize("name", MADE)
def test_that_every_field_is_in_sight_while_it_has_the_keys(qtbot: QtBot, name: str) -> None:
    dialog = MADE[name]()
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    scroll = dialog.findChild(FormScroll)
    assert isinstance(scroll, FormScroll)

    assert dialog.height() <= dialog.screen().availableGeometry().height()
    assert scroll.widget().width() <= scroll.viewport().width(), "nothing goes sideways"
    fields = _fields(dialog)
    assert len(fields) >= 3
    for field in fields:
        scroll.ensureWidgetVisible(field)  # what Qt does when the Tab key comes to it
        QApplication.processEvents()
        assert not field.visibleRegion().isEmpty(), field.objectName()
