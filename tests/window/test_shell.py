"""The shell of a start has its cards where the cards will be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtWidgets import QApplication

from xentgui.window.card_room import INSET_PX
from xentgui.window.card_sizes import CardSizes
from xentgui.window.main_window import MainWindow
from xentgui.window.shell import shell_cards

Start = Callable[..., MainWindow]


def _cards(window: MainWindow) -> list[QRectF]:
    for _ in range(3):
        QApplication.processEvents()
    edge = INSET_PX
    shown = [card for card in window.cards.by_key.values() if not card.visibleRegion().isEmpty()]
    return [
        QRectF(QRect(card.mapTo(window, QPoint()), card.size())).adjusted(edge, edge, -edge, -edge)
        for card in shown
    ]


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (1900, 1040)])
def test_that_the_cards_of_the_shell_are_where_the_cards_will_be(
    start: Start, size: tuple[int, int]
) -> None:
    window = start(language="en")
    window.resize(*size)
    cards = _cards(window)

    shell = shell_cards(QRectF(window.rect()), window.look.zoom, None)

    assert len(shell) == len(cards)
    for card in cards:
        nearest = min(shell, key=lambda one: _far(one, card))
        assert _far(nearest, card) <= 3, card


def test_that_the_shell_of_a_restart_shows_the_arrangement_of_the_last_end(start: Start) -> None:
    window = start(language="en")
    window.run_command("show.information")
    window.run_command("show.target_table")
    cards = _cards(window)
    window.close()

    sizes = CardSizes.decode(window.settings.sizes)
    shell = shell_cards(QRectF(window.rect()), window.look.zoom, sizes)

    assert len(shell) == len(cards) == 6
    assert all(min(_far(one, card) for one in shell) <= 3 for card in cards)


def _far(one: QRectF, other: QRectF) -> float:
    """Return how far the corners of two cards are from one another, in pixels."""
    pairs = ((one.topLeft(), other.topLeft()), (one.bottomRight(), other.bottomRight()))
    return max(QPointF(a - b).manhattanLength() for a, b in pairs)
