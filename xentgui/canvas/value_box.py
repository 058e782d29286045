"""A small input for numbers typed at a mark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QPointF, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from xentgui.language.text import explain, translate
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError, shown
from xentgui.painting.accessibility import tell
from xentgui.painting.handlers import guarded
from xentgui.painting.text_widgets import PlainLabel
from xentgui.reading.number import read_number

_BETWEEN = ";"
_COUNT = QT_TRANSLATE_NOOP(
    "errors", "{text} are not {count} numbers. Type {captions}, with a semicolon between them."
)


@guarded
class ValueBox(QLineEdit):
    """A line edit at `at` that starts with the typed text; Enter applies the numbers.

    `name` is what the mark is called.

    There is one number for each of `captions`; with more than one, a line below names them.
    A text that cannot be read stays, with the reason below it; Escape changes nothing.  After
    Enter, Escape and Tab, `parent` gets the focus again, and `back` is called.
    """

    def __init__(
        self,
        parent: QWidget,
        at: QPointF,
        first: str,
        name: str,
        captions: tuple[str, ...],
        write: Callable[[tuple[float, ...]], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__(first, parent)
        self._captions = captions
        self._write, self._back = write, back
        self._host = parent
        self._reason = PlainLabel(parent)
        self._reason.setObjectName("value_box.reason")
        self._reason.setWordWrap(True)
        self._reason.setMargin(6)
        self._reason.setAutoFillBackground(True)
        self._reason.hide()
        self.setObjectName("value_box")
        words = translate("panels", "{label}: {value}")
        self.setAccessibleName(words.format(label=name, value=", ".join(captions)))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        width, height = 96, self.sizeHint().height()
        left = min(max(int(at.x()) - width // 2, 2), max(2, parent.width() - width - 2))
        top = min(max(int(at.y()) - height // 2, 2), max(2, parent.height() - height - 2))
        self.setGeometry(QRect(left, top, width, height))
        self.textEdited.connect(self._reason.hide)
        if len(captions) > 1:
            self._say_below(f"{_BETWEEN} ".join(captions))
        self.show()
        self.setFocus()
        self.setCursorPosition(len(first))

    def _hand_over(self) -> bool:
        try:
            self._write(self._values())
        except RefusedError as error:
            self._say_below(explain(error))
            return False
        self._close()
        return True

    def _values(self) -> tuple[float, ...]:
        texts = self.text().split(_BETWEEN) if len(self._captions) > 1 else [self.text()]
        if len(texts) != len(self._captions):
            captions = f"{_BETWEEN} ".join(self._captions)
            raise RefusedError(
                _COUNT, text=shown(self.text()), count=len(self._captions), captions=captions
            )
        point = QLocale().decimalPoint()
        return tuple(read_number(text, decimal_point=point) for text in texts)

    def _say_below(self, reason: str) -> None:
        parent = self._host
        self._reason.setText(reason)
        self.setAccessibleDescription(reason)
        tell(self, reason)
        width = min(300, parent.width() - 4)
        self._reason.setFixedWidth(width)
        self._reason.adjustSize()
        left = min(max(self.x(), 2), max(2, parent.width() - width - 2))
        below = self.geometry().bottom() + 4
        fits = below + self._reason.height() <= parent.height()
        self._reason.move(left, below if fits else max(2, self.y() - self._reason.height() - 4))
        self._reason.show()
        self._reason.raise_()

    def _close(self) -> None:
        self._reason.deleteLater()
        self.deleteLater()
        self.hide()

    def _give_back(self) -> None:
        self._host.setFocus()
        self._back()

    # Qt's names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter applies the numbers, Escape closes the box."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._hand_over():
                self._give_back()
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
            self._give_back()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 (Qt's signature)
        """Tab applies the numbers, too, and goes on from the mark."""
        if self._hand_over():
            self._give_back()
            self._host.focusNextPrevChild(forward)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Apply the numbers also if the focus goes elsewhere."""
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() == Qt.FocusReason.MouseFocusReason:
            self._hand_over()
