"""Bars from arrays: many in one call, and never so thin that one is lost."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPaintEngine, QPainter, QPolygonF

from xentgui.painting.frame import Frame
from xentgui.painting.hatch import draw_hatched
from xentgui.painting.polygon import polygon

_MOST_OUTLINES = 400

_SMOOTH = QPainter.RenderHint.Antialiasing  # Python looks an enum's members up slowly
_NO_PEN = Qt.PenStyle.NoPen

DENSE = 2.0
"""Below so many device pixels a class, bars become the envelope of each pixel column."""


def is_dense(frame: Frame) -> bool:
    """Return whether classes are too thin for a bar each."""
    return frame.slot * frame.resolution < DENSE


def draw_rects(painter: QPainter, rects: np.ndarray) -> None:
    """Draw all of `rects`, shape (n, 4): left, top, width, height, in one call."""
    # Upright edges need no smoothing, and it costs three to twenty-five times as much.
    painter.setRenderHint(_SMOOTH, False)
    _draw_rects(painter, rects)
    painter.setRenderHint(_SMOOTH, True)


def _draw_rects(painter: QPainter, rects: np.ndarray) -> None:
    if len(rects):
        rects = np.ascontiguousarray(rects, dtype=np.float64)
        # Qt reads the array in place: a QRectF is four doubles, and so is a row.
        painter.drawRects(shiboken6.wrapInstance(rects.ctypes.data, QRectF), len(rects))  # type: ignore[call-overload]


def draw_outlines(painter: QPainter, rects: np.ndarray) -> None:
    """Draw the outlines of `rects`, shape (n, 4), crisply, with the painter's pen."""
    if len(rects) > _MOST_OUTLINES:
        return  # so many dashes side by side are but a grey haze, and dear
    painter.setRenderHint(_SMOOTH, False)
    for rect in rects.tolist():
        painter.drawRect(QRectF(*rect))
    painter.setRenderHint(_SMOOTH, True)


def bar_rects(frame: Frame, values: np.ndarray, width: float) -> np.ndarray:
    """Return the bars of the visible classes, from 0 to `values`, shape (n, 4).

    `width` is the share of a class's slot that its bar takes.
    """
    shown = frame.visible(len(values))
    tops = frame.y(np.clip(values[shown], frame.ranges.bottom, frame.ranges.top))
    zero = frame.y(0.0)
    rects = np.empty((len(tops), 4))
    rects[:, 0] = frame.x(np.arange(shown.start, shown.stop) - width / 2)
    rects[:, 1] = np.minimum(tops, zero)
    rects[:, 2] = frame.slot * width
    rects[:, 3] = np.abs(tops - zero)
    return rects


def draw_class_bars(painter: QPainter, frame: Frame, values: np.ndarray, width: float) -> None:
    """Draw a bar a class in the class's colour."""
    rects = bar_rects(frame, values, width)
    painter.setPen(_NO_PEN)
    start = frame.visible(len(values)).start
    cycle = len(frame.style.theme.classes)
    painter.setRenderHint(_SMOOTH, False)
    for index in range(start, min(start + cycle, start + len(rects))):
        same = rects[index - start :: cycle]
        if frame.style.theme.hatched:
            painter.setRenderHint(_SMOOTH, True)
            draw_hatched(painter, frame.style, same, index)
        else:
            painter.setBrush(frame.style.brush(index))
            _draw_rects(painter, same)
    painter.setRenderHint(_SMOOTH, True)


def columns(frame: Frame, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the first and last+1 class of each pixel column that shows any; not to be changed."""
    shown = frame.visible(count)
    pixels = max(1, int(frame.rect.width() * frame.resolution))
    return _columns(shown.start, shown.stop, pixels)


@lru_cache(maxsize=16)
def _columns(first: int, stop: int, pixels: int) -> tuple[np.ndarray, np.ndarray]:
    # The same from edit to edit, and dearer than all that is done with it.
    edges = np.linspace(first, stop, pixels + 1).astype(np.intp)
    starts = np.unique(edges[:-1])
    starts = starts[starts < stop]
    stops = np.append(starts[1:], stop)
    starts.setflags(write=False)
    stops.setflags(write=False)
    return starts, stops


def envelope(frame: Frame, values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return left edges (px), and the least and greatest value, of each pixel column.

    No value is lost: the tallest and the lowest of every column are kept.
    """
    starts, stops = columns(frame, len(values))
    shown = values[: stops[-1]] if len(stops) else values
    low = np.minimum.reduceat(shown, starts)
    high = np.maximum.reduceat(shown, starts)
    return frame.x(starts - 0.5), low, high


def draw_envelope(painter: QPainter, frame: Frame, values: np.ndarray, brush: QBrush) -> None:
    """Draw the bars of thousands of classes as the envelope of each pixel column."""
    left, low, high = envelope(frame, values)
    r = frame.ranges
    top = frame.y(np.minimum(np.maximum(high, max(0.0, r.bottom)), r.top))
    bottom = frame.y(np.maximum(np.minimum(low, min(0.0, r.top)), r.bottom))
    painter.setPen(_NO_PEN)
    painter.setBrush(brush)
    if not is_raster(painter):
        right = frame.x(min(len(values) - 0.5, r.right))
        painter.drawPolygon(_outline(np.append(left, right), top, bottom))
        return
    heights = bottom - top
    tall = np.flatnonzero(heights > 1e-3)
    starts, stops = columns(frame, len(values))
    rects = np.empty((len(tall), 4))
    rects[:, 0], rects[:, 1] = left[tall], top[tall]
    # A column is at least a device pixel wide, so that a lone peak is seen.
    rects[:, 2] = np.maximum((stops[tall] - starts[tall]) * frame.slot, 1.0 / frame.resolution)
    rects[:, 3] = heights[tall]
    draw_rects(painter, rects)


def is_raster(painter: QPainter) -> bool:
    """Return whether `painter` makes pixels, and not a file of shapes."""
    return painter.paintEngine().type() == QPaintEngine.Type.Raster


def _outline(edges: np.ndarray, top: np.ndarray, bottom: np.ndarray) -> QPolygonF:
    """Return columns that touch, n + 1 `edges` apart, as one shape.

    As shapes of their own they would show seams wherever smooth edges meet.
    """
    x = np.repeat(edges, 2)[1:-1]
    above, below = np.repeat(top, 2), np.repeat(bottom, 2)
    xs, ys = np.concatenate([x, x[::-1]]), np.concatenate([above, below[::-1]])
    return polygon(np.stack([xs, ys], axis=1))
