"""Calibration: how often the most probable class is right, where p says how often it should be."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    in_unit,
    number,
    translate,
    unit_name,
)
from xentgui.model import Snapshot
from xentgui.model.sampling.calibration import BINS, Reliability, reliability
from xentgui.model.sampling.seen_rows import SeenRows
from xentgui.model.view import View
from xentgui.painting.fitting_text import draw_fitting
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis, draw_y_axis
from xentgui.painting.legend import AxisName, Header, Sample, draw_header
from xentgui.painting.marks import draw_dot
from xentgui.panels.axis_limits import Zoom
from xentgui.panels.choice import Choice, Option
from xentgui.panels.later_of_many import CalibrationPanel
from xentgui.panels.stage_rows import percent

_USUAL = "15"
_BINS = QT_TRANSLATE_NOOP("panels", "Bins")
_ROWS = QT_TRANSLATE_NOOP("panels", "Rows")
_ALL = QT_TRANSLATE_NOOP("panels", "All, as they are shown")
_HELD_OUT = QT_TRANSLATE_NOOP("panels", "Held-out half, before and after fitting T")
_NONE = QT_TRANSLATE_NOOP(
    "panels",
    "Calibration needs a matrix of logits with the right class of each row: File ▸ Import Logits…",
)
_FITTING = QT_TRANSLATE_NOOP(
    "panels", "T is fitted when all rows have been looked at, if each has one right class."
)
_AXIS = QT_TRANSLATE_NOOP("panels", "confidence, the largest p")
_ACCURACY = QT_TRANSLATE_NOOP("panels", "accuracy")
_BEFORE, _AFTER = QT_TRANSLATE_NOOP("panels", "T = 1"), QT_TRANSLATE_NOOP("panels", "T = {value}")
_ERROR = QT_TRANSLATE_NOOP("panels", "ECE {error} with {bins} bins; {others}")
_FITTED = QT_TRANSLATE_NOOP(
    "panels",
    "T = {value}: ECE {first} → {last}, −log p {before} → {after} {unit}",
)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Calibration(CalibrationPanel):
    """The accuracy in each bin of confidence, and its distance from the diagonal."""

    zoom = Zoom()
    measured = "left bottom"

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return how many bins there are, and which rows are in them."""
        bins = tuple(Option(str(count), str(count)) for count in BINS)
        rows = (
            Option("all", translate("panels", _ALL)),
            Option("held_out", translate("panels", _HELD_OUT)),
        )
        return (
            Choice("bins", translate("panels", _BINS), bins, _USUAL),
            Choice("rows", translate("panels", _ROWS), rows, "all"),
        )

    def margins(self, view: View) -> QMarginsF:
        """Return the room for numbers, and for what is said above."""
        return QMarginsF(46, 56, 14, 44)

    def header(self, view: View) -> Header:
        """Return the name of the axis."""
        samples: tuple[Sample, ...] = ()
        if _is_held_out(view) and view.rows is not None and view.rows.fit is not None:
            after = translate("panels", _AFTER).format(value=number(view.rows.fit.temperature, 3))
            samples = (Sample("ghost", translate("panels", _BEFORE)), Sample("bar", after))
        return Header(AxisName(translate("panels", _ACCURACY)), samples, above=23.0)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return 0 … 1 of both."""
        return Ranges(0.0, 1.0, 0.0, 1.0)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes."""
        fit = None if view.rows is None else view.rows.fit
        return (_sentence(view), _is_held_out(view), fit)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid and the diagonal; or why there is nothing to show."""
        words = _sentence(view)
        style = frame.style
        if words:
            painter.setFont(style.font(0.95))
            painter.setPen(style.color(style.theme.mute))
            box = frame.outer.adjusted(style.px(16), style.px(8), -style.px(16), -style.px(8))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(box, flags, words)
            return
        draw_y_axis(painter, frame)
        draw_x_axis(painter, frame, translate("panels", _AXIS))
        draw_header(painter, frame, self.header(view))
        painter.setPen(style.pen(style.theme.mute, 1.2, (4.0, 3.0)))
        painter.drawLine(QLineF(frame.x(0.0), frame.y(0.0), frame.x(1.0), frame.y(1.0)))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the bins, their distance from the diagonal, and what all of it amounts to."""
        if _sentence(view) or view.rows is None:
            return
        rows, theme = view.rows, frame.style.theme
        bins = _chosen_bins(self, snapshot, view)
        if _is_held_out(view) and rows.fit is not None:
            fit = rows.fit
            before = reliability(fit.before, fit.correct, bins)
            _paint_outline(painter, frame, before)
            _paint_bins(painter, frame, reliability(fit.after, fit.correct, bins))
        else:
            assert rows.confidence is not None
            assert rows.correct is not None
            _paint_bins(painter, frame, reliability(rows.confidence, rows.correct, bins))
        style = frame.style
        words = " ".join(_verdicts(rows, bins, view))
        box = QRectF(
            frame.outer.left() + style.px(8), frame.rect.top() - style.px(53), 0.0, style.px(17)
        )
        box.setRight(frame.outer.right() - style.px(4))
        painter.setPen(style.color(theme.accent))
        draw_fitting(painter, style, box, words, 0.88)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the calibration error, and what the fitted temperature does to it."""
        words = _sentence(view)
        if words or view.rows is None:
            return words
        return "; ".join(_verdicts(view.rows, _chosen_bins(self, snapshot, view), view))

    def locate(self, mark: object, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return nothing, because there are no marks."""
        raise TypeError(f"there is no {mark!r} here")


