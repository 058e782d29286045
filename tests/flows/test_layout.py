from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from xentgui.main_window import MainWindow
from xentgui.window.card import TitleBar

Start = Callable[..., MainWindow]


def _shown(window: MainWindow) -> set[str]:
    QApplication.processEvents()
    return {key for key, card in window.cards.by_key.items() if card.isVisible()}


def _places(window: MainWindow) -> dict[str, tuple[int, int, int, int]]:
    QApplication.processEvents()
    return {
        key: card.geometry().getRect()
        for key, card in window.cards.by_key.items()
        if card.isVisible()
    }


def _title(window: MainWindow, key: str) -> TitleBar:
    return window.cards.by_key[key].title_bar


def test_that_the_cards_lie_as_designed(window: MainWindow) -> None:
    places = _places(window)
    left = [places[key] for key in ("logit_table", "target_table", "glance")]
    upper = [places["distribution"], places["information"]]
    lower = places["gradient"]

    assert len({x for x, *_ in left}) == 1
    assert len({width for _, _, width, _ in left}) == 1
    assert 340 <= left[0][2] <= 400
    assert len({y for _, y, *_ in upper}) == 1
    assert abs(upper[0][2] - upper[1][2]) <= 2
    assert abs(upper[0][3] - lower[3]) <= 2
    assert lower[1] > upper[0][1]


def test_that_a_double_click_enlarges_a_card_and_escape_brings_the_others_back(
    window: MainWindow,
) -> None:
    before = _places(window)

    QTest.mouseDClick(_title(window, "gradient"), Qt.MouseButton.LeftButton)
    assert _shown(window) == {"gradient"}
    assert window.cards.by_key["gradient"].width() > 0.95 * window.width()

    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert _places(window) == before


def test_that_the_key_for_enlarging_takes_the_card_with_the_focus(window: MainWindow) -> None:
    window.activateWindow()
    window.target_table.setFocus()

    window.commands["panel.enlarge"].trigger()
    shown = _shown(window)
    window.commands["panel.enlarge"].trigger()

    assert len(shown) == 1
    assert len(_shown(window)) > 1


def test_that_a_card_can_be_hidden_and_shown_from_the_menu(window: MainWindow) -> None:
    everything = _shown(window)

    window.commands["show.information"].trigger()
    assert _shown(window) == everything - {"information"}
    assert not window.commands["show.information"].isChecked()

    window.commands["show.information"].trigger()
    assert _shown(window) == everything


def test_that_the_arrangement_is_there_after_a_restart_and_can_be_reset(start: Start) -> None:
    window = start()
    first = _places(window)
    window.commands["show.glance"].trigger()
    window.cards.resizeDocks([window.cards.by_key["logit_table"]], [500], Qt.Orientation.Horizontal)
    arranged = _places(window)
    assert arranged["logit_table"][2] > first["logit_table"][2] + 20
    window.close()

    again = start()
    assert _places(again) == arranged

    again.commands["layout.reset"].trigger()
    assert _places(again).keys() == first.keys()
    for key, place in _places(again).items():
        assert place == pytest.approx(first[key], abs=2), key


def test_that_a_window_closed_with_a_card_enlarged_opens_with_all_of_them(start: Start) -> None:
    window = start()
    everything = _shown(window)
    window.cards.enlarge("distribution")
    window.close()

    assert _shown(start()) == everything


def test_that_a_spoilt_arrangement_is_passed_over(start: Start) -> None:
    window = start()
    everything = _places(window)
    window.close()
    window.settings.layout = b"spoilt"
    window.settings.save()

    assert _places(start()) == everything
