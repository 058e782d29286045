"""Where the numbers of contours stand in the simplex."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF

from xentgui.model.simplex import HEIGHT, from_plane
from xentgui.painting.frame import Frame
from xentgui.panels.simplex_levels import Contour

NUMBER = 0.85
"""The size of a number, in em."""

_HIGH = 13.6  # design pixels: the height of a number
_BESIDE = 7.0  # design pixels between an edge and a number
_AT_EDGE = 3.0  # design pixels: a line that comes so near ends at the edge
_ASIDE = np.radians([55.0, 90.0])  # away from the way to the middle
_IN_MIDDLE = 0.05  # of an edge: from so near, there is no way to the middle


class Number(NamedTuple):
    """The number of a contour at its place; inside, it belongs to a line that closes."""

    box: QRectF
    text: str
    inside: bool


class _Rays(NamedTuple):
    """A point inside all lines that close, and directions from it, shape (n, 2)."""

    origin: np.ndarray
    ways: np.ndarray


_kept: tuple[list[Contour], tuple[object, ...], list[Number]] | None = None


def numbers_in(
    frame: Frame, contours: list[Contour], taken: list[QRectF], *, below: bool = False
) -> list[Number]:
    """Return the numbers of `contours`, none over another or over `taken`.

    Those inside stand on their lines, or `below` them.  The last ones are kept, for what is painted
    over them.
    """
    global _kept  # noqa: PLW0603 (one is enough: contours and points are painted in turns)
    key = (frame.rect, frame.outer, frame.style, frame.ranges, list(taken), below)
    if _kept is None or _kept[0] is not contours or _kept[1] != key:
        _kept = contours, key, _numbers_in(frame, contours, taken, below=below)
    return _kept[2]


def _numbers_in(
    frame: Frame, contours: list[Contour], taken: list[QRectF], *, below: bool
) -> list[Number]:
    style, used, found = frame.style, list(taken), list[Number]()
    metrics, high, rays = style.metrics(NUMBER), style.px(_HIGH), _rays(contours)
    for contour in contours:
        wide = metrics.horizontalAdvance(contour.text)
        points = np.concatenate(contour.lines) if contour.lines else np.empty((0, 2))
        closes = _closes(contour)
        if closes:
            assert rays is not None
            places = _on_line(frame, points, rays, wide, high)
        else:
            places = _at_edges(frame, points, wide, high)
        for box in places:
            if closes and below:
                box.translate(0.0, 0.6 * high)
            if frame.outer.contains(box) and not any(box.intersects(one) for one in used):
                used.append(box)
                found.append(Number(box, contour.text, closes))
                break
    return found


def _closes(contour: Contour) -> bool:
    """Return whether all lines of a contour close; False if it has none."""
    return bool(contour.lines) and all((line[0] == line[-1]).all() for line in contour.lines)


def _rays(contours: list[Contour]) -> _Rays | None:
    """Return where lines that close have their numbers: beside the way to the middle.

    On that way are the path of a descent and the curve of temperature.  Where there is more room is
    first.
    """
    closed = [np.concatenate(one.lines) for one in contours if _closes(one)]
    if not closed:
        return None
    origin = closed[0].mean(axis=0)
    way = np.array([0.5, HEIGHT / 3.0]) - origin
    if float(np.hypot(*way)) < _IN_MIDDLE:
        way = np.array([0.0, -1.0])
    angle = math.atan2(way[1], way[0])
    sides = []
    for sign in (1.0, -1.0):
        ways = np.stack([np.cos(angle + sign * _ASIDE), np.sin(angle + sign * _ASIDE)], axis=1)
        farthest = closed[-1][_along(closed[-1], origin, ways[0])]
        sides.append((float(np.hypot(*(farthest - origin))), ways))
    (_, first), (_, other) = sorted(sides, key=lambda one: -one[0])
    return _Rays(origin, np.stack([first, other], axis=1).reshape(-1, 2))


def _along(points: np.ndarray, origin: np.ndarray, way: np.ndarray) -> int:
    """Return which of `points`, shape (n, 2), lies most in the direction `way` from `origin`."""
    apart = points - origin
    lengths = np.maximum(np.hypot(apart[:, 0], apart[:, 1]), 1e-12)
    return int((apart @ way / lengths).argmax())


def _on_line(
    frame: Frame, points: np.ndarray, rays: _Rays, wide: float, high: float
) -> list[QRectF]:
    """Return where the number of a line that closes may stand, the best place first."""
    if np.ptp(points, axis=0).max() * frame.rect.width() <= 2.0 * wide:
        return []
    chosen = [_along(points, rays.origin, way) for way in rays.ways]
    chosen.append(int(points[:, 1].argmin()))
    centers = [(frame.x(x), frame.y(y)) for x, y in points[chosen].tolist()]
    boxes = [QRectF(x - wide / 2, y - high / 2, wide, high) for x, y in centers]
    return [box for box in boxes if _is_in_triangle(frame, box)]


def _is_in_triangle(frame: Frame, box: QRectF) -> bool:
    """Return whether no edge of the triangle runs through `box`."""
    # The triangle points upwards, and so the upper corners are the outer ones at its sides.
    left, right = frame.x_value(box.left()), frame.x_value(box.right())
    low, high = frame.y_value(box.bottom()), frame.y_value(box.top())
    half = 0.5 * high / HEIGHT
    return bool(low > 0.0 and half < left and right < 1.0 - half)


def _at_edges(frame: Frame, points: np.ndarray, wide: float, high: float) -> list[QRectF]:
    """Return where the number of another line may stand: beside its end, outside.

    That is at the right edge, else at the left one, else below.
    """
    shares, gap = from_plane(points), frame.style.px(_BESIDE)
    near = frame.style.px(_AT_EDGE) / max(frame.rect.height(), 1.0)
    found = list[QRectF]()
    for edge in (1, 2, 0):  # where the share of the left class is 0, and so on
        ends = points[shares[:, edge] <= near]
        if not len(ends):
            continue
        x, y = ends[int((ends[:, 1] if edge else ends[:, 0]).argmax())].tolist()
        x, y = frame.x(x), frame.y(y)
        if edge == 1:
            found.append(QRectF(x + gap, y - high / 2, wide, high))
        elif edge == 2:
            found.append(QRectF(x - gap - wide, y - high / 2, wide, high))
        else:
            found.append(QRectF(x - wide / 2, y + gap / 2, wide, high))
    return found
