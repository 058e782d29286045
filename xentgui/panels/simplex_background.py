"""What lies behind the points of the simplex: contours or colours, arrows, edges and names."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from xentgui.language.text import unit_name
from xentgui.language.units import UNITS
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.naming import name_of
from xentgui.model.short_names import WHOLE, names_that_fit, short_names
from xentgui.model.simplex import Corners
from xentgui.model.simplex_surface import drift, setting_of, surface
from xentgui.model.view import View
from xentgui.painting.fitting_text import fitting_size
from xentgui.painting.frame import Frame
from xentgui.painting.qt_arrays import draw_polygons, in_place, polygon
from xentgui.panels.simplex_choices import ENTROPY, HEAT, NOTHING, STEPS, background_of, shown_in
from xentgui.panels.simplex_levels import Contour, contours_of, draw_heat
from xentgui.panels.simplex_mark import standings
from xentgui.panels.simplex_notes import notes_in, places_of
from xentgui.panels.simplex_numbers import NUMBER, numbers_in

_NAME = 1.0  # em
_LINE = 16.0  # design pixels: the height of a text
_APART = 26.0  # design pixels between contours, about
_MOST, _FEWEST = 8, 4  # contours
_ARROWS = 44.0  # design pixels between arrows, about
_LONGEST = 0.62  # of that distance
_SHORTEST = 3.0  # design pixels; a shorter arrow has no direction that could be seen
_CENTER = Qt.AlignmentFlag.AlignCenter


def values_of(snapshot: Snapshot, corners: Corners, view: View) -> np.ndarray | None:
    """Return what the contours are of, shape (n, n) at the nodes of the grid, or None."""
    word = background_of(view)
    if word == NOTHING:
        return None
    return surface(snapshot, corners, of_entropy=word == ENTROPY)


def unit_of(snapshot: Snapshot, view: View) -> float:
    """Return the size of the unit of the contours' numbers."""
    is_amount = background_of(view) == ENTROPY or chosen_loss(snapshot.state).unit is not None
    return UNITS[view.unit].nats if is_amount else 1.0


def contours_in(frame: Frame, snapshot: Snapshot, corners: Corners, view: View) -> list[Contour]:
    """Return the contours that are drawn: fewer where there is little room."""
    values = values_of(snapshot, corners, view)
    if values is None:
        return []
    most = int(frame.rect.height() / frame.style.px(_APART))
    most = min(max(most, _FEWEST), _MOST)
    is_entropy = background_of(view) == ENTROPY
    return contours_of(values, unit_of(snapshot, view), most, even=is_entropy)


class _Names(NamedTuple):
    """Where the names of the corners stand, what is written there, and its size in em."""

    boxes: tuple[QRectF, ...]
    texts: tuple[str, ...]
    size: float


_kept: tuple[Frame, tuple[str, ...], Corners, _Names] | None = None


def names_in(frame: Frame, snapshot: Snapshot, corners: Corners) -> list[tuple[QRectF, str]]:
    """Return where the names of the corners stand, and what is written there."""
    found = _names(frame, snapshot, corners)
    return list(zip(found.boxes, found.texts, strict=True))


def _names(frame: Frame, snapshot: Snapshot, corners: Corners) -> _Names:
    """Return the names of the corners; those of the last frame are kept."""
    global _kept  # noqa: PLW0603 (one is enough: in a play, the frame and the labels stay)
    labels = snapshot.state.labels
    if _kept is None or _kept[0] is not frame or _kept[1] is not labels or _kept[2] != corners:
        _kept = frame, labels, corners, _names_of(frame, labels, corners)
    return _kept[3]


