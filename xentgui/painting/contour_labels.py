"""Numbers on contour lines: along a line where it is straight, in a gap, and none over another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from xentgui.painting.placed_label import Edges
from xentgui.painting.qt_arrays import lengths_along

_STRAIGHT = 0.97
"""The ends of a text are at least so much of its width apart, along the line."""

_PLACES = 13
"""So many places are tried along a line."""

_WANTED = 0.7
"""The place that is tried first, from 0 to 1: not the middle, where a plot has its marks."""

_LEAST = 2.5
"""A line is at least so many times as long as its number, or it has none."""


class LineLabel(NamedTuple):
    """A text on a line: its middle in pixels, and its angle in degrees, clockwise."""

    text: str
    x: float
    y: float
    angle: float


class LabelledLines(NamedTuple):
    """The labels, and the lines with gaps where these are; every line has the shape (n, 2)."""

    labels: list[LineLabel]
    lines: list[np.ndarray]


def label_lines(
    lines: Sequence[Sequence[np.ndarray]],
    texts: Sequence[str],
    widths: Sequence[float],
    height: float,
    room: Edges,
    taken: np.ndarray | None = None,
) -> LabelledLines:
    """Place one of `texts` on the longest of the `lines` of each level, where it fits.

    Everything is in pixels: the points of the lines, shape (n, 2), the `widths` of the texts and
    their `height`.  A text lies within `room`, on a part of its line that is nearly straight; no
    other line, no other text and none of the points `taken`, shape (n, 2), comes near it.  Where
    there is no such place, it is left out.
    """
    if taken is None:
        taken = np.empty((0, 2))
    every = [np.concatenate(level) if level else np.empty((0, 2)) for level in lines]
    used = np.empty((0, 2))  # middles of discs that the texts cover
    labels, drawn = list[LineLabel](), list[np.ndarray]()
    for nth, (level, text, width) in enumerate(zip(lines, texts, widths, strict=True)):
        others = [points for at, points in enumerate(every) if at != nth]
        beside = np.concatenate([*others, taken])
        longest = int(np.argmax([len(line) for line in level])) if level else -1
        for at, line in enumerate(level):
            found = _place(line, width, height, room, beside, used) if at == longest else None
            if found is None:
                drawn.append(line)
                continue
            label, discs, parts = found
            labels.append(label._replace(text=text))
            used = np.concatenate((used, discs))
            drawn += parts
    return LabelledLines(labels, drawn)


def _place(
    line: np.ndarray,
    width: float,
    height: float,
    room: Edges,
    beside: np.ndarray,
    used: np.ndarray,
) -> tuple[LineLabel, np.ndarray, list[np.ndarray]] | None:
    """Return a label without its text, the discs that it covers, and what is left of the line."""
    along = lengths_along(line)
    length, half = float(along[-1]), width / 2
    if length < _LEAST * width:
        return None
    places = half + (length - width) * _shares(_PLACES).ravel()
    places = places[np.abs(places - _WANTED * length).argsort(kind="stable")]
    both, points = np.concatenate((places - half, places + half)), np.empty((2 * _PLACES, 2))
    for axis in (0, 1):
        points[:, axis] = np.interp(both, along, line[:, axis])
    starts, ends = points[:_PLACES], points[_PLACES:]
    low = np.minimum(starts, ends) - height / 2 - room[:2]
    high = np.maximum(starts, ends) + height / 2 - room[2:]
    fits = (low >= 0.0).all(axis=1) & (high <= 0.0).all(axis=1)
    fits &= np.hypot(*(ends - starts).T) >= _STRAIGHT * width
    shares = _shares(max(2, math.ceil(width / height) + 1))
    for nth in fits.nonzero()[0].tolist():
        start, end = starts[nth], ends[nth]
        discs = start + (end - start) * shares
        if _is_near(discs, beside, 0.55 * height) or _is_near(discs, used, 1.2 * height):
            continue
        x, y = ((start + end) / 2).tolist()
        across, down = (end - start).tolist()
        angle = math.degrees(math.atan2(down, across))
        upright = angle - 180.0 if angle > 90.0 else angle + 180.0 if angle <= -90.0 else angle
        before, after = along < places[nth] - half, along > places[nth] + half
        parts = [np.vstack((line[before], start)), np.vstack((end, line[after]))]
        return LineLabel("", x, y, upright), discs, parts
    return None


@lru_cache(maxsize=32)
def _shares(count: int) -> np.ndarray:
    """Return `count` numbers from 0 to 1, equally far apart, shape (count, 1)."""
    found = np.linspace(0.0, 1.0, count).reshape(-1, 1)
    found.setflags(write=False)
    return found


def _is_near(discs: np.ndarray, points: np.ndarray, reach: float) -> bool:
    """Return whether one of `points`, (m, 2), is nearer than `reach` to one of `discs`, (n, 2)."""
    apart = discs[:, np.newaxis] - points
    return bool((np.einsum("nmi,nmi->nm", apart, apart) < reach * reach).any())
