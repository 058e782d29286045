"""The line of a dialog that says what is wrong, or what was done, also to those who listen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.accessibility import tell
from xentgui.painting.text_widgets import PlainLabel

_NOTHING = QT_TRANSLATE_NOOP("export", "No message")


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
