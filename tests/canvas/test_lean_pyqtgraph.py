"""pyqtgraph comes in part, gets Qt's names when it uses them, and lacks nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from xentgui.canvas import lean_pyqtgraph

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


_PART = """
import sys
import xentgui.canvas
import pyqtgraph as pg

assert pg.__version__.startswith(xentgui.canvas.lean_pyqtgraph.KNOWN), (
    "this pyqtgraph is imported whole: see what can be left out of it, and change KNOWN"
)
loaded = [name for name in sys.modules if name.startswith("pyqtgraph.")]
assert len(loaded) < 50, f"most of pyqtgraph is imported, which is slow: {loaded}"
assert "multiprocessing" not in sys.modules
assert None not in sys.modules.values()

# What was left out is there for whoever asks.
from pyqtgraph import exporters, imageview
import PySide6.QtTest
assert imageview.ImageView is pg.ImageView
assert issubclass(pg.PlotWidget, pg.GraphicsView)
assert pg.RemoteGraphicsView.__module__ == "pyqtgraph.widgets.RemoteGraphicsView"
assert not hasattr(pg, "Nothing")
"""


def test_that_pyqtgraph_is_imported_in_part_and_the_rest_when_it_is_used() -> None:
    subprocess.run([sys.executable, "-c", _PART], check=True)


def test_that_a_pyqtgraph_that_is_not_known_is_imported_whole(tmp_path: Path) -> None:
    (tmp_path / "pyqtgraph").mkdir()
    (tmp_path / "pyqtgraph" / "__init__.py").write_text(
        "__version__ = '0.99'\nfrom .novel import *\n"
    )
    (tmp_path / "pyqtgraph" / "novel.py").write_text("novelty = 1\n")

    found = _import_lean(tmp_path)

    assert found == ["0.99", "1"]


def test_that_a_pyqtgraph_that_misses_a_part_is_imported_whole(tmp_path: Path) -> None:
    (tmp_path / "pyqtgraph").mkdir()
    (tmp_path / "pyqtgraph" / "__init__.py").write_text(
        "__version__ = '0.14.9'\nfrom .novel import Base\nclass Item(Base): novelty = 2\n"
        "from .novel import novelty\n"
    )
    (tmp_path / "pyqtgraph" / "novel.py").write_text("novelty = 2\nclass Base: pass\n")

    found = _import_lean(tmp_path)

    assert found == ["0.14.9", "2"]


def _import_lean(folder: Path) -> list[str]:
    """Import the pyqtgraph in `folder` as the program does; return its version and `novelty`."""
    # The package without what it imports: the rest of the canvas needs a real pyqtgraph.
    program = f"""
import sys, types
import xentgui
sys.path.insert(0, {str(folder)!r})
package = sys.modules["xentgui.canvas"] = types.ModuleType("xentgui.canvas")
package.__path__ = [{str(Path(lean_pyqtgraph.__file__).parent)!r}]
import xentgui.canvas.lean_pyqtgraph
import pyqtgraph as pg
print(pg.__version__, vars(pg)["novelty"])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    return done.stdout.split()
