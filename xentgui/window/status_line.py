"""The line under the cards: Σp, a hint or a message, and the language."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStatusBar, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, number, tip, translate
from xentgui.model import Snapshot
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.tables.readouts.readout_specs import sums_to_one

MESSAGE_MS = 8000
"""A message stays this long before the hint comes back."""

HINT = QT_TRANSLATE_NOOP("window", "drag any bar or dot; every change can be undone")


class _Elided(QLabel):
    """A line that ends in "…" where there is no room for all of it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)


class StatusLine(QStatusBar):
    """Σp and what can be done at the left, the language at the right.

    Signals
    -------
    discard_requested()
        The state that was restored at the start is not wanted.
    """

    discard_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self._sum = QLabel(self)
        self._sum.setObjectName("status.sum")
        self._message = _Elided(self)
        self._message.setObjectName("status.message")
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._language = QLabel(self)
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
        # A permanent widget leaves no room for the tips of commands, so this line shows them.
        self.addPermanentWidget(line, 1)
        self.messageChanged.connect(self._show_tip)
        self._said = self._offer = ""
        self._about_state = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MESSAGE_MS)
        self._timer.timeout.connect(self.show_hint)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the sum of the probabilities; what was said of the numbers before is true no longer."""
        if self._about_state:
            self.show_hint()
        total = snapshot.probability_sum
        text = f"Σ p = {'1' if sums_to_one(total) else number(total)}  ·"
        if text != self._sum.text():  # setText lays the line out anew, even for the same text
            self._sum.setText(text)

    def show_style(self, style: Style) -> None:
        """Take on colours and sizes."""
        colors = self.palette()
        colors.setColor(self.foregroundRole(), QColor(style.theme.mute))
        for label in (self._sum, self._message, self._language):
            label.setPalette(colors)
        em = style.em
        side = round(em * 1.1)
        self._layout.setContentsMargins(side, 0, side, 0)
        # High enough for the button, so that nothing moves when it comes and goes.
        letters = QFontMetrics(fonts.ui_font(em)).height()
        self._line.setMinimumHeight(letters + 2 * round(em * 0.4))

    def retranslate(self, language: str) -> None:
        """Speak the current language, whose own name is `language`."""
        self._language.setText(language)
        self.discard.setText(translate("window", "Discard"))
        self.discard.setToolTip(
            translate("window", "Go back to the beginning; this can be undone, too")
        )
        if not self._timer.isActive() and not self._offer:
            self.show_hint()

    def say_of_state(self, message: str) -> None:
        """Show `message` for a while, or until there are other numbers.

        It says what can be seen in the present ones, or why others were refused.
        """
        self.say(message)
        self._about_state = True

    def say(self, message: str) -> None:
        """Show `message` for a while."""
        self._about_state = False
        self._write(message, tip(message))
        self.discard.setVisible(False)  # it belongs to the other sentence
        self._timer.start()

    def offer_discard(self, message: str) -> None:
        """Show `message`, with a button beside it, until the person goes on working."""
        self._offer = message
        self.show_hint()

    def withdraw_offer(self) -> None:
        """Take the button away, and what was said beside it."""
        if self._offer:
            self._offer = ""
            if not self.discard.isHidden():
                self.show_hint()

    def show_hint(self) -> None:
        """Show what can be done."""
        self._about_state = False
        self._write(self._offer or translate("window", HINT))
        self.discard.setVisible(bool(self._offer))

    def message(self) -> str:
        """Return what is said at the moment."""
        return self._said

    def _write(self, message: str, whole: str = "") -> None:
        self._said = message
        self._message.setText(message)
        self._message.setToolTip(whole)

    def _show_tip(self, text: str) -> None:
        """Show what the command under the pointer does, and then again what was said."""
        self._message.setText(text or self._said)

    def _on_discard(self) -> None:
        self.withdraw_offer()
        self.discard_requested.emit()
