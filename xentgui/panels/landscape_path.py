"""The paths of walks over a plane of two logits: passed, to come, and pinned."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from xentgui.model import Snapshot
from xentgui.model.path import Path, path_of
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.qt_arrays import UNSEEN, draw_line_through, lengths_along, polygon
from xentgui.panels.landscape_choices import PlaneAxes

_AHEAD = 30  # steps to come
_NUMBERS_AHEAD = 30_000  # steps times classes; more would take longer than a frame
_DOT = 2.4  # design pixels: the radius of a step
_APART = 8.0  # design pixels between steps that have a dot
_FINE = 1.0  # device pixels between the points of a line
_COMING, _PINNED = (1.2, 2.2), (1.2, 2.4)
_NAME_APART = 24.0  # design pixels from one place for a name to the next
_BEYOND = 20.0  # times the size of the plot: as far outside a line may go


def path_over(snapshot: Snapshot, view: View) -> Path:
    """Return the steps that are known, and some to come."""
    return path_of(snapshot, view, min(_AHEAD, _NUMBERS_AHEAD // len(snapshot.logits)))


def draw_path(painter: QPainter, frame: Frame, path: Path, axes: PlaneAxes) -> None:
    """Draw what is passed as a line, and what is to come dotted; a small ring at each step."""
    points = _in_pixels(frame, path.logits_of(axes))
    style, theme, unseen = frame.style, frame.style.theme, UNSEEN / frame.resolution
    passed, coming = points[: path.at + 1], points[path.at :]
    painter.save()
    painter.setClipRect(frame.rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for part, dash in ((coming, _COMING), (passed, ())):
        line = _thinned(_finite(part), _FINE)
        if len(line) < 2:
            continue
        casing = QPen(style.color(theme.card, 0.75), style.px(4.6))
        casing.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(casing)
        draw_line_through(painter, line[:, 0], line[:, 1], unseen)
        painter.setPen(style.pen(theme.ink, 2.0 if not dash else 1.8, dash))
        draw_line_through(painter, line[:, 0], line[:, 1], unseen)
    radius = style.px(_DOT)
    painter.setPen(style.pen(theme.ink, 1.2))
    for part, color in ((coming, theme.card), (passed, theme.ink)):
        painter.setBrush(style.color(color))
        for x, y in _thinned(_finite(part), style.px(_APART), ends=False).tolist():
            painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.restore()


def draw_pinned(
    painter: QPainter, frame: Frame, pinned: Path, path: Path, axes: PlaneAxes
) -> QPointF | None:
    """Draw the pinned run as a thin dotted line; return where its name has most room beside `path`.

    None if all of it lies beyond the plot.
    """
    style = frame.style
    points = _finite(_in_pixels(frame, pinned.logits_of(axes)))
    painter.save()
    painter.setClipRect(frame.rect)
    painter.setPen(style.pen(style.theme.ink, 1.2, _PINNED))
    painter.drawPolyline(polygon(_thinned(points, _FINE)))
    painter.restore()
    places = _inside(frame, _thinned(points, style.px(_NAME_APART)))
    others = _thinned(_finite(_in_pixels(frame, path.logits_of(axes))), style.px(_NAME_APART))
    if not len(places) or not len(others):
        return None
    away = np.hypot(*(places[:, None, :] - others[None, :, :]).transpose(2, 0, 1)).min(axis=1)
    x, y = places[int(away.argmax())].tolist()
    return QPointF(x, y)


def _inside(frame: Frame, points: np.ndarray) -> np.ndarray:
    rect = frame.rect
    low, high = (rect.left(), rect.top()), (rect.right(), rect.bottom())
    found: np.ndarray = points[((points >= low) & (points <= high)).all(axis=1)]
    return found


def _in_pixels(frame: Frame, logits: np.ndarray) -> np.ndarray:
    """Return the places of `logits`, shape (n, 2); NaN for a class that is off."""
    rect = frame.rect
    with np.errstate(all="ignore"):
        points = np.stack([frame.x(logits[:, 0]), frame.y(logits[:, 1])], axis=1)
    points[~np.isfinite(logits).all(axis=1)] = np.nan
    far = _BEYOND * np.array([rect.width(), rect.height()])
    middle = np.array([rect.center().x(), rect.center().y()])
    found: np.ndarray = np.clip(points, middle - far, middle + far)
    return found


def _finite(points: np.ndarray) -> np.ndarray:
    found: np.ndarray = points[np.isfinite(points).all(axis=1)]
    return found


def _thinned(points: np.ndarray, apart: float, *, ends: bool = True) -> np.ndarray:
    """Return those of `points` that are `apart` from the one before, and both ends if asked."""
    if len(points) < 3:
        return points
    far = np.floor(lengths_along(points) / apart)
    keep = np.concatenate(([True], far[1:] > far[:-1]))
    keep[-1] |= ends
    found: np.ndarray = points[keep]
    return found
