"""The cards of the picture for a room: which panels are on them, their names and their formulas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap

from xentgui.canvas.kept_pictures import PixmapCache
from xentgui.documents.moment import Moment
from xentgui.language.text import translate
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.panels import PANELS, Panel
from xentgui.panels.hidden import hides_panel, paint_hidden_panel
from xentgui.panels.page_panel import PagePanel
from xentgui.window.presenting.stage_layout import StageLayout, head, inside

USUAL_PANELS: Final = ("distribution", "information")
"""What a scene shows that names no panels."""

KNOWN: Final[Mapping[str, type[Panel]]] = {panel.key: panel for panel in PANELS}
"""Every panel that this program has."""

_RADIUS: Final = 0.45  # em
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def panels_of(moment: Moment, turn: int = 0) -> tuple[str, ...]:
    """Return the panels of a moment that this program has, turned by so many places."""
    found = tuple(key for key in moment.panels if key in KNOWN) or USUAL_PANELS
    turn %= len(found)
    return found[turn:] + found[:turn]


def has_stages(panel: type[Panel]) -> bool:
    """Return whether a panel is a page with stages."""
    return issubclass(panel, PagePanel) and panel.staged


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


class StageGround:
    """Keeps the picture of the cards."""

    def __init__(self) -> None:
        self._cache, self._ahead = PixmapCache(), PixmapCache()

    def picture(self, cards: tuple[Card, ...], size: QSizeF, ratio: float, style: Style) -> QPixmap:
        """Return the picture, `size` large, with `ratio` device pixels in a pixel."""
        if self._ahead.has(cards, size, ratio, style):
            self._cache, self._ahead = self._ahead, self._cache
        return _painted(self._cache, cards, size, ratio, style)

    def paint_ahead(
        self, cards: tuple[Card, ...], size: QSizeF, ratio: float, style: Style
    ) -> None:
        """Paint the picture of cards that are to come, and keep that of the present ones."""
        if not self._cache.has(cards, size, ratio, style):
            _painted(self._ahead, cards, size, ratio, style)


def _painted(
    cache: PixmapCache, cards: tuple[Card, ...], size: QSizeF, ratio: float, style: Style
) -> QPixmap:
    def paint(painter: QPainter) -> None:
        paint_cards(painter, cards, style)

    return cache.picture(cards, size, ratio, style, paint, color=style.theme.window)
