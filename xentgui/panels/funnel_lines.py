"""The lines of the funnel: the parts that the plot shows, and the line that sets the number of draws."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt

from xentgui.model.mark import Mark
from xentgui.model.sampling.settings import MOST_DRAWS
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.axis_limits import within
from xentgui.panels.setting_edits import setting_edit


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


@dataclass(frozen=True, slots=True)
class DrawsMark(Mark):
    """How many draws there are."""


class DrawsHold:
    """The number of draws while it is dragged along a logarithmic axis."""

    def __init__(self, start: float) -> None:
        self._start = start

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit for the x of `point`: two digits, but with Alt all of them."""
        power = within(frame.x_value(point.x()), 0.0, math.log10(MOST_DRAWS))
        count = 10.0**power
        if not modifiers & Qt.KeyboardModifier.AltModifier:
            count = float(f"{count:.1e}")
        return setting_edit(draws=within(float(round(count)), 1.0, float(MOST_DRAWS)))

    def put_back(self) -> Edit:
        """Return the edit that restores the number of the start."""
        return setting_edit(draws=self._start)
