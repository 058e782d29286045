"""The bars of the sampler: all of p in one, in stretches of a class each."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.model import Snapshot
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.stage_rows import StageRow

BAR = 0.6
"""The height of a bar, as a share of its row's."""

_LEAST_LETTERS = 5  # of a shortened name
_LEAST_NAME = 30.0  # design pixels of a stretch that has its name in it


def height_of(frame: Frame, nth: int) -> float:
    """Return the y of a row, counted from the top."""
    return frame.y(frame.ranges.top - nth - 0.5)


def paint_grip(painter: QPainter, frame: Frame, y: float) -> None:
    """Paint the dots that show that a row can be dragged up and down."""
    style, x = frame.style, frame.outer.left() + frame.style.px(9)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(style.theme.mute))
    for across in (0.0, 5.0):
        for up in (-5.0, 0.0, 5.0):
            at = QPointF(x + style.px(across), y + style.px(up))
            painter.drawEllipse(at, style.px(1.3), style.px(1.3))


def paint_bar(
    painter: QPainter,
    frame: Frame,
    nth: int,
    classes: np.ndarray,
    p: np.ndarray,
    snapshot: Snapshot,
    view: View,
    row: StageRow | None,
) -> None:
    """Paint all of p as stretches of one bar; what a stage drops is pale, in outline."""
    style, theme, lit = frame.style, frame.style.theme, view.highlighted_class
    y, high = height_of(frame, nth), frame.lift * BAR
    is_quiet = row is not None and not row.stage.is_on
    if is_quiet:
        high *= 0.5
    left = frame.rect.left()
    narrow = 1.0 / frame.resolution
    for index in classes.tolist():
        wide = float(p[index]) * frame.rect.width()
        if wide < narrow:
            continue  # seen as part of the rest
        box = QRectF(left, y - high / 2, wide, high)
        left += wide
        is_kept = row is None or bool(row.stage.kept[index])
        muted = lit not in (None, index)
        painter.setPen(style.pen(theme.card, 1.0))
        pale = muted or (is_quiet and lit is None)
        look = style.faint.theme if pale else theme
        shade = look.class_color(snapshot.state.color_of(index))
        if is_kept:
            painter.setBrush(style.color(shade))
            painter.drawRect(box)
        else:
            painter.setBrush(style.color(theme.grid))
            painter.drawRect(box)
        if wide >= style.px(_LEAST_NAME) and high >= style.px(13) and not is_quiet:
            metrics = style.metrics(0.82)
            name = name_of(snapshot.state.names, index, 24)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, wide - style.px(6))
            if text != name and len(text) < _LEAST_LETTERS:
                continue
            painter.setFont(style.font(0.82))
            ink = theme.ink_on(shade) if is_kept else theme.mute
            painter.setPen(style.color(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    rest = frame.rect.right() - left
    if rest > 1.0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color(style.faint.theme.mute))
        painter.drawRect(QRectF(left, y - high / 2, rest, high))
