"""Where everything stands in the picture for a room: the words above, the panels below.

Type does not shrink: where there is not enough room for all panels, the last ones give way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSizeF

from xentgui.window.card_room import LEAST, PANEL_LEAST

EDGE: Final = 0.75
"""From the edge of the picture, in em."""

GAP: Final = 0.6
"""Between two cards, and between the words and the cards, in em."""

HEAD: Final = 1.75
"""The height of the name of a panel, in em."""

INSET: Final = 0.4
"""From the edge of a card to its panel, in em."""

FOOT: Final = 1.45
"""The height of the line at the bottom, in em."""

MOST_PANELS: Final = 3

_WIDER: Final = {
    "why_cross_entropy": (320.0, 186.0),
    "points_calibration": (330.0, 186.0),
    "derivation": (360.0, 186.0),
}
"""The least sizes of panels whose words would not have room in large letters."""

_DESIGN_EM = 13.0
_CARD = (14.0, 30.0)  # design pixels that the least size of a card has for its frame and its name


class StageLayout(NamedTuple):
    """The places, in pixels from the upper left corner.

    Attributes
    ----------
    words
        The room for title, loss and caption.
    cards
        The card of each panel that has room.
    aside
        The panels without room.
    foot
        The line at the bottom.
    """

    words: QRectF
    cards: dict[str, QRectF]
    aside: tuple[str, ...]
    foot: QRectF


def lay_out(size: QSizeF, em: float, words: float, panels: Sequence[str]) -> StageLayout:
    """Return the places in a picture of `size`; `words` is the height that the words take.

    >>> found = lay_out(QSizeF(1920, 1080), 42, 200, ("distribution", "information", "gradient"))
    >>> list(found.cards), found.aside
    (['distribution', 'information'], ('gradient',))
    """
    return _laid_out(size.width(), size.height(), em, words, tuple(panels))


@lru_cache(maxsize=16)  # every frame asks
def _laid_out(
    wide: float, high: float, em: float, words: float, panels: tuple[str, ...]
) -> StageLayout:
    edge, gap, foot = EDGE * em, GAP * em, FOOT * em
    width = max(wide - 2 * edge, 1.0)
    above = QRectF(edge, 0.6 * edge, width, words)
    below = QRectF(edge, high - foot, width, foot)
    top = above.bottom() + (gap if words else 0.0)
    room = QRectF(edge, top, width, max(below.top() - top, 1.0))
    chosen = tuple(panels[:MOST_PANELS])
    for count in range(len(chosen), 0, -1):
        for cells in _arrangements(room, count, gap):
            pairs = list(zip(chosen, cells, strict=False))
            if count == 1 or all(_fits(key, cell, em) for key, cell in pairs):
                return StageLayout(above, dict(pairs), tuple(panels[count:]), below)
    return StageLayout(above, {}, (), below)


def inside(card: QRectF, em: float) -> QRectF:
    """Return the room of the panel on a card."""
    inset = INSET * em
    return card.adjusted(inset, HEAD * em, -inset, -inset)


def head(card: QRectF, em: float) -> QRectF:
    """Return the line with the name of the panel on a card."""
    side = 0.8 * em
    return QRectF(card.left() + side, card.top(), card.width() - 2 * side, HEAD * em)


def _arrangements(room: QRectF, count: int, gap: float) -> Iterator[list[QRectF]]:
    """Yield the ways to arrange so many cards, the best one first."""
    yield _row(room, count, gap)
    if count == 3:
        half = (room.width() - gap) / 2
        left = QRectF(room.left(), room.top(), half, room.height())
        right = QRectF(left.right() + gap, room.top(), half, room.height())
        yield [left, *_column(right, 2, gap)]
    if count > 1:
        yield _column(room, count, gap)


def _row(room: QRectF, count: int, gap: float) -> list[QRectF]:
    width = (room.width() - gap * (count - 1)) / count
    return [
        QRectF(room.left() + at * (width + gap), room.top(), width, room.height())
        for at in range(count)
    ]


def _column(room: QRectF, count: int, gap: float) -> list[QRectF]:
    height = (room.height() - gap * (count - 1)) / count
    return [
        QRectF(room.left(), room.top() + at * (height + gap), room.width(), height)
        for at in range(count)
    ]


def _fits(key: str, card: QRectF, em: float) -> bool:
    width, height = _WIDER.get(key) or LEAST.get(key, PANEL_LEAST)
    px, within = em / _DESIGN_EM, inside(card, em)
    return within.width() >= (width - _CARD[0]) * px and within.height() >= (height - _CARD[1]) * px
