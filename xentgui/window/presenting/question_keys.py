"""The keys that belong to a question: votes while they are counted, and a guess that has them.

A point begins no number, nor does a comma: clickers send them for a black or white screen.
"""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from xentgui.window.presenting.lecture import Lecture

_K = Qt.Key
_VOTES: Final = {_K.Key_A: 0, _K.Key_B: 1, _K.Key_C: 2, _K.Key_D: 3}
_UPWARDS: Final = {_K.Key_Up: 1, _K.Key_Down: -1}
_SIGNS: Final = {"−": "-", ",": "."}
_BEGUN: Final = re.compile(r"-?(?:[0-9]{1,4}(?:\.[0-9]{0,6})?)?")
_COMMANDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def answered(lecture: Lecture, event: QKeyEvent) -> bool:
    """Count a vote or move the guess; return whether the key did so."""
    try:
        key = Qt.Key(event.key())
    except ValueError:
        return False
    if lecture.tally is not None and key in _VOTES:
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        lecture.answering.add_vote(_VOTES[key], -1 if back else 1)
        return True
    if lecture.guess_has_keys and key in _UPWARDS:
        lecture.answering.nudge_guess(_UPWARDS[key] * size_of_step(event.modifiers()))
        return True
    return lecture.guess_has_keys and _types(lecture, key, event)


def _types(lecture: Lecture, key: Qt.Key, event: QKeyEvent) -> bool:
    """Type the guess that has the keys: Enter takes it; return whether the key belonged to it."""
    typed, letter = lecture.typed, event.text()
    if event.modifiers() & _COMMANDS:
        return False
    if typed and key in {_K.Key_Return, _K.Key_Enter}:
        lecture.answering.take_typed_guess()
    elif typed and key == _K.Key_Backspace:
        lecture.answering.type_guess(typed[:-1])
    elif letter and _BEGUN.fullmatch(longer := typed + _SIGNS.get(letter, letter)):
        lecture.answering.type_guess(longer)
    else:
        return False
    return True


def size_of_step(modifiers: Qt.KeyboardModifier) -> float:
    """Return the size of a step: Shift finer, Ctrl coarser."""
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return 0.1
    return 10.0 if modifiers & Qt.KeyboardModifier.ControlModifier else 1.0
