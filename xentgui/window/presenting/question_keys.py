"""The keys that belong to a question: votes while they are counted, and a guess that has them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from xentgui.window.presenting.lecture import Lecture

_K = Qt.Key
_VOTES: Final = {_K.Key_A: 0, _K.Key_B: 1, _K.Key_C: 2, _K.Key_D: 3}
_UPWARDS: Final = {_K.Key_Up: 1, _K.Key_Down: -1}


def answered(lecture: Lecture, event: QKeyEvent) -> bool:
    """Count a vote or move the guess; return whether the key did so."""
    try:
        key = Qt.Key(event.key())
    except ValueError:
        return False
    if lecture.tally is not None and key in _VOTES:
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        lecture.add_vote(_VOTES[key], -1 if back else 1)
        return True
    if lecture.guess_has_keys and key in _UPWARDS:
        lecture.nudge_guess(_UPWARDS[key] * size_of_step(event.modifiers()))
        return True
    return False


def size_of_step(modifiers: Qt.KeyboardModifier) -> float:
    """Return the size of a step: Shift finer, Ctrl coarser."""
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return 0.1
    return 10.0 if modifiers & Qt.KeyboardModifier.ControlModifier else 1.0
