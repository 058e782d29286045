"""Bars from arrays: many in one call, and none so thin that it disappears."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPolygonF

from xentgui.model import State
from xentgui.painting.frame import Frame
from xentgui.painting.parts import are_named, part
from xentgui.painting.qt_arrays import in_place, in_place_at, polygon
from xentgui.painting.style import Style

_MOST_OUTLINES = 400
_MOST_NAMED = 400  # classes; names of more would only make a file longer
_RASTER = 1, 2, 3  # Qt's numbers for widgets, pixmaps and images

_SMOOTH = QPainter.RenderHint.Antialiasing  # Python looks an enum's members up slowly
_NO_PEN = Qt.PenStyle.NoPen

DENSE = 2.0
"""With fewer device pixels a class, bars become the envelope of each pixel column."""


def is_dense(frame: Frame) -> bool:
    """Return whether classes are too narrow to have a bar each."""
    return frame.slot * frame.resolution < DENSE


def draw_rects(painter: QPainter, rects: np.ndarray) -> None:
    """Draw all of `rects`, shape (n, 4): left, top, width, height, in one call."""
    if len(rects):
        rects = np.ascontiguousarray(rects, dtype=np.float64)
        # Vertical edges need no antialiasing, which costs three to twenty-five times as much.
        painter.setRenderHint(_SMOOTH, False)
        painter.drawRects(in_place(rects, QRectF), len(rects))
        painter.setRenderHint(_SMOOTH, True)


def draw_outlines(painter: QPainter, rects: Sequence[QRectF]) -> None:
    """Draw the outlines of `rects`, crisply, with the painter's pen."""
    if len(rects) > _MOST_OUTLINES:
        return  # more dashes side by side look like grey haze, and cost time
    painter.setRenderHint(_SMOOTH, False)
    for rect in rects:
        painter.drawRect(rect)
    painter.setRenderHint(_SMOOTH, True)


def bar_rects(frame: Frame, values: np.ndarray, width: float) -> np.ndarray:
    """Return the bars of the visible classes, from 0 to `values`, shape (n, 4).

    `width` is the share of a class's slot that its bar takes.
    """
    centers, zero = frame.centers(len(values)), frame.y(0.0)
    shown = values[frame.visible(len(values))]
    wide = frame.slot * width
    # Each of numpy's functions costs a microsecond, and a call that wraps one costs ten.
    tops = frame.y(np.minimum(np.maximum(shown, frame.ranges.bottom), frame.ranges.top))
    rects = np.empty((len(tops), 4))
    np.subtract(centers, wide / 2, out=rects[:, 0])
    np.minimum(tops, zero, out=rects[:, 1])
    rects[:, 2] = wide
    np.abs(tops - zero, out=rects[:, 3])
    return rects


def draw_class_bars(
    painter: QPainter, frame: Frame, values: np.ndarray, width: float, state: State
) -> None:
    """Draw a bar for each class in the colour that `state` gives the class."""
    rects, style = bar_rects(frame, values, width), frame.style
    start = frame.visible(len(values)).start
    many = len(style.theme.classes)
    count = min(many, len(rects))
    if state.colors:
        numbers = state.colors_of(np.arange(start, start + len(rects))) % many
        start, count = 0, many
        colors = [rects[numbers == nth] for nth in range(many)]
    else:
        colors = [rects[nth::many] for nth in range(count)]
    if are_named(painter) and len(rects) <= _MOST_NAMED:
        for nth, rect in enumerate(rects, start):
            with part(painter, "class", f"{nth + 1}"):
                _draw_bar(painter, style, rect[np.newaxis], state.color_of(nth))
    elif style.theme.hatched:
        for index, same in enumerate(colors, start):
            _draw_hatched(painter, style, same, index)
    elif colors:
        painter.setPen(_NO_PEN)
        painter.setRenderHint(_SMOOTH, False)
        grouped = np.concatenate(colors)
        ends = [*accumulate(map(len, colors), initial=0)]
        firsts = in_place_at(grouped, QRectF, ends[:-1])
        for index, first, same in zip(range(start, start + count), firsts, colors, strict=True):
            painter.setBrush(style.brush(index))
            painter.drawRects(first, len(same))
        painter.setRenderHint(_SMOOTH, True)


def _draw_bar(painter: QPainter, style: Style, rects: np.ndarray, color: int) -> None:
    if style.theme.hatched:
        _draw_hatched(painter, style, rects, color)
        return
    painter.setPen(_NO_PEN)
    painter.setBrush(style.brush(color))
    draw_rects(painter, rects)


