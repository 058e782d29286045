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
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from xentgui.text import QT_TRANSLATE_NOOP, translate

_COPY = QT_TRANSLATE_NOOP("tables", "Copy")
_AT_RIGHT = (
    Qt.AlignmentFlag.AlignRight
    | Qt.AlignmentFlag.AlignAbsolute  # of Hebrew names, too
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextSingleLine
)


class GlanceValue(QWidget):
    """A right-aligned value; a click selects it, and copying takes all its digits.

    It is painted here, on a ground of its own: a label would have its parent placed, and what
    is under it painted, anew for every number.
    """

    def __init__(self, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._full: Callable[[], str] = str
        self._shown = self._text = ""
        self._colors = QColor(), QColor()
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def full(self) -> str:
        """The value with all its digits."""
        return self._full()

    @property
    def ink(self) -> QColor:
        """The colour of the text."""
        return self._colors[0]

    def text(self) -> str:
        """Return what is seen."""
        return self._text

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
        if text != self._text:
            self._text = text
            self.update()

    def show_colors(self, ink: str, ground: str) -> None:
        """Wear `ink`, on `ground` while selected."""
        colors = QColor(ink), QColor(ground)
        if colors != self._colors:
            self._colors = colors
            self.update()

    def copy(self) -> None:
        """Put the value with all its digits on the clipboard."""
        QGuiApplication.clipboard().setText(self.full)

    # -- Qt -----------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the value."""
        ink, ground = self._colors
        if not self.hasFocus():
            ground = self.palette().color(self.backgroundRole())
        painter = QPainter(self)
        painter.fillRect(self.rect(), ground)
        painter.setPen(ink)
        painter.drawText(self.contentsRect(), _AT_RIGHT, self._text)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the value is selected."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the selection away."""
        super().focusOutEvent(event)
        self.update()

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
