"""The curve -log p: how surprising each class would be."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, in_unit, translate, unit_name
from xentgui.language.units import UNITS, with_logarithm
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.ghosts import ghost_names
from xentgui.painting.labels import draw_x_axis, draw_y_axis
from xentgui.painting.legend import AxisName, Header, Sample, draw_header
from xentgui.painting.mark_labels import Edges
from xentgui.painting.marks import draw_beyond, draw_dot, draw_dots, draw_stamped
from xentgui.painting.ticks import round_limit
from xentgui.panels.axis_limits import highest, within
from xentgui.panels.class_numbers import INFORMATION, ClassNumber
from xentgui.panels.class_plot import ClassPlot
from xentgui.panels.hidden import hidden_classes, seen_ghosts
from xentgui.panels.information_curve import distinct_dots, falling_curve, paint_labels
from xentgui.panels.labelled_classes import (
    labelled_classes,
    largest,
    most_probable,
)
from xentgui.panels.marked_panel import REACH
from xentgui.panels.plot_panel import PlotPanel

_LEAST_TOP = 5.0  # nats, bits or dits; the plot always shows so much of the curve
_MANY = 400  # with more dots, those that others cover are left out
_MOST_DROPS = 24
_LABEL_WIDE, _LABEL_HIGH = 110.0, 30.0  # design pixels around a dot: no read-out lies there


@lru_cache(maxsize=1)
def _areas() -> PlotPanel:
    """Return always the same object: another one would be another face to a plot."""
    from xentgui.panels.areas import Areas  # noqa: PLC0415 - few choose them

    return Areas()


class Information(ClassPlot):
    """A dot for each class on the curve; drop lines to both axes for the classes in the target."""

    key = "information"
    title = QT_TRANSLATE_NOOP("panels", "Information")
    formula = "h(p) = −log p"
    tip = QT_TRANSLATE_NOOP("panels", "Drag a dot along the curve: rare is surprising.")
    numbers = (INFORMATION,)
    hides_singly = True

    def face(self, view: View) -> PlotPanel:
        """Return the curve, or the rectangles whose area is the cross-entropy."""
        return _areas() if view.areas else self

    def margins(self, view: View) -> QMarginsF:
        """Return the room for labels: numbers and a title below."""
        return QMarginsF(46, 26, 18, 46)

    def header(self, view: View) -> Header:
        """Return the axis with its unit, and the lines and rings that the dots do not explain."""
        samples = (
            Sample("drop", translate("panels", "target y > 0")),
            *(Sample("ring", name) for name in ghost_names(view)),
        )
        return Header(AxisName(with_logarithm("−log p", view.unit), unit_name(view.unit)), samples)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return p in 0 … 1 and the finite information of all classes."""
        tallest = in_unit(highest(snapshot.information), view.unit)
        return Ranges(
            0.0, 1.0, 0.0, _LEAST_TOP if tallest <= _LEAST_TOP else _round_up(tallest * 1.02)
        )

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid and the curve."""
        self.paint_around(painter, frame, snapshot, view)
        painter.setPen(frame.style.pen(frame.style.theme.ink, 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # The curve ends at the edge of the plot; some programs ignore clipping in an SVG.
        painter.drawPolyline(falling_curve(frame, UNITS[view.unit].nats))

    def paint_around(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the numbers and names of both axes, and the legend."""
        draw_y_axis(painter, frame)
        draw_x_axis(painter, frame, translate("panels", "probability p"))
        draw_header(painter, frame, self.header(view))

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes; ghosts are in it, because the header names them."""
        return (view.unit, ghost_names(view))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the drop lines, the dots and their names."""
        height = in_unit(snapshot.information, view.unit)
        hidden = hidden_classes(view, "ph")
        labelled = labelled_classes(frame, snapshot, view, of_all=_most_important)
        important = [k for k in labelled if k not in hidden]
        others = frame if view.highlighted_class is None else frame.faint
        if len(height) > len(labelled) and not hidden:
            self._paint_dense_dots(painter, others, snapshot, height)
        places = {
            index: (
                frame.x(float(snapshot.probabilities[index])),
                frame.y(min(float(height[index]), frame.ranges.top)),
            )
            for index in important
        }
        # A line would also say that the class is in the target.
        no_line = hidden | hidden_classes(view, "y")
        lines = self._paint_drop_lines(painter, frame, snapshot, height, no_line)
        self._paint_ghosts(painter, frame, snapshot, view)
        top, highlighted = frame.ranges.top, view.highlighted_class
        alone = {k for k in important if k == highlighted or height[k] > top}
        usual = [k for k in reversed(important) if k not in alone]
        if usual:
            points = np.array([places[k] for k in usual])
            colors = snapshot.state.colors_of(np.array(usual))
            draw_stamped(painter, others.style, draw_dot, points, colors)
        for index in (k for k in reversed(important) if k in alone):
            around = frame if index == highlighted else others
            beyond = bool(height[index] > top)
            color = around.style.theme.class_color(snapshot.state.color_of(index))
            active = index == highlighted
            at = QPointF(*places[index])
            self._paint_dot(painter, around, color, at, active=active, beyond=beyond)
        paint_labels(painter, frame, snapshot, view, places, lines)

    def _paint_dense_dots(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, height: np.ndarray
    ) -> None:
        """Paint dots in their colours; of thousands, only those that others do not cover."""
        p, theme, few = snapshot.probabilities, frame.style.theme, len(height) <= _MANY
        if not few:
            seen = distinct_dots(frame, p, height)
            p, height = p[seen], height[seen]
        points = np.empty((len(p), 2))
        points[:, 0], points[:, 1] = frame.x(p), frame.y(np.minimum(height, frame.ranges.top))
        if few:
            which = snapshot.state.colors_of(np.arange(len(p))) % len(theme.classes)
            draw_dots(painter, frame, points, theme.classes, 7.0, which)
        else:
            draw_dots(painter, frame, points, (theme.mute,), 5.0)

    def _paint_dot(
        self,
        painter: QPainter,
        frame: Frame,
        color: str,
        point: QPointF,
        *,
        active: bool,
        beyond: bool,
    ) -> None:
        if beyond:
            draw_beyond(painter, frame.style, point, color, up=True)
        else:
            draw_dot(painter, frame.style, point, color, active=active)

    def _paint_drop_lines(
        self,
        painter: QPainter,
        frame: Frame,
        snapshot: Snapshot,
        height: np.ndarray,
        hidden: frozenset[int],
    ) -> list[Edges]:
        """Paint the lines, and return the strips that they cover, which labels must avoid."""
        taken: list[Edges] = []
        target = snapshot.effective_target
        support = snapshot.support
        if len(support) > _MOST_DROPS:
            support = support[np.argsort(-target[support], kind="stable")[:_MOST_DROPS]]
        left, bottom = frame.rect.left(), frame.rect.bottom()
        for index in support.tolist():
            if index in hidden:
                continue
            across = frame.x(float(snapshot.probabilities[index]))
            up = frame.y(min(float(height[index]), frame.ranges.top))
            color = frame.style.theme.class_color(snapshot.state.color_of(index))
            painter.setPen(frame.style.pen(color, 1.4, (3.0, 2.4)))
            painter.drawLine(QLineF(left, up, across, up))
            painter.drawLine(QLineF(across, up, across, bottom))
            taken += (left, up, across, up + 1.0), (across, up, across + 1.0, bottom)
        return taken

    def _paint_ghosts(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        painter.setPen(frame.style.pen(frame.style.theme.ink, 1.2, (1.2, 2.0)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = frame.style.px(6)
        for ghost in seen_ghosts(snapshot, view, "ph"):
            known = ghost.probabilities[~np.isnan(ghost.probabilities)][:_MANY]
            with np.errstate(divide="ignore"):
                height = in_unit(-np.log(known), view.unit)
            for p, h in zip(known.tolist(), height.tolist(), strict=True):
                painter.drawEllipse(
                    QPointF(frame.x(p), frame.y(min(h, frame.ranges.top))), radius, radius
                )

    def _places(
        self, frame: Frame, snapshot: Snapshot, view: View
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return x and y of the dots, each (K,); dots above the plot are moved to its top."""
        height = np.minimum(in_unit(snapshot.information, view.unit), frame.ranges.top)
        return frame.x(snapshot.probabilities), frame.y(height)

    def class_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> int | None:
        """Return the class of the nearest dot within reach."""
        x, y = self._places(frame, snapshot, view)
        distances = np.hypot(x - point.x(), y - point.y())
        distances[[k for k in hidden_classes(view, "ph") if k < len(distances)]] = math.inf
        if not math.isfinite(float(distances.min())):
            return None
        near = np.flatnonzero(distances <= distances.min() + 0.5)
        index = int(near[np.argmax(snapshot.effective_target[near])])
        return index if distances[index] <= frame.style.px(REACH + 4) else None

    def candidates(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> list[int]:
        """Return the class of the dot within reach."""
        index = self.class_at(frame, snapshot, view, point)
        return [] if index is None else [index]

    def distance(self, at: QPointF, frame: Frame, point: QPointF) -> float:
        """Return the distance of `point` from the dot's middle, minus its extra reach."""
        return max(0.0, math.hypot(point.x() - at.x(), point.y() - at.y()) - frame.style.px(4))

    def extent(self, index: int, frame: Frame, snapshot: Snapshot, view: View) -> QRectF:
        """Return the dot with its label, which is beside or above it."""
        at = self.place(INFORMATION, index, frame, snapshot, view)
        wide, high = frame.style.px(_LABEL_WIDE), frame.style.px(_LABEL_HIGH)
        return QRectF(at.x() - wide, at.y() - high, 2 * wide, 2 * high)

    def place(
        self, which: ClassNumber, index: int, frame: Frame, snapshot: Snapshot, view: View
    ) -> QPointF:
        """Return the middle of the dot."""
        height = in_unit(float(snapshot.information[index]), view.unit)
        p = float(snapshot.probabilities[index])
        return QPointF(frame.x(p), frame.y(within(height, 0.0, frame.ranges.top)))

    def value_at(self, frame: Frame, view: View, point: QPointF) -> float:
        """Return the information, in nats, of the point of the curve nearest to `point`.

        So the y of `point` matters more where the curve is steep, and its x where it is flat.
        """
        size = UNITS[view.unit].nats
        x = within(frame.x_value(point.x()), 0.0, 1.0)
        y = max(frame.y_value(point.y()), 0.0) * size
        along = np.concatenate([np.linspace(0.0, frame.ranges.top * size, 2048), [y]])
        gaps = np.hypot(
            frame.x(np.exp(-along)) - frame.x(x), frame.y(along / size) - frame.y(y / size)
        )
        return float(along[int(np.argmin(gaps))])

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the information of the classes with the largest targets."""
        from xentgui.panels.accessible_text import amounts_in_words  # noqa: PLC0415 - no picture waits for it

        return amounts_in_words(snapshot, view, snapshot.information)


def _round_up(value: float) -> float:
    """Return a round top for the axis: 1, 1.2, 1.5, 2, 3, 4, 5, 6 or 8 times a power of ten."""
    limit = round_limit(value)
    power = 10.0 ** math.floor(math.log10(value))
    return min((limit, *(s * power for s in (1.2, 1.5, 3.0, 4.0, 6.0, 8.0) if s * power >= value)))


def _most_important(snapshot: Snapshot, most: int) -> list[int]:
    """Return the `most` classes with the largest targets; equal ones are ordered by p."""
    support = snapshot.support
    if support.size > most:
        support = support[largest(_weights(snapshot, support), most)]
    # Of the classes outside the support, only the most probable are needed.
    among = np.array(sorted({*support.tolist(), *most_probable(snapshot, most)}))
    found: list[int] = among[largest(_weights(snapshot, among), most)].tolist()
    return found


def _weights(snapshot: Snapshot, classes: np.ndarray) -> np.ndarray:
    weights: np.ndarray = 1e-6 * snapshot.probabilities[classes]
    weights += snapshot.effective_target[classes]
    return weights
