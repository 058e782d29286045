"""Draws formulas and numbers: as text on a screen, as outlines in a vector file."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from xentgui.painting import fonts
from xentgui.painting.bars import is_raster
from xentgui.painting.letters import Settler
from xentgui.panels.derivation_page.page_layout import Room
from xentgui.panels.derivation_page.typeset import Formula

_RAISED, _RAISED_SIZE = 0.36, 0.72
"""How far an exponent stands above the baseline, and its size, in em."""

OVERHANG = 0.5
"""How far a long number may extend into the gap at its right, in em."""

LEAST_SIZE = 0.77
"""A long number shrinks to this size, in em, before it gets more room."""

_MEASURED = 200.0
_ALIKE = str.maketrans("123456789", "0" * 9)
"""Digits are equally wide, so that most numbers have the same width as an earlier one."""

_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


@lru_cache(maxsize=4096)
def numeral_width(text: str) -> float:
    """Return the width of a number, in em; "8.5e−18" is drawn as 8.5 times ten to the −18."""
    return _measured(text)[0]


class GlyphWriter:
    """Draws with one painter at one size.

    Attributes
    ----------
    em
        The size of the letters, in the painter's units.
    """

    def __init__(self, painter: QPainter, em: int) -> None:
        self.em = em
        self._painter = painter
        # Digits in a vector file are outlines, because it must not need our fonts.
        self._outlined = not is_raster(painter)
        self._settler = Settler()
        self._font: tuple[int, QFont.Weight] | None = (
            None  # the painter's current values, because setting them costs time
        )
        self._usual = (em, QFont.Weight.Normal)
        self._color: QColor | None = None

    def formula(self, formula: Formula, x: float, baseline: float, color: QColor) -> None:
        """Draw the static parts of `formula`, its left end at `x`."""
        painter = self._painter
        painter.save()
        painter.translate(x, baseline)
        painter.scale(self.em, self.em)
        painter.fillPath(formula.ink, color)
        painter.restore()

    def words(self, text: str, x: float, baseline: float, color: QColor, font: QFont) -> None:
        """Write `text`, its left end at `x`, in the font for words."""
        self._font = self._color = None
        self._painter.setFont(font)
        self._painter.setPen(color)
        self._painter.drawText(QPointF(x, baseline), text)

    def number(
        self,
        text: str,
        x: float,
        baseline: float,
        color: QColor,
        *,
        size: float = 1.0,
        bold: bool = False,
    ) -> None:
        """Draw a number, its left end at `x`; `size` is in em."""
        mantissa, exponent = _parts(text)
        weight = QFont.Weight.Bold if bold else QFont.Weight.Normal
        self._text(mantissa, x, baseline, color, size, weight)
        if exponent:
            x += _advance(mantissa) * size * self.em
            raised = baseline - _RAISED * size * self.em
            self._text(exponent, x, raised, color, size * _RAISED_SIZE, weight)

    def in_room(
        self, text: str, room: Room, baseline: float, color: QColor, *, bold: bool = False
    ) -> tuple[float, float]:
        """Draw a number with its decimal point at that of `room`; return its ends.

        One that is too wide is moved to the right end, and drawn smaller if necessary.
        """
        em = self.em
        width, before, mantissa, exponent = _measured(text)
        width, left, right = width * em, room.left, room.right + OVERHANG * em
        if width > right - left:
            self.number(text, left, baseline, color, size=(right - left) / width, bold=bold)
            return left, room.right + 0.05 * width * bold
        # This runs for every number at every edit, and max and min would take longer.
        start = room.point - before * em
        start = min(start, right - width)
        start = max(start, left)
        if exponent or bold or self._outlined:
            self.number(text, start, baseline, color, bold=bold)
        else:  # nearly always true, and another call would cost time
            if self._font != self._usual:
                self._use(self._usual)
            if color is not self._color:
                self._painter.setPen(color)
                self._color = color
            self._painter.drawText(QPointF(start, baseline), mantissa)
        return start, start + (1.0 + 0.05 * bold) * width  # bold is a little wider

    def _text(
        self, text: str, x: float, baseline: float, color: QColor, size: float, weight: QFont.Weight
    ) -> None:
        painter = self._painter
        key = (self.em if size == 1.0 else max(1, round(size * self.em)), weight)
        if self._outlined:
            path, font = QPainterPath(), _font(*key)
            self._settler.settle(font)  # a window may have drawn with it, in a face of its own
            path.addText(QPointF(x, baseline), font, text)
            painter.fillPath(path, color)
            return
        if key != self._font:
            self._use(key)
        if color is not self._color:
            painter.setPen(color)
            self._color = color
        painter.drawText(QPointF(x, baseline), text)

    def _use(self, font: tuple[int, QFont.Weight]) -> None:
        self._painter.setFont(_font(*font))
        self._font = font


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[str, str]:
    mantissa, mark, exponent = text.partition("e")
    # The sign of multiplication is a dot, which is half as wide as a cross.
    return (
        (f"{mantissa}\N{DOT OPERATOR}10", _LEADING_ZEROS.sub("", exponent)) if mark else (text, "")
    )


@cache
def _font(pixels: int, weight: QFont.Weight) -> QFont:
    font = fonts.math_font(pixels)
    font.setWeight(weight)
    # Without kerning, numbers look the same and are drawn in two thirds of the time.
    font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return font


@cache
def _metrics() -> QFontMetricsF:
    return QFontMetricsF(_font(int(_MEASURED), QFont.Weight.Normal))


@cache
def _character(character: str) -> float:
    return _metrics().horizontalAdvance(character) / _MEASURED


def _advance(text: str) -> float:
    return sum(map(_character, text))


@lru_cache(maxsize=4096)
def _measured(text: str) -> tuple[float, float, str, str]:
    """Return the width of a number, the width before its decimal point, and its parts."""
    if "e" not in text:
        return (*_advances(text.translate(_ALIKE)), text, "")
    mantissa, exponent = _parts(text)
    width = _advance(mantissa) + _advance(exponent) * _RAISED_SIZE
    return width, _advances(text)[1], mantissa, exponent


@lru_cache(maxsize=1024)
def _advances(text: str) -> tuple[float, float]:
    """Return the width of `text`, and the width before its decimal point."""
    ends = (text.find(mark) for mark in (".", "e", " "))
    end = min((end for end in ends if end > 0), default=len(text))
    return _advance(text), _advance(text[:end])
