"""The room around a plot that its numbers and names really need."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRectF

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.axis_name import STRIP
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.style import Style
from xentgui.painting.text_ruler import Box, TextRuler
from xentgui.panels.plot_panel import PlotPanel

Sides = tuple[float, float, float, float]
"""The room at the left, above, at the right and below."""

_LEAST = 5.0, 9.0, 8.0, 4.0  # design pixels: half a dot, and a number above a bar
_DEEPEST = 200.0  # design pixels
_EDGE = 1.0  # design pixels between a text and the edge


def room_around(
    panel: PlotPanel,
    rect: QRectF,
    ranges: Ranges,
    snapshot: Snapshot,
    view: View,
    style: Style,
    heights: tuple[float, float] | None = None,
    start: Sides | None = None,
) -> Sides:
    """Return the room that `panel` needs around its plot in a picture that fills `rect`.

    Its axes are painted without being seen, and what they write is measured.  All lengths are in
    the unit of `rect`; `heights` are those of the room above and below, if they are fixed.  `panel`
    is the face that paints; `start` is the room that it needs in a picture of about this size.
    """
    if start is None:
        usual = panel.usual_room(rect, view, style)
        start, is_known = (usual.left(), usual.top(), usual.right(), usual.bottom()), False
    else:
        is_known = True
    left, top, right, bottom = start
    if heights is not None:
        top, bottom = heights
    if not panel.measured:
        return left, top, right, bottom
    ruler = _AxesRuler(panel, rect, ranges, snapshot, view, style)
    found = ruler.around(left, top, right, bottom, ends=heights is None)
    if is_known or heights is not None:
        return found
    # What fits into a row depends on the room, and the room on the number of rows.
    left, top, right, bottom = ruler.around(*found)
    return left, max(top, found[1]), right, max(bottom, found[3])


class _AxesRuler:
    """Measures what the axes of a plot write around it."""

    def __init__(
        self,
        panel: PlotPanel,
        rect: QRectF,
        ranges: Ranges,
        snapshot: Snapshot,
        view: View,
        style: Style,
    ) -> None:
        self._panel, self._rect, self._ranges = panel, rect, ranges
        self._snapshot, self._view, self._style = snapshot, view, style

    def around(
        self, left: float, top: float, right: float, bottom: float, *, ends: bool = True
    ) -> Sides:
        """Return the room that what is written around the plot needs, where there is this room.

        `ends` says whether the room above and below is asked about.  There is ample room at the
        left: where there is less, numbers are written smaller.
        """
        frame, lengths = self._frame(left, top, right, bottom), _lengths(self._style)
        found = _texts(self._panel, frame, self._snapshot, self._view)
        plot: Box = frame.rect.getCoords()  # type: ignore[assignment]
        x, y, x_end, y_end = first, high, last, low = plot
        for box_left, box_top, box_right, box_bottom in found.boxes:
            # A figure looks at thousands of these, and `min` and `max` take longer.
            if box_bottom > y and box_top < y_end:
                first = box_left if box_left < first else first
                last = box_right if box_right > last else last
            high = box_top if box_top < high else high
            low = box_bottom if box_bottom > low else low
        sides, edge = self._panel.measured, lengths.edge
        if "left" in sides:
            # A name along the axis stands at the edge, wherever that is.
            strip = lengths.strip if found.has_name else 0.0
            left = max(x - first + edge + strip, lengths.left)
        if "right" in sides:
            right = max(last - x_end + edge, lengths.right)
        if ends and "top" in sides:
            top = max(y - high + edge, lengths.top)
        if ends and "bottom" in sides:
            bottom = max(low - y_end + edge, lengths.bottom)
        return left, top, right, bottom

    def _frame(self, left: float, top: float, right: float, bottom: float) -> Frame:
        whole: Sides = self._rect.getRect()  # type: ignore[assignment]
        x, y, width, height = whole
        inner = QRectF(x + left, y + top, width - left - right, height - top - bottom)
        # Names below the plot may need more than there usually is.
        outer = QRectF(x, y, width, height + _lengths(self._style).deepest)
        return self._panel.framed(outer, inner, self._ranges, self._style, 1.0)


class _Lengths(NamedTuple):
    """The least room around a plot, and other lengths, in one style."""

    left: float
    top: float
    right: float
    bottom: float
    edge: float
    strip: float
    deepest: float


@lru_cache(maxsize=64)
def _lengths(style: Style) -> _Lengths:
    return _Lengths(*map(style.px, (*_LEAST, _EDGE, STRIP, _DEEPEST)))


class _Texts(NamedTuple):
    """The rectangles of the texts of axes, and whether the name of the y axis runs along it."""

    boxes: list[Box]
    has_name: bool


def _texts(panel: PlotPanel, frame: Frame, snapshot: Snapshot, view: View) -> _Texts:
    """Return the rectangles of all texts of the axes, in the unit of `frame`."""
    ruler = TextRuler()
    panel.paint_around(ruler, frame, snapshot, view)
    left, bottom = frame.rect.left(), frame.rect.bottom()
    turned = [box for box in ruler.turned if box[2] > left or box[1] >= bottom]
    return _Texts(ruler.boxes + turned, len(turned) < len(ruler.turned))
