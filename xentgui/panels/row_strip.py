"""A strip with a bar for each row of a matrix, or for the rows that share a pixel."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from xentgui.model.rows import Array
from xentgui.painting.bars import draw_rects
from xentgui.painting.frame import Frame


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
