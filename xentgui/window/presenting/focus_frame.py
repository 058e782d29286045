"""The frame around what a scene emphasises that is no mark of a panel: loss, panel, formula or term."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.documents.focus import FORMULA, LOSS, PANEL, term_of
from xentgui.language.terms import terms
from xentgui.model.mark import FocusMark
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.window.presenting.stage_cards import (
    KNOWN,
    Card,
    formula_width,
    has_room_for_formula,
    has_stages,
)
from xentgui.window.presenting.stage_layout import StageLayout, head
from xentgui.window.presenting.stage_words import StageWords, boxes

_WIDE = 2.6  # design pixels
_AROUND, _RADIUS, _LINE = 0.25, 0.3, 1.5  # em
_TERM = 1.25  # em, the height of the frame around a term
_BESIDE = 0.1  # em, around a term: its neighbours are near


def frame_of(
    words: StageWords, layout: StageLayout, cards: tuple[Card, ...], style: Style, view: View
) -> QRectF | None:
    """Return where the frame is, or None if there is nothing to put it around."""
    mark, pad = view.highlight, _AROUND * style.em
    if not isinstance(mark, FocusMark):
        return None
    if mark.name == LOSS:
        found = boxes(words, style, layout.words).loss if words.loss else None
        return None if found is None else found.adjusted(-pad, 0.0, pad, pad)
    term = term_of(mark.name)
    word, _, key = mark.name.partition(":")
    key = key if term is None else term.panel
    place = list(layout.cards).index(key) if key in layout.cards else None
    if place is None or (term is not None and has_stages(KNOWN[key])):
        return None  # the page frames its stages by itself
    card = cards[place]
    if f"{word}:" == PANEL:
        return card.box
    if not has_room_for_formula(card, style):
        return None
    if f"{word}:" == FORMULA:
        return _around(card, style, 0, len(card.formula), pad)
    spans = terms(card.formula)
    if term is None or term.number > len(spans):
        return None
    return _around(card, style, *spans[term.number - 1], _BESIDE * style.em, _TERM)


def _around(
    card: Card, style: Style, start: int, end: int, pad: float, line_height: float = _LINE
) -> QRectF:
    """Return the frame around some characters of a formula, which stands at the right."""
    line, text = head(card.box, style.em), card.formula
    whole = formula_width(text, style)
    left = line.right() - whole + formula_width(text[:start], style)
    right = line.right() - whole + formula_width(text[:end], style)
    high = min(line_height * style.math_em, 2.0 * (line.center().y() - card.box.top()) - pad)
    box = QRectF(left - pad, 0.0, right - left + 2.0 * pad, high)
    box.moveTop(line.center().y() - high / 2)
    return box


def paint_focus(painter: QPainter, frame: QRectF | None, style: Style) -> None:
    """Paint the frame, if there is one."""
    if frame is not None:
        painter.setPen(style.pen(style.theme.accent, _WIDE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, _RADIUS * style.em, _RADIUS * style.em)
