"""The frame around what a scene emphasises that is no mark of a panel: loss, panel or formula."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from xentgui.documents.focus import FORMULA, LOSS, PANEL
from xentgui.language.logarithm import with_logarithm
from xentgui.model import Snapshot
from xentgui.model.mark import FocusMark
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.panels import PANELS
from xentgui.window.presenting.stage_layout import StageLayout, head
from xentgui.window.presenting.stage_words import StageWords, boxes

_KNOWN = {panel.key: panel for panel in PANELS}
_WIDE = 2.6  # design pixels
_AROUND, _RADIUS, _LINE = 0.25, 0.45, 1.5  # em


def frame_of(
    words: StageWords, layout: StageLayout, style: Style, snapshot: Snapshot, view: View
) -> QRectF | None:
    """Return where the frame is, or None if there is nothing to put it around."""
    mark, pad = view.highlight, _AROUND * style.em
    if not isinstance(mark, FocusMark):
        return None
    if mark.name == LOSS:
        found = boxes(words, style, layout.words).loss if words.loss else None
        return None if found is None else found.adjusted(-pad, 0.0, pad, pad)
    word, _, key = mark.name.partition(":")
    card = layout.cards.get(key)
    if card is None or f"{word}:" == PANEL:
        return card
    if f"{word}:" != FORMULA:
        return None
    line = head(card, style.em)
    text = fonts.formula(with_logarithm(_KNOWN[key].formula_of(snapshot), view.unit))
    wide = QFontMetricsF(fonts.math_font(style.math_em)).horizontalAdvance(text)
    left = max(line.right() - wide, line.left())
    high = min(_LINE * style.math_em, 2.0 * (line.center().y() - card.top()) - pad)
    box = QRectF(left - pad, 0.0, line.right() - left + 2.0 * pad, high)
    box.moveTop(line.center().y() - high / 2)
    return box


def paint_focus(
    painter: QPainter,
    words: StageWords,
    layout: StageLayout,
    style: Style,
    snapshot: Snapshot,
    view: View,
) -> None:
    """Paint the frame."""
    box = frame_of(words, layout, style, snapshot, view)
    if box is not None:
        painter.setPen(style.pen(style.theme.accent, _WIDE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS * style.em, _RADIUS * style.em)
