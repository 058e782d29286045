"""A bar under the toolbar for messages that need an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolBar, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.model import Message
from xentgui.painting import icons
from xentgui.painting.accessibility import tell
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel

_NAME = QT_TRANSLATE_NOOP("window", "Messages")
_WARNING = QT_TRANSLATE_NOOP("window", "Warning")
_CLOSE = QT_TRANSLATE_NOOP("window", "Dismiss")


class Answer(NamedTuple):
    """A button: its English text, marked in the context "window", and its function."""

    text: str
    run: Callable[[], None]


class _Notice(NamedTuple):
    message: Message
    answers: tuple[Answer, ...]


@guarded
class MessageBar(QToolBar):
    """Shows the latest notice; earlier ones come back after its answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._notices: dict[str, _Notice] = {}
        self._line = QWidget(self)
        self._line.setAutoFillBackground(True)
        self._layout = QHBoxLayout(self._line)
        self._text = PlainLabel(self._line)
        self._text.setObjectName("message_bar.text")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sign = PlainLabel(self._line)
        self._layout.addWidget(self._sign)
        self._layout.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self.addWidget(self._line)
        self.setVisible(False)

    def announce(self, key: str, message: Message, *answers: Answer) -> None:
        """Show `message` until it is answered or withdrawn; it replaces one of the same `key`."""
        self._notices.pop(key, None)
        self._notices[key] = _Notice(message, answers)
        self.retranslate()
        tell(self._text, self._text.text())

    def withdraw(self, key: str) -> None:
        """Remove a notice, if it is there."""
        if self._notices.pop(key, None) is not None:
            self.retranslate()

    def message(self) -> str:
        """Return the shown message, or ""."""
        return self._text.text() if self._notices else ""

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        colors = QPalette(self.palette())
        colors.setColor(QPalette.ColorRole.Window, QColor(style.theme.card))
        colors.setColor(QPalette.ColorRole.WindowText, QColor(style.theme.ink))
        self._line.setPalette(colors)
        side, edge, size = round(style.px(14)), round(style.px(5)), round(style.px(16))
        self._layout.setContentsMargins(side, edge, side, edge)
        self._sign.setPixmap(icons.icon("warning", style.theme).pixmap(size, size))
        self._fit()

    def retranslate(self) -> None:
        """Show the latest notice in the current language, or hide."""
        self.setAccessibleName(translate("window", _NAME))
        self._sign.setAccessibleName(translate("window", _WARNING))
        for button in self._buttons:
            button.setParent(None)
            button.deleteLater()
        self._buttons.clear()
        self.setVisible(bool(self._notices))
        if not self._notices:
            return
        key, notice = next(reversed(self._notices.items()))
        self._text.setText(explain(notice.message))
        self._text.setAccessibleName(self._text.text())
        for answer in (*notice.answers, Answer(_CLOSE, lambda: None)):
            button = QPushButton(translate("window", answer.text), self._line)
            button.clicked.connect(lambda _=False, one=answer: self._answer(key, one))
            self._layout.addWidget(button)
            self._buttons.append(button)
        self._fit()

    def button(self, text: str) -> QPushButton:
        """Return the button whose English text is `text`; raises KeyError."""
        for button in self._buttons:
            if button.text() == translate("window", text):
                return button
        raise KeyError(text)

    def _fit(self) -> None:
        """Set the height for the text at the current width, because toolbars do not."""
        beside = [self._sign, *self._buttons]
        margins = self._layout.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        width -= sum(part.sizeHint().width() + self._layout.spacing() for part in beside)
        self._text.setFixedHeight(max(0, self._text.heightForWidth(max(width, 100))))

    def _answer(self, key: str, answer: Answer) -> None:
        self.withdraw(key)
        answer.run()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the text again."""
        super().resizeEvent(event)
        self._fit()
