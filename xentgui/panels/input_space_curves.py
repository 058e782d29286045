"""Boundaries that bend with features: traced once, divided by pairs of classes, and taken hold of."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from xentgui.model.classifier.bent import Bent, Plane, picked, scores_at
from xentgui.model.classifier.regions import gaps_over
from xentgui.model.rows import Array
from xentgui.painting.contours import contour_lines
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.qt_arrays import polygon
from xentgui.panels.kept import kept

MOST_TRACED = 40
"""Of more classes, no boundary that bends is traced."""

_NODES = 129  # of the grid on which boundaries are traced, along each side


class Curve(NamedTuple):
    """The boundary between the classes `first` < `second`: its pieces, shape (n, 2) each."""

    first: int
    second: int
    pieces: tuple[Array, ...]

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its longest piece."""
        longest = max(self.pieces, key=len)
        x, y = longest[len(longest) // 2].tolist()
        return x, y


def curves_in(plane: Bent, ranges: Ranges) -> list[Curve]:
    """Return the boundaries of features within `ranges`, traced on a grid."""
    return _traced(*plane, ranges)


@kept
def _traced(
    weights: Array, bias: Array, squares: Array, sines: Array, product: Array, r: Ranges
) -> list[Curve]:
    plane = Bent(weights, bias, squares, sines, product)
    on = np.flatnonzero(bias > -np.inf)
    if not 2 <= len(on) <= MOST_TRACED:
        return []
    shown = picked(plane, on)
    x, y = np.linspace(r.left, r.right, _NODES), np.linspace(r.bottom, r.top, _NODES)
    gaps = gaps_over(shown, x, y)
    order = np.sort(gaps, axis=0)
    found: dict[tuple[int, int], list[Array]] = {}
    for own, gap in enumerate(gaps):
        best_of_others = np.where(gap == order[-1], order[-2], order[-1])
        ahead = np.clip(gap - best_of_others, -1e3, 1e3)
        for lines in contour_lines(x, y, ahead, [0.0]):
            for line in lines:
                for other, piece in _by_rival(shown, own, np.asarray(line, float)):
                    if own < other:  # else it is traced from the other side, too
                        pair = int(on[own]), int(on[other])
                        found.setdefault(pair, []).append(piece)
    return [Curve(*pair, tuple(pieces)) for pair, pieces in sorted(found.items())]


def _by_rival(plane: Plane, own: int, line: Array) -> list[tuple[int, Array]]:
    """Divide a line around the region of `own` by the class on its other side."""
    scores = scores_at(plane, line)
    scores[:, own] = -np.inf
    rivals = scores.argmax(axis=1)
    starts = np.flatnonzero(np.diff(rivals, prepend=-1)).tolist()
    ends = [*starts[1:], len(line)]
    pieces = (
        (int(rivals[a]), line[max(a - 1, 0) : b + 1]) for a, b in zip(starts, ends, strict=True)
    )
    return [(rival, piece) for rival, piece in pieces if len(piece) > 1]


def curve_of(pair: tuple[int, int], plane: Plane, ranges: Ranges) -> Curve | None:
    """Return the boundary of two classes, if it bends and can be seen."""
    found = curves_in(plane, ranges) if isinstance(plane, Bent) else []
    return next((one for one in found if (one.first, one.second) == pair), None)


def draw_curves(painter: QPainter, frame: Frame, plane: Bent, lit: int | None) -> None:
    """Draw the boundaries; while class `lit` is highlighted, those of others are muted."""
    for curve in curves_in(plane, frame.ranges):
        own = frame.style if lit in (None, curve.first, curve.second) else frame.style.faint
        painter.setPen(own.pen(own.theme.ink, 2.0))
        draw_curve(painter, frame, curve)


def draw_curve(painter: QPainter, frame: Frame, curve: Curve) -> None:
    """Draw one boundary with the pen that is set."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for piece in curve.pieces:
        painter.drawPolyline(polygon(_in_pixels(frame, piece)))


def curve_at(frame: Frame, curves: list[Curve], point: QPointF, reach: float) -> Curve | None:
    """Return the nearest boundary within `reach` pixels of `point`."""
    best, nearest = None, reach
    for curve in curves:
        away = nearest_of(frame, curve, point) - point
        far = math.hypot(away.x(), away.y())
        if far <= nearest:
            best, nearest = curve, far
    return best


def nearest_of(frame: Frame, curve: Curve, point: QPointF) -> QPointF:
    """Return the place of a boundary that is nearest to `point`, in pixels."""
    at = np.array([point.x(), point.y()])
    places = [_nearest(_in_pixels(frame, piece), at) for piece in curve.pieces]
    return QPointF(*min(places, key=lambda place: float(np.hypot(*(place - at)))).tolist())


def _in_pixels(frame: Frame, piece: Array) -> Array:
    return np.stack([frame.x(piece[:, 0]), frame.y(piece[:, 1])], axis=1)


def _nearest(line: Array, point: Array) -> Array:
    """Return the place of a line of pieces, shape (n, 2), that is nearest to `point`."""
    along, start = np.diff(line, axis=0), line[:-1]
    size = np.maximum((along * along).sum(axis=1), 1e-12)
    share = (((point - start) * along).sum(axis=1) / size).clip(0.0, 1.0)
    places: Array = start + share[:, None] * along
    found: Array = places[np.hypot(*(places - point).T).argmin()]
    return found
