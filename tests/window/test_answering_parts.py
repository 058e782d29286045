"""What keeps and answers edits is made after the first picture, or before the first edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.documents.recovery import Recovery
from xentgui.program import app
from xentgui.settings import Settings
from xentgui.window.main_window import MainWindow


class Early:
    """A window with its pictures, and nothing more."""

    def __init__(self, folder: Path, workspace: str = "") -> None:
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.kept: list[Recovery] = []
        self._folder = folder
        _, self.window = app._shell(app.Options(workspace=workspace), self.settings, "xentgui")
        self.window.build(recovery=self._recovery)
        self.window.show_pictures()

    def _recovery(self) -> Recovery:
        self.kept.append(Recovery(self._folder / "state"))
        return self.kept[-1]


@pytest.fixture
def early(qtbot: QtBot, tmp_path: Path) -> Early:
    found = Early(tmp_path)
    qtbot.addWidget(found.window, before_close_func=_discard)
    return found


def _discard(window: MainWindow) -> None:
    window.documents.closes_unasked = True


def _type_a_logit(window: MainWindow) -> None:
    table = window.logit_table
    table.setCurrentIndex(table.model().index(0, 1))
    QTest.keyClicks(table, "5")
    QTest.keyClick(table.focusWidget(), Qt.Key.Key_Return)


def _move_a_slider(window: MainWindow) -> None:
    slider = next(iter(window.toolbar.sliders.values()))
    slider.setFocus()
    QTest.keyClick(slider.slider, Qt.Key.Key_Right)
    slider.finish()  # else it is kept with the end of the burst


def _click_on_a_slider(window: MainWindow) -> None:
    """With the mouse alone: a key could be one of a command, which waits for everything."""
    window.show()
    slider = next(iter(window.toolbar.sliders.values()))
    end = slider.slider.rect().center()
    end.setX(slider.slider.width() - 1)
    QTest.mouseClick(slider.slider, Qt.MouseButton.LeftButton, pos=end)


def _run_a_command(window: MainWindow) -> None:
    window.commands["target.uniform"].trigger()


EDITS: tuple[Callable[[MainWindow], None], ...] = (
    _type_a_logit,
    _move_a_slider,
    _click_on_a_slider,
    _run_a_command,
)


@pytest.mark.parametrize("edit", EDITS)
def test_that_an_edit_of_the_first_moment_is_kept(
    early: Early, edit: Callable[[MainWindow], None]
) -> None:
    window, opening = early.window, early.window.store.subject
    assert early.kept == []  # no picture needs what keeps the work
    edit(window)
    assert window.store.subject != opening
    (kept,) = early.kept
    assert kept.path.stat().st_size > 0
    assert window.documents.is_modified
    assert window.documents.opening_subject == opening
    window.commands["undo"].trigger()
    assert window.store.subject == opening
    assert not window.documents.is_modified


def test_that_a_unit_of_the_first_moment_is_remembered(early: Early) -> None:
    window = early.window
    window.toolbar.unit.view_requested.emit(replace(window.store.view, unit="bits"))
    assert early.settings.unit == "bits"


def test_that_a_window_closed_in_the_first_moment_remembers_its_cards(early: Early) -> None:
    early.window.show()
    assert early.window.close()
    assert early.settings.layout


def test_that_a_start_on_a_workspace_without_points_offers_some(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = Early(tmp_path, "classify").window
    qtbot.addWidget(window, before_close_func=_discard)
    assert window.message_bar.message()


def test_that_it_is_made_once(early: Early) -> None:
    early.window.show_panels()
    documents = early.window.documents
    _run_a_command(early.window)
    early.window.complete()
    assert early.window.documents is documents
    assert len(early.kept) == 1


def test_that_the_first_picture_follows_a_change_of_the_look(early: Early) -> None:
    early.window.look.choose_language("zh_CN")
    early.window.look.choose("dark")
    early.window.show_panels()
    QApplication.processEvents()  # Qt tells of another language in a later turn
    assert early.window.store.snapshot.state.labels[0] == "类别 1"
    assert early.window.windowTitle().startswith("未命名")
    assert early.window.cards.by_key["codes"].windowTitle() == "编码"
