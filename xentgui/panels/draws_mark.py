"""The mark of the number of draws: what moving it along a logarithmic axis means."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from xentgui.model.mark import Mark
from xentgui.model.sampling.settings import MOST_DRAWS
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.axis_limits import within
from xentgui.panels.setting_edits import setting_edit


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
