"""Each key of clickers and keyboards, and the traps: the table of what people press."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication

from tests.window.presenting.recorder import Recorder
from xentgui.language.translation import install
from xentgui.painting.theme import THEMES
from xentgui.window.presenting.cover import paint_keys
from xentgui.window.presenting.keys import ROWS, STEPS, action_of
from xentgui.window.presenting.lecture import LectureActions
from xentgui.window.presenting.room_style import RoomStyle

K = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT, KEYPAD = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
NONE = Qt.KeyboardModifier.NoModifier

MATRIX = [
    ("Logitech and Kensington: next", K.Key_PageDown, NONE, "next"),
    ("Logitech and Kensington: previous", K.Key_PageUp, NONE, "previous"),
    ("Logitech: start and stop", K.Key_F5, NONE, "leave"),
    ("Logitech: start and stop, the other turn", K.Key_Escape, NONE, "leave"),
    ("others: start", K.Key_F5, SHIFT, "leave"),
    ("Logitech: blank on a US layout", K.Key_Period, NONE, "black"),
    ("the same key on other layouts", K.Key_Colon, NONE, "black"),
    ("the same key on other layouts, with Shift", K.Key_Colon, SHIFT, "black"),
    ("the same key on other layouts", K.Key_Semicolon, NONE, "black"),
    ("the same key on other layouts", K.Key_Slash, NONE, "black"),
    ("the same key on other layouts", K.Key_Greater, SHIFT, "black"),
    ("Kensington: blank", K.Key_B, NONE, "black"),
    ("B", K.Key_B, SHIFT, "black"),
    ("? is not the key of a clicker", K.Key_Question, SHIFT, "help"),
    ("Shift and / is ?", K.Key_Slash, SHIFT, "help"),
    ("arrows of others", K.Key_Right, NONE, "next"),
    ("arrows of others", K.Key_Down, NONE, "next"),
    ("arrows of others", K.Key_Left, NONE, "previous"),
    ("arrows of others", K.Key_Up, NONE, "previous"),
    ("space", K.Key_Space, NONE, "next"),
    ("Enter goes, or steps", K.Key_Return, NONE, "go"),
    ("Enter of the keypad", K.Key_Enter, KEYPAD, "go"),
    ("N", K.Key_N, NONE, "next"),
    ("P", K.Key_P, NONE, "previous"),
    ("Backspace", K.Key_Backspace, NONE, "previous"),
    ("Home", K.Key_Home, NONE, "first"),
    ("End", K.Key_End, NONE, "last"),
    ("a digit", K.Key_7, NONE, "digit 7"),
    ("a digit of the keypad", K.Key_7, KEYPAD, "digit 7"),
    ("overview", K.Key_Tab, NONE, "overview"),
    ("freeze", K.Key_F, NONE, "freeze"),
    ("white", K.Key_W, NONE, "white"),
    ("white", K.Key_Comma, NONE, "white"),
    ("pointer", K.Key_L, NONE, "pointer"),
    ("larger", K.Key_Plus, SHIFT, "larger"),
    ("larger on a US layout", K.Key_Equal, NONE, "larger"),
    ("smaller", K.Key_Minus, NONE, "smaller"),
    ("back to the scene", K.Key_R, NONE, "return"),
    ("undo", K.Key_U, NONE, "undo"),
    ("undo, as elsewhere", K.Key_Z, CTRL, "undo"),
    ("keep", K.Key_K, NONE, "keep"),
    ("swap", K.Key_S, NONE, "swap"),
    ("the change as a step", K.Key_A, NONE, "add"),
    ("the guess", K.Key_G, NONE, "guess"),
    ("votes", K.Key_T, NONE, "tally"),
    ("panels without room", K.Key_V, NONE, "panels"),
    ("captions", K.Key_C, NONE, "captions"),
    ("notes", K.Key_H, NONE, "notes"),
    ("no key of ours", K.Key_Q, NONE, None),
    ("no key of ours with Ctrl", K.Key_B, CTRL, None),
    ("no key of ours with Alt", K.Key_F5, ALT, None),
    ("a modifier alone", K.Key_Shift, SHIFT, None),
]


README = (Path(__file__).parents[3] / "README.md").read_text("utf-8")
HEADINGS = {"en": "| keys | while presenting |", "zh_CN": "| 按键 | 放映时 |"}


def _listed(language: str) -> list[tuple[str, str]]:
    """Return the keys, and what they do, as README lists them."""
    table = README.partition(HEADINGS[language])[2].partition("\n\n")[0]
    return re.findall(r"^\| `(.+)` \| (.+) \|$", table, re.MULTILINE)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_readme_and_the_list_of_keys_say_the_same(qapp: QApplication, language: str) -> None:
    install(qapp, language)
    painter = Recorder()
    paint_keys(painter, RoomStyle(THEMES["light"], 1080.0), QRectF(0, 0, 1920, 1080))
    painter.end()
    install(qapp, "en")

    written = [one.text for one in painter.written]
    assert [*zip(written[::2], written[1::2], strict=True)] == _listed(language)


def test_that_every_action_is_among_the_keys_that_people_press() -> None:
    pressed = {action for _, _, _, action in MATRIX}

    assert {row.action for row in ROWS} <= pressed
    assert all(hasattr(LectureActions, f"_{row.action}") for row in ROWS)


@pytest.mark.parametrize(("what", "key", "modifiers", "action"), MATRIX)
def test_that_a_key_does_what_people_expect(
    what: str, key: Qt.Key, modifiers: Qt.KeyboardModifier, action: str | None
) -> None:
    assert action_of(key, modifiers) == action, what


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.action)
def test_that_a_key_that_repeats_itself_does_nothing_but_for_the_size(row) -> None:  # type: ignore[no-untyped-def]
    for key in row.keys:
        repeated = action_of(key, repeats=True)
        assert repeated == (row.action if row.action in {"larger", "smaller"} else None)


def test_that_no_key_has_two_meanings() -> None:
    keys = [key for row in ROWS for key in row.keys]

    assert len(keys) == len(set(keys))
    assert {"next", "previous", "first", "last"} == STEPS


def test_that_a_key_that_qt_does_not_know_does_nothing() -> None:
    assert action_of(0x7FFFFFF) is None
