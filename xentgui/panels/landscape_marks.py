"""What stands in and around a landscape beside its surface: the point, names, and the valley."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    loss_in_unit,
    loss_unit,
    number,
    translate,
    typed,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.painting.fitting_text import draw_fitting
from xentgui.painting.frame import Frame
from xentgui.painting.marks import draw_dot, draw_handle
from xentgui.painting.style import Style
from xentgui.panels.landscape_choices import axes_of
from xentgui.panels.plane_mark import logit_symbol

_SIZE = 0.92  # em
_LINE = 18.0  # design pixels: the height of a line of text
_RIM, _CORE = 8.0, 2.4  # design pixels: around the handle, and its middle
_BESIDE = 12.0  # design pixels from the point to its number
_VEIL = 0.75
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
_VALLEY = QT_TRANSLATE_NOOP("panels", "{one} + c, {other} + c: the same loss")


def draw_point(
    painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, at: QPointF
) -> None:
    """Draw the point at `at`; if it is at an edge because it lies beyond, with its numbers."""
    style, ink = frame.style, frame.style.theme.ink
    if view.handles:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color(style.theme.card))
        painter.drawEllipse(at, style.px(_RIM), style.px(_RIM))
        draw_handle(painter, style, at, ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color(ink))
        painter.drawEllipse(at, style.px(_CORE), style.px(_CORE))
    else:
        draw_dot(painter, style, at, ink)
    ends = zip(axes_of(snapshot, view), frame.ranges[::2], frame.ranges[1::2], strict=True)
    beyond = [
        f"{logit_symbol(index)} = {typed(float(snapshot.logits[index]))}"
        for index, low, high in ends
        if not low <= snapshot.logits[index] <= high
    ]
    if beyond:
        write_beside(painter, frame, at, ", ".join(beyond), bold=True)


def write_beside(
    painter: QPainter, frame: Frame, at: QPointF, words: str, *, bold: bool = False
) -> None:
    """Write `words` beside a point: to its right, or where there is no room, to its left."""
    style, rect, gap = frame.style, frame.rect, frame.style.px(_BESIDE)
    wide, high = style.metrics(_SIZE, bold=bold).horizontalAdvance(words) + 4, style.px(_LINE)
    is_right = at.x() + gap + wide <= rect.right()
    left = at.x() + gap if is_right else at.x() - gap - wide
    top = min(max(at.y() - high / 2, rect.top()), rect.bottom() - high)
    _write_veiled(painter, style, QRectF(left, top, wide, high), words, bold=bold)


def _write_veiled(
    painter: QPainter, style: Style, box: QRectF, words: str, *, bold: bool = False
) -> None:
    if style.veiled:
        painter.fillRect(box, style.color(style.theme.card, _VEIL))
    painter.setFont(style.font(_SIZE, bold=bold))
    painter.setPen(style.color(style.theme.ink))
    painter.drawText(box, _CENTER, words)


def draw_names(painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
    """Write the names of the axes in the colours of their classes, and the loss at the point."""
    style, rect, axes = frame.style, frame.rect, axes_of(snapshot, view)
    metrics, high = style.metrics(_SIZE, bold=True), style.px(_LINE)
    left, top = frame.outer.left() + style.px(8), rect.top() - style.px(4) - high
    above = QRectF(left, top, rect.right() - left, high)
    below = QRectF(rect.left(), rect.bottom() + style.px(21), rect.width(), high)
    for index, box, align in ((axes.up, above, _LEFT), (axes.across, below, _CENTER)):
        own = style if view.highlighted_class in (None, index) else style.faint
        painter.setPen(style.color(own.theme.class_color(snapshot.state.color_of(index))))
        name = axis_name(snapshot, index)
        draw_fitting(painter, style, box, name, _SIZE, bold=True, align=align)
    painter.setFont(style.font(_SIZE, bold=True))
    words = f"L = {amount(snapshot, view, 3)}"
    used = metrics.horizontalAdvance(axis_name(snapshot, axes.up)) + style.px(12)
    if view.values and used + metrics.horizontalAdvance(words) <= above.width():
        painter.setPen(style.color(style.theme.ink))
        painter.drawText(above, _RIGHT, words)


def draw_sentence(painter: QPainter, frame: Frame, words: str, *, is_low: bool) -> None:
    """Write `words` in the upper or the lower half of the plot."""
    style, pad, half = frame.style, frame.style.px(12), frame.rect.height() / 2
    box = frame.rect.adjusted(pad, half if is_low else 0.0, -pad, 0.0 if is_low else -half)
    painter.setFont(style.font(0.95))
    painter.setPen(style.color(style.theme.mute))
    painter.drawText(box, _CENTER | Qt.TextFlag.TextWordWrap, words)


def axis_name(snapshot: Snapshot, index: int) -> str:
    """Return "z₁ (cat)"."""
    return f"{logit_symbol(index)} ({name_of(snapshot.state.names, index)})"


def amount(snapshot: Snapshot, view: View, digits: int) -> str:
    """Return the loss with its unit: "0.219 nats"."""
    loss = chosen_loss(snapshot.state)
    shown = number(loss_in_unit(snapshot.loss, loss, view.unit), digits)
    return f"{shown} {loss_unit(loss, view.unit)}".rstrip()


def has_valley(snapshot: Snapshot, across: int, up: int) -> bool:
    """Return whether no other class is on, so that only the difference of the two logits counts."""
    return not bool(np.isfinite(np.delete(snapshot.logits, (across, up))).any())


def draw_valley(painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
    """Paint the line along which nothing changes, and say so beside its longer part."""
    axes, style, r = axes_of(snapshot, view), frame.style, frame.ranges
    x, y = (float(snapshot.logits[index]) for index in axes)
    shift = y - x
    low, high = max(r.left, r.bottom - shift), min(r.right, r.top - shift)
    if not high > low:  # it is outside of the plot
        return
    start, end = (QPointF(frame.x(one), frame.y(one + shift)) for one in (low, high))
    at = QPointF(frame.x(x), frame.y(y)) if low <= x <= high else end
    painter.setPen(style.pen(style.theme.ink, 1.3, (5.0, 4.0)))
    painter.drawLine(start, end)
    first, second = (logit_symbol(index) for index in axes)
    words = translate("panels", _VALLEY).format(one=first, other=second)
    wide, high_of_text = (
        style.metrics(_SIZE).horizontalAdvance(words) + style.px(8),
        style.px(_LINE),
    )
    part = max(QLineF(start, at), QLineF(at, end), key=lambda one: one.length())
    if not view.values or part.length() < wide + style.px(40):
        return
    painter.save()
    painter.translate(part.center())
    painter.rotate(-part.angle())
    box = QRectF(-wide / 2, -style.px(2) - high_of_text, wide, high_of_text)
    _write_veiled(painter, style, box, words)
    painter.restore()
