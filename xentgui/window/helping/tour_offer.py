"""The line that offers the tour to somebody who is here for the first time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.icons import icon
from xentgui.painting.style import Style

_TAKE = QT_TRANSLATE_NOOP("tour", "New here? Take the tour")


class TourOffer(QWidget):
    """A button and a cross, in the status line; it stops nobody.

    Signals
    -------
    taken(), closed()
        The tour is to begin, or the offer was declined.
    """

    taken = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tour_offer")
        self.take, self.decline = QPushButton(self), QToolButton(self)
        self.take.setObjectName("tour_offer.take")
        self.decline.setObjectName("tour_offer.close")
        self.decline.setAutoRaise(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.take)
        layout.addWidget(self.decline)
        self.take.clicked.connect(lambda *_: self.taken.emit())
        self.decline.clicked.connect(lambda *_: self.closed.emit())

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        theme, side = style.theme, round(style.px(11))
        self.decline.setIcon(icon("close", theme))
        self.decline.setIconSize(QSize(side, side))
        self.setStyleSheet(
            f"QPushButton, QToolButton {{ color: {theme.accent}; background: transparent;"
            f" border: 1px solid transparent; border-radius: {round(style.px(4))}px;"
            f" padding: 0px {round(style.px(6))}px; }}"
            f"QPushButton {{ border-color: {theme.line}; }}"
            f"QPushButton:hover, QPushButton:focus, QToolButton:hover, QToolButton:focus"
            f" {{ border-color: {theme.accent}; }}"
        )

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.take.setText(translate("tour", _TAKE))
        self.decline.setToolTip(translate("window", "Close"))
        self.decline.setAccessibleName(translate("window", "Close"))
