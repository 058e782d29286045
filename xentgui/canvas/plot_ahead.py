"""The whole picture of a plot, painted in a pause before it is to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from xentgui.canvas.plot_background import PlotBackground
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.style import Style
from xentgui.panels.plot_panel import PlotPanel


class Shown(NamedTuple):
    """All that the picture of a plot depends on, while no mark of it is pointed at or has the keys."""

    snapshot: Snapshot
    view: View
    ranges: Ranges
    rect: QRectF
    style: Style
    resolution: float

    def is_that_of(self, other: Shown) -> bool:
        """Return whether both give the same picture: of the very same numbers, not of equal ones."""
        return self.snapshot is other.snapshot and self[1:] == other[1:]

    def frame(self, face: PlotPanel) -> Frame:
        """Return the map from data to pixels."""
        return face.frame(self.rect, self.ranges, self.view, self.style, self.resolution)


class PlotAhead:
    """Keeps one picture, with the background on which its marks can move on."""

    def __init__(self) -> None:
        self._shown: Shown | None = None
        self._picture = QPixmap()
        self.background = PlotBackground()

    def forget(self) -> None:
        """Have no picture."""
        self._shown, self._picture, self.background = None, QPixmap(), PlotBackground()

    def picture(self, shown: Shown) -> QPixmap | None:
        """Return the picture of `shown`; None if it is not there."""
        mine = self._shown
        return self._picture if mine is not None and mine.is_that_of(shown) else None

    def paint(self, panel: PlotPanel, shown: Shown, background: PlotBackground) -> Iterator[None]:
        """Paint the picture of `shown`, a part each time; what `background` has is not painted anew."""
        if self.picture(shown) is not None:
            return
        self.forget()
        snapshot, view = shown.snapshot, shown.view
        face = panel.face(view)
        frame, below = shown.frame(face), background.copy()
        picture = QPixmap(below.picture(face, frame, snapshot, view))
        yield
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        face.paint_above(painter, frame, snapshot, view)
        painter.end()
        self._shown, self._picture, self.background = shown, picture, below
