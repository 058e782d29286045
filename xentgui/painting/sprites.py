"""Many equal marks, and many round dots: on a screen, copies of small pictures.

Marks are placed to a quarter of a pixel, and dots to a pixel.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from xentgui.painting.bars import is_raster
from xentgui.painting.frame import Frame, device_resolution
from xentgui.painting.qt_arrays import PixmapSheet, blank_sheet, polygon
from xentgui.painting.style import Style

Mark = Callable[[QPainter, Style, QPointF, str], None]
"""Draws one mark at a point, in the colour of a class."""

RADIUS = 8.0
"""No mark reaches further from its point, in design pixels."""

_FEW = 6  # so few are drawn as fast as they are copied
_PARTS = 4  # of a pixel: so fine that nobody sees the steps when a mark is dragged


def draw_stamped(
    painter: QPainter, style: Style, mark: Mark, points: np.ndarray, numbers: np.ndarray
) -> None:
    """Draw `mark` at each of `points`, shape (n, 2), in the colours `numbers`, shape (n,).

    The last one lies on top.
    """
    classes = style.theme.classes
    colors = numbers % len(classes)
    if len(points) < _FEW or not is_raster(painter):
        for (x, y), color in zip(points.tolist(), colors.tolist(), strict=True):
            mark(painter, style, QPointF(x, y), classes[color])
        return
    transform = painter.deviceTransform()
    resolution, moved = transform.m11(), (transform.dx(), transform.dy())
    sheet = _sheet(style, mark, resolution, set(np.unique(colors).tolist()))
    quarters = np.floor((points * resolution + moved) * _PARTS + 0.5).astype(np.intp)
    part = quarters % _PARTS
    copies, side = sheet.copies(len(points)), sheet.side
    # A mark is in the middle of its picture, moved by its fraction of a pixel.
    copies[:, :2] = ((quarters - part) / _PARTS + (side / 2 - side // 2) - moved) / resolution
    copies[:, 2] = (part[:, 0] + _PARTS * part[:, 1]) * side
    np.multiply(colors, side, out=copies[:, 3])
    sheet.draw(painter, copies)


def _sheet(style: Style, mark: Mark, resolution: float, colors: set[int]) -> PixmapSheet:
    """Return a row of pictures of `mark` for each colour; those of `colors` are drawn.

    Along a row the mark moves by a fraction of a pixel, first in x and then in y.
    """
    sheet, classes = style.sheets.get((mark, resolution)), style.theme.classes
    if sheet is None:
        side = 2 * math.ceil(style.px(RADIUS) * resolution) + 2
        sheet = blank_sheet(side, len(classes), _PARTS**2, resolution)
        style.sheets[mark, resolution] = sheet
    missing, side = sorted(colors - sheet.drawn), sheet.side
    if missing:
        painter = QPainter(sheet.picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(resolution, resolution)
        for row in missing:
            for nth in range(_PARTS**2):
                down, across = divmod(nth, _PARTS)
                x = nth * side + side // 2 + across / _PARTS
                y = row * side + side // 2 + down / _PARTS
                mark(painter, style, QPointF(x, y) / resolution, classes[row])
        painter.end()
        sheet.drawn.update(missing)
    return sheet


def draw_dots(
    painter: QPainter,
    frame: Frame,
    points: np.ndarray,
    colors: Sequence[str],
    width: float,
    which: np.ndarray | None = None,
) -> None:
    """Draw a disc, `width` design pixels across, at each of `points`, shape (n, 2).

    All have the first of `colors`, or each has the colour at its index in `which`, shape (n,).

    On a screen they lie on whole pixels, because nobody sees half a pixel among so many dots.  Qt
    copies a picture eight times as fast as it fills a circle.
    """
    if not len(points):
        return
    if not is_raster(painter):
        for nth, color in enumerate(colors):
            same = polygon(points if which is None else points[which == nth])
            painter.setPen(frame.style.round_pen(color, width))
            painter.drawPoints(same)
        return
    sheet = _dot_sheet(frame.style, device_resolution(painter), tuple(colors), width)
    copies = sheet.copies(len(points))
    copies[:, :2] = points
    if which is not None:
        np.multiply(which, sheet.side, out=copies[:, 2])
    sheet.draw(painter, copies)


def _dot_sheet(
    style: Style, resolution: float, colors: tuple[str, ...], width: float
) -> PixmapSheet:
    """Return a dot of each of `colors` side by side."""
    key = colors, width, resolution
    sheet = style.sheets.get(key)
    if sheet is None:
        size = style.px(width) * resolution
        side = 2 * math.ceil(size / 2) + 1  # odd: the middle of a dot is the middle of a pixel
        sheet = style.sheets[key] = blank_sheet(side, 1, len(colors), resolution)
        painter = QPainter(sheet.picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for nth, color in enumerate(colors):
            painter.setBrush(style.color(color))
            painter.drawEllipse(QPointF((nth + 0.5) * side, side / 2), size / 2, size / 2)
        painter.end()
    return sheet
