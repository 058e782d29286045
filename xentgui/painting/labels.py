"""The numbers of axes: none covers another, and none is cut."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from operator import sub
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.painting.frame import Frame, Ranges, is_measured
from xentgui.painting.parts import as_part
from xentgui.painting.style import Style
from xentgui.painting.ticks import axis_ticks, tick_text

if TYPE_CHECKING:
    from xentgui.painting.text_ruler import Column

_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

SMALL = 0.85
"""The size of tick labels, in em."""

INSET = 7.0
"""The distance from the numbers of the y axis to the plot, in design pixels."""

_APART_X, _APART_Y = 80.0, 46.0  # design pixels from one number to the next, about
_APART_SNUG_X, _APART_SNUG_Y = 36.0, 26.0  # the same in a figure, at which people look longer
_MARK = 3.0  # design pixels: the length of a tick
NAMES = 0.92
"""The size of the names of axes, in em."""

_TICK_HEIGHT = 11.0  # design pixels; the digits of one label

_ROUNDING = 1e-9  # of a height: so near to another number of ticks, they are measured again
_LEGIBLE = 0.3  # em: less would not help


def draw_y_axis(painter: QPainter, frame: Frame, *, signed: bool = False) -> None:
    """Draw the pale horizontal grid lines with their numbers at the left."""
    style, r, high = frame.style, frame.ranges, frame.rect.height()
    if is_measured(painter):
        if not painter.beside:
            return
        room = frame.rect.left() - style.px(INSET) - frame.outer.left()
        if column := y_column(style, r, high, room, signed=signed):
            painter.columns.append(column)
            return
    most = max(2, int(high / _apart_on_y(style)))
    draw_y_ticks(painter, frame, _numbers(r.bottom, r.top, most, signed=signed))


def y_column(
    style: Style, ranges: Ranges, high: float, room: float, *, signed: bool
) -> Column | None:
    """Return the numbers at the left of a plot that is so `high`, in so much `room`.

    None if some of them are left out there.
    """
    most = max(2, int(high / _apart_on_y(style)))
    column = _column(style, ranges.bottom, ranges.top, most, room, signed=signed)
    return column if column.heights[0] <= high <= column.heights[1] else None


@lru_cache(maxsize=512)  # the same axis is measured in many plots
def _column(
    style: Style, low: float, high: float, most: int, room: float, *, signed: bool
) -> Column:
    from xentgui.painting.text_ruler import Column, half_lines  # noqa: PLC0415 - no start measures

    apart, texts = _apart_on_y(style), _numbers(low, high, most, signed=signed)
    values, words = list(texts), tuple(texts.values())
    size = _fitting(style, words, room)
    nearest = min(map(sub, values[1:], values)) / (high - low)
    least = max(most * apart if most > 2 else 0.0, style.px(_TICK_HEIGHT) / nearest)
    heights = least * (1 + _ROUNDING), (most + 1) * apart * (1 - _ROUNDING)
    ends, letters = (values[0], values[-1]), half_lines(style.font(size))
    widest = _widest(style, words, size)
    return Column(style.px(INSET), widest, *ends, *letters, heights, signed)


def _apart_on_y(style: Style) -> float:
    return style.px(_APART_SNUG_Y if style.snug else _APART_Y)


@lru_cache(maxsize=512)  # the same axis is measured and painted at many sizes
def _numbers(
    low: float, high: float, most: int, *, signed: bool = False, whole: bool = False
) -> Mapping[float, str]:
    """Return the ticks of an axis with their texts; only those at whole numbers if so."""
    found = axis_ticks(low, high, most)
    step = math.ceil(found.step) if whole else found.step
    places = [value for value in found.places if not whole or value == int(value)]
    return MappingProxyType({value: tick_text(value, step, signed=signed) for value in places})


@as_part("axis", "y")
def draw_y_ticks(painter: QPainter, frame: Frame, texts: Mapping[float, str]) -> None:
    """Draw a quiet horizontal line at each key of `texts`, and at the left what it says.

    On an axis that is too low for all texts, those that would lie on others are left out.
    """
    if is_measured(painter) and not painter.beside:
        return
    style, left = frame.style, frame.outer.left()
    room = frame.rect.left() - style.px(INSET) - left
    size = fitting(frame, texts.values(), room)
    painter.setFont(style.font(size))
    if is_measured(painter):
        if values := _apart(frame, texts):
            widest = _widest(style, tuple([texts[value] for value in values]), size)
            ends = (values[0], values[-1]) if frame.lift > 0.0 else (values[-1], values[0])
            height = frame.rect.height()
            painter.keep_column(style.px(INSET), widest, ends, (height, height))
        return
    _draw_y_lines(painter, frame, texts)
    painter.setPen(style.color(style.theme.mute))
    height = style.px(16)
    for value in _apart(frame, texts):
        box = QRectF(left, frame.y(value) - height / 2, room, height)
        painter.drawText(box, _RIGHT, texts[value])


def _draw_y_lines(painter: QPainter, frame: Frame, values: Iterable[float]) -> None:
    style, left, right = frame.style, frame.rect.left(), frame.rect.right()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for value in values:
        y = frame.y(value)
        color = style.theme.grid if value else axis_color(style)
        painter.setPen(style.pen(color, _even_width(frame)))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        if style.snug:
            painter.setPen(style.pen(style.theme.mute, 1.0))
            painter.drawLine(QPointF(left - style.px(_MARK), y), QPointF(left, y))
    if style.snug:
        painter.setPen(style.pen(style.theme.mute, 1.0))
        painter.drawLine(frame.rect.bottomLeft(), frame.rect.topLeft())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _even_width(frame: Frame) -> float:
    """Return the width of a line of the grid in design pixels: whole device pixels on a screen.

    Otherwise, where a pixel is one and a half of them, lines would be one or two of them wide.
    """
    style = frame.style
    if style.resolution is not None:  # a figure is drawn at any size later
        return 1.0
    device = style.px(1.0) * frame.resolution
    return max(1, round(device)) / device


def axis_color(style: Style) -> str:
    """Return the colour of the line of zero: a figure's can be seen in print."""
    return style.theme.mute if style.snug else style.theme.line


