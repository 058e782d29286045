"""Whose axes a picture shows while numbers go on by themselves."""

from __future__ import annotations

import numpy as np

from xentgui.model import Snapshot
from xentgui.model.rows import Array
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.plot_panel import PlotPanel


class SeenAxes:
    """Keeps the axes of a snapshot until those of another one would look different.

    Near its end a walk takes steps that are far smaller than a pixel, and contours take longer than
    everything that is drawn over them.
    """

    def __init__(self) -> None:
        self._kept: tuple[Snapshot, tuple[object, ...], Array, float] | None = None

    def forget(self) -> None:
        """Take the axes of the next snapshot."""
        self._kept = None

    def of(self, face: PlotPanel, frame: Frame, snapshot: Snapshot, view: View) -> Snapshot:
        """Return the snapshot whose axes are shown: `snapshot`, or one that looks like it."""
        found = face.axes_numbers(frame, snapshot, view)
        if found is None:
            self._kept = None
            return snapshot
        numbers, rest = found
        finite = np.isfinite(numbers)
        key = (
            face,
            frame.ranges,
            frame.rect,
            frame.outer,
            frame.style,
            frame.resolution,
            finite.tobytes(),
            rest,
        )
        numbers = numbers[finite]
        if self._kept is not None:
            known, its_key, its_numbers, unseen = self._kept
            if key == its_key and (np.abs(numbers - its_numbers) <= unseen).all():
                return known
        self._kept = snapshot, key, numbers, face.unseen(frame, snapshot, view)
        return snapshot
