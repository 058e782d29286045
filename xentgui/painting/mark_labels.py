"""Draws the labels beside marks, and the leaders that join those that had to move.

Where there is no room for all labels, it is said how many marks have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.bars import draw_rects, is_raster
from xentgui.painting.frame import Frame
from xentgui.painting.label_places import LINE_STEP, Places, place_labels
from xentgui.painting.parts import as_part
from xentgui.painting.placed_label import SIZE, Curve, Edges, Label, PlacedLabel

__all__ = ["Edges", "Label", "draw_labels", "draw_placed", "draw_ranked"]

_MORE = QT_TRANSLATE_NOOP("panels", "… and {count} more")
_COLUMNS = tuple(0.04 * nth for nth in range(4, 23))  # of the plot's width, from its left edge
_INSET = 4.0  # design pixels from the edges of the plot to what is said of the others

_NO_PEN = Qt.PenStyle.NoPen
_LEADER = 1.0  # design pixels


class Ranked(NamedTuple):
    """The labels that have a place, and how many of all marks have one."""

    placed: list[PlacedLabel]
    named: int


def place_ranked(
    frame: Frame,
    labels: Sequence[Label],
    total: int,
    taken: Sequence[Edges] = (),
    curve: Curve | None = None,
) -> Ranked:
    """Return places for as many of `labels` as can be, from the first one on.

    `total` is how many marks there are.  If some of them stay without a label, there is one more
    label, which says how many.
    """
    for count in range(len(labels), -1, -1):
        for nearby in (True, False):
            placed = _place(frame, labels[:count], total - count, taken, curve, nearby=nearby)
            if placed is not None:
                return Ranked(placed, count)
    return Ranked([], 0)


def place_some(
    frame: Frame,
    labels: Sequence[Label],
    total: int,
    taken: Sequence[Edges] = (),
    curve: Curve | None = None,
) -> list[PlacedLabel]:
    """Return places for as many of `labels` as there is room for, the first ones before others.

    If some of `total` marks stay without, there is one more label, which says how many.  This is
    faster than `place_ranked`, and for a picture that changes while it is looked at.
    """
    placed = place_labels(frame, labels, taken, curve)
    if len(placed) >= total:
        return placed
    used = [*taken, *(one.box for one in placed)]
    places = Places(frame, used, curve)
    any(places.put_near(one) for one in _notes(frame, total - len(placed)))
    return [*placed, *places.placed]


def more_text(count: int) -> str:
    """Return what is said of `count` marks without a label."""
    return translate("panels", _MORE).format(count=count)


def _place(
    frame: Frame,
    labels: Sequence[Label],
    rest: int,
    taken: Sequence[Edges],
    curve: Curve | None,
    *,
    nearby: bool,
) -> list[PlacedLabel] | None:
    """Return places for all of `labels`, beside their marks if they are `nearby`, or in a column."""
    places = Places(frame, taken, curve)
    if rest and not any(places.put_near(one) for one in _notes(frame, rest)):
        return None
    waiting = [label for label in labels if not (nearby and places.put_near(label))]
    if any(not label.far for label in waiting):
        return None
    width = frame.rect.width()
    if any(places.put_in_column(waiting, share * width) for share in _COLUMNS):
        return places.placed
    return None


def _notes(frame: Frame, rest: int) -> list[Label]:
    """Return the places for what is said of the others, the best first."""
    style, rect = frame.style, frame.rect
    text, inset = more_text(rest), style.px(_INSET)
    heights = rect.top() + inset, rect.center().y(), rect.bottom() - 6 * inset
    ends = {"below left": rect.right() - inset, "below right": rect.left() + inset}
    return [
        Label(text, style.theme.mute, x, y, 0.0, (side,), bold=False)
        for side, x in ends.items()
        for y in heights
    ]


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
