"""The “?” beside the title of each card."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton

from xentgui.commands import ACTIONS
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.window.cards import Cards
from xentgui.window.commands import keys_shown

_TIP = QT_TRANSLATE_NOOP("window", "What “{panel}” shows ({keys})")
_SIDE = 18.0


def help_button_name(key: str) -> str:
    """Return the object name of the button on the card `key`."""
    return f"control.help.{key}"


class HelpButtons(QObject):
    """A button for each card.

    Signals
    -------
    requested(str)
        The card with this key is to be explained.
    """

    requested = Signal(str)

    def __init__(self, cards: Cards, style: Style) -> None:
        super().__init__(cards)
        self._cards, self._style = cards, style
        self.by_key: dict[str, QToolButton] = {}
        for key in cards.by_key:
            self._make(key)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        for button in self.by_key.values():
            self._dress(button)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for key in self.by_key:
            self._name(key)

    def _make(self, key: str) -> None:
        bar = self._cards.by_key[key].title_bar
        button = self.by_key[key] = QToolButton(bar)
        button.setObjectName(help_button_name(key))
        button.setText("?")
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a command does the same
        # The title alone says how high a card's title is: it has its new size before the button.
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        button.clicked.connect(lambda *_: self.requested.emit(key))
        bar.take_last(button)
        self._dress(button)
        self._name(key)

    def _dress(self, button: QToolButton) -> None:
        theme, side = self._style.theme, round(self._style.px(_SIDE))
        button.setFont(fonts.ui_font(self._style.em * 0.92))
        button.setFixedWidth(side)
        button.setMaximumHeight(side)
        button.setStyleSheet(
            f"QToolButton {{ color: {theme.mute}; border: 1px solid {theme.line};"
            f" border-radius: {side // 2}px; padding: 0px; }}"
            f"QToolButton:hover {{ color: {theme.accent}; border-color: {theme.accent}; }}"
        )

    def _name(self, key: str) -> None:
        words = translate("window", _TIP).format(
            panel=self._cards.by_key[key].windowTitle(), keys=keys_shown(ACTIONS["help.card"])[0]
        )
        self.by_key[key].setToolTip(words)
        self.by_key[key].setAccessibleName(words)