def _names_of(frame: Frame, labels: tuple[str, ...], corners: Corners) -> _Names:
    """Return the names of the corners in smaller letters where they are long, or cut."""
    style, rect, outer = frame.style, frame.rect, frame.outer
    room = 0.46 * outer.width()
    whole = short_names(labels, corners, WHOLE)
    size = fitting_size(style, whole, room, _NAME, bold=True)
    metrics = style.metrics(size, bold=True)

    def fit(names: tuple[str, ...]) -> bool:
        return all(metrics.horizontalAdvance(one) <= room for one in names)

    texts, high = names_that_fit(labels, corners, fit), style.px(_LINE + 2)
    below = rect.bottom() + style.px(9)
    places = (
        (rect.center().x(), rect.top() - style.px(10) - high),
        (rect.left(), below),
        (rect.right(), below),
    )
    boxes = []
    for text, (x, y) in zip(texts, places, strict=True):
        wide = metrics.horizontalAdvance(text) + style.px(2)
        least, most = outer.left() + style.px(4), outer.right() - style.px(4) - wide
        left = max(min(x - wide / 2, most), least)
        boxes.append(QRectF(left, y, wide, high))
    return _Names(tuple(boxes), texts, size)


def taken_in(frame: Frame, snapshot: Snapshot, corners: Corners, view: View) -> list[QRectF]:
    """Return where no other label stands: there are the names of the corners, and the sentences.

    It does not depend on the numbers in them, so that those of the contours do not jump.
    """
    names = _names(frame, snapshot, corners).boxes
    return [*names, *places_of(frame, notes_in(snapshot, corners, view, widest=True))]


def triangle(frame: Frame) -> QPolygonF:
    """Return the outline in pixels: top, left, right."""
    r = frame.rect
    return QPolygonF([QPointF(r.center().x(), r.top()), r.bottomLeft(), r.bottomRight()])


def background_key(snapshot: Snapshot, corners: Corners, view: View) -> object:
    """Return what `draw_background` depends on, beside the frame."""
    state = snapshot.state
    return (
        corners,
        [name_of(state.names, index) for index in corners],
        [state.color_of(index) for index in corners],
        setting_of(snapshot, corners),
        unit_of(snapshot, view),
        unit_name(view.unit),
        chosen_loss(state).key,
        snapshot.probabilities is snapshot.softmax,
        background_of(view),
        shown_in(view),
        notes_in(snapshot, corners, view, widest=True),
        view.highlighted_class,
    )


def background_numbers(
    snapshot: Snapshot, corners: Corners, view: View
) -> tuple[np.ndarray, object] | None:
    """Return of what `draw_background` depends on the numbers that move in a play, and the rest."""
    setting, state, known = (
        setting_of(snapshot, corners),
        snapshot.state,
        standings(snapshot, corners),
    )
    if setting is None:
        return None
    numbers = np.append(np.frombuffer(setting.scores), setting.log_mass)
    shares = known.p.shares
    rest = (
        setting._replace(scores=b"", log_mass=0.0),
        state.labels,
        [state.color_of(index) for index in corners],
        view.unit,
        background_of(view),
        shown_in(view),
        view.highlighted_class,
        None if shares is None else (shares == 0.0).tolist(),
        known.y.shares is None,
    )
    return numbers, rest


