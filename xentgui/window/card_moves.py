"""What keys do to cards: they go from one to the next, and move one or give it another size.

So nobody has to walk through a table of 50 257 rows, or needs a mouse to drag a card.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from xentgui.window.card import Card
from xentgui.window.card_docks import places_of
from xentgui.window.card_splits import Rect

_ACROSS = 40  # pixels: cards whose left edges are nearer stand below each other
_STEP = 24.0  # design pixels


def pass_keys(cards: Iterable[Card], way: int) -> None:
    """Give the keys to the next card (1) or to the one before (-1): column by column, from the left.

    After the last one comes the first; a card behind another one is left out.
    """
    seen = [card for card in cards if not card.visibleRegion().isEmpty()]
    order = [
        (card, keys)
        for card in sorted(seen, key=lambda card: (card.x() // _ACROSS, card.y()))
        if (keys := _taker(card)) is not None
    ]
    if not order:
        return
    holder = QApplication.focusWidget()
    at = next((n for n, (card, _) in enumerate(order) if _has(card, holder)), None)
    if at is None:
        at = -1 if way > 0 else 0
    order[(at + way) % len(order)][1].setFocus(Qt.FocusReason.TabFocusReason)


def _has(card: Card, widget: QWidget | None) -> bool:
    return widget is not None and card.isAncestorOf(widget)


def _taker(card: Card) -> QWidget | None:
    """Return what takes the keys on a card: its content, or the first input of it; None for none.

    Not by Qt's chain of focus: to PySide every widget would belong to the one before it, and be gone
    with it.
    """
    content = card.content()
    if content is None:
        return None
    every = [one for one in (content, *content.findChildren(QWidget)) if _takes_keys(one)]
    if content in every or not every:
        return every[0] if every else None
    return min(every, key=lambda one: _place(one, content))


def _takes_keys(widget: QWidget) -> bool:
    has_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return has_focus and widget.isVisible() and widget.isEnabled()


def _place(widget: QWidget, content: QWidget) -> tuple[int, int]:
    at = widget.mapTo(content, QPoint(0, 0))
    return at.y(), at.x()


def move(window: QMainWindow, cards: Mapping[str, Card], key: str, *, way: tuple[int, int]) -> None:
    """Move the card `key` beyond its neighbour in direction `way`, or leave it if there is none."""
    beyond = neighbour(places_of(window, cards), key, way)
    if beyond is None:
        return
    card, other = cards[key], cards[beyond]
    along = Qt.Orientation.Horizontal if way[0] else Qt.Orientation.Vertical
    window.splitDockWidget(other, card, along)
    if min(way) < 0:  # Qt places a dock only after another one
        window.splitDockWidget(card, other, along)


def resize(
    window: QMainWindow, cards: Mapping[str, Card], key: str, *, way: tuple[int, int], scale: float
) -> None:
    """Make the card `key` a step wider, narrower, taller or lower; its neighbours give or take.

    `scale` is the number of pixels for a design pixel.
    """
    card, step = cards[key], round(_STEP * scale)
    across, down = way
    if across:
        lengths = [max(card.width() + across * step, 1)]
        window.resizeDocks([card], lengths, Qt.Orientation.Horizontal)
    else:
        lengths = [max(card.height() + down * step, 1)]
        window.resizeDocks([card], lengths, Qt.Orientation.Vertical)


def neighbour(places: Mapping[str, Rect], key: str, way: tuple[int, int]) -> str | None:
    """Return the nearest card in direction `way` that shares most of an edge with `key`.

    >>> places = {"a": (0, 0, 5, 9), "b": (5, 0, 9, 3), "c": (5, 3, 9, 9)}
    >>> neighbour(places, "a", (1, 0)), neighbour(places, "b", (0, 1)), neighbour(places, "b", (1, 0))
    ('c', 'c', None)
    """
    if key not in places:
        return None
    start = 0 if way[0] else 1
    forward = sum(way) > 0
    own = places[key]

    def gap(rect: Rect) -> float:
        return rect[start] - own[start + 2] if forward else own[start] - rect[start + 2]

    def shared(rect: Rect) -> float:
        side = 1 - start
        return min(rect[side + 2], own[side + 2]) - max(rect[side], own[side])

    found = [
        (gap(rect), -shared(rect), other)
        for other, rect in places.items()
        if other != key and gap(rect) > -1.0 and shared(rect) > 0.0
    ]
    return min(found)[2] if found else None
