"""A dozen equal marks: on a screen, copies of small pictures, a quarter of a pixel apart."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from xentgui.painting.bars import is_raster
from xentgui.painting.dots import FRAGMENT
from xentgui.painting.in_place import in_place
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
    sheet, side = _sheet(style, mark, resolution)
    quarters = np.floor((points * resolution + moved) * _PARTS + 0.5).astype(np.intp)
    whole, part = np.divmod(quarters, _PARTS)
    fragments = np.empty((len(points), FRAGMENT))
    fragments[:, :2] = (whole - side // 2 + side / 2 - moved) / resolution
    fragments[:, 2] = (part[:, 0] + _PARTS * part[:, 1]) * side
    fragments[:, 3] = colors * side
    fragments[:, 4:] = side, side, 1.0 / resolution, 1.0 / resolution, 0.0, 1.0
    first = in_place(fragments, QPainter.PixmapFragment)
    painter.drawPixmapFragments(first, len(fragments), sheet)


def _sheet(style: Style, mark: Mark, resolution: float) -> tuple[QPixmap, int]:
    """Return a row of pictures of `mark` for each colour, and how large each is.

    In a row the mark moves on by a part of a pixel, first across and then down.
    """
    side = 2 * math.ceil(style.px(RADIUS) * resolution) + 2
    sheet = style.sheets.get((mark, resolution))
    if sheet is None:
        sheet = QPixmap(side * _PARTS**2, side * len(style.theme.classes))
        sheet.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(resolution, resolution)
        for row, color in enumerate(style.theme.classes):
            for nth in range(_PARTS**2):
                down, across = divmod(nth, _PARTS)
                x = nth * side + side // 2 + across / _PARTS
                y = row * side + side // 2 + down / _PARTS
                mark(painter, style, QPointF(x, y) / resolution, color)
        painter.end()
        style.sheets[mark, resolution] = sheet
    return sheet, side
