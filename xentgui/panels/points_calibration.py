"""Calibration: how many points are right, of those whose largest p is about the same."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate
from xentgui.model import Snapshot
from xentgui.model.classifier.calibration import BINS, Reliability, reliability
from xentgui.model.mark import Mark
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.fitting_text import draw_fitting
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis, draw_y_axis
from xentgui.painting.style import Style
from xentgui.panels.axis_limits import Zoom
from xentgui.panels.later_of_many import PointsCalibrationPanel
from xentgui.panels.marked_panel import Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.points_mark import BinMark
from xentgui.panels.points_plot import (
    NOBODY,
    ChoosesPoints,
    no_points,
    no_targets,
    say,
    say_no_points,
)

_AXIS = QT_TRANSLATE_NOOP("panels", "largest p")
_RIGHT = QT_TRANSLATE_NOOP("panels", "right")
_POINTS = QT_TRANSLATE_NOOP("panels", "points")
_PROMISED = QT_TRANSLATE_NOOP("panels", "mean of p")
_BIN = QT_TRANSLATE_NOOP("panels", "p from {low} to {high}")
_ERROR = QT_TRANSLATE_NOOP("panels", "line: mean of p; mean distance {error}")
_CENTER = Qt.AlignmentFlag.AlignCenter


class PointsCalibration(ChoosesPoints, PointsCalibrationPanel):
    """A bar for each tenth of p; the number of its points stands above, the diagonal is dashed."""

    zoom = Zoom()
    measured = "left bottom"
    one_in = 4

    def margins(self, view: View) -> QMarginsF:
        """Return the room for the numbers of the axes, and for the counts."""
        return QMarginsF(46, 34, 16, 44)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return 0 … 1 both ways."""
        return NOBODY

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes."""
        return classifier_of(snapshot) is None

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid, the numbers and the diagonal."""
        if classifier_of(snapshot) is None:
            return
        draw_y_axis(painter, frame)
        draw_x_axis(painter, frame, translate("panels", _AXIS))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the bars, their counts, and the mean distance from the diagonal."""
        subject = classifier_of(snapshot)
        if subject is None:
            say_no_points(painter, frame)
            return
        style, theme, found = frame.style, frame.style.theme, _found(subject)
        if not found.counts.any():
            say(painter, frame, no_targets())
            return
        lit = view.highlight.bin if isinstance(view.highlight, BinMark) else None
        for number_of, count in enumerate(found.counts.tolist()):
            if not count:
                continue
            own = style if lit in (None, number_of) else style.faint
            bar = bar_rect(frame, found, number_of)
            painter.setPen(own.pen(theme.accent, 1.4))
            painter.setBrush(own.color(theme.selection))
            painter.drawRect(bar)
            promised = frame.y(float(found.promised[number_of]))
            painter.setPen(own.pen(theme.ink, 2.2))
            painter.drawLine(QLineF(bar.left(), promised, bar.right(), promised))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(style.pen(theme.mute, 1.2, (5.0, 3.0)))
        painter.drawLine(QLineF(frame.x(0.0), frame.y(0.0), frame.x(1.0), frame.y(1.0)))
        texts = counts_that_fit(frame, found.counts.tolist())
        for number_of, text in enumerate(texts):
            if text:
                own = style if lit in (None, number_of) else style.faint
                self._write_count(painter, frame, own, found, number_of, text)
        words = translate("panels", _ERROR).format(error=number(found.error, 4))
        left = frame.rect.left() + style.px(6)
        box = QRectF(left, frame.outer.top() + style.px(2), 0, style.px(16))
        box.setRight(frame.outer.right() - style.px(2))
        painter.setPen(style.color(theme.mute))
        draw_fitting(painter, style, box, words, 0.85)

    def _write_count(
        self, painter: QPainter, frame: Frame, own: Style, found: Reliability, at: int, text: str
    ) -> None:
        """Write the number of points above a bar, and above its line, over the diagonal."""
        style, bar = frame.style, bar_rect(frame, found, at)
        top = min(bar.top(), frame.y(float(found.promised[at])))
        box = QRectF(0.0, top - style.px(17), style.metrics(0.85).horizontalAdvance(text), 0.0)
        box.setHeight(style.px(14))
        box.moveLeft(bar.center().x() - box.width() / 2)
        if style.veiled:
            painter.fillRect(box, style.color(style.theme.card))
        painter.setFont(own.font(0.85))
        painter.setPen(own.color(own.theme.mute))
        painter.drawText(box.adjusted(-2.0, 0.0, 2.0, 0.0), _CENTER, text)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return what is right in each bin that has points."""
        subject = classifier_of(snapshot)
        if subject is None:
            return no_points()
        found, parts = _found(subject), []
        for at, count in enumerate(found.counts.tolist()):
            if count:
                share = number(float(found.right[at]), 3)
                parts.append(f"{_name(at)}: {count} {translate('panels', _POINTS)}, {share}")
        return "; ".join(parts) or no_targets()

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return count, right ones and the mean of p in a bin."""
        subject = classifier_of(snapshot)
        if not isinstance(mark, BinMark) or subject is None:
            return super().read_out(mark, snapshot, view)
        found, at = _found(subject), mark.bin
        return ReadOut(
            _name(at),
            (
                (translate("panels", _POINTS), str(int(found.counts[at]))),
                (translate("panels", _RIGHT), number(float(found.right[at]), 4)),
                (translate("panels", _PROMISED), number(float(found.promised[at]), 4)),
            ),
        )

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the bin at `point`, if it has points."""
        subject = classifier_of(snapshot)
        if subject is None or not frame.rect.contains(point):
            return None
        at = min(max(int(frame.x_value(point.x()) * BINS), 0), BINS - 1)
        return BinMark(at) if _found(subject).counts[at] else None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the bin with points that is beside `mark`."""
        subject = classifier_of(snapshot)
        if subject is None or (mark is not None and way in (Way.NEXT, Way.PREVIOUS)):
            return None
        filled = _found(subject).counts.nonzero()[0].tolist()
        if not filled:
            return None
        here = filled.index(mark.bin) if isinstance(mark, BinMark) and mark.bin in filled else None
        if here is None:
            return BinMark(filled[-1])
        steps = {Way.LEFT: here - 1, Way.RIGHT: here + 1, Way.FIRST: 0, Way.LAST: len(filled) - 1}
        return BinMark(filled[min(max(steps.get(way, here), 0), len(filled) - 1)])

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the bin, whose points light everywhere."""
        return self.mark_at(frame, snapshot, view, point)

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the top of a bar."""
        subject = classifier_of(snapshot)
        if subject is None or not isinstance(mark, BinMark):
            return frame.rect.center()
        found = _found(subject)
        if not found.counts[mark.bin]:
            return QPointF(frame.x((mark.bin + 0.5) / BINS), frame.rect.bottom())
        bar = bar_rect(frame, found, mark.bin)
        return QPointF(bar.center().x(), bar.top())

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the column of a bin."""
        if not isinstance(mark, BinMark):
            return None
        left, right = frame.x(mark.bin / BINS), frame.x((mark.bin + 1) / BINS)
        return QRectF(left, frame.rect.top(), right - left, frame.rect.height())


