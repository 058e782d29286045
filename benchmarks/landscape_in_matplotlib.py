"""The landscape in matplotlib: the same numbers, in a figure that is drawn anew."""

from __future__ import annotations

import numpy as np
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from PySide6.QtWidgets import QWidget

from xentgui.model import Snapshot
from xentgui.model.landscape import grid_of, section_of
from xentgui.painting.contours import contour_levels
from xentgui.painting.theme import LIGHT

_ENDS = (-4.0, 4.0, -4.0, 4.0)


class Matplotlib:
    """An image with a colour bar; with `everything` also contours, their numbers, and arrows."""

    def __init__(self, snapshot: Snapshot, size: tuple[int, int], *, everything: bool) -> None:
        self.figure = Figure(figsize=(size[0] / 100, size[1] / 100), dpi=100)
        self.axes = self.figure.add_subplot()
        colors = LinearSegmentedColormap.from_list("heat", [LIGHT.card, LIGHT.accent])
        section = section_of(snapshot, 0, 1)
        grid = grid_of(section, *_ENDS)
        self.image = self.axes.imshow(
            grid.values,
            cmap=colors,
            origin="lower",
            extent=_ENDS,
            aspect="auto",
            interpolation="bilinear",
        )
        self.figure.colorbar(self.image)
        (self.point,) = self.axes.plot([0.0], [0.0], "o", color=LIGHT.ink)
        self.everything, self.contours = everything, None
        self.places = np.linspace(-3.6, 3.6, 13)
        self.nodes = np.linspace(-4.0, 4.0, 97)
        if everything:
            slopes = section.slopes(self.places, self.places)
            self.arrows = self.axes.quiver(self.places, self.places, -slopes[0], -slopes[1])
        self.canvas = FigureCanvasQTAgg(self.figure)
        self.window: QWidget = self.canvas
        self.window.resize(*size)
        self.painted = [self.window]

    def show(self, snapshot: Snapshot) -> None:
        """Show other numbers."""
        section = section_of(snapshot, 0, 1)
        grid = grid_of(section, *_ENDS)
        self.image.set_data(grid.values)
        self.image.set_clim(grid.low, grid.high)
        self.point.set_data([snapshot.logits[0]], [snapshot.logits[1]])
        if self.everything:
            if self.contours is not None:
                self.contours.remove()
            self.contours = self.axes.contour(
                self.nodes,
                self.nodes,
                section.values(self.nodes, self.nodes),
                contour_levels(grid.low, grid.high, 9),
                colors=LIGHT.ink,
                linewidths=1.0,
            )
            self.axes.clabel(self.contours)
            slopes = section.slopes(self.places, self.places)
            self.arrows.set_UVC(-slopes[0], -slopes[1])
        self.canvas.draw()