def _is_held_out(view: View) -> bool:
    return view.choices.get("calibration.rows") == "held_out"


def _chosen_bins(panel: Calibration, snapshot: Snapshot, view: View) -> int:
    choice = panel.choices(snapshot)[0]
    return int(choice.chosen(panel.key, view)[0])


def _sentence(view: View) -> str:
    """Return why nothing can be shown; "" if something can."""
    rows = view.rows
    if rows is None or rows.correct is None or rows.confidence is None:
        return translate("panels", _NONE)
    if _is_held_out(view) and rows.fit is None:
        return translate("panels", _FITTING)
    return ""


def _verdicts(rows: SeenRows, bins: int, view: View) -> list[str]:
    """Return the error with the chosen bins and with others, or before and after the fit."""
    fit = rows.fit
    if _is_held_out(view) and fit is not None:
        errors = [reliability(sure, fit.correct, bins).error for sure in (fit.before, fit.after)]
        shown = [number(in_unit(one, view.unit), 3) for one in (fit.nll_before, fit.nll_after)]
        return [
            translate("panels", _FITTED).format(
                value=number(fit.temperature, 3),
                before=shown[0],
                after=shown[1],
                unit=unit_name(view.unit),
                first=percent(errors[0]),
                last=percent(errors[1]),
            )
        ]
    assert rows.confidence is not None
    assert rows.correct is not None
    found = {count: reliability(rows.confidence, rows.correct, count).error for count in BINS}
    texts = {count: "–" if np.isnan(one) else percent(one) for count, one in found.items()}
    others = ", ".join(f"{count}: {texts[count]}" for count in BINS if count != bins)
    words = translate("panels", _ERROR)
    return [words.format(error=texts[bins], bins=bins, others=others)]


def _paint_bins(painter: QPainter, frame: Frame, found: Reliability) -> None:
    """Paint a bar for each bin, darker where more rows are, with the way to the diagonal."""
    style, theme = frame.style, frame.style.theme
    most = max(int(found.counts.max()), 1)
    for nth in np.flatnonzero(found.counts).tolist():
        left, right = frame.x(float(found.edges[nth])), frame.x(float(found.edges[nth + 1]))
        y = frame.y(float(found.accuracy[nth]))
        share = (found.counts[nth] / most) ** 0.5
        painter.setPen(style.pen(theme.class_color(0), 1.0))
        painter.setBrush(style.color(theme.class_color(0), 0.15 + 0.7 * float(share)))
        painter.drawRect(QRectF(left, y, right - left, frame.y(0.0) - y))
    for nth in np.flatnonzero(found.counts).tolist():
        x = frame.x(float(found.confidence[nth]))
        ends = frame.y(float(found.accuracy[nth])), frame.y(float(found.confidence[nth]))
        painter.setPen(style.pen(theme.warning, 2.0))
        painter.drawLine(QLineF(x, ends[0], x, ends[1]))
        draw_dot(painter, style, QPointF(x, ends[0]), theme.ink)


def _paint_outline(painter: QPainter, frame: Frame, found: Reliability) -> None:
    """Paint where the accuracy of each bin was before the fit."""
    style = frame.style
    painter.setPen(style.pen(style.theme.ink, 1.4, (1.2, 2.4)))
    for nth in np.flatnonzero(found.counts).tolist():
        left, right = frame.x(float(found.edges[nth])), frame.x(float(found.edges[nth + 1]))
        y = frame.y(float(found.accuracy[nth]))
        painter.drawLine(QLineF(left, y, right, y))
