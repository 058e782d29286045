"""Cards are moved and resized with keys, keep what is so set, and the keys stay where they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from xentgui.window.card_shortcuts import MOVES, SIZES
from xentgui.window.main_window import MainWindow

K = Qt.Key
Rect = tuple[int, int, int, int]


def _settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def _places(window: MainWindow) -> dict[str, Rect]:
    cards = window.cards.by_key
    return {key: card.geometry().getRect() for key, card in cards.items() if card.isVisible()}


def _press(window: MainWindow, key: K, held: Qt.KeyboardModifier) -> None:
    window.activateWindow()
    view = window.panels["distribution"]
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, key, held)
    _settle()
    assert QApplication.focusWidget() is view


@pytest.mark.parametrize(
    ("key", "side", "sign"),
    [(K.Key_Right, 0, 1), (K.Key_Left, 0, -1), (K.Key_Down, 1, 1), (K.Key_Up, 1, -1)],
)
def test_that_an_arrow_moves_a_card_beyond_its_neighbour(
    window: MainWindow, key: K, side: int, sign: int
) -> None:
    before = _places(window)["distribution"]
    _press(window, key, MOVES)
    after = _places(window)

    has_neighbour = key != K.Key_Up
    assert ((after["distribution"][side] - before[side]) * sign > 0) == has_neighbour
    room = window.cards.contentsRect()
    for one in after.values():
        assert one[2] > 50
        assert one[3] > 50
        assert room.contains(one[0], one[1])


def test_that_back_and_forth_is_the_same_row(window: MainWindow) -> None:
    before = _places(window)
    _press(window, K.Key_Right, MOVES)
    moved = _places(window)
    assert moved["information"][0] < moved["distribution"][0]
    _press(window, K.Key_Left, MOVES)

    after = _places(window)
    assert after.keys() == before.keys()
    assert after["distribution"][0] == before["distribution"][0]
    assert after["distribution"][1] == before["distribution"][1]


@pytest.mark.parametrize(
    ("key", "side", "sign"),
    [(K.Key_Right, 2, 1), (K.Key_Left, 2, -1), (K.Key_Down, 3, 1), (K.Key_Up, 3, -1)],
)
def test_that_an_arrow_makes_a_card_larger_or_smaller_for_good(
    start: Callable[..., MainWindow], key: K, side: int, sign: int
) -> None:
    window = start()
    _settle()
    before = _places(window)["distribution"][side]
    _press(window, key, SIZES)
    after = _places(window)["distribution"][side]
    assert (after - before) * sign > 10

    window.close()
    again = start()
    _settle()
    assert abs(_places(again)["distribution"][side] - after) <= 2


def test_that_an_enlarged_card_and_a_card_alone_stay(window: MainWindow) -> None:
    _press(window, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    before = _places(window)
    _press(window, K.Key_Right, MOVES)
    _press(window, K.Key_Right, SIZES)

    assert _places(window) == before
