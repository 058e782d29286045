"""Shows as many lines as have room, whole ones only, and a bar to reach the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from xentgui.painting.style import Style, scroll_bar_sheet

_BAR = 8.0  # design pixels
_NOTCH = 120.0  # one notch of a wheel, in Qt's units


class LineScroll(QObject):
    """Says which lines of a widget are to be shown; the bar is made when it is first needed.

    Signals
    -------
    scrolled()
        Other lines are to be shown.
    """

    scrolled = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._bar: QScrollBar | None = None
        self._turned = 0.0

    @property
    def width(self) -> int:
        """The width of the bar; 0 while it is not needed."""
        return self._bar.width() if self._bar is not None and not self._bar.isHidden() else 0

    def seen(self, lines: Sequence[int], height: int, style: Style) -> Sequence[int]:
        """Return those of `lines`, each at least `height` pixels high, that are to be shown."""
        room = max(self._widget.height() // max(height, 1), 1)
        if len(lines) <= room:
            if self._bar is not None:
                self._bar.hide()
            return lines
        bar = self._bar or self._made(style)
        bar.setRange(0, len(lines) - room)
        bar.setPageStep(room)
        bar.setFixedWidth(round(style.px(_BAR)))
        bar.setGeometry(self._widget.width() - bar.width(), 0, bar.width(), self._widget.height())
        bar.show()
        return lines[bar.value() : bar.value() + room]

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        if self._bar is not None:
            self._bar.setStyleSheet(scroll_bar_sheet(style))

    def wheel(self, event: QWheelEvent) -> bool:
        """Scroll with a wheel or two fingers; return whether scrolling was possible."""
        if not self.width or self._bar is None:
            return False
        self._turned += event.angleDelta().y() / _NOTCH
        whole = int(self._turned)
        self._turned -= whole
        self._bar.setValue(self._bar.value() - whole)
        return True

    def _made(self, style: Style) -> QScrollBar:
        self._bar = bar = QScrollBar(Qt.Orientation.Vertical, self._widget)
        bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bar.setCursor(Qt.CursorShape.ArrowCursor)
        bar.setStyleSheet(scroll_bar_sheet(style))
        bar.valueChanged.connect(self.scrolled)
        return bar
