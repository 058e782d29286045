"""The floor: bare widgets that paint the marks of the program's panels with bare QPainter calls.

Nothing can be taken hold of here, nothing is laid out, and no axis can move: what is left is what
Qt needs for the bars, outlines, lines, dots, arrows and numbers, thinned as the program thins them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shiboken6
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget
from xentgui.panels.dense_dots import distinct

from benchmarks.contenders_ours import three
from xentgui.canvas.plot_view import PlotView
from xentgui.model import Snapshot
from xentgui.painting import fonts
from xentgui.painting.marks import arrow_shapes
from xentgui.painting.qt_arrays import polygon
from xentgui.painting.theme import LIGHT
from xentgui.panels.labelled_classes import largest

_AA = QPainter.RenderHint.Antialiasing
_CENTER = Qt.AlignmentFlag.AlignCenter
_WIDE, _HIGH = 46.0, 16.0  # px that a number takes


def _rects(painter: QPainter, rects: np.ndarray) -> None:
    if len(rects):
        painter.setRenderHint(_AA, False)
        painter.drawRects(shiboken6.wrapInstance(rects.ctypes.data, QRectF), len(rects))  # type: ignore[call-overload]
        painter.setRenderHint(_AA, True)


def round_pen(color: QColor, width: float) -> QPen:
    """Return a pen whose points are discs."""
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


class FloorPanel(QWidget):
    """A picture of the axes, and marks over it."""

    def __init__(self, view: PlotView) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(view.minimumSize())
        self.view = view
        self.axes: QPixmap | None = None
        self.snapshot: Snapshot = view.snapshot
        self.colors = [QColor(color) for color in LIGHT.classes]
        self.ink, self.mute = QColor(LIGHT.ink), QColor(LIGHT.mute)
        self.card, self.veil = QColor(LIGHT.card), QColor(LIGHT.card)
        self.veil.setAlphaF(0.85)
        self.rings = [QPen(color, 2.0) for color in self.colors]
        self.rim = QPen(self.card, 1.5)
        self.dashes = QPen(self.mute, 1.0, Qt.PenStyle.DashLine)
        self.drops = [QPen(color, 1.4, Qt.PenStyle.DashLine) for color in self.colors]
        self.small = [round_pen(color, 7.0) for color in self.colors]
        self.crowd = round_pen(self.mute, 5.0)
        self.bold = fonts.ui_font(12.0, bold=True)

    def _prepare(self) -> QPixmap:
        """Paint the axes once; where they lie is asked of the program's own view."""
        ratio, picture = self.devicePixelRatioF(), self.view.picture
        frame = picture.frame()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self.card)
        painter = QPainter(pixmap)
        painter.setRenderHint(_AA)
        self.view.panel.paint_axes(painter, frame, self.snapshot, picture.view)
        painter.end()
        rect, r = frame.rect, frame.ranges
        self.left, self.top, self.bottom = rect.left(), rect.top(), rect.bottom()
        self.wide, self.ratio = rect.width(), ratio
        self.sx, self.sy = rect.width() / (r.right - r.left), rect.height() / (r.top - r.bottom)
        self.x0, self.y0 = self.left - r.left * self.sx, self.bottom + r.bottom * self.sy
        self.limit = r.top
        return pixmap

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint."""
        if self.axes is None:
            self.axes = self._prepare()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.axes)
        painter.setRenderHint(_AA)
        painter.setFont(self.bold)
        self.marks(painter, self.snapshot)
        painter.end()

    def marks(self, painter: QPainter, s: Snapshot) -> None:
        """Paint what follows from the numbers."""
        raise NotImplementedError

    def bars(self, painter: QPainter, values: np.ndarray, width: float) -> None:
        """Paint a bar a class."""
        rects = np.empty((len(values), 4))
        rects[:, 0] = self.x0 + (np.arange(len(values)) - width / 2) * self.sx
        rects[:, 1] = self.y0 - np.maximum(values, 0.0) * self.sy
        rects[:, 2] = width * self.sx
        rects[:, 3] = np.abs(values) * self.sy
        painter.setPen(Qt.PenStyle.NoPen)
        for nth, color in enumerate(self.colors[: len(values)]):
            painter.setBrush(color)
            _rects(painter, np.ascontiguousarray(rects[nth :: len(self.colors)]))

    def envelope(self, painter: QPainter, values: np.ndarray, *, signed: bool) -> None:
        """Paint the least and the greatest of each pixel column."""
        count = len(values)
        pixels = int(self.wide * self.ratio)
        starts = np.unique(np.linspace(0, count, pixels + 1).astype(np.intp)[:-1])
        stops = np.append(starts[1:], count)
        high = np.maximum(np.maximum.reduceat(values, starts), 0.0)
        low = np.minimum(np.minimum.reduceat(values, starts), 0.0) if signed else 0.0
        rects = np.empty((len(starts), 4))
        rects[:, 0] = self.x0 + (starts - 0.5) * self.sx
        rects[:, 1] = self.y0 - high * self.sy
        rects[:, 2] = np.maximum((stops - starts) * self.sx, 1 / self.ratio)
        rects[:, 3] = (high - low) * self.sy
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.mute)
        _rects(painter, rects[rects[:, 3] > 1e-3])

    def points(self, painter: QPainter, points: np.ndarray, pen: QPen) -> None:
        """Paint a disc at each of `points`, shape (n, 2)."""
        painter.setPen(pen)
        painter.drawPoints(polygon(points))

    def top_classes(self, weight: np.ndarray) -> list[int]:
        """Return the classes with a number beside them: 24, 8 or 4 as there is room."""
        most = 24 if self.sx >= 30 else 8 if self.sx * self.ratio >= 2 else 4
        return list(largest(weight, most).tolist())

    def numbers(
        self, painter: QPainter, texts: Sequence[tuple[float, float, str, QColor, bool]]
    ) -> None:
        """Paint each text that does not meet another, over a veil where there may be marks."""
        used: list[tuple[float, float]] = []
        wide = 2 * _WIDE if texts and ":" in texts[0][2] else _WIDE
        for x, y, text, color, veiled in texts:
            if any(abs(x - a) < wide and abs(y - b) < _HIGH for a, b in used):
                continue
            used.append((x, y))
            box = QRectF(x - wide / 2, y - _HIGH / 2, wide, _HIGH)
            if veiled:
                painter.fillRect(box, self.veil)
            painter.setPen(color)
            painter.drawText(box, _CENTER, text)


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
        asked = np.flatnonzero(s.effective_target > 0) if dense else np.arange(count)
        lines = np.empty((len(asked), 4))
        lines[:, 2] = max(0.68 * sx, 14.0 if dense else 0.0)
        lines[:, 0] = self.x0 + asked * sx - lines[:, 2] / 2
        lines[:, 1] = self.y0 - s.effective_target[asked] * self.sy - 1.4
        lines[:, 3] = np.where(s.effective_target[asked] > 0, 2.8, 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ink)
        _rects(painter, lines)
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
            if 0.46 * sx > _WIDE and self.y0 - y > 40:
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
            seen = distinct(self.view.picture.frame(), s.probabilities, s.information)
            self.points(painter, np.stack([x[seen], y[seen]], axis=1), self.crowd)
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
        """Paint all arrows, those of a colour as one shape."""
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
    """The three panels without a program."""

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
