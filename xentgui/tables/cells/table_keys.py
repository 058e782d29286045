"""The keys of a table while no cell is edited, and the cells to which they lead."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

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


def pages(event: QKeyEvent, table: QWidget) -> bool:
    """Return whether a key scrolls by a page; while presenting, it goes to a stage or scene."""
    page = event.key() in (_Key.Key_PageUp, _Key.Key_PageDown)
    return page and not event.modifiers() and not table.window().isFullScreen()


def jump_for(event: QKeyEvent) -> tuple[int, int] | None:
    """Return the direction in which Ctrl and an arrow go to the edge, or None."""
    if (event.modifiers() & ~(_KEYPAD | _SHIFT)) != _CTRL:
        return None
    return JUMPS.get(Qt.Key(event.key()))


class CellPlace(NamedTuple):
    """A cell of a table, by row and column."""

    row: int
    column: int


def next_number(cell: CellPlace, values: int, rows: int, *, forward: bool) -> CellPlace | None:
    """Return the number to which Tab leads, or None if it leaves the table.

    Numbers are typed in column `values`, and the names of classes are in the one before it.

    >>> next_number(CellPlace(0, 0), 1, 3, forward=True), next_number(CellPlace(0, 1), 1, 3, forward=True)
    (CellPlace(row=0, column=1), CellPlace(row=1, column=1))
    >>> next_number(CellPlace(2, 1), 1, 3, forward=True) is None
    True
    """
    if forward and cell.column < values:
        return CellPlace(cell.row, values)
    row = cell.row + (1 if forward else -1)
    return CellPlace(row, values) if 0 <= row < rows else None


def edge(cell: CellPlace, way: tuple[int, int], rows: int, columns: int) -> CellPlace:
    """Return the cell at the edge in the direction `way`, given as steps down and right.

    >>> edge(CellPlace(3, 1), (-1, 0), 9, 4), edge(CellPlace(3, 1), (0, 1), 9, 4)
    (CellPlace(row=0, column=1), CellPlace(row=3, column=3))
    """
    down, right = way
    row = (rows - 1 if down > 0 else 0) if down else cell.row
    column = (columns - 1 if right > 0 else 0) if right else cell.column
    return CellPlace(row, column)
