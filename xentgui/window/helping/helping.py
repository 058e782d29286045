"""What helps in the first minute, and later whoever asks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from xentgui.painting.style import Style
from xentgui.window.cards import Cards
from xentgui.window.helping.card_help import CardHelp
from xentgui.window.helping.help_buttons import HelpButtons
from xentgui.window.look import Look


class Helping(QObject):
    """Explains cards; a part of the window."""

    def __init__(
        self, window: QMainWindow, cards: Cards, look: Look, open_lecture: Callable[[int], None]
    ) -> None:
        """`open_lecture` shows a scene of the lecture that comes with the program, from 0."""
        super().__init__(window)
        self._window, self._cards, self._look = window, cards, look
        self._open_lecture = open_lecture
        self._buttons: HelpButtons | None = None
        self._card_help: CardHelp | None = None

    def complete(self) -> None:
        """Make what is seen from the first minute on."""
        if self._buttons is None:
            self._buttons = HelpButtons(self._cards, self._look.style())
            self._buttons.requested.connect(self.explain)

    @property
    def card_help(self) -> CardHelp:
        """The help of cards, made when it is first needed."""
        if self._card_help is None:
            self._card_help = CardHelp(self._window, self._cards, self._look)
            self._card_help.scene_requested.connect(self._open_lecture)
        return self._card_help

    def explain(self, key: str) -> None:
        """Explain the card `key`."""
        self.card_help.explain(key)

    def explain_card(self) -> None:
        """Explain the card that has the keys, or the first one."""
        if self._card_help is not None and self._card_help.key:
            self._card_help.close()
            return
        self.explain(
            self._cards.used or next(k for k in self._cards.by_key if self._cards.is_shown(k))
        )

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        if self._buttons is not None:
            self._buttons.show_style(style)
        if self._card_help is not None:
            self._card_help.show_style()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self._buttons is not None:
            self._buttons.retranslate()
        if self._card_help is not None:
            self._card_help.retranslate()