def _found(subject: Classifier) -> Reliability:
    return reliability(subject.fit.largest, subject.classes, subject.predictions)


def counts_that_fit(frame: Frame, counts: Sequence[int]) -> list[str]:
    """Return what is written above each bar: all in full, or all short, where none touches another.

    Where even short ones would, those of the most points are written.  Nothing is written above a
    bin without points.
    """
    gap = frame.style.px(2)
    pitch, metrics = (frame.x(1.0) - frame.x(0.0)) / BINS, frame.style.metrics(0.85)

    def touches(texts: Sequence[str], at: int) -> bool:
        wide = metrics.horizontalAdvance(texts[at])
        beside = [texts[one] for one in (at - 1, at + 1) if 0 <= one < len(texts) and texts[one]]
        return any((wide + metrics.horizontalAdvance(one)) / 2 + gap > pitch for one in beside)

    for write in (str, _short):
        texts = [write(count) if count else "" for count in counts]
        if not any(text and touches(texts, at) for at, text in enumerate(texts)):
            return texts
    kept = [""] * len(counts)
    for at in sorted(range(len(counts)), key=lambda one: -counts[one]):
        kept[at] = texts[at]
        if texts[at] and touches(kept, at):
            kept[at] = ""
    return kept


def _short(count: int) -> str:
    """Return a count with three digits at most.

    >>> [_short(count) for count in (999, 1000, 12_345, 100_000, 999_950, 2_500_000)]
    ['999', '1k', '12.3k', '100k', '1M', '2.5M']
    """
    if count < 1000:
        return str(count)
    return f"{count / 1e3:.3g}k" if count < 999_500 else f"{count / 1e6:.3g}M"


def bar_rect(frame: Frame, found: Reliability, at: int) -> QRectF:
    """Return the bar of a bin that has points."""
    left, right = frame.x(at / BINS), frame.x((at + 1) / BINS)
    share = float(found.right[at])
    top, gap = frame.y(share if math.isfinite(share) else 0.0), 0.08 * (right - left)
    return QRectF(left + gap, top, right - left - 2 * gap, frame.y(0.0) - top)


def _name(at: int) -> str:
    low, high = (number(edge / BINS, 1) for edge in (at, at + 1))
    return translate("panels", _BIN).format(low=low, high=high)
