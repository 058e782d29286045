"""A lesson: the results of careless code beside the true numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate, unit_name
from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark
from xentgui.model.short_names import names_that_fit
from xentgui.model.view import View
from xentgui.painting.fitting_text import draw_fitting
from xentgui.painting.style import Style
from xentgui.panels.careless_rows import WAYS, WayRow, way_rows
from xentgui.panels.derivation_page.stage import derived_class
from xentgui.panels.later import CarelessPanel
from xentgui.panels.shown_losses import described_with_note, loss_note

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_LESSON = QT_TRANSLATE_NOOP(
    "panels", "For teaching only: the program itself never computes this way."
)
_LOSS_IN = QT_TRANSLATE_NOOP("panels", "loss in {unit}")
_CROSS_ENTROPY_IN = QT_TRANSLATE_NOOP("panels", "H(y, p) in {unit}")

_LINES = len(WAYS) + 1.1  # and a head and a foot
_LINE_PX, _WIDTH_PX, _TOP_PX = 37.0, 400.0, 2.0
"""In design pixels at a scale of 1: the height of a row, the width of the table, the margin."""

_HEAD, _FOOT = 0.62, 0.48
"""The heights of the lines above and below the rows, as shares of that of a row."""

_LEAST_ACROSS = 0.85
"""On a narrower page the letters do not shrink further, and long names are cut off."""


_NOTE = 0.82  # em


class Careless(CarelessPanel):
    """A table with a row for each way: the probability of one class, and the loss."""

    def paint_numbers(
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
        """Return the height of `size`, or the height that legible letters need."""
        needed = _LINES * _least_scale(_inside(QRectF(QPointF(), size), style), style)
        return max(size.height(), math.ceil(style.px(_LINE_PX) * needed + 2 * style.px(_TOP_PX)))

    def rows(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> Iterator[tuple[float, float]]:
        """Return top and bottom of the headings, of each way, and of the line below."""
        box = _inside(rect, style)
        _, pitch = _scale_and_pitch(box, style)
        here = box.top()
        for height in (_HEAD, *(1.0 for _ in WAYS), _FOOT):
            yield here, here + height * pitch
            here += height * pitch

    def highlight_at(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style, point: QPointF
    ) -> ClassMark | None:
        """Return the class of the column of probabilities, if `point` is there."""
        _, column, _ = _columns(_inside(rect, style), style)
        if not column.contains(point):
            return None
        return ClassMark(derived_class(snapshot, view.highlighted_class))

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return every way with its numbers."""
        index = derived_class(snapshot, view.highlighted_class)
        line = translate("panels", "{way}: p {p}, loss {loss}")
        words = "; ".join(
            line.format(
                way=translate("panels", WAYS[row.key][0]),
                p=row.probability.in_words(),
                loss=row.loss.in_words(),
            )
            for row in way_rows(snapshot, index, view.unit, view.decimals)
        )
        return described_with_note(snapshot, words)


def _inside(rect: QRectF, style: Style) -> QRectF:
    """Return `rect` without the margins."""
    side, top = style.px(9), style.px(_TOP_PX)
    return rect.adjusted(side, top, -side, -top)


def _least_scale(box: QRectF, style: Style) -> float:
    """Return the scale at which all letters are legible, or the largest that the width allows."""
    return min(1.0, max(box.width() / style.px(_WIDTH_PX), _LEAST_ACROSS))


def _scale_and_pitch(box: QRectF, style: Style) -> tuple[float, float]:
    """Return the scale of all letters, and the height of a row in pixels."""
    pitch = box.height() / _LINES
    across = max(box.width() / style.px(_WIDTH_PX), _LEAST_ACROSS)
    scale = min(max(min(pitch / style.px(_LINE_PX), across), 0.5), 1.8)
    return scale, min(pitch, style.px(52) * scale)


def _columns(line: QRectF, style: Style) -> Iterator[QRectF]:
    """Yield the boxes of name, probability and loss."""
    gap = style.px(9)
    for start, share_of_width in ((0.0, 0.5), (0.5, 0.25), (0.75, 0.25)):
        left = line.left() + start * line.width() + (gap if start else 0.0)
        width = share_of_width * line.width() - (gap if start else 0.0)
        yield QRectF(left, line.top(), width, line.height())


class _Table:
    """The rows on a page, as large as the page allows."""

    def __init__(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        self._painter, self._style = painter, style
        self._box = _inside(rect, style)
        self._scale, self._pitch = _scale_and_pitch(self._box, style)

    def paint(self, snapshot: Snapshot, view: View) -> None:
        """Paint the head, the rows and the foot."""
        box, pitch, style = self._box, self._pitch, self._style
        index = derived_class(snapshot, view.highlighted_class)
        head, foot = _HEAD * pitch, _FOOT * pitch
        self._head(snapshot, index, view, box.top(), head)
        top = box.top() + head
        for row in way_rows(snapshot, index, view.unit, view.decimals):
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
        form = translate("panels", "p of {label}")
        metrics = self._style.metrics(0.92 * self._scale, bold=True)

        def fit(names: tuple[str, ...]) -> bool:
            return metrics.horizontalAdvance(form.format(label=names[0])) <= p_box.width()

        p = form.format(label=names_that_fit(snapshot.state.labels, (index,), fit)[0])
        heading = _CROSS_ENTROPY_IN if loss_note(snapshot) else _LOSS_IN
        loss = translate("panels", heading).format(unit=unit_name(view.unit))
        self._text(
            p_box, p, theme.class_color(snapshot.state.color_of(index)), 0.92, _RIGHT, bold=True
        )
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
            name_box, translate("panels", WAYS[row.key][0]), theme.ink, 1.0, _LEFT, bold=truth
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
            words, metrics = claim.note, self._style.metrics(_NOTE * self._scale)
            if claim.short and metrics.horizontalAdvance(words) > note.width():
                words = claim.short
            self._text(note, words, theme.warning if claim.bad else theme.mute, _NOTE, _RIGHT)

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
        """Write one line; a text that is too long has smaller letters."""
        self._painter.setPen(self._style.color(color))
        size *= self._scale
        draw_fitting(self._painter, self._style, box, text, size, bold=bold, align=align)
