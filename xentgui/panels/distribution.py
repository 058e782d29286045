"""The softmax, the hardmax and the target, class by class."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.view import View
from xentgui.painting.bars import (
    bar_rects,
    draw_class_bars,
    draw_outlines,
    draw_rects,
    is_dense,
)
from xentgui.painting.class_axis import draw_class_axis
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.ghosts import ghost_names
from xentgui.painting.labels import draw_y_axis
from xentgui.painting.legend import AxisName, Header, Sample, draw_header
from xentgui.painting.marks import draw_handles
from xentgui.painting.ticks import round_limit
from xentgui.panels.axis_limits import FARTHEST, within
from xentgui.panels.choice import Choice
from xentgui.panels.class_numbers import PROBABILITY, TARGET, ClassNumber, NumberMark
from xentgui.panels.class_plot import ClassPlot
from xentgui.panels.distribution_bars import (
    BAR,
    FEW_LINES,
    HARDMAX,
    TARGET_LINE,
    UPRIGHT,
    arrangement,
    choice_of_bars,
    hardmax_rects,
    is_softmax,
    outline_width,
    paint_numbers,
    samples_of_marks,
)
from xentgui.panels.hidden import hidden_classes, seen_ghosts
from xentgui.panels.labelled_classes import found_slots
from xentgui.panels.plot_panel import PlotPanel

_LEAST_LINE = 12.0  # design pixels; a target's line of this width is visible among many classes
_ROOM_FOR_HANDLE = 18.0  # design pixels a class
_POINTED_LINE = 4.0  # design pixels


@lru_cache(maxsize=1)
def _rows() -> PlotPanel:
    """Return always the same object: another one would be another face to a plot."""
    from xentgui.panels.distribution_rows import DistributionRows  # noqa: PLC0415 - few choose it

    return DistributionRows()


class Distribution(ClassPlot):
    """Solid bars for the softmax, dashed outlines for the hardmax, ink lines for the target."""

    key = "distribution"
    title = QT_TRANSLATE_NOOP("panels", "Distribution")
    formula = "p = softmax(z / T)"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "Drag a bar to set its probability, or a target line to set its target: "
        "the other targets give way so that their sum stays, unless Alt is held.",
    )
    numbers = (PROBABILITY, TARGET)
    hides_singly, hidden_kinds = True, "py"
    legible = (200.0, 126.0)

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return the choice how the bars stand."""
        return (choice_of_bars(),)

    def face(self, view: View) -> PlotPanel:
        """Return the bars side by side, or in rows."""
        if arrangement(view) == UPRIGHT:
            return self
        return _rows()

    def margins(self, view: View) -> QMarginsF:
        """Return the room for labels and, above the plot, the legend."""
        return QMarginsF(46, 38, 14, 30)

    def header(self, view: View) -> Header:
        """Return the axis of both p and y, and a sample of each mark."""
        ghosts = (Sample("ghost", name) for name in ghost_names(view))
        samples = (*samples_of_marks(), *ghosts)
        name = AxisName("p, y", words=translate("panels", "softmax p"))
        return Header(name, samples, above=23.0, named=1)

    @classmethod
    def formula_of(cls, snapshot: Snapshot) -> str:
        """Return what the bars are."""
        return cls.formula if is_softmax(snapshot) else "p̂ = entmax(z / T)"

    def _header(self, snapshot: Snapshot, view: View) -> Header:
        """Return the header; with other bars than softmax's, it is a ghost instead of hardmax."""
        header = self.header(view)
        if is_softmax(snapshot):
            return header
        ghost = Sample("ghost", translate("panels", "softmax"))
        bar = Sample("bar", translate("panels", "entmax"))
        name = AxisName("p̂, y", words=translate("panels", "entmax p̂"))
        return header._replace(name=name, samples=(bar, ghost, *header.samples[2:]))

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return all classes, and 0 … 1 unless a target is larger."""
        most = snapshot.effective_target.item(snapshot.largest_target)
        largest = within(most, 1.0, FARTHEST)
        top = 1.0 if largest <= 1.0 else round_limit(largest)
        return Ranges(-0.5, len(snapshot.logits) - 0.5, 0.0, top)

    def slots_found(self, snapshot: Snapshot, view: View) -> np.ndarray:
        """Return the classes that somebody looks for."""
        return found_slots(view, snapshot.state.names, None)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid, the names and the legend."""
        draw_y_axis(painter, frame)
        draw_class_axis(painter, frame, snapshot.state.names, view.highlighted_class)
        draw_header(painter, frame, self._header(snapshot, view))

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes; ghosts are in it, because the legend names them."""
        drawn = ghost_names(view), is_softmax(snapshot)
        return (super().axes_key(snapshot, view), view.highlighted_class, drawn)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the bars, the outlines, the lines and the numbers."""
        if is_dense(frame):
            from xentgui.panels.distribution_dense import paint_dense  # noqa: PLC0415 - few have so many classes

            paint_dense(painter, frame, snapshot, view)
            return
        others = frame if view.highlighted_class is None else frame.faint
        draw_class_bars(painter, others, snapshot.probabilities, BAR, snapshot.state)
        if is_softmax(snapshot) and not hidden_classes(view, "pz"):  # it would say who wins
            self._paint_hardmax(painter, others, snapshot)
        if not hidden_classes(view, "y"):
            self._paint_target(painter, others, snapshot)
        if view.highlighted_class is not None:
            self._paint_one(painter, frame, snapshot, view.highlighted_class)
        self._paint_ghosts(painter, frame, snapshot, view)
        if self.has_handles(frame, view):
            self._paint_handles(painter, frame, snapshot, view)
        if view.values:
            paint_numbers(painter, frame, snapshot, view)

    def _paint_one(self, painter: QPainter, frame: Frame, snapshot: Snapshot, index: int) -> None:
        if not 0 <= index < len(snapshot.logits):
            return
        shown = frame.visible(len(snapshot.logits))
        if not shown.start <= index < shown.stop:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(frame.style.brush(snapshot.state.color_of(index)))
        draw_rects(
            painter, bar_rects(frame, snapshot.probabilities, BAR)[index - shown.start :][:1]
        )
        painter.setBrush(frame.style.color(frame.style.theme.ink))
        draw_rects(painter, self._target_rects(frame, snapshot)[index - shown.start :][:1])

    def _paint_hardmax(self, painter: QPainter, frame: Frame, snapshot: Snapshot) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(frame.style.pen(frame.style.theme.mute, 1.0, (4.0, 3.0)))
        shown = frame.visible(len(snapshot.logits))
        won = [index for index in snapshot.prediction if shown.start <= index < shown.stop]
        draw_outlines(painter, hardmax_rects(frame, snapshot, won, outline_width(frame)))

    def _target_rects(self, frame: Frame, snapshot: Snapshot) -> np.ndarray:
        # Most edits do not change the target.
        target = snapshot.effective_target
        return frame.cached("target", target, lambda: self._lines_of(frame, target))

    def _lines_of(self, frame: Frame, target: np.ndarray) -> np.ndarray:
        thick = frame.style.px(2.8)
        rects = bar_rects(frame, target, TARGET_LINE)
        positive = target[frame.visible(len(target))] > 0
        missing = frame.style.px(_LEAST_LINE) - TARGET_LINE * frame.slot
        if missing > 0 and np.count_nonzero(positive) <= FEW_LINES:
            rects[positive, 0] -= missing / 2
            rects[positive, 2] += missing
        thickness = np.where(positive, thick, frame.style.px(1.0))
        rects[:, 1] -= thickness / 2
        rects[:, 3] = thickness
        return rects

    def _paint_target(self, painter: QPainter, frame: Frame, snapshot: Snapshot) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(frame.style.color(frame.style.theme.ink))
        draw_rects(painter, self._target_rects(frame, snapshot))

    def _paint_ghosts(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        others = [ghost.probabilities for ghost in seen_ghosts(snapshot, view, "p")]
        for heights in others if is_softmax(snapshot) else (snapshot.softmax, *others):
            painter.setPen(frame.style.pen(frame.style.theme.ink, 1.2, (1.2, 2.4)))
            rects = bar_rects(frame, heights, HARDMAX + 0.05)
            rects = rects[np.isfinite(rects[:, 1])]
            for left, top, width, height in rects.tolist() if len(rects) <= 400 else ():
                painter.drawPolyline(
                    [
                        QPointF(left, top + height),
                        QPointF(left, top),
                        QPointF(left + width, top),
                        QPointF(left + width, top + height),
                    ]
                )

    def _paint_handles(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        count = len(snapshot.logits)
        shown = frame.visible(count)
        points = np.empty((shown.stop - shown.start, 2))
        points[:, 0] = frame.centers(count)
        points[:, 1] = frame.y(np.minimum(snapshot.probabilities[shown], frame.ranges.top))
        which = np.arange(shown.start, shown.stop)
        if hidden := hidden_classes(view, "p"):
            seen = ~np.isin(which, list(hidden))
            points, which = points[seen], which[seen]
        draw_handles(painter, frame.style, points, which, snapshot.state, view.highlighted_class)

    def place(
        self, which: ClassNumber, index: int, frame: Frame, snapshot: Snapshot, view: View
    ) -> QPointF:
        """Return the middle of the bar's top, or of the target's line."""
        value = within(which.read(snapshot, index), frame.ranges.bottom, frame.ranges.top)
        return QPointF(frame.x(float(index)), frame.y(value))

    def has_handles(self, frame: Frame, view: View) -> bool:
        """Return whether there is room for a ring on each bar."""
        return view.handles and frame.slot >= frame.style.px(_ROOM_FOR_HANDLE)

    def body_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> NumberMark | None:
        """Return the probability whose bar is at `point`."""
        index = self.class_at(frame, snapshot, view, point)
        if index is None or is_dense(frame):
            return None
        top = self.place(PROBABILITY, index, frame, snapshot, view).y()
        inside = abs(point.x() - frame.x(float(index))) <= 0.5 * BAR * frame.slot
        is_bar = inside and top <= point.y() <= frame.y(0.0)
        return NumberMark(PROBABILITY, index) if is_bar else None

    def paint_pointed(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, mark: Mark
    ) -> None:
        """Paint a ring around a bar's handle, or the target's line in the accent colour."""
        if not isinstance(mark, NumberMark) or mark.number is not TARGET:
            super().paint_pointed(painter, frame, snapshot, view, mark)
            return
        shown = frame.visible(len(snapshot.logits))
        if shown.start <= mark.index < shown.stop:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(frame.style.color(frame.style.theme.accent))
            line = self._target_rects(frame, snapshot)[mark.index - shown.start].copy()
            thicker = frame.style.px(_POINTED_LINE) - line[3]
            line[1], line[3] = line[1] - thicker / 2, line[3] + thicker
            draw_rects(painter, line[np.newaxis])

    def value_at(self, frame: Frame, view: View, point: QPointF) -> float:
        """Return the probability, or the target, at the height of `point`."""
        return max(0.0, frame.y_value(point.y()))

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the largest probabilities with their targets."""
        from xentgui.panels.accessible_text import distribution_in_words  # noqa: PLC0415 - no picture waits for it

        return distribution_in_words(snapshot, view)
