"""What is on hidden cards: made when it is shown or asked for, or in the pauses of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from xentgui.panels import PANELS
from xentgui.window.made_ahead import MadeAhead

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from xentgui.window.main_window import MainWindow

_ALL = {panel.key for panel in PANELS}


def _has_all_there_is_room_for(window: MainWindow) -> bool:
    shown = set(window.cards.panels_shown()) - set(window.cards.aside)
    return all(window.panels[key].isVisible() for key in shown)


def test_that_a_window_begins_with_the_panels_that_it_shows(window: MainWindow) -> None:
    assert set(window.panels) == set(window.cards.panels_shown())


def test_that_the_panels_of_a_workspace_are_there_when_it_is_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    before = set(window.panels)
    for key in ("learn", "classify", "sample"):
        window.run_command(f"workspace.{key}")
        assert set(window.cards.panels_shown()) <= set(window.panels)
        qtbot.waitUntil(lambda: _has_all_there_is_room_for(window))
    assert set(window.panels) > before


def test_that_a_panel_that_is_asked_for_is_made_once(window: MainWindow) -> None:
    assert "simplex" not in window.panels
    made = window.panels["simplex"]
    assert window.panels["simplex"] is made
    with pytest.raises(KeyError):
        window.panels["no panel"]


def test_that_everything_is_made_in_the_pauses(window: MainWindow, qtbot: QtBot) -> None:
    window.make_ahead()
    qtbot.waitUntil(lambda: set(window.panels) == _ALL)


def test_that_nothing_is_made_while_somebody_is_busy(qtbot: QtBot) -> None:
    parent, left, asked = QObject(), [3], [0]

    def make() -> bool:
        left[0] -= 1
        return left[0] >= 0

    def is_busy() -> bool:
        asked[0] += 1
        return asked[0] <= 3

    MadeAhead((make,), is_busy, parent).begin()
    qtbot.waitUntil(lambda: asked[0] == 3)
    assert left == [3]
    qtbot.waitUntil(lambda: left[0] < 0)
