"""The line edit of a cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.tables.cells.cell_geometry import RADIUS


@guarded
class CellEditor(QLineEdit):
    """A line edit that looks like the box that it covers, and shows that its text was refused.

    Attributes
    ----------
    index
        The edited cell, also after it has moved.
    refusal
        Why the current text was refused; empty if it was not.
    """

    def __init__(self, index: QModelIndex | QPersistentModelIndex, style: Style, parent: QWidget):
        super().__init__(parent)
        self.index = QPersistentModelIndex(index)
        self.refusal = ""
        self._style = style
        self._began_with: str | None = None
        self._home = QRectF()
        self.setObjectName("cell_editor")
        self.setFrame(False)
        self.setFont(style.font())
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Base, style.color(style.theme.field))
        colors.setColor(QPalette.ColorRole.Text, style.color(style.theme.ink))
        self.setPalette(colors)
        side = round(style.px(5))
        self.setTextMargins(side, 0, side, 0)
        self.textEdited.connect(self._on_text_edited)

    @property
    def is_changed(self) -> bool:
        """Whether the text has changed since editing began."""
        return self.text() != self._began_with

    def begin_with(self, text: str) -> None:
        """Set the cell's text, once: a text that is being typed is never overwritten."""
        if self._began_with is None:
            self._began_with = text
            self.setText(text)

    def refuse(self, reason: str) -> None:
        """Mark the text as refused; an empty reason clears the mark."""
        self.refusal = reason
        self.setAccessibleDescription(reason)
        self.update()

    def place(self, box: QRectF) -> None:
        """Cover the box of the cell, or more if the text is longer."""
        self._home = box
        self._grow()

    def _on_text_edited(self) -> None:
        self.refuse("")
        self._grow()

    def _grow(self) -> None:
        margins = self.textMargins()
        needed = self.fontMetrics().horizontalAdvance(self.text()) + margins.left() * 2 + 8
        parent = self.parentWidget()
        room = parent.width() - self._home.left() if parent is not None else needed
        width = max(self._home.width(), min(needed, room))
        self.setGeometry(QRectF(self._home.topLeft(), self._home.size()).toAlignedRect())
        if width > self._home.width():
            self.resize(round(width), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the outline around it."""
        super().paintEvent(event)
        theme, width = self._style.theme, self._style.px(2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.warning if self.refusal else theme.accent), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        outline = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(outline, self._style.px(RADIUS), self._style.px(RADIUS))
        painter.end()
