"""The marks of the sampler: a stage, which has a place in the order, and its cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.sampling.sampler import sampled
from xentgui.model.sampling.settings import STAGES
from xentgui.model.settings_of_state import SETTINGS
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.axis_limits import within
from xentgui.panels.setting_edits import setting_edit
from xentgui.panels.stage_rows import StageRow, stage_rows, value_at

_SHARE = 0.01  # a step of a key


@dataclass(frozen=True, slots=True)
class StageMark(Mark):
    """A stage, which can be moved up and down among the others."""

    key: str


@dataclass(frozen=True, slots=True)
class CutMark(Mark):
    """The cut of a stage, which can be moved along the sum of p."""

    key: str


class StageHold:
    """A stage while it is dragged to another place in the order."""

    def __init__(self, key: str, snapshot: Snapshot) -> None:
        self._key, self._start = key, snapshot.state.order

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit that puts the stage into the row at `point`."""
        row = int(within(frame.ranges.top - frame.y_value(point.y()), 0.0, len(STAGES) - 0.5))
        return setting_edit(order=moved(self._start, self._key, row))

    def put_back(self) -> Edit:
        """Return the edit that restores the order of the start."""
        return setting_edit(order=self._start)


class CutHold:
    """A cut while it is dragged along the sum of p."""

    def __init__(
        self, key: str, snapshot: Snapshot, sum_at: Callable[[float], float] = lambda x: x
    ) -> None:
        """`sum_at` gives the sum of p at a place along the axis."""
        self._key, self._start, self._sum_at = key, snapshot.state, sum_at
        self._row, self._found = row_of(key, snapshot), sampled(snapshot)

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit for the x of `point`; with Alt it is not rounded."""
        value = value_at(self._row, self._found, self._sum_at(frame.x_value(point.x())))
        if not modifiers & Qt.KeyboardModifier.AltModifier and self._key in {"top_p", "typical"}:
            value = round(value, 2)
        return setting_edit(**{self._key: value})

    def put_back(self) -> Edit:
        """Return the edit that restores the value of the start."""
        return setting_edit(**{self._key: getattr(self._start, self._key)})


def row_of(key: str, snapshot: Snapshot) -> StageRow:
    """Return the row of a stage."""
    return next(row for row in stage_rows(snapshot) if row.stage.key == key)


def moved(order: str, key: str, place: int) -> str:
    """Return `order` with the stage `key` at `place`.

    >>> moved("temperature,top_k,top_p,min_p,typical", "top_p", 0)
    'top_p,temperature,top_k,min_p,typical'
    """
    others = [one for one in order.split(",") if one != key]
    return ",".join((*others[:place], key, *others[place:]))


def nudged_stage(snapshot: Snapshot, key: str, way: int) -> Edit | None:
    """Return the edit that moves a stage up (1) or down (-1); None at the end of the order."""
    place = snapshot.state.order.split(",").index(key) - way
    if not 0 <= place < len(STAGES):
        return None
    return setting_edit(order=moved(snapshot.state.order, key, place))


def nudged_cut(snapshot: Snapshot, key: str, way: int, size: float) -> Edit:
    """Return the edit for a key at a cut: more is kept to the right."""
    value, setting = float(getattr(snapshot.state, key)), SETTINGS[key]
    if key == "top_k":
        count = len(snapshot.logits)
        k = (value or count) + way * max(round(size), 1)
        return setting_edit(top_k=0.0 if k >= count else max(k, 1.0))
    step = _SHARE * size * (-1 if key == "min_p" else 1)
    value = within(float(f"{value + way * step:.12g}"), 0.0, 1.0)
    assert setting is not None
    return setting_edit(**{key: value})
