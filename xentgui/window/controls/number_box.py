"""A box for one number in the forms that people type."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from xentgui.language.text import explain, typed
from xentgui.model.message import RefusedError
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.tables.cells.message_bubble import MessageBubble


@guarded
class NumberBox(QLineEdit):
    """Shows a number, and reads a typed one: ``0.5``, ``1/3``, ``inf``, ``∞``.

    A text that cannot be read stays in the box, marked, with the reason beside it; Escape restores
    the number.

    Signals
    -------
    entered(float)
        A person has entered this number.
    refused(str)
        The typed text was refused; the text gives the reason.
    """

    entered = Signal(float)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = 0.0
        self._bubble: MessageBubble | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(self._read)

    def show_value(self, value: float) -> None:
        """Show `value`, unless a person is typing."""
        self._value = value
        if not (self.hasFocus() and self.isModified()):
            self._write()

    def refuse(self, reason: str) -> None:
        """Mark the typed text as refused, and show the reason beside the box."""
        self._mark(wrong=True)
        if self._bubble is not None:
            self._bubble.say(reason, self.rect(), self)
        self.refused.emit(reason)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        if self._bubble is None:
            self._bubble = MessageBubble(style, self)
        self._bubble.set_style(style)

    def _read(self) -> None:
        if not self.isModified():
            return
        # No start waits for what reads numbers in every form.
        from xentgui.reading.number import read_number  # noqa: PLC0415

        locale = QLocale()
        try:
            value = read_number(
                self.text(), decimal_point=locale.decimalPoint(), group=locale.groupSeparator()
            )
        except RefusedError as error:
            self.refuse(explain(error))
            return
        self.setModified(False)
        self._mark(wrong=False)
        self.entered.emit(value)
        if not self.isModified():
            self._write()

    def _write(self) -> None:
        text = typed(self._value)
        if text != self.text() or self.isModified():  # otherwise it would be painted at every edit
            self.setText(text)
            self.setCursorPosition(0)
        self._mark(wrong=False)

    def _mark(self, *, wrong: bool) -> None:
        if not wrong and self._bubble is not None:
            self._bubble.hide()
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Restore the number on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._write()
            return
        super().keyPressEvent(event)
