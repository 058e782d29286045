"""A value that can be read, and copied with all its digits, by a key or from a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, tip, translate
from xentgui.painting.accessibility import TEXT, give_role
from xentgui.painting.handlers import guarded
from xentgui.painting.letters import TextWidth
from xentgui.painting.style import Style
from xentgui.tables.readouts.readout_specs import ReadoutSpec

_COPY = QT_TRANSLATE_NOOP("tables", "Copy")
_HEIGHT, _LEAST_HEIGHT, _LEAST_WIDTH = 27.0, 19.0, 40.0  # design pixels
_LONGEST_TIP = 1000  # characters that a tool-tip has room for


@guarded
class CopiedValue(QWidget):
    """A widget with one value."""

    @property
    def full(self) -> str:
        """The value with all its digits."""
        raise NotImplementedError

    def copy(self) -> None:
        """Put the value with all its digits on the clipboard."""
        QGuiApplication.clipboard().setText(self.full)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show a menu with Copy."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("tables", _COPY), self.copy)
        menu.popup(event.globalPos())


def line_height(style: Style) -> int:
    """Return the least height of a line."""
    return round(style.px(_LEAST_HEIGHT))


@guarded
class ReadoutValue(CopiedValue):
    """A right-aligned value, which its card paints; a click selects it, a copy has all its digits."""

    def __init__(
        self, line: ReadoutSpec, style: Style, full: Callable[[ReadoutSpec], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.line = line
        self._full = full
        self._style = style
        self._ink = style.theme.ink
        self._shown = self._unit = ""
        self.setObjectName(f"glance.{line.key}")
        give_role(self, TEXT)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    @property
    def full(self) -> str:
        """The value with all its digits."""
        return self._full(self.line)  # computed when needed: a tie can have many names

    @property
    def ink(self) -> QColor:
        """The colour of the text."""
        return QColor(self._ink)

    @property
    def shown(self) -> str:
        """The shown value before it is cut."""
        return self._shown

    def text(self) -> str:
        """Return the visible text."""
        return "".join(self._fitted(self._style.ruler(bold=self.line.bold)))

    def show_value(self, shown: str, unit: str = "") -> bool:
        """Show `shown`, which ends with `unit`; it is cut with … if it does not fit.

        Returns whether the text has changed.
        """
        if shown == self._shown:
            return False
        self._shown, self._unit = shown, unit
        self.update()
        return True

    def show_style(self, style: Style) -> None:
        """Apply the fonts and colours of `style`."""
        self._style = style
        self.setFont(style.font(bold=self.line.bold))
        self.updateGeometry()
        self.update()

    def show_ink(self, ink: str) -> None:
        """Write in the colour `ink`."""
        if ink != self._ink:
            self._ink = ink
            self.update()

    def _fitted(self, ruler: TextWidth) -> tuple[str, str]:
        """Return the number and its unit; if they do not fit, a cut text and ""."""
        if ruler.width(self._shown) > self.width():
            return ruler.cut(self._shown, self.width()), ""
        return self._shown.removesuffix(self._unit), self._unit

    def show_tip(self, at: QPoint) -> None:
        """Show all digits in a tool-tip at a point of the screen."""
        # Made when it is needed, because eight tool-tips a frame would cost more than the text.
        QToolTip.showText(at, tip(self.full[:_LONGEST_TIP]), self)

    def paint(self, painter: QPainter) -> None:
        """Draw the number and its unit into the card, cut if there is no room."""
        style, bold, area = self._style, self.line.bold, self.geometry()
        ruler = style.ruler(bold=bold)
        text, unit = self._fitted(ruler)
        if self.hasFocus():
            painter.fillRect(area, style.color(style.theme.selection))
        painter.setPen(style.color(self._ink))
        baseline = area.y() + area.height() / 2 + ruler.rise
        end = area.x() + area.width() - (ruler.width(unit) if unit else 0)
        whole = not self.line.is_name and unit == self._unit
        painter.setFont(style.font(bold=bold, number=whole))
        painter.drawText(QPointF(end - ruler.width(text), baseline), text)
        if unit:
            painter.setFont(style.font(bold=bold))
            painter.drawText(QPointF(end, baseline), unit)

    # -- Qt -----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the size of the text with a margin."""
        return QSize(round(self._style.px(_LEAST_WIDTH)), round(self._style.px(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which the text is legible."""
        return QSize(round(self._style.px(_LEAST_WIDTH)), line_height(self._style))
