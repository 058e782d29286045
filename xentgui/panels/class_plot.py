"""The base of plots whose marks are numbers of classes."""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from xentgui.language.text import translate
from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.naming import name_of
from xentgui.model.subjects import Edit, OnState
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.marks import HANDLE
from xentgui.panels.class_numbers import (
    ClassNumber,
    NumberMark,
    is_firm,
    stays,
    stepped,
)
from xentgui.panels.hidden import hidden_classes, masked, paint_slots
from xentgui.panels.labelled_classes import paint_found
from xentgui.panels.marked_panel import REACH, Hold, Way
from xentgui.panels.plot_panel import PlotPanel

_ONWARD = {Way.FIRST: Way.RIGHT, Way.LAST: Way.LEFT}
_FEW = 64  # classes near the pointer; up to so many are all checked


class ClassPlot(PlotPanel):
    """A plot with one mark for each of `numbers` of each class; the y axis shows them.

    Attributes
    ----------
    numbers
        The numbers that can be moved, in the order of the Tab key.
    hidden_kinds
        The numbers of classes that stand in the slots of the x axis, each by its letter.
    """

    numbers: ClassVar[tuple[ClassNumber, ...]] = ()
    hidden_kinds: ClassVar[str] = ""

    # What the panels say.

    def slots_found(self, snapshot: Snapshot, view: View) -> np.ndarray:
        """Return the slots of the classes that somebody looks for, shape (n,); none by default."""
        return np.empty(0, dtype=np.intp)

    def class_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> int | None:
        """Return the class at `point`, or None."""
        if not frame.outer.contains(point) or point.x() < frame.rect.left():
            return None
        index = round(frame.x_value(point.x()))
        return index if 0 <= index < len(snapshot.logits) else None

    def place(
        self, which: ClassNumber, index: int, frame: Frame, snapshot: Snapshot, view: View
    ) -> QPointF:
        """Return the place of `which` of class `index`, in pixels, limited to the plot."""
        raise NotImplementedError

    def value_at(self, frame: Frame, view: View, point: QPointF) -> float:
        """Return the number of a mark at `point`."""
        raise NotImplementedError

    def candidates(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> list[int]:
        """Return the classes whose marks could be within reach of `point`."""
        count = len(snapshot.logits)
        reach = max(frame.style.px(REACH) / frame.slot, 0.5)
        first = max(0, int(np.ceil(frame.x_value(point.x()) - reach)))
        last = min(count - 1, int(np.floor(frame.x_value(point.x()) + reach)))
        if last - first < _FEW:
            return list(range(first, last + 1))
        # Of thousands of classes that share these pixels, only the largest can be meant.
        inside = np.arange(first, last + 1)
        largest = np.maximum(snapshot.probabilities[inside], snapshot.effective_target[inside])
        return [int(index) for index in inside[np.argsort(largest)[-8:]]]

    def distance(self, at: QPointF, frame: Frame, point: QPointF) -> float:
        """Return the distance, in pixels, of `point` from the mark `at`, as wide as its class."""
        across = max(0.0, abs(point.x() - at.x()) - 0.35 * frame.slot)
        return float(np.hypot(across, point.y() - at.y()))

    def body_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> NumberMark | None:
        """Return the mark whose bar or stem is at `point`, or None; all of it can be dragged."""
        return None

    def extent(self, index: int, frame: Frame, snapshot: Snapshot, view: View) -> QRectF:
        """Return the part of the plot in which class `index` is drawn."""
        x, half = frame.x(float(index)), max(0.5 * frame.slot, frame.style.px(REACH))
        return QRectF(x - half, frame.outer.top(), 2 * half, frame.outer.height())

    # What is not to be seen, and what is guessed.

    def ranges(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return the axes; those of numbers that are hidden do not give them away."""
        return super().ranges(masked(snapshot, view) if view.hidden else snapshot, view)

    def paint_above(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the marks but for those that are hidden, and a guess."""
        frame.written.clear()
        if view.hidden and self.hides_singly:
            self._paint_without(painter, frame, masked(snapshot, view), view)
        else:
            super().paint_above(painter, frame, snapshot, view)
        if view.found is not None and self.is_legible(frame):
            paint_found(painter, frame, self.slots_found(snapshot, view))
        if view.guess is not None and self.is_legible(frame):
            from xentgui.panels.guess_marks import paint_guess  # noqa: PLC0415 - few plots have one

            paint_guess(painter, frame, snapshot, view, self.key)

    def _paint_without(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        """Paint on an axis of classes, but not where the hidden ones are."""
        hidden = hidden_classes(view, self.hidden_kinds)
        super().paint_above(painter, frame, snapshot, view)
        if self.is_legible(frame):
            asked = None if view.guess is None else view.guess.number
            marked = hidden - ({asked.at[0]} if asked is not None and asked.at else set())
            paint_slots(painter, frame, marked, frame.style)

    # What follows for the marks.

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the mark that a press at `point` grabs, or None.

        A handle comes first, because it is drawn over what is near it.  Then comes the nearest mark
        within reach, and then the bar at `point`.
        """
        if not self.numbers:
            return None
        reach, ring = frame.style.px(REACH), frame.style.px(HANDLE)
        has_handles, found = self.has_handles(frame, view), list[tuple[float, int, NumberMark]]()
        hidden = hidden_classes(view, self.hidden_kinds or "ph")
        for index in self.candidates(frame, snapshot, view, point):
            if index in hidden:
                continue
            for nth, number in enumerate(self.numbers):
                at = self.place(number, index, frame, snapshot, view)
                mark, distance = NumberMark(number, index), self.distance(at, frame, point)
                from_middle = math.hypot(at.x() - point.x(), at.y() - point.y())
                if has_handles and nth == 0 and from_middle <= ring:
                    found.append((from_middle - 2 * reach, 0, mark))
                elif distance <= reach:
                    # Beside its handle, a mark lies under the others that are as near.
                    found.append((distance, -nth if has_handles else nth, mark))
        if not found:
            body = self.body_at(frame, snapshot, view, point)
            return None if body is None or body.index in hidden else body
        return min(found, key=lambda one: one[:2])[2]

    def has_handles(self, frame: Frame, view: View) -> bool:
        """Return whether the first of `numbers` is drawn with a handle."""
        return False

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the part of the plot in which the class of `mark` is drawn."""
        index = mark.index if isinstance(mark, ClassMark | NumberMark) else None
        return None if index is None else self.extent(index, frame, snapshot, view)

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> ClassMark | None:
        """Return the mark of the class at `point`."""
        index = self.class_at(frame, snapshot, view, point)
        return None if index is None else ClassMark(index)

    def highlight_of(self, mark: Mark) -> Mark:
        """Return the mark of the class to which `mark` belongs."""
        return ClassMark(_checked(mark).index)

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return where `mark` is, in pixels."""
        this = _checked(mark)
        return self.place(this.number, this.index, frame, snapshot, view)

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move of `mark`, translated."""
        this = _checked(mark)
        label = name_of(snapshot.state.names, this.index)
        return translate("panels", this.number.text).format(label=label)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin a drag of `mark`."""
        from xentgui.panels.number_hold import NumberHold  # noqa: PLC0415 - no picture is held

        return NumberHold(self.value_at, _checked(mark), snapshot.state)

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for a key up or down; marks of classes do not move in x.

        Refused where a step is too small to change the number, as beside infinity.
        """
        number, index = (this := _checked(mark)).number, this.index
        if not way[1]:
            return None
        step, now = number.step * size, number.read(snapshot, index)
        if is_firm(now, step):
            raise stays(number, snapshot.state, index, now, view)
        value = stepped(now, step, way[1])
        # What does not sum to 1 is on its way there: then a class moves alone.
        share = number.share if snapshot.state.target_is_normalised else None
        if share is None:
            return _set(this, value)
        return OnState(lambda state: share(state, index, value, state))

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the symbol of the one number that can be typed."""
        return (_checked(mark).number.caption(view),)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the number, in the unit of the view if it has one."""
        this = _checked(mark)
        return (this.number.read(snapshot, this.index) / this.number.unit(view),)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for a typed number, which is in the unit of `view`."""
        this = _checked(mark)
        return _set(this, values[0] * this.number.unit(view))

    def hides_mark(self, mark: Mark, view: View) -> bool:
        """Return whether a number of the class is hidden."""
        hidden = hidden_classes(view, self.hidden_kinds or "ph")
        return isinstance(mark, NumberMark) and mark.index in hidden

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the mark to which a key leads; Tab goes through the numbers of a class first.

        What is hidden is passed over.
        """
        found = self._beside(mark, way, snapshot)
        onward = _ONWARD.get(way, way)
        while found is not None and self.hides_mark(found, view):
            further = self._beside(found, onward, snapshot)
            if further == found:  # there is no other in this direction
                return mark
            found = further
        return found

    def _beside(self, mark: Mark | None, way: Way, snapshot: Snapshot) -> NumberMark | None:
        numbers, last = self.numbers, len(snapshot.logits) - 1
        if not numbers:
            return None
        this = NumberMark(numbers[0], 0) if mark is None else _checked(mark)
        if way in (Way.NEXT, Way.PREVIOUS):
            count = (last + 1) * len(numbers)
            position = this.index * len(numbers) + numbers.index(this.number)
            position += 1 if way is Way.NEXT else -1
            if mark is None:
                position = 0 if way is Way.NEXT else count - 1
            if not 0 <= position < count:
                return None
            return NumberMark(numbers[position % len(numbers)], position // len(numbers))
        if way in (Way.FIRST, Way.LAST):
            return NumberMark(this.number, 0 if way is Way.FIRST else last)
        if mark is None:
            return this
        index = this.index + (1 if way is Way.RIGHT else -1)
        return NumberMark(this.number, min(max(index, 0), last))


def _checked(mark: Mark) -> NumberMark:
    if not isinstance(mark, NumberMark):
        raise TypeError(f"a plot of classes has no {mark!r}")
    return mark


def _set(mark: NumberMark, value: float) -> Edit:
    number, index = mark.number, mark.index
    return OnState(lambda state: number.write(state, index, value, state))
