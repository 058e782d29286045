"""The curve -log p: how surprising each class would be."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from xentgui.model import Snapshot
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.ghosts import ghosts
from xentgui.painting.labels import Label, draw_labels, draw_x_axis, draw_y_axis
from xentgui.painting.marks import draw_beyond, draw_dot
from xentgui.painting.polygon import polygon
from xentgui.painting.ticks import round_limit
from xentgui.panels.areas import Areas
from xentgui.panels.handle import INFORMATION, Handle
from xentgui.panels.plot_panel import REACH, PlotPanel, in_reach, within
from xentgui.panels.prominent import named, prominent
from xentgui.panels.telling import told_amounts
from xentgui.text import QT_TRANSLATE_NOOP, UNITS, in_unit, number, translate, unit_name
from xentgui.view import View

_LEAST_TOP = 5.0  # nats, bits or dits: so much of the curve is always in sight
_AREAS = Areas()
_MANY = 400  # beyond, dots that others cover are left out


class Information(PlotPanel):
    """A dot per class on the curve; drop lines to both axes for the classes in the target."""

    key = "information"
    title = QT_TRANSLATE_NOOP("panels", "Information")
    formula = "h(p) = −log p"
    tip = QT_TRANSLATE_NOOP("panels", "Drag a dot along the curve: rare is surprising.")
    kinds = (INFORMATION,)

    def face(self, view: View) -> PlotPanel:
        """Return the curve, or the rectangles whose area is the cross-entropy."""
        return _AREAS if view.areas else self

    def margins(self, view: View) -> QMarginsF:
        """Return the room for labels: numbers and a title below."""
        return QMarginsF(46, 14, 18, 46)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return p in 0 … 1 and the information of every possible class."""
        finite = in_reach(snapshot.information)
        largest = in_unit(float(finite.max()) if len(finite) else 0.0, view.unit)
        return Ranges(
            0.0, 1.0, 0.0, _LEAST_TOP if largest <= _LEAST_TOP else _round_up(largest * 1.02)
        )

    def settle(self, ranges: Ranges, snapshot: Snapshot, view: View) -> Ranges:
        """Hold the axis until a dot leaves it or it has become three times too tall."""
        wanted = self.home(snapshot, view)
        return ranges if wanted.top <= ranges.top <= 3 * wanted.top else wanted

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid and the curve."""
        draw_y_axis(painter, frame)
        draw_x_axis(painter, frame, translate("panels", "probability p"))
        painter.setPen(frame.style.pen(frame.style.theme.ink, 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # The curve ends where the plot does: clipped, it would be whole in some programs' SVG.
        painter.drawPolyline(_curve(frame, UNITS[view.unit]))
        self._paint_unit(painter, frame, view)

    def _paint_unit(self, painter: QPainter, frame: Frame, view: View) -> None:
        style = frame.style
        painter.setFont(style.font(0.85))
        painter.setPen(style.color(style.theme.mute))
        box = QRectF(
            frame.outer.left(), frame.rect.bottom() + style.px(21), style.px(44), style.px(18)
        )
        painter.drawText(
            box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, unit_name(view.unit)
        )

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the drop lines, the dots and their names."""
        x, y = self._places(frame, snapshot, view)
        important = prominent(_whole(frame, len(x)), snapshot, view, _weight(snapshot))
        others = frame if view.highlight is None else frame.faint
        if len(x) > _MANY:
            self._paint_crowd(painter, others, x, y)
        elif len(x) > len(important):
            self._paint_small(painter, others, x, y)
        places = dict(
            zip(
                important,
                zip(x[important].tolist(), y[important].tolist(), strict=True),
                strict=True,
            )
        )
        lines = self._paint_drop_lines(painter, frame, snapshot, x, y)
        self._paint_ghosts(painter, frame, snapshot, view)
        for index in reversed(important):
            around = frame if index == view.highlight else others
            self._paint_dot(painter, around, snapshot, view, index, QPointF(*places[index]))
        self._paint_labels(painter, frame, snapshot, view, places, lines)

    def _places(
        self, frame: Frame, snapshot: Snapshot, view: View
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return where the dots are, each (K,), those above the axis moved to its top."""
        height = np.minimum(in_unit(snapshot.information, view.unit), frame.ranges.top)
        return frame.x(snapshot.probabilities), frame.y(height)

    def _paint_crowd(self, painter: QPainter, frame: Frame, x: np.ndarray, y: np.ndarray) -> None:
        """Paint thousands of dots, those that others cover left out."""
        seen = distinct(x, y, frame.resolution)
        painter.setPen(frame.style.round_pen(frame.style.theme.mute, 5.0))
        painter.drawPoints(polygon(np.stack([x[seen], y[seen]], axis=1)))

    def _paint_small(self, painter: QPainter, frame: Frame, x: np.ndarray, y: np.ndarray) -> None:
        """Paint hundreds of dots, each in the colour of its class."""
        points, cycle = np.stack([x, y], axis=1), len(frame.style.theme.classes)
        for start in range(cycle):
            painter.setPen(frame.style.round_pen(frame.style.theme.class_color(start), 7.0))
            painter.drawPoints(polygon(points[start::cycle]))

    def _paint_dot(
        self,
        painter: QPainter,
        frame: Frame,
        snapshot: Snapshot,
        view: View,
        index: int,
        point: QPointF,
    ) -> None:
        color = frame.style.theme.class_color(index)
        if in_unit(float(snapshot.information[index]), view.unit) > frame.ranges.top:
            draw_beyond(painter, frame.style, point, color, up=True)
        else:
            draw_dot(painter, frame.style, point, color, active=index == view.highlight)

    def _paint_drop_lines(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, x: np.ndarray, y: np.ndarray
    ) -> list[QRectF]:
        """Paint the lines, and return the strips that they take: no label is struck through."""
        taken = []
        asked = np.flatnonzero(snapshot.effective_target > 0)
        if len(asked) > 24:
            asked = asked[np.argsort(-snapshot.effective_target[asked], kind="stable")[:24]]
        left, bottom = frame.rect.left(), frame.rect.bottom()
        for index in asked.tolist():
            across, up = float(x[index]), float(y[index])
            painter.setPen(frame.style.pen(frame.style.theme.class_color(index), 1.4, (3.0, 2.4)))
            painter.drawLine(QLineF(left, up, across, up))
            painter.drawLine(QLineF(across, up, across, bottom))
            taken += [QRectF(left, up, across - left, 1.0), QRectF(across, up, 1.0, bottom - up)]
        return taken

    def _paint_ghosts(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        painter.setPen(frame.style.pen(frame.style.theme.ink, 1.2, (1.2, 2.0)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = frame.style.px(6)
        for ghost in ghosts(snapshot, view):
            known = ghost.probabilities[~np.isnan(ghost.probabilities)][:_MANY]
            with np.errstate(divide="ignore"):
                height = in_unit(-np.log(known), view.unit)
            for p, h in zip(known.tolist(), height.tolist(), strict=True):
                painter.drawEllipse(
                    QPointF(frame.x(p), frame.y(min(h, frame.ranges.top))), radius, radius
                )

    def _paint_labels(
        self,
        painter: QPainter,
        frame: Frame,
        snapshot: Snapshot,
        view: View,
        places: dict[int, tuple[float, float]],
        lines: list[QRectF],
    ) -> None:
        style, labels, taken = frame.style, [], lines
        for index, (x, y) in places.items():
            value = number(in_unit(float(snapshot.information[index]), view.unit), 3)
            text = named(snapshot, index, value if view.values else "")
            radius = style.px(7)
            taken.append(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
            right = x < frame.rect.left() + 0.62 * frame.rect.width()
            sides = (
                ("right", "above right", "above", "left", "below left", "below right")
                if right
                else ("above", "above left", "left", "right", "below left")
            )
            color = style.theme.class_color(index)
            labels.append(Label(text, color, QPointF(x, y), style.px(11), sides))
        draw_labels(painter, frame, labels, taken)

    def class_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> int | None:
        """Return the class of the nearest dot in reach."""
        x, y = self._places(frame, snapshot, view)
        distances = np.hypot(x - point.x(), y - point.y())
        near = np.flatnonzero(distances <= distances.min() + 0.5)
        index = int(near[np.argmax(snapshot.effective_target[near])])
        return index if distances[index] <= frame.style.px(REACH + 4) else None

    def candidates(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> list[int]:
        """Return the class of the dot in reach."""
        index = self.class_at(frame, snapshot, view, point)
        return [] if index is None else [index]

    def distance(
        self, handle: Handle, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> float:
        """Return how far `point` is from the dot's middle, less what it reaches further."""
        at = self.locate(handle, frame, snapshot, view)
        return max(0.0, math.hypot(point.x() - at.x(), point.y() - at.y()) - frame.style.px(4))

    def locate(self, handle: Handle, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the middle of the dot."""
        height = in_unit(float(snapshot.information[handle.index]), view.unit)
        p = float(snapshot.probabilities[handle.index])
        return QPointF(frame.x(p), frame.y(within(height, 0.0, frame.ranges.top)))

    def value_at(self, handle: Handle, frame: Frame, view: View, point: QPointF) -> float:
        """Return the information, in nats, of the point of the curve nearest to `point`.

        Where the curve is steep its height tells more, where it is flat its breadth.
        """
        size = UNITS[view.unit]
        x = within(frame.x_value(point.x()), 0.0, 1.0)
        y = max(frame.y_value(point.y()), 0.0) * size
        along = np.concatenate([np.linspace(0.0, frame.ranges.top * size, 2048), [y]])
        gaps = np.hypot(
            frame.x(np.exp(-along)) - frame.x(x), frame.y(along / size) - frame.y(y / size)
        )
        return float(along[int(np.argmin(gaps))])

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the information of the most asked-for classes."""
        return told_amounts(snapshot, view, snapshot.information)


def _curve(frame: Frame, size: float) -> QPolygonF:
    """Return -log p in units of `size` nats over the visible range, evenly dense along it."""
    top = frame.ranges.top * size
    steep = np.linspace(0.0, top, 160)
    flat = -np.log(np.linspace(max(np.exp(-top), 1e-3), 1.0, 160))
    # From heights, as the p of a great height is 0, and its logarithm would be lost.
    heights = np.unique(np.concatenate([steep, flat]))
    p, y = np.exp(-heights), heights / size
    return polygon(np.stack([frame.x(p), frame.y(y)], axis=1))


def _round_up(value: float) -> float:
    """Return a tidy top for the axis: 1, 1.5, 2, 3, 5 or 8 times a power of ten."""
    limit = round_limit(value)
    power = 10.0 ** math.floor(math.log10(value))
    return min((limit, *(s * power for s in (1.5, 3.0, 8.0) if s * power >= value)))


def distinct(x: np.ndarray, y: np.ndarray, resolution: float) -> np.ndarray:
    """Return the indices of dots on the curve, each (K,), a device pixel apart along it."""
    # The curve falls all the way: along it, the way across plus the way down only ever grows.
    steps = ((x + y) * resolution).astype(np.intp)
    steps -= steps.min()
    found = np.full(int(steps.max()) + 1, -1)
    found[steps] = np.arange(len(steps))
    return found[found >= 0]


def _whole(frame: Frame, count: int) -> Frame:
    """Return a frame in which every class is visible: here x is p, not the class."""
    return Frame(frame.outer, frame.rect, Ranges(-0.5, count - 0.5, 0.0, 1.0), frame.style)


def _weight(snapshot: Snapshot) -> np.ndarray:
    """Return how much each class matters here: by its target, and among equals by p."""
    return np.asarray(snapshot.effective_target + 1e-6 * snapshot.probabilities)
