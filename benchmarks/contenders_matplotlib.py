"""The same three plots in matplotlib, redrawn or blitted, with its fastest artists."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.patches import StepPatch
from PySide6.QtWidgets import QWidget

from benchmarks.contenders_ours import SIZE
from xentgui.canvas.plot_view import PlotView
from xentgui.model import Snapshot
from xentgui.painting.theme import LIGHT

KINDS = ("poly", "stairs")
"""A `PolyCollection`, or one `StepPatch` in one colour: which is faster depends on K."""

_DENSE, _MANY = 400, 24


class _Bars:
    """A bar for each class."""

    def __init__(self, axes: Axes, kind: str, values: np.ndarray, width: float) -> None:
        count = len(values)
        self.x = np.arange(count)
        self.width = width
        self.artist: Artist
        if kind == "stairs":
            edges = np.stack([self.x - width / 2, self.x + width / 2], axis=1).ravel()
            self.patch = axes.stairs(
                self._gapped(values), edges, fill=True, color=LIGHT.mute, baseline=0.0
            )
            self.artist = self.patch
        else:
            colors = [LIGHT.class_color(k) for k in range(min(count, 8))]
            self.artist = PolyCollection(
                self._corners(values), facecolors=colors, edgecolors="none"
            )
            axes.add_collection(self.artist, autolim=False)

    def _gapped(self, values: np.ndarray) -> np.ndarray:
        gapped = np.zeros(2 * len(values) - 1)
        gapped[::2] = values
        return gapped

    def _corners(self, values: np.ndarray) -> np.ndarray:
        corners = np.zeros((len(values), 4, 2))
        corners[:, :2, 0] = (self.x - self.width / 2)[:, None]
        corners[:, 2:, 0] = (self.x + self.width / 2)[:, None]
        corners[:, 1:3, 1] = values[:, None]
        return corners

    def show(self, values: np.ndarray) -> None:
        if isinstance(self.artist, StepPatch):
            self.artist.set_data(self._gapped(values))
        else:
            assert isinstance(self.artist, PolyCollection)
            self.artist.set_verts(self._corners(values))


class Matplotlib:
    """Three axes with bars, outlines, lines, dots and numbers, as many as the program has.

    With `blit`, everything that changes is animated and drawn over a cached background.  Without
    `texts` there are no numbers, which is faster but shows less.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        views: Sequence[PlotView],
        *,
        kind: str,
        blit: bool,
        texts: bool = True,
    ) -> None:
        self.kind, self.blit, self.texts = kind, blit, texts
        self.figure = Figure(figsize=(SIZE[0] / 100, SIZE[1] / 100), dpi=100)
        grid = self.figure.add_gridspec(2, 2)
        places = (grid[0, 0], grid[0, 1], grid[1, :])
        self.axes = [self.figure.add_subplot(place) for place in places]
        for axes, view in zip(self.axes, views, strict=True):
            r = view.picture.ranges
            axes.set(xlim=(r.left, r.right), ylim=(r.bottom, r.top), autoscale_on=False)
            axes.set_title(view.panel.title)
            axes.grid(visible=True, axis="y", color=LIGHT.grid)
            axes.set_axisbelow(True)
        curve = np.linspace(1e-6, 1.0, 320)
        self.axes[1].plot(curve, -np.log(curve), color=LIGHT.ink, lw=1.4)
        self.artists: list[tuple[Axes, Artist]] = []
        self._make(snapshot)
        self.canvas = FigureCanvasQTAgg(self.figure)
        self.background = None
        if blit:
            for _, artist in self.artists:
                artist.set_animated(True)
            self.canvas.mpl_connect("draw_event", self._on_draw)
        self.window: QWidget = self.canvas
        self.window.resize(*SIZE)
        self.painted = [self.window]

    def _make(self, s: Snapshot) -> None:
        distribution, information, gradient = self.axes
        count = len(s.logits)
        self.p = _Bars(distribution, self.kind, s.probabilities, 0.46)
        self.g = _Bars(gradient, self.kind, s.gradient, 0.3)
        self.y = LineCollection(self._lines(s), colors=LIGHT.ink, linewidths=2.0)
        distribution.add_collection(self.y, autolim=False)
        self.h = LineCollection(
            self._outline(s), colors=LIGHT.mute, linewidths=1.0, linestyles="dashed"
        )
        distribution.add_collection(self.h, autolim=False)
        colors = [LIGHT.class_color(k) for k in range(min(count, 8))]
        self.dots: PathCollection = information.scatter(
            s.probabilities, s.information, s=36 if count <= _DENSE else 12, c="k"
        )
        self.dots.set_facecolor(colors if count <= _DENSE else LIGHT.mute)
        self.drops = LineCollection(
            self._drops(s), colors=colors, linewidths=1.0, linestyles="dashed"
        )
        information.add_collection(self.drops, autolim=False)
        self.artists = [
            (distribution, self.p.artist),
            (distribution, self.h),
            (distribution, self.y),
            (information, self.drops),
            (information, self.dots),
            (gradient, self.g.artist),
        ]
        if count <= _MANY:
            self.rings = distribution.scatter(
                np.arange(count), s.probabilities, s=30, c="w", linewidths=1.5
            )
            self.rings.set_edgecolor(colors)
            self.artists.append((distribution, self.rings))
        self._make_texts(s)

    def _make_texts(self, s: Snapshot) -> None:
        count = len(s.logits)
        most = count if count <= _MANY else 8 if count <= _DENSE else 4
        top = np.argpartition(s.probabilities, count - most)[count - most :] if self.texts else []
        self.named = [int(k) for k in top]
        self.numbers = []
        for axes, names in zip(self.axes, (count > _DENSE, True, count > _DENSE), strict=True):
            made = [
                axes.text(0, 0, "", ha="left" if names else "center", va="bottom", weight="bold")
                for _ in self.named
            ]
            self.numbers.append(made)
            self.artists += [(axes, text) for text in made]
        self._show_texts(s)

    def _lines(self, s: Snapshot) -> np.ndarray:
        drawn = np.arange(len(s.logits))
        if len(drawn) > _DENSE:
            drawn = np.flatnonzero(s.effective_target > 0)
        lines = np.empty((len(drawn), 2, 2))
        half = max(0.34, len(s.logits) / 90)
        lines[:, 0, 0], lines[:, 1, 0] = drawn - half, drawn + half
        lines[:, :, 1] = s.effective_target[drawn][:, None]
        return lines

    def _outline(self, s: Snapshot) -> np.ndarray:
        half = max(0.285, len(s.logits) / 120)
        return np.array(
            [
                [
                    (k - half, 0.0),
                    (k - half, s.hardmax[k]),
                    (k + half, s.hardmax[k]),
                    (k + half, 0.0),
                ]
                for k in s.prediction[:8]
            ]
        )

    def _drops(self, s: Snapshot) -> np.ndarray:
        support = np.flatnonzero(s.effective_target > 0)[:24]
        p, h = s.probabilities[support], s.information[support]
        zero = np.zeros_like(p)
        return np.stack([np.stack([zero, p, p], axis=1), np.stack([h, h, zero], axis=1)], axis=2)

    def _show_texts(self, s: Snapshot) -> None:
        dense = len(s.logits) > _DENSE
        for nth, k in enumerate(self.named):
            name = f"{s.state.labels[k]}: "
            p, h, g = float(s.probabilities[k]), float(s.information[k]), float(s.gradient[k])
            for texts, x, y, value, named in zip(
                self.numbers, (k, p, k), (p, h, g), (p, h, g), (dense, True, dense), strict=True
            ):
                texts[nth].set_position((x, y))
                texts[nth].set_text(f"{name if named else ''}{value:.3f}")

    def _on_draw(self, _event: object) -> None:
        self.background = self.canvas.copy_from_bbox(self.figure.bbox)
        for axes, artist in self.artists:
            axes.draw_artist(artist)

    def show(self, snapshot: Snapshot) -> None:
        """Show other numbers."""
        s = snapshot
        self.p.show(s.probabilities)
        self.g.show(s.gradient)
        self.y.set_segments(self._lines(s))
        self.h.set_segments(self._outline(s))
        self.drops.set_segments(self._drops(s))
        self.dots.set_offsets(np.stack([s.probabilities, s.information], axis=1))
        if len(s.logits) <= _MANY:
            self.rings.set_offsets(np.stack([np.arange(len(s.logits)), s.probabilities], axis=1))
        self._show_texts(s)
        if not self.blit:
            self.canvas.draw()
            return
        self.canvas.restore_region(self.background)
        for axes, artist in self.artists:
            axes.draw_artist(artist)
        self.canvas.blit(self.figure.bbox)
