"""Which of thousands of dots on a curve are seen."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from xentgui.painting.frame import Frame


def distinct(frame: Frame, probabilities: np.ndarray, heights: np.ndarray) -> np.ndarray:
    """Return the indices of dots on the curve, of (K,), a device pixel apart along it."""
    # The curve falls all the way: along it, the way across less the way up only ever grows.
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
