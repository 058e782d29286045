"""Codes: how many bits each class takes, ideally and as a Huffman code."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate, unit_name
from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.naming import name_of
from xentgui.model.sampling.codes import MOST_CODED, Coded, arithmetic_bits, coded
from xentgui.model.sampling.sampler import sampled
from xentgui.model.view import View
from xentgui.painting.bars import bar_rects, draw_rects
from xentgui.painting.class_axis import draw_class_axis
from xentgui.painting.fitting_text import draw_fitting
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_y_axis
from xentgui.painting.legend import AxisName, Header, Sample, draw_header
from xentgui.painting.mark_labels import Label, draw_labels
from xentgui.painting.ticks import round_above
from xentgui.panels.axis_limits import span
from xentgui.panels.class_numbers import ClassNumber
from xentgui.panels.later_of_many import CodesPanel
from xentgui.panels.panel import ReadOut
from xentgui.panels.top_classes import (
    TopClasses,
    draw_top_bars,
    names_of,
    shown_classes,
    top_classes,
)

_BAR, _LINE = 0.46, 0.68  # shares of a class's slot
_TOP = 1e4  # bits; a class that is less probable is at the edge
_MEANS = QT_TRANSLATE_NOOP("panels", "Huffman {huffman}, H(p) = {entropy} bits a draw")
_SHORT_MEANS = QT_TRANSLATE_NOOP("panels", "Huffman {huffman}, H(p) = {entropy} bits")
_TOO_MANY = QT_TRANSLATE_NOOP("panels", "H(p) = {entropy} bits; no Huffman code of so many classes")
_TO_COME = QT_TRANSLATE_NOOP("panels", "H(p) = {entropy} bits; the Huffman code comes in a moment")
_CLASS = QT_TRANSLATE_NOOP("panels", "{label}: {huffman} bits, ideally {ideal}")
_HUFFMAN = QT_TRANSLATE_NOOP("panels", "Huffman")
_IDEAL = QT_TRANSLATE_NOOP("panels", "ideal, −log₂ p")
_ARITHMETIC = QT_TRANSLATE_NOOP("panels", "arithmetic, {count} draws")


class _Code(NamedTuple):
    """Bits, shape (K,): ideally, and of Huffman's words; and their means."""

    ideal: np.ndarray
    words: np.ndarray | None
    entropy: float
    mean: float


