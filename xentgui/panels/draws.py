"""Draws: how often each class was drawn, beside its probability."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, number, probability, translate
from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.naming import name_of
from xentgui.model.sampling.drawn import Drawn
from xentgui.model.view import View
from xentgui.painting.bars import bar_rects
from xentgui.painting.class_axis import draw_class_axis
from xentgui.painting.fitting_text import draw_fitting
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_y_axis
from xentgui.painting.legend import AxisName, Header, Sample, draw_header
from xentgui.painting.mark_labels import Label, draw_labels
from xentgui.painting.ticks import round_above
from xentgui.panels.class_numbers import ClassNumber
from xentgui.panels.draws_shown import count_text, draws_of, grouped
from xentgui.panels.later_of_many import DrawsPanel
from xentgui.panels.panel import ReadOut
from xentgui.panels.top_classes import (
    TopClasses,
    draw_top_bars,
    names_of,
    shown_classes,
    top_classes,
)

_BAR, _APART = 0.3, 0.17  # shares of a class's slot: a bar, and its middle from that of the slot
_FREQUENCY = QT_TRANSLATE_NOOP("panels", "frequency ±√(p(1 − p)/n)")
_WORDS = QT_TRANSLATE_NOOP("panels", "{label}: p = {p}, drawn {count} times")
_REST = QT_TRANSLATE_NOOP("panels", "of {classes} others: {count}")
_TIMES = QT_TRANSLATE_NOOP("panels", "drawn")
_EXPECTED = QT_TRANSLATE_NOOP("panels", "expected")


class Draws(DrawsPanel, TopClasses):
    """A pale bar for p and a full one for the frequency, with how far it usually is from p."""

    measured = "left bottom"

    def margins(self, view: View) -> QMarginsF:
        """Return the room for labels and, above the plot, the legend."""
        return QMarginsF(46, 56, 14, 30)

    def header(self, view: View) -> Header:
        """Return the name of the axis, and what the bars are."""
        samples = (
            Sample("outline", "p"),
            Sample("bar", translate("panels", _FREQUENCY)),
        )
        return Header(AxisName("p"), samples, above=23.0)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return the classes that are drawn, from 0 to a little more than the highest bar."""
        found, top = draws_of(snapshot, view), top_classes(snapshot)
        p, frequencies = found.sampled.probabilities[top], found.frequencies(top)
        most = max(float(p.max()), float(frequencies.max()), 1e-300)
        return Ranges(-0.5, len(top) - 0.5, 0.0, min(round_above(most * 1.1), 1.0))

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid, the names and the legend."""
        draw_y_axis(painter, frame)
        shown, lit = shown_classes(snapshot, view), view.highlighted_class
        slots = np.flatnonzero(shown == lit) if lit is not None else shown[:0]
        draw_class_axis(
            painter, frame, names_of(snapshot, shown), int(slots[0]) if slots.size else None
        )
        draw_header(painter, frame, self.header(view))

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes."""
        shown = shown_classes(snapshot, view)
        is_some = len(shown) < len(snapshot.logits)
        drawn = tuple(shown.tolist()) if is_some else ()
        return (super().axes_key(snapshot, view), view.highlighted_class, drawn)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the bars, the deviations and the numbers."""
        found, shown = draws_of(snapshot, view), shown_classes(snapshot, view)
        p, frequencies = found.sampled.probabilities[shown], found.frequencies(shown)
        left, right = _shifted(frame, -_APART), _shifted(frame, _APART)
        _paint_outlines(painter, left, p, shown, snapshot, view)
        draw_top_bars(painter, right, frequencies, _BAR, snapshot, view)
        away = np.sqrt(p * (1.0 - p) / len(found.draws))
        if frame.slot >= frame.style.px(9):
            _paint_deviations(painter, right, p, away)
        _write_count(painter, frame, _words(found, shown))
        if view.values:
            tops = np.minimum(np.maximum(p + away, frequencies), frame.ranges.top)
            labels = [
                Label(
                    grouped(int(found.draws.counts[shown[slot]])),
                    frame.style.theme.ink,
                    right.x(float(slot)),
                    frame.y(float(tops[slot])),
                    frame.style.px(6),
                    ("above",),
                    True,
                    True,
                )
                for slot in np.argsort(-p, kind="stable").tolist()
            ]
            draw_labels(painter, frame, labels)

    def place(
        self, which: ClassNumber, index: int, frame: Frame, snapshot: Snapshot, view: View
    ) -> QPointF:
        """Return the top of the class's bar."""
        slots = np.flatnonzero(shown_classes(snapshot, view) == index)
        p = float(draws_of(snapshot, view).sampled.probabilities[index])
        slot = float(slots[0]) if slots.size else -1.0
        return QPointF(frame.x(slot), frame.y(min(p, frame.ranges.top)))

    def value_at(self, frame: Frame, view: View, point: QPointF) -> float:
        """Return the frequency at the height of `point`."""
        return max(0.0, frame.y_value(point.y()))

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return how often the most probable classes were drawn."""
        found = draws_of(snapshot, view)
        words = translate("panels", _WORDS)
        lines = (
            words.format(
                label=name_of(snapshot.state.names, index),
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
        return ReadOut(name_of(snapshot.state.names, index, 1000), lines)


def _text(p: float) -> str:
    return probability(p, 1.0 - p, 4)


def _shifted(frame: Frame, slots: float) -> Frame:
    """Return the map in which every class stands a part of its slot further to the right."""
    rect = frame.rect.translated(slots * frame.slot, 0.0)
    return Frame(frame.outer, rect, frame.ranges, frame.style, frame.resolution)


def _paint_outlines(
    painter: QPainter,
    frame: Frame,
    p: np.ndarray,
    shown: np.ndarray,
    snapshot: Snapshot,
    view: View,
) -> None:
    """Paint the outline of a bar for each p above 0."""
    lit, first = view.highlighted_class, frame.visible(len(p)).start
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for slot, rect in enumerate(bar_rects(frame, p, _BAR).tolist(), first):
        if not p[slot] > 0.0:
            continue
        index = int(shown[slot])
        style = frame.style if lit in (None, index) else frame.style.faint
        painter.setPen(style.pen(style.theme.class_color(snapshot.state.color_of(index)), 1.4))
        painter.drawRect(QRectF(*rect))


def _paint_deviations(painter: QPainter, frame: Frame, p: np.ndarray, away: np.ndarray) -> None:
    """Paint how far a frequency usually is from p, about p."""
    style, half = frame.style, min(frame.slot * _BAR / 3, frame.style.px(5))
    painter.setPen(style.pen(style.theme.ink, 1.2))
    for slot in range(*frame.visible(len(p)).indices(len(p))):
        if not away[slot] > 0.0:
            continue
        x = frame.x(float(slot))
        low, high = max(p[slot] - away[slot], 0.0), p[slot] + away[slot]
        ends = frame.y(float(low)), frame.y(float(min(high, frame.ranges.top)))
        painter.drawLine(QLineF(x, ends[0], x, ends[1]))
        for y in ends:
            painter.drawLine(QLineF(x - half, y, x + half, y))


def _words(found: Drawn, shown: np.ndarray) -> str:
    """Return how many draws there are, and how many of them are of classes that are not drawn."""
    words, count = count_text(found), len(found.draws.counts)
    if len(shown) == count:
        return words
    others = len(found.draws) - int(found.draws.counts[shown].sum())
    rest = translate("panels", _REST)
    return f"{words}; {rest.format(classes=grouped(count - len(shown)), count=grouped(others))}"


def _write_count(painter: QPainter, frame: Frame, words: str) -> None:
    """Write how many draws there are above the legend."""
    style, rect = frame.style, frame.rect
    left = frame.outer.left() + style.px(8)
    box = QRectF(left, rect.top() - style.px(53), 0.0, style.px(17))
    box.setRight(frame.outer.right() - style.px(4))
    painter.setPen(style.color(style.theme.accent))
    draw_fitting(painter, style, box, words, 0.88)
