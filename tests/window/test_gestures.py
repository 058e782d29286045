"""F1 tells what the pointer does, wherever something listens to it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTextBrowser

import xentgui
from xentgui.language.text import translate
from xentgui.window.gestures import PLACES
from xentgui.window.help_dialogs import Shortcuts
from xentgui.window.main_window import MainWindow

_LISTENS = {"mousePressEvent", "mouseDoubleClickEvent", "wheelEvent", "contextMenuEvent"}


def _listeners() -> set[str]:
    """Return the classes of the program that handle presses, the wheel, or drops."""
    found = set()
    for file in Path(xentgui.__file__).parent.rglob("*.py"):
        text = file.read_text("utf-8")
        if not any(name in text for name in (*_LISTENS, "setAcceptDrops")):
            continue
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.ClassDef):
                continue
            methods = {one.name for one in node.body if isinstance(one, ast.FunctionDef)}
            drops = "setAcceptDrops" in ast.unparse(node)
            if methods & _LISTENS or drops:
                found.add(node.name)
    return found


def test_that_every_class_that_listens_to_the_pointer_is_told_of():
    assert _listeners() == set().union(*(place.listeners for place in PLACES))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_f1_lists_every_gesture(window: MainWindow, language: str) -> None:
    window.run_command(f"language.{language}")
    window.run_command("help.shortcuts")

    shown = window.findChild(QTextBrowser, "shortcuts.list")
    lines = shown.toPlainText().splitlines()
    for place in PLACES:
        for text in (place.title, *(text for pair in place.gestures for text in pair)):
            assert translate("window", text) in lines
    shown.window().close()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1920, 1080)])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_f1_is_seen_at_once(
    window: MainWindow, language: str, width: int, height: int
) -> None:
    window.run_command(f"language.{language}")
    shown = Shortcuts(window, QSize(width, height))
    shown.show()

    assert shown.list.verticalScrollBar().maximum() == 0
    assert shown.list.horizontalScrollBar().maximum() == 0
    assert shown.width() <= width
    assert shown.height() <= height
    shown.close()


def test_that_keys_are_named_in_chinese_as_they_are_printed_on_keyboards(
    window: MainWindow,
) -> None:
    window.run_command("language.zh_CN")
    shown = Shortcuts(window)

    text = shown.list.toPlainText()
    assert "Alt+→" in text
    assert "Ctrl+Enter" in text
    assert "方向\n" not in text
    assert "回车" not in text
    shown.close()
