"""The floor: plain widgets that paint the marks of the panels with plain QPainter calls.

There is no dragging, no layout, and no moving axis.  The rest is the time that Qt needs for the
bars, outlines, lines, dots, arrows and numbers, as many as the program shows.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from benchmarks.contenders_ours import three
from benchmarks.floor_panel import NUMBER_WIDTH, FloorPanel, draw_plain_rects
from xentgui.canvas.plot_view import PlotView
from xentgui.model import Snapshot
from xentgui.painting.marks import arrow_shapes
from xentgui.painting.qt_arrays import polygon
from xentgui.panels.information_curve import distinct_dots
from xentgui.panels.labelled_classes import largest


class FloorDistribution(FloorPanel):
    """Bars, outlines, lines, rings, numbers."""

    def marks(self, painter: QPainter, s: Snapshot) -> None:
        """Paint them."""
        p, count, sx = s.probabilities, len(s.probabilities), self.sx
        dense = sx * self.ratio < 2
        if dense:
            self.envelope(painter, p, signed=False)
        else:
            self.bars(painter, p, 0.46)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.dashes)
        for k in s.prediction[:8]:
            half = max(0.285 * sx, 5.0)
            height = float(s.hardmax[k]) * self.sy
            painter.drawRect(QRectF(self.x0 + k * sx - half, self.y0 - height, 2 * half, height))
        drawn = np.flatnonzero(s.effective_target > 0) if dense else np.arange(count)
        lines = np.empty((len(drawn), 4))
        lines[:, 2] = max(0.68 * sx, 14.0 if dense else 0.0)
        lines[:, 0] = self.x0 + drawn * sx - lines[:, 2] / 2
        lines[:, 1] = self.y0 - s.effective_target[drawn] * self.sy - 1.4
        lines[:, 3] = np.where(s.effective_target[drawn] > 0, 2.8, 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ink)
        draw_plain_rects(painter, lines)
        tops = (self.y0 - p * self.sy).tolist() if count <= 400 else None
        if tops is not None and sx >= 18:
            painter.setBrush(self.card)
            for k, top in enumerate(tops):
                painter.setPen(self.rings[k % 8])
                painter.drawEllipse(QPointF(self.x0 + k * sx, top), 5.5, 5.5)
        texts = []
        for k in self.top_classes(p):
            y = self.y0 - float(p[k]) * self.sy
            text = f"{s.state.labels[k]}: {p[k]:.3f}" if dense else f"{p[k]:.3f}"
            if 0.46 * sx > NUMBER_WIDTH and self.y0 - y > 40:
                texts.append((self.x0 + k * sx, y + 19, text, self.card, False))
            else:
                texts.append((self.x0 + k * sx, y - 17, text, self.ink, True))
        self.numbers(painter, texts)


class FloorInformation(FloorPanel):
    """Dots on the curve, drop lines, names."""

    def marks(self, painter: QPainter, s: Snapshot) -> None:
        """Paint them."""
        x = self.x0 + s.probabilities * self.sx
        y = self.y0 - np.minimum(s.information, self.limit) * self.sy
        count = len(x)
        most = 24 if self.wide / count >= 30 else 8 if self.wide / count * self.ratio >= 2 else 4
        important = largest(s.probabilities, most).tolist()
        if count > 400:
            seen = distinct_dots(self.view.picture.frame(), s.probabilities, s.information)
            self.points(painter, np.stack([x[seen], y[seen]], axis=1), self.dense_dots)
        elif count > most:
            points = np.stack([x, y], axis=1)
            for nth, pen in enumerate(self.small):
                self.points(painter, np.ascontiguousarray(points[nth::8]), pen)
        for k in np.flatnonzero(s.effective_target > 0)[:24].tolist():
            painter.setPen(self.drops[k % 8])
            painter.drawLine(QLineF(self.left, y[k], x[k], y[k]))
            painter.drawLine(QLineF(x[k], y[k], x[k], self.bottom))
        painter.setPen(self.rim)
        xs = dict(zip(important, x[important].tolist(), strict=True))
        ys = dict(zip(important, y[important].tolist(), strict=True))
        for k in important:
            painter.setBrush(self.colors[k % 8])
            painter.drawEllipse(QPointF(xs[k], ys[k]), 6.0, 6.0)
        self.numbers(
            painter,
            [
                (
                    xs[k] + 57.0,
                    ys[k],
                    f"{s.state.labels[k]}: {s.information[k]:.3f}",
                    self.colors[k % 8],
                    False,
                )
                for k in important
            ],
        )


class FloorGradient(FloorPanel):
    """Arrows or bars, and numbers."""

    def marks(self, painter: QPainter, s: Snapshot) -> None:
        """Paint them."""
        g, sx = s.gradient, self.sx
        dense = sx * self.ratio < 2
        numbered = self.top_classes(np.abs(g))
        if dense:
            self.envelope(painter, g, signed=True)
            self.arrows(painter, g, numbered, 3.0)
        elif sx < 7:
            self.bars(painter, g, 0.5)
        else:
            self.arrows_at_once(painter, g, min(7.0, 0.28 * sx))
        beside = sx >= 90
        texts = []
        for k in numbered:
            tip = self.y0 - float(g[k]) * self.sy
            text = f"{s.state.labels[k]}: {g[k]:+.3f}" if dense else f"{g[k]:+.3f}"
            if beside:
                texts.append((self.x0 + k * sx + 40, (self.y0 + tip) / 2, text, self.ink, False))
            else:
                shift = -12.0 if g[k] > 0 else 12.0
                texts.append((self.x0 + k * sx, tip + shift, text, self.ink, True))
        self.numbers(painter, texts)

    def arrows_at_once(self, painter: QPainter, g: np.ndarray, width: float) -> None:
        """Paint all arrows; those of one colour are one polygon."""
        x = self.x0 + np.arange(len(g)) * self.sx
        shapes = arrow_shapes(x, self.y0, self.y0 - g * self.sy, width)
        painter.setPen(Qt.PenStyle.NoPen)
        for nth, color in enumerate(self.colors[: len(g)]):
            painter.setBrush(color)
            painter.drawPolygon(polygon(shapes[nth::8].reshape(-1, 2)))

    def arrows(self, painter: QPainter, g: np.ndarray, which: Sequence[int], width: float) -> None:
        """Paint a shaft and a head for each of `which`."""
        painter.setPen(Qt.PenStyle.NoPen)
        slopes = g.tolist()
        for k in which:
            x, tip = self.x0 + k * self.sx, self.y0 - slopes[k] * self.sy
            length = abs(tip - self.y0)
            head = min(1.9 * width, length)
            half = max(1.6 * width * head / (1.9 * width), 0.9 * width)
            neck = tip + (head if tip < self.y0 else -head)
            painter.setBrush(self.colors[k % 8])
            if length > head:
                painter.drawRect(
                    QRectF(x - width / 2, min(neck, self.y0), width, abs(neck - self.y0))
                )
            painter.drawPolygon(
                QPolygonF([QPointF(x - half, neck), QPointF(x + half, neck), QPointF(x, tip)])
            )


class Floor:
    """The three panels without the program."""

    def __init__(self, views: Sequence[PlotView]) -> None:
        kinds = (FloorDistribution, FloorInformation, FloorGradient)
        self.panels = [kind(view) for kind, view in zip(kinds, views, strict=True)]
        self.window = three(self.panels)
        self.painted = self.panels

    def show(self, snapshot: Snapshot) -> None:
        """Show other numbers."""
        for panel in self.panels:
            panel.snapshot = snapshot
            panel.update()
