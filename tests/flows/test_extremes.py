"""The window with numbers at the ends of what numbers can say: it lives, and answers in sentences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests import extremes
from xentgui.canvas.plot_view import PlotView
from xentgui.commands.registry import ACTIONS
from xentgui.documents import document_text
from xentgui.documents.scene import Document, Scene
from xentgui.model import State
from xentgui.model.subjects import BareLogits
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]

SOON = ("off", "T = 1e-308", "8e307")  # the others take long
EVERY_STATE = pytest.mark.parametrize(
    "state",
    [
        pytest.param(state, id=name, marks=() if name in SOON else pytest.mark.long)
        for name, state in extremes.CHOSEN.items()
    ],
)
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


def _rest() -> None:
    """Let everything come to rest, and refuse what is asked."""
    for _ in range(4):
        QApplication.processEvents()
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _plots(window: MainWindow) -> list[PlotView]:
    views = [one for one in window.panels.values() if isinstance(one, PlotView)]
    return [one for one in views if one.isVisible()]


@pytest.fixture
def whole(window: MainWindow) -> MainWindow:
    """Return a window that shows every panel."""
    for key in ("logits", "decomposition", "naive", "derivation"):
        window.commands[f"show.{key}"].trigger()
        window.cards.by_key[key].show()
    _rest()
    return window


@EVERY_STATE
@pytest.mark.parametrize("areas", [False, True], ids=["curve", "areas"])
def test_that_every_key_on_every_mark_is_answered(
    whole: MainWindow, state: State, areas: bool
) -> None:
    whole.store.open(BareLogits(state))
    for plot in _plots(whole):
        plot.setFocus(Qt.FocusReason.TabFocusReason)
        if areas is not whole.store.view.areas:
            whole.commands["information.areas"].trigger()  # with a dot focused
        for modifiers in (NONE, SHIFT, CONTROL):
            for key in (*ARROWS, Qt.Key.Key_End, Qt.Key.Key_Tab, Qt.Key.Key_Home):
                QTest.keyClick(plot, key, modifiers)
                plot.grab()
    _rest()

    assert whole._built.wiring.finish_bursts()
    assert all(plot.snapshot is whole.store.snapshot for plot in _plots(whole))
    while whole.store.history.canUndo():
        whole.store.history.undo()
    assert whole.store.snapshot.state == state


_SLOW = ("preset.", "recent.", "export.", "file.", "scene.", "sample.", "full_screen", "help.")


def _is_quick(key: str) -> bool:
    return key != "quit" and not key.startswith(_SLOW)


@EVERY_STATE
def test_that_every_command_is_done_or_refused(window: MainWindow, state: State) -> None:
    for key in filter(_is_quick, ACTIONS):
        window.store.open(BareLogits(state))
        QApplication.processEvents()
        window.commands.refresh()
        window.commands[key].trigger()
        _rest()
        window.walking.pause()  # a play goes on until it arrives
        assert window.store.gesture is None, key
        window.grab()


@pytest.mark.long
@EVERY_STATE
def test_that_every_command_of_all_is_done_or_refused(whole: MainWindow, state: State) -> None:
    """Those that met this state above, and presets, which replace it, meet each third one here."""
    turn = [*extremes.CHOSEN.values()].index(state) % 3
    for number, key in enumerate(ACTIONS):
        takes_turns = _is_quick(key) or key.startswith("preset.")
        if key in {"quit", "preset.52-vocabulary"} or (takes_turns and number % 3 != turn):
            continue
        whole.store.open(BareLogits(state))
        _rest()
        whole.commands.refresh()
        whole.commands[key].trigger()
        _rest()
        whole.documents.session.start(Document((Scene(BareLogits(state)),)))


@EVERY_STATE
def test_that_a_start_on_such_a_document_shows_it(
    start: Start, tmp_path: Path, state: State
) -> None:
    file = tmp_path / "extreme.xent.json"
    file.write_text(document_text.encode(Document((Scene(BareLogits(state)),))))

    window = start(file=file)
    window.grab()

    assert window.store.snapshot.state == state
    assert all(plot.snapshot is window.store.snapshot for plot in _plots(window))
