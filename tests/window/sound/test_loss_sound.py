"""The loss is heard while a value is moved through the real window, if somebody asked for it."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from xentgui.model import State
from xentgui.window.main_window import MainWindow
from xentgui.window.sound.output import SystemOutput
from xentgui.window.sound.tone import samples_of

LEFT = Qt.MouseButton.LeftButton
STATE = State(("cat", "dog", "bird"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))


class Collected(QObject):
    """An output that keeps what it is to play; a test says when a tone is at its end."""

    finished = Signal()
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tones: list[np.ndarray] = []
        self.at_once = True

    def why_not(self) -> str:
        return ""

    def play(self, samples: np.ndarray) -> None:
        self.tones.append(samples)
        if self.at_once:
            self.finished.emit()


@pytest.fixture
def window(start: Callable[..., MainWindow]) -> MainWindow:
    window = start(state=STATE)
    window.complete()
    return window


@pytest.fixture
def heard(window: MainWindow) -> Collected:
    output = Collected()
    window.sound.use(output)
    window.run_command("sound")
    assert len(output.tones) == 1  # what it is
    output.tones.clear()
    return output


def _drag(window: MainWindow, by: range) -> None:
    slider = window.toolbar.sliders["temperature"].slider
    start = QPoint(slider.width() // 2, slider.height() // 2)
    QTest.mousePress(slider, LEFT, pos=start)
    for x in by:
        QTest.mouseMove(slider, start + QPoint(x, 0))
    QTest.mouseRelease(slider, LEFT, pos=start + QPoint(by[-1], 0))


def _is(tone: np.ndarray, loss: float) -> bool:
    return np.array_equal(tone, samples_of(loss, math.log(3)))


def test_that_a_drag_is_heard_as_the_loss_at_each_place(
    window: MainWindow, heard: Collected
) -> None:
    losses: list[float] = []
    window.store.changed.connect(lambda snapshot: losses.append(snapshot.loss))
    _drag(window, range(10, 60, 10))

    assert len(losses) >= 4
    assert len(heard.tones) == len(losses)
    assert all(_is(tone, loss) for tone, loss in zip(heard.tones, losses, strict=True))


def test_that_a_key_in_a_panel_is_heard(window: MainWindow, heard: Collected, qtbot: QtBot) -> None:
    view = window.panels["distribution"]
    view.keyboard.focus_came(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Up)

    assert len(heard.tones) == 1
    assert _is(heard.tones[0], window.store.snapshot.loss)


def test_that_the_last_loss_is_heard_however_fast_the_hand(
    window: MainWindow, heard: Collected
) -> None:
    heard.at_once = False
    _drag(window, range(10, 60, 10))
    assert len(heard.tones) == 1
    heard.finished.emit()

    assert len(heard.tones) == 2
    assert _is(heard.tones[-1], window.store.snapshot.loss)
    heard.finished.emit()
    assert len(heard.tones) == 2


def test_that_an_undo_is_silent(window: MainWindow, heard: Collected) -> None:
    window.run_command("target.uniform")
    heard.tones.clear()
    window.run_command("undo")

    assert heard.tones == []


def test_that_nothing_is_heard_unless_asked_and_that_it_is_remembered(
    window: MainWindow, heard: Collected
) -> None:
    assert window.settings.sound == 1
    assert window.commands["sound"].isChecked()
    window.run_command("sound")
    _drag(window, range(10, 40, 10))

    assert heard.tones == []
    assert window.settings.sound == 0


def test_that_it_is_off_at_first(window: MainWindow) -> None:
    output = Collected()
    window.sound.use(output)
    _drag(window, range(10, 40, 10))

    assert output.tones == []
    assert not window.sound.is_on


def test_that_a_failure_is_said_once_and_ends_it(window: MainWindow, heard: Collected) -> None:
    heard.failed.emit("“aplay” could not play the sound: no card")

    assert window.status.message() == "“aplay” could not play the sound: no card"
    assert not window.sound.is_on
    _drag(window, range(10, 40, 10))
    assert heard.tones == []


def test_that_a_system_without_a_player_says_what_to_install(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    window.run_command("sound")

    assert "install pipewire-bin" in window.status.message()
    assert window.settings.sound == 0


@pytest.mark.skipif(sys.platform == "win32", reason="its players are programs of Unix")
def test_that_the_player_of_the_system_gets_the_file_and_its_failure_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    player = tmp_path / "paplay"
    player.write_text(f'#!/bin/sh\n/bin/cp "$1" "{tmp_path}/got.wav"\n')
    player.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    owner = QObject()
    output = SystemOutput(owner)
    with qtbot.waitSignal(output.finished):
        output.play(samples_of(1.0, 1.0))
    assert (tmp_path / "got.wav").read_bytes()[:4] == b"RIFF"
    player.write_text("#!/bin/sh\necho 'no card' >&2\nexit 1\n")
    with qtbot.waitSignal(output.failed) as failed:
        output.play(samples_of(1.0, 1.0))

    assert failed.args == ["“paplay” could not play the sound: no card"]
