"""The program ends in order, however and whenever it is ended."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import xentgui

_ENDED_WHILE = """
import os, signal, sys
from PySide6.QtCore import QTimer
from xentgui.__main__ import main
from xentgui.window.main_window import MainWindow

way, step = sys.argv[1:]

class Ended(MainWindow):
    def end(self):
        if way == "interrupt":
            os.kill(os.getpid(), signal.SIGINT)
        elif way == "quit":
            self.quit()
        else:
            self.close()

def at(step):
    # The end comes in the middle of a step: the rest of it finds the window closed.
    original = getattr(MainWindow, step)
    def replaced(self, *arguments, **words):
        QTimer.singleShot(0, self.end)
        if way == "interrupt":
            self.end()
        return original(self, *arguments, **words)
    setattr(Ended, step, replaced)

at(step)
import xentgui.program.app
xentgui.program.app.MainWindow = Ended
sys.exit(main([]))
"""
_STEPS = ("__init__", "build", "paintEvent", "show_panels", "complete")


def _ended(way: str, step: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", _ENDED_WHILE, way, step],
        env={**os.environ, "XENTGUI_CONFIG_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(xentgui.__file__).parents[1],
        capture_output=True,
        text=True,
        timeout=600,  # no measure of speed, only an end for what hangs
        check=False,
    )


def _faults(run: subprocess.CompletedProcess[str], way: str) -> Iterator[str]:
    if run.returncode != (130 if way == "interrupt" else 0):
        yield f"{way} ended with {run.returncode}"
    yield from (line for line in run.stderr.splitlines() if "propagateSizeHints" not in line)


@pytest.mark.expensive
@pytest.mark.parametrize(("way", "step"), [("close", "__init__"), ("quit", "show_panels")])
def test_that_a_window_can_be_closed_while_it_is_made(tmp_path: Path, way: str, step: str) -> None:
    assert list(_faults(_ended(way, step, tmp_path), way)) == []


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")
def test_that_many_ends_on_a_busy_machine_are_all_in_order(tmp_path: Path) -> None:
    ends = [(way, step) for way in ("interrupt", "close", "quit") for step in _STEPS] * 3

    def faults(number: int) -> list[str]:
        way, step = ends[number]
        return list(_faults(_ended(way, step, tmp_path / str(number)), way))

    with ThreadPoolExecutor(max_workers=2 * (os.cpu_count() or 1)) as workers:
        assert [*filter(None, workers.map(faults, range(len(ends))))] == []
