"""The name of the y axis, with its unit: above the plot, or along the axis in a figure."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from xentgui.painting import fonts
from xentgui.painting.frame import Frame, is_measured
from xentgui.painting.labels import NAMES, SMALL
from xentgui.painting.parts import as_part
from xentgui.painting.style import Style

if TYPE_CHECKING:
    from xentgui.painting.text_ruler import TextRuler

STRIP = 16.0
"""The width of the strip at the left edge where a name runs along its axis, in design pixels."""

_ROW = 18.0  # design pixels
_NAME_SIZE, _NAME_LEFT, _NAME_GAP = 0.96, 8.0, 14.0  # em, and design pixels
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class AxisName(NamedTuple):
    """The name of the y axis: a formula, and the unit of the numbers or "".

    Attributes
    ----------
    words
        The formula with the word for it, in the current language, for where it runs along the
        axis; "" if the formula has to do.
    along
        Whether it names the numbers of the axis; otherwise it is what the colours of a plot show.
    """

    formula: str
    unit: str = ""
    words: str = ""
    along: bool = True


def runs_along(style: Style, name: AxisName | None) -> bool:
    """Return whether `name` runs along its axis, and takes no room above the plot."""
    return style.snug and name is not None and name.along


def name_width(style: Style, name: AxisName | None) -> float:
    """Return how much room a name above the plot takes from the left edge on, with a gap."""
    if name is None or runs_along(style, name):
        return 0.0
    written = _formula_width(style, name.formula) + _name_left(style) + style.px(_NAME_GAP)
    return written + (style.ruler(SMALL).whole(f" ({name.unit})") if name.unit else 0)


def draw_name(painter: QPainter, frame: Frame, name: AxisName, shift: float, y: float) -> None:
    """Draw `name` above the plot, in the row whose middle is `y`; or along the axis."""
    style = frame.style
    if runs_along(style, name):
        draw_along(painter, frame, name)
        return
    x = frame.outer.left() + shift + _name_left(style)
    line = QRectF(x, y - style.px(_ROW / 2), frame.outer.width(), style.px(_ROW))
    painter.setPen(style.color(style.theme.mute))
    painter.setFont(_formula_font(_NAME_SIZE * style.math_em))
    painter.drawText(line, _LEFT, fonts.formula(name.formula))
    if name.unit:
        painter.setFont(style.font(SMALL))
        line.setLeft(x + _formula_width(style, name.formula))
        painter.drawText(line, _LEFT, f" ({name.unit})")


@as_part("name", "y")
def draw_along(painter: QPainter, frame: Frame, name: AxisName) -> None:
    """Draw `name` from below upwards in the strip at the left edge, at the middle of the axis."""
    if is_measured(painter) and _is_kept(painter, frame, name):
        return
    style, rect, outer = frame.style, frame.rect, frame.outer
    parts, length = _along(style, name)[:2]
    height = style.px(STRIP)
    # A name that is longer than its axis stays inside the picture, below the letter of the panel.
    first, last = outer.top() + (style.px(_ROW) if style.corner else 0.0), outer.bottom()
    shrunk = min(1.0, max(last - first, 1.0) / length)
    middle, length = rect.center().y(), length * shrunk
    lowest = min(max(middle + length / 2, first + length), last)
    across = outer.left() + height / 2 - style.px(1)
    if is_measured(painter):
        for text, font, width in parts:
            painter.setFont(font)
            painter.keep_upwards(across, lowest, text, shrunk)
            lowest -= width * shrunk
        return
    painter.setPen(style.color(style.theme.mute))
    painter.save()
    painter.translate(QPointF(across, lowest))
    painter.rotate(-90.0)
    if shrunk < 1.0:
        painter.scale(shrunk, shrunk)
    x = 0.0
    for text, font, width in parts:
        painter.setFont(font)
        painter.drawText(QRectF(x, -height / 2, width + style.px(2), height), _LEFT, text)
        x += width
    painter.restore()


def _is_kept(ruler: TextRuler, frame: Frame, name: AxisName) -> bool:
    """Let `ruler` keep that all of a name is beside the plot; return whether it is."""
    if not ruler.beside:
        return True
    outer, rect, (_, _, reach, depth, least) = frame.outer, frame.rect, _along(frame.style, name)
    is_left = outer.left() + reach <= rect.left()
    if not is_left or outer.top() + depth >= rect.bottom() or rect.height() <= least:
        return False
    ruler.keep_name(reach, depth, least)
    return True


class _Along(NamedTuple):
    """A name along its axis: its texts with their fonts and widths, and the length of all.

    At the left of a plot that begins at least at `reach` and ends below `depth`, both from the edge
    of the picture, and is higher than `least`, all of it is beside the plot: it is at the middle of
    the plot, or above that.
    """

    parts: tuple[tuple[str, QFont, float], ...]
    length: float
    reach: float
    depth: float
    least: float


@lru_cache(maxsize=256)  # a figure is measured in many sizes
def _along(style: Style, name: AxisName) -> _Along:
    parts = [(name.words, style.font(NAMES), style.ruler(NAMES).whole(name.words))]
    if not name.words:
        math = _formula_font(_NAME_SIZE * style.math_em)
        parts = [(fonts.formula(name.formula), math, _formula_width(style, name.formula))]
    if name.unit:
        unit = f" ({name.unit})"
        parts.append((unit, style.font(NAMES), style.ruler(NAMES).whole(unit)))
    half = max([QFontMetricsF(font).height() for _, font, _ in parts]) / 2
    length = sum(width for *_, width in parts)
    rest = length - parts[0][2]  # above the first part
    depth = (style.px(_ROW) if style.corner else 0.0) + rest
    reach = style.px(STRIP) / 2 - style.px(1) + half
    return _Along(tuple(parts), length, reach, depth, rest - parts[0][2])


def _name_left(style: Style) -> float:
    # Below a letter, or beside it, it begins where the letter does, or ends.
    return 0.0 if style.corner else style.px(_NAME_LEFT)


def _formula_width(style: Style, formula: str) -> float:
    return _width_of(_NAME_SIZE * style.math_em, formula)


@lru_cache(maxsize=256)
def _width_of(em: float, formula: str) -> float:
    return QFontMetricsF(_formula_font(em)).horizontalAdvance(fonts.formula(formula))


@lru_cache(maxsize=64)
def _formula_font(em: float) -> QFont:
    return fonts.math_font(em)
