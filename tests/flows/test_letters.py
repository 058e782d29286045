"""Every word is written in the program's own letters, at every size."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from xentgui.painting import fonts
from xentgui.window.main_window import MainWindow


def _strange(window: MainWindow) -> list[str]:
    own = {fonts.install().text, fonts.install().math}
    return [
        f"{type(widget).__name__} {widget.objectName()}: {widget.font().families()}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.font().families()[0] not in own
    ]


def test_that_no_widget_keeps_the_font_of_the_system(window: MainWindow) -> None:
    assert _strange(window) == []


def test_that_the_toolbar_grows_with_everything_else(window: MainWindow) -> None:
    before = window.toolbar.unit.font().pixelSize()

    window.run_command("zoom.in")
    window.run_command("zoom.in")

    assert window.toolbar.unit.font().pixelSize() > before
    assert _strange(window) == []
