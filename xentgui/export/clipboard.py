"""A figure on the clipboard as pixels, vectors and words; the program that pastes chooses."""

from __future__ import annotations

import atexit

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from xentgui.export.figure import Figure
from xentgui.export.file_formats import PNG, SVG
from xentgui.export.formats.png import render


def copied(figure: Figure) -> QMimeData:
    """Return the content for the clipboard: a bitmap, PNG with transparency, SVG and words."""
    data = QMimeData()
    # Under Wayland Qt makes every kind of image of a bitmap, if there is one: a PNG without its
    # document, and pixels in place of the SVG.  All programs there take PNG.
    if not QGuiApplication.platformName().startswith("wayland"):
        data.setImageData(render(figure))
    data.setData(PNG.mime, PNG.encode(figure))
    data.setData(SVG.mime, SVG.encode(figure))
    data.setText(figure.description())
    return data


def copy_figure(figure: Figure) -> None:
    """Put `figure` on the clipboard."""
    QGuiApplication.clipboard().setMimeData(copied(figure))
    # Registered once, however often a figure is copied.
    atexit.unregister(_let_go)
    atexit.register(_let_go)


def _let_go() -> None:
    """Empty the clipboard at the end if there is no window system.

    Without one, Qt would free the clipboard's content after Python has ended, and crash.
    """
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        return
    if application.platformName() in {"offscreen", "minimal"}:
        application.clipboard().clear()
