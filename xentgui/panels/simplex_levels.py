"""A surface over the triangle: the colours that fill it, and contours at round levels."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from xentgui.language.text import typed
from xentgui.model.simplex import HEIGHT, from_plane
from xentgui.model.simplex_surface import grid
from xentgui.painting import heat
from xentgui.painting.contours import contour_levels, contour_lines
from xentgui.painting.frame import Frame

LARGEST = 1e300
"""Beyond it, sums of losses are not finite, and so nothing is drawn."""

_HALF_WAY, _ROUND = 0.3, (1, 2, 5)
_FLAT = 1e-9  # of the largest value: a surface without height has no contours
_IMAGE = 240  # pixels along a side
_HIGHEST = 0.97  # of all nodes are below what has the last shade: at the edges, losses are infinite


class Contour(NamedTuple):
    """A level, how it is written, and its lines in the plane, each of shape (n, 2)."""

    level: float
    text: str
    lines: list[np.ndarray]


_kept: list[tuple[np.ndarray, float, int, list[Contour]]] = []


def contours_of(values: np.ndarray, unit: float, most: int, *, even: bool = False) -> list[Contour]:
    """Return contours of `values`, shape (n, n) at the nodes of `grid`, ascending.

    There are `most` of them at most, at round numbers of units of the size `unit`: equally far apart
    in value if `even`, else in the picture.  The last few are kept.
    """
    for known, size, count, found in _kept:
        if known is values and (size, count) == (unit, most):
            return found
    nodes = grid()
    with np.errstate(over="ignore"):  # what is not finite has no contours
        scaled = values / unit
    if even:
        levels = contour_levels(float(scaled.min()), float(scaled.max()), most)
    else:
        levels = round_levels(scaled, most)
    lines = contour_lines(nodes.x, nodes.y, scaled, levels) if levels else []
    made = [Contour(level, typed(level), parts) for level, parts in zip(levels, lines, strict=True)]
    _kept.insert(0, (values, unit, most, made))
    del _kept[4:]
    return made


def round_levels(values: np.ndarray, most: int) -> list[float]:
    """Return at most `most` round levels of a surface, shape (n, n), ascending.

    They are spread such that the lines, around the lowest point, are about equally far apart: the
    areas within them are like the squares of 1, 2, 3 …  Of the numbers near such a level, the
    roundest is taken.
    """
    flat, weights = values.ravel(), _areas().ravel()
    finite = np.abs(flat) < LARGEST
    if np.count_nonzero(finite) < 4:
        return []
    flat, weights = flat[finite], weights[finite]
    order = np.argsort(flat)
    ascending, below = flat[order], np.cumsum(weights[order])
    low, high = float(ascending[0]), float(ascending[-1])
    if high - low <= _FLAT * max(abs(low), abs(high)) or high - low < 1e-300:
        return []
    wanted = below[-1] * (np.arange(1, most + 1) / (most + 1.0)) ** 2
    found = ascending[np.minimum(np.searchsorted(below, wanted), len(ascending) - 1)].tolist()
    places = [low, *dict.fromkeys(one for one in found if one > low)]
    places.append(min(2.0 * places[-1] - places[-2], high) if len(places) > 1 else high)
    levels: list[float] = []
    for (before, level), after in zip(pairwise(places), places[2:], strict=False):
        one = roundest(0.5 * (before + level), 0.5 * (level + after), level)
        if low < one < high and (not levels or one > levels[-1]):
            levels.append(one)
    return levels


def roundest(low: float, high: float, near: float) -> float:
    """Return the roundest number in `low` … `high`, and of those as round the nearest to `near`.

    >>> roundest(0.55, 0.86, 0.7), roundest(0.97, 1.2, 1.09), roundest(-0.2, 0.3, 0.1)
    (0.7, 1.0, 0.0)
    """
    if low <= 0.0 <= high:
        return 0.0
    power = math.floor(math.log10(max(abs(low), abs(high))))
    for _ in range(18):
        for step in (1.0, 0.5, 0.2, 0.1):
            size = step * 10.0**power
            first, last = math.ceil(low / size - 1e-9), math.floor(high / size + 1e-9)
            if first <= last:
                best = _best(near / size, first, last)
                return float(f"{best * size:.12g}")
        power -= 1
    return near


def _best(wanted: float, first: int, last: int) -> int:
    """Return the number nearest to `wanted` in `first` … `last`; about half-way, 1, 2 or 5."""
    nearest = min(max(round(wanted), first), last)
    other = nearest + (1 if wanted > nearest else -1)
    if abs(wanted - nearest) > _HALF_WAY and first <= other <= last and other in _ROUND:
        return other
    return nearest


def _areas() -> np.ndarray:
    """Return how much of the triangle each node stands for, shape (n, n)."""
    nodes = grid()
    rows = np.gradient(nodes.heights) * (1.0 - nodes.heights)
    return np.outer(rows, np.gradient(nodes.along))


def draw_heat(painter: QPainter, frame: Frame, outline: QPolygonF, values: np.ndarray) -> None:
    """Fill `outline`, which is the triangle, by `values`, shape (n, n) at the nodes of the grid.

    The lower they are, the more the colour is that of the card.
    """
    finite = values[np.abs(values) < LARGEST]
    if not finite.size:
        return
    low, high = float(finite.min()), float(np.quantile(finite, _HIGHEST))
    rows = round(_IMAGE * HEIGHT)
    x, y = np.meshgrid((np.arange(_IMAGE) + 0.5) / _IMAGE, (np.arange(rows) + 0.5) / rows)
    seen = _at(values, from_plane(np.stack([x, HEIGHT * y], axis=-1)))
    path = QPainterPath()
    path.addPolygon(outline)
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    image = heat.heat_image(seen, low, high, heat.shades_of(frame.style.theme))
    heat.draw_heat(painter, frame.rect, image)
    painter.restore()


def _at(values: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Return `values` of the grid between its nodes, at `shares`, shape (..., 3)."""
    nodes, last = grid(), len(values) - 1
    top = np.clip(shares[..., 0], 0.0, 1.0)
    along = np.clip(shares[..., 2] / np.maximum(1.0 - top, 1e-12), 0.0, 1.0)
    index = np.arange(len(values))
    row, column = np.interp(top, nodes.heights, index), np.interp(along, nodes.along, index)
    i, j = (np.minimum(one.astype(int), last - 1) for one in (row, column))
    a, b = row - i, column - j
    finite = np.abs(values) < LARGEST
    known = np.where(finite, values, values[finite].max())
    lower = known[i, j] * (1 - b) + known[i, j + 1] * b
    upper = known[i + 1, j] * (1 - b) + known[i + 1, j + 1] * b
    found: np.ndarray = lower * (1 - a) + upper * a
    return found
