"""Real starts, each in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import xentgui

CTRL_C_AT = """
import os, signal, sys, threading
from xentgui.__main__ import main

def windows():
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = getattr(widgets, "QApplication", None)
    return application.topLevelWidgets() if application else []

def interrupt():
    tick = threading.Event()
    while not tick.wait(0.001):
        if {moment}:
            print("interrupted", flush=True)
            os.kill(os.getpid(), signal.SIGINT)
            return

threading.Thread(target=interrupt, daemon=True).start()
sys.exit(main([]))
"""

MOMENTS = {
    "while Qt is imported": '"PySide6.QtCore" in sys.modules',
    "while the window is made": "windows()",
    "while the window is filled": '"xentgui.documents.recovery" in sys.modules',
    "once the panels are there": 'any(getattr(window, "panels", None) for window in windows())',
}

WORK_AND_DIE = """
import os, signal
from xentgui import settings
from xentgui.documents import recovery
from xentgui.program import app

kept = recovery.Recovery(settings.directory())
application, window = app.build(recovery=kept)
window.show()
window.complete()
window.commands["target.uniform"].trigger()
window.store.begin(None, "unfinished")
opening = window.documents.opening_subject
window.store.edit(lambda _: opening, "unfinished")
application.processEvents()
os.kill(os.getpid(), signal.SIGKILL)
"""

LOOK_AFTER = """
from xentgui import settings
from xentgui.documents import recovery
from xentgui.program import app

application, window = app.build(recovery=recovery.Recovery(settings.directory()))
print(window.store.snapshot.state.target)
window.show()
window.documents.closes_unasked = True
window.close()
"""


def _run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "XENTGUI_CONFIG_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    root = Path(xentgui.__file__).parents[1]
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=root,
        capture_output=True,
        text=True,
        timeout=600,  # no measure of speed, only an end for what hangs
        check=False,
    )


@pytest.mark.expensive
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")
@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS.keys())
def test_that_ctrl_c_ends_the_program_at_any_moment_of_its_start(
    tmp_path: Path, moment: str
) -> None:
    run = _run(["-c", CTRL_C_AT.replace("{moment}", moment)], tmp_path)

    assert "interrupted" in run.stdout
    assert "Error" not in run.stderr
    assert "Traceback" not in run.stderr
    assert run.returncode == 130


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")
def test_that_a_killed_program_loses_nothing_but_the_unfinished_gesture(tmp_path: Path) -> None:
    killed = _run(["-c", WORK_AND_DIE], tmp_path)
    assert killed.returncode == -signal.SIGKILL, killed.stderr

    again = _run(["-c", LOOK_AFTER], tmp_path)
    assert again.stdout.strip() == str((1 / 3, 1 / 3, 1 / 3)), again.stderr

    after = _run(["-c", LOOK_AFTER], tmp_path)
    assert after.stdout.strip() == "(1.0, 0.0, 0.0)", after.stderr


def test_that_the_first_frame_needs_nothing_but_qt(tmp_path: Path) -> None:
    code = "import sys; import xentgui.program.app; print(*sys.modules)"

    loaded = _run(["-c", code], tmp_path).stdout.split()

    assert "xentgui.window.main_window" in loaded
    assert not {"numpy", "pyqtgraph", "xentgui.model"} & set(loaded)


def test_that_the_version_is_told_without_qt(tmp_path: Path) -> None:
    code = "import sys; from xentgui.program.cli import main\nmain(['--version'])\nprint('PySide6' in sys.modules, 'numpy' in sys.modules)"

    run = _run(["-c", code], tmp_path)

    assert run.stdout.split() == ["xentgui", xentgui.__version__, "False", "False"]


@pytest.mark.parametrize(
    "arguments", [["--theme", "purple"], ["--no-such-option"], ["a.json", "b.json"]]
)
def test_that_wrong_usage_ends_with_two_and_says_why(tmp_path: Path, arguments: list[str]) -> None:
    run = _run(["-m", "xentgui", *arguments], tmp_path)

    assert run.returncode == 2
    assert "All options: xentgui --help" in run.stderr
    assert run.stdout == ""


def test_that_help_names_the_exit_codes(tmp_path: Path) -> None:
    run = _run(["-m", "xentgui", "--help"], tmp_path)

    assert run.returncode == 0
    assert "130 Ctrl-C" in run.stdout
