"""The cross-entropy as an area: each class has a rectangle of width y and height -log p."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, in_unit, number, translate, unit_name
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.bars import draw_rects
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.hatch import draw_hatched
from xentgui.painting.labels import draw_x_axis, draw_y_axis
from xentgui.painting.legend import AxisName, Header, Sample, draw_header
from xentgui.painting.mark_labels import Label, draw_labels
from xentgui.painting.marks import draw_beyond
from xentgui.painting.ticks import round_limit
from xentgui.panels.accessible_text import amounts_in_words
from xentgui.panels.axis_limits import FARTHEST, span
from xentgui.panels.class_plot import ClassPlot
from xentgui.panels.labelled_classes import SHORT, names_beside, with_value
from xentgui.panels.shown_losses import described_with_note, draw_loss_note

_ABOVE = ("above", "above right", "above left")
_MANY = 400  # with more, rectangles are narrower than a pixel and have one colour


class Areas(ClassPlot):
    """How the Information panel looks with `View.areas`; not a panel of its own.

    The rectangles stand side by side, so that their whole area is the sum of
    -y log p.  The dashed rectangles inside have the height -log y: their area is the entropy of the
    target, and the rest of the area is the divergence. Source: Olah 2015, Visual Information
    Theory.
    """

    key = "information"
    title = QT_TRANSLATE_NOOP("panels", "Information")
    formula = "H(y, p) = Σ y · (−log p)"
    tip = QT_TRANSLATE_NOOP("panels", "The whole coloured area is the cross-entropy.")
    measured = "left right bottom"

    def margins(self, view: View) -> QMarginsF:
        """Return the room for labels: a legend above, numbers and a title below."""
        return QMarginsF(46, 38, 18, 46)

    def header(self, view: View) -> Header:
        """Return the axis of the information, and which area is which entropy."""
        height = with_logarithm("−log p", view.unit)
        cross = translate("panels", "area {cross} = H(y, p)").format(cross=f"y·({height})")
        samples = Sample("bar", cross), Sample("outline", translate("panels", "H(y)"))
        return Header(AxisName(height, unit_name(view.unit)), samples)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return the sum of the target in x, and the tallest finite rectangle in y."""
        tallest = in_unit(span(snapshot.information[snapshot.support])[1], view.unit)
        total = min(max(1.0, float(snapshot.effective_target.sum())), FARTHEST)
        return Ranges(0.0, total, 0.0, round_limit(max(tallest * 1.1, 0.2)))

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid and the legend."""
        draw_y_axis(painter, frame)
        draw_x_axis(painter, frame, translate("panels", "target y, stacked"))
        draw_header(painter, frame, self.header(view))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the rectangles, those of the entropy inside, and the numbers."""
        support, edges = _placed(snapshot)
        # While the axes move, a target can end so far outside that it has no place in pixels.
        r, wide = frame.ranges, frame.ranges.right - frame.ranges.left
        edges = np.clip(edges, r.left - wide, r.right + wide)
        heights = in_unit(snapshot.information[support], view.unit)
        with np.errstate(divide="ignore"):
            target_information = in_unit(-np.log(snapshot.effective_target[support]), view.unit)
        rects = _rects(frame, edges, heights)
        floors = _rects(frame, edges, np.maximum(target_information, 0.0))
        if len(support) > _MANY:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(frame.style.color(frame.style.theme.mute))
            draw_rects(painter, _columns(frame, edges, heights))
            rects = rects[:0]
        else:
            for index, height, rect in zip(
                support.tolist(), heights.tolist(), rects.tolist(), strict=True
            ):
                color = snapshot.state.color_of(index)
                self._paint_area(painter, frame, view, index, color, height, QRectF(*rect))
            self._paint_entropy(painter, frame, floors)
        if view.values:
            self._paint_numbers(painter, frame, snapshot, view, support, rects, floors[:, 1])
        draw_loss_note(painter, frame.style, frame.outer, snapshot)

    def _paint_area(
        self,
        painter: QPainter,
        frame: Frame,
        view: View,
        index: int,
        color: int,
        height: float,
        rect: QRectF,
    ) -> None:
        style = frame.style if view.highlighted_class in (None, index) else frame.style.faint
        name = style.theme.class_color(color)
        veil = style.color(name, 0.32)
        if style.theme.hatched:
            draw_hatched(painter, style, np.array([rect.getRect()]), color)
        else:
            painter.setBrush(veil)
            painter.setPen(style.pen(name, 1.6))
            painter.drawRect(rect)
        if height > frame.ranges.top:
            at = QPointF(rect.center().x(), rect.top() + style.px(8))
            draw_beyond(painter, style, at, name, up=True)

    def _paint_entropy(self, painter: QPainter, frame: Frame, rects: np.ndarray) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(frame.style.pen(frame.style.theme.ink, 1.2, (4.0, 3.0)))
        for left, top, width, height in rects.tolist():
            if height > 0.5:
                painter.drawRect(QRectF(left, top, width, height))

    def _paint_numbers(
        self,
        painter: QPainter,
        frame: Frame,
        snapshot: Snapshot,
        view: View,
        support: np.ndarray,
        rects: np.ndarray,
        floors: np.ndarray,
    ) -> None:
        style, within, above, taken = frame.style, [], [], []
        ruler, room, line = style.ruler(0.92, bold=True), style.px(8), style.px(20)
        order = np.argsort(-rects[:, 2] * rects[:, 3], kind="stable")[:12]
        classes = support[order].tolist()
        names = names_beside(snapshot, classes)
        short = names_beside(snapshot, classes, SHORT)
        for position in order.tolist() if len(rects) else ():
            index, (left, top, width, height) = int(support[position]), rects[position].tolist()
            value = number(in_unit(float(snapshot.contributions[index]), view.unit), 3)
            text = with_value(names[index], value)
            bottom, floor = top + height, float(floors[position])
            taken.append((left, min(top, floor), left + width, bottom))
            # The number stands in the larger part beside the dashed line, not on it.
            parts = ((top, floor), (floor, bottom)) if top < floor < bottom else ((top, bottom),)
            upper, lower = max(parts, key=lambda part: part[1] - part[0])
            x, middle = left + width / 2, (upper + lower) / 2
            color = style.theme.class_color(snapshot.state.color_of(index))
            if lower - upper > line and ruler.width(value) + room < width:
                texts = text, with_value(short[index], value)
                text = next((one for one in texts if ruler.width(one) + room < width), value)
                within.append(Label(text, style.theme.ink, x, middle, 0.0, ("center",)))
            else:
                y = min(top, floor)
                above.append(Label(text, color, x, y, style.px(5), _ABOVE, backed=True))
        draw_labels(painter, frame, within)
        draw_labels(painter, frame, above, taken)

    def class_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> int | None:
        """Return the class whose rectangle is at the x of `point`."""
        support, edges = _placed(snapshot)
        x = frame.x_value(point.x())
        if not frame.rect.contains(point) or not 0 <= x < edges[-1]:
            return None
        return int(support[int(np.searchsorted(edges, x, side="right")) - 1])

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return what the axes depend on: the ranges alone."""
        return view.unit

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the areas of the classes with the largest targets."""
        words = amounts_in_words(snapshot, view, snapshot.contributions)
        return described_with_note(snapshot, words)