def _draw_hatched(painter: QPainter, style: Style, rects: np.ndarray, color: int) -> None:
    from xentgui.painting.hatch import draw_hatched  # noqa: PLC0415 - only black ink has patterns

    draw_hatched(painter, style, rects, color)


class PixelColumns(NamedTuple):
    """The pixel columns that thousands of classes share; arrays are (n,) and must not be changed.

    Attributes
    ----------
    starts, stops
        The first class of each column, and the one after its last.
    left, wide
        The x of each column and its width, in pixels.  A column is at least one device pixel wide,
        so that a single peak is seen.
    """

    starts: np.ndarray
    stops: np.ndarray
    left: np.ndarray
    wide: np.ndarray


@lru_cache(maxsize=16)
def _columns(
    first: int, stop: int, pixels: int, origin: float, slot: float, least: float
) -> PixelColumns:
    edges = np.linspace(first, stop, pixels + 1).astype(np.intp)
    starts = np.unique(edges[:-1])
    starts = starts[starts < stop]
    stops = np.append(starts[1:], stop)
    left = origin + (starts - 0.5) * slot
    columns = PixelColumns(starts, stops, left, np.maximum((stops - starts) * slot, least))
    for array in (starts, stops, columns.left, columns.wide):
        array.setflags(write=False)
    return columns


def columns(frame: Frame, count: int) -> PixelColumns:
    """Return the pixel columns that show any of `count` classes.

    They are kept, because they stay the same from edit to edit, and cost more than their use.
    """
    shown = frame.visible(count)
    pixels = max(1, int(frame.rect.width() * frame.resolution))
    return _columns(
        shown.start, shown.stop, pixels, frame.x(0.0), frame.slot, 1.0 / frame.resolution
    )


def greatest(values: np.ndarray, columns: PixelColumns) -> np.ndarray:
    """Return the greatest of `values`, shape (K,), in each column."""
    return np.maximum.reduceat(values[: columns.stops[-1]], columns.starts)


def least(values: np.ndarray, columns: PixelColumns) -> np.ndarray:
    """Return the least of `values`, shape (K,), in each column."""
    return np.minimum.reduceat(values[: columns.stops[-1]], columns.starts)


def draw_envelope(
    painter: QPainter, frame: Frame, values: np.ndarray, brush: QBrush, *, signed: bool
) -> None:
    """Draw the bars of thousands of classes as the envelope of each pixel column.

    `signed` says whether any of `values`, shape (K,), may be below 0.  The largest and the least
    of a column draw the same pixels as all of them; source: Jugel et al. 2014,
    :doi:`10.14778/2732951.2732953`.
    """
    shared, r = columns(frame, len(values)), frame.ranges
    high = np.minimum(np.maximum(greatest(values, shared), max(0.0, r.bottom)), r.top)
    top, bottom = frame.y(high), frame.y(max(0.0, r.bottom))
    if signed:
        low = np.maximum(np.minimum(least(values, shared), min(0.0, r.top)), r.bottom)
        bottom = frame.y(low)
    painter.setPen(_NO_PEN)
    painter.setBrush(brush)
    if not is_raster(painter):
        right = frame.x(min(len(values) - 0.5, r.right))
        floor = np.broadcast_to(bottom, top.shape)
        painter.drawPolygon(_outline(np.append(shared.left, right), top, floor))
        return
    rects = np.empty((len(top), 4))
    rects[:, 0], rects[:, 1], rects[:, 2] = shared.left, top, shared.wide
    np.subtract(bottom, top, out=rects[:, 3])
    draw_rects(painter, rects)


def is_raster(painter: QPainter) -> bool:
    """Return whether `painter` paints pixels, not shapes in a file."""
    # `paintEngine().type()` would take four times as long.
    return painter.device().devType() in _RASTER


def _outline(edges: np.ndarray, top: np.ndarray, bottom: np.ndarray) -> QPolygonF:
    """Return columns that touch one another, with n + 1 `edges`, as one polygon.

    Separate polygons would show seams where their smooth edges meet.
    """
    x = np.repeat(edges, 2)[1:-1]
    above, below = np.repeat(top, 2), np.repeat(bottom, 2)
    xs, ys = np.concatenate([x, x[::-1]]), np.concatenate([above, below[::-1]])
    return polygon(np.stack([xs, ys], axis=1))
