"""The line above a plot: the name of the y axis, and the legend."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.painting.axis_name import (
    STRIP,
    AxisName,
    draw_along,
    draw_name,
    name_width,
    runs_along,
)
from xentgui.painting.frame import Frame, is_measured
from xentgui.painting.labels import SMALL
from xentgui.painting.marks import arrow_shapes
from xentgui.painting.parts import as_part
from xentgui.painting.qt_arrays import polygon
from xentgui.painting.style import Style

ROW = 18.0
"""The height of a row of the legend, in design pixels."""

_SIDE, _BEFORE_TEXT, _GAP = 10.0, 6.0, 18.0  # of a sample, after it, and after its text
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.TextElideMode.ElideMiddle
_SNUG, _SNUG_GAP = 14.0, 12.0  # design pixels, in a figure that is laid out by its content


__all__ = ["AxisName", "Header", "Sample", "draw_header", "legend_entries", "legend_rows"]


class Sample(NamedTuple):
    """One entry: `shape` is "bar", "outline", "line", "drop", "ghost", "ring", "dots" or "arrow"."""

    shape: str
    text: str


class Header(NamedTuple):
    """What stands above a plot: the name of its y axis, and its legend.

    `above` is the distance of its lowest row from the plot, in design pixels.  Where the name runs
    along the axis, its words explain the first `named` of the samples, which are then left out.
    """

    name: AxisName | None = None
    samples: tuple[Sample, ...] = ()
    above: float = 15.0
    named: int = 0

    def within(self, style: Style) -> Header:
        """Return the header with what is written in `style`."""
        if not runs_along(style, self.name):
            return self
        return self._replace(samples=self.samples[self.named :])

    def above_plot(self, style: Style) -> float:
        """Return how far its lowest row is above the plot in `style`, in design pixels."""
        return min(self.above, _SNUG) if runs_along(style, self.name) else self.above


class Entry(NamedTuple):
    """A sample of the legend at its place: its row, from the lowest, its x, and its text."""

    row: int
    x: float
    shape: str
    text: str
    width: float


def legend_rows(style: Style, header: Header, outer: float, left: float, right: float) -> int:
    """Return how many rows the samples of `header` need; the arguments are as for the entries."""
    entries = legend_entries(style, header, outer, left, right, beside=True)
    return entries[0].row + 1 if entries else 0


@lru_cache(maxsize=256)
def legend_entries(
    style: Style, header: Header, outer: float, left: float, right: float, *, beside: bool
) -> tuple[Entry, ...]:
    """Return all samples of `header`, in as many rows as they need.

    They are between `left`, where the plot begins, and `right`; the name of the axis is to the left
    of the lowest row, from `outer` on.  None is left out, because its mark is drawn: one that is
    wider than a row is shortened.  `beside` says whether the letter of a panel, in the corner, is
    in the lowest row.
    """
    header, px, metrics = header.within(style), style.px, style.metrics(SMALL)
    ruler = style.ruler(SMALL)
    before, gap = px(_SIDE + _BEFORE_TEXT), px(_SNUG_GAP if style.snug else _GAP)
    shift = px(style.corner) if beside else 0.0
    first = max(left, outer + px(style.corner))
    if style.snug and not name_width(style, header.name):
        # Then the rows do not depend on how wide the numbers of the axis are.
        first = outer + max(px(style.corner), px(STRIP))
    start = max(first, outer + shift + name_width(style, header.name))
    samples, room = list[tuple[str, str, float]](), max(right - start - before, px(_SIDE))
    for shape, text in header.samples:
        is_short = ruler.whole(text) < room - 1.0  # to cut takes long even where nothing is cut
        cut = text if is_short else metrics.elidedText(text, _MIDDLE, room)
        samples.append((shape, cut, ruler.whole(cut)))
    rows: list[list[Entry]] = []
    for count in range(1, len(samples) + 1):
        starts = [*(first for _ in range(count - 1)), start]
        rows = [[] for _ in starts]
        x, nth = starts[0], 0
        for shape, text, width in samples:
            if rows[nth] and x + before + width > right and nth + 1 < count:
                nth += 1
                x = starts[nth]
            rows[nth].append(Entry(count - 1 - nth, x, shape, text, width))
            x += before + width + gap
        if x - gap <= right + 1e-9:
            break
    return tuple(entry for row in rows for entry in row)


@as_part("legend", "legend")
def draw_header(painter: QPainter, frame: Frame, header: Header) -> None:
    """Draw the name of the y axis and the legend above the plot."""
    if is_measured(painter) and not painter.above:
        # A name in large letters may reach down to the plot.
        if header.name is None:
            return
        if runs_along(frame.style, header.name):
            draw_along(painter, frame, header.name)
            return
    style, theme, outer = frame.style, frame.style.theme, frame.outer
    side, line = style.px(_SIDE), style.px(ROW)
    lowest = frame.rect.top() - style.px(header.above_plot(style))
    beside = lowest - line / 2 < outer.top() + line
    ends = outer.left(), frame.rect.left(), outer.right()
    entries = legend_entries(style, header, *ends, beside=beside)
    if is_measured(painter):
        if entries:  # the highest row is first
            painter.setFont(style.font(SMALL))
            painter.keep_row(lowest - entries[0].row * line - line / 2, line)
        entries = ()
    for row, x, shape, text, width in entries:
        y = lowest - row * line
        _draw_shape(painter, frame, shape, QRectF(x, y - side / 2, side, side))
        painter.setFont(style.font(SMALL))
        painter.setPen(style.color(theme.mute))
        left = x + side + style.px(_BEFORE_TEXT)
        painter.drawText(QRectF(left, y - line / 2, width + style.px(2), line), _LEFT, text)
    if header.name is not None:
        shift = style.px(style.corner) if beside else 0.0
        draw_name(painter, frame, header.name, shift, lowest)


def _draw_shape(painter: QPainter, frame: Frame, shape: str, box: QRectF) -> None:
    style, theme = frame.style, frame.style.theme
    middle, out = box.center().y(), style.px(2)
    if shape == "bar":
        painter.fillRect(box, style.color(theme.mute))
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    across = QLineF(box.left() - out, middle, box.right() + out, middle)
    if shape == "outline":
        painter.setPen(style.pen(theme.mute, 1.0, (3.0, 2.0)))
        painter.drawRect(box)
    elif shape == "ghost":
        painter.setPen(style.pen(theme.ink, 1.2, (1.2, 2.4)))
        painter.drawPolyline([box.bottomLeft(), box.topLeft(), box.topRight(), box.bottomRight()])
    elif shape == "ring":
        painter.setPen(style.pen(theme.ink, 1.2, (1.2, 2.0)))
        painter.drawEllipse(box.center(), box.width() / 2, box.width() / 2)
    elif shape == "dots":
        painter.setPen(style.pen(theme.ink, 1.2, (1.2, 2.4)))
        painter.drawLine(across)
    elif shape == "arrow":
        painter.setPen(style.pen(theme.mute, 1.3))
        tail = (box.bottom(), np.array([box.top()]), style.px(4))
        painter.drawPolygon(polygon(arrow_shapes(np.array([box.center().x()]), *tail)[0]))
    elif shape == "drop":
        painter.setPen(style.pen(theme.mute, 1.4, (3.0, 2.4)))
        painter.drawLine(across)
    else:
        painter.setPen(style.pen(theme.ink, 2.8))
        painter.drawLine(across)
