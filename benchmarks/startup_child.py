"""One program that starts, reports when it was painted, and ends."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from xentgui.canvas.page_view import PageView

# The imports of a program, and their order, are part of the measurement.
# ruff: noqa: PLC0415

_START = float(os.environ["BENCHMARK_START"])
_stamps: dict[str, object] = {}


def _stamp(stage: str) -> None:
    _stamps[stage] = time.monotonic() - _START


def _stamp_first_paint(window: QWidget) -> None:
    """Record when `window`, which is not shown yet, has been painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class First(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            # This filter runs before the program's own, and its timer fires first, too: when the
            # event has been dealt with.  (`sync` would let the program go on.)
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, self.painted)
            return False

        def painted(self) -> None:
            _stamp("first")

    first = First(window)
    window.installEventFilter(first)


def _stamp_when_painted(
    stage: str, widgets: list[QWidget], page: PageView | None = None
) -> Callable[[], None]:
    """Record when all of `widgets`, and the formulas of `page`, have been painted.

    Return a function that checks that, to be called before the program goes on with other work.
    """
    from PySide6.QtCore import QEvent, QObject, QTimer

    waiting: set[QObject] = set(widgets)

    def look() -> None:
        if not waiting and stage not in _stamps:
            _stamp(stage)

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                # A page is blank until its formulas are laid out.
                if watched is not page or page.panel.is_prepared(page.snapshot, page.view):
                    waiting.discard(watched)
                QTimer.singleShot(0, look)
            return False

    watch = Watch(widgets[0].window())
    for widget in widgets:
        widget.installEventFilter(watch)
    return look


def _rest(widgets: list[QWidget]) -> None:
    """Return once all of `widgets` are painted and on the screen, and no event follows."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    class Counter(QObject):
        paints = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.paints += event.type() == QEvent.Type.Paint
            return False

    counter = Counter()
    for widget in widgets:
        widget.installEventFilter(counter)
        widget.update()
    before = -1
    while counter.paints < len(widgets) or before != counter.paints:
        before = counter.paints
        QApplication.processEvents()
    QGuiApplication.sync()


def _finish() -> None:
    import platform

    import PySide6
    from PySide6.QtGui import QGuiApplication

    _stamps["circumstances"] = (
        f"{QGuiApplication.platformName()}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, {platform.machine()}"
    )
    print(json.dumps(_stamps), flush=True)
    os._exit(0)


def bare(*, with_numpy: bool) -> None:
    """Show a window with nothing in it."""
    if with_numpy:
        import numpy  # noqa: F401, ICN001
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication(["bare"])
    application.setStyle("Fusion")
    window = QWidget()
    window.resize(1280, 800)
    _stamp_first_paint(window)
    window.show()
    _rest([window])
    _stamp("complete")
    _finish()


def matplotlib() -> None:
    """Show three plots."""
    import numpy as np
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
    from matplotlib.figure import Figure
    from PySide6.QtWidgets import QApplication

    application = QApplication(["matplotlib"])
    application.setStyle("Fusion")
    figure = Figure(figsize=(12.8, 8.0), dpi=100)
    grid = figure.add_gridspec(2, 2)
    p, y = np.array([0.838, 0.019, 0.143]), np.array([1.0, 0.0, 0.0])
    names, x = ("cat", "dog", "owl"), np.arange(3)
    distribution = figure.add_subplot(grid[0, 0], title="Distribution")
    distribution.bar(x - 0.2, p, 0.4, label="softmax")
    distribution.bar(x + 0.2, y, 0.4, label="target")
    distribution.set_xticks(x, names)
    distribution.legend()
    information = figure.add_subplot(grid[0, 1], title="Information", xlabel="probability p")
    curve = np.linspace(1e-3, 1.0, 300)
    information.plot(curve, -np.log(curve))
    information.plot(p, -np.log(p), "o")
    gradient = figure.add_subplot(grid[1, :], title="Gradient")
    gradient.bar(x, p - y)
    gradient.set_xticks(x, names)
    canvas = FigureCanvasQTAgg(figure)
    canvas.resize(1280, 800)
    canvas.show()
    _rest([canvas])
    _stamp("complete")
    _finish()


def ours() -> None:
    """Start the program as its command does, and end it once it is complete."""
    from xentgui.__main__ import main  # isort: skip - first, as in a start
    from xentgui.program import app

    looks: list[Callable[[], None]] = []
    show = app.MainWindow.show

    def show_and_stamp(window: app.MainWindow) -> None:
        _stamp_first_paint(window)
        show(window)

    show_pictures, show_panels = app.MainWindow.show_pictures, app.MainWindow.show_panels

    def show_pictures_and_stamp(window: app.MainWindow) -> None:
        from xentgui.canvas.panel_view import PlotPicture

        show_pictures(window)
        page = window.panels["derivation"]
        tables = [window.logit_table.viewport(), window.target_table.viewport(), window.readouts]
        pictures = window.findChildren(PlotPicture)
        assert len(pictures) == 3
        looks.append(_stamp_when_painted("picture", [*tables, *pictures, page], page))

    def show_panels_and_stamp(window: app.MainWindow) -> None:
        looks[0]()
        show_panels(window)
        window.completed.connect(_finish)  # a pause after this frame
        plots = [window.panels[key] for key in window.cards.panels_shown() if key != "derivation"]
        assert len(plots) == 3
        _stamp_when_painted("answering", [plot.viewport() for plot in plots])

    app.MainWindow.show_pictures = show_pictures_and_stamp  # type: ignore[method-assign]
    app.MainWindow.show_panels = show_panels_and_stamp  # type: ignore[method-assign]
    app.MainWindow.show = show_and_stamp  # type: ignore[method-assign]
    main([])


if __name__ == "__main__":
    kind = sys.argv[1]
    if kind == "ours":
        ours()
    elif kind == "matplotlib":
        matplotlib()
    else:
        bare(with_numpy=kind == "numpy")
