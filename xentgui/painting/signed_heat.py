"""Cells that are filled by a signed number: one hue above 0, another below, the card's at 0."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from xentgui.painting.hatch import draw_pattern
from xentgui.painting.style import Style
from xentgui.painting.theme import Theme, blended, contrast

_READABLE = 4.5
_SHARES = tuple(nth / 20 for nth in range(14, 0, -1))
_MUTED = 0.5  # where text is muted, too
_BEND = 0.7
"""The power of the colour's strength: below 1, so that small numbers are seen at all."""


def heat(theme: Theme, share: float) -> str:
    """Return the fill for `share`, −1 … 1, of the largest number; NaN counts as 1.

    Blue and orange differ for everybody who sees colours in another way, and `theme.ink` has a
    contrast of 4.5 : 1 or more on each.
    """
    size = min(abs(share), 1.0) if not math.isnan(share) else 1.0
    hue = _below(theme) if share < 0.0 else theme.accent
    return blended(theme.card, hue, _strongest(theme) * size**_BEND)


def _below(theme: Theme) -> str:
    """Return the hue of what is below 0: an orange, which no other hue is as far from blue as."""
    return theme.class_color(1)


@lru_cache(maxsize=16)
def _strongest(theme: Theme) -> float:
    """Return the largest share of both hues on which text in ink can be read."""
    readable = (
        share
        for share in _SHARES
        if all(
            contrast(theme.ink, blended(theme.card, hue, share)) >= _READABLE
            for hue in (theme.accent, _below(theme))
        )
    )
    return next(readable, _MUTED)


def draw_heat(painter: QPainter, style: Style, rect: QRectF, share: float) -> None:
    """Fill `rect` for `share`, −1 … 1; in print, what is below 0 is hatched."""
    if share == 0.0:
        return
    theme = style.theme
    if not theme.hatched or share >= 0.0:
        painter.fillRect(rect, style.color(heat(theme, share)))
        return
    draw_pattern(painter, style, rect, "/", heat(theme, share))
