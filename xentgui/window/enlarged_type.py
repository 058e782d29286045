"""Larger type on the card that fills the window."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont

from xentgui.painting import fonts
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.window.card_room import LEAST, PANEL_LEAST
from xentgui.window.card_splits import Size
from xentgui.window.cards import Cards
from xentgui.window.look import EM_PX, Look

if TYPE_CHECKING:
    from xentgui.window.part import Part


@guarded
class EnlargedType(QObject):
    """Gives the enlarged card, and what is on it, type that suits its size."""

    def __init__(self, cards: Cards, look: Look, part_of: Callable[[str], Part | None]) -> None:
        """`part_of` gives the content of a card; None while there is none."""
        super().__init__(cards)
        self._cards, self._look, self._part_of = cards, look, part_of
        self._key: str | None = None
        self._em = 0.0
        cards.enlarging.connect(self.refresh)
        cards.installEventFilter(self)

    def style_of(self, key: str) -> Style:
        """Return the style of what is on the card `key`."""
        if key != self._cards.enlarged:
            return self._look.style()
        em = self._em_of(key)
        return Style(self._look.theme, em, fonts.ui_font(em))

    def refresh(self, *, anew: bool = False) -> None:
        """Give the enlarged card its type, and take it from the one that was; `anew` if it has."""
        key = self._cards.enlarged
        em = 0.0 if key is None else self._em_of(key)
        if (key, em) == (self._key, self._em) and not anew:
            return
        before, self._key, self._em = self._key, key, em
        if before is not None and before != key:
            self._show(before, QFont())
        if key is not None:
            self._show(key, fonts.ui_font(em))

    def _show(self, key: str, font: QFont) -> None:
        style, card, part = self.style_of(key), self._cards.by_key[key], self._part_of(key)
        card.setFont(font)  # for those parts that have no font of their own
        card.show_style(style)
        if part is not None:
            part.show_style(style)

    def _em_of(self, key: str) -> float:
        room, em = self._cards.contentsRect().size(), self._look.em
        return enlarged_em(em, (room.width(), room.height()), LEAST.get(key, PANEL_LEAST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and self._key is not None:
            self.refresh()
        return super().eventFilter(watched, event)


def enlarged_em(em: float, room: Size, least: Size) -> float:
    """Return the font size on a card that has all of `room`.

    It is halfway, as a ratio, between `em` and the largest with which the card can be read in this
    room; `least` is its least size in design pixels.

    >>> enlarged_em(13.0, (1000.0, 800.0), (250.0, 200.0)), enlarged_em(13.0, (200.0, 99.0), (250.0, 200.0))
    (26.0, 13.0)
    """
    largest = EM_PX * min(room[0] / least[0], room[1] / least[1])
    return sqrt(em * largest) if largest > em else em
