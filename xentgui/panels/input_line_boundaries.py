"""The boundaries of points with one input: places on a line, each of which can be dragged along it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter

from xentgui.model.classifier.features import mapped
from xentgui.model.classifier.linear import scores
from xentgui.model.rows import Array
from xentgui.model.subjects import Edit
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_boundary import with_boundary_through
from xentgui.model.subjects.on_classifier import OnClassifier, with_linear
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.ticks import snapped
from xentgui.panels.boundary_mark import BoundaryHold, BoundaryMark
from xentgui.panels.input_space_boundaries import REACH

PLACES = 257
"""So many places of the line are looked at: between two of them the scores are nearly straight."""


class LineBoundary(NamedTuple):
    """Where the leading class changes between `first` and `second`, the lower number first."""

    first: int
    second: int
    x: float


class LineBoundaryHold(BoundaryHold):
    """A boundary while it is dragged along the only input."""

    def __init__(self, mark: BoundaryMark, start: Classifier) -> None:
        self._mark, self._start = mark, start

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit that brings it to the x of `point`; with Alt that is not rounded."""
        r = frame.ranges
        x = min(max(frame.x_value(point.x()), r.left), r.right)
        if not modifiers & Qt.KeyboardModifier.AltModifier:
            x = snapped(x, r.left, r.right, frame.rect.width())
        moved = with_boundary_through(self._start, self._mark.first, self._mark.second, [x])
        return OnClassifier(lambda subject: with_linear(subject, moved.linear))


@np.errstate(all="ignore")
def scores_at(subject: Classifier, x: Array) -> Array:
    """Return the output of each class at `x`, shape (len(x), K)."""
    return scores(subject.linear, mapped(subject.features, np.asarray(x, float).reshape(-1, 1)))


def line_boundaries(subject: Classifier, ranges: Ranges) -> list[LineBoundary]:
    """Return the boundaries within the ranges, from left to right."""
    x = np.linspace(ranges.left, ranges.right, PLACES)
    z = scores_at(subject, x)
    best, found = z.argmax(axis=1), []
    for place in np.flatnonzero(np.diff(best)).tolist():
        one, other = int(best[place]), int(best[place + 1])
        before, after = (float(row[one] - row[other]) for row in z[place : place + 2])
        share = before / (before - after) if before > after else 0.5
        at = float(x[place] + share * (x[place + 1] - x[place]))
        found.append(LineBoundary(min(one, other), max(one, other), at))
    return found


def nearest(found: list[LineBoundary], mark: BoundaryMark, x: float) -> float | None:
    """Return where the boundary of a mark is; of several places the one nearest to `x`."""
    places = [one.x for one in found if (one.first, one.second) == mark.pair]
    return min(places, key=lambda place: abs(place - x), default=None)


def mark_near(frame: Frame, subject: Classifier, point: QPointF) -> BoundaryMark | None:
    """Return the boundary within reach of `point`."""
    found = line_boundaries(subject, frame.ranges)
    if not found or not frame.rect.contains(point):
        return None
    one = min(found, key=lambda boundary: abs(frame.x(boundary.x) - point.x()))
    is_near = abs(frame.x(one.x) - point.x()) <= frame.style.px(REACH)
    return BoundaryMark(one.first, one.second) if is_near else None


def place_of(
    mark: BoundaryMark, frame: Frame, subject: Classifier, near: QPointF | None = None
) -> QPointF:
    """Return where a boundary is taken hold of; the middle of the plot if it cannot be seen."""
    wanted = frame.rect.center() if near is None else near
    x = nearest(line_boundaries(subject, frame.ranges), mark, frame.x_value(wanted.x()))
    across = frame.rect.center().x() if x is None else frame.x(x)
    return QPointF(across, wanted.y())


def draw_line_boundaries(
    painter: QPainter, frame: Frame, subject: Classifier, mark: BoundaryMark | None = None
) -> None:
    """Draw the boundaries, in the colour of what is pointed at if `mark` names their classes."""
    style, theme = frame.style, frame.style.theme
    is_pointed = mark is not None
    painter.setPen(style.pen(theme.accent, 3.6) if is_pointed else style.pen(theme.ink, 2.0))
    for one in line_boundaries(subject, frame.ranges):
        if mark is None or (one.first, one.second) == mark.pair:
            x = frame.x(one.x)
            painter.drawLine(QLineF(x, frame.rect.top(), x, frame.rect.bottom()))


def nudged(mark: BoundaryMark, subject: Classifier, ranges: Ranges, by: float) -> Edit | None:
    """Return the edit that moves a boundary by so much; None if it cannot be seen."""
    x = nearest(line_boundaries(subject, ranges), mark, 0.5 * (ranges.left + ranges.right))
    if x is None:
        return None
    to = x + by
    return OnClassifier(lambda now: with_boundary_through(now, mark.first, mark.second, [to]))
