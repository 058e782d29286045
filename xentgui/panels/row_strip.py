"""A strip with a bar for each row of a matrix, and the mark of the row that is shown."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.rows import Array
from xentgui.model.sampling.seen_rows import SeenRows
from xentgui.model.subjects import Edit, OfSample
from xentgui.model.view import View
from xentgui.painting.bars import draw_rects
from xentgui.painting.frame import Frame

_STEP = QT_TRANSLATE_NOOP("panels", "Go to Row")


def paint_strip(painter: QPainter, frame: Frame, values: Array, color: str) -> None:
    """Paint a bar from 0 to each of `values`; of rows that share pixels, the largest."""
    r, style = frame.ranges, frame.style
    first = max(math.floor(r.left - 0.5), 0)
    last = min(math.ceil(r.right + 0.5), len(values))
    shown = np.nan_to_num(values[first:last], nan=0.0, posinf=r.top, neginf=r.bottom)
    pixels = max(int(frame.rect.width() * frame.resolution), 1)
    count = len(shown)
    if not count:
        return
    if count > pixels:
        edges = np.unique(np.linspace(0, count, pixels + 1).astype(np.intp)[:-1])
        ends = np.append(edges[1:], count)
        far = np.maximum.reduceat(shown, edges)
        low = np.minimum.reduceat(shown, edges)
        heights = np.where(np.abs(low) > far, low, far)
        left, wide = frame.x(first + edges + 0.5), (ends - edges) * frame.slot
    else:
        heights = shown
        wide = np.full(count, max(0.8 * frame.slot, 1.0 / frame.resolution))
        left = frame.x(first + np.arange(count) + 1.0) - wide / 2
    y = frame.y(np.clip(heights, r.bottom, r.top))
    zero = frame.y(0.0)
    rects = np.stack([left, np.minimum(y, zero), wide, np.abs(y - zero)], axis=1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(color))
    draw_rects(painter, rects)


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
