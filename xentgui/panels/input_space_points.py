"""The points of the input space: shapes, rings on the wrong ones, the chosen one and its arrow."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.numbers import MINUS
from xentgui.model import Snapshot
from xentgui.model.classifier.features import by_inputs
from xentgui.model.classifier.linear import by_input
from xentgui.model.subjects.classifier import Classifier
from xentgui.painting import fonts
from xentgui.painting.frame import Frame
from xentgui.painting.point_shapes import draw_point_shape, draw_point_shapes, draw_rings
from xentgui.painting.qt_arrays import polygon
from xentgui.panels.input_space_choices import Axes
from xentgui.panels.input_space_dots import draw_dots
from xentgui.panels.kept import kept

_LARGE, _FEW = 700, 4000
"""Of so many points, the shapes are large; of so many, they are drawn at all, and then dots."""

_CHOSEN = 12.0  # design pixels: the radius of the ring around the chosen point
_HEAD = 9.0  # design pixels, of the arrow
_SHORTEST = 3.0  # design pixels of an arrow that can be seen
_LONGEST_SHARE = 0.6  # of the plot, of the longest arrow that these weights can give
_ROUND = (1.0, 2.0, 5.0)


def classes_in(subject: Classifier) -> np.ndarray:
    """Return the class of each point, shape (N,); -1 without a target."""
    return subject.classes


@kept
def _wrong(classes: np.ndarray, predictions: np.ndarray) -> np.ndarray:
    found: np.ndarray = (predictions != classes) & (classes >= 0)
    return found


def wrong_in(subject: Classifier) -> np.ndarray:
    """Return whether each point is predicted to be of another class, shape (N,)."""
    return _wrong(subject.classes, subject.predictions)


@np.errstate(all="ignore")
def places_in(frame: Frame, subject: Classifier, axes: Axes) -> np.ndarray:
    """Return where each point is in pixels, shape (N, 2)."""
    points = subject.points
    return np.stack([frame.x(points[:, axes.across]), frame.y(points[:, axes.up])], axis=1)


def inside(frame: Frame, places: np.ndarray) -> np.ndarray:
    """Return which places are in the plot, or at its very edge, shape (N,)."""
    r = frame.rect
    x, y = places[:, 0], places[:, 1]
    found: np.ndarray = (x >= r.left() - 1) & (x <= r.right() + 1)
    found &= (y >= r.top() - 1) & (y <= r.bottom() + 1)
    return found


def draw_points(
    painter: QPainter, frame: Frame, snapshot: Snapshot, subject: Classifier, axes: Axes,
    *, rings: bool, lit: np.ndarray | None,
) -> None:  # fmt: skip
    """Draw all points but the chosen one; those that are not `lit`, shape (N,), are muted.

    None stands for all of them.
    """
    if len(subject.points) > _FEW:
        draw_dots(painter, frame, snapshot.state.colors, subject, axes, lit)
        return
    places, own = places_in(frame, subject, axes), classes_in(subject)
    seen = inside(frame, places)
    seen[subject.chosen] = False
    numbers = snapshot.state.colors_of(np.maximum(own, 0))
    small = len(own) > _LARGE
    if lit is None:
        lit = np.ones(len(own), bool)
    for style, which in (
        (frame.style.faint, seen & ~lit),
        (frame.style, seen & lit),
    ):
        rows = np.flatnonzero(which)
        if rows.size:
            draw_point_shapes(painter, style, places[rows], numbers[rows], small=small)
    if rings:
        draw_rings(painter, frame.style, places[np.flatnonzero(seen & wrong_in(subject))])


def draw_chosen(
    painter: QPainter, frame: Frame, snapshot: Snapshot, subject: Classifier, at: QPointF
) -> None:
    """Draw the chosen point, with its ring, at `at`."""
    style, own = frame.style, int(classes_in(subject)[subject.chosen])
    painter.setPen(style.pen(style.theme.accent, 2.2))
    painter.setBrush(style.color(style.theme.card, 0.7))
    painter.drawEllipse(at, style.px(_CHOSEN), style.px(_CHOSEN))
    draw_point_shape(painter, style, at, snapshot.state.color_of(max(own, 0)))


@np.errstate(all="ignore")
def arrow_of(
    frame: Frame, snapshot: Snapshot, subject: Classifier, axes: Axes
) -> tuple[float, float, float]:
    """Return -dL/dx along both axes, and by which round factor it is drawn longer.

    The factor depends on the weights and the axes, so that the arrow does not change its scale
    while a point moves.
    """
    pair = list(axes)
    bent_by = by_inputs(subject.features, subject.points[subject.chosen])
    weights = subject.linear.weights @ bent_by if subject.features else subject.linear.weights
    slope = -by_input(weights, snapshot.gradient)[pair]
    spread = weights[:, pair]
    steepest = spread.max(axis=0) - spread.min(axis=0)
    lengths = np.array([frame.slot, frame.lift])
    largest = float(np.hypot(*(steepest * lengths)))
    room = _LONGEST_SHARE * min(frame.rect.width(), frame.rect.height())
    factor = _rounded(room / largest) if 0.0 < largest < math.inf else 1.0
    return float(slope[0]), float(slope[1]), factor


def _rounded(factor: float) -> float:
    """Return the round number that is not above `factor`; 1 if it is nearly that.

    >>> _rounded(0.8), _rounded(37.0)
    (1.0, 20.0)
    """
    if 0.5 <= factor <= 2.5:
        return 1.0
    if not 1e-300 < factor < 1e300:
        return 1.0
    power = 10.0 ** math.floor(math.log10(factor))
    return max((one for one in _ROUND if one * power <= factor), default=1.0) * power


def draw_arrow(
    painter: QPainter, frame: Frame, at: QPointF, arrow: tuple[float, float, float],
    taken: Sequence[QRectF], *, named: bool,
) -> None:  # fmt: skip
    """Draw the arrow from the chosen point, and its name at its tip, beside the boxes `taken`."""
    style, theme = frame.style, frame.style.theme
    across, up, factor = arrow
    move = np.array([across * factor * frame.slot, -up * factor * frame.lift])
    if not np.isfinite(move).all():
        return
    length = float(np.hypot(*move))
    if length < style.px(_SHORTEST):
        return
    most = 2.0 * max(frame.rect.width(), frame.rect.height())
    toward = move / length
    length = min(length, most)
    tip, side = np.array([at.x(), at.y()]) + toward * length, toward[::-1] * (-1.0, 1.0)
    head = min(style.px(_HEAD), 0.7 * length)
    neck = tip - toward * head
    painter.save()
    painter.setClipRect(frame.rect)
    painter.setPen(style.pen(theme.accent, 2.2))
    painter.drawLine(at, QPointF(*neck))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(theme.accent))
    painter.drawPolygon(polygon(np.stack([tip, neck + side * head / 2, neck - side * head / 2])))
    painter.restore()
    if named and frame.rect.contains(QPointF(*tip)):
        times = "" if factor == 1.0 else f" × {factor:g}"
        _write_at(painter, frame, tip, toward, f"{MINUS}∂L/∂x{times}", taken)


def free_place(
    frame: Frame, tip: np.ndarray, toward: np.ndarray, size: tuple[float, float],
    taken: Sequence[QRectF],
) -> QRectF:  # fmt: skip
    """Return the place of a name at the `tip` of an arrow that points `toward` there.

    It is ahead of the tip, or on another side of it where one of the boxes `taken` is; ahead all
    the same where none of them is free.
    """
    rect, gap, (wide, high) = frame.rect, frame.style.px(5), size
    lefts, tops = (tip[0] + gap, tip[0] - gap - wide), (tip[1], tip[1] - high)
    if toward[0] < 0:
        lefts = lefts[::-1]
    if toward[1] <= 0:
        tops = tops[::-1]
    further = tops[0] + math.copysign(high + gap, toward[1] or -1.0)
    places = [
        QRectF(
            min(max(left, rect.left()), rect.right() - wide),
            min(max(top, rect.top()), rect.bottom() - high),
            *(wide, high),
        )
        for top in (*tops, further)
        for left in lefts
    ]
    free = (place for place in places if not any(place.intersects(one) for one in taken))
    return next(free, places[0])


def _write_at(
    painter: QPainter, frame: Frame, tip: np.ndarray, toward: np.ndarray, words: str,
    taken: Sequence[QRectF],
) -> None:  # fmt: skip
    style = frame.style
    font = fonts.math_font(0.96 * style.math_em)
    drawn = fonts.formula(words)
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(drawn) + style.px(6)
    box = free_place(frame, tip, toward, (wide, style.px(18)), taken)
    painter.fillRect(box, style.color(style.theme.card, 0.88))
    painter.setPen(style.color(style.theme.accent))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, drawn)
