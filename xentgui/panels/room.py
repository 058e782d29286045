"""The room around a plot that its numbers and names really need."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QRectF

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.axis_name import STRIP
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.style import Style
from xentgui.painting.text_ruler import Box, TextRuler
from xentgui.panels.plot_panel import PlotPanel

_LEAST = QMarginsF(5.0, 9.0, 8.0, 4.0)  # design pixels: half a dot, and a number above a bar
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
    start: QMarginsF | None = None,
) -> QMarginsF:
    """Return the room that `panel` needs around its plot in a picture that fills `rect`.

    Its axes are painted without being seen, and what they write is measured.  All lengths are in
    the unit of `rect`; `heights` are those of the room above and below, if they are fixed.  `panel`
    is the face that paints; `start` is the room that it needs in a picture of about this size.
    """
    ruler = _AxesRuler(panel, rect, ranges, snapshot, view, style)
    usual = start or ruler.usual()
    if not panel.measured:
        return usual if heights is None else _between(usual, heights)
    if heights is not None:
        return ruler.around(_between(usual, heights), sides=True, ends=False)
    found = ruler.around(usual)
    if start is not None:
        return found
    # What fits into a row depends on the room, and the room on the number of rows.
    again = ruler.around(found)
    again.setTop(max(again.top(), found.top()))
    again.setBottom(max(again.bottom(), found.bottom()))
    return again


def _between(around: QMarginsF, heights: tuple[float, float]) -> QMarginsF:
    return QMarginsF(around.left(), heights[0], around.right(), heights[1])


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
        self._sides = panel.measured.split()

    def usual(self) -> QMarginsF:
        """Return the room that the panel has in the window."""
        return self._panel.usual_room(self._rect, self._view, self._style)

    def around(self, within: QMarginsF, *, sides: bool = True, ends: bool = True) -> QMarginsF:
        """Return `within` with the room that what is written around the plot needs.

        `sides` are left and right, and `ends` are above and below.  `within` has ample room at the
        left: where there is less, numbers are written smaller.
        """
        frame, px, around = self._frame(within), self._style.px, QMarginsF(within)
        found, rect = _texts(self._panel, frame, self._snapshot, self._view), frame.rect
        left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
        first, high, last, low = left, top, right, bottom
        for box_left, box_top, box_right, box_bottom in found.boxes:
            # A figure looks at thousands of these, and `min` and `max` take longer.
            if box_bottom > top and box_top < bottom:
                first = box_left if box_left < first else first
                last = box_right if box_right > last else last
            high = box_top if box_top < high else high
            low = box_bottom if box_bottom > low else low
        most = left - first, top - high, last - right, low - bottom
        edge = px(_EDGE)
        # A name along the axis stands at the edge, wherever that is.
        strip = px(STRIP) if found.has_name else 0.0
        if sides and "left" in self._sides:
            around.setLeft(max(most[0] + edge + strip, px(_LEAST.left())))
        if sides and "right" in self._sides:
            around.setRight(max(most[2] + edge, px(_LEAST.right())))
        if ends and "top" in self._sides:
            around.setTop(max(most[1] + edge, px(_LEAST.top())))
        if ends and "bottom" in self._sides:
            around.setBottom(max(most[3] + edge, px(_LEAST.bottom())))
        return around

    def _frame(self, around: QMarginsF) -> Frame:
        inner = self._rect.marginsRemoved(around)
        # Names below the plot may need more than there usually is.
        rect = self._rect.adjusted(0.0, 0.0, 0.0, self._style.px(_DEEPEST))
        return self._panel.framed(rect, inner, self._ranges, self._style, 1.0)


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
