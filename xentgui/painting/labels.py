"""Labels that do not overlap: some are left out on axes, and those beside marks are placed."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.model.naming import name_of
from xentgui.painting.bars import draw_rects, is_raster
from xentgui.painting.frame import Frame
from xentgui.painting.ticks import axis_ticks, tick_text

_LONGEST = 200  # characters of a name; the rest is cut off before it is measured
_WHOLE = 0.8  # the share of the names that are to be shown in full
_SHORTENED = 46.0  # design pixels; with less, nothing of a name would remain
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NO_PEN = Qt.PenStyle.NoPen

SMALL = 0.85
"""The size of tick labels, in em."""

CEILING = 8.0
"""How far above the plot a label may reach, in design pixels: above that is the header."""

_TICK_HEIGHT = 11.0  # design pixels; the digits of one label

_LEGIBLE = 0.3  # em: less would not help
_SIZE = 0.92  # the size of a label beside a mark, in em


def draw_y_axis(painter: QPainter, frame: Frame, *, signed: bool = False) -> None:
    """Draw the pale horizontal grid lines with their numbers at the left."""
    style, r = frame.style, frame.ranges
    most = max(2, int(frame.rect.height() / style.px(46)))
    found = axis_ticks(r.bottom, r.top, most)
    texts = {value: tick_text(value, found.step, signed=signed) for value in found.places}
    draw_y_ticks(painter, frame, texts)


def draw_y_ticks(painter: QPainter, frame: Frame, texts: Mapping[float, str]) -> None:
    """Draw a quiet horizontal line at each key of `texts`, and at the left what it says.

    On an axis that is too low for all texts, those that would lie on others are left out.
    """
    style = frame.style
    room = frame.rect.left() - style.px(7) - frame.outer.left()
    painter.setFont(style.font(_fitting(frame, texts.values(), room)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    height, named = style.px(16), _apart(frame, texts)
    for value, text in texts.items():
        y = frame.y(value)
        painter.setPen(style.pen(style.theme.grid if value else style.theme.line, 1.0))
        painter.drawLine(QPointF(frame.rect.left(), y), QPointF(frame.rect.right(), y))
        if value in named:
            painter.setPen(style.color(style.theme.mute))
            painter.drawText(QRectF(frame.outer.left(), y - height / 2, room, height), _RIGHT, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _apart(frame: Frame, values: Iterable[float]) -> set[float]:
    """Return those of `values` whose texts do not touch: 0 first, then the ends."""
    least, named = frame.style.px(_TICK_HEIGHT), set[float]()
    ordered = sorted(values)
    for value in (*(v for v in ordered if v == 0.0), *ordered[:1], *ordered[-1:], *ordered):
        if all(abs(frame.y(value) - frame.y(other)) >= least for other in named):
            named.add(value)
    return named


def _fitting(frame: Frame, texts: Iterable[str], room: float) -> float:
    """Return the size of tick labels, in em: smaller where the longest would be cut."""
    longest, size = tuple(texts), SMALL
    while size > _LEGIBLE:
        metrics = frame.style.metrics(size)
        widest = max((metrics.horizontalAdvance(text) for text in longest), default=0.0)
        if widest <= room:
            break
        # A font has whole pixels only, so that the first try may still be too wide.
        size *= min(room / widest, 0.96)
    return size


def draw_x_axis(painter: QPainter, frame: Frame, title: str = "") -> None:
    """Draw the numbers below the plot, and the name of the axis."""
    style, r = frame.style, frame.ranges
    most = max(2, int(frame.rect.width() / style.px(80)))
    found = axis_ticks(r.left, r.right, most)
    painter.setFont(style.font(SMALL))
    painter.setPen(style.color(style.theme.mute))
    top, height, gap = frame.rect.bottom() + style.px(5), style.px(16), style.px(4)
    metrics, end = style.metrics(SMALL), -math.inf
    for value in found.places:
        text = tick_text(value, found.step)
        width = metrics.horizontalAdvance(text) + gap
        box = QRectF(frame.x(value) - width / 2, top, width, height)
        box = _pushed_inside(box, frame.outer)
        if box.left() >= end:
            painter.drawText(box, _CENTER, text)
            end = box.right()
    if title:
        box = QRectF(frame.rect.left(), top + height, frame.rect.width(), style.px(18))
        painter.setFont(style.font(0.92))
        painter.drawText(box, _CENTER, title)


def draw_class_axis(
    painter: QPainter, frame: Frame, labels: Sequence[str], highlight: int | None
) -> None:
    """Draw names of classes below the plot: as many as fit, and always the highlighted one."""
    style = frame.style
    metrics = style.metrics(0.92)
    shown = frame.visible(len(labels))
    count = shown.stop - shown.start
    if count <= 0:
        return
    gap = style.px(6)
    step = _class_step(frame, labels, shown, gap)
    indices = [*range(-(-shown.start // step) * step, shown.stop, step)]
    if highlight is not None and shown.start <= highlight < shown.stop:
        indices = [highlight, *(index for index in indices if index != highlight)]
    painter.setFont(style.font(0.92))
    painter.setPen(style.color(style.theme.ink))
    top, height = frame.rect.bottom() + style.px(6), style.px(18)
    most = max(frame.slot * step, style.px(60) if step > 1 else 0.0) - gap
    used: list[QRectF] = []
    for index in indices:
        text = name_of(labels, index, _LONGEST)
        width = metrics.horizontalAdvance(text)
        if width > most:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, max(most, style.px(14)))
            width = metrics.horizontalAdvance(text)
        box = QRectF(frame.x(float(index)) - width / 2 - gap / 2, top, width + gap, height)
        box = _pushed_inside(box, frame.outer)
        if not any(box.intersects(other) for other in used[:1] + used[-1:]):
            used.append(box)
            painter.drawText(box, _CENTER, text)


def _class_step(frame: Frame, labels: Sequence[str], shown: slice, gap: float) -> int:
    """Return the step at which classes are named: 1, 2, 5, 10 and so on."""
    style, count = frame.style, shown.stop - shown.start
    if count <= 12 and frame.slot >= style.px(_SHORTENED):
        return 1  # a few classes keep their names, shortened
    metrics = style.metrics(0.92)
    sample = (*range(shown.start, shown.stop, max(1, count // 24)), shown.stop - 1)
    widths = sorted(metrics.horizontalAdvance(name_of(labels, k, _LONGEST)) for k in sample)
    # A few long names are shortened, so that the other names need not be left out.
    room = min(widths[int(_WHOLE * len(widths))] + gap, style.px(120))
    return 1 if room <= frame.slot else _round_step(room / frame.slot)


def _pushed_inside(box: QRectF, outer: QRectF) -> QRectF:
    if box.right() > outer.right():
        box.moveRight(outer.right())
    if box.left() < outer.left():
        box.moveLeft(outer.left())
    return box


def _round_step(least: float) -> int:
    power = 1
    while True:
        for step in (1, 2, 5):
            if step * power >= least:
                return step * power
        power *= 10


class Label(NamedTuple):
    """A text that belongs to a mark.

    `x` and `y` are the mark's centre, `clear` is the distance of the text from it, and `sides` are
    the places to try in turn: any of "right", "left", "above", "below", "above right", "above
    left", "below left", "below right", "center", and "over" and "far over", one and two lines
    higher than "above right".  A `backed` text has a half-transparent rectangle of the card's
    colour behind it, so that it can be read over other marks.  `wide` is the width of the text if
    it is known already.
    """

    text: str
    color: str
    x: float
    y: float
    clear: float
    sides: tuple[str, ...]
    bold: bool = True
    backed: bool = False
    wide: float = 0.0


Edges = tuple[float, float, float, float]
"""The left, top, right and bottom of a rectangle."""

# The corner of a text is the mark's centre moved by these factors: to the right by the first of the
# distance and the second of the width, down by the third of the distance and the fourth of the
# height.
_CORNERS = {
    "right": (1.0, 0.0, 0.0, -0.5),
    "left": (-1.0, -1.0, 0.0, -0.5),
    "above": (0.0, -0.5, -1.0, -1.0),
    "below": (0.0, -0.5, 1.0, 0.0),
    "center": (0.0, -0.5, 0.0, -0.5),
    "above right": (0.75, 0.0, -0.75, -1.0),
    "over": (0.75, 0.0, -0.75, -2.0),
    "far over": (0.75, 0.0, -0.75, -3.0),
    "above left": (-0.75, -1.0, -0.75, -1.0),
    "below left": (-0.75, -1.0, 0.75, 0.0),
    "below right": (0.75, 0.0, 0.75, 0.0),
}


Curve = Callable[[float], float]
"""Gives the y of a falling curve at an x."""


_RAISED = ("above", "above left")  # may be moved up if a curve is in the way
_MOST_RAISED = 34.0  # design pixels; further up, a label does not seem to belong to its mark


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
    placed = _placed(frame, labels, taken, curve)
    style = frame.style
    veils = [box for label, _, box in placed if label.backed]
    if veils and style.veiled:
        painter.setPen(_NO_PEN)
        painter.setBrush(style.color(style.theme.card, 0.85))
        rects = np.array(veils)
        rects[:, 2:] -= rects[:, :2]
        draw_rects(painter, rects)
    # On a screen, names before numbers are drawn in the numbers' font: at this size nobody sees it.
    color, bold, as_number = None, None, is_raster(painter)
    for label, start, _ in placed:
        if label.bold is not bold:
            bold = label.bold
            painter.setFont(style.font(_SIZE, bold=bold, number=as_number))
        if label.color != color:
            color = label.color
            painter.setPen(style.color(color))
        # Drawn at a point, because in a box Qt would measure it again, which is half of the cost.
        painter.drawText(start, label.text)


def _placed(
    frame: Frame, labels: Sequence[Label], taken: Sequence[Edges], curve: Curve | None
) -> list[tuple[Label, QPointF, Edges]]:
    """Return the labels that fit, the points where they begin, and the rectangles they cover."""
    style, placed, used = frame.style, [], list(taken)
    first = frame.rect.left() - style.px(4)  # the numbers of the axis are to the left of it
    ceiling, end = frame.rect.top() - style.px(CEILING), frame.outer.right()
    floor = min(frame.outer.bottom(), frame.rect.bottom() + style.px(3))
    height, margin = style.px(16), style.px(1)
    for label in labels:
        text, _, x, y, clear, sides, bold, _, wide = label
        ruler = style.ruler(_SIZE, bold=bold)
        width = (wide or ruler.width(text)) + 2 * margin
        for side in sides:
            by_clear, by_width, down_clear, down_height = _CORNERS[side]
            left = x + by_clear * clear + by_width * width
            top = y + down_clear * clear + down_height * height
            if not by_clear and down_clear:  # above or below: moved to the inside
                left = max(first, min(left, end - width))
            right, bottom = left + width, top + height
            rising, through = (curve, None) if side in _RAISED else (None, curve)
            if rising is not None and bottom > (high := rising(left)) and top < rising(right):
                if bottom - high > style.px(_MOST_RAISED):
                    continue
                top, bottom = high - height, high
            if left < first or top < ceiling or right > end or bottom > floor:
                continue
            for a, b, c, d in used:
                if left < c and a < right and top < d and b < bottom:
                    break
            else:
                if through is not None and bottom > through(left) and top < through(right):
                    continue
                box = left, top, right, bottom
                used.append(box)
                start = QPointF(left + margin, top + height / 2 + ruler.rise)
                placed.append((label, start, box))
                break
    return placed
