"""A combo box with an arrow in the colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from xentgui.painting.handlers import guarded
from xentgui.painting.icons import paint_icon


@guarded
class ListBox(QComboBox):
    """A combo box that paints its arrow, because style sheets lose the colour of the theme."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and an arrow."""
        super().paintEvent(event)
        side = self.fontMetrics().height() * 0.85
        role = self.palette().color(self.foregroundRole())
        right = self.width() - 1.45 * side
        rect = QRectF(right, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), rect, "chevron-down", role.name())

    def showPopup(self) -> None:
        """Show the list, as wide as its longest entry."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + self.fontMetrics().height())
        super().showPopup()
