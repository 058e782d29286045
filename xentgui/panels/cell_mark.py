"""The mark of a cell of the Jacobian: moving it moves the logit that its column is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from xentgui.model import Snapshot, State, edits
from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit, OnState
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.class_numbers import LOGIT, is_firm, put_back, stays, stepped

_UNIT = 40.0  # design pixels that the hand moves for one unit of a logit
_STEP = 0.05


@dataclass(frozen=True, slots=True)
class CellMark(Mark):
    """How p of class `row` depends on z of class `column`."""

    row: int
    column: int

    def is_in(self, state: State) -> bool:
        """Return whether `state` has so many classes."""
        return max(self.row, self.column) < len(state.labels)


class CellHold:
    """The logit of a column while a hand raises or lowers it."""

    def __init__(
        self, mark: CellMark, snapshot: Snapshot, place: Callable[[Frame], QPointF]
    ) -> None:
        """`place` gives the place of the cell in a frame."""
        self._index, self._start, self._place = mark.column, snapshot.state, place

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit for a hand at `point`; with Alt it is not rounded."""
        raised = (self._place(frame).y() - point.y()) / frame.style.px(_UNIT)
        index, start = self._index, float(self._start.logit_array[self._index])
        is_free = bool(modifiers & Qt.KeyboardModifier.AltModifier)

        def change(state: State) -> State:
            if is_firm(start, _STEP):
                raise stays(LOGIT, state, index, start, view)
            to = start + raised if is_free else stepped(start + raised, _STEP, 0)
            return edits.with_logit(state, index, to)

        return OnState(change)

    def put_back(self) -> Edit:
        """Return the edit that restores the logit of the start."""
        return OnState(lambda state: put_back(state, "logits", self._start, self._index))


def typed_logit(mark: CellMark, value: float) -> Edit:
    """Return the edit for a typed logit of the column's class; raises RefusedError for NaN and +∞."""
    return OnState(lambda state: edits.with_logit(state, mark.column, value))
