"""A message box that shows every text as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from xentgui.painting.handlers import guarded


@guarded
class PlainMessageBox(QMessageBox):
    """A message box that takes nothing for HTML: a file can be called <b>.json.

    Qt's own box has a format for its text, and none for the text below that.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setInformativeText(self, text: str) -> None:
        """Show `text` below the text."""
        super().setInformativeText(text)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
