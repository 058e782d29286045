"""The whole program, with its own settings, in this process."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from benchmarks.examples import edits, state
from benchmarks.screen import settle
from xentgui.documents.recovery import Recovery
from xentgui.model.subjects import BareLogits, to_state
from xentgui.program.app import Options, build
from xentgui.settings import Settings
from xentgui.window.main_window import MainWindow

PANELS = ("distribution", "information", "gradient", "derivation")
"""The panels that the window shows at first, beside two tables and the read-outs."""


@contextmanager
def program(classes: int) -> Iterator[MainWindow]:
    """Yield the program's window with `classes` classes, complete and at rest."""
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        _, window = build(
            Options(theme="light", language="en"),
            settings=Settings(store),
            recovery=Recovery(Path(folder)),
        )
        window.resize(1440, 900)
        window.show()
        window.complete()
        window.store.open(BareLogits(state(classes)))
        settle(2.0)  # a thread lays out the derivation's formulas
        window.store.begin(None, "warm-up")
        for _, changed in zip(range(12), edits(state(classes)), strict=False):
            window.store.edit(to_state(changed), "warm-up")
            settle(0.03)
        window.store.end_gesture()
        settle()
        yield window
        window.documents.closes_unasked = True
        window.close()
        window.deleteLater()
        settle(0.1)


def viewports(window: MainWindow) -> list[QWidget]:
    """Return all widgets that every edit paints."""
    plots = [window.panels[key] for key in PANELS]
    areas = [*plots, window.logit_table, window.target_table]
    return [area.viewport() if hasattr(area, "viewport") else area for area in areas]
