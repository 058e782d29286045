"""The status line under the cards: Σp, a hint or a message, and the language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStatusBar, QWidget

from xentgui.language.numbers import sums_to_one
from xentgui.language.text import QT_TRANSLATE_NOOP, number, tip, translate
from xentgui.model import Snapshot
from xentgui.painting import fonts
from xentgui.painting.accessibility import tell
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel

if TYPE_CHECKING:
    from xentgui.window.controls.aside_button import AsideButton

MESSAGE_MS = 8000
"""How long a message stays before the hint comes back."""

HINT = QT_TRANSLATE_NOOP("window", "Drag any bar or dot; every change can be undone.")


@guarded
class _Elided(PlainLabel):
    """A label that ends in "…" if there is no room for all of its text."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)


class StatusLine(QStatusBar):
    """Σp and a hint or message to the left; cards without room and the language to the right.

    Signals
    -------
    discard_requested()
        A person wants to discard the state that was restored at the start.
    card_chosen(str)
        The card with this key, which has no room, is to be shown instead of another.
    """

    discard_requested = Signal()
    card_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self._sum = PlainLabel(self)
        self._sum.setObjectName("status.sum")
        self._message = _Elided(self)
        self._message.setObjectName("status.message")
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._language = PlainLabel(self)
        self._language.setObjectName("status.language")
        self.discard = QPushButton(self)
        self.discard.setObjectName("status.discard")
        self.discard.setVisible(False)
        self.discard.clicked.connect(self._on_discard)
        self._line = line = QWidget(self)
        self._layout = QHBoxLayout(line)
        for widget, stretch in ((self._sum, 0), (self._message, 1), (self.discard, 0)):
            self._layout.addWidget(widget, stretch)
        self._layout.addWidget(self._language)
        # Qt has no room for the tips of commands beside permanent widgets, so this line shows them.
        self.addPermanentWidget(line, 1)
        self.messageChanged.connect(self._show_tip)
        self._aside: AsideButton | None = None
        self._style: Style | None = None
        self._said = self._offer = ""
        self._about_state = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MESSAGE_MS)
        self._timer.timeout.connect(self.show_hint)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the sum of the probabilities; remove a message about the old numbers."""
        if self._about_state:
            self.show_hint()
        total = snapshot.probability_sum
        text = f"Σ p = {'1' if sums_to_one(total) else number(total)}  ·"
        if text != self._sum.text():  # `setText` starts a new layout, even for the same text
            self._sum.setText(text)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        colors = self.palette()
        colors.setColor(self.foregroundRole(), QColor(style.theme.mute))
        for label in (self._sum, self._message, self._language):
            label.setPalette(colors)
        self._style = style
        if self._aside is not None:
            self._aside.show_style(style)
        em = style.em
        side = round(em * 1.1)
        self._layout.setContentsMargins(side, 0, side, 0)
        # The line is high enough for the button, so that nothing moves when it comes and goes.
        letters = QFontMetrics(fonts.ui_font(em)).height()
        self._line.setMinimumHeight(letters + 2 * round(em * 0.4))

    def retranslate(self, language: str) -> None:
        """Show all texts in the current language, whose own name is `language`."""
        self._language.setText(language)
        self.setAccessibleName(translate("window", QT_TRANSLATE_NOOP("window", "Status line")))
        self.discard.setText(translate("window", "Discard"))
        self.discard.setToolTip(
            translate("window", "Go back to the beginning; this can be undone, too")
        )
        if not self._timer.isActive() and not self._offer:
            self.show_hint()

    def offer_cards(self, titles: Mapping[str, str]) -> None:
        """Offer the cards for which there is no room; `titles` has them by key."""
        if self._aside is None:
            if not titles:
                return
            # Most windows have room for all cards.
            from xentgui.window.controls.aside_button import AsideButton  # noqa: PLC0415

            self._aside = AsideButton(self._line)
            self._aside.chosen.connect(self.card_chosen)
            self._layout.insertWidget(self._layout.indexOf(self._language), self._aside)
            if self._style is not None:
                self._aside.show_style(self._style)
        self._aside.show_cards(titles)

    def add_offer(self, offer: QWidget) -> None:
        """Place `offer`, which somebody takes or declines, before the language."""
        self._layout.insertWidget(self._layout.indexOf(self._language), offer)

    def say_of_state(self, message: str) -> None:
        """Show `message` for some time, or until the numbers change.

        It concerns the current numbers, or says why others were refused.
        """
        self.say(message)
        self._about_state = True

    def say(self, message: str) -> None:
        """Show `message` for some time."""
        self._about_state = False
        self._write(message, tip(message))
        self.discard.setVisible(False)  # it belongs to another message
        self._timer.start()
        tell(self._message, message)

    def offer_discard(self, message: str) -> None:
        """Show `message`, with a button to discard, until the person goes on working."""
        self._offer = message
        self.show_hint()

    def withdraw_offer(self) -> None:
        """Remove the button and its message."""
        if self._offer:
            self._offer = ""
            if not self.discard.isHidden():
                self.show_hint()

    def show_hint(self) -> None:
        """Show the hint, or what is to be seen instead of it."""
        self._about_state = False
        self._write(self._offer or translate("window", HINT), tip(self._offer))
        self.discard.setVisible(bool(self._offer))

    def message(self) -> str:
        """Return the text that is shown."""
        return self._said

    def _write(self, message: str, whole: str = "") -> None:
        self._said = message
        self._message.setText(message)
        self._message.setToolTip(tip(whole))

    def _show_tip(self, text: str) -> None:
        """Show the tip of the command under the pointer; without one, the last message."""
        self._message.setText(text or self._said)

    def _on_discard(self) -> None:
        self.withdraw_offer()
        self.discard_requested.emit()
