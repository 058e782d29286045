from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.window.main_window import MainWindow

TAB = Qt.FocusReason.TabFocusReason


def _is_lit(window: MainWindow, index: int | None) -> bool:
    return bool(window.store.view.highlighted_class == index)


def test_that_a_class_is_lit_no_longer_when_the_keys_leave_its_panel(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.panels["distribution"].setFocus(TAB)
    qtbot.waitUntil(lambda: _is_lit(window, 0))

    window.panels["derivation"].setFocus(TAB)

    qtbot.waitUntil(lambda: _is_lit(window, None))


def test_that_nothing_stays_lit_when_an_enlarged_panel_goes_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.cards.enlarge("distribution")
    QTest.keyClick(window.panels["distribution"], Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: _is_lit(window, 0))

    window.commands["panel.restore"].trigger()

    qtbot.waitUntil(lambda: _is_lit(window, None))


def test_that_a_menu_leaves_the_class_lit(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.panels["distribution"]
    panel.setFocus(TAB)
    qtbot.waitUntil(lambda: _is_lit(window, 0))

    QApplication.sendEvent(
        panel, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.MenuBarFocusReason)
    )
    qtbot.wait(50)

    assert _is_lit(window, 0)


def test_that_the_keys_come_back_from_an_enlarged_panel(window: MainWindow) -> None:
    window.table.setFocus()
    window.cards.enlarge("information")
    assert window.panels["information"].hasFocus()

    window.cards.restore()

    assert window.table.hasFocus()
    assert _is_lit(window, None)
