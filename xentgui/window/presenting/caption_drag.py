"""Drags the numbers of a caption sideways: what they name changes, as a what-if."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from xentgui.language.fields import Field
from xentgui.language.lecture_words import number_name
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.guess import limited, step_of
from xentgui.model.named_numbers import Named
from xentgui.window.presenting.caption_places import GUESS
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.number_edits import edit_of
from xentgui.window.presenting.question_keys import size_of_step

_DRAG = QT_TRANSLATE_NOOP("presenting", "Drag {name}")
_PER_STEP = 0.35  # em of the pointer's way for one step


def can_drag(field: Field, lecture: Lecture) -> bool:
    """Return whether a number in a caption can be dragged: it is seen, and somebody sets it."""
    if field.word == GUESS:
        return lecture.asks
    number = field.number
    if number is None or field.moment:
        return False
    snapshot = lecture.store.snapshot
    if not number.is_in(snapshot) or str(number) in lecture.moment.hidden:
        return False
    return edit_of(number, snapshot.state) is not None and math.isfinite(number.value(snapshot))


class CaptionDrag:
    """One number that follows the pointer sideways; Shift finer, Ctrl coarser."""

    def __init__(self, lecture: Lecture, field: Field, at: QPointF, em: float) -> None:
        self._lecture, self._field, self._em = lecture, field, em
        self._x, self._start = at.x(), lecture.store.snapshot.state
        self._value = self._now()
        self._is_new = True

    def _now(self) -> float:
        guess = self._lecture.guess
        if self._field.word == GUESS and guess is not None:
            return guess.value
        assert self._field.number is not None
        return self._field.number.value(self._lecture.store.snapshot)

    def moved(self, event: QMouseEvent) -> None:
        """Follow the pointer by whole steps."""
        number = self._field.number
        assert number is not None
        step = step_of(number) * size_of_step(event.modifiers())
        steps = round((event.position().x() - self._x) / (_PER_STEP * self._em))
        if not steps:
            return
        self._x += steps * _PER_STEP * self._em
        self._value = float(f"{(round(self._value / step) + steps) * step:.12g}")
        self._set(number, limited(number, self._value))

    def _set(self, number: Named, value: float) -> None:
        lecture, self._value = self._lecture, value
        if self._field.word == GUESS:
            lecture.answering.move_guess(value, is_new=self._is_new)
            self._is_new = False
            return
        edit = edit_of(number, self._start)
        text = translate("presenting", _DRAG).format(name=number_name(number))
        if edit is not None:
            lecture.store.begin(self, text)
            lecture.store.edit(edit(value), text, self)

    def ended(self) -> None:
        """Make one step of the whole drag."""
        gesture = self._lecture.store.gesture
        if gesture is not None and gesture.owner is self:
            self._lecture.store.end_gesture()


def is_press(event: QMouseEvent) -> bool:
    """Return whether the event can take hold of something."""
    kinds = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
    return event.type() in kinds and event.button() == Qt.MouseButton.LeftButton