def draw_background(
    painter: QPainter, frame: Frame, snapshot: Snapshot, corners: Corners, view: View
) -> None:
    """Draw everything that does not depend on where p is."""
    style, theme, is_heat = frame.style, frame.style.theme, background_of(view) == HEAT
    values = values_of(snapshot, corners, view)
    if values is not None and is_heat:
        draw_heat(painter, frame, triangle(frame), values)
    contours = contours_in(frame, snapshot, corners, view)
    taken = taken_in(frame, snapshot, corners, view)
    numbers = numbers_in(frame, contours, taken, below=is_heat)
    path = QPainterPath()
    path.addPolygon(triangle(frame))
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    color = theme.mute if is_heat else style.faint.theme.mute
    _draw_lines(painter, frame, contours, color)
    painter.restore()
    if STEPS in shown_in(view):
        color = theme.ink if is_heat else style.faint.theme.accent
        free = [one.box for one in numbers]
        _draw_arrows(painter, frame, snapshot, corners, color, free)
    painter.setPen(style.pen(theme.ink, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(triangle(frame))
    painter.setFont(style.font(NUMBER))
    for box, text, inside in numbers:
        if inside and style.veiled and not is_heat:
            pad = style.px(2)
            painter.fillRect(box.adjusted(-pad, 0, pad, 0), style.color(theme.card))
        painter.setPen(style.color(theme.ink if inside and is_heat else theme.mute))
        painter.drawText(box.adjusted(-2, -2, 2, 2), _CENTER, text)
    _draw_names(painter, frame, snapshot, corners, view)


def _draw_names(
    painter: QPainter,
    frame: Frame,
    snapshot: Snapshot,
    corners: Corners,
    view: View,
) -> None:
    style, lit = frame.style, view.highlighted_class
    names = _names(frame, snapshot, corners)
    painter.setFont(style.font(names.size, bold=True))
    for index, box, text in zip(corners, names.boxes, names.texts, strict=True):
        own = style if lit in (None, index) else style.faint
        painter.setPen(style.color(own.theme.class_color(snapshot.state.color_of(index))))
        painter.drawText(box.adjusted(-2, 0, 2, 0), _CENTER, text)


def _draw_lines(painter: QPainter, frame: Frame, contours: list[Contour], color: str) -> None:
    painter.setPen(frame.style.pen(color))  # one pixel wide: more costs ten times as much
    for contour in contours:
        for line in contour.lines:
            points = np.stack([frame.x(line[:, 0]), frame.y(line[:, 1])], axis=1)
            painter.drawPolyline(polygon(points))


def _draw_arrows(
    painter: QPainter,
    frame: Frame,
    snapshot: Snapshot,
    corners: Corners,
    color: str,
    free: list[QRectF],
) -> None:
    """Draw how p moves in a small step; the longest arrow is as long as there is room.

    No arrow crosses a rectangle that is to stay `free`.
    """
    style = frame.style
    intervals = min(max(round(frame.rect.width() / style.px(_ARROWS)), 5), 14)
    field = drift(snapshot, corners, intervals)
    if field is None:
        return
    points, moves = field
    lengths = np.hypot(moves[:, 0], moves[:, 1])
    longest = float(lengths.max(initial=0.0))
    if not 0.0 < longest < math.inf:
        return
    drawn = lengths / longest * (_LONGEST * frame.rect.width() / intervals)  # never 0 · ∞
    middles = np.stack([frame.x(points[:, 0]), frame.y(points[:, 1])], axis=1)
    seen = drawn >= style.px(_SHORTEST)
    for box in free:
        low, high = middles - drawn[:, np.newaxis] / 2, middles + drawn[:, np.newaxis] / 2
        seen &= ~((low < (box.right(), box.bottom())) & (high > (box.left(), box.top()))).all(
            axis=1
        )
    middles, along = middles[seen], moves[seen] / lengths[seen, np.newaxis] * (1.0, -1.0)
    _draw_shafts_and_heads(painter, frame, color, middles, along, drawn[seen, np.newaxis])


def _draw_shafts_and_heads(
    painter: QPainter,
    frame: Frame,
    color: str,
    middles: np.ndarray,
    along: np.ndarray,
    lengths: np.ndarray,
) -> None:
    """Draw arrows about `middles` in the directions `along`, both (n, 2), and so long, (n, 1)."""
    if not len(middles):
        return
    style, across = frame.style, along[:, ::-1] * (-1.0, 1.0)
    heads = np.minimum(style.px(6.0), 0.6 * lengths)
    tips = middles + along * lengths / 2
    necks, wide = tips - along * heads, across * 0.42 * heads
    lines = np.concatenate([middles - along * lengths / 2, necks], axis=1)
    painter.setPen(style.pen(color, 1.3))
    painter.drawLines(in_place(lines, QLineF), len(lines))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(color))
    draw_polygons(painter, np.stack([tips, necks + wide, necks - wide], axis=1))
