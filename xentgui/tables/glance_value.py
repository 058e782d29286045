"""A number that is read, and can be taken along."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import QMenu, QWidget

from xentgui.painting.style import Style
from xentgui.text import QT_TRANSLATE_NOOP, translate

_COPY = QT_TRANSLATE_NOOP("tables", "Copy")


class GlanceValue(QWidget):
    """A right-aligned value; a click selects it, and copying takes all its digits.

    The card paints the values that have changed, all at once: a widget that paints itself takes
    as long as four values.  The place of this one is what is clicked and has the focus.
    """

    def __init__(self, name: str, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = parent
        self._full: Callable[[], str] = str
        self._shown = self._text = ""
        self._style, self._bold = style, False
        self._colors = "", ""
        self._right, self._middle, self._room = 0.0, 0.0, 0
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def full(self) -> str:
        """The value with all its digits."""
        return self._full()

    @property
    def ink(self) -> QColor:
        """The colour of the text."""
        return QColor(self._colors[0])

    @property
    def shown(self) -> str:
        """The value as it is said, whole."""
        return self._shown

    def text(self) -> str:
        """Return what is seen."""
        return self._text

    def show_value(self, shown: str, full: Callable[[], str]) -> bool:
        """Say `shown`, cut with … where it does not fit; `full` tells what is copied.

        Returns whether another text was shown before.
        """
        self._full = full  # asked when it is wanted: a tie may have very many names
        if shown == self._shown:
            return False
        self._shown = shown
        self._fit()
        return True

    def show_style(self, style: Style, *, bold: bool) -> None:
        """Wear the fonts of `style`."""
        self._style, self._bold = style, bold
        self.setFont(style.font(bold=bold))
        self._fit()

    def show_colors(self, ink: str, ground: str) -> None:
        """Wear `ink`, on `ground` while selected."""
        if (ink, ground) != self._colors:
            self._colors = ink, ground
            self._show_anew()

    def place(self, left: int, top: int, width: int, height: int) -> None:
        """Stand there in the card."""
        self.setGeometry(left, top, width, height)
        self._right, self._middle, self._room = left + width, top + height / 2, width
        self._fit()

    def _fit(self) -> None:
        """Cut the text for the width of the moment."""
        ruler, text = self._style.ruler(bold=self._bold), self._shown
        if ruler.width(text) > self._room:
            text = ruler.cut(text, self._room)
        if text != self._text:
            self._text = text
            self._show_anew()

    def _show_anew(self) -> None:
        # What is under a part that is not opaque is painted, too, up to the window; the card is.
        self._card.update(self.geometry())

    def paint(self, painter: QPainter) -> None:
        """Draw the value in the card."""
        style, (ink, ground) = self._style, self._colors
        if self.hasFocus():
            painter.fillRect(self.geometry(), style.color(ground))
        ruler = style.ruler(bold=self._bold)
        painter.setFont(style.font(bold=self._bold))
        painter.setPen(style.color(ink))
        start = self._right - ruler.width(self._text)
        painter.drawText(QPointF(start, self._middle + ruler.rise), self._text)

    def copy(self) -> None:
        """Put the value with all its digits on the clipboard."""
        QGuiApplication.clipboard().setText(self.full)

    # -- Qt -----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the value is selected."""
        super().focusInEvent(event)
        self._show_anew()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the selection away."""
        super().focusOutEvent(event)
        self._show_anew()

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
