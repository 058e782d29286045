"""A lesson: what careless code would say, beside the truth."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, in_unit, number, translate, unit_name
from xentgui.model import Snapshot, careless
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.derivation_page.numerals import scaled, share
from xentgui.panels.derivation_page.stage_numbers import derived_class
from xentgui.panels.loss_note import described_with_note, loss_note
from xentgui.panels.page_panel import PagePanel

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_WAYS = {
    "truth": (QT_TRANSLATE_NOOP("panels", "The truth"), "exp(z − max z), log1p"),
    "float64": (QT_TRANSLATE_NOOP("panels", "float64, nothing subtracted"), "exp(z) / Σ exp(z)"),
    "float32": (QT_TRANSLATE_NOOP("panels", "float32, nothing subtracted"), "exp(z) / Σ exp(z)"),
    "float16": (QT_TRANSLATE_NOOP("panels", "float16, nothing subtracted"), "exp(z) / Σ exp(z)"),
    "twice": (QT_TRANSLATE_NOOP("panels", "softmax applied twice"), "softmax(softmax(z))"),
    "clipped": (QT_TRANSLATE_NOOP("panels", "p clipped"), "clip(p, 1e−7, 1 − 1e−7)"),
    "offset": (QT_TRANSLATE_NOOP("panels", "p with something added"), "log(p + 1e−10)"),
}
"""What each way is called, and what its code says."""

_LESSON = QT_TRANSLATE_NOOP(
    "panels", "A lesson: nothing else in this program is computed in these ways."
)
_LOSS_IN = QT_TRANSLATE_NOOP("panels", "loss in {unit}")
_CROSS_ENTROPY_IN = QT_TRANSLATE_NOOP("panels", "H(y, p) in {unit}")
_EXACT = QT_TRANSLATE_NOOP("panels", "right")
_OFF = QT_TRANSLATE_NOOP("panels", "off by {error}")
_LOST = QT_TRANSLATE_NOOP("panels", "not a number")
_TRUTH_IS = QT_TRANSLATE_NOOP("panels", "it is {value}")
_OVERFLOW = QT_TRANSLATE_NOOP("panels", "exp({logit}) = ∞: overflow")

_NAN = "NaN"  # as every program writes it

_LINES = len(_WAYS) + 1.1  # and a head and a foot
_LINE_PX, _WIDTH_PX, _TOP_PX = 37.0, 400.0, 2.0
"""How high a way is, and how wide the table, at a scale of 1, in design pixels; the margin."""

_LEAST_ACROSS = 0.85
"""On a narrower page letters are not smaller, and long names lose their ends."""

_BAD = 1e-3
"""A relative error that a person would notice."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that a way gives: the number, what is to be said of it, and whether it is bad."""

    text: str
    note: str
    bad: bool

    def in_words(self) -> str:
        """Return the number, or that there is none."""
        return self.note if self.text == _NAN else self.text


@dataclass(frozen=True, slots=True)
class WayRow:
    """One way: its key, what its code says or where it broke, and its claims."""

    key: str
    code: str
    broken: bool
    probability: Claim
    loss: Claim


@lru_cache(maxsize=4)
def _careless(snapshot: Snapshot) -> tuple[careless.CarelessResult, ...]:
    return careless.careless_results(snapshot)


def rows(snapshot: Snapshot, index: int, unit: str, decimals: int) -> tuple[WayRow, ...]:
    """Return the truth and then every careless way, for class `index`."""
    p, loss = float(snapshot.probabilities[index]), in_unit(snapshot.cross_entropy, unit)
    true_p = share(
        p, float(snapshot.complements[index]), float(snapshot.information[index]), decimals
    )
    truth = WayRow(
        "truth",
        _WAYS["truth"][1],
        False,
        Claim(true_p, "", False),
        Claim(number(loss, decimals), "", False),
    )
    found = [truth]
    for way in _careless(snapshot):
        code, broken = _WAYS[way.key][1], way.overflow is not None
        if way.overflow is not None:
            power = scaled(float(snapshot.logits[way.overflow]), snapshot.state.temperature, 3)
            code = translate("panels", _OVERFLOW).format(logit=power)
        said, told = float(way.probabilities[index]), in_unit(way.cross_entropy, unit)
        found.append(
            WayRow(
                way.key,
                code,
                broken,
                _claim(said, _distance(said, snapshot, index), p, true_p, decimals),
                _claim(told, told - loss, loss, truth.loss.text, decimals),
            )
        )
    return tuple(found)


