"""The room around a plot that its numbers and names really need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.axis_name import STRIP
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.style import Style
from xentgui.panels.plot_panel import PlotPanel

_LEAST = QMarginsF(5.0, 9.0, 8.0, 4.0)  # design pixels: half a dot, and a number above a bar
_TO_RIGHT, _ACROSS = Qt.AlignmentFlag.AlignRight.value, Qt.AlignmentFlag.AlignHCenter.value
_TO_BOTTOM, _DOWN = Qt.AlignmentFlag.AlignBottom.value, Qt.AlignmentFlag.AlignVCenter.value
_WRAPS = Qt.TextFlag.TextWordWrap.value
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
        left, top = rect.left(), rect.top()
        right, bottom = rect.right(), rect.bottom()
        most = [0.0, 0.0, 0.0, 0.0]
        for box in found.boxes:
            high, low = box.top(), box.bottom()
            if low > top and high < bottom:
                most[0] = max(most[0], left - box.left())
                most[2] = max(most[2], box.right() - right)
            most[1], most[3] = max(most[1], top - high), max(most[3], low - bottom)
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

    boxes: list[QRectF]
    has_name: bool


def _texts(panel: PlotPanel, frame: Frame, snapshot: Snapshot, view: View) -> _Texts:
    """Return the rectangles of all texts of the axes, in the unit of `frame`."""
    device = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    painter = _Ruler(device)
    try:
        panel.paint_around(painter, frame, snapshot, view)
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
        self._measures = _measures_of(self.font())

    def setFont(self, font: Any) -> None:
        """Know the measures of `font`."""
        super().setFont(font)
        self._measures = _measures_of(font)

    def drawText(self, *arguments: Any) -> Any:
        """Keep the rectangle from the height of capitals to the depth of the descenders."""
        advance, ascent, height, capital, descent = self._measures
        place, text = arguments[0], str(arguments[-1])
        if isinstance(place, QRectF):
            flags = _plain(arguments[1])
            if flags & _WRAPS:
                box = QFontMetricsF(self.font()).boundingRect(place, flags, text)
                box.setTop(box.top() + ascent - capital)
            else:
                wide, left, top = advance(text), place.left(), place.top()
                left += (place.width() - wide) * _share(flags, _TO_RIGHT, _ACROSS)
                top += (place.height() - height) * _share(flags, _TO_BOTTOM, _DOWN)
                box = QRectF(left, top + ascent - capital, wide, height - ascent + capital)
        else:
            box = QRectF(place.x(), place.y() - capital, advance(text), capital + descent)
        transform = self.transform()
        if transform.isIdentity():
            self.boxes.append(box)
            return
        box = transform.mapRect(box)
        self.boxes.append(box)
        if transform.isRotating():
            self.turned.append(box)


_Measures = tuple[Callable[[str], float], float, float, float, float]
_MOST_FONTS = 64
_known_fonts: dict[int, tuple[QFont, _Measures]] = {}
_known_flags: dict[int, tuple[object, int]] = {}


def _measures_of(font: QFont) -> _Measures:
    """Return how to find the width of a text, and ascent, height, capitals and descent."""
    found = _known_fonts.get(id(font))
    if found is None:
        if len(_known_fonts) >= _MOST_FONTS:
            _known_fonts.clear()
        m = QFontMetricsF(font)
        numbers = m.ascent(), m.height(), m.capHeight(), m.descent()
        # With the font itself, so that no other font gets its id.
        found = _known_fonts[id(font)] = font, (m.horizontalAdvance, *numbers)
    return found[1]


def _plain(flags: object) -> int:
    """Return alignment flags as a number; Python reads an enum's value slowly."""
    found = _known_flags.get(id(flags))
    if found is None:
        if len(_known_flags) >= _MOST_FONTS:
            _known_flags.clear()
        found = _known_flags[id(flags)] = flags, int(getattr(flags, "value", flags))  # type: ignore[call-overload]
    return found[1]


def _share(flags: int, end: int, middle: int) -> float:
    """Return the share of the free room that is before a text."""
    return 1.0 if flags & end else 0.5 if flags & middle else 0.0
