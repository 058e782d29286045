"""A style for a room: sizes are shares of the picture's height, and nothing is smaller or thinner.

A letter can be read at 0.007 rad (Smith 1979); from a seat six picture heights away, that is 4.2 %
of the height for what everybody must read, and 2.8 % from four.  What is measured is the height of
a capital letter, which is 0.727 of our font's size.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Protocol

from PySide6.QtGui import QFont, QFontMetricsF, QPen

from xentgui.painting import fonts
from xentgui.painting.letters import TextWidth
from xentgui.painting.style import Style
from xentgui.painting.theme import Theme, blended, contrast

EM: Final = 0.0388
"""The size of numbers at marks and of ticks, as a share of the height: their capitals are 2.8 %."""

CAPTION: Final = 1.46
"""The size of title and caption, in em: their capitals are 4.1 % of the height."""

LOSS: Final = 1.66
"""The size of the loss, in em: its digits are 4.7 % of the height."""

MATH: Final = 1.11
"""The size of formulas, in em: the capitals of their font are lower."""

_LEAST_SIZE: Final = 1.0  # in em: no text is smaller
_LEAST_LINE: Final = 0.85  # design pixels: 0.25 % of the height, and no line is thinner
_MUTED_MARK, _MUTED_TEXT = 3.0, 4.5  # contrast


class Shows(Protocol):
    """The look of the program: its colours and its language."""

    @property
    def theme(self) -> Theme:
        """The colours."""

    @property
    def language(self) -> str:
        """The code of the language."""


class RoomStyle(Style):
    """The style of a picture that is `height` high."""

    page_letters = 1.3  # the digits of its formulas, too, are 2.8 % of the height
    page_exponents = 0.92  # theirs are 2.5 %

    def __init__(self, theme: Theme, height: float, scale: float = 1.0) -> None:
        """`scale` makes everything larger, from 1."""
        em = max(EM * height * scale, 1.0)
        super().__init__(theme, em, fonts.ui_font(em))
        self._height, self._scale = height, scale

    @property
    def math_em(self) -> float:
        """The font size of formulas: their capitals are as high as those of words."""
        return MATH * self.em

    @property
    def faint(self) -> Style:
        """The style of what recedes behind the focus; it can still be seen from the last row."""
        if self._faint is None:
            self._faint = RoomStyle(receded(self.theme), self._height, self._scale)
        return self._faint

    def font(
        self, size: float = 1.0, *, bold: bool = False, italic: bool = False, number: bool = False
    ) -> QFont:
        """Return the font that is `size` times the em, or 1 if that is more."""
        return super().font(max(size, _LEAST_SIZE), bold=bold, italic=italic, number=number)

    def metrics(
        self, size: float = 1.0, *, bold: bool = False, italic: bool = False
    ) -> QFontMetricsF:
        """Return the measures of `font` with the same arguments."""
        return super().metrics(max(size, _LEAST_SIZE), bold=bold, italic=italic)

    def ruler(self, size: float = 1.0, *, bold: bool = False) -> TextWidth:
        """Return the fast ruler for text in `font` with the same arguments."""
        return super().ruler(max(size, _LEAST_SIZE), bold=bold)

    def pen(self, color: str, width: float = 1.0, dash: tuple[float, ...] = ()) -> QPen:
        """Return a pen of `width` design pixels, or of the least width that can be seen."""
        return super().pen(color, max(width, _LEAST_LINE), dash)


@cache
def receded(theme: Theme) -> Theme:
    """Return the theme of what is not the focus: muted, but marks keep 3 : 1 and text 4.5 : 1."""

    def muted(color: str, least: float) -> str:
        if contrast(color, theme.card) <= least:
            return color
        shares = (share / 100 for share in range(30, 100, 2))
        return next(
            (
                mixed
                for share in shares
                if contrast(mixed := blended(theme.card, color, share), theme.card) >= least
            ),
            color,
        )

    return theme._replace(
        ink=muted(theme.ink, _MUTED_TEXT),
        mute=muted(theme.mute, _MUTED_TEXT),
        accent=muted(theme.accent, _MUTED_TEXT),
        warning=muted(theme.warning, _MUTED_TEXT),
        classes=tuple(muted(color, _MUTED_MARK) for color in theme.classes),
    )
