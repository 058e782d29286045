"""A start brings in what the window shows, step by step, and leaves what others made as it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.walks.walk import screen

_START = """
import builtins, json, os, sys
from PySide6 import QtCore, QtGui, QtWidgets
before = builtins.__import__, builtins.compile, list(sys.meta_path), list(sys.path_hooks)
names = {module: set(dir(module)) for module in (QtCore, QtGui, QtWidgets)}

from PySide6.QtWidgets import QApplication
from xentgui.program import app
shell = [name for name in sys.modules if name.startswith("xentgui.")]
slow = [name for name in shell if "Qt" in vars(sys.modules[name])]

class Frames(QtCore.QObject):
    # Notes where everything is when it is painted.
    def __init__(self):
        super().__init__()
        self.places, self.kinds = {}, set()

    def eventFilter(self, watched, event):
        if event.type() == QtCore.QEvent.Type.Paint and isinstance(watched, QtWidgets.QWidget):
            kind = type(watched).__name__
            self.kinds.add(kind)
            if kind in ("Card", "PlotPicture", "Viewport", "ToolBar"):
                corner = watched.mapTo(watched.window(), QtCore.QPoint())
                place = str(corner.toTuple() + watched.size().toTuple())
                self.places.setdefault(f"{kind} {id(watched)}", []).append(place)
        return False

def stop_when_complete():
    pictures_without_pyqtgraph = 0
    pictured = []
    frames = Frames()
    QApplication.instance().installEventFilter(frames)
    while "xentgui.window.controls.sample_bar" not in sys.modules:  # the last thing that is made
        QApplication.processEvents()
        if "pyqtgraph" not in sys.modules:
            shown = [type(one).__name__ for one in QApplication.allWidgets() if one.isVisible()]
            pictures_without_pyqtgraph = max(pictures_without_pyqtgraph, shown.count("PlotPicture"))
            pictured = [name for name in sys.modules if name.startswith("xentgui.")]
    after = builtins.__import__, builtins.compile, list(sys.meta_path), list(sys.path_hooks)
    print(json.dumps({
        "slow": slow,
        "shell": shell,
        "places": frames.places,
        "painted": list(frames.kinds),
        "modules": list(sys.modules),
        "pictures": pictures_without_pyqtgraph,
        "pictured": pictured,
        "untouched": [one == other for one, other in zip(before, after)],
        "names": [set(dir(module)) >= there for module, there in names.items()],
        "foreign": [
            name for name, module in sys.modules.items()
            if not name.startswith("xentgui") and type(module).__module__.startswith("xentgui")
        ],
        "missing": [name for name, module in sys.modules.items() if module is None],
        "pyqtgraph": sys.modules["pyqtgraph"].__spec__.origin,
        "whole": all(hasattr(sys.modules["pyqtgraph"], one) for one in ("PlotWidget", "ImageView")),
    }), flush=True)
    os._exit(0)

