"""The points of the simplex, and the curves that lead to them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, number, probability, translate
from xentgui.model import Snapshot
from xentgui.model.path import path_of
from xentgui.model.simplex import (
    Corners,
    standing_of_softmax,
    standing_of_target,
    to_plane,
)
from xentgui.model.simplex_curves import points_of_path, temperature_curve
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.ghosts import ghosts
from xentgui.panels.pinned_run import pinned_label, whole_pinned_path
from xentgui.panels.plot_panel import behind
from xentgui.panels.shown_losses import predicted_symbol
from xentgui.panels.simplex_background import contours_in, taken_in
from xentgui.panels.simplex_choices import (
    HEAT,
    PATH,
    SMOOTHING,
    TEMPERATURE,
    background_of,
    shown_in,
)
from xentgui.panels.simplex_lines import (
    Named,
    Spot,
    apart_by,
    draw_line,
    draw_names,
    draw_polyline,
    pixels_of,
    place_of,
)
from xentgui.panels.simplex_mark import Standings, standings
from xentgui.panels.simplex_numbers import numbers_in

_DOT, _SQUARE, _RING = 6.0, 6.0, 6.0  # design pixels: radius, half a side, radius
_ROOM_FOR_UNIFORM = 280.0  # design pixels along an edge; with less, the middle has no name
_STEP_DOT = 2.6  # design pixels
_STEP_APART = 6.5  # design pixels between the dots of steps
_AHEAD = 50  # steps to come
_NUMBERS_AHEAD = 50_000  # steps times classes
_PASSED, _COMING, _PINNED = (), (1.0, 2.2), (1.2, 2.4)
_UNIFORM = QT_TRANSLATE_NOOP("panels", "uniform")


def draw_foreground(
    painter: QPainter, frame: Frame, snapshot: Snapshot, corners: Corners, view: View
) -> None:
    """Draw the curves, the points, and what they are called."""
    known, shown = standings(snapshot, corners), shown_in(view)
    names, marks = list[Named](), list[Spot]()
    if SMOOTHING in shown:
        names += _draw_smoothing(painter, frame, snapshot, corners)
    if TEMPERATURE in shown:
        names += _draw_temperature(painter, frame, snapshot, corners)
    if TEMPERATURE in shown or SMOOTHING in shown:
        names += _draw_center(painter, frame)
        marks.append(Spot(place_of(frame, np.full(3, 1.0 / 3.0)), frame.style.px(3)))
    names += _draw_pinned_run(painter, frame, snapshot, corners, view)
    if PATH in shown:
        marks += _draw_path(painter, frame, snapshot, corners, view)
    names += _draw_lit_share(painter, frame, snapshot, corners, view, known)
    names += _draw_ghosts(painter, frame, snapshot, corners, view)
    points = _draw_points(painter, frame, snapshot, corners, view, known)
    below = behind(frame, snapshot)
    boxes = taken_in(frame, below, corners, view)
    contours, is_heat = contours_in(frame, below, corners, view), background_of(view) == HEAT
    boxes += [one.box for one in numbers_in(frame, contours, boxes, below=is_heat)]
    half = frame.style.px(_SQUARE + 1)
    boxes += [QRectF(one.at.x() - half, one.at.y() - half, 2 * half, 2 * half) for one in points]
    # Over colours, a veil would be a patch.
    draw_names(painter, frame, [*points, *names[::-1]], marks, boxes, veiled=not is_heat)


def _draw_points(
    painter: QPainter,
    frame: Frame,
    snapshot: Snapshot,
    corners: Corners,
    view: View,
    known: Standings,
) -> list[Named]:
    """Draw the target as a hollow square and p as a dot, which fits into it."""
    style, theme, found = frame.style, frame.style.theme, list[Named]()
    if known.y.shares is not None:
        at, half = place_of(frame, known.y.shares), style.px(_SQUARE)
        painter.setPen(style.pen(theme.ink, 2.2))
        painter.setBrush(style.color(theme.card))
        painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))
        found.append(Named(at, "y", theme.ink, style.px(_SQUARE + 4), bold=True, shorter="y"))
    if known.p.shares is not None:
        at, radius = place_of(frame, known.p.shares), style.px(_DOT)
        painter.setPen(style.pen(theme.card, 1.5))
        painter.setBrush(style.color(theme.ink))
        painter.drawEllipse(at, radius, radius)
        symbol = predicted_symbol(snapshot)
        text = f"{symbol} ({_numbers(snapshot, corners)})" if view.values else symbol
        clear = style.px(_DOT + 4)
        found.insert(0, Named(at, text, theme.ink, clear, bold=True, shorter=symbol))
    return found


def _numbers(snapshot: Snapshot, corners: Corners) -> str:
    p, q, information = snapshot.probabilities, snapshot.complements, snapshot.information
    return ", ".join(
        probability(float(p[k]), float(q[k]), 3, float(information[k])) for k in corners
    )


def _draw_temperature(
    painter: QPainter, frame: Frame, snapshot: Snapshot, corners: Corners
) -> list[Named]:
    """Draw where p goes from T = ∞ in the middle to T = 0 in a corner."""
    if not (snapshot.logits[list(corners)] > -np.inf).any():
        return []
    style, points = frame.style, temperature_curve(snapshot, corners)
    if len(points) < 2:
        return []
    draw_line(painter, frame, points, style.theme.accent, 1.6, (4.0, 2.6))
    lengths = np.cumsum(np.hypot(*np.diff(points, axis=0).T))
    middle = int(np.searchsorted(lengths, 0.4 * lengths[-1]))
    x, y = points[min(middle, len(points) - 1)].tolist()
    sides = ("left", "right", "above left", "below right")
    return [
        Named(
            QPointF(frame.x(x), frame.y(y)),
            "T",
            style.theme.accent,
            style.px(5),
            bold=True,
            sides=sides,
        )
    ]


def _draw_smoothing(
    painter: QPainter, frame: Frame, snapshot: Snapshot, corners: Corners
) -> list[Named]:
    """Draw the straight line from the target as set to the uniform one."""
    shares = standing_of_target(snapshot.target, corners).shares
    if shares is None:
        return []
    style, ends = frame.style, to_plane(np.stack([shares, np.full(3, 1.0 / 3.0)]))
    if float(np.abs(ends[0] - ends[1]).max()) * frame.rect.width() < style.px(12):
        return []
    draw_line(painter, frame, ends, style.theme.mute, 1.4, ())
    x, y = (0.35 * ends[0] + 0.65 * ends[1]).tolist()
    return [Named(QPointF(frame.x(x), frame.y(y)), "ε", style.theme.mute, style.px(5), bold=True)]


def _draw_center(painter: QPainter, frame: Frame) -> list[Named]:
    style, at = frame.style, place_of(frame, np.full(3, 1.0 / 3.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(style.theme.mute))
    painter.drawEllipse(at, style.px(3), style.px(3))
    sides = ("below right", "below", "below left", "right", "left")
    if frame.rect.width() < style.px(_ROOM_FOR_UNIFORM):
        return []
    return [Named(at, translate("panels", _UNIFORM), style.theme.mute, style.px(5), sides=sides)]


def _draw_path(
    painter: QPainter, frame: Frame, snapshot: Snapshot, corners: Corners, view: View
) -> list[Spot]:
    """Draw the steps that are passed as a line with dots; those to come are hollow."""
    ahead = min(_AHEAD, _NUMBERS_AHEAD // len(snapshot.logits))
    path = path_of(snapshot, view, ahead)
    places, at = pixels_of(frame, points_of_path(path, corners)), path.at
    style, ink = frame.style, frame.style.theme.ink
    draw_polyline(painter, frame, places[at:], ink, 1.2, _COMING)
    draw_polyline(painter, frame, places[: at + 1], ink, 2.0, _PASSED)
    radius = style.px(_STEP_DOT)
    painter.setPen(style.pen(style.theme.card, 1.0))
    painter.setBrush(style.color(ink))
    passed = apart_by(places[: at + 1], style.px(_STEP_APART))
    for place in passed:
        painter.drawEllipse(place, radius, radius)
    painter.setPen(style.pen(ink, 1.1))
    painter.setBrush(style.color(style.theme.card))
    coming = apart_by(places[at:], style.px(_STEP_APART))[1:]
    for place in coming:
        painter.drawEllipse(place, radius, radius)
    return [Spot(one, radius) for one in (*passed[-_AHEAD:], *coming)]


def _draw_pinned_run(
    painter: QPainter, frame: Frame, snapshot: Snapshot, corners: Corners, view: View
) -> list[Named]:
    path = whole_pinned_path(snapshot, view)
    if path is None:
        return []
    style, points = frame.style, points_of_path(path, corners)
    draw_line(painter, frame, points, style.theme.ink, 1.2, _PINNED)
    x, y = points[len(points) // 2].tolist()
    if not np.isfinite(x):
        return []
    at = QPointF(frame.x(x), frame.y(y))
    return [Named(at, pinned_label(snapshot, view), style.theme.mute, style.px(6))]


def _draw_ghosts(
    painter: QPainter, frame: Frame, snapshot: Snapshot, corners: Corners, view: View
) -> list[Named]:
    """Draw dotted rings where softmax is, if the loss predicts with something else, and others."""
    style, others = frame.style, list[tuple[str, np.ndarray | None]]()
    if snapshot.probabilities is not snapshot.softmax:
        others.append((translate("panels", "softmax"), standing_of_softmax(snapshot, corners)))
    for ghost in ghosts(snapshot, view):
        values = ghost.probabilities[list(corners)]
        is_there = bool(np.isfinite(values).all()) and float(values.sum()) > 0.0
        others.append((ghost.name, values / values.sum() if is_there else None))
    found = list[Named]()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for name, shares in others:
        if shares is None:
            continue
        at, radius = place_of(frame, shares), style.px(_RING)
        painter.setPen(style.pen(style.theme.ink, 1.4, (1.2, 1.8)))
        painter.drawEllipse(at, radius, radius)
        found.append(Named(at, name, style.theme.mute, style.px(_RING + 3)))
    return found


def _draw_lit_share(
    painter: QPainter,
    frame: Frame,
    snapshot: Snapshot,
    corners: Corners,
    view: View,
    known: Standings,
) -> list[Named]:
    """Draw where the class that is pointed at has the same share as at p, with its number."""
    lit, shares = view.highlighted_class, known.p.shares
    if lit is None or lit not in corners or shares is None:
        return []
    at = corners.index(lit)
    ends = np.zeros((2, 3))
    ends[:, at] = shares[at]
    ends[0, at - 1] = ends[1, at - 2] = 1.0 - shares[at]
    style, color = frame.style, frame.style.theme.class_color(snapshot.state.color_of(lit))
    places = to_plane(ends)
    draw_line(painter, frame, places, color, 1.8, (3.0, 2.0))
    x, y = places[int(places[:, 0].argmax())].tolist()
    text = number(float(snapshot.probabilities[lit]), 3)
    at_edge = QPointF(frame.x(x), frame.y(y))
    sides = ("right", "above right", "below right", "below")
    return [Named(at_edge, text, color, style.px(6), bold=True, sides=sides)]
