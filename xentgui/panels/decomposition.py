"""The parts of cross-entropy: the entropy of the target, and the divergence."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, in_unit, number, translate, unit_name
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.hatch import SOLID, draw_pattern
from xentgui.painting.labels import draw_x_axis
from xentgui.painting.style import Style
from xentgui.painting.ticks import round_limit
from xentgui.panels.axis_limits import span
from xentgui.panels.later import DecompositionPanel
from xentgui.panels.shown_losses import described_with_note, draw_loss_note, loss_note

_ROWS = 3
_HEIGHTS = {"sum": 0.24, "floor": 0.42, "excess": 0.42, "surplus": 0.16, "compared": 0.42}
_MIDDLE = 0.66
"""The middle of the bars and, above, their heights, as shares of a row."""

_TIP = 5.0  # design pixels: the size of the sign of the lower bound
_NOTE = 0.55
"""The room above the rows for the note on another loss, as a share of a row."""

_LEAST = 1.0  # nats, bits or dits; the axis always shows so much

_CROSS_ENTROPY = QT_TRANSLATE_NOOP("panels", "cross-entropy")
_FLOOR = QT_TRANSLATE_NOOP("panels", "lower bound")
_DIVERGENCE = QT_TRANSLATE_NOOP("panels", "KL divergence")
_ENTROPY = QT_TRANSLATE_NOOP("panels", "entropy of the prediction")


class Part(NamedTuple):
    """One interval of the axis, in the unit of the view, with its name.

    Attributes
    ----------
    symbol, name
        Its symbol in formulas, and its name in English.
    start, value
        Where it begins, and its length, which can be negative or infinite.
    row
        The row, from the top.
    role
        "sum", "floor", "excess", "surplus" or "compared".
    """

    symbol: str
    name: str
    start: float
    value: float
    row: int
    role: str


def parts(snapshot: Snapshot, unit: str) -> tuple[Part, ...]:
    """Return the parts that are drawn: those of row 1 add up to the one in row 0.

    While the target's sum is not 1, H(y, p) is H(y) + D(y‖p) + Σy - 1.
    """
    total = in_unit(snapshot.cross_entropy, unit)
    floor = in_unit(snapshot.target_entropy, unit)
    excess = in_unit(snapshot.kl_divergence, unit)
    found = [
        Part("H(y, p)", _CROSS_ENTROPY, 0.0, total, 0, "sum"),
        Part("H(y)", _FLOOR, 0.0, floor, 1, "floor"),
        Part("D(y‖p)", _DIVERGENCE, floor, excess, 1, "excess"),
    ]
    if not snapshot.state.target_is_normalised:
        surplus = in_unit(snapshot.target_sum - 1.0, unit)
        found.append(Part("Σy − 1", "", floor + excess, surplus, 1, "surplus"))
    found.append(Part("H(p)", _ENTROPY, 0.0, in_unit(snapshot.entropy, unit), 2, "compared"))
    return tuple(found)


class Decomposition(DecompositionPanel):
    """H(y, p) = H(y) + D(y‖p), as bars on one axis; no prediction has a loss below H(y)."""

    measured = "left"

    def margins(self, view: View) -> QMarginsF:
        """Return the room for labels: numbers and the unit below."""
        return QMarginsF(14, 6, 26, 44)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return 0 … a round number above every finite part."""
        ends = [0.0]
        for part in parts(snapshot, view.unit):
            ends += [part.start, part.start + part.value]
        low, high = span(np.array(ends))
        left = -round_limit(-low * 1.04) if low < 0.0 else 0.0
        top = _ROWS + (_NOTE if loss_note(snapshot) else 0.0)
        return Ranges(left, round_limit(max(high * 1.02, _LEAST)), 0.0, top)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes."""
        return view.unit

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the line of zero and the numbers below."""
        unit = unit_name(view.unit)
        draw_x_axis(painter, frame, f"{translate('panels', 'information')} ({unit})")
        painter.setPen(frame.style.pen(frame.style.theme.line, 1.0))
        zero = frame.x(0.0)
        for row in range(_ROWS):
            top, bottom = _span(frame, row, 0.54)
            painter.drawLine(QLineF(zero, top, zero, bottom))
        painter.drawLine(QLineF(frame.rect.bottomLeft(), frame.rect.bottomRight()))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the bars with their names, and the line of H(y) through all of them."""
        found = parts(snapshot, view.unit)
        for part in found:
            self._paint_bar(painter, frame, part)
        self._paint_floor(painter, frame, found)
        for row in range(_ROWS):
            self._paint_names(painter, frame, [part for part in found if part.row == row], view)
        draw_loss_note(painter, frame.style, frame.outer, snapshot)

    def _paint_bar(self, painter: QPainter, frame: Frame, part: Part) -> None:
        style, theme = frame.style, frame.style.theme
        if part.value == 0.0 or not math.isfinite(part.start):
            return
        ends = (part.start, part.start + part.value)
        left, right = (
            frame.x(min(max(end, frame.ranges.left), frame.ranges.right)) for end in ends
        )
        top, bottom = _span(frame, part.row, _HEIGHTS[part.role])
        box = QRectF(left, top, right - left, bottom - top).normalized()
        if part.role == "compared":
            painter.setPen(style.pen(theme.mute, 1.2, (3.0, 2.4)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        else:
            _fill(painter, frame, box, part)
        if max(ends) > frame.ranges.right:
            _draw_beyond(painter, frame, (top + bottom) / 2, _color(frame, part))

    def _paint_floor(self, painter: QPainter, frame: Frame, found: tuple[Part, ...]) -> None:
        floor = next(part for part in found if part.role == "floor").value
        if floor > frame.ranges.right:
            return
        style, theme, x = frame.style, frame.style.theme, frame.x(floor)
        painter.setPen(style.pen(theme.card, 2.0))
        top, bottom = _span(frame, 0, _HEIGHTS["sum"])
        painter.drawLine(QLineF(x, top, x, bottom))
        _, bottom = _span(frame, 1, _HEIGHTS["floor"])
        _draw_tip(painter, style, QPointF(x, bottom + style.px(2)))

    def _paint_names(self, painter: QPainter, frame: Frame, row: list[Part], view: View) -> None:
        """Write the symbols, the names and the numbers of a row above its bars.

        Each has a fixed share of the width, so that the names do not move.
        """
        style = frame.style
        baseline = frame.y(_ROWS - row[0].row - 0.3) - style.px(1)
        share = frame.rect.width() / len(row)
        for position, part in enumerate(row):
            left = frame.rect.left() + position * share
            end = left + share - (style.px(12) if position + 1 < len(row) else 0.0)
            self._paint_name(painter, frame, part, QRectF(left, baseline, end - left, 0.0), view)

    def _paint_name(
        self, painter: QPainter, frame: Frame, part: Part, line: QRectF, view: View
    ) -> None:
        style, theme = frame.style, frame.style.theme
        x, baseline, side = line.left(), line.top(), style.px(9)
        swatch = QRectF(x, baseline - side, side, side)
        if part.role == "compared":
            painter.setPen(style.pen(theme.mute, 1.2, (2.0, 1.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(swatch)
        else:
            _fill(painter, frame, swatch, part, step=3.0)
        x += side + style.px(6)
        symbol = fonts.formula(part.symbol)
        x += _write(
            painter, symbol, x, baseline, fonts.math_font(1.12 * style.em), theme.ink, style
        )
        text = number(part.value, 3)
        if part.role == "sum":
            text = f"{text} {unit_name(view.unit)}"
        x += style.px(8)
        bold = style.font(1.0, bold=True)
        x += _write(painter, text, x, baseline, bold, theme.ink, style)
        x += style.px(10)
        if part.role == "floor" and x + _TIP * 2 * style.px(1) <= line.right():
            # The same sign stands under the end of this bar.
            x = _draw_tip(painter, style, QPointF(x + style.px(_TIP), baseline - style.px(_TIP)))
        metrics, name = style.metrics(0.92), translate("panels", part.name) if part.name else ""
        if name and metrics.horizontalAdvance(name) <= line.right() - x:
            _write(painter, name, x, baseline, style.font(0.92), theme.mute, style)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return every part with its number."""
        words = "; ".join(
            f"{part.symbol} = {number(part.value, view.decimals)} {unit_name(view.unit)}"
            for part in parts(snapshot, view.unit)
        )
        return described_with_note(snapshot, words)


