"""A button that looks like a link."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style


@guarded
class LinkButton(QAbstractButton):
    """Coloured text, underlined, with a frame while it has the focus."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = style
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_style(self, style: Style) -> None:
        """Apply other fonts and colours."""
        self._look = style
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the text with a small margin."""
        metrics, style = self._look.metrics(), self._look
        width = metrics.horizontalAdvance(self.text()) + style.px(8)
        return QSize(round(width), round(metrics.height() + style.px(4)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text and the line under it."""
        style, theme = self._look, self._look.theme
        metrics = style.metrics()
        painter = QPainter(self)
        painter.setFont(style.font())
        painter.setPen(QPen(style.color(theme.accent), style.px(1)))
        baseline = (self.height() + metrics.ascent() - metrics.descent()) / 2
        left, width = style.px(4), metrics.horizontalAdvance(self.text())
        painter.drawText(QPointF(left, baseline), self.text())
        under = baseline + style.px(2.5)
        painter.drawLine(QPointF(left, under), QPointF(left + width, under))
        if self.hasFocus():
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
