"""A number that is read, and can be taken along."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QRegion,
)
from PySide6.QtWidgets import QMenu, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.style import Style
from xentgui.painting.text_width import TextWidth
from xentgui.tables.readouts.readout_specs import ReadoutSpec

_COPY = QT_TRANSLATE_NOOP("tables", "Copy")


class ReadoutValue(QWidget):
    """A right-aligned value; a click selects it, and copying takes all its digits.

    The card paints the values that have changed, all at once: a widget that paints itself takes
    as long as four values.  The place of this one is what is clicked and has the focus.
    """

    def __init__(
        self, line: ReadoutSpec, style: Style, full: Callable[[ReadoutSpec], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.line = line
        self._card = parent
        self._full = full
        self._style = style
        self._colors = "", ""
        self._shown = self._wanted_unit = ""
        self._text = self._unit = ""  # as it is seen: one after the other
        self._area = self._number_area = self._unit_area = QRect()
        self._start = self._unit_start = 0.0
        self.setObjectName(f"glance.{line.key}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def full(self) -> str:
        """The value with all its digits."""
        return self._full(self.line)  # worked out when it is wanted: a tie may have many names

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
        return self._text + self._unit

    def show_value(self, shown: str, unit: str = "") -> bool:
        """Say `shown`, which ends with `unit`, cut with … where it does not fit.

        Returns whether another text was shown before.
        """
        if shown == self._shown:
            return False
        self._shown = shown
        if unit != self._wanted_unit:
            self._wanted_unit = unit
            self._lay_out()
        else:
            self._fit()
        return True

    def show_style(self, style: Style) -> None:
        """Wear the fonts of `style`."""
        self._style = style
        self.setFont(style.font(bold=self.line.bold))
        self._lay_out()

    def show_colors(self, ink: str, ground: str) -> None:
        """Wear `ink`, on `ground` while selected."""
        if (ink, ground) != self._colors:
            self._colors = ink, ground
            self._show_anew()

    def place(self, left: int, top: int, width: int, height: int) -> None:
        """Stand there in the card."""
        self.setGeometry(left, top, width, height)
        self._area = QRect(left, top, width, height)
        self._lay_out()

    def _lay_out(self) -> None:
        """Give the unit its place at the right, and the number what is left."""
        area, wide = self._area, self._ruler().width(self._wanted_unit)
        self._unit_start = area.x() + area.width() - wide
        border = math.ceil(self._unit_start)  # in the blank before the unit
        self._number_area = area.adjusted(0, 0, border - area.x() - area.width(), 0)
        self._unit_area = area.adjusted(border - area.x(), 0, 0, 0)
        self._fit()

    def _fit(self) -> None:
        """Cut the text for the width of the moment.

        The unit stands still while the number changes, and is not drawn anew.
        """
        ruler, area, unit = self._ruler(), self._area, self._wanted_unit
        text, end = self._shown.removesuffix(unit), self._unit_start
        width = ruler.width(text)
        if width > end - area.x():
            text, unit, end = ruler.cut(self._shown, area.width()), "", area.x() + area.width()
            width = ruler.width(text)
        self._start = end - width
        before, self._text, self._unit = (self._text, self._unit), text, unit
        if unit != before[1]:
            self._show_anew()
        elif text != before[0]:
            self._card.update(self._number_area if unit else area)

    def _ruler(self) -> TextWidth:
        return self._style.ruler(bold=self.line.bold)

    def _show_anew(self) -> None:
        # What is under a part that is not opaque is painted, too, up to the window; the card is.
        self._card.update(self._area)

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Draw in the card what of the value is in `region`."""
        if not region.intersects(self._area):
            return
        style, (ink, ground), bold = self._style, self._colors, self.line.bold
        if self.hasFocus():
            painter.fillRect(self._area, style.color(ground))
        whole = not self.line.is_name and self._unit == self._wanted_unit
        baseline = self._area.y() + self._area.height() / 2 + self._ruler().rise
        painter.setPen(style.color(ink))
        painter.setFont(style.font(bold=bold, number=whole))
        painter.drawText(QPointF(self._start, baseline), self._text)
        if self._unit and region.intersects(self._unit_area):
            painter.setFont(style.font(bold=bold))
            painter.drawText(QPointF(self._unit_start, baseline), self._unit)

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
