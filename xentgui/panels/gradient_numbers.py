"""The numbers of the gradient's arrows: beside, beyond their heads, or from below upwards."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QPainter

from xentgui.language.text import number
from xentgui.model import Snapshot
from xentgui.painting.frame import Frame
from xentgui.painting.mark_labels import Edges, Label, draw_labels, draw_ranked
from xentgui.painting.turned_numbers import (
    TurnedNumber,
    best_turned,
    draw_turned,
    has_a_number_each,
    has_turned_numbers,
)
from xentgui.panels.axis_limits import within
from xentgui.panels.labelled_classes import names_beside, spanned, with_value

_WIDEST = "+0.0000"  # what the widest of most numbers looks like
_BROAD = 104.0  # design pixels; the last class has its number at its right, too
# The places to try if the neighbours would be covered.
_BESIDE = ("right", "left")
_ABOVE = ("above",), ("above", "right", "left")
_BELOW = ("below",), ("below", "right", "left")


def paint_numbers(
    painter: QPainter,
    frame: Frame,
    snapshot: Snapshot,
    numbered: list[int],
    hidden: frozenset[int],
    *,
    highlighted: int | None,
) -> None:
    """Paint the number of each arrow of `numbered` where it covers nothing."""
    style, labels, r = frame.style, [], frame.ranges
    beside, dense = frame.slot >= style.px(_BROAD), not has_a_number_each(frame)
    ink, clear, off = style.theme.ink, style.px(18 if beside else 4), style.px(9)
    zero, head = frame.y(0.0), style.px(13)
    highest, lowest = frame.rect.top() + style.px(20), frame.rect.bottom() - style.px(20)
    sides: tuple[str, ...] = _BESIDE
    ruler, crowded = style.ruler(0.92, bold=True), not dense and frame.slot < style.px(48)
    gradient, taken = snapshot.gradient, list[Edges]()
    names = names_beside(snapshot, numbered) if dense else {}
    if has_turned_numbers(style, frame.slot, ruler.width(_WIDEST)):
        _paint_turned(painter, frame, snapshot, hidden)
        return
    for index in numbered:
        slope = gradient.item(index)
        x, y = frame.x(float(index)), frame.y(within(slope, r.bottom, r.top))
        text = number(slope, 3, signed=True)
        if dense:
            text = with_value(names[index], text)
            if highlighted is None:  # a highlighted number may cover arrows
                taken.append((x - off / 3, min(y, zero), x + off / 3, max(y, zero)))
            y = min(y, zero - off) if slope > 0 else max(y, zero + off)
        wide = ruler.width(text)
        if beside:
            # Beside a short arrow, the number must not cover the line of zero.
            middle = (zero + y) / 2
            y = min(middle, zero - off) if slope > 0 else max(middle, zero + off)
        elif crowded and index != highlighted and _covers(frame, gradient, index, wide, y):
            continue
        elif highest <= y <= lowest:
            sides = _ABOVE[dense] if slope > 0 else _BELOW[dense]
        else:
            y += off if slope > 0 else -off
            labels.append(Label(text, ink, x, y, head, _BESIDE, True, True, wide))
            continue
        labels.append(Label(text, ink, x, y, clear, sides, True, not beside, wide))
    if dense:
        draw_ranked(painter, frame, labels, len(snapshot.gradient), taken)
    else:
        draw_labels(painter, frame, labels, taken)


def _paint_turned(
    painter: QPainter, frame: Frame, snapshot: Snapshot, hidden: frozenset[int]
) -> None:
    """Paint the number of each arrow from below upwards, beyond its head."""
    r, shown, numbers = frame.ranges, frame.visible(len(snapshot.gradient)), []
    for index in range(shown.start, shown.stop):
        if index in hidden:
            continue
        slope = snapshot.gradient.item(index)
        at = frame.x(float(index)), frame.y(within(slope, r.bottom, r.top))
        text = number(slope, 3, signed=True)
        numbers.append(TurnedNumber(text, *at, up=slope >= 0.0))
    draw_turned(painter, frame, *best_turned(frame, numbers, frame.y(0.0)))


def _covers(frame: Frame, gradient: np.ndarray, index: int, width: float, y: float) -> bool:
    """Return whether a text of width `wide`, after the arrow that ends at `y`, covers others."""
    # For so few, a list is faster than an array.
    others: list[float] = gradient[spanned(frame, index, width)].tolist()
    gap = frame.style.px(3)
    if gradient[index] > 0:
        return frame.y(max(others)) < y - gap
    return frame.y(min(others)) > y + gap
