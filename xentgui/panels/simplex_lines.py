"""Places and lines in the triangle of three classes."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from xentgui.model.simplex import to_plane
from xentgui.painting.frame import Frame
from xentgui.painting.qt_arrays import UNSEEN, draw_line_through

_LINE_POINTS = 1500
_AT_ONCE = 256  # steps


def place_of(frame: Frame, shares: np.ndarray) -> QPointF:
    """Return the place of `shares`, shape (3,), in pixels."""
    x, y = to_plane(shares).tolist()
    return QPointF(frame.x(x), frame.y(y))


def pixels_of(frame: Frame, points: np.ndarray) -> np.ndarray:
    """Return the places in pixels of `points` in the plane, both of shape (n, 2)."""
    return np.stack([frame.x(points[:, 0]), frame.y(points[:, 1])], axis=1)


def draw_line(
    painter: QPainter,
    frame: Frame,
    points: np.ndarray,
    color: str,
    width: float,
    dash: tuple[float, ...],
) -> None:
    """Draw a line through `points` in the plane, shape (n, 2)."""
    draw_polyline(painter, frame, pixels_of(frame, points), color, width, dash)


def draw_polyline(
    painter: QPainter,
    frame: Frame,
    places: np.ndarray,
    color: str,
    width: float,
    dash: tuple[float, ...],
) -> None:
    """Draw a line through `places` in pixels, shape (n, 2); what is not finite is left out."""
    places = places[np.isfinite(places).all(axis=1)]
    if len(places) < 2:
        return
    every = -(-len(places) // _LINE_POINTS)
    if every > 1:
        places = np.concatenate((places[:-1:every], places[-1:]))
    painter.setPen(frame.style.pen(color, width, dash))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    draw_line_through(painter, places[:, 0], places[:, 1], UNSEEN / frame.resolution)


def apart_by(places: np.ndarray, least: float) -> list[QPointF]:
    """Return the first of `places`, and those after it that are `least` or more from the last."""
    found = list[QPointF]()
    rest = places[np.isfinite(places).all(axis=1)]
    while len(rest):
        found.append(QPointF(*rest[0].tolist()))
        # Of a long walk, most steps are far nearer to each other than this.
        for part in (rest[:_AT_ONCE], rest):
            far = np.hypot(*(part - rest[0]).T) >= least
            if far.any():
                rest = rest[int(far.argmax()) :]
                break
        else:
            break
    return found
