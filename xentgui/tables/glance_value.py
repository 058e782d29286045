"""A number that is read, and can be taken along."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from xentgui.text import QT_TRANSLATE_NOOP, translate

_COPY = QT_TRANSLATE_NOOP("tables", "Copy")


class GlanceValue(QLabel):
    """A right-aligned value; a click selects it, and copying takes all its digits."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._full: Callable[[], str] = str
        self._shown = ""
        self._colors = "", ""
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute  # of Hebrew names too
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def full(self) -> str:
        """The value with all its digits."""
        return self._full()

    def show_value(self, shown: str, full: Callable[[], str]) -> None:
        """Say `shown`, cut with … where it does not fit; `full` tells what is copied."""
        self._full = full  # asked when it is wanted: a tie may have very many names
        if shown != self._shown:
            self._shown = shown
            self.fit()

    def fit(self) -> None:
        """Cut the text for the width of the moment."""
        room = self.contentsRect().width()
        metrics = self.fontMetrics()
        text = self._shown
        if metrics.horizontalAdvance(text) > room:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.setText(text)

    def show_colors(self, ink: str, ground: str) -> None:
        """Wear `ink`, on `ground` while selected."""
        if (ink, ground) != self._colors:
            self._colors = ink, ground
            colors = self.palette()
            colors.setColor(self.foregroundRole(), QColor(ink))
            colors.setColor(self.backgroundRole(), QColor(ground))
            self.setPalette(colors)

    def copy(self) -> None:
        """Put the value with all its digits on the clipboard."""
        QGuiApplication.clipboard().setText(self.full)

    # -- Qt -----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the value is selected."""
        super().focusInEvent(event)
        self.setAutoFillBackground(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the selection away."""
        super().focusOutEvent(event)
        self.setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("tables", _COPY), self.copy)
        menu.popup(event.globalPos())
