"""Many round dots at once: on a screen, copies of a few small pictures."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from xentgui.painting.bars import is_raster
from xentgui.painting.frame import Frame, device_resolution
from xentgui.painting.pixmap_sheet import PixmapSheet, blank_sheet
from xentgui.painting.qt_arrays import polygon
from xentgui.painting.style import Style


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
    sheet = _sheet(frame.style, device_resolution(painter), tuple(colors), width)
    copies = sheet.copies(len(points))
    copies[:, :2] = points
    if which is not None:
        np.multiply(which, sheet.side, out=copies[:, 2])
    sheet.draw(painter, copies)


def _sheet(style: Style, resolution: float, colors: tuple[str, ...], width: float) -> PixmapSheet:
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