class Codes(CodesPanel, TopClasses):
    """A bar for the word of each class, and an ink line where the ideal length is."""

    measured = "left bottom"

    def margins(self, view: View) -> QMarginsF:
        """Return the room for labels, and above the plot for the legend and the means."""
        return QMarginsF(46, 56, 14, 30)

    def header(self, view: View) -> Header:
        """Return the name of the axis, and what bars and lines are."""
        samples = (
            Sample("bar", translate("panels", _HUFFMAN)),
            Sample("line", translate("panels", _IDEAL)),
        )
        return Header(AxisName("ℓ", unit_name("bits")), samples, above=23.0)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return the classes that are drawn, and all their lengths that are finite."""
        code, top = _code(snapshot, view), top_classes(snapshot)
        highest = span(code.ideal[top])[1]
        if code.words is not None:
            highest = max(highest, span(code.words[top])[1])
        return Ranges(-0.5, len(top) - 0.5, 0.0, round_above(min(max(highest * 1.12, 2.0), _TOP)))

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
        """Paint the words, the ideal lengths, and the sentence with the means."""
        code, style, shown = _code(snapshot, view), frame.style, shown_classes(snapshot, view)
        ideal = np.minimum(code.ideal[shown], frame.ranges.top)
        on = np.isfinite(code.ideal[shown])
        if code.words is not None:
            words = np.where(on, code.words[shown], 0.0)
            draw_top_bars(painter, frame, words, _BAR, snapshot, view)
        rects = bar_rects(frame, np.where(on, ideal, 0.0), _LINE)
        thick = style.px(2.8)
        rects[:, 1] -= thick / 2
        rects[:, 3] = np.where(on[frame.visible(len(on))], thick, 0.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color(style.theme.ink))
        draw_rects(painter, rects[rects[:, 3] > 0.0])
        if view.values:
            self._paint_numbers(painter, frame, snapshot, view, shown)
        self._write_means(painter, frame, snapshot, view)

    def _paint_numbers(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, shown: np.ndarray
    ) -> None:
        style, code, labels = frame.style, _code(snapshot, view), []
        for slot in np.argsort(code.ideal[shown], kind="stable").tolist():
            bits = float(code.ideal[shown[slot]])
            if not math.isfinite(bits):
                continue
            text, word = number(bits, 2), bits
            if code.words is not None:
                word = float(code.words[shown[slot]])
                text = f"{number(word, 0)} / {text}"
            y = frame.y(min(max(bits, word), frame.ranges.top))
            at = frame.x(float(slot)), y
            labels.append(Label(text, style.theme.ink, *at, style.px(7), ("above",), True, True))
        draw_labels(painter, frame, labels)

    def _write_means(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Write the means above the legend."""
        style, rect = frame.style, frame.rect
        left = frame.outer.left() + style.px(8)
        box = QRectF(left, rect.top() - style.px(53), 0.0, style.px(17))
        box.setRight(frame.outer.right() - style.px(4))
        words = _means(snapshot, view)
        if style.metrics(0.88).horizontalAdvance(words) > box.width():
            words = _means(snapshot, view, short=True)
        painter.setPen(style.color(style.theme.accent))
        draw_fitting(painter, style, box, words, 0.88)

    def place(
        self, which: ClassNumber, index: int, frame: Frame, snapshot: Snapshot, view: View
    ) -> QPointF:
        """Return the place of the ideal length."""
        slots = np.flatnonzero(shown_classes(snapshot, view) == index)
        bits = min(float(_code(snapshot, view).ideal[index]), frame.ranges.top)
        return QPointF(frame.x(float(slots[0]) if slots.size else -1.0), frame.y(bits))

    def value_at(self, frame: Frame, view: View, point: QPointF) -> float:
        """Return the length at the height of `point`."""
        return max(0.0, frame.y_value(point.y()))

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the mean lengths, and those of the most probable classes."""
        code, words = _code(snapshot, view), translate("panels", _CLASS)
        lines = [_means(snapshot, view)]
        for index in sampled(snapshot).ranking[:10].tolist():
            if math.isfinite(code.ideal[index]):
                huffman = "–" if code.words is None else number(float(code.words[index]), 0)
                ideal = number(float(code.ideal[index]), 2)
                label = name_of(snapshot.state.names, index)
                lines.append(words.format(label=label, huffman=huffman, ideal=ideal))
        return "; ".join(lines)

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return the lengths of a class."""
        if not isinstance(mark, ClassMark) or not mark.is_in(snapshot.state):
            return None
        code, index, count = _code(snapshot, view), mark.index, int(snapshot.state.draws)
        bits = unit_name("bits")
        lines = [(translate("panels", _IDEAL), f"{number(float(code.ideal[index]), 4)} {bits}")]
        if code.words is not None:
            words = f"{number(float(code.words[index]), 0)} {bits}"
            lines.append((translate("panels", _HUFFMAN), words))
        caption = translate("panels", _ARITHMETIC).format(count=count)
        total = number(arithmetic_bits(count * code.entropy), 0)
        lines.append((caption, f"≈ {total} {bits}"))
        return ReadOut(name_of(snapshot.state.names, index, 1000), tuple(lines))


@lru_cache(maxsize=2)  # by identity
@np.errstate(over="ignore")
def _ideal(snapshot: Snapshot) -> np.ndarray:
    """Return -log₂ of what is drawn from, shape (K,)."""
    found = sampled(snapshot)
    ideal = found.information / math.log(2.0)
    return np.where(found.probabilities > 0.0, ideal, math.inf)


def _code(snapshot: Snapshot, view: View) -> _Code:
    """Return the codes for what is drawn from; of many classes, no words until they are known."""
    entropy = sampled(snapshot).entropy_after / math.log(2.0)
    if len(snapshot.logits) <= view.at_once:
        found: Coded | None = coded(snapshot)
    else:
        found = view.coded
        if found is not None and found.snapshot is not snapshot:
            found = None
    if found is None:
        return _Code(_ideal(snapshot), None, entropy, math.nan)
    return _Code(_ideal(snapshot), found.words, entropy, found.mean)


def _means(snapshot: Snapshot, view: View, *, short: bool = False) -> str:
    """Return what a draw takes on average, as a sentence."""
    code = _code(snapshot, view)
    entropy = number(code.entropy, 3)
    if code.words is None:
        words = _TOO_MANY if len(snapshot.logits) > MOST_CODED else _TO_COME
        return translate("panels", words).format(entropy=entropy)
    words = _SHORT_MEANS if short else _MEANS
    return translate("panels", words).format(huffman=number(code.mean, 3), entropy=entropy)
