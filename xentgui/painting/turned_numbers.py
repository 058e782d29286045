"""Numbers from below upwards, each above its own narrow bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter

from xentgui.painting.frame import Frame
from xentgui.painting.label_places import CEILING
from xentgui.painting.placed_label import SIZE, Edges
from xentgui.painting.style import Style

LEAST_SLOT = 11.5
"""The least room a class for a turned number, in design pixels: a line of digits."""

_HIGH = 10.0  # design pixels across a turned number: digits without descenders
_GAP = 3.0  # design pixels between a number and its mark
_NEAR = 8.0  # design pixels; a number that is farther away has a leader


class TurnedNumber(NamedTuple):
    """A number at the middle `x` of its mark, and the line at which it begins.

    `up` says whether it goes on from there upwards; `avoid` are lines across that it must not
    cover, as pairs of their y and their half width.
    """

    text: str
    x: float
    y: float
    up: bool = True
    avoid: tuple[float, ...] = ()


def has_a_number_each(frame: Frame) -> bool:
    """Return whether each class has the room for a number, if need be for a turned one."""
    return frame.slot >= frame.style.px(LEAST_SLOT)


def has_turned_numbers(style: Style, slot: float, widest: float) -> bool:
    """Return whether numbers, `widest` pixels wide, are turned above bars `slot` pixels apart."""
    return style.px(LEAST_SLOT) <= slot < widest + style.px(_GAP)


def turned_boxes(frame: Frame, numbers: Sequence[TurnedNumber]) -> list[Edges | None]:
    """Return the rectangle that each number covers; None if it has no room."""
    style, found = frame.style, list[Edges | None]()
    ruler, half, gap = style.ruler(SIZE), style.px(_HIGH) / 2, style.px(_GAP)
    highest = frame.rect.top() - style.px(CEILING)
    lowest = frame.rect.bottom()
    for text, x, y, up, avoid in numbers:
        long, way = ruler.width(text), -1.0 if up else 1.0
        start = y + way * gap
        for line in sorted(avoid, reverse=up):
            low, high = sorted((start, start + way * long))
            if low - gap < line < high + gap:
                start = line + way * gap  # beyond the line, not on it
        top, bottom = sorted((start, start + way * long))
        fits = highest <= top and bottom <= lowest
        found.append((x - half, top, x + half, bottom) if fits else None)
    return found


def best_turned(
    frame: Frame, numbers: Sequence[TurnedNumber], zero: float
) -> tuple[list[TurnedNumber], list[Edges | None]]:
    """Return `numbers` with their boxes; what has no room beyond its mark goes beyond `zero`."""
    moved, boxes = [*numbers], turned_boxes(frame, numbers)
    for nth, number in enumerate(numbers):
        if boxes[nth] is None:
            moved[nth] = number._replace(y=zero, up=not number.up, avoid=())
            boxes[nth] = turned_boxes(frame, moved[nth : nth + 1])[0]
    return moved, boxes


def draw_turned(
    painter: QPainter, frame: Frame, numbers: Sequence[TurnedNumber], boxes: Sequence[Edges | None]
) -> None:
    """Draw each number that has a box, and a leader where it had to move away from its mark."""
    style = frame.style
    frame.written += [box for box in boxes if box is not None]
    gap, near = style.px(_GAP), style.px(_NEAR)
    painter.setPen(style.pen(style.theme.mute, 1.0))
    for number, box in zip(numbers, boxes, strict=True):
        if box is None:
            continue
        end = box[3] + gap / 2 if number.up else box[1] - gap / 2
        if abs(end - number.y) > near:
            painter.drawLine(QLineF(number.x, number.y, number.x, end))
    painter.setFont(style.font(SIZE))
    painter.setPen(style.color(style.theme.ink))
    rise = style.metrics(SIZE).capHeight() / 2
    painter.save()
    painter.rotate(-90.0)  # once: what lay down lies to the left, and what lay to the right down
    for number, box in zip(numbers, boxes, strict=True):
        if box is not None:
            painter.drawText(QPointF(-box[3], number.x + rise), number.text)
    painter.restore()
