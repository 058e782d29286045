"""Names written directly beside their curves, where the fewest curves are covered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.painting.frame import Frame

_SIZE = 0.88  # em
_EVERY = 12  # of the points of a curve, one in so many is looked at
_FAR = 60.0  # design pixels; another curve that is as far away cannot be meant
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NamedCurve(NamedTuple):
    """A curve with its name: its colour, and its points in pixels, shape (n, 2)."""

    name: str
    color: str
    points: np.ndarray
    is_bold: bool = False


def draw_names(
    painter: QPainter, frame: Frame, curves: Sequence[NamedCurve], kept_free: Sequence[QRectF] = ()
) -> None:
    """Write the name of each curve beside it; the first ones choose their places first."""
    style = frame.style
    taken = [np.array(one.getCoords()) for one in kept_free]
    thinned = [curve.points[::_EVERY] for curve in curves]
    for nth, curve in enumerate(curves):
        metrics = style.metrics(_SIZE, bold=curve.is_bold)
        size = metrics.horizontalAdvance(curve.name) + style.px(4), style.px(15)
        others = [points for other, points in enumerate(thinned) if other != nth]
        box = _best_place(frame, thinned[nth], size, others, taken)
        if box is None:
            continue
        taken.append(box)
        place = QRectF(float(box[0]), float(box[1]), *size)
        painter.fillRect(place, style.color(style.theme.card, 0.85))
        painter.setFont(style.font(_SIZE, bold=curve.is_bold))
        painter.setPen(style.color(curve.color))
        painter.drawText(place.adjusted(style.px(2), 0, 0, 0), _LEFT, curve.name)


def _best_place(
    frame: Frame,
    own: np.ndarray,
    size: tuple[float, float],
    others: Sequence[np.ndarray],
    taken: Sequence[np.ndarray],
) -> np.ndarray | None:
    """Return left, top, right and bottom of the place that covers least; None if there is none.

    Of places as good, it is the one that is farthest from the other curves.
    """
    rect, gap = frame.rect, frame.style.px(4)
    wide, high = size
    shifts = np.array(
        [
            (gap, -high / 2),
            (-wide - gap, -high / 2),
            (-wide / 2, -high - gap),
            (-wide / 2, gap),
            (gap, -high - gap),
            (gap, gap),
        ]
    )
    corners = (own[:, np.newaxis] + shifts).reshape(-1, 2)
    boxes = np.concatenate([corners, corners + np.array(size)], axis=1)
    fits = (boxes[:, 0] >= rect.left()) & (boxes[:, 2] <= rect.right())
    fits &= (boxes[:, 1] >= rect.top()) & (boxes[:, 3] <= rect.bottom())
    for one in taken:
        apart = (boxes[:, 0] >= one[2]) | (boxes[:, 2] <= one[0])
        fits &= apart | (boxes[:, 1] >= one[3]) | (boxes[:, 3] <= one[1])
    boxes = boxes[fits]
    if not len(boxes):
        return None
    covered = _inside(boxes, np.concatenate([own, *others]))
    room = frame.style.px(_FAR)
    nearest = np.full(len(boxes), room)
    if others:
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        away = middles[:, np.newaxis] - np.concatenate(others)
        nearest = np.minimum(np.hypot(away[..., 0], away[..., 1]).min(axis=1), room)
    best: np.ndarray = boxes[int(np.argmin(covered - nearest / room))]
    return best


def _inside(boxes: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Return how many of `points`, shape (n, 2), lie in each of `boxes`, shape (m, 4)."""
    x, y = points[:, 0], points[:, 1]
    found = (x >= boxes[:, :1]) & (x <= boxes[:, 2:3]) & (y >= boxes[:, 1:2]) & (y <= boxes[:, 3:])
    return np.asarray(np.count_nonzero(found, axis=1))


def spread(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Return places near `wanted`, which ascend, at least `gap` apart, and within the ends."""
    places = list(wanted)
    for at in range(1, len(places)):
        places[at] = max(places[at], places[at - 1] + gap)
    limit = high
    for at in reversed(range(len(places))):
        places[at] = min(places[at], limit)
        limit = places[at] - gap
    return [
        max(place, low + at * min(gap, (high - low) / max(len(places), 1)))
        for at, place in enumerate(places)
    ]
