"""Draws the labels beside marks, and the leaders that join those that had to move."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter

from xentgui.painting.bars import draw_rects, is_raster
from xentgui.painting.frame import Frame
from xentgui.painting.label_places import LINE_STEP, place_labels
from xentgui.painting.parts import as_part
from xentgui.painting.placed_label import SIZE, Curve, Edges, Label, PlacedLabel
from xentgui.painting.ranked_labels import place_ranked, place_some

__all__ = ["Edges", "Label", "draw_labels", "draw_placed", "draw_ranked"]

_NO_PEN = Qt.PenStyle.NoPen
_LEADER = 1.0  # design pixels


def draw_labels(
    painter: QPainter,
    frame: Frame,
    labels: Sequence[Label],
    taken: Sequence[Edges] = (),
    curve: Curve | None = None,
) -> None:
    """Draw as many of `labels` as fit without overlap; the most important come first.

    No label covers the rectangles `taken`, and `curve` runs through none.
    """
    draw_placed(painter, frame, place_labels(frame, labels, taken, curve))


def draw_ranked(
    painter: QPainter,
    frame: Frame,
    labels: Sequence[Label],
    total: int,
    taken: Sequence[Edges] = (),
    curve: Curve | None = None,
) -> None:
    """Draw all of `labels`, or some of them, and then how many of `total` marks have none.

    In a figure that is laid out by its content, those are the first ones.
    """
    if frame.style.snug:
        placed = place_ranked(frame, labels, total, taken, curve).placed
    else:
        placed = place_some(frame, labels, total, taken, curve)
    draw_placed(painter, frame, placed)


@as_part("labels", "values")
def draw_placed(painter: QPainter, frame: Frame, placed: Sequence[PlacedLabel]) -> None:
    """Draw labels at their places, and their leaders."""
    style = frame.style
    frame.written += [box for _, box, _ in placed]
    veils = [box for label, box, _ in placed if label.backed]
    if veils and style.veiled:
        painter.setPen(_NO_PEN)
        painter.setBrush(style.color(style.theme.card, 0.85))
        rects = np.array(veils)
        rects[:, 2:] -= rects[:, :2]
        draw_rects(painter, rects)
    _draw_leaders(painter, frame, placed)
    # On a screen, names before numbers are drawn in the numbers' font: at this size nobody sees it.
    color, form, as_number = None, None, is_raster(painter)
    margin, rise = style.px(1), 0.0
    for label, (left, top, _, bottom), _ in placed:
        if (label.size, label.bold) != form:
            size, bold = form = label.size, label.bold
            painter.setFont(style.font(size, bold=bold, number=as_number))
            rise = style.ruler(size, bold=bold).rise
        if label.color != color:
            color = label.color
            painter.setPen(style.color(color))
        if label.lines > 1:
            middle = top + (bottom - top) / (2 * label.lines)
            step = style.px(LINE_STEP) * label.size / SIZE
            for nth, line in enumerate(label.text.split("\n")):
                painter.drawText(QPointF(left + margin, middle + nth * step + rise), line)
            continue
        # Drawn at a point, because in a box Qt would measure it again, which is half of the cost.
        painter.drawText(QPointF(left + margin, (top + bottom) / 2 + rise), label.text)


def _draw_leaders(painter: QPainter, frame: Frame, placed: Sequence[PlacedLabel]) -> None:
    style = frame.style
    for label, _, leader in placed:
        if leader is not None:
            ink = label.color == style.theme.ink
            painter.setPen(style.pen(style.theme.mute if ink else label.color, _LEADER))
            painter.drawLine(QLineF(*leader))
