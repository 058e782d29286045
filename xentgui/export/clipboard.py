"""A figure on the clipboard: pixels, vectors and words together, and the program that pastes picks."""

from __future__ import annotations

import atexit

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from xentgui.export.figure import Figure
from xentgui.export.file_formats import PNG, SVG
from xentgui.export.formats.png import render


def copied(figure: Figure) -> QMimeData:
    """Return what the clipboard is to hold: a bitmap, PNG with its transparency, SVG and words."""
    data = QMimeData()
    data.setImageData(render(figure))
    data.setData(PNG.mime, PNG.encode(figure))
    data.setData(SVG.mime, SVG.encode(figure))
    data.setText(figure.description())
    return data


def copy_figure(figure: Figure) -> None:
    """Put `figure` on the clipboard."""
    QGuiApplication.clipboard().setMimeData(copied(figure))
    # Registered once however often it is asked for.
    atexit.unregister(_let_go)
    atexit.register(_let_go)


def _let_go() -> None:
    """Empty the clipboard where nobody takes it over at the end.

    Without a window system Qt frees what the clipboard holds after Python is gone, and crashes.
    """
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        return
    if application.platformName() in {"offscreen", "minimal"}:
        application.clipboard().clear()
