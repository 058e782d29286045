"""The version, and what the program is made of."""

from __future__ import annotations

import platform

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

import xentgui
from xentgui.language.text import translate
from xentgui.painting import icons


class About(QMessageBox):
    """A window that says what this is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("window", "About XentGUI"))
        size = self.fontMetrics().height() * 4
        self.setIconPixmap(icons.application_icon().pixmap(size, size))
        self.setText(f"<h3>XentGUI {xentgui.__version__}</h3>")
        self.setInformativeText(
            translate("window", "Softmax and cross-entropy made visible.")
            + f"\n\nPython {platform.python_version()} · PySide6 {qt_version}"
        )
        self.setStandardButtons(QMessageBox.StandardButton.Close)
