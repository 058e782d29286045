"""How much an edit makes the window do: counted in calls, because no time is the same twice."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.flows.counted_calls import counted
from xentgui.model.edits.values import with_logit
from xentgui.model.subjects import OnState
from xentgui.window.commands import Commands
from xentgui.window.main_window import MainWindow

SMALL, LARGE = (820, 560), (1920, 1200)


def _edit(window: MainWindow, value: float) -> None:
    assert window.store.edit(OnState(lambda state: with_logit(state, 0, value)), "an edit")


def test_that_an_edit_refreshes_the_commands_once(window: MainWindow) -> None:
    _edit(window, 1.0)

    with counted() as calls:
        _edit(window, 2.0)

    assert calls[Commands.refresh.__code__] == 1
    assert window.commands["undo"].isEnabled()


def test_that_cards_without_room_make_no_more_work(window: MainWindow, qtbot: QtBot) -> None:
    def calls_at(size: tuple[int, int], has_room: Callable[[], bool]) -> int:
        window.resize(*size)
        qtbot.waitUntil(lambda: has_room() and window.size().toTuple() == size)
        _edit(window, 3.0 + size[0])
        with counted() as calls:
            _edit(window, 4.0 + size[0])
        return calls.total()

    roomy = calls_at(LARGE, lambda: not window.cards.aside)
    tight = calls_at(SMALL, lambda: bool(window.cards.aside))

    assert tight <= 1.1 * roomy
