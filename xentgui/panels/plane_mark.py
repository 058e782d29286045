"""The mark of two logits at once: what moving it over a plane means."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from xentgui.language.numbers import lowered
from xentgui.model import Snapshot, State, edits
from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit, OnState
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.ticks import snapped
from xentgui.panels.class_numbers import LOGIT, is_firm, put_back, stays, stepped


@dataclass(frozen=True, slots=True)
class PlaneMark(Mark):
    """The logits of two classes as a point: `across` to the right, and `up`."""

    across: int
    up: int

    def is_in(self, state: State) -> bool:
        """Return whether `state` has so many classes."""
        return max(self.across, self.up) < len(state.labels)

    @property
    def symbols(self) -> tuple[str, str]:
        """The names of the two numbers: "z₁" and "z₂"."""
        return logit_symbol(self.across), logit_symbol(self.up)


class PlaneHold:
    """The point while it is dragged."""

    def __init__(self, mark: PlaneMark, start: State) -> None:
        self._mark, self._start = mark, start

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit for `point`, within the plot; with Alt the logits are not rounded."""
        r, rect = frame.ranges, frame.rect
        x = min(max(frame.x_value(point.x()), r.left), r.right)
        y = min(max(frame.y_value(point.y()), r.bottom), r.top)
        if not modifiers & Qt.KeyboardModifier.AltModifier:
            x = snapped(x, r.left, r.right, rect.width())
            y = snapped(y, r.bottom, r.top, rect.height())
        return set_logits(self._mark, (x, y))

    def put_back(self) -> Edit:
        """Return the edit that restores both logits."""
        mark, start = self._mark, self._start

        def restored(state: State) -> State:
            # A class that was off may be the only one that is on by now.
            return put_back(put_back(state, "logits", start, last), "logits", start, first)

        logits = start.logit_array
        first, last = sorted((mark.across, mark.up), key=lambda index: float(logits[index]))
        return OnState(restored)


def set_logits(mark: PlaneMark, values: tuple[float, float]) -> Edit:
    """Return the edit that sets both logits; -inf switches a class off."""

    def changed(state: State) -> State:
        pairs = sorted(zip((mark.across, mark.up), values, strict=True), key=lambda one: -one[1])
        for index, value in pairs:
            state = edits.with_logit(state, index, value)
        return state

    return OnState(changed)


def nudged_logits(
    mark: PlaneMark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
) -> Edit:
    """Return the edit for an arrow key; raises RefusedError where a step changes nothing."""
    step = LOGIT.step * size
    index, steps = (mark.across, way[0]) if way[0] else (mark.up, way[1])
    now = float(snapshot.logits[index])
    if is_firm(now, step):
        raise stays(LOGIT, snapshot.state, index, now, view)
    return OnState(lambda state: edits.with_logit(state, index, stepped(now, step, steps)))


def logit_symbol(index: int) -> str:
    """Return "z₃" for the class 2, from 0."""
    return f"z{lowered(str(index + 1))}"


def nearest_place(frame: Frame, x: float, y: float) -> QPointF:
    """Return where the point is in pixels; beyond the plot it is at its edge."""
    r = frame.ranges
    across, up = min(max(x, r.left), r.right), min(max(y, r.bottom), r.top)
    return QPointF(frame.x(across), frame.y(up))
