"""The axis of the gradient, and the numbers of its arrows."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.ghosts import pinned_snapshot
from xentgui.painting.labels import draw_y_axis, draw_y_ticks
from xentgui.painting.mark_labels import Edges, Label, draw_labels, draw_ranked
from xentgui.painting.ticks import round_limit
from xentgui.painting.turned_numbers import (
    TurnedNumber,
    best_turned,
    draw_turned,
    has_a_number_each,
    has_turned_numbers,
)
from xentgui.panels.axis_limits import FARTHEST, span, within
from xentgui.panels.labelled_classes import names_beside, spanned, with_value

_ROOM = 1.2
"""How far the axis goes on beyond the longest arrow that there can be: a number stands there."""

_SEEN = 0.05  # of the longest arrow that there can be; one that is shorter is hardly seen
_NEAREST = 1e-100  # no axis is finer
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LARGE = 4  # the least power of ten that is written as one
_MAGNIFIED = QT_TRANSLATE_NOOP("panels", "magnified × {factor}")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIZE, _HEIGHT = 0.85, 18.0  # em, and design pixels
_WIDEST = "+0.0000"  # what the widest of most numbers looks like
_BROAD = 104.0  # design pixels; the last class has its number at its right, too
# The places to try if the neighbours would be covered.
_BESIDE = ("right", "left")
_ABOVE = ("above",), ("above", "right", "left")
_BELOW = ("below",), ("below", "right", "left")


def longest_arrow(snapshot: Snapshot, view: View) -> float:
    """Return the size of the largest finite component of what is drawn, pinned or not."""
    spans = [span(one.gradient) for one in _drawn(snapshot, view)]
    return max(max(-low, high) for low, high in spans)


def reach(snapshot: Snapshot, view: View) -> float:
    """Return where the axis ends, up and down, by what is shown alone.

    It ends a little beyond the bound of the gradient, or, where all arrows would be too short
    to be seen, a power of ten nearer to 0; in a view that fits, also 2 or 5 times nearer, if all
    arrows have room.  Without a bound it goes up a ladder of round numbers.
    """
    largest, bound = longest_arrow(snapshot, view), _bound(snapshot, view)
    if bound == 0.0:
        return round_limit(largest * _ROOM) if largest else 1.0
    power = 0
    if largest:
        size = math.log10(bound)
        wanted = math.ceil(math.log10(_SEEN) + size - math.log10(largest))
        power = max(0, min(wanted, math.floor(size - math.log10(_NEAREST))))
    nearer = 10.0**power
    if view.fits and largest:
        nearer = max(nearer, 1.0 / round_limit(max(largest / bound, _NEAREST)))
    return within(bound / nearer, _NEAREST, FARTHEST) * _ROOM


def draw_gradient_axis(painter: QPainter, frame: Frame, snapshot: Snapshot) -> None:
    """Draw the grid and its numbers; at T = 0 there is nothing between 0 and infinity."""
    if snapshot.state.temperature:
        draw_y_axis(painter, frame, signed=True)
        return
    top = frame.ranges.top
    texts = {value: number(value * math.inf, signed=True) for value in (-top, top)}
    draw_y_ticks(painter, frame, {0.0: "0"} | texts)


def draw_magnification(painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
    """Write above the plot, at the right, how many times longer the arrows are than usual."""
    words = magnification(snapshot, view, frame.ranges.top)
    if not words:
        return
    style, rect = frame.style, frame.rect
    painter.setFont(style.font(_SIZE))
    painter.setPen(style.color(style.theme.warning))
    box = QRectF(rect.left(), rect.top() - style.px(_HEIGHT), rect.width(), style.px(_HEIGHT))
    painter.drawText(box, _RIGHT, words)


def magnification(snapshot: Snapshot, view: View, top: float) -> str:
    """Return what is said of an axis that ends at `top`, in words; "" if nothing is."""
    bound = _bound(snapshot, view)
    if bound * _ROOM <= top * (1.0 + 1e-9):
        return ""
    mantissa, exponent = f"{bound * _ROOM / top:.5e}".split("e")
    text, power = number(float(f"{mantissa}e{exponent}"), 2), int(exponent)
    if power >= _LARGE:
        times = "" if float(mantissa) == 1.0 else f"{number(float(mantissa), 2)} × "
        text = f"{times}10{str(power).translate(_RAISED)}"
    return translate("panels", _MAGNIFIED).format(factor=text)


def _drawn(snapshot: Snapshot, view: View) -> list[Snapshot]:
    pinned = pinned_snapshot(view)
    return [snapshot] if pinned is None else [snapshot, pinned]


def _bound(snapshot: Snapshot, view: View) -> float:
    """Return the bound of what is drawn, or 0 if there is none."""
    bounds = [one.gradient_bound for one in _drawn(snapshot, view)]
    if snapshot.gradient_bound == math.inf and snapshot.state.temperature:
        return 0.0  # a loss without a bound
    return min(max((bound for bound in bounds if math.isfinite(bound)), default=0.0), FARTHEST)


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
