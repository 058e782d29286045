"""``xentgui present``, as a process of its own: a lecture is on the screen without a key."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents.lecture import LECTURE
from xentgui.documents.document import encode
from xentgui.painting.theme import THEMES
from xentgui.program.cli import main

_DRIVEN = """
import json, os, sys
from PySide6.QtWidgets import QApplication

def when_it_presents():
    from xentgui.window.main_window import MainWindow
    while True:
        QApplication.processEvents()
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window._parts is not None and window.presenter.is_on:
                talk = window.presenter.presenting
                print(json.dumps({
                    "scenes": len(talk.lecture.scenes),
                    "beat": list(talk.lecture.beat)[:2],
                    "title": talk.audience.stage.words.title,
                    "full": talk.audience.isFullScreen(),
                    "theme": window.look.theme.window,
                }), flush=True)
                os._exit(0)

QApplication.exec = staticmethod(when_it_presents)
from xentgui.program.cli import main
sys.exit(main(sys.argv[1:]))
"""


def _presented(folder: Path, *words: str) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", _DRIVEN, "present", *words],
        env={**os.environ, "XENTGUI_CONFIG_DIR": str(folder / "config")},
        cwd=Path(__file__).parents[3],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.expensive
def test_that_the_lecture_is_presented_at_once_in_a_language_and_a_theme(tmp_path: Path) -> None:
    found = _presented(tmp_path, "cross-entropy", "--lang", "zh", "--theme", "dark")

    assert found["title"] == "softmax 与交叉熵"
    assert (found["scenes"], found["beat"], found["full"]) == (18, [0, 0], True)
    assert found["theme"] == THEMES["dark"].window


@pytest.mark.expensive
def test_that_a_file_is_presented_in_a_window(tmp_path: Path) -> None:
    file = tmp_path / "mine.xent.json"
    file.write_text(encode(LECTURE), "utf-8")

    found = _presented(tmp_path, str(file), "--window", "--lang", "en")

    assert (found["scenes"], found["full"]) == (len(LECTURE.scenes), False)


def test_that_a_file_that_is_no_lecture_is_refused_before_a_window_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "notes.xent.json"
    file.write_text("no lecture", "utf-8")

    assert main(["present", str(file), "--lang", "en"]) == 1
    assert "notes.xent.json" in capsys.readouterr().err
    assert main(["present", str(tmp_path / "gone.xent.json"), "--lang", "en"]) == 1
    assert "gone.xent.json" in capsys.readouterr().err
