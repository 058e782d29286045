"""The “?” beside the title of each card."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from xentgui.commands.registry import ACTIONS
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting import fonts
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.window.card import Card
from xentgui.window.cards import Cards
from xentgui.window.commands import keys_shown

_TIP = QT_TRANSLATE_NOOP("window", "What “{panel}” shows ({keys})")
_SIDE = 18.0


def help_button_name(key: str) -> str:
    """Return the object name of the button on the card `key`."""
    return f"control.help.{key}"


@guarded
class HelpButton(QToolButton):
    """A quiet “?” in a ring, painted without a style sheet: there is one for every card."""

    def __init__(self, key: str, style: Style) -> None:
        super().__init__()
        self.setObjectName(help_button_name(key))
        self.setText("?")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a command does the same
        # The title alone says how high a card's title is: it has its new size before the button.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.show_style(style)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style, self.side = style, round(style.px(_SIDE))
        self.setFixedWidth(self.side)
        self.setMaximumHeight(self.side)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring and the sign; both light while they are pointed at."""
        theme, lit = self._style.theme, self.underMouse() or self.isDown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(self._style.pen(theme.accent if lit else theme.line, 1.0))
        painter.drawEllipse(ring)
        painter.setPen(self._style.color(theme.accent if lit else theme.mute))
        painter.setFont(fonts.ui_font(self._style.em * 0.92))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, "?")
        painter.end()


class HelpButtons(QObject):
    """A button for each card, made with its title.

    Signals
    -------
    requested(str)
        The card with this key is to be explained.
    """

    requested = Signal(str)

    def __init__(self, cards: Cards, style: Style) -> None:
        super().__init__(cards)
        self._cards, self._style = cards, style
        self.by_key: dict[str, HelpButton] = {}
        for card in cards.by_key.values():
            card.when_made(self._add)

    def _add(self, card: Card) -> None:
        button = self.by_key[card.key] = HelpButton(card.key, self._style)
        button.clicked.connect(lambda: self.requested.emit(card.key))
        self._name(card.key)
        card.title_bar.take_last(button, partial(getattr, button, "side"))

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        for key, button in self.by_key.items():
            button.show_style(style)
            self._cards.by_key[key].title_bar.share()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for key in self.by_key:
            self._name(key)

    def _name(self, key: str) -> None:
        words = translate("window", _TIP).format(
            panel=self._cards.by_key[key].windowTitle(), keys=keys_shown(ACTIONS["help.card"])[0]
        )
        self.by_key[key].setToolTip(words)
        self.by_key[key].setAccessibleName(words)
