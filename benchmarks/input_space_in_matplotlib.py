"""The input space in matplotlib: contourf of the largest p, boundaries, and points."""

from __future__ import annotations

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from xentgui.model import Snapshot
from xentgui.model.classifier.linear import scores
from xentgui.model.softmax import softmax_rows
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.painting.theme import LIGHT

_SIDE = 256


class Matplotlib:
    """Filled contours of the predicted class and of p, and a scatter of the points."""

    def __init__(self, subject: Classifier, size: tuple[int, int]) -> None:
        self.figure = Figure(figsize=(size[0] / 100, size[1] / 100), dpi=100)
        self.canvas = FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_subplot()
        low, high = subject.points.min(axis=0), subject.points.max(axis=0)
        self.x = np.linspace(low[0], high[0], _SIDE)
        self.y = np.linspace(low[1], high[1], _SIDE)
        self.places = np.stack(np.meshgrid(self.x, self.y), axis=-1).reshape(-1, 2)
        colors = [LIGHT.class_color(k) for k in range(len(subject.labels))]
        self.colors = colors
        own = subject.targets.argmax(axis=1)
        self.axes.scatter(*subject.points.T, c=[colors[k] for k in own], s=20, zorder=3)
        self.drawn: list[object] = []

    def show(self, snapshot: Snapshot) -> None:
        """Show other weights."""
        subject = classifier_of(snapshot)
        assert subject is not None
        for one in self.drawn:
            one.remove()  # type: ignore[attr-defined]
        p = softmax_rows(scores(subject.linear, self.places), 1.0).probabilities
        count = len(subject.labels)
        regions = p.argmax(axis=1).reshape(_SIDE, _SIDE)
        levels = np.arange(count + 1) - 0.5
        filled = self.axes.contourf(
            self.x, self.y, regions, levels=levels, colors=self.colors, alpha=0.42
        )
        largest = p.max(axis=1).reshape(_SIDE, _SIDE)
        lines = self.axes.contour(self.x, self.y, largest, levels=[0.5, 0.7, 0.9], linewidths=1.0)
        self.drawn = [filled, lines]
        self.canvas.draw()
