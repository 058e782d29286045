"""Names written directly beside their curves, where the fewest curves are covered."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.painting.frame import Frame
from xentgui.painting.qt_arrays import lengths_along

_SIZE = 0.88  # em
_PLACES = 34  # along a curve, at which its name can stand
_SEEN = 1.5  # design pixels along a curve, from one point to the next
_CELL = 2.5  # design pixels: the side of a part of the plot
_MOST = 8192  # points of a curve; in a plot that is zoomed in far, two of them are far apart
_FAR = 60.0  # design pixels; another curve that is as far away cannot be meant
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NamedCurve(NamedTuple):
    """A curve with its name: its colour, and its points in pixels, shape (n, 2)."""

    name: str
    color: str
    points: np.ndarray
    is_bold: bool = False


class PlacedName(NamedTuple):
    """A name beside its curve."""

    name: str
    color: str
    is_bold: bool
    box: QRectF


def placed_names(
    frame: Frame, curves: Sequence[NamedCurve], kept_free: Sequence[QRectF] = ()
) -> tuple[PlacedName, ...]:
    """Return the name of each curve beside it; the first ones choose their places first.

    One for which there is no room is left out.
    """
    style, found = frame.style, list[PlacedName]()
    taken = [np.array(one.getCoords()) for one in kept_free]
    if not curves:
        return ()
    # The points that a curve is drawn through are far apart where it is steep.
    seen = [_seen(curve.points, frame.rect) for curve in curves]
    covered = _Covered(frame, np.concatenate([_along(one, style.px(_SEEN)) for one in seen]))
    places = [_along(one, math.inf, _PLACES) for one in seen]
    for nth, curve in enumerate(curves):
        metrics = style.metrics(_SIZE, bold=curve.is_bold)
        size = metrics.horizontalAdvance(curve.name) + style.px(4), style.px(15)
        others = [points for other, points in enumerate(places) if other != nth]
        box = _best_place(frame, places[nth], size, covered, others, taken)
        if box is None:
            continue
        taken.append(box)
        place = QRectF(float(box[0]), float(box[1]), *size)
        found.append(PlacedName(curve.name, curve.color, curve.is_bold, place))
    return tuple(found)


def draw_names(painter: QPainter, frame: Frame, names: Sequence[PlacedName]) -> None:
    """Write `names`."""
    style = frame.style
    for name, color, is_bold, box in names:
        painter.fillRect(box, style.color(style.theme.card, 0.85))
        painter.setFont(style.font(_SIZE, bold=is_bold))
        painter.setPen(style.color(color))
        painter.drawText(box.adjusted(style.px(2), 0, 0, 0), _LEFT, name)


def _best_place(
    frame: Frame,
    own: np.ndarray,
    size: tuple[float, float],
    covered: _Covered,
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
    room = frame.style.px(_FAR)
    nearest = np.full(len(boxes), room)
    if others:
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        away = middles[:, np.newaxis] - np.concatenate(others)
        nearest = np.minimum(np.hypot(away[..., 0], away[..., 1]).min(axis=1), room)
    best: np.ndarray = boxes[int(np.argmin(covered.by(boxes) - nearest / room))]
    return best


class _Covered:
    """How much of the curves lies in any box, found from sums over the plot's left upper parts."""

    def __init__(self, frame: Frame, points: np.ndarray) -> None:
        """`points`, shape (n, 2), are close to each other."""
        rect, self._cell = frame.rect, frame.style.px(_CELL)
        self._corner = np.array([rect.left(), rect.top()])
        across, down = (int(side / self._cell) + 1 for side in (rect.width(), rect.height()))
        x, y = ((points - self._corner) // self._cell).astype(np.intp).T
        seen = (x >= 0) & (x < across) & (y >= 0) & (y < down)
        counts = np.bincount(y[seen] * across + x[seen], minlength=across * down)
        self._sums = np.zeros((down + 1, across + 1), np.intp)
        self._sums[1:, 1:] = counts.reshape(down, across).cumsum(axis=0).cumsum(axis=1)

    def by(self, boxes: np.ndarray) -> np.ndarray:
        """Return how many points lie in the cells that each of `boxes`, shape (m, 4), touches."""
        first = (boxes[:, :2] - self._corner) // self._cell
        last = np.ceil((boxes[:, 2:] - self._corner) / self._cell)
        down, across = self._sums.shape
        left, top = np.clip(first, 0, (across - 1, down - 1)).astype(np.intp).T
        right, bottom = np.clip(last, 0, (across - 1, down - 1)).astype(np.intp).T
        sums = self._sums
        found: np.ndarray = (
            sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
        )
        return found


def _seen(points: np.ndarray, rect: QRectF) -> np.ndarray:
    """Return those of `points`, shape (n, 2), that are in `rect`, and the next ones before and after."""
    x, y = points.T
    inside = (x >= rect.left()) & (x <= rect.right()) & (y >= rect.top()) & (y <= rect.bottom())
    at = np.flatnonzero(inside)
    return points[max(at[0] - 1, 0) : at[-1] + 2] if at.size else points[:1]


def _along(points: np.ndarray, apart: float, least: int = 1) -> np.ndarray:
    """Return points on the line through `points`, shape (n, 2), at most so far `apart` along it.

    There are `least` or more.
    """
    ends = lengths_along(points)
    count = min(max(least, math.ceil(ends[-1] / apart)), _MOST)
    at = np.linspace(0.0, ends[-1], count)
    return np.stack([np.interp(at, ends, along) for along in points.T], axis=1)


def free_parts(
    texts: Sequence[QRectF], x: float, top: float, bottom: float
) -> Iterator[tuple[float, float]]:
    """Yield the parts of a vertical line that lie on no text, from above."""
    crossed = sorted((one.top(), one.bottom()) for one in texts if one.left() <= x <= one.right())
    for start, end in crossed:
        if start > top:
            yield top, start
        top = max(top, end)
    if top < bottom:
        yield top, bottom


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
