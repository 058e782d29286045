"""Keys that zoom and move a plot, as the wheel and a drag beside the marks do."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

_FACTOR = 1.25
_STEP = 40.0  # pixels
_WAYS = {
    Qt.Key.Key_Left: QPointF(_STEP, 0.0),
    Qt.Key.Key_Right: QPointF(-_STEP, 0.0),
    Qt.Key.Key_Up: QPointF(0.0, _STEP),
    Qt.Key.Key_Down: QPointF(0.0, -_STEP),
}
_MOVES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Zoomed(Protocol):
    """What the keys need from a plot."""

    def middle(self) -> QPointF:
        """Return the place of the mark with the keys, or the middle of the plot, in pixels."""
        ...

    def pinch(self, factor: float, around: QPointF, by: QPointF) -> None:
        """Enlarge by `factor` around a place, and move by so many pixels."""
        ...

    def show_all(self) -> None:
        """Show the whole plot again."""
        ...


def zoom_key_pressed(plot: Zoomed, event: QKeyEvent) -> bool:
    """Act on a key; return whether it zooms or moves plots.

    Z zooms in, Shift+Z out, Ctrl+Alt and an arrow move, Backspace shows all.
    """
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_Z and not modifiers:
        plot.pinch(_FACTOR, plot.middle(), QPointF())
    elif key == Qt.Key.Key_Z and modifiers == Qt.KeyboardModifier.ShiftModifier:
        plot.pinch(1.0 / _FACTOR, plot.middle(), QPointF())
    elif key in _WAYS and modifiers == _MOVES:
        plot.pinch(1.0, plot.middle(), _WAYS[key])
    elif key == Qt.Key.Key_Backspace and not modifiers:
        plot.show_all()
    else:
        return False
    return True
