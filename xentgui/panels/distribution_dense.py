"""The distribution of so many classes that a bar is narrower than a pixel."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.bars import columns, draw_envelope, draw_outlines, draw_rects, greatest
from xentgui.painting.frame import Frame
from xentgui.panels.distribution_bars import (
    BAR,
    FEW_LINES,
    MOST_OUTLINES,
    OUTLINE,
    hardmax_rects,
    is_softmax,
    paint_numbers,
)
from xentgui.panels.hidden import hidden_classes


def paint_dense(painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
    """Paint all classes as one shape, with the bars of those that matter most."""
    style, theme, p = frame.style, frame.style.theme, snapshot.probabilities
    neutral = QBrush(style.color(theme.mute))
    draw_envelope(painter, frame, p, neutral, signed=False)
    _paint_target(painter, frame, snapshot)
    coloured = [*snapshot.prediction[:8]]
    if view.highlighted_class is not None and view.highlighted_class < len(p):
        coloured.append(view.highlighted_class)
    zero, half = frame.y(0.0), max(style.px(1.5), frame.slot * BAR / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    for index in coloured:
        x, top = frame.x(float(index)), frame.y(float(p[index]))
        painter.setBrush(style.brush(snapshot.state.color_of(index)))
        painter.drawRect(QRectF(x - half, top, 2 * half, zero - top))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(style.pen(theme.mute, 1.0, (4.0, 3.0)))
    won = snapshot.prediction[:MOST_OUTLINES]
    if is_softmax(snapshot) and not hidden_classes(view, "pz"):
        draw_outlines(painter, hardmax_rects(frame, snapshot, won, style.px(OUTLINE)))
    if view.values:
        paint_numbers(painter, frame, snapshot, view)


def _paint_target(painter: QPainter, frame: Frame, snapshot: Snapshot) -> None:
    style, target = frame.style, snapshot.effective_target
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(style.theme.ink))
    support = snapshot.support
    if len(support) <= FEW_LINES:
        tallest, rects = target[support], np.empty((len(support), 4))
        # A mark is visible even if its class is narrower than a pixel.
        rects[:, 0], rects[:, 2] = frame.x(support) - style.px(7.0), style.px(14.0)
    else:
        shared = columns(frame, len(target))
        tallest = greatest(target, shared)
        some = tallest > 0
        tallest, rects = tallest[some], np.empty((int(some.sum()), 4))
        rects[:, 0], rects[:, 2] = shared.left[some], shared.wide[some]
    rects[:, 3] = style.px(2.8)
    rects[:, 1] = frame.y(np.minimum(tallest, frame.ranges.top)) - style.px(1.4)
    draw_rects(painter, rects)
