"""Many round dots at once: on a screen, copies of a few small pictures."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from xentgui.painting.bars import is_raster
from xentgui.painting.frame import Frame, device_resolution
from xentgui.painting.in_place import in_place
from xentgui.painting.polygon import polygon
from xentgui.painting.style import Style

FRAGMENT = 10
"""Numbers of a copy: where, x and y; of the picture left, top, width, height; and four more."""

_AS_IT_IS = 0.0, 1.0  # neither turned nor seen through


def draw_dots(
    painter: QPainter,
    frame: Frame,
    points: np.ndarray,
    colors: Sequence[str],
    width: float,
    which: np.ndarray | None = None,
) -> None:
    """Draw a disc, `width` design pixels across, at each of `points`, shape (n, 2).

    All have the first of `colors`, or each that which `which`, shape (n,), says.

    On a screen they lie on whole pixels: nobody sees half a pixel in a crowd, and Qt copies a
    picture eight times as fast as it fills a circle.
    """
    if not len(points):
        return
    if not is_raster(painter):
        for nth, color in enumerate(colors):
            same = polygon(points if which is None else points[which == nth])
            painter.setPen(frame.style.round_pen(color, width))
            painter.drawPoints(same)
        return
    resolution = device_resolution(painter)
    sheet, side = _sheet(frame.style, resolution, tuple(colors), width)
    fragments = np.empty((len(points), FRAGMENT))
    fragments[:, :2] = points
    fragments[:, 2] = 0.0 if which is None else which * side
    fragments[:, 3:] = 0.0, side, side, 1.0 / resolution, 1.0 / resolution, *_AS_IT_IS
    first = in_place(fragments, QPainter.PixmapFragment)
    painter.drawPixmapFragments(first, len(fragments), sheet)


def _sheet(
    style: Style, resolution: float, colors: tuple[str, ...], width: float
) -> tuple[QPixmap, int]:
    """Return a picture with a dot of each of `colors` side by side, and the side of each."""
    size = style.px(width) * resolution
    side = 2 * math.ceil(size / 2) + 1  # odd: the middle of a dot is the middle of a pixel
    key = colors, width, resolution
    sheet = style.sheets.get(key)
    if sheet is None:
        sheet = QPixmap(side * len(colors), side)
        sheet.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for nth, color in enumerate(colors):
            painter.setBrush(style.color(color))
            painter.drawEllipse(QPointF((nth + 0.5) * side, side / 2), size / 2, size / 2)
        painter.end()
        style.sheets[key] = sheet
    return sheet, side
