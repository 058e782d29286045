"""The drag of a number of a class in a plot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt

from xentgui.model import State
from xentgui.model.subjects import Edit, OnState
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.ticks import snapped
from xentgui.panels.class_numbers import NumberMark, put_back


class NumberHold:
    """A number of a class that is being dragged."""

    def __init__(
        self,
        value_at: Callable[[Frame, View, QPointF], float],
        mark: NumberMark,
        start: State,
    ) -> None:
        """`value_at` gives the number at a point; `start` is the state when the drag began."""
        self._value_at, self._mark, self._start = value_at, mark, start
        self._shared = False  # whether the others have changed, and have to be restored

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit for the mark at `point`; the others keep the sum, except with Alt."""
        number, index, start = self._mark.number, self._mark.index, self._start
        value = self._value_at(frame, view, point)
        is_free = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        if not is_free:
            r, height = frame.ranges, frame.rect.height()
            value = snapped(value, r.bottom, r.top, height, number.unit(view))
        share = None if is_free else number.share
        if share is not None:
            self._shared = True
            return OnState(lambda state: share(state, index, value, start))
        if self._shared:
            return OnState(
                lambda state: number.write(
                    put_back(state, number.field, start), index, value, start
                )
            )
        return OnState(lambda state: number.write(state, index, value, start))

    def put_back(self) -> Edit:
        """Return the edit that restores the class, or all classes if the others have changed."""
        field, index = self._mark.number.field, None if self._shared else self._mark.index
        return OnState(lambda state: put_back(state, field, self._start, index))