def _apart(frame: Frame, values: Iterable[float]) -> list[float]:
    """Return those of `values` whose texts do not touch, from the lowest: 0 first, then the ends."""
    least, named = frame.style.px(_TICK_HEIGHT), set[float]()
    ordered = sorted(values)
    places = [frame.y(value) for value in ordered]
    for one, other in pairwise(places):  # a figure looks at thousands of these
        if -least < one - other < least:
            break
    else:
        return ordered
    for value in (*(v for v in ordered if v == 0.0), *ordered[:1], *ordered[-1:], *ordered):
        if all(abs(frame.y(value) - frame.y(other)) >= least for other in named):
            named.add(value)
    return sorted(named)


def fitting(frame: Frame, texts: Iterable[str], room: float) -> float:
    """Return the size of tick labels, in em: smaller where the longest of `texts` would be cut."""
    return _fitting(frame.style, tuple(texts), room)


def _fitting(style: Style, longest: tuple[str, ...], room: float) -> float:
    size = SMALL
    while size > _LEGIBLE:
        widest = _widest(style, longest, size)
        if widest <= room:
            break
        # A font has whole pixels only, so that the first try may still be too wide.
        size *= min(room / widest, 0.96)
    return size


@lru_cache(maxsize=512)
def _widest(style: Style, texts: tuple[str, ...], size: float) -> float:
    return max(map(style.ruler(size).whole, texts), default=0.0)


def pushed_inside(box: QRectF, outer: QRectF) -> QRectF:
    """Return `box`, moved to the left or right so that it does not leave `outer`."""
    if box.right() > outer.right():
        box.moveRight(outer.right())
    if box.left() < outer.left():
        box.moveLeft(outer.left())
    return box


def draw_x_axis(
    painter: QPainter, frame: Frame, title: str = "", *, whole: bool = False
) -> list[float]:
    """Draw the numbers below the plot, only whole ones if so, and the name of the axis.

    Return the numbers.
    """
    if is_measured(painter) and not painter.below:
        return []
    r = frame.ranges
    apart = _APART_SNUG_X if frame.style.snug else _APART_X
    most = max(2, int(frame.rect.width() / frame.style.px(apart)))
    texts = _numbers(r.left, r.right, most, whole=whole)
    draw_x_ticks(painter, frame, texts, title, steady=not whole)
    return list(texts)


@as_part("axis", "x")
def draw_x_ticks(
    painter: QPainter,
    frame: Frame,
    texts: Mapping[float, str],
    title: str = "",
    *,
    steady: bool = False,
) -> None:
    """Draw what `texts` says below each of its keys, unless it would cover another, and the name.

    `steady` says whether there is a text in plots of all widths.
    """
    if is_measured(painter) and not painter.below:
        return
    style, base = frame.style, frame.rect.bottom()
    painter.setFont(style.font(SMALL))
    top, height = base + style.px(5), style.px(16)
    if is_measured(painter):  # all are in one row below the plot, and stay inside
        if texts:
            painter.keep_row(top, height, -math.inf if steady else math.inf)
        if title:
            draw_x_name(painter, frame, title, top + height)
        return
    painter.setPen(style.color(style.theme.mute))
    ruler, gap, end = style.ruler(SMALL), style.px(4), -math.inf
    if style.snug:
        painter.drawLine(frame.rect.bottomLeft(), frame.rect.bottomRight())
        for value in texts:
            x = frame.x(value)
            painter.drawLine(QPointF(x, base), QPointF(x, base + style.px(_MARK)))
    for value, text in texts.items():
        width = ruler.whole(text) + gap
        box = QRectF(frame.x(value) - width / 2, top, width, height)
        box = pushed_inside(box, frame.outer)
        if box.left() >= end:
            painter.drawText(box, _CENTER, text)
            end = box.right()
    if title:
        draw_x_name(painter, frame, title, top + height)


@as_part("name", "x")
def draw_x_name(painter: QPainter, frame: Frame, title: str, top: float) -> None:
    """Draw the name of the x axis at its middle, in the row below `top`."""
    style = frame.style
    room = frame.outer.width() - style.px(4)
    wide = style.ruler(NAMES).whole(title) + style.px(2)
    size = NAMES * min(1.0, room / wide)  # a name that is longer than the picture is smaller
    painter.setFont(style.font(size))
    if is_measured(painter):
        # In a wider picture its letters are no larger.
        painter.keep_row(top, style.px(18), math.inf if size < NAMES else frame.outer.width())
        return
    wide = max(min(wide, room), frame.rect.width())
    box = QRectF(frame.rect.center().x() - wide / 2, top, wide, style.px(18))
    painter.setPen(style.color(style.theme.mute))
    inset = style.px(2)
    within = frame.outer.adjusted(inset, 0.0, -inset, 0.0)
    painter.drawText(pushed_inside(box, within), _CENTER, title)
