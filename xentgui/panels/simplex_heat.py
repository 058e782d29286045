"""The triangle filled with the colours of a surface."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from xentgui.model.simplex import HEIGHT, from_plane
from xentgui.model.simplex_surface import grid
from xentgui.painting import heat
from xentgui.painting.frame import Frame
from xentgui.panels.simplex_levels import LARGEST

_IMAGE = 240  # pixels along a side
_HIGHEST = 0.97  # of all nodes are below what has the last shade: at the edges, losses are infinite


def draw_heat(painter: QPainter, frame: Frame, outline: QPolygonF, values: np.ndarray) -> None:
    """Fill `outline`, which is the triangle, by `values`, shape (n, n) at the nodes of the grid.

    The lower they are, the more the colour is that of the card.
    """
    finite = values[np.abs(values) < LARGEST]
    if not finite.size:
        return
    low, high = float(finite.min()), float(np.quantile(finite, _HIGHEST))
    rows = round(_IMAGE * HEIGHT)
    x, y = np.meshgrid((np.arange(_IMAGE) + 0.5) / _IMAGE, (np.arange(rows) + 0.5) / rows)
    seen = _at(values, from_plane(np.stack([x, HEIGHT * y], axis=-1)))
    path = QPainterPath()
    path.addPolygon(outline)
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    image = heat.heat_image(seen, low, high, heat.shades_of(frame.style.theme))
    heat.draw_heat(painter, frame.rect, image)
    painter.restore()


def _at(values: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Return `values` of the grid between its nodes, at `shares`, shape (..., 3)."""
    nodes, last = grid(), len(values) - 1
    top = np.clip(shares[..., 0], 0.0, 1.0)
    along = np.clip(shares[..., 2] / np.maximum(1.0 - top, 1e-12), 0.0, 1.0)
    index = np.arange(len(values))
    row, column = np.interp(top, nodes.heights, index), np.interp(along, nodes.along, index)
    i, j = (np.minimum(one.astype(int), last - 1) for one in (row, column))
    a, b = row - i, column - j
    finite = np.abs(values) < LARGEST
    known = np.where(finite, values, values[finite].max())
    lower = known[i, j] * (1 - b) + known[i, j + 1] * b
    upper = known[i + 1, j] * (1 - b) + known[i + 1, j + 1] * b
    found: np.ndarray = lower * (1 - a) + upper * a
    return found
