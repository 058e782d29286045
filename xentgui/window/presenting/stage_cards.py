"""The cards of the picture for a room, with the names of their panels and their formulas."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from xentgui.language.text import translate
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.panels.hidden import hides_panel, paint_hidden_panel
from xentgui.window.presenting.known_panels import KNOWN
from xentgui.window.presenting.stage_layout import StageLayout, head, inside

_RADIUS: Final = 0.45  # em
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Card(NamedTuple):
    """All that stands on a card beside its panel.

    Attributes
    ----------
    box
        The card.
    name
        The name of the panel, in the current language.
    formula
        Its formula as it is written, or "" if it is not shown.
    hidden
        Whether the panel itself is not to be seen.
    """

    box: QRectF
    name: str
    formula: str
    hidden: bool


def cards_of(
    layout: StageLayout, snapshot: Snapshot, view: View, *, formulas: bool
) -> tuple[Card, ...]:
    """Return the cards; without `formulas`, nothing stands beside the names."""
    found = []
    for key, box in layout.cards.items():
        panel = KNOWN[key]()
        hidden = hides_panel(panel, view)
        shows = formulas and not hidden
        formula = written_formula(key, snapshot, view) if shows else ""
        found.append(Card(box, translate("panels", panel.title), formula, hidden))
    return tuple(found)


def written_formula(key: str, snapshot: Snapshot, view: View) -> str:
    """Return the formula of a panel with the logarithm of the unit; "" if it has none."""
    return with_logarithm(KNOWN[key].formula_of(snapshot), view.unit)


def paint_cards(painter: QPainter, cards: tuple[Card, ...], style: Style) -> None:
    """Paint the cards, the names of their panels, and a sign for a panel that is hidden."""
    for card in cards:
        painter.setPen(style.pen(style.theme.line))
        painter.setBrush(style.color(style.theme.card))
        painter.drawRoundedRect(card.box, _RADIUS * style.em, _RADIUS * style.em)
        _paint_head(painter, card, style)
        if card.hidden:
            paint_hidden_panel(painter, inside(card.box, style.em), style)


def formula_width(text: str, style: Style) -> float:
    """Return the width of a formula, or of its beginning, at the top of a card."""
    return QFontMetricsF(fonts.math_font(style.math_em)).horizontalAdvance(fonts.formula(text))


def has_room_for_formula(card: Card, style: Style) -> bool:
    """Return whether all of the formula has room beside the name."""
    name = style.metrics(1.0, bold=True).horizontalAdvance(card.name)
    room = head(card.box, style.em).width() - name - style.em
    return bool(card.formula) and formula_width(card.formula, style) <= room


def _paint_head(painter: QPainter, card: Card, style: Style) -> None:
    line, metrics = head(card.box, style.em), style.metrics(1.0, bold=True)
    name = metrics.elidedText(card.name, Qt.TextElideMode.ElideRight, line.width())
    painter.setFont(style.font(1.0, bold=True))
    painter.setPen(style.color(style.theme.ink))
    painter.drawText(line, _LEFT, name)
    if has_room_for_formula(card, style):
        painter.setFont(fonts.math_font(style.math_em))
        painter.setPen(style.color(style.theme.mute))
        painter.drawText(line, _RIGHT, fonts.formula(card.formula))
