from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from xentgui.window.main_window import MainWindow
from xentgui.window.names import all_names

OURS = ("action.", "control.", "dock.", "menu.", "panel.", "status.", "toolbar.", "window.")


def _named(window: MainWindow) -> list[str]:
    everything = [window, *window.findChildren(QObject)]
    named = [
        thing.objectName()
        for thing in everything
        if isinstance(thing, QWidget | QAction | QMenu) and thing.objectName()
    ]
    return [name for name in named if name.startswith(OURS) or name in all_names()]


def test_that_the_list_of_names_is_that_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.make_ahead()
    qtbot.waitUntil(lambda: set(all_names()) <= set(_named(window)))

    assert sorted(_named(window)) == sorted(all_names())


def test_that_no_two_things_have_one_name() -> None:
    names = all_names()

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_widget_that_takes_the_focus_has_a_name_for_screen_readers(
    start: Callable[..., MainWindow], language: str
) -> None:
    window = start(language=language)
    nameless = []
    for widget in window.findChildren(QWidget):
        focusable = widget.focusPolicy() and widget.isVisible() and not widget.focusProxy()
        if not focusable or widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface else ""
        if not name.strip():
            nameless.append(f"{type(widget).__name__} {widget.objectName()}")

    assert nameless == []
    assert window.focusWidget() is window.logit_table
