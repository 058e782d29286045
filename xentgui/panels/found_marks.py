"""The classes that somebody looks for, marked below a plot with a slot for each class."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from xentgui.model.view import View
from xentgui.painting.bars import draw_rects
from xentgui.painting.frame import Frame

_WIDE = 0.76  # of a slot
_LEAST = 2.0  # design pixels
_HIGH, _GAP = 3.4, 0.8  # design pixels of the mark, and from the plot to it


def paint_found(painter: QPainter, frame: Frame, slots: np.ndarray) -> None:
    """Mark the slots with these numbers, shape (n,), below the plot; a pixel is marked once."""
    style, rect, resolution = frame.style, frame.rect, frame.resolution
    x = frame.x(slots.astype(float))
    x = x[(x >= rect.left()) & (x <= rect.right())]
    if not x.size:
        return
    wide = max(_WIDE * frame.slot, style.px(_LEAST))
    left = np.unique(np.round((x - wide / 2) * resolution)) / resolution
    rects = np.empty((len(left), 4))
    rects[:, 0], rects[:, 1] = left, rect.bottom() + style.px(_GAP)
    rects[:, 2], rects[:, 3] = wide, style.px(_HIGH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(style.theme.accent))
    draw_rects(painter, rects)


def found_slots(view: View, labels: Sequence[str], shown: np.ndarray | None) -> np.ndarray:
    """Return which of the `shown` classes are hits, by their places; None for all classes.

    None are if somebody looked among other names, or for nothing.
    """
    found = view.found
    if found is None or found.labels is not labels:
        return np.empty(0, dtype=np.intp)
    return found.classes if shown is None else np.flatnonzero(np.isin(shown, found.classes))