def _span(frame: Frame, row: int, height: float) -> tuple[float, float]:
    """Return top and bottom of a bar of `row`, in pixels."""
    middle = _ROWS - row - _MIDDLE
    return frame.y(middle + height / 2), frame.y(middle - height / 2)


def _fill(painter: QPainter, frame: Frame, rect: QRectF, part: Part, step: float = 6.0) -> None:
    """Fill `rect` with the fill of `part`; without colours, the hatching identifies it."""
    pattern = _HATCHES.get(part.role, SOLID) if frame.style.theme.hatched else SOLID
    draw_pattern(painter, frame.style, rect, pattern, _color(frame, part), step)


_HATCHES = {"floor": "/", "excess": "x", "surplus": "-"}


def _color(frame: Frame, part: Part) -> str:
    theme = frame.style.theme
    return {
        "sum": theme.ink,
        "floor": theme.mute,
        "excess": theme.accent,
        "surplus": theme.warning,
        "compared": theme.mute,
    }[part.role]


def _draw_tip(painter: QPainter, style: Style, tip: QPointF) -> float:
    """Draw the sign of the lower bound, whose upper corner is `tip`; return the x after it."""
    size = style.px(_TIP)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(style.theme.ink))
    painter.drawPolygon([tip, tip + QPointF(-size, size), tip + QPointF(size, size)])
    return tip.x() + 2 * size


def _write(
    painter: QPainter, text: str, x: float, baseline: float, font: QFont, color: str, style: Style
) -> float:
    """Write `text` at `x` and return its width."""
    painter.setFont(font)
    painter.setPen(style.color(color))
    painter.drawText(QPointF(x, baseline), text)
    return QFontMetricsF(font).horizontalAdvance(text)


def _draw_beyond(painter: QPainter, frame: Frame, middle: float, color: str) -> None:
    """Draw a chevron at the right end, which shows that the bar continues."""
    style, right = frame.style, frame.rect.right()
    size = style.px(6)
    painter.setPen(style.pen(color, 2.2))
    for shift in (0.55, 1.45):
        tip = QPointF(right + size * (shift + 1.0), middle)
        painter.drawPolyline([tip + QPointF(-size, -size), tip, tip + QPointF(-size, size)])
