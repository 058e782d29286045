"""What a panel is called and says to those who do not see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from xentgui.language.text import translate
from xentgui.panels.panel import Panel

_DELAY_MS = 300  # who listens to a description cannot follow every frame of a drag


class AccessibleText:
    """Gives a widget the name of its panel, and a description of what it shows."""

    def __init__(self, widget: QWidget, panel: Panel, describe: Callable[[], str | None]) -> None:
        """Describe by what `describe` returns, once the numbers have come to rest."""
        self._widget, self._panel, self._describe = widget, panel, describe
        self._timer = QTimer(widget)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._say)

    def retranslate(self) -> None:
        """Say everything in the current language."""
        self._widget.setAccessibleName(translate("panels", self._panel.title))
        self._widget.setWhatsThis(translate("panels", self._panel.tip))
        self.refresh()

    def refresh(self) -> None:
        """Describe the numbers of now, soon."""
        self._timer.start()

    def _say(self) -> None:
        words = self._describe()
        if words is not None:
            self._widget.setAccessibleDescription(words)
