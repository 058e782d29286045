"""The keys of a table while no cell is edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_Key = Qt.Key

STANDARD = {
    QKeySequence.StandardKey.Copy: "copy",
    QKeySequence.StandardKey.Cut: "cut",
    QKeySequence.StandardKey.Paste: "paste",
}

KEYS = {
    (_NONE, _Key.Key_F2): "edit_current",
    (_NONE, _Key.Key_Return): "go_down",
    (_NONE, _Key.Key_Enter): "go_down",
    (_SHIFT, _Key.Key_Return): "go_up",
    (_SHIFT, _Key.Key_Enter): "go_up",
    (_NONE, _Key.Key_Delete): "clear_values",
    (_NONE, _Key.Key_Backspace): "clear_values",
    (_ALT, _Key.Key_Up): "move_up",
    (_ALT, _Key.Key_Down): "move_down",
    (_NONE, _Key.Key_Insert): "add_class",
    (_CTRL, _Key.Key_D): "duplicate_classes",
    (_SHIFT, _Key.Key_Delete): "remove_classes",
}

JUMPS = {
    _Key.Key_Up: (-1, 0),
    _Key.Key_Down: (1, 0),
    _Key.Key_Left: (0, -1),
    _Key.Key_Right: (0, 1),
}
"""The arrows that go to the edge with Ctrl, with their direction in rows and columns."""


def command_for(event: QKeyEvent) -> str | None:
    """Return the name of the `ClassTable` method that a key calls, or None."""
    for standard, name in STANDARD.items():
        # Shift+Delete means cut on some systems; here it removes the class, as the menu says.
        if event.matches(standard) and event.key() != _Key.Key_Delete:
            return name
    return KEYS.get((event.modifiers() & ~_KEYPAD, Qt.Key(event.key())))


def is_reserved(event: QEvent) -> bool:
    """Return whether a table with the focus takes this key before the shortcuts of menus do."""
    is_override = event.type() == QEvent.Type.ShortcutOverride
    return is_override and isinstance(event, QKeyEvent) and command_for(event) is not None


def jump_for(event: QKeyEvent) -> tuple[int, int] | None:
    """Return the direction in which Ctrl and an arrow go to the edge, or None."""
    if (event.modifiers() & ~(_KEYPAD | _SHIFT)) != _CTRL:
        return None
    return JUMPS.get(Qt.Key(event.key()))
