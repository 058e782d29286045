"""The parts of a line that a plot shows."""

from __future__ import annotations

import math

import numpy as np


def within_plot(x: np.ndarray, values: np.ndarray, top: float) -> list[np.ndarray]:
    """Return the parts of a line that are not above `top`, each (m, 2), with their ends there.

    They are computed, because not every device can clip.  A value that is infinite ends the line.

    >>> [run.tolist() for run in within_plot(np.arange(3.0), np.array([2.0, 0.0, 1.0]), 1.0)]
    [[[0.5, 1.0], [1.0, 0.0], [2.0, 1.0]]]
    """
    runs: list[np.ndarray] = []
    run: list[tuple[float, float]] = []
    before: tuple[float, float] | None = None
    for point in zip(x.tolist(), values.tolist(), strict=True):
        if not math.isfinite(point[1]):
            break
        if before is not None and (before[1] > top) != (point[1] > top):
            share = (top - before[1]) / (point[1] - before[1])
            run.append((before[0] + share * (point[0] - before[0]), top))
        if point[1] <= top:
            run.append(point)
        elif run:
            runs.append(np.array(run))
            run = []
        before = point
    if run:
        runs.append(np.array(run))
    return [one for one in runs if len(one) > 1]
