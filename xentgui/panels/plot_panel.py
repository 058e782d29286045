"""A panel with axes: ranges that hold still, a background that is kept, marks on top."""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF
from PySide6.QtGui import QPainter

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges, device_resolution
from xentgui.painting.style import Style
from xentgui.panels.handle import Handle, HandleKind
from xentgui.panels.panel import Panel

REACH = 10.0
"""How near, in design pixels, a pointer must come to a mark to take hold of it."""


class PlotPanel(Panel):
    """A panel that maps data to pixels through a `Frame`.

    Attributes
    ----------
    kinds
        What can be dragged, in the order in which keys step through it.
    """

    kinds: ClassVar[tuple[HandleKind, ...]] = ()

    def face(self, view: View) -> PlotPanel:
        """Return what `view` makes of this panel: itself, unless it can be drawn in two ways."""
        return self

    def margins(self, view: View) -> QMarginsF:
        """Return the room for labels around the plot, in design pixels."""
        return QMarginsF(46, 12, 14, 30)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return the ranges with all of `snapshot` in sight."""
        raise NotImplementedError

    def settle(self, ranges: Ranges, snapshot: Snapshot, view: View) -> Ranges:
        """Return `ranges` if they still serve, else better ones, so that axes rarely move."""
        return self.home(snapshot, view)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint what depends on the ranges and names only; kept between edits."""
        raise NotImplementedError

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint what follows from the numbers."""
        raise NotImplementedError

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return what, beside the frame, `paint_axes` depends on."""
        return (snapshot.state.labels, view.unit)

    def frame(
        self, rect: QRectF, ranges: Ranges, view: View, style: Style, resolution: float
    ) -> Frame:
        """Return the map from data to pixels for a picture that fills `rect`."""
        m = self.margins(view)
        inner = rect.adjusted(
            style.px(m.left()), style.px(m.top()), -style.px(m.right()), -style.px(m.bottom())
        )
        inner.setWidth(max(inner.width(), 1.0))
        inner.setHeight(max(inner.height(), 1.0))
        return Frame(rect, inner, ranges, style, resolution)

    def paint(
        self, painter: QPainter, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> None:
        """Paint the whole picture with everything in sight."""
        ranges = self.face(view).home(snapshot, view)
        self.paint_within(painter, rect, ranges, snapshot, view, style)

    def paint_within(
        self,
        painter: QPainter,
        rect: QRectF,
        ranges: Ranges,
        snapshot: Snapshot,
        view: View,
        style: Style,
    ) -> None:
        """Paint the whole picture on axes that show `ranges`."""
        resolution = style.resolution or device_resolution(painter)
        face = self.face(view)
        frame = face.frame(rect, ranges, view, style, resolution)
        face.paint_axes(painter, frame, snapshot, view)
        face.paint_marks(painter, frame, snapshot, view)

    def class_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> int | None:
        """Return the class that `point` speaks of, or None."""
        if not frame.outer.contains(point) or point.x() < frame.rect.left():
            return None
        index = round(frame.x_value(point.x()))
        return index if 0 <= index < len(snapshot.logits) else None

    def locate(self, handle: Handle, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return where `handle` is, in pixels, moved to the edge if it lies beyond."""
        raise NotImplementedError

    def value_at(self, handle: Handle, frame: Frame, view: View, point: QPointF) -> float:
        """Return the number that `handle` has when pulled to `point`."""
        raise NotImplementedError

    def handle_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Handle | None:
        """Return the handle within reach of `point`, the nearest first, or None."""
        reach = frame.style.px(REACH)
        best: tuple[float, Handle] | None = None
        for index in self.candidates(frame, snapshot, view, point):
            for kind in self.kinds:
                handle = Handle(kind, index)
                distance = self.distance(handle, frame, snapshot, view, point)
                if distance <= reach and (best is None or distance < best[0]):
                    best = (distance, handle)
        return best[1] if best else None

    def candidates(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> list[int]:
        """Return the classes whose handles may be within reach of `point`."""
        count = len(snapshot.logits)
        reach = max(frame.style.px(REACH) / frame.slot, 0.5)
        first = max(0, int(np.ceil(frame.x_value(point.x()) - reach)))
        last = min(count - 1, int(np.floor(frame.x_value(point.x()) + reach)))
        if last - first < 64:
            return list(range(first, last + 1))
        # Thousands of classes share these pixels: only what stands out can be meant.
        inside = np.arange(first, last + 1)
        prominence = np.maximum(snapshot.probabilities[inside], snapshot.effective_target[inside])
        return [int(index) for index in inside[np.argsort(prominence)[-8:]]]

    def distance(
        self, handle: Handle, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> float:
        """Return how far `point` is from `handle`, in pixels; a class's whole width counts as near."""
        at = self.locate(handle, frame, snapshot, view)
        across = max(0.0, abs(point.x() - at.x()) - 0.35 * frame.slot)
        return float(np.hypot(across, point.y() - at.y()))


FARTHEST = 1e100
"""No axis reaches further; a value beyond is shown at the edge, with its number."""


def span(values: np.ndarray) -> tuple[float, float]:
    """Return the least and the greatest of `values`, shape (n,), that an axis may be made for.

    Infinities and NaN are left out, and nothing is beyond `FARTHEST`; 0 and 0 if nothing is left.
    """
    if not values.size:
        return 0.0, 0.0
    low, high = float(np.minimum.reduce(values)), float(np.maximum.reduce(values))
    if not (math.isfinite(low) and math.isfinite(high)):
        finite = np.isfinite(values)
        return span(values[finite])
    return within(low, -FARTHEST, FARTHEST), within(high, -FARTHEST, FARTHEST)


def highest(values: np.ndarray) -> float:
    """Return the greatest of `values`, shape (n,), as `span` does."""
    high = float(np.maximum.reduce(values))
    return min(high, FARTHEST) if 0.0 <= high < math.inf else span(values)[1]


def within(value: float, low: float, high: float) -> float:
    """Return `value` moved into `low` … `high`; infinities go to the ends."""
    return min(max(value, low), high)
