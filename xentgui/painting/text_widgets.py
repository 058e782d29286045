"""Widgets that are a text: as it is, with formulas among its words, or like a link."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from xentgui.language.text import escaped
from xentgui.painting import fonts
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style

_FORMULA = re.compile(
    r"(?P<base>\d+|e)\^(?P<power>[HD]\([^)]*\))"  # a power
    r"|[HD]\([^)]*\)|Σ[a-z]\b(?: − 1)?|−(?:[a-z]·)?(?:ln|log[₀-₉]*) [a-z]\b"
)
_SIZE, _POWER_SIZE, _POWER_RISE = 1.08, 0.78, 0.36  # em


class PlainLabel(QLabel):
    """A label that takes nothing for HTML: names of classes and files come from anywhere."""

    def __init__(self, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class Run(NamedTuple):
    """A part of a text: words, a formula, or the exponent of one."""

    text: str
    is_formula: bool = False
    is_power: bool = False


def runs(text: str) -> tuple[Run, ...]:
    """Return the parts of `text`, in order.

    >>> [run.text for run in runs("Perplexity e^H(y, p)")]
    ['Perplexity ', 'e', 'H(y, p)']
    """
    found, at = list[Run](), 0
    for match in _FORMULA.finditer(text):
        found.append(Run(text[at : match.start()]))
        if match["power"]:
            found += Run(match["base"], True), Run(match["power"], True, True)
        else:
            found.append(Run(match[0], True))
        at = match.end()
    return tuple(run for run in (*found, Run(text[at:])) if run.text)


def formula_tip(text: str) -> str:
    """Return `text` as a tool-tip; if it has formulas with two strokes, these are typeset."""
    if "‖" not in text:
        return text
    family = fonts.install().math
    parts = (
        f"<span style='font-family:\"{family}\"'>{escaped(fonts.formula(run.text))}</span>"
        if run.is_formula
        else escaped(run.text)
        for run in runs(text)
    )
    return f"<qt>{''.join(parts)}</qt>"


_PlacedRun = tuple[float, float, QFont, str]
"""The x, the rise, the font and the text of a run."""


@guarded
class FormulaLabel(PlainLabel):
    """Draws its text in runs, where variables are italic and exponents are raised.

    `text()` stays as it was given, for people who listen.
    """

    _laid_out: tuple[object, tuple[_PlacedRun, ...]] = (None, ())

    def _placed(self) -> tuple[_PlacedRun, ...]:
        """Return the runs; layouts ask for them more often than they change."""
        what = self.text(), self.font().key()
        if self._laid_out[0] != what:
            self._laid_out = what, self._lay_out()
        return self._laid_out[1]

    def _lay_out(self) -> tuple[_PlacedRun, ...]:
        em, x, placed = float(self.font().pixelSize()), 0.0, list[_PlacedRun]()
        for run in runs(self.text()):
            font, text, rise = self.font(), run.text, 0.0
            if run.is_formula:
                size = _POWER_SIZE if run.is_power else _SIZE
                font, text = fonts.math_font(em * size), fonts.formula(run.text)
                rise = _POWER_RISE * em if run.is_power else 0.0
            placed.append((x, rise, font, text))
            x += QFontMetricsF(font).horizontalAdvance(text)
        return (*placed, (x, 0.0, self.font(), ""))

    def sizeHint(self) -> QSize:
        """Return the size of all runs."""
        width = self._placed()[-1][0] if self.text() else 0.0
        return QSize(int(width) + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the size of all runs: half a formula would be wrong."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the runs."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics = QFontMetricsF(self.font())
        baseline = (self.height() + metrics.ascent() - metrics.descent()) / 2
        for x, rise, font, text in self._placed():
            painter.setFont(font)
            painter.drawText(QPointF(x, baseline - rise), text)
        painter.end()


@guarded
class LinkButton(QAbstractButton):
    """Coloured text, underlined, with a frame while it has the focus."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = style
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_style(self, style: Style) -> None:
        """Apply other fonts and colours."""
        self._look = style
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the text with a small margin."""
        metrics, style = self._look.metrics(), self._look
        width = metrics.horizontalAdvance(self.text()) + style.px(8)
        return QSize(round(width), round(metrics.height() + style.px(4)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text and the line under it."""
        style, theme = self._look, self._look.theme
        metrics = style.metrics()
        painter = QPainter(self)
        painter.setFont(style.font())
        painter.setPen(QPen(style.color(theme.accent), style.px(1)))
        baseline = (self.height() + metrics.ascent() - metrics.descent()) / 2
        left, width = style.px(4), metrics.horizontalAdvance(self.text())
        painter.drawText(QPointF(left, baseline), self.text())
        under = baseline + style.px(2.5)
        painter.drawLine(QPointF(left, under), QPointF(left + width, under))
        if self.hasFocus():
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
