"""The curve -log p: how surprising each class would be."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.logarithm import with_logarithm
from xentgui.language.text import QT_TRANSLATE_NOOP, in_unit, number, translate, unit_name
from xentgui.language.units import UNITS
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.dots import draw_dots
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.ghosts import ghost_names, ghosts
from xentgui.painting.labels import draw_x_axis, draw_y_axis
from xentgui.painting.legend import AxisName, Header, Sample, draw_header
from xentgui.painting.mark_labels import Edges, Label, draw_labels, draw_placed
from xentgui.painting.marks import draw_beyond, draw_dot
from xentgui.painting.ranked_labels import Ranked, place_ranked
from xentgui.painting.sprites import draw_stamped
from xentgui.painting.ticks import round_limit
from xentgui.panels.accessible_text import amounts_in_words
from xentgui.panels.areas import Areas
from xentgui.panels.class_numbers import INFORMATION, ClassNumber
from xentgui.panels.class_plot import ClassPlot
from xentgui.panels.information_curve import distinct_dots, falling_curve, upper_edge
from xentgui.panels.labelled_classes import (
    LONGEST,
    SHORT,
    label_form,
    labelled_classes,
    largest,
    most_probable,
    names_beside,
)
from xentgui.panels.plot_panel import REACH, PlotPanel, highest, within

_LEAST_TOP = 5.0  # nats, bits or dits; the plot always shows so much of the curve
_AREAS = Areas()
_CROWD = 24  # of more dots, labels far from their dots would not help
_FEW = 12  # classes, which can all have their names
_MANY = 400  # with more dots, those that others cover are left out
_MOST_DROPS = 24
_LENGTHS = LONGEST, SHORT  # characters of a name: usually, and where there is no room for that
_LENGTHS_SNUG = LONGEST, 12, SHORT, 5
_LABEL_WIDE, _LABEL_HIGH = 110.0, 30.0  # design pixels around a dot: no read-out lies there
# The places beside or above a dot where the curve does not cross the text.
_STEEP = ("right", "above right", "above", "left", "below left", "below right")
_FLAT = ("above right", "right", "over", "far over", "above", "left", "below left")
_END = ("above", "above left", "left", "right", "below left", "over")


class Information(ClassPlot):
    """A dot for each class on the curve; drop lines to both axes for the classes in the target."""

    key = "information"
    title = QT_TRANSLATE_NOOP("panels", "Information")
    formula = "h(p) = −log p"
    tip = QT_TRANSLATE_NOOP("panels", "Drag a dot along the curve: rare is surprising.")
    numbers = (INFORMATION,)

    def face(self, view: View) -> PlotPanel:
        """Return the curve, or the rectangles whose area is the cross-entropy."""
        return _AREAS if view.areas else self

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
        draw_y_axis(painter, frame)
        draw_x_axis(painter, frame, translate("panels", "probability p"))
        painter.setPen(frame.style.pen(frame.style.theme.ink, 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # The curve ends at the edge of the plot; some programs ignore clipping in an SVG.
        painter.drawPolyline(falling_curve(frame, UNITS[view.unit].nats))
        draw_header(painter, frame, self.header(view))

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes; ghosts are in it, because the header names them."""
        return (view.unit, ghost_names(view))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the drop lines, the dots and their names."""
        height = in_unit(snapshot.information, view.unit)
        important = labelled_classes(frame, snapshot, view, of_all=_most_important)
        others = frame if view.highlighted_class is None else frame.faint
        if len(height) > len(important):
            self._paint_dense_dots(painter, others, snapshot, height)
        places = {
            index: (
                frame.x(float(snapshot.probabilities[index])),
                frame.y(min(float(height[index]), frame.ranges.top)),
            )
            for index in important
        }
        lines = self._paint_drop_lines(painter, frame, snapshot, height)
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
        self._paint_labels(painter, frame, snapshot, view, places, lines)

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
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, height: np.ndarray
    ) -> list[Edges]:
        """Paint the lines, and return the strips that they cover, which labels must avoid."""
        taken: list[Edges] = []
        target = snapshot.effective_target
        support = snapshot.support
        if len(support) > _MOST_DROPS:
            support = support[np.argsort(-target[support], kind="stable")[:_MOST_DROPS]]
        left, bottom = frame.rect.left(), frame.rect.bottom()
        for index in support.tolist():
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
        lines: list[Edges],
    ) -> None:
        style, taken = frame.style, lines
        snug = style.snug
        radius, clear = (style.px(5), style.px(8)) if snug else (style.px(7), style.px(11))
        # The slope of -log p is -1/p; in pixels it is -1 where p is `lift / slot`.
        bend = min(frame.x(frame.lift / frame.slot), turn := frame.x(0.62))
        far, state = snug or len(snapshot.logits) <= _CROWD, snapshot.state
        taken += [(x - radius, y - radius, x + radius, y + radius) for x, y in places.values()]

        def labelled(texts: Mapping[int, str]) -> list[Label]:
            labels = list[Label]()
            for index, (x, y) in places.items():
                text = texts[index]
                sides = _STEEP if x < bend else _FLAT if x < turn else _END
                color = style.theme.class_color(state.color_of(index))
                wide = ruler.width(text)
                labels.append(
                    Label(text, color, x, y, clear, sides, wide=wide, rim=radius, far=far)
                )
            return labels

        ruler, most = style.ruler(0.92, bold=True), 0.48 * frame.rect.width()
        curve = upper_edge(frame, UNITS[view.unit].nats)
        if not snug:
            whole, short = (_texts_of(snapshot, view, places, longest) for longest in _LENGTHS[:2])
            texts = {
                k: text if ruler.width(text) <= most else short[k] for k, text in whole.items()
            }
            draw_labels(painter, frame, labelled(texts), taken, curve)
            return
        best, total = Ranked([], -1), len(snapshot.logits)
        bare = replace(view, values=False)
        for longest, shown in (*((n, view) for n in _LENGTHS_SNUG), (_LENGTHS_SNUG[1], bare)):
            if shown is bare and (total > _FEW or 2 * best.named >= len(places)):
                break  # names alone, only where all could be named, and few of them with numbers
            if longest == _LENGTHS_SNUG[-1] and _most_are_cut(snapshot, places, longest):
                continue
            found = labelled(_texts_of(snapshot, shown, places, longest))
            ranked = place_ranked(frame, found, total, taken, curve)
            best = ranked if ranked.named > best.named else best
            if best.named == len(places):
                break
        draw_placed(painter, frame, best.placed)

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
        return amounts_in_words(snapshot, view, snapshot.information)


def _most_are_cut(snapshot: Snapshot, classes: Iterable[int], longest: int) -> bool:
    lengths = [len(snapshot.state.labels[k]) for k in classes if k < len(snapshot.state.labels)]
    return 2 * sum(length > longest for length in lengths) > len(lengths)


def _texts_of(
    snapshot: Snapshot, view: View, classes: Iterable[int], longest: int
) -> dict[int, str]:
    """Return the labels of `classes`, with names of at most `longest` characters."""
    written = label_form().format if view.values else "{label}".format
    amounts, names = (
        in_unit(snapshot.information, view.unit),
        names_beside(snapshot, classes, longest),
    )
    return {
        index: written(label=name, value=number(amounts.item(index), 3))
        for index, name in names.items()
    }


def _round_up(value: float) -> float:
    """Return a round top for the axis: 1, 1.5, 2, 3, 5 or 8 times a power of ten."""
    limit = round_limit(value)
    power = 10.0 ** math.floor(math.log10(value))
    return min((limit, *(s * power for s in (1.5, 3.0, 8.0) if s * power >= value)))


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
