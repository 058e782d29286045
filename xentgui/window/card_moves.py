"""Moves of one card among the others, and other sizes, step by step: what keys do for a drag."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from xentgui.window.card import Card
from xentgui.window.card_docks import places_of
from xentgui.window.card_splits import Rect

_STEP = 24.0  # design pixels


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
