"""The contour lines of numbers on a grid, and round levels for them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import cast

import numpy as np

from xentgui.language.text import MINUS
from xentgui.painting.ticks import tick_step, tick_text, ticks

MOST_LEVELS = 10
"""More lines than this hide what lies beneath them."""


def contour_levels(low: float, high: float, most: int = MOST_LEVELS) -> list[float]:
    """Return the round levels between `low` and `high`: equally far apart, ascending.

    At the ends themselves there is none: no line separates anything there.  The list is empty if
    nothing lies between them, or if an end is not finite.

    >>> contour_levels(0.0, 4.2, 5), contour_levels(1.0, 1.0)
    ([1.0, 2.0, 3.0, 4.0], [])
    """
    span = high - low
    # Where floats are as far apart as the levels would be, there is nothing to separate either.
    if not math.isfinite(span) or span <= 1e-9 * max(abs(low), abs(high)) or span < 1e-300:
        return []
    found = ticks(low, high, most)
    return [level for level in found if low + 1e-6 * span < level < high - 1e-6 * span]


def level_texts(levels: Sequence[float]) -> list[str]:
    """Return what is written on the lines of equally spaced `levels`; all have the same decimals.

    >>> level_texts([0.5, 1.0, 1.5])
    ['0.5', '1', '1.5']
    """
    gaps = [after - before for before, after in pairwise(levels)]
    step = tick_step(0.0, min(gaps), 1) if gaps else abs(levels[0]) / 100 if levels else 1.0
    texts = [tick_text(level, step or 1.0) for level in levels]
    if len(set(texts)) == len(texts):
        return texts
    # Large numbers that lie close together, 10 000 001 and 10 000 002.
    return [f"{level:.17g}".replace("-", MINUS) for level in levels]


def contour_lines(
    x: np.ndarray, y: np.ndarray, values: np.ndarray, levels: Sequence[float]
) -> list[list[np.ndarray]]:
    """Return for each of `levels` its lines, each with the shape (n, 2): x and y of its points.

    `values` has the shape (len(y), len(x)); two rows and two columns at least.  No line enters a
    cell with a corner that is NaN or infinite; where one corner is, the half of the cell without it
    is kept.  A line that closes has its first point again at its end.

    Source: marching squares, by contourpy's serial algorithm.
    """
    # Costs 10 ms when first imported, which a start that shows no contours should not pay.
    from contourpy import (  # noqa: PLC0415
        FillType,
        LineType,
        SerialContourGenerator,
        ZInterp,
    )

    # Its factory looks for masks and holes in each grid, which takes longer than the lines.
    finite = np.isfinite(values)
    holes = np.array(False) if finite.all() else ~finite  # of no dimension, it masks nothing
    across, up = (x, y) if x.ndim == 2 else np.meshgrid(x, y)
    lines = SerialContourGenerator(
        across,
        up,
        values,
        holes,
        corner_mask=True,
        line_type=LineType.Separate,
        fill_type=FillType.OuterCode,
        quad_as_tri=False,
        z_interp=ZInterp.Linear,
    )
    return [cast("list[np.ndarray]", lines.lines(level)) for level in levels]
