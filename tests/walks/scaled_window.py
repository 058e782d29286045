"""What depends on the scale of the screen, and what must not: a script for tests.

Prints a line of JSON: how wide the grid lines of panels are, in device pixels, how far a drag of a
bar ends from the pointer, and the digests of figures that are exported from the window.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from xentgui.canvas.plot_view import PlotView
from xentgui.export.figure import Figure
from xentgui.export.file_formats import EXPORT_FORMATS
from xentgui.export.spec import FigureSpec
from xentgui.panels.marked_panel import Way
from xentgui.program.app import Options, build
from xentgui.settings import Settings
from xentgui.window.main_window import MainWindow

_DOWN = 37  # pixels of a drag
_FIGURES = (("distribution", "information"), ("derivation",), ("decomposition", "jacobian"))


def main() -> None:
    """Look at the window, and say what was seen."""
    store = QSettings(tempfile.mkdtemp() + "/settings.ini", QSettings.Format.IniFormat)
    _, window = build(Options(theme="light", language="en"), settings=Settings(store))
    window.resize(1280, 800)
    window.show()
    window.complete()
    for _ in range(20):
        QApplication.processEvents()
    seen = {
        "scale": window.devicePixelRatioF(),
        "grids": {key: _grid(window, key) for key in ("distribution", "information")},
        "files": _files(window),  # before the drag, whose end depends on the pixels
        "off": _off(window),
    }
    sys.stdout.write(json.dumps(seen) + "\n")
    window.documents.closes_unasked = True
    window.close()


def _plot(window: MainWindow, key: str) -> PlotView:
    plot = window.panels[key]
    assert isinstance(plot, PlotView)
    return plot


def _grid(window: MainWindow, key: str) -> list[int]:
    """Return how many device pixels each line of the grid is high, along the right edge."""
    plot = _plot(window, key)
    image = plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    card, ratio = QColor(window.look.theme.card).rgb(), image.devicePixelRatio()
    frame = plot.picture.frame()
    x = round((frame.rect.right() - 3) * ratio)
    found, length = [], 0
    for y in range(round(frame.rect.top() * ratio) + 2, round(frame.rect.bottom() * ratio) - 2):
        if image.pixel(x, y) != card:
            length += 1
        elif length:
            found.append(length)
            length = 0
    return found


def _files(window: MainWindow) -> dict[str, str]:
    """Return the digest of each figure in each format."""
    store = window.store
    return {
        f"{keys[0]}.{form.key}": hashlib.sha256(
            form.encode(Figure(FigureSpec.in_pixels(keys, 900, 600), store.snapshot, store.view))
        ).hexdigest()
        for keys in _FIGURES
        for form in EXPORT_FORMATS.values()
    }


def _off(window: MainWindow) -> float:
    """Return by how many pixels a bar that is dragged ends beside the pointer."""
    plot = _plot(window, "distribution")
    picture, viewport = plot.picture, plot.viewport()
    mark = picture.face.mark_beside(None, Way.NEXT, picture.snapshot, picture.view)
    start = picture.face.locate(mark, picture.frame(), picture.snapshot, picture.view)
    down, left = QPoint(0, _DOWN), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, pos=start.toPoint())
    QTest.mouseMove(viewport, start.toPoint() + down)
    QTest.mouseRelease(viewport, left, pos=start.toPoint() + down)
    end = picture.face.locate(mark, picture.frame(), picture.snapshot, picture.view)
    return end.y() - (start.y() + _DOWN)


if __name__ == "__main__":
    main()
