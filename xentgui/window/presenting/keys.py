"""The keys while presenting: those of clickers, of keyboards, and what each of them does.

A clicker is a keyboard with four or five keys.  It sends Page Up and Page Down; F5 and Escape in
turn, which it counts by itself; and for a black screen the scan code of "." on a US keyboard, which
is another sign on other layouts, or "b".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import Qt

from xentgui.language.text import QT_TRANSLATE_NOOP

_K = Qt.Key
_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
_GROUP: Final = Qt.KeyboardModifier.GroupSwitchModifier


class Row(NamedTuple):
    """One action, its keys, and what it does.

    Attributes
    ----------
    action
        A word for it.
    keys
        What is pressed, also with Shift.
    shown
        The keys as the list of keys shows them.
    text
        What it does, in English, marked for translation.
    brief
        The same in a few words.
    is_step
        Whether it is a step, which first of all ends a blank screen.
    """

    action: str
    keys: tuple[Qt.Key, ...]
    shown: str
    text: str
    brief: str
    is_step: bool = False


ROWS: Final = (
    Row(
        "next",
        (_K.Key_PageDown, _K.Key_Right, _K.Key_Down, _K.Key_Space, _K.Key_N),
        "PgDn → ↓ Space Enter N",
        QT_TRANSLATE_NOOP("presenting", "Next step; a click on empty ground, too"),
        QT_TRANSLATE_NOOP("presenting", "Next step"),
        is_step=True,
    ),
    Row(
        "previous",
        (_K.Key_PageUp, _K.Key_Left, _K.Key_Up, _K.Key_Backspace, _K.Key_P),
        "PgUp ← ↑ Backspace P",
        QT_TRANSLATE_NOOP("presenting", "Previous step; the right button, too"),
        QT_TRANSLATE_NOOP("presenting", "Previous step"),
        is_step=True,
    ),
    Row(
        "first",
        (_K.Key_Home,),
        "Home",
        QT_TRANSLATE_NOOP("presenting", "First scene"),
        QT_TRANSLATE_NOOP("presenting", "First scene"),
        is_step=True,
    ),
    Row(
        "last",
        (_K.Key_End,),
        "End",
        QT_TRANSLATE_NOOP("presenting", "Last scene"),
        QT_TRANSLATE_NOOP("presenting", "Last scene"),
        is_step=True,
    ),
    Row(
        "overview",
        (_K.Key_Tab,),
        "Tab",
        QT_TRANSLATE_NOOP("presenting", "All scenes; a number and Enter goes there at once"),
        QT_TRANSLATE_NOOP("presenting", "All scenes"),
    ),
    Row(
        "return",
        (_K.Key_R,),
        "R",
        QT_TRANSLATE_NOOP("presenting", "Back to the scene as prepared"),
        QT_TRANSLATE_NOOP("presenting", "Back to the scene as prepared"),
    ),
    Row(
        "undo",
        (_K.Key_U,),
        "U",
        QT_TRANSLATE_NOOP("presenting", "Undo the last change"),
        QT_TRANSLATE_NOOP("presenting", "Undo the last change"),
    ),
    Row(
        "keep",
        (_K.Key_K,),
        "K",
        QT_TRANSLATE_NOOP("presenting", "Keep the change in the scene"),
        QT_TRANSLATE_NOOP("presenting", "Keep the change in the scene"),
    ),
    Row(
        "add",
        (_K.Key_A,),
        "A",
        QT_TRANSLATE_NOOP("presenting", "Add the change to the scene as a step"),
        QT_TRANSLATE_NOOP("presenting", "Add the change as a step"),
    ),
    Row(
        "guess",
        (_K.Key_G,),
        "G",
        QT_TRANSLATE_NOOP("presenting", "Move the guess with ↑ and ↓, or type it; Esc ends it"),
        QT_TRANSLATE_NOOP("presenting", "Move the guess: ↑ ↓"),
    ),
    Row(
        "tally",
        (_K.Key_T,),
        "T",
        QT_TRANSLATE_NOOP(
            "presenting", "Count votes: A to D add one, Shift takes one away; T ends it"
        ),
        QT_TRANSLATE_NOOP("presenting", "Count votes: A to D"),
    ),
    Row(
        "black",
        (
            *(_K.Key_B, _K.Key_Period, _K.Key_Colon, _K.Key_Semicolon, _K.Key_Greater),
            _K.Key_Slash,
        ),
        "B .",
        QT_TRANSLATE_NOOP("presenting", "Black screen; the next key ends it"),
        QT_TRANSLATE_NOOP("presenting", "Black screen"),
    ),
    Row(
        "white",
        (_K.Key_W, _K.Key_Comma),
        "W ,",
        QT_TRANSLATE_NOOP("presenting", "White screen; the next key ends it"),
        QT_TRANSLATE_NOOP("presenting", "White screen"),
    ),
    Row(
        "freeze",
        (_K.Key_F,),
        "F",
        QT_TRANSLATE_NOOP("presenting", "Freeze what the audience sees, or let it go on"),
        QT_TRANSLATE_NOOP("presenting", "Freeze the audience's picture"),
    ),
    Row(
        "pointer",
        (_K.Key_L,),
        "L",
        QT_TRANSLATE_NOOP("presenting", "Pointer"),
        QT_TRANSLATE_NOOP("presenting", "Pointer"),
    ),
    Row(
        "larger",
        (_K.Key_Plus, _K.Key_Equal),
        "+",
        QT_TRANSLATE_NOOP("presenting", "Larger letters and lines"),
        QT_TRANSLATE_NOOP("presenting", "Larger letters and lines"),
    ),
    Row(
        "smaller",
        (_K.Key_Minus, _K.Key_Underscore),
        "−",
        QT_TRANSLATE_NOOP("presenting", "Smaller letters and lines"),
        QT_TRANSLATE_NOOP("presenting", "Smaller letters and lines"),
    ),
    Row(
        "panels",
        (_K.Key_V,),
        "V",
        QT_TRANSLATE_NOOP("presenting", "The panel of this scene for which there is no room"),
        QT_TRANSLATE_NOOP("presenting", "Panels without room"),
    ),
    Row(
        "captions",
        (_K.Key_C,),
        "C",
        QT_TRANSLATE_NOOP("presenting", "Hide or show the captions"),
        QT_TRANSLATE_NOOP("presenting", "Hide or show the captions"),
    ),
    Row(
        "notes",
        (_K.Key_H,),
        "H",
        QT_TRANSLATE_NOOP("presenting", "Notes below the picture, on the only screen"),
        QT_TRANSLATE_NOOP("presenting", "Notes below the picture"),
    ),
    Row(
        "swap",
        (_K.Key_S,),
        "S",
        QT_TRANSLATE_NOOP("presenting", "Swap the screens"),
        QT_TRANSLATE_NOOP("presenting", "Swap the screens"),
    ),
    Row(
        "help",
        (_K.Key_F1, _K.Key_Question),
        "? F1",
        QT_TRANSLATE_NOOP("presenting", "These keys"),
        QT_TRANSLATE_NOOP("presenting", "These keys"),
    ),
    Row(
        "leave",
        (_K.Key_F5, _K.Key_Escape),
        "F5 Esc",
        QT_TRANSLATE_NOOP("presenting", "Leave, to the same scene; F5 comes back to it"),
        QT_TRANSLATE_NOOP("presenting", "Leave"),
    ),
)
"""Every action while presenting; the list of keys and the window read it here."""

STEPS: Final = frozenset(row.action for row in ROWS if row.is_step)
"""The actions that end a blank screen instead of what else they do."""

GO: Final = "go"
"""Enter: the scene whose number was typed, or else the next step."""

DIGIT: Final = "digit "
"""Begins the action of a digit."""


def _by_key() -> Iterator[tuple[Qt.Key, str]]:
    for row in ROWS:
        for key in row.keys:
            yield key, row.action
    yield _K.Key_Return, GO
    yield _K.Key_Enter, GO
    for digit in range(10):
        yield Qt.Key(_K.Key_0.value + digit), f"{DIGIT}{digit}"


_ACTIONS: Final = dict(_by_key())


def action_of(
    key: int, modifiers: Qt.KeyboardModifier = _PLAIN, *, repeats: bool = False
) -> str | None:
    """Return the action of a key, or None.

    A key that repeats itself, because it is held or bounces, does nothing; but for the size.

    >>> action_of(Qt.Key.Key_PageDown), action_of(Qt.Key.Key_PageDown, repeats=True)
    ('next', None)
    >>> action_of(Qt.Key.Key_Slash, Qt.KeyboardModifier.ShiftModifier)
    'help'
    """
    plain = modifiers & ~(_KEYPAD | _GROUP)
    if plain == Qt.KeyboardModifier.ControlModifier and key == _K.Key_Z:
        return None if repeats else "undo"
    if plain & ~_SHIFT:
        return None
    try:
        known = Qt.Key(key)
    except ValueError:
        return None
    action = _ACTIONS.get(known)
    if known == _K.Key_Slash and plain == _SHIFT:
        action = "help"  # "?" on a US keyboard
    if repeats and action not in {"larger", "smaller"}:
        return None
    return action
