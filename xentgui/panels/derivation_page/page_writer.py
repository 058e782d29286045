"""The common part of the two writers of a page, for its static part and for its numbers."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.painting.theme import Theme
from xentgui.panels.derivation_page.glyph_writer import GlyphWriter
from xentgui.panels.derivation_page.page import Page
from xentgui.panels.derivation_page.page_layout import Room
from xentgui.panels.derivation_page.stage import Line

_SHORT, _SHORT_OF_LARGE = 1.2, 1.5
"""How far e stands to the left of the middle of its room, in em; also below large exponents."""


def opacity(index: int, highlighted: int | None, color: QColor, theme: Theme) -> float:
    """Return the opacity of what belongs to class `index` and has `color`.

    The class `highlighted`, if there is one, is opaque, and the others are muted.
    """
    is_muted = highlighted is not None and index != highlighted
    return theme.left_of(color.name()) if is_muted else 1.0


class PageWriter:
    """Writes `page` with one painter; 0, 0 is the page's top left corner."""

    def __init__(
        self, painter: QPainter, page: Page, snapshot: Snapshot, view: View, style: Style
    ) -> None:
        self._painter, self._page, self._snapshot = painter, page, snapshot
        self._view, self._style = view, style
        self._writer = GlyphWriter(painter, page.sheet.em)
        self._seen = painter.clipBoundingRect() if painter.hasClipping() else None
        self._ink, self._mute = style.color(style.theme.ink), style.color(style.theme.mute)

    def _is_shown(self, line: Line) -> bool:
        return self._view.stage is None or line.number <= self._view.stage

    def _head_is_shown(self, line: Line) -> bool:
        """Return whether the formula is shown; in a table, a quotient is one stage earlier."""
        early = line.stage.is_quotient and not self._page.sheet.upright
        return self._view.stage is None or line.number - early <= self._view.stage

    def _opacity(self, index: int, color: QColor) -> float:
        return opacity(index, self._view.highlighted_class, color, self._style.theme)

    def _power_left(self, room: Room) -> float:
        """Return the left end of e, which leaves room for its power, so that it need not move."""
        short = _SHORT_OF_LARGE if self._style.page_exponents else _SHORT
        return room.middle - short * self._writer.em

    def _numerator(self) -> QPointF:
        bar = self._page.sheet.bar
        assert bar is not None
        em = self._writer.em
        return QPointF(bar.center().x() - 0.8 * em, bar.y1() - 0.38 * em)
