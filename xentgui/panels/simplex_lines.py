"""Places and lines in the triangle of three classes, and the names of its points and curves."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.model.simplex import to_plane
from xentgui.painting.frame import Frame
from xentgui.painting.label_places import place_labels
from xentgui.painting.mark_labels import Edges, Label, draw_labels, draw_placed
from xentgui.painting.qt_arrays import UNSEEN, draw_line_through

_LINE_POINTS = 1500
_AT_ONCE = 256  # steps
_NEXT_TO = ("right", "below right", "above right", "left", "below left", "above left", "above")


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


class Named(NamedTuple):
    """A point with a name: where it is, how far the name is from it, and how it looks.

    A name that must be there has a `shorter` form, for where there is no room for it.
    """

    at: QPointF
    text: str
    color: str
    clear: float
    bold: bool = False
    sides: tuple[str, ...] = _NEXT_TO
    shorter: str = ""


class Spot(NamedTuple):
    """A mark, such as the dot of a step, that no name covers unless it must be there."""

    at: QPointF
    radius: float


def draw_names(
    painter: QPainter,
    frame: Frame,
    names: list[Named],
    spots: list[Spot],
    boxes: list[QRectF],
    *,
    veiled: bool,
) -> None:
    """Write `names`, the most important first, over none of `boxes` and none of `spots`.

    A name that must be there may cover spots.
    """
    style, outer, pad = frame.style, frame.outer, frame.style.px(4)
    inner = outer.adjusted(pad, style.px(8), -pad, -pad)
    room = Frame(outer.adjusted(pad, pad, -pad, -pad), inner, frame.ranges, style, frame.resolution)
    written: list[Edges] = [(b.left(), b.top(), b.right(), b.bottom()) for b in boxes]
    marked = [
        (s.at.x() - s.radius, s.at.y() - s.radius, s.at.x() + s.radius, s.at.y() + s.radius)
        for s in spots
    ]
    every, labels = [*written, *marked], list[Label]()
    for one in names:
        label = _label(one, one.text, veiled=veiled)
        if one.shorter:
            short = _label(one, one.shorter, veiled=veiled)
            for tried, taken in (
                (label, every),
                (label, written),
                (short, every),
                (short, written),
            ):
                placed = place_labels(room, [tried], taken, None)
                if placed:
                    draw_placed(painter, room, placed)
                    every.append(placed[0].box)
                    written.append(placed[0].box)
                    break
        else:
            labels.append(label)
    draw_labels(painter, room, labels, every)


def _label(one: Named, text: str, *, veiled: bool) -> Label:
    x, y = one.at.x(), one.at.y()
    return Label(text, one.color, x, y, one.clear, one.sides, one.bold, backed=veiled)
