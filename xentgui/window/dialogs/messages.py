"""Messages as they are, never as HTML: a box, and the line of a dialog that says what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.accessibility import tell
from xentgui.painting.handlers import guarded
from xentgui.painting.text_widgets import PlainLabel

_NOTHING = QT_TRANSLATE_NOOP("export", "No message")


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


class MessageLabel(PlainLabel):
    """A label whose room stays while it has nothing to say; then it is told as that."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """`name` is its object name."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setWordWrap(True)
        self.setAccessibleName(translate("export", _NOTHING))

    def say(self, sentence: str) -> None:
        """Show `sentence`, and tell it; "" for none."""
        if sentence == self.text():
            return
        self.setText(sentence)
        self.setAccessibleName(sentence or translate("export", _NOTHING))
        tell(self, sentence)
