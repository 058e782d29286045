"""Waits for windows to be painted, and counts how often they were."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Sequence

import numpy as np
import PySide6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from xentgui.model import collect_rarely

_MOST_PASSES = 3  # the wait until a toolkit that paints by a timer has painted


def application() -> QApplication:
    """Return the application, made in the same way as by the program."""
    found = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(found, QApplication)
    found.setStyle("Fusion")
    collect_rarely()
    return found


def describe(window: QWidget | None = None) -> str:
    """Return the machine, the versions and the platform in one line."""
    parts = [
        QGuiApplication.platformName(),
        f"Python {platform.python_version()}",
        f"PySide6 {PySide6.__version__}",
        f"numpy {np.__version__}",
        platform.machine(),
    ]
    if window is not None:
        size, ratio = window.size(), window.devicePixelRatioF()
        parts += [f"{size.width()}×{size.height()} px", f"device pixel ratio {ratio:g}"]
    return ", ".join(parts)


class Watch(QObject):
    """Counts the paints of some widgets, and waits until all of them are painted."""

    def __init__(self, painted: Sequence[QWidget]) -> None:
        super().__init__()
        self._counts = dict.fromkeys(painted, 0)
        for widget in painted:
            widget.installEventFilter(self)
        self.most = 0
        self.total = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        if event.type() == QEvent.Type.Paint and watched in self._counts:
            self._counts[watched] += 1  # type: ignore[index]
            self.total += 1
        return False

    def paint_after(self, change: Callable[[], None]) -> None:
        """Make a change, and return once all that it changes is painted and on the screen."""
        for widget in self._counts:
            self._counts[widget] = 0
        change()
        for _ in range(_MOST_PASSES):  # a table without a changed cell is not painted
            if not all(self._counts.values()):
                QApplication.processEvents()
        before = -1
        while before != sum(self._counts.values()):
            before = sum(self._counts.values())
            QApplication.processEvents()
        QGuiApplication.sync()
        self.most = max(self.most, *self._counts.values())


def settle(seconds: float = 0.5) -> None:
    """Run the event loop until new windows and moving axes are at rest."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