def _placed(snapshot: Snapshot) -> tuple[np.ndarray, np.ndarray]:
    """Return the n classes in the support of the target, and the n + 1 edges between them."""
    support = snapshot.support
    edges = np.concatenate([[0.0], np.cumsum(snapshot.effective_target[support])])
    return support, edges


def _rects(frame: Frame, edges: np.ndarray, heights: np.ndarray) -> np.ndarray:
    """Return rectangles, shape (n, 4) in pixels, from their `edges` in x and their `heights`."""
    rects = np.empty((len(heights), 4))
    tops = frame.y(np.minimum(heights, frame.ranges.top))
    rects[:, 0] = frame.x(edges[:-1])
    rects[:, 1] = tops
    rects[:, 2] = frame.x(edges[1:]) - rects[:, 0]
    rects[:, 3] = frame.rect.bottom() - tops
    return rects


def _columns(frame: Frame, edges: np.ndarray, heights: np.ndarray) -> np.ndarray:
    """Return a rectangle for every pixel column, with the area of all the rectangles in it.

    None of thousands of rectangles is as wide as a pixel, and Qt would not draw any of them.  Their
    area, which is the lesson, stays.
    """
    heights = np.minimum(heights, frame.ranges.top)
    area = np.concatenate([[0.0], np.cumsum(np.diff(edges) * heights)])
    pixels = max(1, int((frame.x(float(edges[-1])) - frame.rect.left()) * frame.resolution))
    cuts = np.linspace(0.0, edges[-1], pixels + 1)
    return _rects(frame, cuts, np.diff(np.interp(cuts, edges, area)) / np.diff(cuts))
