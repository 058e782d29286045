"""The room around a plot that its numbers and names really need."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.axis_name import STRIP
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.style import Style
from xentgui.panels.plot_panel import PlotPanel

_LEAST = QMarginsF(5.0, 9.0, 8.0, 4.0)  # design pixels: half a dot, and a number above a bar
_EDGE = 1.0  # design pixels between a text and the edge
_PASSES = 2  # what fits into a row depends on the room, and the room on the number of rows


def room_around(
    panel: PlotPanel,
    rect: QRectF,
    ranges: Ranges,
    snapshot: Snapshot,
    view: View,
    style: Style,
    heights: tuple[float, float] | None = None,
) -> QMarginsF:
    """Return the room that `panel` needs around its plot in a picture that fills `rect`.

    Its axes are painted without being seen, and what they write is measured.  All lengths are in
    the unit of `rect`; `heights` are those of the room above and below, if they are fixed.  `panel`
    is the face that paints.
    """
    ruler = _AxesRuler(panel, rect, ranges, snapshot, view, style)
    usual = ruler.usual()
    if not panel.measured:
        return usual if heights is None else _between(usual, heights)
    if heights is not None:
        return ruler.across(_between(usual, heights))
    around = ruler.across(usual)
    tops, bottoms = list[float](), list[float]()
    for _ in range(_PASSES):
        top, bottom = ruler.down(around)
        tops.append(top)
        bottoms.append(bottom)
        around.setTop(max(tops))
        around.setBottom(max(bottoms))
    return around


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

    def across(self, within: QMarginsF) -> QMarginsF:
        """Return `within` with the room at its sides for what is written beside the plot.

        `within` has ample room at the left: where there is less, numbers are written smaller.
        """
        frame, px, around = self._frame(within), self._style.px, QMarginsF(within)
        rect = frame.rect
        found = _texts(self._panel, frame, self._snapshot, self._view)
        beside = [
            box for box in found.boxes if box.bottom() > rect.top() and box.top() < rect.bottom()
        ]
        left = max((rect.left() - box.left() for box in beside), default=0.0) + px(_EDGE)
        # A name along the axis stands at the edge, wherever that is.
        left += px(STRIP) if found.has_name else 0.0
        right = max((box.right() - rect.right() for box in beside), default=0.0) + px(_EDGE)
        left, right = max(left, px(_LEAST.left())), max(right, px(_LEAST.right()))
        if "left" in self._sides:
            around.setLeft(left)
        if "right" in self._sides:
            around.setRight(right)
        return around

    def down(self, within: QMarginsF) -> tuple[float, float]:
        """Return the room above and below for what is written there, between sides as `within`."""
        frame, px = self._frame(within), self._style.px
        texts = _texts(self._panel, frame, self._snapshot, self._view).boxes
        rect = frame.rect
        top = max((rect.top() - box.top() for box in texts), default=0.0) + px(_EDGE)
        bottom = max((box.bottom() - rect.bottom() for box in texts), default=0.0) + px(_EDGE)
        top, bottom = max(top, px(_LEAST.top())), max(bottom, px(_LEAST.bottom()))
        return (
            top if "top" in self._sides else within.top(),
            bottom if "bottom" in self._sides else within.bottom(),
        )

    def _frame(self, around: QMarginsF) -> Frame:
        inner = self._rect.marginsRemoved(around)
        return self._panel.framed(self._rect, inner, self._ranges, self._style, 1.0)


class _Texts(NamedTuple):
    """The rectangles of the texts of axes, and whether the name of the y axis runs along it."""

    boxes: list[QRectF]
    has_name: bool


def _texts(panel: PlotPanel, frame: Frame, snapshot: Snapshot, view: View) -> _Texts:
    """Return the rectangles of all texts of the axes, in the unit of `frame`."""
    device = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    painter = _Ruler(device)
    try:
        panel.paint_axes(painter, frame, snapshot, view)
    finally:
        painter.end()
    left = frame.rect.left()
    names = [
        box for box in painter.turned if box.right() <= left and box.top() < frame.rect.bottom()
    ]
    return _Texts([box for box in painter.boxes if box not in names], bool(names))


class _Ruler(QPainter):
    """A painter that keeps the places of texts instead of drawing them."""

    def __init__(self, device: QImage) -> None:
        super().__init__(device)
        self.boxes: list[QRectF] = []
        self.turned: list[QRectF] = []

    def drawText(self, *arguments: Any) -> Any:
        """Keep the rectangle from the height of capitals to the depth of the descenders."""
        metrics = QFontMetricsF(self.font())
        place, text = arguments[0], str(arguments[-1])
        if isinstance(place, QRectF):
            flags = arguments[1]
            box = metrics.boundingRect(place, int(getattr(flags, "value", flags)), text)
            box.setTop(box.top() + metrics.ascent() - metrics.capHeight())
        else:
            corner = QPointF(place) - QPointF(0.0, metrics.capHeight())
            size = QSizeF(metrics.horizontalAdvance(text), metrics.capHeight() + metrics.descent())
            box = QRectF(corner, size)
        box = self.transform().mapRect(box)
        self.boxes.append(box)
        if self.transform().isRotating():
            self.turned.append(box)
