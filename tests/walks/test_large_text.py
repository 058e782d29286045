"""With text at 200 %, nothing is lost on a screen of 1920×1080."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.walks.walk import ROOT, screen
from xentgui.window.main_window import MainWindow

_LIMIT_S = 600  # no measure of speed, only an end for what hangs


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_a_walk_with_large_text_finds_all_in_sight_and_in_reach(
    language: str, tmp_path: Path
) -> None:
    with screen((1920, 1080), real=False) as shown:
        done = subprocess.run(
            [sys.executable, "-m", "tests.walks.large_text", "--language", language],
            env={**os.environ, **shown.environment, "XENTGUI_CONFIG_DIR": str(tmp_path)},
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=_LIMIT_S,
            check=False,
        )
    lines = [line for line in done.stdout.splitlines() if line.startswith("[")]

    assert lines, done.stderr
    assert json.loads(lines[-1]) == []


def test_that_a_bar_for_which_the_cards_leave_no_room_makes_the_window_no_larger(
    window: MainWindow,
) -> None:
    window.resize(1920, 1080)
    window.look.zoom_to(2.0)
    window.run_command("workspace.sample")
    window.run_command("preset.01-worked-example")  # its lesson takes a line
    for _ in range(20):
        QApplication.processEvents()
    before = window.size()

    for command in ("scene.strip", "scene.add", "class.find"):
        window.run_command(command)
        for _ in range(20):
            QApplication.processEvents()

    assert window.size() == before
    assert window.minimumHeight() <= before.height()
