"""pyqtgraph gets Qt's names when it uses them, and gets the right ones."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
from PySide6 import QtCore, QtGui, QtWidgets
before = {module: set(dir(module)) for module in (QtCore, QtGui, QtWidgets)}

import xentgui.canvas
import pyqtgraph as pg

assert {module: set(dir(module)) for module in before} == before
for mirror, module in ((pg.QtCore, QtCore), (pg.QtGui, QtGui), (pg.QtWidgets, QtWidgets)):
    copied = len(vars(mirror))
    assert copied < 100, f"{mirror.__name__} has {copied} names: they are copied, which is slow"
    for name in dir(module):
        if not name.startswith("_"):
            assert getattr(mirror, name) is getattr(module, name), name
    assert not hasattr(mirror, "QNothing")
"""


def test_that_pyqtgraph_has_all_of_qt_and_copies_none_of_it_beforehand() -> None:
    subprocess.run([sys.executable, "-c", _PROGRAM], check=True)
