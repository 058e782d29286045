"""Two screens: each window has its own, and a choice is remembered.

Qt's offscreen platform takes its screens from a file, so this runs in a process of its own.  That unplugging
loses nothing needs a real server: see `tests.walks.clicker`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from tests.documents.lecture import LECTURE
from xentgui.documents.document import encode
from xentgui.program.app import Options, build
from xentgui.settings import Settings

home = Path(sys.argv[1])
file = home / "lecture.xent.json"
file.write_text(encode(LECTURE), "utf-8")

def start():
    settings = Settings(QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat))
    settings.reduced_motion = 1
    application, window = build(Options(file, "light", "en"), settings=settings)
    window.move(10, 10)
    window.show()
    window.complete()
    QApplication.processEvents()
    return window

def where(one):
    return one.screen().name(), one.size().toTuple(), one.isVisible(), one.isFullScreen()

window = start()
assert len(QGuiApplication.screens()) == 2
talk = window.presenter.presenting
window.commands["present"].trigger()
QApplication.processEvents()
print("began", where(talk.audience), where(talk.lecturer))
talk.lecture.act("next")
talk.lecture.act("swap")
QApplication.processEvents()
print("swapped", where(talk.audience), where(talk.lecturer))
talk.leave()
window.commands["present"].trigger()
QApplication.processEvents()
print("again", where(talk.audience), tuple(talk.lecture.beat)[:2])

talk.leave()
window.documents.closes_unasked = True
window.close()
sys.stdout.flush()
import os
os._exit(0)
"""


def test_that_each_window_has_a_screen_and_keeps_it(tmp_path: Path) -> None:
    desk = {"name": "DESK", "x": 0, "y": 0, "width": 1366, "height": 768}
    hall = {"name": "HALL", "x": 1366, "y": 0, "width": 1920, "height": 1080}
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": [desk, hall]}), "utf-8")
    child = tmp_path / "child.py"
    child.write_text(CHILD, "utf-8")
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
        "XENTGUI_CONFIG_DIR": str(tmp_path / "config"),
        "PYTHONPATH": str(ROOT),
    }

    done = subprocess.run(
        [sys.executable, str(child), str(tmp_path)],
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    lines = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    at_hall = "('HALL', (1920, 1080), True, True)"
    at_desk = "('DESK', (1366, 768), True, True)"
    assert lines["began"] == f"{at_hall} {at_desk}"
    assert lines["swapped"] == f"{at_desk} {at_hall}"
    assert lines["again"] == f"{at_desk} (0, 1)"
