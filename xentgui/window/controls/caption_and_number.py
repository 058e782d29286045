"""One number with a small caption above it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from xentgui.language.text import tip as safe_tip
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel


class CaptionAndNumber(QWidget):
    """A caption above a number; it never gets narrower, so that its neighbours do not move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption, self.value = PlainLabel(self), PlainLabel(self)
        self._least = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.caption)
        layout.addWidget(self.value)

    def show_text(self, caption: str, value: str, *, pale: bool = False, tip: str = "") -> None:
        """Show `value`; it is pale while it is not final."""
        if self.caption.text() != caption:
            self.setMinimumWidth(self._least)  # for another quantity, the width starts again
        self.caption.setText(caption)
        self.value.setText(value)
        self.setToolTip(safe_tip(tip))
        look = "pale" if pale else "firm"
        if self.value.property("figure") != look:
            self.value.setProperty("figure", look)
            self.value.style().unpolish(self.value)
            self.value.style().polish(self.value)
        self.setMinimumWidth(max(self.minimumWidth(), self.sizeHint().width()))

    def show_style(self, style: Style) -> None:
        """Apply sizes; the colours come from the style sheet of the parent."""
        self.caption.setFont(style.font(0.82))
        self.value.setFont(style.font(1.0, bold=True))
        self._least = round(style.em * 3.8)  # room for a number that is shown later
        self.setMinimumWidth(self._least)
