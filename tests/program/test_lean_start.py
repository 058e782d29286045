"""A start brings in what the window shows, and no more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_START = """
import json, os, sys
from PySide6.QtWidgets import QApplication
from xentgui.program import app

def stop_when_complete():
    while "xentgui.window.controls.sample_bar" not in sys.modules:  # the last thing that is made
        QApplication.processEvents()
    from PySide6 import QtCore, QtGui, QtWidgets
    made = [name for module in (QtCore, QtGui, QtWidgets) for name in vars(module)]
    print(json.dumps({"modules": list(sys.modules), "made": made}), flush=True)
    os._exit(0)

QApplication.exec = staticmethod(stop_when_complete)
app.main()
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return which modules are there, and which of Qt's classes, when the window is complete."""
    folder = tmp_path_factory.mktemp("settings")
    done = subprocess.run(
        [sys.executable, "-c", _START],
        env={**os.environ, "XENTGUI_CONFIG_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "module", ["numpy.ma", "ziamath", "multiprocessing", "xentgui.window.dialogs", "xentgui.export"]
)
def test_that_a_start_does_not_import(started: dict[str, list[str]], module: str) -> None:
    assert module not in started["modules"]


@pytest.mark.parametrize("name", ["QWizard", "QFileDialog", "QMessageBox", "QProcess"])
def test_that_a_start_does_not_let_pyside_make(started: dict[str, list[str]], name: str) -> None:
    """If it does, something asks for the class by name, or is given an object that Qt has made."""
    assert "QLabel" in started["made"]
    assert name not in started["made"]
