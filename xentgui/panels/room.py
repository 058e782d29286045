"""The room around a plot that its numbers and names really need."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QRectF

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.axis_name import STRIP
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import INSET, y_column
from xentgui.painting.style import Style
from xentgui.painting.text_ruler import Box, Column, TextRuler
from xentgui.panels.plot_panel import PlotPanel

Sides = tuple[float, float, float, float]
"""The room at the left, above, at the right and below."""

_LEAST = 5.0, 9.0, 8.0, 4.0  # design pixels: half a dot, and a number above a bar
_DEEPEST = 200.0  # design pixels
_EDGE = 1.0  # design pixels between a text and the edge
_MOST_KEPT = 256
_ROUNDING = 1e-9
_DIGITS = 9  # behind the point of a length: the same, however high the plot is that was measured


class AxesRuler:
    """Measures the room that a plot needs around it, in pictures of any size.

    Its axes are painted without being seen, and what they write is measured.  Most of that is known
    for plots of other sizes then: rows above and below the plot in plots of other heights, numbers
    below it in wider ones, too, and the numbers at its left, which follow from the height.

    `panel` is the face that paints.
    """

    def __init__(self, panel: PlotPanel, ranges: Ranges, view: View, style: Style) -> None:
        self._panel, self._ranges, self._view, self._style = panel, ranges, view, style
        self._lengths, self._asked = _lengths(style), _asked(panel.measured)
        self._rows: dict[tuple[float, ...], _Rows] = {}
        self._beside: dict[float, _Beside] = {}
        self._steady: tuple[float, _Rows] = math.inf, _NO_ROWS
        self._axis: tuple[list[bool], tuple[float, float, float] | None] | None = None

    def room(
        self,
        size: tuple[float, float],
        snapshot: Snapshot,
        heights: tuple[float, float] | None = None,
        start: Sides | None = None,
    ) -> Sides:
        """Return the room that the plot needs around it in a picture of `size`.

        All lengths are in the unit of `size`; `heights` are those of the room above and below, if
        they are fixed; `start` is the room that it needs in a picture of about this size.
        """
        is_known = start is not None
        if start is None:
            usual = self._panel.usual_room(QRectF(0.0, 0.0, *size), self._view, self._style)
            start = usual.left(), usual.top(), usual.right(), usual.bottom()
        if heights is not None:
            start = start[0], heights[0], start[2], heights[1]
        if not self._panel.measured:
            return start
        found = self._around(size, start, snapshot, ends=heights is None)
        if is_known or heights is not None:
            return found
        # What fits into a row depends on the room, and the room on the number of rows.
        left, top, right, bottom = self._around(size, found, snapshot)
        return left, max(top, found[1]), right, max(bottom, found[3])

    def _around(
        self, size: tuple[float, float], room: Sides, snapshot: Snapshot, *, ends: bool = True
    ) -> Sides:
        """Return the room that what is written around the plot needs, where there is this `room`.

        `ends` says whether the room above and below is asked about.  There is ample room at the
        left: where there is less, numbers are written smaller.
        """
        at_left, at_top, at_right, at_bottom = self._asked
        above, below = ends and at_top, ends and at_bottom
        if not (above or below or at_left or at_right):
            return room
        rows, beside, boxes = self._written(size, room, snapshot, above=above, below=below)
        left, top, right, bottom = room
        least, edge, strip, *_ = self._lengths
        if not (boxes or above or below):
            left = beside.room if at_left else left
            return left, top, max(edge, least[2]) if at_right else right, bottom
        high = max(size[1] - top - bottom, 1.0)
        x_end, y_end = left + max(size[0] - left - right, 1.0), top + high
        first, upper, last, lower = left, top, x_end, y_end
        for box_left, box_top, box_right, box_bottom in boxes:
            # A figure looks at hundreds of these, and `min` and `max` take longer.
            if box_bottom > top and box_top < y_end:
                first = box_left if box_left < first else first
                last = box_right if box_right > last else last
            upper = box_top if box_top < upper else upper
            lower = box_bottom if box_bottom > lower else lower
        for inset, width, lowest, highest, letters, descent, *_ in beside.columns:
            base, rise = self._ranges.bottom, high / (self._ranges.top - self._ranges.bottom)
            column = left - inset - width
            first = column if column < first else first
            upper = min(upper, y_end - (highest - base) * rise + letters)
            lower = max(lower, y_end - (lowest - base) * rise + descent)
        if at_left:
            # A name along the axis stands at the edge, wherever that is.
            left = max(left - first + edge + (strip if beside.has_name else 0.0), least[0])
        if at_right:
            right = max(last - x_end + edge, least[2])
        if above:
            top = max(top - upper + edge, rows.above + edge, least[1])
        if below:
            bottom = max(lower - y_end + edge, rows.below + edge, least[3])
        return left, top, right, bottom

    def _written(
        self,
        size: tuple[float, float],
        room: Sides,
        snapshot: Snapshot,
        *,
        above: bool,
        below: bool,
    ) -> tuple[_Rows, _Beside, Sequence[Box]]:
        """Return what is written around the plot, with the rectangles of what is no part of an axis.

        What is known of it is not painted.
        """
        asks, (left, top, _, bottom) = above or below, room
        high, key = max(size[1] - top - bottom, 1.0), (size[0], *room)
        rows = self._known_rows(key) if asks else _NO_ROWS
        beside = self._known_beside(left, top, high)
        if rows is not None and beside is not None:
            return rows, beside, ()
        frame, asks = self._frame(size, room), rows is None
        ruler = TextRuler(beside=beside is None, above=above and asks, below=below and asks)
        self._panel.paint_around(ruler, frame, snapshot, self._view)
        if rows is None:
            rows = _rows_of(ruler, frame)
            if ruler.width < math.inf:
                self._steady = ruler.width, rows
            else:
                _keep(self._rows, key, rows)
        turned = [box for box in ruler.turned if box[2] > left or box[1] >= frame.rect.bottom()]
        boxes = *ruler.boxes, *turned
        if beside is None:
            has_name = ruler.name is not None or len(turned) < len(ruler.turned)
            beside = self._beside_of(ruler.columns, left, ruler.name, has_name=has_name)
            if not boxes and not ruler.turned:
                _keep(self._beside, left, beside)
                signs = [one.signed for one in ruler.columns if one.signed is not None]
                if len(signs) == len(ruler.columns):
                    self._axis = signs, ruler.name
        return rows, beside, boxes

    def _known_rows(self, key: tuple[float, ...]) -> _Rows | None:
        width, rows = self._steady
        return rows if key[0] >= width else self._rows.get(key)

    def _known_beside(self, left: float, top: float, high: float) -> _Beside | None:
        found = self._beside.get(left)
        if found is not None and found.least <= high <= found.most and top + high > found.depth:
            return found
        if self._axis is None:
            return None
        signs, name = self._axis
        if name is not None and (left < name[0] or top + high <= name[1] or high <= name[2]):
            return None
        room, columns = left - self._lengths.inset, list[Column]()
        for signed in signs:
            column = y_column(self._style, self._ranges, high, room, signed=signed)
            if column is None:
                return None
            columns.append(column)
        found = self._beside_of(columns, left, name, has_name=name is not None)
        _keep(self._beside, left, found)
        return found

    def _beside_of(
        self,
        columns: Sequence[Column],
        left: float,
        name: tuple[float, float, float] | None,
        *,
        has_name: bool,
    ) -> _Beside:
        lengths, first, low, most = self._lengths, left, 0.0, math.inf
        depth = -math.inf
        if name is not None:
            _, depth, low = name
            low = max(low * (1.0 + _ROUNDING), 0.0)
        for one in columns:
            first = min(first, left - one.inset - one.width)
            low, most = max(low, one.heights[0]), min(most, one.heights[1])
        strip = lengths.strip if has_name else 0.0
        room = max(left - first + lengths.edge + strip, lengths.least[0])
        return _Beside(columns, has_name, room, low, most, depth)

    def _frame(self, size: tuple[float, float], room: Sides) -> Frame:
        (width, height), (left, top, right, bottom) = size, room
        inner = QRectF(left, top, width - left - right, height - top - bottom)
        # Names below the plot may need more than there usually is.
        outer = QRectF(0.0, 0.0, width, height + self._lengths.deepest)
        return self._panel.framed(outer, inner, self._ranges, self._style, 1.0)


class _Lengths(NamedTuple):
    """The least room at each side of a plot, and other lengths, in one style."""

    least: Sides
    edge: float
    strip: float
    deepest: float
    inset: float


@lru_cache(maxsize=64)
def _lengths(style: Style) -> _Lengths:
    left, top, right, bottom, *others = map(style.px, (*_LEAST, _EDGE, STRIP, _DEEPEST, INSET))
    return _Lengths((left, top, right, bottom), *others)


@lru_cache(maxsize=16)
def _asked(measured: str) -> tuple[bool, bool, bool, bool]:
    return "left" in measured, "top" in measured, "right" in measured, "bottom" in measured


class _Rows(NamedTuple):
    """How far the rows above and below a plot reach from it."""

    above: float
    below: float


class _Beside(NamedTuple):
    """What the y axis writes at the left of a plot.

    It needs so much `room`.  `least` and `most` are the heights of a plot of which this is so; its
    bottom is below `depth`.
    """

    columns: Sequence[Column]
    has_name: bool
    room: float
    least: float
    most: float
    depth: float


_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def _keep(known: dict[_Key, _Value], key: _Key, value: _Value) -> None:
    if len(known) >= _MOST_KEPT:
        known.clear()
    known[key] = value


_NO_ROWS = _Rows(0.0, 0.0)


def _rows_of(ruler: TextRuler, frame: Frame) -> _Rows:
    if not ruler.rows:
        return _NO_ROWS
    above = frame.rect.top() - min([high for high, _ in ruler.rows])
    below = max([low for _, low in ruler.rows]) - frame.rect.bottom()
    return _Rows(round(above, _DIGITS), round(below, _DIGITS))
