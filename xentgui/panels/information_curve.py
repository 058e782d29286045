"""The curve -log p in pixels: its line, its y, and the dots on it that are visible."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from PySide6.QtGui import QPolygonF

from xentgui.painting.frame import Frame
from xentgui.painting.qt_arrays import polygon


def falling_curve(frame: Frame, size: float) -> QPolygonF:
    """Return points of -log p, in units of `size` nats, evenly spaced along the visible curve."""
    top = frame.ranges.top * size
    steep = np.linspace(0.0, top, 160)
    flat = -np.log(np.linspace(max(np.exp(-top), 1e-3), 1.0, 160))
    # p is computed from the heights: at a great height p is 0, and its logarithm would be lost.
    heights = np.sort(np.concatenate([steep, flat]))
    # `numpy.unique` would import masked arrays first.
    heights = heights[np.diff(heights, prepend=-1.0) > 0.0]
    p, y = np.exp(-heights), heights / size
    return polygon(np.stack([frame.x(p), frame.y(y)], axis=1))


def upper_edge(frame: Frame, size: float) -> Callable[[float], float]:
    """Return the y of the curve's upper edge at an x, both in pixels."""
    top, left, slot = frame.rect.top(), frame.x(0.0), frame.slot
    floor, lift = frame.y(0.0) - frame.style.px(2), frame.lift / size

    def height(x: float) -> float:
        p = (x - left) / slot
        return top if p <= 0.0 else floor if p >= 1.0 else floor + lift * math.log(p)

    return height


def distinct_dots(frame: Frame, probabilities: np.ndarray, heights: np.ndarray) -> np.ndarray:
    """Return which of thousands of dots, shape (K,), are a device pixel or more apart."""
    # Because the curve falls everywhere, x plus y in pixels grows along it.
    r, resolution = frame.ranges, frame.resolution
    along = np.minimum(heights, r.top)
    np.subtract(r.top, along, out=along)
    along *= frame.lift * resolution
    along += probabilities * (frame.slot * resolution)
    steps = along.astype(np.intp)
    longest = (frame.lift * r.top + frame.slot) * resolution
    found = np.full(int(longest) + 2, -1)
    found[steps] = _places(len(steps))
    return found[found >= 0]


@lru_cache(maxsize=4)
def _places(count: int) -> np.ndarray:
    places = np.arange(count)
    places.setflags(write=False)
    return places
