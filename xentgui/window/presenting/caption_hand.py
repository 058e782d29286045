"""The hand on a caption: which of its numbers can be dragged, the one that is, and its edits."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter

from xentgui.language.fields import Field
from xentgui.language.lecture_words import number_name
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import State
from xentgui.model.edits import with_setting
from xentgui.model.guess import limited, step_of
from xentgui.model.named_numbers import Named
from xentgui.model.subjects import Edit, OnState
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier, with_point
from xentgui.painting.style import Style
from xentgui.panels.class_numbers import INFORMATION, LOGIT, PROBABILITY, TARGET, ClassNumber
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.question_keys import size_of_step
from xentgui.window.presenting.stage_layout import StageLayout
from xentgui.window.presenting.stage_lines import GUESS, number_places
from xentgui.window.presenting.stage_words import StageWords, boxes

_OF_CLASS: Final[Mapping[str, ClassNumber]] = {
    "z": LOGIT,
    "p": PROBABILITY,
    "h": INFORMATION,
    "y": TARGET,
}
_SETTINGS: Final[Mapping[str, str]] = {"T": "temperature", "epsilon": "label_smoothing"}

_DRAG = QT_TRANSLATE_NOOP("presenting", "Drag {name}")
_PER_STEP = 0.35  # em of the pointer's way for one step


def edit_of(number: Named | None, start: State) -> Callable[[float], Edit] | None:
    """Return the edit that gives a number a value; None if it is a consequence of others.

    `start` is the state at which a drag began.
    """
    if number is None:
        return None
    if number.kind in _OF_CLASS:
        which, k = _OF_CLASS[number.kind], number.at[0]
        return lambda value: OnState(lambda state: which.write(state, k, value, start))
    if number.kind in _SETTINGS:
        key = _SETTINGS[number.kind]
        return lambda value: OnState(lambda state: with_setting(state, key, limited(number, value)))
    if number.kind == "x":
        return lambda value: OnClassifier(lambda subject: _with_input(subject, number.at[0], value))
    if number.kind in "wb":
        return lambda value: OnClassifier(lambda subject: _with_weight(subject, number, value))
    return None


def _with_input(subject: Classifier, j: int, value: float) -> Classifier:
    inputs = subject.points[subject.chosen].copy()
    inputs[j] = value
    return with_point(subject, subject.chosen, inputs)


def _with_weight(subject: Classifier, number: Named, value: float) -> Classifier:
    """Set a number of W or b; a closed form that is in use is taken over with it."""
    weights, bias = (array.copy() for array in subject.linear)
    (weights if number.kind == "w" else bias)[number.at] = value
    return subject.replaced(weights=weights, bias=bias, way="softmax")


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


class CaptionHand:
    """Takes the pointer where a number of a caption stands."""

    def __init__(self, lecture: Lecture) -> None:
        self._lecture = lecture
        self._drag: CaptionDrag | None = None

    def draggable(
        self, words: StageWords, style: Style, layout: StageLayout | None
    ) -> list[tuple[Field, QRectF]]:
        """Return the numbers that can be dragged, and where they stand."""
        if layout is None or not any(one.field for one in words.pieces):
            return []
        if "".join(one.text for one in words.pieces) != words.caption:
            return []  # it is not shown now
        box = boxes(words, style, layout.words).caption
        found = number_places(words.pieces, style, box)
        return [(field, where) for field, where in found if can_drag(field, self._lecture)]

    def at(self, places: list[tuple[Field, QRectF]], point: QPointF) -> Field | None:
        """Return the number at `point`."""
        return next((field for field, where in places if where.contains(point)), None)

    def handles(self, event: QMouseEvent, places: list[tuple[Field, QRectF]], style: Style) -> bool:
        """Move a number with the pointer; return whether the event belonged to it."""
        if self._drag is not None:
            if event.type() == QEvent.Type.MouseMove:
                self._drag.moved(event)
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._drag.ended()
                self._drag = None
            return True
        held = self.at(places, event.position()) if is_press(event) else None
        if held is None:
            return False
        self._drag = CaptionDrag(self._lecture, held, event.position(), style.em)
        return True


def underline(painter: QPainter, places: list[tuple[Field, QRectF]], style: Style) -> None:
    """Draw a dotted line below each number that can be dragged."""
    painter.setPen(style.pen(style.theme.accent, 1.4, (1.6, 1.6)))
    for _, where in places:
        low = where.bottom() - style.px(1.0)
        painter.drawLine(QLineF(where.left(), low, where.right(), low))
