"""A panel with axes: ranges by what is shown, a background that is cached, marks on top."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF
from PySide6.QtGui import QPainter

from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges, device_resolution
from xentgui.painting.style import Style
from xentgui.panels.marks import Hold, Way
from xentgui.panels.panel import Panel

REACH = 10.0
"""How near, in design pixels, a pointer must come to a mark to take hold of it."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """The least that each axis shows when zoomed in, in data units; None: it does not zoom."""

    across: float | None = None
    up: float | None = None


class PlotPanel(Panel):
    """A panel that maps data to pixels through a `Frame`, and hands out its marks.

    A mark is opaque outside the panel, and has one or two degrees of freedom.  The panel
    says where it is, how it is called, and which edits move it.

    Attributes
    ----------
    zoom
        In which directions people can zoom and pan.
    """

    zoom: ClassVar[Zoom] = Zoom(across=3.0)

    def face(self, view: View) -> PlotPanel:
        """Return what `view` makes of this panel: itself, unless it can be drawn in two ways."""
        return self

    def margins(self, view: View) -> QMarginsF:
        """Return the room for labels around the plot, in design pixels."""
        return QMarginsF(46, 12, 14, 30)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return the ranges that show all of `snapshot`, by what is shown alone."""
        raise NotImplementedError

    def least(self, snapshot: Snapshot, view: View) -> Ranges | None:
        """Return ranges that are to be seen even while the axes move; None if there are none."""
        return None

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint what depends on the ranges and names only; cached between edits."""
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
        """Paint the whole picture with everything in view."""
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

    # Marks.  A panel without any has nothing to move, and none of these is asked of it
    # beyond `mark_at` and `mark_beside`.

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the mark that a press at `point` takes hold of, or None."""
        return None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the mark to which a key leads from `mark`, or from outside the panel.

        None where no mark is: after the last and before the first, Tab leaves the panel.
        """
        return None

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the mark, or the class, of which `point` speaks, or None."""
        return None

    def highlight_of(self, mark: Mark) -> Mark:
        """Return what is highlighted everywhere while `mark` is held or has the keys."""
        return mark

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return where `mark` is, in pixels, moved to the edge if it lies beyond."""
        raise NotImplementedError

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return how a move of `mark` is called in the Edit menu, translated."""
        raise NotImplementedError

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Take hold of `mark`, which is to be moved from where `snapshot` has it."""
        raise NotImplementedError

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return what an arrow key asks for; None if the mark does not move that way.

        `way` is to the right and up, each -1, 0 or 1; `size` is in steps of the mark.
        """
        return None

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return what each number is called that can be typed at `mark`, with its unit."""
        raise NotImplementedError

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return what typed numbers ask for, one for each of `captions`."""
        raise NotImplementedError


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
