"""F6 goes from card to card, and F11 gives back the window that was there before."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from xentgui.window.main_window import MainWindow


def _card(window: MainWindow) -> str:
    holder = QApplication.focusWidget()
    return next(
        (key for key, card in window.cards.by_key.items() if holder and card.isAncestorOf(holder)),
        "",
    )


def test_that_every_card_with_keys_is_reached_and_left_by_one_key(
    start: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = start()
    window.complete()
    window.resize(1440, 900)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.logit_table.setFocus()

    there = []
    for _ in range(12):
        there.append(_card(window))
        window.run_command("panel.next")
    round_trip = there[: there.index("logit_table", 1)]

    panels = {"distribution", "information", "gradient", "derivation"}
    assert {"logit_table", "target_table", *panels} <= set(round_trip)
    assert len(set(round_trip)) == len(round_trip)
    window.logit_table.setFocus()
    window.run_command("panel.previous")
    assert _card(window) == round_trip[-1]


def test_that_looking_for_keys_binds_no_widget_to_another(start: Callable[..., MainWindow]) -> None:
    """In PySide, whatever `nextInFocusChain` returns would be gone with the widget before it."""
    window = start()
    window.complete()
    passing = QPushButton(window.cards)
    passing.show()
    for _ in range(3):
        window.run_command("panel.next")
    passing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert all(map(shiboken6.isValid, window.toolbar._entries.values()))


def test_that_full_screen_gives_back_the_maximised_window(start: Callable[..., MainWindow]) -> None:
    window = start()
    window.showMaximized()
    window.toggle_full_screen()
    assert window.is_full_screen
    window.toggle_full_screen()

    assert not window.is_full_screen
    assert window.isMaximized()
