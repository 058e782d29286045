"""What a slider stands for, for those who read the window without seeing it: T, and not 500."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from xentgui.canvas.mark_boxes import NumberBox
from xentgui.language.numbers import typed
from xentgui.painting.handlers import guarded


@guarded
class SliderValue(NumberBox):
    """The number of one slider; Qt itself would tell the position of the handle.

    It lies on the slider, takes the focus in its place, and passes the keys on to it.

    Signals
    -------
    wanted(float)
        A screen reader, or another program, wants this number.
    """

    wanted = Signal(float)

    def __init__(self, slider: QWidget, least: float, most: float) -> None:
        super().__init__(slider)
        self._slider = slider
        self.setObjectName(f"{slider.objectName()}.spoken")
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.valueChanged.connect(self.wanted)
        self.show()

    def show_value(self, name: str, value: float) -> None:
        """Have this name and value, at the place of the slider."""
        self.setRange(min(self.minimum(), value), max(self.maximum(), value))
        self.show_number(name, value, self.singleStep(), self._slider.rect())

    # Qt's names from here on.

    def textFromValue(self, value: float) -> str:
        """Return the number as the box beside the slider has it."""
        return typed(value)

    def event(self, event: QEvent) -> bool:
        """Leave the window its shortcuts, which a box to type in would keep for itself."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the key to the slider."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave the key to the slider."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the slider show the focus."""
        super().focusInEvent(event)
        self._slider.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Have the slider show that the focus is elsewhere."""
        super().focusOutEvent(event)
        self._slider.update()
