"""Cards that nothing shows are made after the first picture, where they were left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.panels import PANELS
from xentgui.program import app
from xentgui.settings import Settings
from xentgui.window.card import Card
from xentgui.window.card_registry import TABLE_TITLES, make_cards
from xentgui.window.main_window import MainWindow
from xentgui.window.workspaces import WORKSPACES

KEYS = [*TABLE_TITLES, *(panel.key for panel in PANELS)]

Seen = dict[str, tuple[bool, bool, tuple[int, int, int, int] | None]]


def _is_seen(card: Card) -> bool:
    return not (card.isFloating() or card.visibleRegion().isEmpty())


def _seen(window: MainWindow) -> Seen:
    """Return of each card whether it is hidden, whether it floats, and where in the window it is.

    Where it floats is for Qt to say, which keeps it on the screen.
    """
    QApplication.processEvents()
    return {
        key: (
            card.isHidden(),
            card.isFloating(),
            card.geometry().getRect() if _is_seen(card) else None,
        )
        for key, card in window.cards.by_key.items()
    }


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path) -> Callable[[], MainWindow]:
    """Return a function that starts the program up to its first picture."""

    def begin() -> MainWindow:
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        _, window = app._shell(app.Options(), Settings(store), "xentgui")
        window.build()
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        window.show_pictures()
        return window

    return begin


def _leave(window: MainWindow) -> None:
    window.documents.closes_unasked = True
    assert window.close()


def test_that_the_first_picture_waits_for_no_card_that_it_does_not_show(
    begin: Callable[[], MainWindow],
) -> None:
    window = begin()
    assert set(window.cards.by_key) == set(WORKSPACES["explore"].shown)
    before = _seen(window)
    window.complete()
    after = _seen(window)
    assert list(after) == KEYS
    assert {key: after[key] for key in before} == before
    assert all(after[key] == (True, False, None) for key in KEYS if key not in before)


def _in_tabs(window: MainWindow) -> None:
    cards = window.cards
    cards.toggle("logits")
    cards.tabifyDockWidget(cards.by_key["gradient"], cards.by_key["derivation"])


def _beside_the_window(window: MainWindow) -> None:
    window.cards.toggle("codes")
    window.cards.by_key["codes"].setFloating(True)
    window.cards.toggle("gradient")


def _elsewhere(window: MainWindow) -> None:
    cards = window.cards
    cards.toggle("trace")
    cards.splitDockWidget(cards.by_key["loss"], cards.by_key["trace"], Qt.Orientation.Horizontal)


def _learning(window: MainWindow) -> None:
    window.cards.show_workspace("learn")
    window.cards.toggle("simplex")


@pytest.mark.parametrize("arrange", [_in_tabs, _beside_the_window, _elsewhere, _learning])
def test_that_another_start_has_every_card_where_it_was_left(
    begin: Callable[[], MainWindow], arrange: Callable[[MainWindow], None]
) -> None:
    window = begin()
    window.complete()
    arrange(window)
    left = _seen(window)
    _leave(window)

    window = begin()
    pictured = _seen(window)
    window.complete()
    assert _seen(window) == left
    seen = {key for key, (_, _, place) in left.items() if place is not None}
    assert seen <= set(pictured) < set(KEYS)
    assert all(pictured[key] == left[key] for key in seen)
    _leave(window)


def test_that_what_changes_the_arrangement_finds_every_card(qtbot: QtBot) -> None:
    cards = make_cards()
    qtbot.addWidget(cards)
    assert not cards.is_shown("trace")
    cards.toggle("trace")
    assert cards.is_shown("trace")
    assert list(cards.by_key) == KEYS
