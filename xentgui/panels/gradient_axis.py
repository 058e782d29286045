"""The axis of the gradient: how far it reaches, and what is written at it."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.ghosts import pinned_snapshot
from xentgui.painting.labels import draw_y_axis, draw_y_ticks
from xentgui.painting.ticks import round_limit
from xentgui.panels.axis_limits import FARTHEST, span, within

_ROOM = 1.2
"""How far the axis goes on beyond the longest arrow that there can be: a number stands there."""

_SEEN = 0.05  # of the longest arrow that there can be; one that is shorter is hardly seen
_NEAREST = 1e-100  # no axis is finer
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LARGE = 4  # the least power of ten that is written as one
_MAGNIFIED = QT_TRANSLATE_NOOP("panels", "magnified × {factor}")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIZE, _HEIGHT = 0.85, 18.0  # em, and design pixels


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
