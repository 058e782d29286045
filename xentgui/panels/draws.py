"""Draws: how often each class was drawn, beside its probability."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, number, probability, translate
from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.naming import name_of
from xentgui.model.sampling.drawn import Drawn
from xentgui.model.view import View
from xentgui.painting.bars import bar_rects, draw_class_bars, draw_envelope, draw_rects, is_dense
from xentgui.painting.class_axis import draw_class_axis
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_y_axis
from xentgui.painting.legend import AxisName, Header, Sample, draw_header
from xentgui.painting.mark_labels import Label, draw_labels
from xentgui.painting.ticks import round_above
from xentgui.panels.class_numbers import ClassNumber
from xentgui.panels.class_plot import ClassPlot
from xentgui.panels.draws_shown import count_text, draws_of, grouped
from xentgui.panels.labelled_classes import labelled_classes, largest, names_beside, with_value
from xentgui.panels.later_draws import DrawsPanel
from xentgui.panels.marks import ReadOut

_BAR, _APART = 0.3, 0.17  # shares of a class's slot: a bar, and its middle from that of the slot
_FREQUENCY = QT_TRANSLATE_NOOP("panels", "frequency ±√(p(1 − p)/n)")
_WORDS = QT_TRANSLATE_NOOP("panels", "{label}: p = {p}, drawn {count} times")
_TIMES = QT_TRANSLATE_NOOP("panels", "drawn")
_EXPECTED = QT_TRANSLATE_NOOP("panels", "expected")


class Draws(DrawsPanel, ClassPlot):
    """A pale bar for p and a full one for the frequency, with how far it usually is from p."""

    def margins(self, view: View) -> QMarginsF:
        """Return the room for labels and, above the plot, the legend."""
        return QMarginsF(46, 38, 14, 30)

    def header(self, view: View) -> Header:
        """Return the name of the axis, and what the bars are."""
        samples = (
            Sample("outline", "p"),
            Sample("bar", translate("panels", _FREQUENCY)),
        )
        return Header(AxisName("p"), samples, above=23.0)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return all classes, and 0 … 1, or less if all bars are low."""
        found = draws_of(snapshot, view)
        most = max(float(found.sampled.probabilities.max()), float(found.frequencies.max()))
        top = min(round_above(most * 1.1), 1.0)
        return Ranges(-0.5, len(snapshot.logits) - 0.5, 0.0, top)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid, the names and the legend."""
        draw_y_axis(painter, frame)
        draw_class_axis(painter, frame, snapshot.state.labels, view.highlighted_class)
        draw_header(painter, frame, self.header(view))

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes."""
        return (super().axes_key(snapshot, view), view.highlighted_class)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the bars, the deviations and the numbers."""
        found = draws_of(snapshot, view)
        if is_dense(frame):
            self._paint_dense(painter, frame, found, view)
        else:
            self._paint_bars(painter, frame, found, view)
        _write_count(painter, frame, count_text(found))
        if view.values:
            self._paint_numbers(painter, frame, found, view)

    def _paint_bars(self, painter: QPainter, frame: Frame, found: Drawn, view: View) -> None:
        style, lit, state = frame.style, view.highlighted_class, found.snapshot.state
        p, frequencies = found.sampled.probabilities, found.frequencies
        left, right = _shifted(frame, -_APART), _shifted(frame, _APART)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shown = frame.visible(len(p))
        for nth, rect in enumerate(bar_rects(left, p, _BAR).tolist(), shown.start):
            if not p[nth] > 0.0:
                continue
            own = style if lit in (None, nth) else style.faint
            painter.setPen(own.pen(own.theme.class_color(state.color_of(nth)), 1.4))
            painter.drawRect(QRectF(*rect))
        draw_class_bars(painter, right if lit is None else right.faint, frequencies, _BAR, state)
        if lit is not None and shown.start <= lit < shown.stop:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.brush(state.color_of(lit)))
            draw_rects(painter, bar_rects(right, frequencies, _BAR)[lit - shown.start :][:1])
        if frame.slot >= style.px(9):
            self._paint_deviations(painter, right, found)

    def _paint_deviations(self, painter: QPainter, frame: Frame, found: Drawn) -> None:
        """Paint how far a frequency usually is from p, about p."""
        style, half = frame.style, min(frame.slot * _BAR / 3, frame.style.px(5))
        p = found.sampled.probabilities
        away = np.sqrt(p * (1.0 - p) / len(found.draws))
        painter.setPen(style.pen(style.theme.ink, 1.2))
        for index in range(*frame.visible(len(p)).indices(len(p))):
            if not away[index] > 0.0:
                continue
            x = frame.x(float(index))
            low, high = max(p[index] - away[index], 0.0), p[index] + away[index]
            ends = frame.y(float(low)), frame.y(float(min(high, frame.ranges.top)))
            painter.drawLine(QLineF(x, ends[0], x, ends[1]))
            for y in ends:
                painter.drawLine(QLineF(x - half, y, x + half, y))

    def _paint_dense(self, painter: QPainter, frame: Frame, found: Drawn, view: View) -> None:
        style, theme = frame.style, frame.style.theme
        p, state = found.sampled.probabilities, found.snapshot.state
        draw_envelope(
            painter, frame, found.frequencies, QBrush(style.color(theme.mute)), signed=False
        )
        tops = frame.y(np.minimum(p, frame.ranges.top))
        half = max(style.px(3), frame.slot / 2)
        for index in largest(p, 8).tolist():
            painter.setPen(style.pen(theme.class_color(state.color_of(index)), 2.0))
            x = frame.x(float(index))
            painter.drawLine(QLineF(x - half, tops[index], x + half, tops[index]))

    def _paint_numbers(self, painter: QPainter, frame: Frame, found: Drawn, view: View) -> None:
        style, snapshot, counts = frame.style, found.snapshot, found.draws.counts
        dense, labels = is_dense(frame), []
        numbered = labelled_classes(frame, snapshot, view, found.sampled.probabilities)
        names = names_beside(snapshot, numbered) if dense else {}
        right = frame if dense else _shifted(frame, _APART)
        p, away = found.sampled.probabilities, found.frequencies
        for index in numbered:
            text = grouped(int(counts[index]))
            if dense:
                text = with_value(names[index], text)
            deviation = math.sqrt(p[index] * (1.0 - p[index]) / len(found.draws))
            top = min(max(p[index] + (0.0 if dense else deviation), away[index]), frame.ranges.top)
            sides = ("above", "right", "left") if dense else ("above",)
            at = right.x(float(index)), frame.y(float(top))
            labels.append(Label(text, style.theme.ink, *at, style.px(6), sides, True, True))
        draw_labels(painter, frame, labels)

    def place(
        self, which: ClassNumber, index: int, frame: Frame, snapshot: Snapshot, view: View
    ) -> QPointF:
        """Return the top of the class's bar."""
        p = float(draws_of(snapshot, view).sampled.probabilities[index])
        return QPointF(frame.x(float(index)), frame.y(min(p, frame.ranges.top)))

    def value_at(self, frame: Frame, view: View, point: QPointF) -> float:
        """Return the frequency at the height of `point`."""
        return max(0.0, frame.y_value(point.y()))

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return how often the most probable classes were drawn."""
        found = draws_of(snapshot, view)
        words = translate("panels", _WORDS)
        lines = (
            words.format(
                label=name_of(snapshot.state.labels, index),
                p=_text(float(found.sampled.probabilities[index])),
                count=grouped(int(found.draws.counts[index])),
            )
            for index in found.sampled.ranking[:10].tolist()
        )
        return "; ".join((count_text(found), *lines))

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return what is drawn from and how often the class was drawn."""
        if not isinstance(mark, ClassMark) or not mark.is_in(snapshot.state):
            return None
        found, index = draws_of(snapshot, view), mark.index
        p, count = float(found.sampled.probabilities[index]), int(found.draws.counts[index])
        lines = (
            ("p", _text(p)),
            (translate("panels", _TIMES), f"{grouped(count)} / {grouped(len(found.draws))}"),
            (translate("panels", _EXPECTED), number(p * len(found.draws), 1)),
        )
        return ReadOut(name_of(snapshot.state.labels, index, 1000), lines)


def _text(p: float) -> str:
    return probability(p, 1.0 - p, 4)


def _shifted(frame: Frame, slots: float) -> Frame:
    """Return the map in which every class stands a part of its slot further to the right."""
    rect = frame.rect.translated(slots * frame.slot, 0.0)
    return Frame(frame.outer, rect, frame.ranges, frame.style, frame.resolution)


def _write_count(painter: QPainter, frame: Frame, words: str) -> None:
    """Write how many draws there are at the upper right, in the plot."""
    style, rect = frame.style, frame.rect
    painter.setFont(style.font(0.92, bold=True))
    painter.setPen(style.color(style.theme.accent))
    box = QRectF(rect.left(), rect.top() + style.px(2), rect.width() - style.px(4), style.px(18))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