QApplication.exec = staticmethod(stop_when_complete)
from xentgui.__main__ import main
main([])
"""


_UNSEEN = {"QT_QPA_PLATFORM": "offscreen"}


def _said_by(code: str, settings: Path, screen_of_it: Mapping[str, str]) -> str:
    """Run a program with its settings in a folder, and return its standard output."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "XENTGUI_CONFIG_DIR": str(settings), **screen_of_it},
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
        timeout=600,  # no measure of speed, only an end for what never comes
    )
    return done.stdout


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return how things are when the window is complete."""
    folder = tmp_path_factory.mktemp("settings")
    with screen((1440, 900), real=False) as usual:  # on Qt's own, not all cards have room
        said = _said_by(_START, folder, usual.environment)
    return dict(json.loads(said.splitlines()[-1]))


@pytest.mark.parametrize(
    "module",
    [
        "numpy.ma",
        "xentgui.program.cli",
        "ziamath",
        "html",
        "PIL",
        "xentgui.documents.preset_file",
        "xentgui.documents.embedded.reading",
        "xentgui.tables.clipboard.own_text",
        "xentgui.window.dialogs",
        "xentgui.export.figure",
        "xentgui.export.numbers",
        "xentgui.window.controls.example_chooser",
        "xentgui.window.lesson_bar",
    ],
)
def test_that_a_start_does_not_import(started: dict[str, Any], module: str) -> None:
    assert module not in started["modules"]


MOST_MODULES = 215
"""How many modules of ours the first picture waits for; each takes about a millisecond."""


def test_that_the_first_picture_waits_for_few_modules(started: dict[str, Any]) -> None:
    assert 150 < len(started["pictured"]) <= MOST_MODULES


@pytest.mark.parametrize(
    "module",
    [
        "xentgui.commands.host",
        "xentgui.commands.registry",
        "xentgui.documents.disk_watch",
        "xentgui.documents.document",
        "xentgui.documents.document_text",
        "xentgui.documents.file_lock",
        "xentgui.documents.file_readers",
        "xentgui.documents.journal.journal_file",
        "xentgui.documents.journal.replay",
        "xentgui.documents.place",
        "xentgui.documents.presets",
        "xentgui.documents.questions",
        "xentgui.documents.session",
        "xentgui.documents.staging",
        "xentgui.documents.staging_format",
        "xentgui.documents.steps.step",
        "xentgui.documents.subject_formats",
        "xentgui.documents.token_text",
        "xentgui.language.fields",
        "xentgui.model.edits.every",
        "xentgui.model.losses.brier",
        "xentgui.model.shared_names",
        "xentgui.model.subjects.classifier",
        "xentgui.model.subjects.on_classifier",
        "xentgui.panels.areas",
        "xentgui.panels.careless",
        "xentgui.program.first_window",
        "xentgui.painting.hatch",
        "xentgui.painting.text_ruler",
        "xentgui.program.help_page",
        "xentgui.reading",
        "xentgui.tables.table_commands",
        "xentgui.window.documents",
        "xentgui.window.part",
        "xentgui.window.sound.output",
        "xentgui.window.training.card",
        "xentgui.window.training.trains",
    ],
)
def test_that_the_first_picture_does_not_wait_for(started: dict[str, Any], module: str) -> None:
    assert module not in started["pictured"]


def test_that_the_first_window_does_not_wait_for_the_enumerations_of_qt(
    started: dict[str, Any],
) -> None:
    """Their namespace has a hundred, which the binding makes when a module names it."""
    assert "xentgui.window.shell" in started["shell"]
    assert started["slow"] == []


_PICTURE = """
from PySide6 import QtWidgets
from xentgui.program import app

_, window = app.build()
window.show()
window.show_pictures()
for _ in range(5):
    app.QCoreApplication.processEvents()
print([name for name in ("QStyle", "QWidget") if name in vars(QtWidgets)])
print([name for name in ("decimal", "json", "numpy", "numpy.typing") if name in app.sys.modules])
"""


@pytest.mark.expensive
def test_that_the_first_picture_does_not_wait_for_the_enumerations_of_styles(
    tmp_path: Path,
) -> None:
    """They have seven hundred enumerators; the binding makes them when something names a style."""
    assert _said_by(_PICTURE, tmp_path, _UNSEEN).split("\n")[0] == "['QWidget']"


@pytest.mark.expensive
def test_that_the_first_picture_of_all_does_not_wait_for_what_reads_settings_and_long_numbers(
    tmp_path: Path,
) -> None:
    """Each of them takes as long as some of our own modules."""
    assert _said_by(_PICTURE, tmp_path, _UNSEEN).split("\n")[1] == "['numpy']"


def test_that_every_plot_is_seen_before_pyqtgraph_is_there(started: dict[str, Any]) -> None:
    assert started["pictures"] == 3


def test_that_from_the_first_frame_on_everything_is_where_it_stays(started: dict[str, Any]) -> None:
    kinds = {key.partition(" ")[0] for key in started["places"]}
    assert kinds == {"Card", "PlotPicture", "Viewport", "ToolBar"}
    assert [key for key, places in started["places"].items() if len(set(places)) > 1] == []
    assert "QScrollBar" not in started["painted"]


def test_that_a_start_replaces_nothing_of_python_and_pyside(started: dict[str, Any]) -> None:
    assert all(started["untouched"])
    assert all(started["names"])


def test_that_every_module_is_the_one_of_its_makers(started: dict[str, Any]) -> None:
    assert started["foreign"] == []
    assert started["missing"] == []
    assert Path(started["pyqtgraph"]).parts[-2:] == ("pyqtgraph", "__init__.py")
    assert started["whole"]


_WELCOME = """
import os
from PySide6.QtWidgets import QApplication
from xentgui.program import app

def wait_for_the_offer():
    while "tour_offer" not in [one.objectName() for one in QApplication.allWidgets()]:
        QApplication.processEvents()
    print("offered", flush=True)
    os._exit(0)

QApplication.exec = staticmethod(wait_for_the_offer)
app.main()
"""


@pytest.mark.expensive
def test_that_the_first_start_offers_the_tour(tmp_path: Path) -> None:
    assert _said_by(_WELCOME, tmp_path, _UNSEEN).strip() == "offered"
