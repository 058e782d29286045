"""A message beside the cell that it concerns."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from xentgui.painting.accessibility import tell
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel

_WIDEST = 300  # design pixels
_PADDING = 9
_LINE = 1.5


@guarded
class MessageBubble(PlainLabel):
    """Shows the problem and the remedy below a cell, inside the window.

    It takes no clicks and no focus, so that a person can go on typing.
    """

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self.setObjectName("message_bubble")
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def set_style(self, style: Style) -> None:
        """Apply other fonts and colours."""
        self._style = style
        self.update()

    def say(self, text: str, cell: QRect, owner: QWidget) -> None:
        """Show `text` below `cell`, a rectangle of `owner`, or above it if there is no room."""
        window = owner.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.setText(text)
        self.setFont(self._style.font())
        self.setAccessibleName(text)
        self.resize(self._needed(text, window.width()))
        self.move(self._spot(cell, owner, window))
        self.show()
        self.raise_()
        tell(self, text)

    def _needed(self, text: str, room: int) -> QSize:
        padding = round(self._style.px(_PADDING))
        widest = min(round(self._style.px(_WIDEST)), room - 16) - 2 * padding
        lines = QFontMetrics(self.font()).boundingRect(
            QRect(0, 0, widest, 10_000), Qt.TextFlag.TextWordWrap.value, text
        )
        return QSize(lines.width() + 2 * padding + 2, lines.height() + 2 * padding)

    def _spot(self, cell: QRect, owner: QWidget, window: QWidget) -> QPoint:
        gap = round(self._style.px(5))
        below = owner.mapTo(window, cell.bottomLeft()) + QPoint(0, gap)
        if below.y() + self.height() > window.height() - 4:
            top = owner.mapTo(window, cell.topLeft())
            below.setY(max(4, top.y() - gap - self.height()))
        below.setX(max(4, min(below.x(), window.width() - self.width() - 8)))
        return below

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a card with a coloured edge, and the text."""
        style, theme = self._style, self._style.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, radius = style.px(_LINE), style.px(6)
        half = width / 2
        card = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(style.color(theme.warning), width))
        painter.setBrush(style.color(theme.card))
        painter.drawRoundedRect(card, radius, radius)
        painter.setPen(style.color(theme.warning))
        padding = style.px(_PADDING)
        inner = QRectF(self.rect()).adjusted(padding, padding, -padding + 2, -padding)
        painter.setFont(self.font())
        painter.drawText(inner, Qt.TextFlag.TextWordWrap.value, self.text())
        painter.end()