def _distance(said: float, snapshot: Snapshot, index: int) -> float:
    """Return how far `said` is from p, also where p only rounds to 0 or 1."""
    p, complement = float(snapshot.probabilities[index]), float(snapshot.complements[index])
    if complement < 1e-7:
        return (said - 1.0) + complement
    underflows = p == 0.0 and math.isfinite(float(snapshot.information[index]))
    return said - math.ulp(0.0) if underflows else said - p


def _claim(said: float, distance: float, truth: float, true_text: str, decimals: int) -> Claim:
    """Judge the number `said`, which is `distance` from the truth."""
    if math.isnan(said):
        return Claim(_NAN, translate("panels", _LOST), True)
    text = number(said, decimals)
    if said == truth and not abs(distance) > 0.0:  # infinity less infinity is NaN
        return Claim(text, translate("panels", _EXACT), False)
    error = abs(distance) / truth if 0.0 < truth < math.inf else math.inf
    if not error < 0.995:
        return Claim(text, translate("panels", _TRUTH_IS).format(value=true_text), True)
    size = f"{100 * error:.0f} %" if error >= 0.01 else number(error, 1)
    return Claim(text, translate("panels", _OFF).format(error=size), error >= _BAD)


class Careless(PagePanel):
    """A table: a way a row, with the probability of one class, and the loss."""

    key = "naive"
    title = QT_TRANSLATE_NOOP("panels", "What careless code would say")
    formula = "exp(z) / Σ exp(z)"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "What programs answer that overflow, clip or apply the softmax twice. "
        "The truth is in the first row, and everywhere else.",
    )

    def paint_live(
        self,
        painter: QPainter,
        rect: QRectF,
        snapshot: Snapshot,
        view: View,
        style: Style,
        parts: frozenset[int] | None = None,
    ) -> None:
        """Paint the table; it is one part."""
        _Table(painter, rect, style).paint(snapshot, view)

    def height(self, size: QSizeF, snapshot: Snapshot, view: View, style: Style) -> float:
        """Return the height of `size`, or what legible letters need."""
        needed = _LINES * _least_scale(_inside(QRectF(QPointF(), size), style), style)
        return max(size.height(), math.ceil(style.px(_LINE_PX) * needed + 2 * style.px(_TOP_PX)))

    def class_at_point(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style, point: QPointF
    ) -> int | None:
        """Return the class that the column of probabilities speaks of, if `point` is there."""
        _, column, _ = _columns(_inside(rect, style), style)
        return derived_class(snapshot, view.highlighted_class) if column.contains(point) else None

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return every way with what it says."""
        index = derived_class(snapshot, view.highlighted_class)
        line = translate("panels", "{way}: p {p}, loss {loss}")
        words = "; ".join(
            line.format(
                way=translate("panels", _WAYS[row.key][0]),
                p=row.probability.in_words(),
                loss=row.loss.in_words(),
            )
            for row in rows(snapshot, index, view.unit, view.decimals)
        )
        return described_with_note(snapshot, words)


def _inside(rect: QRectF, style: Style) -> QRectF:
    """Return what margins leave of `rect`."""
    side, top = style.px(9), style.px(_TOP_PX)
    return rect.adjusted(side, top, -side, -top)


def _least_scale(box: QRectF, style: Style) -> float:
    """Return the scale at which all letters can be read, or as near to that as the width allows."""
    return min(1.0, max(box.width() / style.px(_WIDTH_PX), _LEAST_ACROSS))


def _columns(line: QRectF, style: Style) -> Iterator[QRectF]:
    """Yield the boxes of name, probability and loss."""
    gap = style.px(9)
    for start, share_of_width in ((0.0, 0.5), (0.5, 0.25), (0.75, 0.25)):
        left = line.left() + start * line.width() + (gap if start else 0.0)
        width = share_of_width * line.width() - (gap if start else 0.0)
        yield QRectF(left, line.top(), width, line.height())


class _Table:
    """The rows on a page, as large as it allows."""

    def __init__(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        self._painter, self._style = painter, style
        self._box = _inside(rect, style)
        pitch = self._box.height() / _LINES
        across = max(self._box.width() / style.px(_WIDTH_PX), _LEAST_ACROSS)
        self._scale = min(max(min(pitch / style.px(_LINE_PX), across), 0.5), 1.8)
        self._pitch = min(pitch, style.px(52) * self._scale)

    def paint(self, snapshot: Snapshot, view: View) -> None:
        """Paint the head, the rows and the foot."""
        box, pitch, style = self._box, self._pitch, self._style
        index = derived_class(snapshot, view.highlighted_class)
        head, foot = 0.62 * pitch, 0.48 * pitch
        self._head(snapshot, index, view, box.top(), head)
        top = box.top() + head
        for row in rows(snapshot, index, view.unit, view.decimals):
            self._row(row, QRectF(box.left(), top, box.width(), pitch))
            top += pitch
        self._text(
            QRectF(box.left(), top, box.width(), foot),
            loss_note(snapshot) or translate("panels", _LESSON),
            style.theme.mute,
            0.85,
            _LEFT,
        )

    def _head(self, snapshot: Snapshot, index: int, view: View, top: float, height: float) -> None:
        theme = self._style.theme
        line = QRectF(self._box.left(), top, self._box.width(), height)
        _, p_box, loss_box = _columns(line, self._style)
        p = translate("panels", "p of {label}").format(label=name_of(snapshot.state.labels, index))
        heading = _CROSS_ENTROPY_IN if loss_note(snapshot) else _LOSS_IN
        loss = translate("panels", heading).format(unit=unit_name(view.unit))
        self._text(p_box, p, theme.class_color(index), 0.92, _RIGHT, bold=True)
        self._text(loss_box, loss, theme.mute, 0.92, _RIGHT, bold=True)

    def _row(self, row: WayRow, line: QRectF) -> None:
        painter, style, theme = self._painter, self._style, self._style.theme
        truth = row.key == "truth"
        if truth:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color(theme.selection))
            side = style.px(7)
            painter.drawRoundedRect(line.adjusted(-side, 0, side, 0), style.px(5), style.px(5))
        elif row.key != "float64":
            painter.setPen(style.pen(theme.grid, 1.0))
            painter.drawLine(line.topLeft(), line.topRight())
        middle = line.top() + 0.54 * line.height()
        name_box, p_box, loss_box = _columns(
            QRectF(
                line.left(),
                line.top() + 0.08 * line.height(),
                line.width(),
                middle - line.top() - 0.08 * line.height(),
            ),
            style,
        )
        code_box, p_note, loss_note = _columns(
            QRectF(line.left(), middle, line.width(), 0.38 * line.height()), style
        )
        self._text(
            name_box, translate("panels", _WAYS[row.key][0]), theme.ink, 1.0, _LEFT, bold=truth
        )
        self._text(
            code_box,
            row.code,
            theme.warning if row.broken else theme.mute,
            0.88,
            _LEFT,
            bold=row.broken,
        )
        for claim, box, note in ((row.probability, p_box, p_note), (row.loss, loss_box, loss_note)):
            color = theme.warning if claim.bad else theme.ink
            self._text(box, claim.text, color, 1.0, _RIGHT, bold=True)
            self._text(note, claim.note, theme.warning if claim.bad else theme.mute, 0.82, _RIGHT)

    def _text(
        self,
        box: QRectF,
        text: str,
        color: str,
        size: float,
        align: Qt.AlignmentFlag,
        *,
        bold: bool = False,
    ) -> None:
        """Write one line; what is too long loses its end."""
        size *= self._scale
        metrics = self._style.metrics(size, bold=bold)
        self._painter.setFont(self._style.font(size, bold=bold))
        self._painter.setPen(self._style.color(color))
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self._painter.drawText(box, align, elided)
