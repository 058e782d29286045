"""The accessible name and description of a panel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from xentgui.language.text import translate
from xentgui.panels.panel import Panel

_DELAY_MS = 300  # a listener cannot follow a description of every frame of a drag


class AccessibleText:
    """Gives a widget the name of its panel and a description of its content."""

    def __init__(self, widget: QWidget, panel: Panel, describe: Callable[[], str | None]) -> None:
        """Describe the panel with the text of `describe`, once the numbers do not change."""
        self._widget, self._panel, self._describe = widget, panel, describe
        self._timer = QTimer(widget)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._say)

    def retranslate(self) -> None:
        """Set name and description in the current language."""
        self._widget.setAccessibleName(translate("panels", self._panel.title))
        self._widget.setWhatsThis(translate("panels", self._panel.tip))
        self.refresh()

    def refresh(self) -> None:
        """Update the description soon."""
        self._timer.start()

    def _say(self) -> None:
        words = self._describe()
        if words is not None:
            self._widget.setAccessibleDescription(words)
