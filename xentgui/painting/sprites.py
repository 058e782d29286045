"""A dozen equal marks: on a screen, copies of small pictures, a quarter of a pixel apart."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from xentgui.painting.bars import is_raster
from xentgui.painting.pixmap_sheet import PixmapSheet, blank_sheet
from xentgui.painting.style import Style

Mark = Callable[[QPainter, Style, QPointF, str], None]
"""Draws one mark at a point, in a class's colour."""

RADIUS = 8.0
"""No mark reaches further from its point, in design pixels."""

_FEW = 6  # so many are drawn as soon as copied
_PARTS = 4  # of a pixel: nobody sees less, and a mark that is pulled does not jump


def draw_stamped(
    painter: QPainter, style: Style, mark: Mark, points: np.ndarray, which: np.ndarray
) -> None:
    """Draw `mark` at each of `points`, shape (n, 2), in the colours of classes `which`, (n,).

    The last one is on top.
    """
    classes = style.theme.classes
    colors = which % len(classes)
    if len(points) < _FEW or not is_raster(painter):
        for (x, y), color in zip(points.tolist(), colors.tolist(), strict=True):
            mark(painter, style, QPointF(x, y), classes[color])
        return
    transform = painter.deviceTransform()
    resolution, moved = transform.m11(), (transform.dx(), transform.dy())
    sheet = _sheet(style, mark, resolution)
    quarters = np.floor((points * resolution + moved) * _PARTS + 0.5).astype(np.intp)
    part = quarters % _PARTS
    copies, side = sheet.copies(len(points)), sheet.side
    # A mark stands in the middle of its picture, moved on by its part of a pixel.
    copies[:, :2] = ((quarters - part) / _PARTS + (side / 2 - side // 2) - moved) / resolution
    copies[:, 2] = (part[:, 0] + _PARTS * part[:, 1]) * side
    np.multiply(colors, side, out=copies[:, 3])
    sheet.draw(painter, copies)


def _sheet(style: Style, mark: Mark, resolution: float) -> PixmapSheet:
    """Return a row of pictures of `mark` for each colour.

    In a row the mark moves on by a part of a pixel, first across and then down.
    """
    sheet = style.sheets.get((mark, resolution))
    if sheet is None:
        side, classes = 2 * math.ceil(style.px(RADIUS) * resolution) + 2, style.theme.classes
        sheet = blank_sheet(side, len(classes), _PARTS**2, resolution)
        style.sheets[mark, resolution] = sheet
        painter = QPainter(sheet.picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(resolution, resolution)
        for row, color in enumerate(classes):
            for nth in range(_PARTS**2):
                down, across = divmod(nth, _PARTS)
                x = nth * side + side // 2 + across / _PARTS
                y = row * side + side // 2 + down / _PARTS
                mark(painter, style, QPointF(x, y) / resolution, color)
        painter.end()
    return sheet
