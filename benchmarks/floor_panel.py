"""A plain widget that paints marks over a picture of the axes: the base of the floor."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from xentgui.canvas.plot_view import PlotView
from xentgui.model import Snapshot
from xentgui.painting import fonts
from xentgui.painting.qt_arrays import polygon
from xentgui.painting.theme import LIGHT
from xentgui.panels.labelled_classes import largest

_AA = QPainter.RenderHint.Antialiasing
_CENTER = Qt.AlignmentFlag.AlignCenter
NUMBER_WIDTH, _NUMBER_HEIGHT = 46.0, 16.0  # pixels


def draw_plain_rects(painter: QPainter, rects: np.ndarray) -> None:
    """Draw `rects`, shape (n, 4), without antialiasing."""
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
        self.dense_dots = round_pen(self.mute, 5.0)
        self.bold = fonts.ui_font(12.0, bold=True)

    def _prepare(self) -> QPixmap:
        """Paint the axes once, at the places of the program's own view."""
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
        """Paint everything that follows from the numbers."""
        raise NotImplementedError

    def bars(self, painter: QPainter, values: np.ndarray, width: float) -> None:
        """Paint a bar for each class."""
        rects = np.empty((len(values), 4))
        rects[:, 0] = self.x0 + (np.arange(len(values)) - width / 2) * self.sx
        rects[:, 1] = self.y0 - np.maximum(values, 0.0) * self.sy
        rects[:, 2] = width * self.sx
        rects[:, 3] = np.abs(values) * self.sy
        painter.setPen(Qt.PenStyle.NoPen)
        for nth, color in enumerate(self.colors[: len(values)]):
            painter.setBrush(color)
            draw_plain_rects(painter, np.ascontiguousarray(rects[nth :: len(self.colors)]))

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
        draw_plain_rects(painter, rects[rects[:, 3] > 1e-3])

    def points(self, painter: QPainter, points: np.ndarray, pen: QPen) -> None:
        """Paint a disc at each of `points`, shape (n, 2)."""
        painter.setPen(pen)
        painter.drawPoints(polygon(points))

    def top_classes(self, weight: np.ndarray) -> list[int]:
        """Return the classes with a number beside them: 24, 8 or 4, depending on the room."""
        most = 24 if self.sx >= 30 else 8 if self.sx * self.ratio >= 2 else 4
        return list(largest(weight, most).tolist())

    def numbers(
        self, painter: QPainter, texts: Sequence[tuple[float, float, str, QColor, bool]]
    ) -> None:
        """Paint each text that overlaps no other, on a ground if marks can be there."""
        used: list[tuple[float, float]] = []
        wide = 2 * NUMBER_WIDTH if texts and ":" in texts[0][2] else NUMBER_WIDTH
        for x, y, text, color, veiled in texts:
            if any(abs(x - a) < wide and abs(y - b) < _NUMBER_HEIGHT for a, b in used):
                continue
            used.append((x, y))
            box = QRectF(x - wide / 2, y - _NUMBER_HEIGHT / 2, wide, _NUMBER_HEIGHT)
            if veiled:
                painter.fillRect(box, self.veil)
            painter.setPen(color)
            painter.drawText(box, _CENTER, text)
