"""The mark of the row that is shown, among all rows of a matrix."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.sampling.seen_rows import SeenRows
from xentgui.model.subjects import Edit, OfSample
from xentgui.model.view import View
from xentgui.painting.frame import Frame

_STEP = QT_TRANSLATE_NOOP("panels", "Go to Row")


@dataclass(frozen=True, slots=True)
class RowMark(Mark):
    """The row that is shown."""


class RowHold:
    """The row while its line is dragged along the strip."""

    def __init__(self, rows: SeenRows, snapshot: Snapshot) -> None:
        self._rows, self._start = rows, snapshot.state

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit that shows the row at `point`."""
        return self._rows.to_row(near(self._rows, frame.x_value(point.x())))

    def put_back(self) -> Edit:
        """Return the edit that shows what was shown at the start."""
        return OfSample(lambda _: self._start)


def near(rows: SeenRows, x: float) -> int:
    """Return the row at the place `x`, which is counted from 1."""
    return min(max(round(x) - 1, 0), rows.count - 1)


def row_step() -> str:
    """Return the name of the undo step, translated."""
    return translate("panels", _STEP)
