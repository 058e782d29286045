"""Plots of the classes from which is drawn: all of a few, and of many the most probable."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.model import Snapshot
from xentgui.model.naming import name_of
from xentgui.model.sampling.sampler import sampled
from xentgui.model.view import View
from xentgui.painting.bars import bar_rects, draw_rects
from xentgui.painting.frame import Frame
from xentgui.painting.hatch import draw_hatched
from xentgui.panels.class_plot import ClassPlot
from xentgui.panels.labelled_classes import found_slots
from xentgui.panels.marked_panel import REACH

FEW = 24
"""So many classes are all drawn."""

_LEAST, _MOST = 6, 12  # of more classes: those from which is drawn, but so many


@lru_cache(maxsize=2)  # by identity
def top_classes(snapshot: Snapshot) -> np.ndarray:
    """Return the classes that are drawn, from left to right, shape (n,)."""
    count = len(snapshot.logits)
    if count <= FEW:
        return np.arange(count)
    found = sampled(snapshot)
    possible = int(np.count_nonzero(found.probabilities))
    return found.ranking[: min(max(possible, _LEAST), _MOST)]


def shown_classes(snapshot: Snapshot, view: View) -> np.ndarray:
    """Return the classes that are drawn; of many, the highlighted one is the last of them."""
    top, lit = top_classes(snapshot), view.highlighted_class
    if lit is None or lit >= len(snapshot.logits) or len(snapshot.logits) <= FEW or lit in top:
        return top
    return np.append(top[:-1], lit)


class TopClasses(ClassPlot):
    """The base of plots with a slot for each of `shown_classes`."""

    def slots_found(self, snapshot: Snapshot, view: View) -> np.ndarray:
        """Return the slots of the classes that somebody looks for."""
        return found_slots(view, snapshot.state.names, shown_classes(snapshot, view))

    def class_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> int | None:
        """Return the class at `point`, or None."""
        if not frame.outer.contains(point) or point.x() < frame.rect.left():
            return None
        slot, shown = round(frame.x_value(point.x())), shown_classes(snapshot, view)
        return int(shown[slot]) if 0 <= slot < len(shown) else None

    def extent(self, index: int, frame: Frame, snapshot: Snapshot, view: View) -> QRectF:
        """Return the part of the plot in which class `index` is drawn."""
        slots = np.flatnonzero(shown_classes(snapshot, view) == index)
        x = frame.x(float(slots[0]) if slots.size else -1.0)
        half = max(0.5 * frame.slot, frame.style.px(REACH))
        return QRectF(x - half, frame.outer.top(), 2 * half, frame.outer.height())


def names_of(snapshot: Snapshot, shown: np.ndarray) -> tuple[str, ...]:
    """Return the names of the classes that are drawn."""
    return _names(snapshot, tuple(shown.tolist()))


@lru_cache(maxsize=4)  # a figure is measured in many sizes
def _names(snapshot: Snapshot, shown: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(name_of(snapshot.state.names, index, 1000) for index in shown)


def draw_top_bars(
    painter: QPainter,
    frame: Frame,
    values: np.ndarray,
    width: float,
    snapshot: Snapshot,
    view: View,
) -> None:
    """Draw a bar for each of `shown_classes` in its colour; the highlighted one is strong."""
    rects = bar_rects(frame, values, width)
    lit, shown = view.highlighted_class, shown_classes(snapshot, view)
    for nth, slot in enumerate(range(*frame.visible(len(values)).indices(len(values)))):
        index = int(shown[slot])
        style = frame.style if lit in (None, index) else frame.style.faint
        color = snapshot.state.color_of(index)
        if style.theme.hatched:
            draw_hatched(painter, style, rects[nth : nth + 1], color)
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(color))
        draw_rects(painter, rects[nth : nth + 1])
