"""The mark of a class's share of the target: what moving it along an axis of p means."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt

from xentgui.model import Snapshot, State, edits
from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit, OnState
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.ticks import snapped
from xentgui.panels.class_numbers import TARGET, put_back

_STEP = 0.01


@dataclass(frozen=True, slots=True)
class ShareMark(Mark):
    """The share of class `index` of the target's sum, which can be moved along x."""

    index: int

    def is_in(self, state: State) -> bool:
        """Return whether `state` has so many classes."""
        return self.index < len(state.labels)


class ShareHold:
    """A share while it is dragged along x."""

    def __init__(self, index: int, start: State) -> None:
        self._index, self._start = index, start
        self._shared = False  # whether the others have changed, and have to be restored

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit for the x of `point`; the others keep the sum, except with Alt."""
        index, start, r = self._index, self._start, frame.ranges
        share = min(max(frame.x_value(point.x()), 0.0), 1.0)
        if not modifiers & Qt.KeyboardModifier.AltModifier:
            share = snapped(share, r.left, r.right, frame.rect.width())
            self._shared = True
            return OnState(lambda state: _shared(state, index, share, start))
        is_shared = self._shared

        def alone(state: State) -> State:
            before = put_back(state, "target", start) if is_shared else state
            return _alone(before, index, share)

        return OnState(alone)

    def put_back(self) -> Edit:
        """Return the edit that restores the class, or all classes if the others have changed."""
        index = None if self._shared else self._index
        return OnState(lambda state: put_back(state, "target", self._start, index))


def nudged_share(snapshot: Snapshot, index: int, way: int, size: float) -> Edit:
    """Return the edit for a key; the others keep the sum."""
    step = _STEP * size
    steps = round(float(shares_of(snapshot)[index]) / step) + way
    share = min(max(float(f"{steps * step:.12g}"), 0.0), 1.0)
    return OnState(lambda state: _shared(state, index, share, state))


def shares_of(snapshot: Snapshot) -> np.ndarray:
    """Return the effective target over its sum, shape (K,); 0 if the sum is."""
    y, total = snapshot.effective_target, float(snapshot.effective_target.sum())
    return y / total if total > 0.0 else y


def _shared(state: State, index: int, share: float, start: State) -> State:
    """Return `state` with the effective target at `share` of the sum, which stays."""
    total = state.target_sum
    assert TARGET.share is not None
    if total == 0.0:
        return TARGET.write(state, index, share, start)
    return TARGET.share(state, index, share * total, start)


def _alone(state: State, index: int, share: float) -> State:
    """Return `state` with the target of the class alone changed, so that its share is `share`."""
    others = float(np.delete(state.target_array, index).sum())
    if others == 0.0:
        return state  # the class has all of the sum, however large it is
    even = state.label_smoothing / len(state.labels)
    rest = (1.0 - state.label_smoothing) - (share - even)
    if rest <= 1e-3:
        return state  # no target gives it
    return edits.with_target(state, index, max((share - even) * others / rest, 0.0))
